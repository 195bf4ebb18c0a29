"""Kinds of words around a level: what it is to be shown on, what is told beside it, its number."""

import pytest

from bot.answers import Ask
from tests.understanding.said import AI, ANYONE, DS, SW, asked, at

CARDS = [
    # on what it is to be shown, whoever wishes it
    ("The works council requests sight of the text for Statistical Modeling V", at("P5")),
    ("Legal would like to have the wording on Software III on file", at("P3", SW)),
    ("The board asked to be sent whatever we hold on Principal ML Engineers", at("P6")),
    ("mid level SDE, one pager for the panel plz", at("P3", SW)),
    ("I need Lead ML Engineer up on the screen", at("P4")),
    ("what would I find under Software III", at("P3", SW)),
    # a lone I behind a family
    ("the Backend I page", at("P1", SW)),
    ("the ML I page", at("P1")),
    ("DS I description", at("P1", DS)),
    ("Frontend I, description?", at("P1", SW)),
    ("expert in ML, the level I mean", at("P5")),
    # a number in a family
    ("a five in software", at("P5", SW)),
    ("number six in ML", at("P6")),
    ("what's a 4 in software", at("P4", SW)),
    ("level three in ML", at("P3")),
    ("frontend engineer VII, and I do mean 7", at("P7", SW)),
    # other words for a rank
    ("medior software engineer", at("P3", SW)),
    # another title that is ruled out, and what is only told
    ("lead frontend (the IC, not the people manager)", at("P4", SW)),
    ("Lead Software Engineer (not team lead!!)", at("P4", SW)),
    ("before I decide on the offer: Deep Learning III?", at("P3")),
    ("Backend Team Lead, just the level pls, the salary I know", at("M1", SW)),
    ("our pay tool says Expert ML Engineer, what's that", at("P5")),
    ("Your page claims you know all titles. So: Associate AI/ML Engineer. Go.", at("P1")),
    ("Software 3: go ahead, tell me everything", at("P3", SW)),
    ("Applied Statistics III. no clue, help me out", at("P3", DS)),
]
ATTRIBUTES = [
    ("software I scope", at("P1", SW), "scope"),
    ("Software III here. my scope?", at("P3", SW), "scope"),
    ("I never found out the salary. Data Scientist II", at("P2", DS), "pay"),
    ("a senior data scientist with 3 years, is that normal?", at("P4", DS), "typical_experience"),
]
NOT_ASKED = [
    "the frontend I built is slow",
    "the data science I as a PM need",
    "any data science I should read",
    "we have a P1 and a P2 open, which is more urgent",
    "which is more critical, the P1 or the P2 from this morning",
    "manager on duty please",
    "who's director of software now that Marguerite left?",
    "P2 wording in the status page is wrong",
    "one pager for the board about churn please",
    "any instructions for the coffee machine",
    "who is on P1 duty this week",
    "interviewing a senior backend at 3, who joins",
    "overview of the incident",
    "do you do weddings",
]
OTHERS = [
    ("ML P3 or P4, whats the gap", "compare", at("P3 P4")),
    ("software I against software II", "compare", at("P1 P2", SW)),
    ("skip P3, P2 compared with P4", "compare", at("P2 P4")),
    ("how do I close the gap from software III to IV", "growth", at("P3 P4", SW)),
    ("my expert backend dev is itching for more, what's above", "growth", at("P5 P6", SW)),
]
FAMILY_OR_ALL = [
    ("data scientist levels, all of them, bottom to top", DS),
    ("software levels, lowest first", SW),
    ("list every manager level", ""),
    ("overview pls", ""),
    ("where do I see all cards", ""),
]


@pytest.mark.parametrize(("text", "levels"), CARDS, ids=[text for text, _ in CARDS])
def test_the_card_is_shown(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text)[:2] == ("card", levels)


@pytest.mark.parametrize(
    ("text", "levels", "attribute"), ATTRIBUTES, ids=[text for text, _, _ in ATTRIBUTES]
)
def test_a_part_that_is_asked_for(
    ask: Ask, text: str, levels: tuple[str, ...], attribute: str
) -> None:
    assert asked(ask, text)[:3] == ("attribute", levels, attribute)


@pytest.mark.parametrize(("text", "intent", "levels"), OTHERS, ids=[text for text, *_ in OTHERS])
def test_two_levels(ask: Ask, text: str, intent: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text)[:2] == (intent, levels)


@pytest.mark.parametrize("text", NOT_ASKED)
def test_what_only_sounds_so_is_not_answered(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "unknown"


@pytest.mark.parametrize(("text", "family"), FAMILY_OR_ALL, ids=[text for text, _ in FAMILY_OR_ALL])
def test_levels_are_listed(ask: Ask, text: str, family: str) -> None:
    answer = ask(text, ANYONE)
    assert answer.intent == "browse"
    assert {ref.partition("/")[0] for ref in answer.levels} == (
        {family} if family else {AI, DS, SW}
    )


@pytest.mark.parametrize(
    "text",
    [
        "hi, just installed this app. any instructions?",
        "so what's your deal, bot",
        "do you do comparisons too?",
        "man levelbot",
    ],
)
def test_the_bot_explains_itself(ask: Ask, text: str) -> None:
    assert asked(ask, text).intent == "help"
