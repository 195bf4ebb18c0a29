"""The bot's own surfaces, used at the page as a person does."""

import re

import pytest
from playwright.async_api import Page, expect

from local_slack import LocalSlack
from tests.page.person import say

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_home_page_shows_ones_own_level(slack: LocalSlack, page: Page) -> None:
    await page.goto(f"{slack.url}#/ana/dm-ana/home")
    home = page.get_by_role("tabpanel", name="Home")
    await expect(home).to_contain_text("Engineering career ladder")
    level = home.get_by_role("combobox", name="Your level")
    await level.press_sequentially("machine learning II")
    await expect(home.get_by_role("option").first).to_contain_text("P2")
    await level.press("Enter")
    await expect(home).to_contain_text("Next: P3")
    await expect(level).to_be_focused()
    await home.get_by_role("button", name="Show my card").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Developing AI/ML Engineer")


async def test_the_home_page_browses_the_family_of_ones_level(
    slack: LocalSlack, page: Page
) -> None:
    await page.goto(f"{slack.url}#/ana/dm-ana/home")
    home = page.get_by_role("tabpanel", name="Home")
    family = home.get_by_role("combobox", name="Choose a family")
    await expect(family).to_have_value("AI/ML Engineer")
    level = home.get_by_role("combobox", name="Your level")
    await level.press_sequentially("senior data scientist")
    await expect(home.get_by_role("option").first).to_contain_text("P4")
    await level.press("Enter")
    await expect(home).to_contain_text("Levels of Data Scientist")
    await expect(family).to_have_value("Data Scientist")


async def test_a_prompt_is_answered_in_the_messages(slack: LocalSlack, page: Page) -> None:
    await page.goto(f"{slack.url}#/ana/dm-ana/home")
    await expect(page.get_by_role("tabpanel", name="Home")).to_contain_text("ladder")
    await page.get_by_role("tab", name="Messages").click()
    await page.get_by_role("button", name="P2 vs P3").click()
    await expect(page.get_by_role("article", name="levelbot")).to_contain_text("differ")


async def test_a_level_is_found_while_one_types_and_posted(slack: LocalSlack, page: Page) -> None:
    await page.goto(f"{slack.url}#/ana/general")
    await page.get_by_role("button", name="Shortcuts").click()
    await page.get_by_role("menuitem", name="Find a level").click()
    modal = page.get_by_role("dialog", name="Find a level")
    level = modal.get_by_role("combobox", name="Which level?")
    await expect(level).to_be_focused()
    await level.press_sequentially("machine learning ii")
    await expect(modal.get_by_role("option").first).to_contain_text("P2")
    await level.press("Enter")
    await expect(modal).to_contain_text("General supervision; reviewed at milestones")
    where = modal.get_by_role("combobox", name="Post it to")
    await where.press_sequentially("general")
    await where.press("Enter")
    await modal.get_by_role("button", name="Post").click()
    asked = page.get_by_role("dialog", name="Post this answer?")
    await expect(asked).to_contain_text("3 people in this conversation will see it.")
    await asked.get_by_role("button", name="Post").click()
    posted = page.get_by_role("main").get_by_role("article", name="levelbot")
    await expect(posted).to_contain_text("P2 · Developing AI/ML Engineer")


async def test_a_message_is_looked_up_from_its_menu(page: Page) -> None:
    await say(page, "she is a senior data scientist now")
    message = page.get_by_role("article", name="Ana Ruiz")
    await message.hover()
    await message.get_by_role("button", name="More message actions").click()
    await page.get_by_role("menuitem", name="Look up level").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Data Scientist")


async def test_an_answer_is_posted_to_the_channel(page: Page) -> None:
    await say(page, "/level P2 autonomy")
    await page.get_by_role("button", name="Post to channel").click()
    asked = page.get_by_role("dialog", name="Post this answer?")
    await expect(asked).to_contain_text("3 people in this conversation will see it.")
    await asked.get_by_role("button", name="Post").click()
    everyone = page.get_by_role("article", name=re.compile("levelbot(?!.*only visible)"))
    await expect(everyone).to_contain_text("General supervision")


async def test_the_step_of_a_workflow_gives_a_card(page: Page) -> None:
    await page.get_by_role("button", name="Developer").click()
    pane = page.get_by_role("complementary", name="Developer")
    await pane.get_by_role("tab", name="Steps").click()
    await pane.get_by_role("textbox", name="Question or title").fill("Machine Learning II")
    await pane.get_by_role("button", name="Run the step").click()
    await expect(pane.get_by_role("article", name="Run, completed")).to_contain_text(
        '"level": "P2"'
    )
