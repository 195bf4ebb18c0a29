"""What is asked after an answer; the context comes as data."""

import pytest

from bot.answers import Ask
from bot.questions import Context, Intent
from tests.understanding.said import AI, DS, SW, Understood, asked, at

AFTER_CARD = Context(levels=at("P2"), intent=Intent.CARD)
AFTER_AUTONOMY = Context(levels=at("P2"), intent=Intent.ATTRIBUTE, attribute="autonomy")
AFTER_SKILL = Context(levels=at("P2"), intent=Intent.SKILL, skill="docker")
AFTER_COMPARE = Context(levels=at("P2 P3"), intent=Intent.COMPARE)
AFTER_GROWTH = Context(levels=at("P2 P3"), intent=Intent.GROWTH)
AFTER_YEARS = Context(levels=at("P3"), intent=Intent.EXPERIENCE)
AFTER_DATA_SCIENTIST = Context(family=DS, levels=at("P2", DS), intent=Intent.CARD)

FOLLOW_UPS = [
    ("and P3?", AFTER_CARD, Understood("card", at("P3"))),
    ("what about P5", AFTER_CARD, Understood("card", at("P5"))),
    ("and ML IV?", AFTER_CARD, Understood("card", at("P4"))),
    ("and for data scientists?", AFTER_CARD, Understood("card", at("P2", DS))),
    ("what about its autonomy?", AFTER_CARD, Understood("attribute", at("P2"), "autonomy")),
    ("what about pay?", AFTER_CARD, Understood("attribute", at("P2"), "pay")),
    ("how many years?", AFTER_CARD, Understood("attribute", at("P2"), "typical_experience")),
    ("vs ML III?", AFTER_CARD, Understood("compare", at("P2 P3"))),
    ("how does it compare to P4?", AFTER_CARD, Understood("compare", at("P2 P4"))),
    ("what's next?", AFTER_CARD, Understood("growth", at("P2 P3"))),
    ("how do I get promoted?", AFTER_CARD, Understood("growth", at("P2 P3"))),
    ("and P3?", AFTER_AUTONOMY, Understood("attribute", at("P3"), "autonomy")),
    ("and for software?", AFTER_AUTONOMY, Understood("attribute", at("P2", SW), "autonomy")),
    ("and the scope?", AFTER_AUTONOMY, Understood("attribute", at("P2"), "scope")),
    ("what's next?", AFTER_GROWTH, Understood("growth", at("P3 P4"))),
    ("and P5?", AFTER_COMPARE, Understood("compare", at("P2 P5"))),
    ("and P3?", AFTER_DATA_SCIENTIST, Understood("card", at("P3", DS))),
    # a whole title is followed up as a code is, and both are weighed
    (
        "and for a Senior Data Scientist?",
        AFTER_AUTONOMY,
        Understood("attribute", at("P4", DS), "autonomy"),
    ),
    ("who has more autonomy", AFTER_COMPARE, Understood("compare", at("P2 P3"), "autonomy")),
    # the same again, of another level or family
    ("same question for P5", AFTER_AUTONOMY, Understood("attribute", at("P5"), "autonomy")),
    (
        "now the same but for backend",
        AFTER_AUTONOMY,
        Understood("attribute", at("P2", SW), "autonomy"),
    ),
    ("software side?", AFTER_CARD, Understood("card", at("P2", SW))),
    ("sorry, I meant the software one", AFTER_CARD, Understood("card", at("P2", SW))),
    ("what's the frontend equivalent", AFTER_CARD, Understood("card", at("P2", SW))),
    ("tell me more about it", AFTER_AUTONOMY, Understood("card", at("P2"))),
    # of the level beside
    ("one level up?", AFTER_AUTONOMY, Understood("attribute", at("P3"), "autonomy")),
    ("and one level lower", AFTER_AUTONOMY, Understood("attribute", at("P1"), "autonomy")),
    ("one level lower", AFTER_CARD, Understood("card", at("P1"))),
    ("one level up?", AFTER_CARD, Understood("growth", at("P2 P3"))),
    ("vs the next one", AFTER_CARD, Understood("compare", at("P2 P3"))),
    ("what's the difference to the one before it", AFTER_CARD, Understood("compare", at("P2 P1"))),
    # of both, or of one more
    ("can you add P4 as well", AFTER_COMPARE, Understood("compare", at("P2 P3 P4"))),
    (
        "how do i move from the first to the second",
        AFTER_COMPARE,
        Understood("growth", at("P2 P3")),
    ),
    ("how do I make the jump to that from P1", AFTER_CARD, Understood("growth", at("P1 P2"))),
    ("add P5 to that", AFTER_COMPARE, Understood("compare", at("P2 P3 P5"))),
    ("put P4 in there too", AFTER_COMPARE, Understood("compare", at("P2 P3 P4"))),
    ("can P5 join them", AFTER_COMPARE, Understood("compare", at("P2 P3 P5"))),
    ("+ P5", AFTER_COMPARE, Understood("compare", at("P2 P3 P5"))),
    ("thanks a lot, very helpful!", AFTER_CARD, Understood("unknown", ())),
    ("make it P4 instead of P3", AFTER_COMPARE, Understood("compare", at("P2 P4"))),
    ("same for DS", AFTER_COMPARE, Understood("compare", at("P2 P3", DS))),
    ("now the scope", AFTER_COMPARE, Understood("compare", at("P2 P3"), "scope")),
    ("vs P4?", AFTER_AUTONOMY, Understood("compare", at("P2 P4"), "autonomy")),
    ("and P4 and P5?", AFTER_AUTONOMY, Understood("attribute", at("P4 P5"), "autonomy")),
    ("over in software?", AFTER_GROWTH, Understood("growth", at("P2 P3", SW))),
    ("and from there?", AFTER_GROWTH, Understood("growth", at("P3 P4"))),
    ("then the next one?", AFTER_GROWTH, Understood("growth", at("P3 P4"))),
    ("and to team lead instead?", AFTER_GROWTH, Understood("growth", at("P2 M1"))),
    # of a level in other words
    (
        "what about for managers, M2 say",
        AFTER_AUTONOMY,
        Understood("attribute", at("M2"), "autonomy"),
    ),
    ("one up from that", AFTER_AUTONOMY, Understood("attribute", at("P3"), "autonomy")),
    ("how about III", AFTER_AUTONOMY, Understood("attribute", at("P3"), "autonomy")),
    ("let's say P5", AFTER_AUTONOMY, Understood("attribute", at("P5"), "autonomy")),
    ("one level higher?", AFTER_CARD, Understood("growth", at("P2 P3"))),
    ("show me the next one up", AFTER_CARD, Understood("card", at("P3"))),
    # of other years
    ("and with 7 years?", AFTER_YEARS, Understood("experience", at("P4"))),
    ("6 then?", AFTER_YEARS, Understood("experience", at("P4"))),
    ("and as a manager with 8 years", AFTER_YEARS, Understood("experience", at("M2 M3"))),
    ("same for data science with 5 years", AFTER_YEARS, Understood("experience", at("P3 P4", DS))),
    ("show me that card", AFTER_YEARS, Understood("card", at("P3"))),
    # in longer words: of another level, beside it, or of a part, whatever is said first
    ("ah got it! could you pull up P4 as well?", AFTER_CARD, Understood("card", at("P4"))),
    ("hey nice. mind showing me the one for P3 too", AFTER_CARD, Understood("card", at("P3"))),
    (
        "hm and how would that compare with somebody who is ML III",
        AFTER_CARD,
        Understood("compare", at("P2 P3")),
    ),
    ("could you put that next to a P6 for me?", AFTER_CARD, Understood("compare", at("P2 P6"))),
    ("what's different once you are ML III?", AFTER_CARD, Understood("compare", at("P2 P3"))),
    (
        "what would have to change for me to get one level further?",
        AFTER_CARD,
        Understood("growth", at("P2 P3")),
    ),
    ("ok go back to the one below please", AFTER_CARD, Understood("card", at("P1"))),
    ("and in terms of ownership?", AFTER_CARD, Understood("attribute", at("P2"), "scope")),
    (
        "interesting, would they be allowed to decide on hiring",
        AFTER_CARD,
        Understood("attribute", at("P2"), "decision_rights"),
    ),
    (
        "of the two, who is watched less?",
        AFTER_COMPARE,
        Understood("compare", at("P2 P3"), "autonomy"),
    ),
    (
        "what about data scientists of the same seniority?",
        AFTER_AUTONOMY,
        Understood("attribute", at("P2", DS), "autonomy"),
    ),
    ("my colleague has 6, so what would he be?", AFTER_YEARS, Understood("experience", at("P4"))),
    # a question that stands by itself is none
    ("what does the P6 card say", AFTER_AUTONOMY, Understood("card", at("P6"))),
    ("meeting at 3?", AFTER_YEARS, Understood("unknown", ())),
    ("can you add me to the invite", AFTER_COMPARE, Understood("unknown", ())),
    ("what is a senior data scientist?", AFTER_CARD, Understood("card", at("P4", DS))),
    ("P4 vs P5", AFTER_CARD, Understood("compare", at("P4 P5"))),
    ("autonomy of P4", AFTER_CARD, Understood("attribute", at("P4"), "autonomy")),
]


@pytest.mark.parametrize(
    ("text", "context", "found"),
    FOLLOW_UPS,
    ids=[f"{context.intent}-{text}" for text, context, _ in FOLLOW_UPS],
)
def test_follow_up(ask: Ask, text: str, context: Context, found: Understood) -> None:
    assert asked(ask, text, context) == found


@pytest.mark.parametrize(("text", "level"), [("and P3?", "P3"), ("and a P1?", "P1")])
def test_a_skill_is_asked_of_the_next_level(ask: Ask, text: str, level: str) -> None:
    found = asked(ask, text, AFTER_SKILL)
    assert (found.intent, found.levels) == ("skill", at(level))
    assert found.listed is (level == "P3")


def test_the_level_above_is_asked_for_the_same_skill(ask: Ask) -> None:
    found = asked(ask, "does the level above that need it as well?", AFTER_SKILL)
    assert (found.intent, found.levels) == ("skill", at("P3"))


def test_a_tool_on_that_card_is_no_wish_for_the_card(ask: Ask) -> None:
    found = asked(ask, "is there anything about pytorch on that card?", AFTER_CARD)
    assert (found.intent, found.levels, found.listed) == ("skill", at("P2"), True)


def test_who_else_needs_it(ask: Ask) -> None:
    found = asked(ask, "who else needs it", AFTER_SKILL)
    assert found.intent == "skill"
    assert {f"{SW}/P2", f"{SW}/P3"} <= set(found.levels)


@pytest.mark.parametrize(
    ("text", "level"), [("what about pytorch?", "P2"), ("wait, what about pytorch for a P3", "P3")]
)
def test_another_skill(ask: Ask, text: str, level: str) -> None:
    found = asked(ask, text, AFTER_SKILL)
    assert (found.intent, found.levels) == ("skill", at(level))
    assert found.skill


def test_does_it_need(ask: Ask) -> None:
    found = asked(ask, "does it need PyTorch?", AFTER_CARD)
    assert (found.intent, found.levels, found.listed) == ("skill", at("P2"), True)


@pytest.mark.parametrize(
    "text",
    [
        "thanks!",
        "who else is coming to lunch",
        "and when do bonuses land",
        "ok cool",
        "what's the weather?",
        "P1 bug in checkout",
        "lol",
        "can you teach me that?",
        "docker compose up gives port already allocated, what now",
        "great, see you at lunch",
        "hm, I'd rather talk to my manager about this",
    ],
)
def test_talk_after_an_answer_is_not_answered_with_a_level(ask: Ask, text: str) -> None:
    assert asked(ask, text, AFTER_CARD).levels == ()


@pytest.mark.parametrize("text", ["what about its autonomy?", "vs?", "what's next?"])
def test_without_an_answer_before_nothing_is_guessed(ask: Ask, text: str) -> None:
    assert asked(ask, text).levels == ()


def test_an_attribute_before_that_is_gone(ask: Ask) -> None:
    """As when a thread goes on after the ladder was edited."""
    gone = Context(levels=at("P2"), intent=Intent.ATTRIBUTE, attribute="pillars")
    assert asked(ask, "and P3?", gone).levels == at("P3")


def test_levels_before_that_are_gone(ask: Ask) -> None:
    context = Context(levels=("gone/P2", f"{AI}/P99"), intent=Intent.CARD)
    assert asked(ask, "what about its autonomy?", context).levels == ()
    assert asked(ask, "and P3?", context).intent in {"card", "unknown"}


def test_a_level_that_the_family_before_does_not_have(ask: Ask) -> None:
    """Data scientists have no managers: another family's is not quietly given."""
    assert asked(ask, "and M1?", AFTER_DATA_SCIENTIST) == Understood("unknown", ())


@pytest.mark.parametrize(
    "text", ["machine learning VIII", "software engineer 12", "M1 data scientist", "ml eng 0"]
)
def test_a_level_that_is_not_there_is_not_the_one_before(ask: Ask, text: str) -> None:
    assert asked(ask, text, AFTER_CARD).intent == "unknown"


def test_whether_another_level_needs_the_same_skill(ask: Ask) -> None:
    """Also where its card words it otherwise around the same examples."""
    before = Context(
        family=SW,
        levels=at("P3", SW),
        intent=Intent.SKILL,
        skill="Infrastructure as code (e.g., Terraform)",
    )
    found = asked(ask, "and would a P4 need it?", before)
    assert (found.intent, found.levels, found.listed) == ("skill", at("P4", SW), True)
