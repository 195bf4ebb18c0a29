"""A pasted card: which level it is, and where it differs from the ladder's."""

from pathlib import Path

import pytest

from bot import text as written
from bot.answers import Ask, Difference, PastedAnswer, UnknownAnswer, card_answer
from bot.ladder import Ladder
from tests.understanding.said import AI, ANYONE, DS, SW

CARD_TEXT = Path(__file__).resolve().parents[1] / "data" / "ai-ml-engineer-P2.txt"


def card_text(ladder: Ladder, ref: str) -> str:
    """A card as `levelbot show` prints it."""
    card = ladder.card(ref)
    assert card
    return written.full(card_answer(card, ladder))


def pasted(ask: Ask, text: str, ref: str) -> PastedAnswer:
    """The answer to a pasted text, which must be this card's."""
    answer = ask(text, ANYONE)
    assert isinstance(answer, PastedAnswer), answer
    assert answer.levels == (ref,)
    return answer


@pytest.mark.parametrize("ref", [f"{AI}/P2", f"{AI}/M3", f"{SW}/P4", f"{DS}/P6"])
def test_a_whole_card(ask: Ask, ladder: Ladder, ref: str) -> None:
    answer = pasted(ask, card_text(ladder, ref), ref)
    assert [each for each in answer.different if each.difference is not Difference.ADDED] == []


def test_the_card_as_it_is_copied_from_a_page(ask: Ask) -> None:
    answer = pasted(ask, CARD_TEXT.read_text(encoding="utf-8"), f"{AI}/P2")
    assert answer.same > 40


def test_every_card_of_the_ladder_is_known(ask: Ask, ladder: Ladder) -> None:
    wrong = {
        card.ref: answer.levels
        for card in ladder.cards()
        if (answer := ask(card_text(ladder, card.ref), ANYONE)).levels != (card.ref,)
        or not isinstance(answer, PastedAnswer)
    }
    assert wrong == {}


def test_lines_that_several_cards_have_are_of_these_in_the_order_of_the_ladder(
    ask: Ask, ladder: Ladder
) -> None:
    card = ladder.card(f"{AI}/P2")
    assert card
    answer = ask("\n".join(str(each) for each in card.meaning.dimensions.values()), ANYONE)
    assert isinstance(answer, UnknownAnswer)
    near = [card.ref for card, _ in answer.near]
    every = [card.ref for card in ladder.cards()]
    assert len(near) > 1
    assert near == sorted(near, key=every.index)


@pytest.mark.parametrize("lines", [12, 20, 40])
def test_a_card_that_is_cut(ask: Ask, ladder: Ladder, lines: int) -> None:
    whole = card_text(ladder, f"{AI}/P2")
    cut = "\n".join(whole.splitlines()[:lines])
    answer = pasted(ask, cut, f"{AI}/P2")
    missing = [each for each in answer.different if each.difference is Difference.MISSING]
    assert missing
    assert all(each.ours and each.ours not in cut for each in missing)


def test_a_card_without_its_heading(ask: Ask, ladder: Ladder) -> None:
    text = card_text(ladder, f"{AI}/P2")
    pasted(ask, "\n".join(text.splitlines()[12:]), f"{AI}/P2")


def test_an_edited_card(ask: Ask, ladder: Ladder) -> None:
    text = card_text(ladder, f"{AI}/P2")
    text = text.replace("May guide interns", "May guide interns and new hires")
    text = text.replace("- Adaptability\n", "")
    text = text.replace(
        "- Technical writing\n", "- Technical writing\n- Underwater basket weaving\n"
    )
    answer = pasted(ask, text, f"{AI}/P2")
    found = {(each.difference, each.pasted, each.ours) for each in answer.different}
    assert {
        (Difference.REWORDED, "May guide interns and new hires", "May guide interns"),
        (Difference.MISSING, None, "Adaptability"),
        (Difference.ADDED, "Underwater basket weaving", None),
    } <= found


def test_a_card_as_slack_sends_it(ask: Ask, ladder: Ladder) -> None:
    text = card_text(ladder, f"{AI}/P2").replace("&", "&amp;").replace("\n- ", "\n• ")
    answer = pasted(ask, f"<@U07QKALVBOT> {text}", f"{AI}/P2")
    assert Difference.MISSING not in {each.difference for each in answer.different}


@pytest.mark.parametrize("ref", ["product-designer/IC2", "product-designer/EM1"])
def test_a_card_of_another_ladder_is_not_taken_for_ours(ask: Ask, studio: Ladder, ref: str) -> None:
    assert not isinstance(ask(card_text(studio, ref), ANYONE), PastedAnswer)


def test_lines_that_are_no_card(ask: Ask) -> None:
    text = "shopping list\n- milk\n- bread\n- eggs\n- problem-solving\n- tea"
    assert not isinstance(ask(text, ANYONE), PastedAnswer)


def test_the_answer_says_where_it_differs(ask: Ask, ladder: Ladder) -> None:
    text = card_text(ladder, f"{AI}/P2").replace("May guide interns", "Guides interns daily")
    said = written.full(pasted(ask, text, f"{AI}/P2"))
    assert "Guides interns daily" in said
    assert "May guide interns" in said


def test_a_card_of_another_ladder_with_a_title_of_ours_is_told_to_be_foreign(ask: Ask) -> None:
    text = """Senior Software Engineer
Scope: one rocket
Autonomy: asks mission control
Skills
- Rocket science
- Fuel chemistry"""
    answer = ask(text, ANYONE)
    assert isinstance(answer, UnknownAnswer)
    assert [card.ref for card, _ in answer.near] == [f"{SW}/P4"]
    assert "none of its lines stands word for word" in written.full(answer)


def test_a_question_of_several_lines_is_no_card(ask: Ask) -> None:
    answer = ask("hi\nquick one\nwhat's the scope of P3\nthanks\nMarta", ANYONE)
    assert (str(answer.intent), answer.attribute) == ("attribute", "scope")


@pytest.mark.parametrize("ref", [f"{AI}/P2", f"{AI}/P7", f"{SW}/P4", f"{SW}/M1"])
def test_a_card_whose_lines_run_together(ask: Ask, ladder: Ladder, ref: str) -> None:
    """A box that takes no line breaks makes one line of it."""
    text = " ".join(card_text(ladder, ref).replace("\n- ", "\n").split())
    answer = pasted(ask, text, ref)
    kinds = [each.difference for each in answer.different]
    assert kinds.count(Difference.MISSING) <= 2
    assert answer.same > 20


def test_a_long_question_is_no_card(ask: Ask) -> None:
    text = (
        "hey all, I have been a machine learning engineer for a while and my manager says that "
        "Scope and Autonomy matter most at the next level, and I would like to know what changes "
        "between P2 and P3, with all the details, since I want to prepare for our next talk and "
        "bring some examples of my own work along"
    )
    assert not isinstance(ask(text, ANYONE), PastedAnswer)
