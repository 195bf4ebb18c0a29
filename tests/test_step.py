"""The custom step for Workflow Builder, run as a workflow runs it."""

import pytest

from local_slack import LocalSlack
from tests.support import settled

STEP = "look_up_level_step"


@pytest.mark.parametrize(
    ("question", "level", "family"),
    [
        ("P2", "P2", "AI/ML Engineer"),
        ("what's Machine Learning II?", "P2", "AI/ML Engineer"),
        ("staff data scientist", "P7", "Data Scientist"),
    ],
)
async def test_the_step_gives_the_level(
    slack: LocalSlack, question: str, level: str, family: str
) -> None:
    run = await slack.run_step(STEP, {"question": question})
    await settled(slack)
    assert run.status == "completed"
    assert (run.outputs["level"], run.outputs["family"]) == (level, family)
    assert run.outputs["summary"] in run.outputs["card"]
    assert run.outputs["link"].startswith("https://slack.com/app_redirect?app=A")


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("what's the weather?", "couldn't find"),
        ("P9", "P9"),
        ("who needs SQL?", "one level"),
        (" ", "."),
    ],
)
async def test_the_step_fails_with_a_reason(slack: LocalSlack, question: str, reason: str) -> None:
    run = await slack.run_step(STEP, {"question": question})
    await settled(slack)
    assert run.status == "failed"
    assert reason in run.error


async def test_a_long_card_fits_a_message(slack: LocalSlack) -> None:
    run = await slack.run_step(STEP, {"question": "M5"})
    await settled(slack)
    assert len(run.outputs.get("card", "")) <= 3_000
