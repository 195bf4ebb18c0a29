"""Levels for what is being typed: pure, over any ladder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answerer
from bot.questions import Context
from bot.questions.language.words import words
from bot.questions.vocabulary.lexicon import expand

ANYONE = Context()


def _refs(ask: Answerer, typed: str, family: str | None = None) -> list[str]:
    return [each.card.ref for each in ask.search(typed, Context(family=family), 20)]


@pytest.mark.parametrize(
    ("typed", "among_the_first"),
    [
        ("senior d", "data-scientist/P4"),
        ("data scientist s", "data-scientist/P4"),
        ("principal software", "software-engineer/P6"),
        ("soft man", "software-engineer/M2"),
        ("m3", "software-engineer/M3"),
        ("Developing", "ai-ml-engineer/P2"),
    ],
)
def test_half_a_title_is_enough(ask: Answerer, typed: str, among_the_first: str) -> None:
    assert among_the_first in _refs(ask, typed)[:6]


def test_nothing_typed_lists_the_persons_family_first(ask: Answerer) -> None:
    assert _refs(ask, "", "data-scientist")[0] == "data-scientist/P1"
    assert _refs(ask, "  ")[0] == "ai-ml-engineer/P1"


def test_what_no_title_is_like_finds_nothing(ask: Answerer) -> None:
    assert _refs(ask, "xyzzy quux") == []


def test_every_title_typed_whole_comes_first(ask: Answerer) -> None:
    """Unless two cards share it, as families do: then one of them."""
    for card in ask.ladder.cards():
        for title in (card.title, *card.titles):
            first = ask.search(title, Context(family=card.family_id), 5)[0]
            key = "".join(expand(words(title)))
            assert first.card.ref in ask.index.lexicon.titles[key], title


@given(typed=st.text(max_size=60), most=st.integers(1, 30))
def test_whatever_is_typed_each_level_comes_once(ask: Answerer, typed: str, most: int) -> None:
    refs = [each.card.ref for each in ask.search(typed, ANYONE, most)]
    assert len(refs) == len(set(refs)) <= most
