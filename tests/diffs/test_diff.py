"""What changed between two ladders: every changed line once, and nothing that did not change."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ladder import Card, Family, Group, Ladder, Level, Pay, Statement, Years, load_ladder
from bot.ladder.diff import Kind, Subject, compare_cards, compare_ladders
from bot.ladder.pairs import Said, pairs

LADDER = load_ladder(Path(__file__).parents[2] / "level_data")
CARD = LADDER.families["ai-ml-engineer"].cards["P2"]


def with_skills(*entries: Statement | Group) -> Card:
    return replace(CARD, sections=MappingProxyType({**CARD.sections, "skills": entries}))


def said(text: str, *examples: str) -> Statement:
    return Statement(text, examples)


def told(old: Card, new: Card) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (str(change.kind), change.part, change.old, change.new)
        for change in compare_cards(old, new)
    ]


TOOLS = Group("Tools", (said("Python programming"), said("Docker containers")))


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        (
            with_skills(said("A b c")),
            with_skills(said("A b c"), said("New one")),
            [("added", "skills", None, "New one")],
        ),
        (
            with_skills(said("A b c"), said("Gone")),
            with_skills(said("A b c")),
            [("removed", "skills", "Gone", None)],
        ),
        (
            with_skills(said("Tunes models with help")),
            with_skills(said("Tunes models without help")),
            [("reworded", "skills", "Tunes models with help", "Tunes models without help")],
        ),
        (
            with_skills(said("problem solving")),
            with_skills(said("Problem-solving.")),
            [("reworded", "skills", "problem solving", "Problem-solving.")],
        ),
        (with_skills(said("One"), said("Two")), with_skills(said("Two"), said("One")), []),
        (
            with_skills(said("Loads data")),
            with_skills(said("Interviews candidates")),
            [
                ("added", "skills", None, "Interviews candidates"),
                ("removed", "skills", "Loads data", None),
            ],
        ),
        (
            with_skills(said("Twice"), said("Twice")),
            with_skills(said("Twice")),
            [("removed", "skills", "Twice", None)],
        ),
        (
            with_skills(TOOLS),
            with_skills(replace(TOOLS, name="Tooling")),
            [("reworded", "skills", "Tools", "Tooling")],
        ),
        (
            with_skills(TOOLS, said("Reading papers")),
            with_skills(replace(TOOLS, items=(*TOOLS.items, said("Reading papers")))),
            [("moved", "skills", "Reading papers", "Reading papers")],
        ),
        (
            with_skills(said("Writes tests", "unit tests")),
            with_skills(said("Writes tests", "unit tests", "load tests")),
            [("added", "skills", None, "load tests")],
        ),
        (
            with_skills(said("Writes many tests", "unit tests")),
            with_skills(said("Writes some tests", "unit tests")),
            [("reworded", "skills", "Writes many tests", "Writes some tests")],
        ),
        (CARD, replace(CARD, summary=None), [("removed", "summary", CARD.summary, None)]),
        (CARD, replace(CARD, status="draft"), [("reworded", "status", "approved", "draft")]),
        (
            replace(CARD, pay=None),
            replace(CARD, pay=Pay(low=1_234_567.0)),
            [("added", "pay", None, "1234567")],
        ),
        (
            CARD,
            replace(CARD, meaning=replace(CARD.meaning, years=Years(1, 4, "1–3 yrs"))),
            [("reworded", "typical_experience", "1–3 yrs (from 1 to 3)", "1–3 yrs (from 1 to 4)")],
        ),
    ],
    ids=[
        "added",
        "removed",
        "reworded",
        "case and punctuation",
        "order",
        "not alike",
        "twice to once",
        "group renamed",
        "into a group",
        "example added",
        "statement reworded, example not",
        "summary gone",
        "status",
        "pay",
        "years behind the same words",
    ],
)
def test_cards(
    old: Card, new: Card, changes: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert told(old, new) == changes


def test_line_that_leaves_for_another_section_is_told_once_as_moved() -> None:
    line = CARD.sections["skills"][0]
    sections = {
        **CARD.sections,
        "skills": CARD.sections["skills"][1:],
        "expectations": (*CARD.sections["expectations"], line),
    }
    [change] = compare_cards(CARD, replace(CARD, sections=sections), {"skills": "Skills"})
    assert (change.kind, change.part, change.was) == (Kind.MOVED, "expectations", ("Skills",))


def test_most_alike_lines_are_paired() -> None:
    old = [Said("Builds small features"), Said("Builds large features")]
    new = [Said("Builds large features alone"), Said("Builds small features alone")]
    assert pairs(old, new) == [(1, 0), (0, 1)]


def with_family(ladder: Ladder, family: Family) -> Ladder:
    return replace(ladder, families={**ladder.families, family.id: family})


def with_summary(code: str, summary: str) -> Ladder:
    """The shipped ladder with another meaning of a level, in the level and so in every card."""

    def other(level: Level) -> Level:
        changed = replace(level, meaning=replace(level.meaning, summary=summary))
        return changed if level.code == code else level

    def card(card: Card) -> Card:
        level = other(card.level)
        return replace(card, level=level, meaning=level.meaning)

    return replace(
        LADDER,
        tracks={
            id_: replace(track, levels=tuple(map(other, track.levels)))
            for id_, track in LADDER.tracks.items()
        },
        families={
            id_: replace(family, cards={key: card(c) for key, c in family.cards.items()})
            for id_, family in LADDER.families.items()
        },
    )


def heads(subjects: tuple[Subject, ...]) -> list[tuple[str, str, str]]:
    return [(str(subject.kind), subject.what, subject.id) for subject in subjects]


def test_meaning_of_a_level_is_told_once_not_for_each_family() -> None:
    [subject] = compare_ladders(LADDER, with_summary("P2", "Another meaning"))
    assert (subject.what, subject.id) == ("level", "P2")
    assert [change.new for change in subject.changes] == ["Another meaning"]


def test_meaning_that_a_card_overrides_is_told_at_the_card() -> None:
    own = replace(CARD.meaning, dimensions={**CARD.meaning.dimensions, "scope": "Own scope"})
    family = LADDER.families["ai-ml-engineer"]
    cards = {**family.cards, "P2": replace(CARD, meaning=own)}
    [subject] = compare_ladders(LADDER, with_family(LADDER, replace(family, cards=cards)))
    assert subject.id == "ai-ml-engineer/P2"
    assert [(change.part, change.new) for change in subject.changes] == [("scope", "Own scope")]


def test_families_and_cards_that_come_and_go() -> None:
    family = LADDER.families["software-engineer"]
    fewer = replace(family, cards={k: c for k, c in family.cards.items() if k != "P4"})
    assert heads(compare_ladders(LADDER, with_family(LADDER, fewer))) == [
        ("removed", "card", "software-engineer/P4")
    ]
    without = {k: f for k, f in LADDER.families.items() if k != "software-engineer"}
    assert heads(compare_ladders(replace(LADDER, families=without), LADDER)) == [
        ("added", "family", "software-engineer")
    ]


@pytest.mark.parametrize("name", ["Data Scientist", "Decision Scientist"], ids=["same name", "new"])
def test_family_with_another_id_is_renamed(name: str) -> None:
    family = LADDER.families["data-scientist"]
    moved = replace(
        family,
        id="ds",
        name=name,
        cards={code: replace(card, family_id="ds") for code, card in family.cards.items()},
    )
    families = {f.id: f for f in (*LADDER.families.values(), moved) if f.id != family.id}
    [subject] = compare_ladders(LADDER, replace(LADDER, families=families))
    assert (subject.kind, subject.id, subject.was) == (Kind.RENAMED, "ds", "data-scientist")
    assert len(subject.changes) == (name != family.name)


def test_version_is_no_change() -> None:
    assert compare_ladders(LADDER, replace(LADDER, version="another")) == ()


_text = st.sampled_from(["Alpha one", "Alpha two", "alpha one", "Beta", "Gamma ray", "x", "Delta"])
_statements = st.builds(
    lambda text, examples: Statement(text, tuple(examples)), _text, st.lists(_text, max_size=2)
)
_groups = st.builds(
    lambda name, items: Group(name, tuple(items)), _text, st.lists(_statements, max_size=3)
)
_cards = st.builds(
    lambda skills, other, titles, summary: replace(
        CARD,
        sections={"skills": tuple(skills), "activities": tuple(other)},
        titles=tuple(titles),
        summary=summary,
    ),
    st.lists(_statements | _groups, max_size=5),
    st.lists(_statements | _groups, max_size=3),
    st.lists(_text, max_size=4),
    st.none() | _text,
)


def lines(card: Card) -> Counter[str]:
    """Every line of a card's sections and titles."""
    found: Counter[str] = Counter(card.titles)
    for entries in card.sections.values():
        for entry in entries:
            if isinstance(entry, Group):
                found[entry.name] += 1
            for item in entry.items if isinstance(entry, Group) else (entry,):
                found.update([item.text, *item.examples])
    return found


@given(_cards)
def test_a_card_is_the_same_as_itself(card: Card) -> None:
    assert compare_cards(card, card) == ()


@given(_cards, _cards)
def test_every_changed_line_is_told_exactly_once(old: Card, new: Card) -> None:
    """What is told leads from the old lines to the new ones, with nothing left over."""
    after = lines(old)
    for change in compare_cards(old, new):
        if change.part != "summary" and change.kind is not Kind.MOVED:
            after.update([change.new] if change.new is not None else [])
            after.subtract([change.old] if change.old is not None else [])
    assert +after == lines(new)
    assert not -after


@given(_cards, _cards)
def test_the_other_way_round_swaps_added_and_removed(old: Card, new: Card) -> None:
    there = Counter(change.kind for change in compare_cards(old, new))
    back = Counter(change.kind for change in compare_cards(new, old))
    there[Kind.ADDED], there[Kind.REMOVED] = there[Kind.REMOVED], there[Kind.ADDED]
    assert +there == +back


@given(
    st.lists(st.builds(Said, _text, st.sampled_from([(), ("g",)])), max_size=6),
    st.lists(st.builds(Said, _text), max_size=6),
)
def test_pairs_hold_every_line_once(old: list[Said], new: list[Said]) -> None:
    found = pairs(old, new)
    assert sorted(i for i, _ in found if i is not None) == list(range(len(old)))
    assert sorted(j for _, j in found if j is not None) == list(range(len(new)))
