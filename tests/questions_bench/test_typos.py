"""Typos that are made of titles."""

import pytest

from benchmarks.ladders import SHIPPED
from benchmarks.questions.door import ladder_in
from benchmarks.questions.typos import Typo, typos
from bot.ladder import Ladder


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return ladder_in(SHIPPED)


@pytest.fixture(scope="module")
def made(ladder: Ladder) -> list[Typo]:
    return typos(ladder)


def key(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def test_the_same_seed_makes_the_same_typos(ladder: Ladder, made: list[Typo]) -> None:
    assert typos(ladder) == made
    assert typos(ladder, seed=1) != made


def test_no_typo_is_a_title_of_the_ladder(ladder: Ladder, made: list[Typo]) -> None:
    titles = {key(title) for card in ladder.cards() for title in card.titles}
    assert [typo for typo in made if key(typo.text) in titles] == []


def test_each_title_is_taken_once_with_the_cards_that_list_it(
    ladder: Ladder, made: list[Typo]
) -> None:
    assert len({typo.title for typo in made}) == len(made)
    for typo in made:
        assert typo.refs == {card.ref for card in ladder.cards() if typo.title in card.titles}


def test_grades_are_left_alone(made: list[Typo]) -> None:
    grades = {"I", "II", "III", "IV", "V", "VI", "VII", *"1234567"}
    for typo in made:
        kept = [word for word in typo.text.split() if word in grades]
        assert kept == [word for word in typo.title.split() if word in grades]
