"""What the help offers to type: questions of every kind, which the ladder at hand does answer."""

from pathlib import Path

import pytest

from bot.answers import Answer, HelpAnswer, ask_about
from bot.ladder import load_ladder
from bot.questions import Context
from tests.ladders import write_ladder

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "level_data"
OTHER = ROOT / "benchmarks" / "other-ladder"
MOST_LINES = 7

ANYONE = Context()

LADDER = "name: Acme ladder\ndimensions: {}\nsections: {skills: {name: Skills}}\ntracks:\n"
ONE_LEVEL = {
    "ladder.yaml": LADDER + "  IC: {name: Engineers, levels: {IC1: {name: Starting out}}}\n",
    "support/family.yaml": "name: Support Engineer\n",
    "support/IC1.yaml": "level: IC1\ntitle: Support Engineer I\nskills: [Reading logs]\n",
}
TWO_LEVELS = {
    **ONE_LEVEL,
    "ladder.yaml": (
        f"{LADDER.replace('dimensions: {}', 'dimensions: {autonomy: {name: Autonomy}}')}"
        "  IC:\n    name: Engineers\n    levels:\n"
        "      IC1: {name: Starting out, meaning: {autonomy: A lead reads along}}\n"
        "      IC2: {name: Independent}\n"
    ),
    "support/IC1.yaml": (
        "level: IC1\ntitle: Support Engineer I\n"
        "skills: [Writes 3 replies a day, Reads the log of one service, SQL queries]\n"
    ),
    "support/IC2.yaml": "level: IC2\ntitle: Support Engineer II\nskills: [Capacity planning]\n",
}
NAMES_ONLY = {**ONE_LEVEL, "support/IC1.yaml": "level: IC1\ntitle: Support Engineer I\n"}


def helped(folder: Path) -> tuple[list[str], list[Answer]]:
    """What the help of a ladder says to type, and the answers to that."""
    ask = ask_about(load_ladder(folder))
    help_ = ask("help", ANYONE)
    assert isinstance(help_, HelpAnswer)
    typed = [example for example, _ in help_.examples]
    return typed, [ask(example, ANYONE) for example in typed]


@pytest.mark.parametrize(
    ("folder", "typed"),
    [
        pytest.param(
            SHIPPED,
            {
                "P2": "card",
                "Machine Learning II": "card",
                "Scope of P1 in Software Engineer": "attribute",
                "P2 vs P3": "compare",
                "What's next after P2?": "growth",
                "Who needs hyperparameter tuning?": "skill",
                "What levels are there?": "browse",
            },
            id="the ladder that ships",
        ),
        pytest.param(
            OTHER,
            {
                "IC1": "card",
                "Backend I": "card",
                "Craft of IC1 in Product Designer": "attribute",
                "IC1 vs IC2 in Backend Engineer": "compare",
                "What's next after IC1 in Backend Engineer?": "growth",
                "Who needs shell basics?": "skill",
                "What levels are there?": "browse",
            },
            id="no default family, so each line names one",
        ),
    ],
)
def test_help_shows_each_kind_of_question(folder: Path, typed: dict[str, str]) -> None:
    shown, answers = helped(folder)
    assert {text: str(a.intent) for text, a in zip(shown, answers, strict=True)} == typed
    assert len(shown) <= MOST_LINES


@pytest.mark.parametrize(
    ("files", "typed"),
    [
        pytest.param(
            ONE_LEVEL,
            ["IC1", "Support Engineer I", "Who needs reading logs?", "What levels are there?"],
            id="one level has no next",
        ),
        pytest.param(
            TWO_LEVELS,
            [
                "IC1",
                "Support Engineer I",
                "Autonomy of IC1",
                "IC1 vs IC2",
                "What's next after IC1?",
                "Who needs SQL queries?",
                "What levels are there?",
            ],
            id="one family, and sentences beside a skill's name",
        ),
        pytest.param(
            NAMES_ONLY,
            ["IC1", "Support Engineer I", "What levels are there?"],
            id="a card that is not written yet",
        ),
    ],
)
def test_help_shows_only_what_the_ladder_has(
    tmp_path: Path, files: dict[str, str], typed: list[str]
) -> None:
    shown, answers = helped(write_ladder(tmp_path, files))
    assert shown == typed
    assert "unknown" not in {str(answer.intent) for answer in answers}


def test_skill_of_the_help_is_on_the_card_that_it_comes_from() -> None:
    shown, answers = helped(SHIPPED)
    answer = answers[shown.index("Who needs hyperparameter tuning?")]
    assert "ai-ml-engineer/P2" in answer.levels
