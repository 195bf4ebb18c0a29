"""What is kept for some changes nothing that the others see: so no asking can find it out."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot import blocks, text
from bot.answers import Answerer, ask_about
from bot.ladder import PUBLIC, Ladder, load_ladder, visible
from bot.questions import Context
from tests.access.restricted import FILES, HIDDEN, QUESTIONS, RESTRICTED
from tests.ladders import write_ladder

KEPT = sorted({*RESTRICTED, *HIDDEN}, key=lambda words: (-len(words), words))
_KEPT = re.compile("|".join(map(re.escape, KEPT)), re.IGNORECASE)
PASTED = (
    "P2\nEngineer 2\nThe engineer builds things of size 2.\nWhat you'd do\nBuilds engineer parts\n"
    "Mends engineer parts\nSkills\n{skill}\nPay\nlow {low}, median 222222, high 233333"
)


def _other(match: re.Match[str]) -> str:
    """Another secret of the same kind: a number for a number, a word for a word."""
    found = match[0]
    if found[0].isdigit():
        return f"{found}5"  # the low stays the lowest
    word = found[::-1].casefold()
    return word.capitalize() if found[0].isupper() else word


@pytest.fixture(scope="module")
def answerers(tmp_path_factory: pytest.TempPathFactory, whole: Ladder) -> list[Answerer]:
    """Everybody's, of two ladders that differ in what they keep for some, and in nothing else."""
    files = {name: _KEPT.sub(_other, told) for name, told in FILES.items()}
    folder: Path = tmp_path_factory.mktemp("other")
    other = load_ladder(write_ladder(folder, files))
    assert repr(replace(other, version="")) != repr(replace(whole, version=""))
    return [ask_about(visible(replace(each, version="1"), PUBLIC)) for each in (whole, other)]


@pytest.mark.parametrize(
    "question",
    [
        *QUESTIONS,
        *KEPT,
        *(f"who needs {word}?" for word in KEPT if word.isalpha()),
        *(f"does a P2 need {word}?" for word in KEPT if word.isalpha()),
        *(f"what level gets {word}?" for word in KEPT[:9]),
        PASTED.format(skill="Drimology", low=211111),
        PASTED.format(skill="Kubernetes", low=1),
        "engneer 22", "enginer rank 2", "15-1252", "levels", "help", "what can you do?",
    ],
)  # fmt: skip
def test_the_same_is_answered_whatever_is_kept(answerers: list[Answerer], question: str) -> None:
    for context in (Context(), Context(family="stealth", levels=("engineer/P2",))):
        first, second = (each(question, context) for each in answerers)
        assert text.full(first) == text.full(second)
        assert blocks.message(first) == blocks.message(second)
        assert first.levels == second.levels


@pytest.mark.parametrize("typed", ["", "p", "en", "enginer", "skunk", "grand", "zork", "5", "rank"])
def test_the_same_is_found_while_one_types(answerers: list[Answerer], typed: str) -> None:
    first, second = (each.search(typed, Context()) for each in answerers)
    assert [(each.card.ref, each.title) for each in first] == [
        (each.card.ref, each.title) for each in second
    ]
