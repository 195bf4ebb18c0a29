"""Ladders of other trades: their codes, job names and words for a level, asked in plain words."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from benchmarks.questions.rows import OTHER_LADDERS, SETS
from benchmarks.questions.score import score
from bot.answers import Ask, GuideAnswer, ask_about
from bot.ladder import Dimension, Ladder, Section, load_ladder
from bot.questions import Context, Intent
from tests.understanding.said import ANYONE, Understood, asked, at

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SWE, AE, CS, PD = (
    "software-engineer",
    "account-executive",
    "customer-support-specialist",
    "product-designer",
)
RN, LAB, TECH = "registered-nurse", "laboratory-scientist", "facilities-technician"
COMPANY, HOSPITAL = "company-ladder", "hospital-ladder"
FIELD, BANK = "field-ladder", "bank-ladder"
FE = "field-engineer"
CU, CB, RC = "claims-underwriting", "corporate-banking", "risk-compliance"

QUESTIONS = [
    # The plain name of a job is a title of one level, and the family's name beside other words.
    (COMPANY, "software engineer", Understood("card", at("L3", SWE))),
    (
        COMPANY,
        "what comes after L4 for a software engineer?",
        Understood("growth", at("L4 L5", SWE)),
    ),
    (
        COMPANY,
        "what is the difference between L3 and L4 for a product designer?",
        Understood("compare", at("L3 L4", PD)),
    ),
    (
        COMPANY,
        "what levels are there for account executives?",
        Understood("browse", at("L3 L4 L5 M5", AE)),
    ),
    (
        COMPANY,
        "which levels exist in account executive land",
        Understood("browse", at("L3 L4 L5 M5", AE)),
    ),
    (
        COMPANY,
        "3 years of experience as an account executive, what level am I?",
        Understood("experience", at("L3", AE)),
    ),
    (
        COMPANY,
        "what does practitioner mean for a product designer?",
        Understood("card", at("L3", PD)),
    ),
    (
        COMPANY,
        "software engineer vs senior software engineer",
        Understood("compare", at("L3 L4", SWE)),
    ),
    # Beside the name with a code, parted by "vs" or "or", the plain name is that one level's title.
    (
        COMPANY,
        "L4 Account Executive vs Account Executive",
        Understood("compare", at("L4 L3", AE)),
    ),
    (
        COMPANY,
        "L5 software engineer or Software Engineer, difference?",
        Understood("compare", at("L5 L3", SWE)),
    ),
    # A card or a role of a level is for the job that is named behind it.
    (COMPANY, "the staff card for software engineers", Understood("card", at("L6", SWE))),
    # What is counted after a number counts no code.
    (FIELD, "tell me about the Field Engineer FE-4 role", Understood("card", at("FE-4", FE))),
    (HOSPITAL, "a grade 3 facilities technician", Understood("card", at("Grade-III", TECH))),
    (
        HOSPITAL,
        "which grades do facilities technicians have?",
        Understood("browse", at("Grade-I Grade-II Grade-III Grade-IV", TECH)),
    ),
    # "Level 3" is L3, a band is a level, and the word of a code is said once.
    (COMPANY, "level 4 vs level 5 support", Understood("compare", at("L4 L5", CS))),
    (COMPANY, "l 2 software", Understood("card", at("L2", SWE))),
    (HOSPITAL, "difference between bands 6 and 7", Understood("compare", at("Band-6 Band-7", RN))),
    (HOSPITAL, "band 5 vs 6", Understood("compare", at("Band-5 Band-6", RN))),
    (
        HOSPITAL,
        "compare bands 5-7 for nurses",
        Understood("compare", at("Band-5 Band-6 Band-7", RN)),
    ),
    (HOSPITAL, "grade II vs III", Understood("compare", at("Grade-II Grade-III", TECH))),
    (HOSPITAL, "compare grades 2 and 3", Understood("compare", at("Grade-II Grade-III", TECH))),
    (
        HOSPITAL,
        "what is the next band after band 6?",
        Understood("growth", at("Band-6 Band-7", RN)),
    ),
    (
        HOSPITAL,
        "I'm a staff nurse, how do I get to the next band?",
        Understood("growth", at("Band-5 Band-6", RN)),
    ),
    (HOSPITAL, "4 years as a nurse, which band?", Understood("experience", at("Band-6", RN))),
    (
        HOSPITAL,
        "list the bands for nurses",
        Understood("browse", at("Band-5 Band-6 Band-7 Band-8a Band-8c", RN)),
    ),
    (HOSPITAL, "what grade is a shift supervisor?", Understood("card", at("Grade-IV", TECH))),
    (
        HOSPITAL,
        "what do registered nurse Band-8as get paid?",
        Understood("attribute", at("Band-8a", RN), "pay"),
    ),
    (HOSPITAL, "Grade-I facilities technician", Understood("card", at("Grade-I", TECH))),
    (
        HOSPITAL,
        "scope of a Grade-I facilities technician",
        Understood("attribute", at("Grade-I", TECH), "scope_of_practice"),
    ),
    # Titles cut short, and families named by one word.
    (HOSPITAL, "facilities tech grade 2", Understood("card", at("Grade-II", TECH))),
    (HOSPITAL, "lab manager", Understood("card", at("Band-8a", LAB))),
    (HOSPITAL, "band 8a lab", Understood("card", at("Band-8a", LAB))),
    (
        HOSPITAL,
        "which bands are there in the lab?",
        Understood("browse", at("Band-4 Band-5 Band-6 Band-7 Band-8a", LAB)),
    ),
    (HOSPITAL, "trainee technician", Understood("card", at("Grade-I", TECH))),
    (COMPANY, "senior support specialist", Understood("card", at("L4", CS))),
    # The company that the ladder is named for is no other company.
    (COMPANY, "what's an L4 software engineer at Tidewick?", Understood("card", at("L4", SWE))),
    # Of several families only one has both levels.
    (COMPANY, "what comes after M6?", Understood("growth", at("M6 M8", SWE))),
    (COMPANY, "L6 vs M6", Understood("compare", at("L6 M6", SWE))),
    # Level names of the ladder's own, two-part codes.
    (FIELD, "Explorer Field Engineer", Understood("card", at("FE-1", FE))),
    (FIELD, "what does Driver mean for a field engineer?", Understood("card", at("FE-3", FE))),
    (FIELD, "FE 4 pls", Understood("card", at("FE-4", FE))),
    (FIELD, "FE-1 through FE-3 side by side", Understood("compare", at("FE-1 FE-2 FE-3", FE))),
    (FIELD, "Field Engineer: Driver", Understood("card", at("FE-3", FE))),
    # Titles in the plural, also where their last word is an everyday one.
    (BANK, "lemme see claims desk heads", Understood("card", at("H1", CU))),
    (BANK, "what do lending associates do?", Understood("attribute", at("AS1", CB), "duties")),
    # The name of a part is no word of a title, and no order to the bot.
    (BANK, "customers of a Loss Adjuster", Understood("attribute", at("A2", CU), "client_contact")),
    (BANK, "book of a Lending Desk Head", Understood("attribute", at("H1", CB), "mandate")),
    # A sum that somebody may release is no pay, and "sign-off authority" is an authority.
    (
        BANK,
        "how much money can a Coverage VP release alone?",
        Understood("attribute", at("VP1", CB), "sign_off"),
    ),
    (
        BANK,
        "signing limit of a chief underwriter",
        Understood("attribute", at("VP1", CU), "sign_off"),
    ),
    (BANK, "what does a Coverage VP earn?", Understood("attribute", at("VP1", CB), "pay")),
    (BANK, "what's the band of a Loss Adjuster", Understood("attribute", at("A2", CU), "pay")),
    # Dimensions that the shipped ladder does not have, in other words than their names.
    (
        BANK,
        "who does a Risk VP talk to outside",
        Understood("attribute", at("VP1", RC), "client_contact"),
    ),
    (
        HOSPITAL,
        "what may a Grade-III facilities technician spend",
        Understood("attribute", at("Grade-III", TECH), "budget"),
    ),
    (
        COMPANY,
        "does a senior product designer speak to an audience",
        Understood("attribute", at("L4", PD), "communication"),
    ),
    # A skill is asked of a title in the plural.
    (
        BANK,
        "do lending analysts need to read a balance sheet",
        Understood("skill", at("A1", CB), skill="Reading a balance sheet", listed=True),
    ),
    # A grade I before the name of a part, and levels that are called steps.
    (
        HOSPITAL,
        "what steps are there for facilities technicians",
        Understood("browse", at("Grade-I Grade-II Grade-III Grade-IV", TECH)),
    ),
    (HOSPITAL, "band 7, lab", Understood("card", at("Band-7", LAB))),
    # The noun of a family says no level, and a part may change from one level to another.
    (
        COMPANY,
        "support specialist levels",
        Understood("browse", at("L2 L3 L4 L5 M5", CS)),
    ),
    (
        BANK,
        "how does oversight change from A1 to AS1 in lending",
        Understood("compare", at("A1 AS1", CB), "oversight"),
    ),
    (BANK, "how do I grow from A1 to A2 in lending", Understood("growth", at("A1 A2", CB))),
    # The noun of a title goes on for one that is only said to be senior; what there is none of
    # is not asked about.
    (BANK, "the plain underwriter, not the senior one", Understood("card", at("AS1", CU))),
    (BANK, "underwriter vs the senior one", Understood("compare", at("AS1 AS2", CU))),
    (
        BANK,
        "Compliance associate here, we have no senior associates, how do I move up?",
        Understood("growth", at("AS1 VP1", RC)),
    ),
    (
        BANK,
        "what lands on the desk of a loss adjuster",
        Understood("attribute", at("A2", CU), "duties"),
    ),
    (BANK, "exec director of compliance", Understood("card", at("ED1", RC))),
    (
        BANK,
        "practice track in lending: which grades",
        Understood("browse", at("A1 A2 AS1 AS2 VP1 ED1 H1 MD", CB)),
    ),
    # A word that the ladder has is another topic's no more.
    (
        HOSPITAL,
        "stock of a Grade-II facilities technician",
        Understood("attribute", at("Grade-II", TECH), "budget"),
    ),
]


@cache
def ladder_named(name: str) -> Ladder:
    return load_ladder(BENCHMARKS / name)


@pytest.fixture(scope="session")
def ask_ladder() -> Callable[[str], Ask]:
    """Asks a ladder of the benchmarks by its name."""
    return cache(lambda name: ask_about(ladder_named(name)))


@pytest.mark.parametrize(
    ("name", "text", "found"), QUESTIONS, ids=[text for _, text, _ in QUESTIONS]
)
def test_a_ladder_is_asked_in_its_own_words(
    ask_ladder: Callable[[str], Ask], name: str, text: str, found: Understood
) -> None:
    assert asked(ask_ladder(name), text) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (COMPANY, "how many people in the company are L5 right now"),
        (COMPANY, "P3"),
        (COMPANY, "level 1"),
        # Nothing says which family is meant, and several have both levels.
        (COMPANY, "what comes after L4?"),
        (COMPANY, "how do I get from L3 to L4?"),
        (COMPANY, "I have 4 years of experience, what level am I?"),
        (FIELD, "FE-6"),
        (FIELD, "what would an FE-3 be called at Brennholm"),
        (HOSPITAL, "band 9 nurse"),
        (HOSPITAL, "grade 5 facilities technician"),
        (HOSPITAL, "which band is playing tonight"),
    ],
)
def test_what_no_level_of_it_is_asked_for_is_unknown(
    ask_ladder: Callable[[str], Ask], name: str, text: str
) -> None:
    assert ask_ladder(name)(text, ANYONE).intent == "unknown"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("when do we hear about promotions this time", "When are promotions announced?"),
        (
            "I'm away with the baby till May, parental leave - what becomes of my grade?",
            "What happens to my grade during parental leave?",
        ),
        ("is a certificate required for the next grade", "Is an exam or a licence needed for a"),
        ("do bonuses get bigger when the grade goes up", "Is the bonus tied to the grade?"),
    ],
)
def test_topics_of_other_guides_are_found(
    ask_ladder: Callable[[str], Ask], text: str, entry: str
) -> None:
    answer = ask_ladder(BANK)(text, ANYONE)
    assert isinstance(answer, GuideAnswer)
    assert answer.entry.question.startswith(entry)


@pytest.mark.parametrize("name", OTHER_LADDERS)
def test_every_code_and_title_finds_its_card(ask_ladder: Callable[[str], Ask], name: str) -> None:
    ask = ask_ladder(name)
    wrong = []
    for card in ladder_named(name).cards():
        code, family = card.level.code, ladder_named(name).families[card.family_id].name
        spaced = code.replace("-", " ").casefold()
        said = (f"{code} {family}", f"what is a {family} at {spaced}?", card.title, *card.titles)
        wrong += [text for text in said if card.ref not in ask(text, ANYONE).levels]
    assert wrong == []


@pytest.mark.parametrize("name", OTHER_LADDERS)
def test_every_part_is_found_by_its_own_names(ask_ladder: Callable[[str], Ask], name: str) -> None:
    ask, ladder = ask_ladder(name), ladder_named(name)
    cards = list(ladder.cards())
    wrong = []
    parts: list[Dimension | Section] = [*ladder.dimensions.values(), *ladder.sections.values()]
    for part in parts:
        for number, said in enumerate((part.name, *part.also)):
            card = cards[number * 7 % len(cards)]
            ways = (f"{said} of {card.title}", f"what is the {said.lower()} for a {card.title}?")
            found = [(text, ask(text, ANYONE)) for text in (*ways, f"{card.title} {said.lower()}")]
            wrong += [
                text
                for text, answer in found
                if (answer.attribute, list(answer.levels)) != (part.id, [card.ref])
            ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    ["what is the gravitsa of a senior nurse?", "how much stewardhsip does a charge nurse have?"],
)
def test_its_names_may_be_misspelled_whatever_was_asked_of_other_ladders(
    ask_ladder: Callable[[str], Ask], text: str
) -> None:
    ask_ladder(COMPANY)("how much autnoomy does an L4 have?", ANYONE)
    ladder = ladder_named(HOSPITAL)
    part = next(iter(ladder.dimensions.values()))
    named = replace(part, name="Gravitas", also=("stewardship of data",))
    ask = ask_about(replace(ladder, dimensions={**ladder.dimensions, part.id: named}))
    assert ask(text, ANYONE).attribute == part.id


AFTER_CARD = Context(intent=Intent.CARD)
FOLLOW_UPS = [
    # The name of another job is no title there, though one level of it is called so.
    (COMPANY, at("L4", AE), "and for Software Engineer?", Understood("card", at("L4", SWE))),
    (COMPANY, at("M5", AE), "same level in product designer", Understood("card", at("M5", PD))),
    # A part's name is no wish to grow, and its "it" stands for no level.
    (
        COMPANY,
        at("L3", PD),
        "and growing others?",
        Understood("attribute", at("L3", PD), "growing_others"),
    ),
    (
        FIELD,
        at("FE-2", FE),
        "and passing it on?",
        Understood("attribute", at("FE-2", FE), "passing_it_on"),
    ),
]


@pytest.mark.parametrize(
    ("name", "before", "text", "meant"), FOLLOW_UPS, ids=[text for _, _, text, _ in FOLLOW_UPS]
)
def test_after_a_card(
    ask_ladder: Callable[[str], Ask],
    name: str,
    before: tuple[str, ...],
    text: str,
    meant: Understood,
) -> None:
    assert asked(ask_ladder(name), text, replace(AFTER_CARD, levels=before)) == meant


def test_a_follow_up_whose_level_is_none_after_all(ask_ladder: Callable[[str], Ask]) -> None:
    before = Context("gone", ("laboratory-scientist/Band-4", "facilities-technician/Grade-II"))
    text = "nice. is is a department head then"
    assert ask_ladder(HOSPITAL)(text, before).intent in set(Intent)


@pytest.mark.parametrize("name", [COMPANY, HOSPITAL, FIELD])
def test_nearly_all_questions_of_its_set_are_understood(name: str) -> None:
    assert score(SETS[name]).right >= 95
