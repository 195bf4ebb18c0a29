"""Questions about levels: side by side, one part of a card, the way up, years of experience."""

import pytest

from bot import text as written
from bot.answers import (
    Ask,
    AttributeAnswer,
    CompareAnswer,
    ExperienceAnswer,
    GrowthAnswer,
    UnknownAnswer,
)
from bot.answers.quote import quote
from bot.ladder import Ladder
from bot.questions import Context
from tests.understanding.said import AI, ANYONE, DS, SW, Understood, asked, at

COMPARED = [
    ("P2 vs P3", at("P2 P3"), None),
    ("p3 versus p2", at("P3 P2"), None),
    ("P2 v P3", at("P2 P3"), None),
    ("compare P2 and P3", at("P2 P3"), None),
    ("compare P4, P5 and P6", at("P4 P5 P6"), None),
    ("compare P1 P2 P3 P4", at("P1 P2 P3 P4"), None),
    ("what's the difference between ML II and ML III?", at("P2 P3"), None),
    ("how is Machine Learning II different from Machine Learning III", at("P2 P3"), None),
    ("difference between a senior and a principal data scientist", at("P4 P6", DS), None),
    ("what sets P4 apart from P3", at("P4 P3"), None),
    ("deep learning 2 compared to deep learning 4", at("P2 P4"), None),
    ("M1 vs P4", at("M1 P4"), None),
    ("backend 2 vs backend 3", at("P2 P3", SW), None),
    ("ML II vs backend II", (f"{AI}/P2", f"{SW}/P2"), None),
    ("P3 in data science vs software", (f"{DS}/P3", f"{SW}/P3"), None),
    ("software P2 and data P3", (f"{SW}/P2", f"{DS}/P3"), None),
    ("P3 in data vs P3 in software", (f"{DS}/P3", f"{SW}/P3"), None),
    ("which is more senior, AI/ML Engineer P1 or AI/ML Engineer P5?", at("P1 P5"), None),
    ("P2 data, P4 data", at("P2 P4", DS), None),
    ("Senior Software Manager vs Director of Software", at("M3 M4", SW), None),
    ("Backend III / Backend IV", at("P3 P4", SW), None),
    ("backend III/IV", at("P3 P4", SW), None),
    ("how does a senior data scientist differ from a principal one", at("P4 P6", DS), None),
    ("is an M1 above a P4?", at("M1 P4"), None),
    ("help me tell P3 from P4", at("P3 P4"), None),
    ("torn between P3 or P4 for this candidate, show both", at("P3 P4"), None),
    ("P4 across ml, software and data science", (f"{AI}/P4", f"{SW}/P4", f"{DS}/P4"), None),
    ("why is someone Software IV and not Software III", at("P4 P3", SW), None),
    ("whos more senior, a staff data scientist or a principal one", at("P7 P6", DS), None),
    ("what sets an experienced data scientist apart from a developing one", at("P3 P2", DS), None),
    ("difference in autonomy between P2 and P3", at("P2 P3"), "autonomy"),
    ("compare the scope of P4 and P5", at("P4 P5"), "scope"),
    ("P4 and the one above it, differences", at("P4 P5"), None),
    ("how does P4 differ from the level below", at("P4 P3"), None),
    ("P4 ds or P4 ml, same requirements?", (f"{DS}/P4", f"{AI}/P4"), "expectations"),
    ("what can a P4 do a P3 cannot", at("P4 P3"), None),
    ("P4 minus P3", at("P4 P3"), None),
    ("The four management levels of software, M1 to M4, in one view", at("M1 M2 M3 M4", SW), None),
    ("how many years separate a P3 and a P5 usually", at("P3 P5"), "typical_experience"),
    # no words tell what is wanted of two levels
    ("where does P4 end and P5 begin", at("P4 P5"), None),
    ("candidate is borderline P2/P3. what should i look at?", at("P2 P3"), None),
    ("do M3 and P6 mean the same in software", at("M3 P6", SW), None),
    # one level in every family
    ("how does P3 vary across families", (f"{AI}/P3", f"{DS}/P3", f"{SW}/P3"), None),
    ('does "senior" mean the same in data science and in software', (f"{DS}/P4", f"{SW}/P4"), None),
    # some levels are only named to leave them out
    ("not P3 but P4 against P5 please, I typed wrong before", at("P4 P5"), None),
    ("leaving P1 aside, compare P2, P3 in data science", at("P2 P3", DS), None),
    # a title stands beside a bare word, or a list of these before a family
    ("is principal above expert for frontend", at("P6 P5", SW), None),
    ("expert / principal / staff software, what are the differences", at("P5 P6 P7", SW), None),
    ("skill differences SWE 2 / SWE 3", at("P2 P3", SW), "skills"),
    (
        "all four manager levels in ML next to one another: M1 M2 M3 M4",
        at("M1 M2 M3 M4"),
        None,
    ),
    ("Software IV and Software V: whose work reaches further", at("P4 P5", SW), "impact"),
    ("which skills do ML III and DS III share", (f"{AI}/P3", f"{DS}/P3"), "skills"),
    ("P2 vs P3 salary", at("P2 P3"), "pay"),
    ("EM vs tech lead", at("M1 P4"), None),
    ("P6 data scientist <> P6 software engineer", (f"{DS}/P6", f"{SW}/P6"), None),
    (
        "Between a Software IV and a Data Science IV, who gets to decide more?",
        (f"{SW}/P4", f"{DS}/P4"),
        "decision_rights",
    ),
    ("where do Mid-Level and Senior diverge for backend folks", at("P3 P4", SW), None),
    ("are team leads paid more than seniors", at("M1 P4"), "pay"),
    (
        "how much bigger is the scope of a P5 relative to a P4",
        at("P5 P4"),
        "scope",
    ),
    ("how does P3's leadership compare with P4's?", at("P3 P4"), "leadership"),
]


@pytest.mark.parametrize(
    ("text", "levels", "attribute"), COMPARED, ids=[text for text, *_ in COMPARED]
)
def test_compare(ask: Ask, text: str, levels: tuple[str, ...], attribute: str | None) -> None:
    assert asked(ask, text) == Understood("compare", levels, attribute)


def test_compared_levels_stand_side_by_side_in_the_order_asked(ask: Ask, ladder: Ladder) -> None:
    answer = ask("P5 vs P2", ANYONE)
    assert isinstance(answer, CompareAnswer)
    assert [side.card.level.code for side in answer.sides] == ["P5", "P2"]
    for row in answer.rows:
        cells = [quote(side.card, row.part.id, ladder) for side in answer.sides]
        assert list(row.cells) == cells


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("compare P1 P2 P3 P4 P5", 5),
        ("P1 vs P2 vs P3 vs P4 vs P5 in software", 5),
        ("difference between P1, P2, P3, P4, P5 and P6 in data science", 6),
    ],
)
def test_more_levels_than_stand_side_by_side(ask: Ask, text: str, count: int) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, UnknownAnswer)
    assert answer.too_many == count
    assert "two to four levels side by side" in written.full(answer)
    offered = ask(answer.suggestions[0], ANYONE)
    assert (str(offered.intent), len(offered.levels)) == ("compare", 4)


ATTRIBUTES = {
    "scope": [
        "scope of Deep Learning III",
        "how big is the work of a deep learning 3",
        "what's the breadth of an ML III's work",
        "what does an ML III own?",
    ],
    "autonomy": [
        "how independent is a deep learning 3",
        "how much supervision does an ML III get?",
        "autonomy of Machine Learning III",
        "does ML III work on their own?",
        "how closely is a deep learning iii supervised",
    ],
    "complexity": [
        "how hard are the problems of a deep learning 3",
        "how gnarly are the problems at ML III",
        "complexity for Machine Learning III",
    ],
    "impact": [
        "what impact does an ML III have",
        "who is affected by the work of a deep learning 3?",
        "how far does the influence of an ML III reach",
    ],
    "decision_rights": [
        "what may a deep learning 3 decide",
        "what decisions can an ML III make?",
        "what is a Machine Learning III allowed to decide",
        "decision rights, ML III",
    ],
    "leadership": [
        "does an ML III mentor anyone?",
        "leadership for deep learning 3",
        "do we expect an ML III to mentor anybody?",
        "is an ML III expected to lead others",
        "how much do ML IIIs lead others",
    ],
    "typical_experience": [
        "how many yoe for an ML III",
        "how many years of experience does a deep learning 3 have",
        "ML III typical experience",
        "how long until someone is a Machine Learning III, in years of experience",
    ],
    "activities": [
        "what does an ML III do all day?",
        "day to day of a deep learning 3",
        "responsibilities of Machine Learning III",
        "main tasks of an ML III",
    ],
    "skills": [
        "what skills does an ML III need",
        "skills for deep learning 3",
        "what should a Machine Learning III know?",
        "which tools does an ML III use",
    ],
    "expectations": [
        "what is expected of an ML III",
        "what does good look like for a deep learning 3",
        "expectations for Machine Learning III",
        "my report is a deep learning 3, what should I expect of her?",
    ],
    "titles": [
        "what titles does an ML III have",
        "other titles for deep learning 3",
        "common titles of Machine Learning III",
    ],
    "pay": [
        "what does an ML III get paid?",
        "salary of a deep learning 3",
        "comp for Machine Learning III pls",
        "how much does an ML III make",
        "pay band for ML III",
        "how much money does a deep learning III earn?",
    ],
    "soc": [
        "soc code of ML III",
        "what's the O*NET code for a deep learning 3?",
    ],
    "summary": [
        "summary of ML III",
        "sum up deep learning 3 in one sentence",
    ],
}


@pytest.mark.parametrize(
    ("attribute", "text"),
    [(attribute, text) for attribute, texts in ATTRIBUTES.items() for text in texts],
)
def test_attribute(ask: Ask, ladder: Ladder, attribute: str, text: str) -> None:
    answer = ask(text, ANYONE)
    assert (answer.levels, answer.attribute) == (at("P3"), attribute)
    assert isinstance(answer, AttributeAnswer)
    (told,) = answer.told
    assert told.lines == quote(told.cited.card, attribute, ladder)


def test_every_part_of_the_ladder_is_asked_for_here(ladder: Ladder) -> None:
    common = {"titles", "pay", "soc", "summary"}
    assert set(ATTRIBUTES) == common | set(ladder.dimensions) | set(ladder.sections)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("what is a senior backend engineer? I only want the pay", "pay"),
        ("what's a senior backend engineer, I just care about the autonomy", "autonomy"),
    ],
)
def test_a_part_that_is_wished_for_behind_the_level_is_what_is_asked(
    ask: Ask, text: str, attribute: str
) -> None:
    assert asked(ask, text) == Understood("attribute", at("P4", SW), attribute)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("autonomy of P2 and ML III", at("P2 P3")),
        ("what do backend 3 and backend 4 get paid", at("P3 P4", SW)),
        ("how independent is a P1", at("P1")),
        ("what is a senior data scientist allowed to decide", at("P4", DS)),
    ],
)
def test_attribute_of_the_levels_named(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    found = asked(ask, text)
    assert found.intent in {"attribute", "compare"}
    assert found.levels == levels
    assert found.attribute


def test_pay_that_the_ladder_does_not_have_is_not_made_up(ask: Ask, ladder: Ladder) -> None:
    answer = ask("what does a P2 get paid?", ANYONE)
    assert isinstance(answer, AttributeAnswer)
    card = ladder.card(f"{AI}/P2")
    assert card
    assert card.pay
    assert answer.told[0].lines == (card.pay.note,)


GROWN = [
    # both ends
    ("how do I get from P2 to P3?", at("P2 P3")),
    ("from ML II to ML III", at("P2 P3")),
    ("going from P2 to P4, what do I need?", at("P2 P4")),
    ("I'm a P2, how do I become a P3?", at("P2 P3")),
    ("how do I become a P3? I am a P2 now", at("P2 P3")),
    ("promotion from backend 3 to backend 4", at("P3 P4", SW)),
    ("what's missing for a data scientist P3 to become P4", at("P3 P4", DS)),
    ("how do I move from P4 to M1", at("P4 M1")),
    # one end
    ("what comes after P4?", at("P4 P5")),
    ("what's next after ML II", at("P2 P3")),
    ("next level after deep learning 3", at("P3 P4")),
    ("how do I get promoted from P2", at("P2 P3")),
    ("how do I become a P4?", at("P3 P4")),
    ("how do I get to P3", at("P2 P3")),
    ("what does it take to reach ML III?", at("P2 P3")),
    ("what does it take to become a P3", at("P2 P3")),
    ("how can I make senior data scientist", at("P3 P4", DS)),
    ("what is after M1?", at("M1 M2")),
    ("i'm P3. what now?", at("P3 P4")),
    ("how far am I from P3, being a P2 now", at("P2 P3")),
    ("P3 aiming at P4", at("P3 P4")),
    ("what do I have to show to make P5", at("P4 P5")),
    ("my goal is Software IV, I'm Software III", at("P3 P4", SW)),
    ("P6 is the target, P5 is where I am. Gaps?", at("P5 P6")),
    ("how does one go from senior data scientist to expert one", at("P4 P5", DS)),
    ("P6 here. after this comes what?", at("P6 P7")),
    ("i'm P2, want P3", at("P2 P3")),
    ("currently P2, next stop P3, how", at("P2 P3")),
    ("Data Scientist V promo to VI", at("P5 P6", DS)),
    ("as a principal data scientist where do i go from here", at("P6 P7", DS)),
    ("stepping stones between data science 3 and data science 4", at("P3 P4", DS)),
    # an end of the track
    # what somebody is, and what they want to be, in any order and in bare words
    ("how do I become senior? currently software III", at("P3 P4", SW)),
    ("I'm a mid-level backend dev, how do I get to senior", at("P3 P4", SW)),
    ("manager II in ML, how to get to senior manager", at("M2 M3")),
    ("what separates me (principal data scientist) from making staff", at("P6 P7", DS)),
    ("my manager wants to put me up for P4, I am at P3 now", at("P3 P4")),
    ("What do I need in order to earn P4? (P3 now)", at("P3 P4")),
    ("P5 is my dream lol. p3 atm", at("P3 P5")),
    ("currently Data Science III. Goal: Data Science V. Route?", at("P3 P5", DS)),
    ("what must an MLE master before becoming lead MLE", at("P3 P4")),
    ("I've been Software IV for three years. next?", at("P4 P5", SW)),
    ("5 years in as Software III, how do I get promoted", at("P3 P4", SW)),
    ("criteria to be promoted to P3", at("P2 P3")),
    ("what qualifies someone for P3", at("P2 P3")),
    ("what should my P2 work on to reach the next level", at("P2 P3")),
    ("help me grow from P2", at("P2 P3")),
    ("what's the promotion bar to P4 in data science", at("P3 P4", DS)),
    ("progression P2 P3", at("P2 P3")),
    ("I have been told I'm \"almost P3\". I'm P2. what's missing", at("P2 P3")),
    ("moving over from Software V to Software Manager II", (f"{SW}/P5", f"{SW}/M2")),
    ("skip a level: developing data scientist straight to senior, how", at("P2 P4", DS)),
    ("what do I need to show for staff", at("P6 P7")),
    ("3 months in as associate software engineer, what should I aim for next", at("P1 P2", SW)),
    (
        "what must a Deep Learning IV demonstrate to be considered as Deep Learning V?",
        at("P4 P5"),
    ),
    ("bump from P3 to P4: criteria", at("P3 P4")),
    ("what comes after P7?", at("P7")),
    ("how do I get promoted from M4", at("M4")),
    ("how do I become a P1?", at("P1")),
]


@pytest.mark.parametrize(("text", "levels"), GROWN, ids=[text for text, _ in GROWN])
def test_growth(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("growth", levels)


@pytest.mark.parametrize(
    ("text", "start", "goal", "between"),
    [
        ("how do I get from P2 to P3?", "P2", "P3", []),
        ("how do I get from P2 to P5?", "P2", "P5", ["P3", "P4"]),
        ("what comes after P7?", "P7", None, []),
        ("how do I become a P1?", None, "P1", []),
    ],
)
def test_the_step_of_a_growth(
    ask: Ask, text: str, start: str | None, goal: str | None, between: list[str]
) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, GrowthAnswer)
    assert (answer.start and answer.start.card.level.code) == start
    assert (answer.goal and answer.goal.card.level.code) == goal
    assert [cited.card.level.code for cited in answer.between] == between
    assert bool(answer.steps) == bool(goal)


EXPERIENCE = [
    ("I have 4 years of experience, what level am I?", at("P3")),
    ("i have 2 yoe what level is that", at("P1 P2")),
    ("which level is 9 years of experience?", at("P5")),
    ("5 yrs exp, where would I land", at("P3 P4")),
    ("what level would someone with ten years of experience be?", at("P5")),
    ("I have half a year of experience, which level am I", at("P1")),
    ("I'm a software engineer with 6 years of experience, what level am I?", at("P4", SW)),
    ("data scientist, 16 years of experience, which level?", at("P6 P7", DS)),
    ("I manage people and have 9 years of experience, what level am I?", at("M3")),
    ("I have  half\u00a0a  year of experience, which level am I", at("P1")),
    ("4 years of experience as a manager", at("M1")),
    ("manager with 5 yoe", at("M1 M2")),
    ("candidate has sixteen years of software engineering behind her, level?", at("P6 P7", SW)),
    ("someone who has 6.5 years behind them would land where?", at("P4")),
    ("hab 4 Jahre Erfahrung im ML, which level am I", at("P3")),
    ("how senior is someone with 4 yrs", at("P3")),
    ("ten years experience in frontend, am I expert or principal or what", at("P5", SW)),
    ("what level is 60 years of experience?", ()),
]


@pytest.mark.parametrize(("text", "levels"), EXPERIENCE, ids=[text for text, _ in EXPERIENCE])
def test_experience(ask: Ask, text: str, levels: tuple[str, ...]) -> None:
    assert asked(ask, text) == Understood("experience", levels)


def test_experience_takes_the_family_known_beside_the_words(ask: Ask) -> None:
    answer = ask("I have 4 years of experience, what level am I?", Context(DS))
    assert answer.levels == at("P3", DS)


@pytest.mark.parametrize("years", range(0, 23))
def test_experience_finds_every_level_that_covers_it(ask: Ask, ladder: Ladder, years: int) -> None:
    answer = ask(f"which level is {years} years of experience?", ANYONE)
    assert isinstance(answer, ExperienceAnswer)
    assert answer.years == years
    ranges = [
        (card.ref, told)
        for card in ladder.families[AI].cards.values()
        if card.level.track_id == "P" and (told := card.meaning.years)
    ]
    covering = [
        ref
        for ref, told in ranges
        if told.min_years <= years and (told.max_years is None or years <= told.max_years)
    ]
    assert list(answer.levels) == covering


@pytest.mark.parametrize(
    "text",
    ["how do I become a manager?", "how to become a team lead", "how do i become an ML manager"],
)
def test_the_way_to_a_tracks_lowest_level_tells_what_its_card_asks(
    ask: Ask, ladder: Ladder, text: str
) -> None:
    answer = ask(text, ANYONE)
    assert isinstance(answer, GrowthAnswer)
    assert answer.levels == at("M1")
    card = ladder.card(f"{AI}/M1")
    assert card
    assert {step.part.id: step.new for step in answer.steps}["leadership"] == quote(
        card, "leadership", ladder
    )
    said = written.full(answer)
    assert "is the lowest level of the Management track" in said
    assert all(line in said for line in quote(card, "activities", ladder))
