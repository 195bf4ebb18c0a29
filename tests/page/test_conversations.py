"""A person at the page of the local workspace: types, reads, clicks."""

import pytest
from playwright.async_api import Locator, Page, expect

from local_slack import LocalSlack
from tests.page.person import boxes, say, wider_than_the_screen

pytestmark = pytest.mark.asyncio(loop_scope="session")
PHONE = {"width": 390, "height": 844}


async def test_a_slash_command_shows_the_card_to_its_asker_alone(page: Page) -> None:
    await say(page, "/level P2")
    card = page.get_by_role("article", name="only visible to you").last
    await expect(card).to_contain_text("P2 · Developing AI/ML Engineer")
    await expect(card).to_contain_text("P2 engineers are developing professionals")
    await expect(card).to_contain_text("Owner: People team")


async def test_formatting_is_drawn_and_not_spelled_out(page: Page) -> None:
    await say(page, "/level what's next after P2?")
    card = page.get_by_role("article", name="only visible to you").last
    await expect(card).to_contain_text("What grows")
    text = await card.inner_text()
    assert "*" not in text.replace("O*NET", "")
    assert "&amp;" not in text
    assert "_and" not in text


async def test_a_mention_is_answered_in_its_thread(page: Page) -> None:
    await say(page, "@levelbot what's Machine Learning II?")
    await page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread).to_contain_text("P2 · Developing AI/ML Engineer")


async def test_the_whole_card_opens_in_a_modal(page: Page) -> None:
    await say(page, "/level P2")
    await page.get_by_role("button", name="Show all").click()
    modal = page.get_by_role("dialog")
    await expect(modal).to_contain_text("Continuous learning")
    await expect(modal).to_contain_text("Tune model hyperparameters")
    await page.keyboard.press("Escape")
    await expect(modal).to_be_hidden()


async def test_a_suggestion_answers_in_place(page: Page) -> None:
    await say(page, "/level xyzzy")
    await page.get_by_role("button", name="What's Machine Learning II?").click()
    await expect(page.get_by_role("main")).to_contain_text("P2 · Developing AI/ML Engineer")
    await expect(page.get_by_role("main")).not_to_contain_text("couldn't find that")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_card_fits_a_phone(page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    await say(page, "/level P2")
    await expect(page.get_by_role("button", name="Show all")).to_be_visible()
    assert not await wider_than_the_screen(page)


# Scrolling


async def in_the_dm(
    slack: LocalSlack, page: Page, *questions: str, patient: bool = True
) -> Locator:
    """Ask, awaiting each answer if patient; return the list of messages, all answered."""
    await page.goto(f"{slack.url}#/ana/dm-ana")
    box = page.get_by_role("textbox", name="Message levelbot")
    messages = page.get_by_role("log", name="Messages", exact=True)
    for number, question in enumerate(questions, start=1):
        await box.fill(question)
        await box.press("Enter")
        if patient:
            await expect(messages.get_by_role("article")).to_have_count(2 * number)
    await expect(messages.get_by_role("article")).to_have_count(2 * len(questions))
    return messages


async def shows_the_beginning(message: Locator) -> None:
    """Wait until the message's first line is on the screen."""
    await expect(message.locator(".author")).to_be_in_viewport()


@pytest.mark.parametrize("patient", [True, False])
async def test_the_page_follows_a_conversation(
    slack: LocalSlack, page: Page, patient: bool
) -> None:
    questions = ("P2", "P3", "hello", "P4", "thanks")
    messages = await in_the_dm(slack, page, *questions, patient=patient)
    await expect(messages.get_by_role("article").last).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("button", name="New messages")).to_be_hidden()


async def test_a_tall_answer_is_shown_from_its_beginning(slack: LocalSlack, page: Page) -> None:
    await page.set_viewport_size({"width": 1280, "height": 520})
    messages = await in_the_dm(slack, page, "hello", "P2")
    await shows_the_beginning(messages.get_by_role("article").last)


async def test_a_tall_answer_in_a_thread_is_shown_from_its_beginning(page: Page) -> None:
    await page.set_viewport_size({"width": 1280, "height": 520})
    await say(page, "@levelbot what's Machine Learning II?")
    await page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    answer = thread.get_by_role("article").last
    await shows_the_beginning(answer)
    await thread.get_by_role("textbox").fill("@levelbot P3")
    await thread.get_by_role("textbox").press("Enter")
    await expect(thread.get_by_role("article")).to_have_count(4)
    await shows_the_beginning(thread.get_by_role("article").last)


async def test_ones_own_word_brings_the_list_down_again(slack: LocalSlack, page: Page) -> None:
    messages = await in_the_dm(slack, page, "P2", "P3", "hello")
    await messages.hover()
    await page.mouse.wheel(0, -5000)
    first = messages.get_by_role("article").first
    await expect(first).to_be_in_viewport()
    await page.get_by_role("textbox", name="Message levelbot").fill("P4")
    await page.keyboard.press("Enter")
    await expect(messages.get_by_role("article")).to_have_count(8)
    await shows_the_beginning(messages.get_by_role("article").last)


async def test_news_below_the_fold_has_a_button(slack: LocalSlack, page: Page) -> None:
    for number in range(30):
        await slack.post(f"line {number}", user="ben", channel="general")
    await page.goto(f"{slack.url}#/ana/general")
    messages = page.get_by_role("log", name="Messages", exact=True)
    await expect(messages.get_by_text("line 29")).to_be_in_viewport()
    await messages.hover()
    await page.mouse.wheel(0, -5000)
    await expect(messages.get_by_text("line 0", exact=True)).to_be_in_viewport()
    await slack.post("the newest", user="ben", channel="general")
    button = page.get_by_role("button", name="New messages")
    await expect(button).to_be_visible()
    await expect(messages.get_by_text("the newest")).not_to_be_in_viewport()
    await button.click()
    await expect(messages.get_by_text("the newest")).to_be_in_viewport()
    await expect(button).to_be_hidden()
    await expect(messages).to_be_focused()


async def test_the_end_stays_in_sight_when_a_panel_opens(slack: LocalSlack, page: Page) -> None:
    await page.set_viewport_size({"width": 1280, "height": 1200})
    messages = await in_the_dm(slack, page, "P2", "P3", "hello")
    await page.get_by_role("button", name="Developer").click()
    await expect(page.get_by_role("complementary", name="Developer")).to_be_visible()
    await expect(messages.get_by_role("article").last).to_be_in_viewport(ratio=1)


# What is unread


def channel_entry(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Workspace").get_by_role("button", name=name)


async def test_what_was_read_or_said_oneself_is_not_unread_after_a_reload(
    slack: LocalSlack, page: Page
) -> None:
    await in_the_dm(slack, page, "hello")
    await slack.post("one's own", user="ana", channel="random")
    await slack.post("of another", user="ben", channel="calibration")
    await channel_entry(page, "eng-leveling").click()
    await page.reload()
    await expect(channel_entry(page, "calibration")).to_have_text("calibration1 unread")
    await expect(channel_entry(page, "random")).to_have_text("random")
    await expect(channel_entry(page, "levelbot")).to_have_text("levelbot")
    await channel_entry(page, "calibration").click()
    await expect(page.get_by_text("of another")).to_be_visible()
    await channel_entry(page, "eng-leveling").click()
    await page.reload()
    await expect(channel_entry(page, "calibration")).to_have_text("calibration")
    # What Ana has read is still news to Ben.
    await page.goto(f"{slack.url}#/ben/eng-leveling")
    await expect(channel_entry(page, "random")).to_have_text("random1 unread")


# The keyboard


async def test_closing_a_thread_gives_the_focus_back(page: Page) -> None:
    await say(page, "@levelbot what's Machine Learning II?")
    replies = page.get_by_role("button", name="1 reply")
    for way in ("Escape", "Close the thread"):
        await replies.focus()
        await page.keyboard.press("Enter")
        thread = page.get_by_role("complementary", name="Thread")
        await expect(thread.get_by_role("textbox")).to_be_focused()
        if way == "Escape":
            await page.keyboard.press("Escape")
        else:
            await thread.get_by_role("button", name=way).press("Enter")
        await expect(thread).to_be_hidden()
        await expect(replies).to_be_focused()


async def test_a_replaced_message_keeps_the_focus(page: Page) -> None:
    await say(page, "/level xyzzy")
    await page.get_by_role("button", name="What's Machine Learning II?").press("Enter")
    card = page.get_by_role("article", name="only visible to you").last
    await expect(card).to_contain_text("P2 · Developing AI/ML Engineer")
    await expect(card).to_be_focused()
    await page.keyboard.press("Tab")
    inside = "document.activeElement.closest('article') !== null"
    assert await page.evaluate(inside)


async def test_a_dismissed_message_leaves_the_focus_in_the_list(page: Page) -> None:
    await say(page, "hello")
    await say(page, "/level P2")
    await page.get_by_role("button", name="Dismiss").press("Enter")
    await expect(page.get_by_role("article", name="Ana Ruiz")).to_be_focused()


async def test_tab_goes_from_the_composer_to_its_button(page: Page) -> None:
    await page.get_by_role("textbox", name="Message #").focus()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Send")).to_be_focused()


# A channel without the bot


async def test_the_bot_can_be_invited_where_it_is_not(slack: LocalSlack, page: Page) -> None:
    await page.goto(f"{slack.url}#/ana/random")
    offered = page.get_by_role("group", name="Try one of these").get_by_role("button")
    await expect(offered).to_have_text(["/level P2", "/invite @levelbot"])
    await offered.last.click()
    await expect(page.get_by_text("was added to #random by")).to_be_visible()
    await say(page, "@levelbot what's Machine Learning II?")
    await expect(page.get_by_role("button", name="1 reply")).to_be_visible()


# Narrow places


@pytest.mark.parametrize(("width", "columns"), [(390, 1), (1280, 2)])
async def test_fields_are_one_column_where_it_is_narrow(
    page: Page, width: int, columns: int
) -> None:
    await page.set_viewport_size({"width": width, "height": 844})
    await say(page, "/level autonomy of P2 vs P3")
    card = page.get_by_role("article", name="only visible to you").last
    fields = await boxes(*(card.get_by_text(name, exact=True) for name in ("P2", "P3")))
    assert len({field["x"] for field in fields}) == columns
