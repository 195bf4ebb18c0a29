"""What stands before *Show all* is one screen of a phone: the tallest answer of each kind."""

import itertools

import pytest
from playwright.async_api import Page, ViewportSize, expect
from slack_sdk.models.blocks import Block

from bot import blocks
from bot.answers import Answerer
from bot.questions import Context
from bot.reload import LadderSource
from local_slack import LocalSlack
from tests.support import down_to_buttons

pytestmark = pytest.mark.asyncio(loop_scope="session")

PHONE: ViewportSize = {"width": 390, "height": 844}
MESSAGE_PX = 719
"""What is left between the bars above and below a conversation."""
TALL = """answer => {
    const lowest = answer.querySelector(".blocks .row button") ?? answer
    return lowest.getBoundingClientRect().bottom - answer.getBoundingClientRect().top
}"""
OFFERS = blocks.Offers(post="Post to channel", copy=True, question_id="q")


def kinds(answerer: Answerer) -> dict[str, list[str]]:
    """Questions of each kind that has long answers."""
    families = [(each.name, list(each.cards)) for each in answerer.ladder.families.values()]
    pairs = [(n, low, high) for n, c in families for low, high in itertools.pairwise(c)]
    every = [(name, code) for name, codes in families for code in codes]

    def in_a_row(count: int) -> list[str]:
        rows = [(n, c[at : at + count]) for n, c in families for at in range(len(c) - count + 1)]
        return [f"{' vs '.join(codes)} in {name}" for name, codes in rows]

    return {
        "card": [card.ref for f in answerer.ladder.families.values() for card in f.cards.values()],
        "card, family not named": sorted({code for _, code in every}),
        "two levels": in_a_row(2),
        "three levels": in_a_row(3),
        "four levels": in_a_row(4),
        "step": [f"How do I get from {low} to {high} in {name}?" for name, low, high in pairs],
        "skills of a level": [f"skills of {code} in {name}" for name, code in every],
        "who needs a skill": ["who needs SQL?", "who needs communication?", "who needs Python?"],
        "levels": ["what levels are there?", *(f"levels of {name}" for name, _ in families)],
        "help": ["", "help"],
        "guide": ["is this a promotion checklist?", "who approves the ladder?"],
        "autonomy of many": ["autonomy of P1, P2, P3, P4, P5 and P6"],
    }


def tallest(questions: list[str], answerer: Answerer) -> str:
    """The question whose first answer is the tallest by our own measure."""

    def tall(question: str) -> float:
        message = blocks.message(answerer(question, Context()), OFFERS)
        return down_to_buttons(Block.parse_all(message["blocks"]))

    return max(questions, key=tall)


async def test_the_tallest_of_each_kind_stands_on_a_phones_screen(
    slack: LocalSlack, page: Page, shipped_source: LadderSource
) -> None:
    await page.set_viewport_size(PHONE)
    heights = {}
    for kind, questions in kinds(shipped_source.answerer).items():
        heights[kind] = await height_of_answer(
            slack, page, tallest(questions, shipped_source.answerer)
        )
    assert {kind: tall for kind, tall in heights.items() if tall > MESSAGE_PX} == {}
    assert min(heights.values()) > 150, "they were there"


async def height_of_answer(slack: LocalSlack, page: Page, question: str) -> float:
    """Pixels from the name above the answer to its first button: *Show all*, if there is more."""
    count = len(slack.ephemerals())
    await slack.command("/level", question, channel="eng-leveling")
    answers = page.get_by_role("main").get_by_role("article", name="levelbot")
    await expect(answers).to_have_count(count + 1)
    return float(await answers.last.evaluate(TALL))
