"""The answers that quote levels as Slack gets them: inside its limits, escaped, with buttons."""

import json
import os
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, Verbosity, given, settings

from bot import blocks, text
from bot.answers import Answer, Ask, answer
from bot.blocks.compare import TABLE_CHARACTERS
from bot.blocks.mrkdwn import bold
from bot.blocks.posting import Audience, Target, carried, confirmation, what_is_posted
from bot.ladder import Card, Dimension, Ladder, Statement
from bot.questions import Context, Index, Intent, Question
from tests.level_answers import level_answers
from tests.rendering.small import ask_small, asked, questions, small_ladder
from tests.support import assert_openable, assert_sendable, buttons, read, texts

Json = dict[str, Any]
TABLE_LIMIT = 10_000
"""Slack docs, "Table block": characters in all cells of a message together."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Ladder:
    return small_ladder(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def told(small: Ladder) -> dict[str, Answer]:
    return {name: ask_small(small, asks) for name, asks in questions(small).items()}


def sent(answer_: Answer, *, whole: bool = False) -> list[Json]:
    """The blocks of the message, as they go over the wire."""
    return list(json.loads(json.dumps(blocks.message(answer_, whole=whole)["blocks"])))


def opened(answer_: Answer) -> list[Json]:
    """The blocks of the modal, as they go over the wire."""
    return list(json.loads(json.dumps(blocks.answer_modal(answer_).to_dict()))["blocks"])


def assert_fits(answer_: Answer) -> None:
    """Fail where Slack would not take the message or the modal."""
    message = blocks.message(answer_)
    assert_sendable(message)
    assert_sendable(blocks.message(answer_, whole=True))
    for public in (False, True):
        offers = blocks.Offers(
            None if public else "Post to channel",
            public,
            not public,
            owners=True,
            question_id="q",
            note="I'm not a member of that channel.",
            poster="U07QKBANARZ",
        )
        assert_sendable(blocks.message(answer_, offers))
        assert_sendable(blocks.message(answer_, offers, whole=True))
    if question := carried(answer_):
        target = Target("C07QKEGENRL", "1.000001", "https://hooks.slack.com/x" * 4, question)
        assert_openable(confirmation(target, what_is_posted(answer_), Audience()).to_dict())
        assert_openable(blocks.answer_modal(answer_, target).to_dict())
    assert_openable(blocks.answer_modal(answer_).to_dict())
    tables = [block for block in sent(answer_) if block["type"] == "table"]
    assert sum(len(said) for table in tables for said in texts(table["rows"])) <= TABLE_LIMIT
    assert text.full(answer_).strip()


def test_every_kind_of_answer_fits(told: dict[str, Answer]) -> None:
    for answer_ in told.values():
        assert_fits(answer_)


def test_every_answer_shows_its_receipt_and_drafts(told: dict[str, Answer]) -> None:
    for name, answer_ in told.items():
        lines = text.full(answer_).splitlines()
        small_print = [line for line in lines if " · Owner: " in line or ": Draft, " in line]
        for shown in (read(sent(answer_)), read(opened(answer_))):
            assert all(line in shown for line in small_print), name


def test_nothing_of_the_ladders_is_markup(told: dict[str, Answer]) -> None:
    for answer_ in told.values():
        for block in (*sent(answer_), *opened(answer_)):
            if block["type"] not in {"table", "actions", "header"}:
                said = "\n".join(texts(block))
                assert "<late>" not in said
                assert "<leaves>" not in said


def test_what_was_typed_is_escaped(small: Ladder) -> None:
    asks = questions(small)["skill, nobody lists it"]
    assert asks.skill is not None
    asks = asks._replace(skill=replace(asks.skill, asked="<!channel> & a<b " + "long " * 40))
    message = blocks.message(ask_small(small, asks))
    assert "<!channel>" not in json.dumps(message)
    assert "&amp; a&lt;b" in message["text"]
    assert len(message["text"]) < 200


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Skills", "*Skills*"),
        ("R&D <x>", "*R&amp;D &lt;x&gt;*"),
        ("O*NET / SOC", "O*NET / SOC"),
        ("two\nlines", "two\nlines"),
    ],
)
def test_a_name_is_bold_where_its_signs_allow_it(name: str, shown: str) -> None:
    assert bold(name, 100) == shown


# A comparison


def test_a_comparison_is_a_table_with_the_differences_marked(told: dict[str, Answer]) -> None:
    (table,) = [
        block for block in sent(told["comparison of two families"]) if block["type"] == "table"
    ]
    rows = [["".join(texts(cell)) for cell in row] for row in table["rows"]]
    assert rows == [
        [" ", "IC2 · Brewer", "IC2 · Taster"],
        ["=\u00a0Autonomy", "Works alone & asks <late>", "Works alone & asks <late>"],
        ["=\u00a0Reach", "One pot", "One pot"],
        ["=\u00a0Years", "2–5 yrs", "2–5 yrs"],
    ]
    assert all(column["is_wrapped"] for column in table["column_settings"])


def test_one_part_needs_no_table(told: dict[str, Answer]) -> None:
    built = sent(told["comparison of one part, the same"])
    assert "table" not in {block["type"] for block in built}
    assert "*= Reach*\nOne pot" in read(built)


def test_a_difference_is_bold_as_well(told: dict[str, Answer]) -> None:
    (table,) = [block for block in sent(told["comparison"]) if block["type"] == "table"]
    head = table["rows"][1][0]["elements"][0]["elements"][0]
    assert head == {"type": "text", "text": "≠\u00a0Autonomy", "style": {"bold": True}}


def test_lists_show_what_only_one_card_has(told: dict[str, Answer]) -> None:
    shown = read(sent(told["comparison"], whole=True))
    assert "*≠ Skills*\nBoth have 1 line in common." in shown
    assert "*Only IC2*\n•  Teapots (e.g., clay, glass)" in shown
    assert "*Only IC1*\nnothing of its own" in shown
    assert "≠\u00a0Summary" in shown


def test_a_modal_has_no_table_and_shows_every_part(told: dict[str, Answer]) -> None:
    built = opened(told["comparison"])
    assert "table" not in {block["type"] for block in built}
    shown = read(built)
    assert "*≠ Autonomy*" in shown
    assert "*IC1*\nLed by hand" in shown
    assert "*≠ Summary*" in shown
    assert "*≠ What it pays*" in shown


def test_the_text_reads_a_comparison_row_by_row(told: dict[str, Answer]) -> None:
    said = blocks.message(told["comparison"])["text"]
    assert "Autonomy — IC1: Led by hand; IC2: Works alone &amp; asks &lt;late&gt;." in said


# Buttons


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("attribute in one line", ["Show IC2", "IC2 vs IC3"]),
        ("attribute, card not written", ["Show IC4"]),
        ("skill, not listed", ["Show IC1", "Show IC2", "IC1 vs IC2"]),
        ("years that fit one level", ["Show IC1", "From IC1 to IC2"]),
        ("years that fit two levels", ["Show IC2", "Show IC3", "IC2 vs IC3"]),
        ("years that fit no level", ["Levels of Brewer"]),
        (
            "step to the next level",
            ["Show all", "Show IC1", "Show IC2", "IC1 vs IC2", "From IC2 to IC3"],
        ),
        ("step beyond the top", ["Show IC4"]),
        ("comparison", ["Show all", "Show IC1", "Show IC2", "From IC1 to IC2"]),
        ("comparison of two families", ["Show all", "Show IC2 · Brewer", "Show IC2 · Taster"]),
        ("pasted card that differs", ["Show the ladder's card", "IC2 vs IC3"]),
        ("guide", []),
        ("skill, nobody lists it", []),
    ],
)
def test_buttons_show_the_cards_and_ask_on(
    told: dict[str, Answer], name: str, labels: list[str]
) -> None:
    shown = buttons(sent(told[name])).values()
    assert [button["text"]["text"] for button in shown] == labels


def test_every_button_asks_for_levels_that_it_names(ladder: Ladder, ask: Ask) -> None:
    for low, high in (("P2", "P3"), ("M1", "M2")):
        refs = (f"software-engineer/{low}", f"software-engineer/{high}")
        for intent in (Intent.GROWTH, Intent.COMPARE):
            answer_ = answer(Question("?", intent, 0.9, refs), Index.of(ladder))
            asking = buttons(sent(answer_))
            asking.pop("show_all", None)
            for button in asking.values():
                levels = ask(button["value"], Context()).levels
                codes = [ref.split("/")[1] for ref in levels]
                assert all(ref.startswith("software-engineer/") for ref in levels)
                assert all(code in button["text"]["text"] for code in codes)
                assert levels


# Ladders without measure


LONG = "<!channel> & *long* " * 150
"""3,000 characters with markup in them."""


def without_measure(small: Ladder, count: int) -> Ladder:
    """Cards with 30 dimensions and 2 sections of `count` lines, each of 3,000 characters."""
    dimensions = {f"d{n}": Dimension(f"d{n}", f"Dimension {n} " * 20) for n in range(30)}
    brewer = small.families["brewer"]
    cards = {code: _filled(card, dimensions, count) for code, card in brewer.cards.items()}
    families = {"brewer": replace(brewer, name="Brewer " * 40, cards=cards)}
    return replace(small, dimensions=dimensions, families=families)


def _filled(card: Card, dimensions: dict[str, Dimension], count: int) -> Card:
    code = card.level.code
    lines = tuple(Statement(f"{code} {n} {LONG}"[:3_000]) for n in range(count))
    told = dict.fromkeys(dimensions, f"{code} {LONG}")
    return replace(
        card,
        summary=LONG,
        sections={"tasks": lines, "skills": lines},
        titles=tuple(f"Title {n} {LONG}" for n in range(100)),
        meaning=replace(card.meaning, dimensions=told),
    )


@pytest.mark.parametrize(
    "asks",
    [
        asked(Intent.COMPARE, "IC1", "IC2", "IC3", "IC4"),
        asked(Intent.COMPARE, "IC1", "IC2"),
        asked(Intent.COMPARE, "IC1"),
        asked(Intent.COMPARE, "IC1", "IC2", attribute="skills"),
        asked(Intent.ATTRIBUTE, "IC1", attribute="skills"),
        asked(Intent.ATTRIBUTE, "IC1", "IC2", "IC3", "IC4", attribute="d3"),
        asked(Intent.ATTRIBUTE, "IC1", "IC2", "IC3", "IC4", attribute="skills"),
        asked(Intent.GROWTH, "IC1", "IC3"),
        asked(Intent.PASTED_CARD, "IC1", text=LONG * 20),
        asked(Intent.EXPERIENCE, "IC1", "IC2", family="brewer", track="IC", years=2.0),
    ],
    ids=lambda asks: f"{asks.intent} {len(asks.refs)} {asks.attribute}",
)
def test_a_ladder_without_measure_still_fits(small: Ladder, asks: Question) -> None:
    # To pair 100 lines of this length with 100 others takes many seconds.
    pairs_lines = asks.intent in {Intent.GROWTH, Intent.PASTED_CARD}
    answer_ = ask_small(without_measure(small, 12 if pairs_lines else 100), asks)
    assert_fits(answer_)
    foot = sent(answer_)[-2:]
    assert [block["type"] for block in foot] == ["actions", "context"]
    assert " · Owner: " in read(foot)
    said = "\n".join(
        each for block in sent(answer_) if block["type"] != "table" for each in texts(block)
    )
    assert "<!channel>" not in said


def test_a_table_keeps_room_for_its_names() -> None:
    assert TABLE_CHARACTERS < TABLE_LIMIT


SOME = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
if os.environ.get("HYPOTHESIS_PROFILE") != "search":
    # As in test_ladder.py: to make a failing ladder small takes minutes.
    phases = [Phase.explicit, Phase.generate]
    SOME = settings(SOME, max_examples=40, phases=phases, verbosity=Verbosity.quiet)


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@given(level_answers())
@SOME
def test_any_answer_about_any_ladder_fits(answer_: Answer) -> None:
    assert_fits(answer_)
