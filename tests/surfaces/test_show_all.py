"""An answer is first what one phone screen shows; *Show all* gives the rest."""

import itertools
from pathlib import Path

import pytest
from slack_sdk.models.blocks import Block

from bot import blocks
from bot.answers import ask_about
from bot.blocks.first_screen import SCREEN_PX
from bot.blocks.rest import unpacked
from bot.ladder import load_ladder
from bot.questions import Context
from local_slack import LocalSlack, Message
from tests.support import buttons, click, down_to_buttons, read, settled

ROOT = Path(__file__).parents[2]
TO_ONE = blocks.Offers(post="Post to channel", copy=True, question_id="q")
NOTED = blocks.Offers(note="I'm not a member of that channel. Invite me there with /invite.")

COMPARED = "P2 vs P3"
STEP = "how do I get from P2 to P3?"
HIDDEN = {
    COMPARED: ["Complexity", "Leadership", "What good looks like", "O*NET / SOC", "What it pays"],
    STEP: ["Leadership: May guide interns", "What good looks like", "P3 in short"],
    "who needs communication?": ["Partner communication"],
    "help": ["/level default", "/level forget me", "a title; typos are forgiven"],
}
"""What is asked, and some of what one screen has no room for."""


async def answered(slack: LocalSlack, text: str) -> Message:
    """The ephemeral answer to the slash command."""
    delivery = await slack.command("/level", text, channel="general")
    assert delivery.message
    return delivery.message


def left_out(shown: object, question: str) -> list[str]:
    """What of the hidden is not shown."""
    said = read(shown).replace("*", "")
    return [each for each in HIDDEN[question] if each.replace("*", "") not in said]


@pytest.mark.parametrize("question", list(HIDDEN))
async def test_in_ones_own_answer_the_rest_comes_in_place(slack: LocalSlack, question: str) -> None:
    answer = await answered(slack, question)
    assert left_out(answer.blocks, question), "a phone shows a part"
    count = len(slack.ephemerals())
    await click(slack, answer, "show_all")
    assert left_out(answer.blocks, question) == []
    assert "show_all" not in buttons(answer.blocks)
    assert len(slack.ephemerals()) == count, "replaced, not answered beside"
    assert slack.messages("general") == [], "nobody else sees it"


async def test_the_whole_answer_is_still_offered_and_judged(slack: LocalSlack) -> None:
    answer = await answered(slack, COMPARED)
    judged = answer.blocks[-1]["elements"]
    await click(slack, answer, "show_all")
    assert {"post_answer", "send_copy"} <= set(buttons(answer.blocks))
    assert answer.blocks[-1]["elements"] == judged, "for the question as it was asked"


async def test_before_others_the_rest_opens_for_the_one_who_presses(slack: LocalSlack) -> None:
    question = await slack.post(f"@levelbot {COMPARED}", channel="general")
    await settled(slack)
    (answer,) = slack.replies("general", question.ts)
    before = read(answer.blocks)
    await click(slack, answer, "show_all", user="ben")
    assert left_out(slack.view("ben").blocks, COMPARED) == []
    assert read(answer.blocks) == before, "what all see stays"


async def test_a_follow_up_shows_all_of_itself(slack: LocalSlack) -> None:
    question = await slack.post("@levelbot P2 vs P3", channel="general")
    await settled(slack)
    await slack.post("and what's next after P3?", channel="general", thread_ts=question.ts)
    await settled(slack)
    await slack.post("P5 vs P6", channel="general", thread_ts=question.ts)
    await settled(slack)
    first, second, _ = [
        each for each in slack.replies("general", question.ts) if "show_all" in buttons(each.blocks)
    ]
    await click(slack, first, "show_all")
    assert "P2 — Developing Professional and P3" in read(slack.view().blocks)
    await click(slack, second, "show_all")
    assert "P4 in short" in read(slack.view().blocks)


@pytest.mark.provokes_faults
async def test_where_the_message_is_too_old_the_rest_opens_in_a_window(
    slack: LocalSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = await answered(slack, COMPARED)
    monkeypatch.setattr("local_slack.triggers.RESPONSE_URL_LIFE_S", -1)
    await click(slack, answer, "show_all")
    assert left_out(slack.view().blocks, COMPARED) == []


async def test_what_one_screen_shows_whole_has_no_such_button(slack: LocalSlack) -> None:
    answer = await answered(slack, "P2 autonomy")
    assert "show_all" not in buttons(answer.blocks)


def questions_about(name: str, codes: list[str]) -> list[str]:
    """Questions of every kind about a family's levels."""
    rows = [codes[start : start + count] for count in (2, 3, 4) for start in range(len(codes))]
    asked = [f"{' vs '.join(row)} in {name}" for row in rows if len(row) > 1]
    asked += [f"How do I get from {low} to {high} in {name}?" for low, high in _steps(codes)]
    return [*asked, *(f"skills of {code} in {name}" for code in codes), f"levels of {name}"]


def _steps(codes: list[str]) -> list[tuple[str, str]]:
    return [*itertools.pairwise(codes), (codes[0], codes[-1])]


@pytest.mark.parametrize("folder", ["level_data", "benchmarks/other-ladder"])
def test_no_answer_is_taller_than_a_phone_before_the_rest_is_offered(folder: str) -> None:
    ask = ask_about(load_ladder(ROOT / folder))
    asked = ["help", "", "what levels are there?", "who needs SQL?", "who needs communication?"]
    for family in ask.ladder.families.values():
        asked += [card.ref for card in family.cards.values()]
        asked += [card.level.code for card in family.cards.values()]
        asked += questions_about(family.name, list(family.cards))
    too_tall = []
    for question in asked:
        answer = ask(question, Context())
        for offers in (blocks.Offers(), TO_ONE, NOTED):
            message = blocks.message(answer, offers)
            tall = down_to_buttons(Block.parse_all(message["blocks"]))
            if tall > SCREEN_PX:
                too_tall.append((question, round(tall)))
    assert too_tall == []


def test_the_button_brings_the_same_answer_again() -> None:
    wrong = []
    for folder in ("level_data", "benchmarks/other-ladder"):
        ask = ask_about(load_ladder(ROOT / folder))
        for family in ask.ladder.families.values():
            for question in questions_about(family.name, list(family.cards)):
                answer = ask(question, Context())
                button = buttons(blocks.message(answer)["blocks"]).get("show_all")
                if button is None:
                    continue
                again = ask(unpacked(button["value"])[1], Context())
                if (again.intent, again.levels) != (answer.intent, answer.levels):
                    wrong.append((question, button["value"], again.intent, again.levels))
    assert wrong == []
