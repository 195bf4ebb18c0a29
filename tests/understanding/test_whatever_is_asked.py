"""What must hold for any question, however it is put."""

import string
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import text as written
from bot.answers import (
    Answer,
    Answerer,
    Ask,
    AttributeAnswer,
    CompareAnswer,
    GrowthAnswer,
    PastedAnswer,
    SkillAnswer,
    ask_about,
)
from bot.answers.quote import parts, quote
from bot.ladder import Card, Ladder
from bot.questions import Context, Intent
from bot.questions.texts.card_lines import card_lines
from tests.understanding.said import ANYONE, asked
from tests.understanding.test_levels import ATTRIBUTES, COMPARED, EXPERIENCE, GROWN
from tests.understanding.test_pasted import card_text
from tests.understanding.test_skills import NAMED, UNNAMED

TABLE: list[str] = [
    *(text for text, *_ in COMPARED),
    *(text for text, *_ in GROWN),
    *(text for text, *_ in EXPERIENCE),
    *(text for text, *_ in NAMED),
    *(text for text, *_ in UNNAMED),
    *(text for texts in ATTRIBUTES.values() for text in texts),
    "who is the owner of the ladder?",
    "does a P2 need Kubernetes?",
    "which level needs cobol?",
    "P1 bug in checkout",
    "what's an L5 at google",
]
QUESTIONS = st.sampled_from(TABLE)
GREETINGS = st.sampled_from(
    ["hi", "Hello!", "hey levelbot,", "good morning,", "hi all -", "Hi team:"]
)
THANKS = st.sampled_from(
    ["thanks", "thanks!", "thx", "cheers :wave:", "ty", "thank you!", "please"]
)
BLANKS = st.text(" \t\n\u00a0\u2003", max_size=4)
ENDS = st.sampled_from(["", "?", "??", "!", ".", "...", " ?", "?!", "…"])


@given(QUESTIONS, st.sampled_from(["upper", "lower", "swapcase"]))
def test_case_changes_nothing(ask: Ask, text: str, case: str) -> None:
    assert asked(ask, getattr(text, case)()) == asked(ask, text)


@given(QUESTIONS, BLANKS, BLANKS, st.sampled_from([" ", "  ", " \t", "\u00a0"]))
def test_blanks_change_nothing(ask: Ask, text: str, before: str, after: str, inside: str) -> None:
    changed = before + text.replace(" ", inside) + after
    assert asked(ask, changed) == asked(ask, text)


@given(QUESTIONS, ENDS)
def test_signs_at_the_end_change_nothing(ask: Ask, text: str, end: str) -> None:
    assert asked(ask, text.rstrip("?!.") + end) == asked(ask, text)


@given(QUESTIONS, GREETINGS)
def test_a_greeting_changes_nothing(ask: Ask, text: str, greeting: str) -> None:
    assert asked(ask, f"{greeting} {text}") == asked(ask, text)


@given(QUESTIONS, st.sampled_from([" ", ", ", "\n", ". ", " - "]), THANKS)
def test_thanks_change_nothing(ask: Ask, text: str, between: str, thanks: str) -> None:
    assert asked(ask, text + between + thanks) == asked(ask, text)


# Whatever is typed

WORDS = """
    P1 P2 p-3 M1 M4 P99 II 2 two senior lead manager director of machine learning software engineer
    data scientist vs versus and or from to between compare what is are the a does do how who which
    need needs know list PyTorch kubernetes cobol autonomy scope pay salary years
    experience 4 I have
    get promoted after next become level levels bug google <@U07QKCBENOK> @ % * ( ) | ? ! & &amp;
    :wave: Priya's his its it and? help checklist ladder approves
"""
LINES = [
    "\n",
    "- ",
    "Scope: ",
    "May guide interns",
    "Technical writing",
    "Skills, knowledge & tools",
]
PIECES = st.sampled_from([*WORDS.split(), *LINES])
ANYTHING = (
    st.text(max_size=120)
    | st.lists(PIECES, max_size=14).map(" ".join)
    | st.lists(PIECES | st.text(max_size=6), max_size=10).map(" ".join)
    | st.lists(PIECES, min_size=4, max_size=12).map("\n".join)
)


@pytest.fixture(scope="module", params=["shipped", "studio"])
def any_ask(request: pytest.FixtureRequest, ladder: Ladder, studio: Ladder) -> Answerer:
    """Asks either ladder."""
    return ask_about(ladder if request.param == "shipped" else studio)


def contexts(ladder: Ladder) -> st.SearchStrategy[Context]:
    """What may be known beside the words; also what is out of date."""
    refs = st.sampled_from([*(card.ref for card in ladder.cards()), "gone/P2", ""])
    return st.builds(
        Context,
        family=st.none() | st.sampled_from([*ladder.families, "gone"]),
        levels=st.lists(refs, max_size=4).map(tuple),
        intent=st.none() | st.sampled_from(Intent),
        attribute=st.none() | st.sampled_from([part.id for part in parts(ladder)]),
        skill=st.none() | st.sampled_from(["pytorch", "", "kafka", "?"]),
    )


@given(ANYTHING, st.data())
@settings(max_examples=120)
def test_any_words_get_a_sound_answer(any_ask: Answerer, text: str, data: st.DataObject) -> None:
    context = data.draw(contexts(any_ask.ladder))
    answer = any_ask(text, context)
    assert_sound(answer, any_ask.ladder)
    assert_quotes(answer, any_ask.ladder)
    assert any_ask(text, context) == answer


@pytest.mark.parametrize("unit", string.punctuation + "\x00\ud800é🤖٣Ⅱ\u202e")
def test_any_sign_is_no_problem(any_ask: Answerer, unit: str) -> None:
    for text in (unit, unit * 50, f"P2{unit}P3", f"does a P2 need {unit}?", f"{unit}\n" * 9):
        assert_sound(any_ask(text, ANYONE), any_ask.ladder)


@pytest.mark.parametrize("text", list(dict.fromkeys(TABLE)))
def test_the_tables_answers_quote_the_ladder(ask: Ask, ladder: Ladder, text: str) -> None:
    answer = ask(text, ANYONE)
    assert_sound(answer, ladder)
    assert_quotes(answer, ladder)
    assert_says_levels(answer, ladder)


def test_a_pasted_card_quotes_the_ladder(any_ask: Answerer) -> None:
    for card in any_ask.ladder.cards():
        answer = any_ask(card_text(any_ask.ladder, card.ref), ANYONE)
        assert_quotes(answer, any_ask.ladder)
        assert_says_levels(answer, any_ask.ladder)


def test_the_version_of_the_ladder_changes_no_answer(ask: Ask, ladder: Ladder) -> None:
    again = ask_about(replace(ladder, version="another"))
    assert [asked(again, text) for text in TABLE] == [asked(ask, text) for text in TABLE]


def assert_sound(answer: Answer, ladder: Ladder) -> None:
    """What the contract says of every answer."""
    known = {card.ref for card in ladder.cards()}
    assert 0 <= answer.confidence <= 1
    assert set(answer.levels) <= known
    assert len(set(answer.levels)) == len(answer.levels)
    assert len(answer.suggestions) <= 3
    assert answer.attribute is None or answer.attribute in {part.id for part in parts(ladder)}
    assert answer.listed is None or answer.intent is Intent.SKILL
    counts = {
        Intent.COMPARE: range(1, 5),
        Intent.GROWTH: range(1, 3),
        Intent.PASTED_CARD: range(1, 2),
        Intent.GUIDE: range(1),
        Intent.HELP: range(1),
        Intent.UNKNOWN: range(1),
    }
    assert len(answer.levels) in counts.get(answer.intent, range(len(known) + 1))
    if answer.intent is Intent.UNKNOWN:
        assert answer.suggestions
    assert written.full(answer)
    assert written.brief(answer)


def assert_says_levels(answer: Answer, ladder: Ladder) -> None:
    """The text names the code and the family of each level that it speaks of."""
    said = written.full(answer)
    for ref in answer.levels:
        card = ladder.card(ref)
        assert card
        assert card.level.code in said, (ref, said)
        assert ladder.families[card.family_id].name in said, (ref, said)


def assert_quotes(answer: Answer, ladder: Ladder) -> None:
    """Every line that an answer quotes stands on the card that it names."""
    for card, part, line in quoted(answer):
        assert line in lines_of(card, part, ladder), (answer.question, card.ref, part, line)
        assert ladder.card(card.ref) == card
    if isinstance(answer, SkillAnswer) and answer.skill:
        every = {line for card in ladder.cards() for line, _ in card_lines(card)}
        assert answer.skill in every


def lines_of(card: Card, part: str, ladder: Ladder) -> set[str]:
    """The lines of a part: as a card shows them, and with a group's statements by themselves."""
    by_themselves = {line for line, where in card_lines(card) if where == part}
    return {*quote(card, part, ladder), *by_themselves}


def quoted(answer: Answer) -> Iterator[tuple[Card, str, str]]:
    """Each line that an answer quotes, with its card and part."""
    if isinstance(answer, CompareAnswer):
        for row in answer.rows:
            for side, cell in zip(answer.sides, row.cells, strict=True):
                yield from ((side.card, row.part.id, line) for line in cell)
    elif isinstance(answer, AttributeAnswer):
        for told in answer.told:
            yield from ((told.cited.card, answer.part.id, line) for line in told.lines)
    elif isinstance(answer, SkillAnswer):
        for listing in (*answer.listings, *answer.unlisted, *answer.elsewhere):
            for found in listing.lines:
                yield listing.cited.card, found.part.id, found.text
    elif isinstance(answer, PastedAnswer):
        for each in answer.different:
            if each.ours and each.part and each.part.id != "title":
                yield answer.cited.card, each.part.id, each.ours
    elif isinstance(answer, GrowthAnswer):
        yield from of_step(answer)


def of_step(answer: GrowthAnswer) -> Iterator[tuple[Card, str, str]]:
    """The lines of both cards that a step quotes."""
    if not answer.goal:
        assert answer.steps == ()
        return
    if not answer.start:
        yield from (
            (answer.goal.card, step.part.id, line) for step in answer.steps for line in step.new
        )
        return
    for step in answer.steps:
        old, grown = [each for each, _ in step.changed], [each for _, each in step.changed]
        for line in (*step.new, *grown, *step.same):
            yield answer.goal.card, step.part.id, line
        for line in (*step.gone, *old, *step.same):
            yield answer.start.card, step.part.id, line
