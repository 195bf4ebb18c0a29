"""Long and odd texts are answered in time: Slack waits three seconds, and others wait behind."""

import time

import pytest

from bot.answers import Ask
from bot.ladder import Ladder
from bot.ladder.pairs import Said, pairs
from bot.questions.language.words import squash, words
from tests.understanding.said import AI, ANYONE
from tests.understanding.test_pasted import card_text

AT_MOST_S = 2.0
"""Each took longer than this, up to minutes, and now takes a small part of it.

In time of this thread's: others may keep the machine busy."""


@pytest.mark.parametrize(
    "text",
    ["a" * 4_000, "1" * 4_000, "a1" * 2_000, "1.," * 1_300, "1" * 3_999 + "%", "$" + "1" * 3_999],
    ids=["letters", "digits", "both", "dots", "percent", "money"],
)
def test_a_question_of_one_long_word(ask: Ask, text: str) -> None:
    assert _seconds(ask, text) < AT_MOST_S


@pytest.mark.parametrize(
    "text",
    [
        "highest " + "engineer " * 40 + "level",
        "top level of the " + "individual contributor " * 30 + "now",
        "we have a P1 " + "not a " * 30 + "bad one",
        "how much does Bob " + " \n" * 6_000 + "earn at level",
    ],
    ids=["job", "track", "told", "blanks"],
)
def test_a_question_that_repeats_itself(ask: Ask, text: str) -> None:
    assert _seconds(ask, text) < AT_MOST_S


@pytest.mark.parametrize(
    "rest",
    [
        "ab\n" * 13_000,
        "\n".join(f"x{number}" for number in range(6_000)),
        "a" + "_" * 39_000 + "b",
        "\n".join(("model data review " * 30).strip() + f" {number}" for number in range(70)),
        "1" * 39_000,
        "a " * 18_000,
    ],
    ids=["short lines", "distinct lines", "underscores", "long lines", "digits", "words"],
)
def test_a_card_with_something_long_behind_it(ask: Ask, ladder: Ladder, rest: str) -> None:
    text = f"{card_text(ladder, f'{AI}/P2')}\n{rest}"
    assert _seconds(ask, text) < AT_MOST_S
    assert ask(text, ANYONE).levels == (f"{AI}/P2",)


def test_lists_of_long_lines_are_paired() -> None:
    old = [Said(f"{number} {'model data review ' * 160}") for number in range(100)]
    new = [Said(f"{number} {'model data reviews ' * 160}") for number in range(100)]
    start = time.thread_time()
    assert pairs(old, new) == [(number, number) for number in range(100)]
    assert time.thread_time() - start < AT_MOST_S


def test_what_is_no_word_is_read_in_short_parts() -> None:
    """Words are remembered, some ten thousand of them: so none may be a message of its own."""
    key = "3f9a" * 1_000
    assert max(map(len, words(key))) <= 100
    assert squash(key) == key


def _seconds(ask: Ask, text: str) -> float:
    start = time.thread_time()
    ask(text, ANYONE)
    return time.thread_time() - start
