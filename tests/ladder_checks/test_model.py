"""Owners, versions and the guide, as they stand in the loaded ladder."""

from pathlib import Path

import pytest

from bot.answers import card_answer
from bot.ladder import GuideEntry, load_ladder
from tests.ladder_checks.case import Edit


@pytest.mark.parametrize(
    ("ref", "owner", "version"),
    [
        ("analyst/P1", "People team", "7"),
        ("engineer/P1", "Engineering", "7"),
        ("engineer/P2", "Web guild", "2026.1"),
    ],
    ids=["the ladder's", "the family's owner", "the card's own"],
)
def test_a_receipt_names_the_nearest_owner_and_version(
    root: Path, ref: str, owner: str, version: str
) -> None:
    ladder = load_ladder(root)
    card = ladder.card(ref)
    assert card
    receipt = card_answer(card, ladder).receipt
    assert (receipt.owner, receipt.version) == (owner, version)


def test_a_family_may_have_a_version_of_its_own(root: Path) -> None:
    Edit("analyst/family.yaml", "name: Analyst", "name: Analyst\nversion: '3'").apply(root)
    ladder = load_ladder(root)
    card = ladder.card("analyst/P1")
    assert card
    assert ladder.version_of(card) == "3"


def test_without_a_version_the_ladder_has_a_date_or_a_revision(root: Path) -> None:
    Edit("ladder.yaml", 'version: "7"\n', "").apply(root)
    assert load_ladder(root).version


@pytest.mark.parametrize("shape", ["mapping", "list"])
def test_the_guide_is_loaded_with_its_owners_and_status(root: Path, shape: str) -> None:
    if shape == "list":
        Edit("guide.yaml", "questions:\n", "").apply(root)
    assert load_ladder(root).guide == (
        GuideEntry(
            question="Is this a checklist?",
            also_asked=("Do I need every line?",),
            answer="No. It describes typical work.",
            owner="People team",
            status="approved",
        ),
        GuideEntry(
            question="Who owns this?",
            also_asked=(),
            answer="The People team.",
            owner="Head of People",
            status="draft",
        ),
    )


def test_a_ladder_needs_no_guide(root: Path) -> None:
    (root / "guide.yaml").unlink()
    assert load_ladder(root).guide == ()


def test_an_open_range_and_a_card_s_own_years_are_kept(root: Path) -> None:
    ladder = load_ladder(root)
    card = ladder.card("analyst/P3")
    assert card
    assert card.meaning.years
    assert (card.meaning.years.min_years, card.meaning.years.max_years) == (6, None)
    assert card.meaning.dimensions["scope"] == "Projects"


def test_cards_stand_in_the_order_of_the_tracks(root: Path) -> None:
    assert list(load_ladder(root).families["engineer"].cards) == ["P1", "P2", "P3", "M1"]
