"""The buttons under a card ask what they say, whatever the ladder."""

from pathlib import Path

import pytest

from bot.answers import CardAnswer, ask_about
from bot.answers.ask import Answerer
from bot.blocks.questions import card_buttons
from bot.ladder import load_ladder
from bot.questions import Context

ROOT = Path(__file__).parents[2]
KINDS = {"ask_compare": "compare", "ask_step": "growth", "ask_skills": "attribute"}


@pytest.fixture(scope="module", params=["level_data", "benchmarks/other-ladder"])
def answerer(request: pytest.FixtureRequest) -> Answerer:
    """What answers from a ladder."""
    return ask_about(load_ladder(ROOT / request.param))


def test_each_button_asks_what_it_says(answerer: Answerer) -> None:
    wrong = []
    for family in answerer.ladder.families.values():
        for card in family.cards.values():
            shown = answerer(card.ref, Context())
            assert isinstance(shown, CardAnswer)
            above = [shown.above.ref] if shown.above else []
            for button in card_buttons(shown):
                answer = answerer(str(button.value), Context())
                levels = [card.ref] if button.action_id == "ask_skills" else [card.ref, *above]
                found = (answer.intent.value, list(answer.levels))
                if found != (KINDS[str(button.action_id)], levels):
                    wrong.append((button.value, found))
    assert wrong == []
