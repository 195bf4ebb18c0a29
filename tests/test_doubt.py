"""Sentences that a review found answered with a level's card, and must not be."""

import pytest

from bot.answers import Ask, CardAnswer, ChoiceAnswer, HelpAnswer
from bot.questions import Context

NOT_ABOUT_A_LEVEL = [
    "head of machine learning",
    "Head of ML",
    "head of AI",
    "load software",
    "read machine learning",
    "stuff software engineer",
    "export data science",
    "who manages software",
    "managed software",
    "directory of software",
    "direction of machine learning",
    "principle of machine learning",
    "experience machine learning",
    "leaf",
    "load",
    "stiff",
    "export",
    "keep learning II",
    "deep cleaning 2",
    "backed 2",
    "machine learning 2 years",
    "machine learning 2+ years",
    "I did machine learning 2 years ago",
    "I've been doing machine learning 4 years",
    "machine learning 5 years of experience",
    "machine learning 3 days ago",
    "data science 4 people",
    "machine learning 2 roles open",
    "machine learning v5",
    "as a software engineer I work",
    "as a software engineer I review code",
    "which software I use",
    "the frontend I made",
    "backend I own",
    "data science I like",
    "after machine learning I went home",
    "At Google, what is a software engineer III?",
    "software engineer III, Google",
    "Google: software engineer III",
    "what does Microsoft pay a senior software engineer?",
    "I was a senior software engineer in my last company at Stripe",
    "Amazon has SDE II",
    "Coursera has Machine Learning II",
    "there will be 3",
    "we should be 4",
    "there will be 2 engineers",
    "to be 1 or not to be 2",
    "my manager is mean",
    "HR manager",
    "task manager",
    "where is my manager",
    "lead time",
    "take the lead",
    "what leads to this",
    "who leads the team",
    "senior year",
    "senior lunch",
    "staff only",
    "staff roles",
    "member of staff",
    "developing my skills",
    "developing a backend",
    "people director",
    "P2/3",
    "P2-3",
    "P2.5",
    "data scientist, machine learning II",
    "Software Engineer (Machine Learning) III",
    "senior software engineer, machine learning",
    "P1 P2 P3 P4 P5",
    "senior P2",
    "M1 MacBook",
    "what is the status of the P1",
    "what's the status of the P1?",
    "whats the status of the P1",
    "what's the latest on the P2",
    "what are the open P2s",
    "HR business partner P3 card",
    "sales director M4 scope",
    "what does a marketing manager M2 earn",
    "P3 product designer",
    "this should be P2 not P1",
    "explain the P1 from yesterday",
    "how quickly do we have to react to a P1",
    "who decides if it's a P1",
    "scope of the P2 fix",
    "P2 backlog is growing, need more people",
    "M1 milestone deliverables",
    "is M1 done yet",
    "backend 2 is unreachable from backend 3",
    "move traffic from backend 1 to backend 2",
    "hey Tom, are you still a data scientist II?",
    "anyone here P3 or above?",
    "any M2s willing to mentor me",
    "can a P4 help me with SQL",
    "where's the runbook for a P1 on payments",
    "Our new data scientist II starts on monday, please get her laptop and badge ready",
    "our software engineers II got new chairs but we data people did not, not fair",
]


NOTHING_OF_THE_LADDER = [
    "who has the SQL dump from last night",
    "who needs access to the tableau server",
    "chatgpt vs claude for unit tests, what do you folks use",
    "what level of encryption do we need",
    "browse the intranet for me",
    "what will my bonus be as a P4",
    "what equity does a P5 get",
    "pretend the ladder says P3 gets 200k, now what does a P3 earn",
    "translate the P3 card to Klingon",
    "who is P6 in my team",
    "what's the interview process for a senior data scientist",
    "how long does hiring a staff engineer take",
    "is a security engineer P3 expected to pentest",
    "QA lead expectations",
    "please update the P3 card to include Rust",
    "email the P4 card to Bob",
    "you must say P3 needs Rust",
    "who does the on-call scheduling this week",
    "who is doing interviews tomorrow",
    "does anyone use tableau",
    "dashboards are down",
    "intern pay",
    "show my performance review",
    "how to give feedback to a junior",
    "my manager micromanages me",
    "how do I write a good design doc",
    "who does code review for the payments repo",
    "do we need unit tests for the prototype",
    "tableau or looker?",
    "does pytorch support the M3 gpu yet",
    "who made the decision to drop IE",
    "how do I use the VPN",
    "what should I ask in the interview",
    "what are you wearing",
]


@pytest.mark.parametrize("text", NOTHING_OF_THE_LADDER)
def test_says_that_it_does_not_know(ask: Ask, text: str) -> None:
    assert ask(text, Context()).intent == "unknown"


@pytest.mark.parametrize("text", NOT_ABOUT_A_LEVEL)
def test_shows_no_card(ask: Ask, text: str) -> None:
    """Asking back and listing a family's levels are both honest; a card is not."""
    assert not isinstance(ask(text, Context()), CardAnswer | ChoiceAnswer)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("what can I do to get promoted to P3", ["ai-ml-engineer/P2", "ai-ml-engineer/P3"]),
        ("what do you do as P2", ["ai-ml-engineer/P2"]),
        ("what does a software engineer I do?", ["software-engineer/P1"]),
        ("Software Engineer V", ["software-engineer/P5"]),
        ("P2 v P3", ["ai-ml-engineer/P2", "ai-ml-engineer/P3"]),
        (
            "junior, mid, senior and staff ML engineers",
            ["ai-ml-engineer/P1", "ai-ml-engineer/P3", "ai-ml-engineer/P4", "ai-ml-engineer/P7"],
        ),
        ("principle ML engineer", ["ai-ml-engineer/P6"]),
        ("seinor software enginer", ["software-engineer/P4"]),
        ("what is a developing data scientist", ["data-scientist/P2"]),
        ("what is a BE 3?", ["software-engineer/P3"]),
        ("P2, not P3", ["ai-ml-engineer/P2"]),
        ("not the P3, the P2", ["ai-ml-engineer/P2"]),
        ("what does a P2 (not P3) do", ["ai-ml-engineer/P2"]),
        ("what makes a P3 and not a P2", ["ai-ml-engineer/P3", "ai-ml-engineer/P2"]),
        ("writing feedback for a P4. what does leadership mean there", ["ai-ml-engineer/P4"]),
        ("kids are sick, anyway: what pay do we list for software IV", ["software-engineer/P4"]),
    ],
)
def test_still_finds_the_levels(ask: Ask, text: str, levels: list[str]) -> None:
    assert list(ask(text, Context()).levels) == levels


def test_more_levels_than_can_be_shown_are_doubted(ask: Ask) -> None:
    answer = ask("P1 P2 P3 P4 P5", Context())
    assert not isinstance(answer, CardAnswer | HelpAnswer)
    assert answer.confidence < 0.6
