"""`/level …` and the buttons of its answers: typed in Slack, judged by what the person sees."""

import json
import re
from urllib.parse import quote

import pytest

from bot.ladder import Ladder
from local_slack import LocalSlack, Message
from tests.support import (
    Door,
    Log,
    assert_sendable,
    buttons,
    click,
    read,
    reference_in,
    settled,
    texts,
    unescape,
)

P2 = "P2 · Developing AI/ML Engineer"
P3 = "P3 · Mid-Level AI/ML Engineer"


async def asked(slack: LocalSlack, text: str) -> Message:
    """The answer to `/level TEXT`, which must come at once and to this person alone."""
    delivery = await slack.command("/level", text)
    assert (delivery.status, delivery.error) == (200, None)
    assert delivery.json["response_type"] == "ephemeral"
    assert delivery.message is not None
    assert delivery.message.ephemeral_to == slack.users["ana"].id
    assert slack.calls == [], "the answer stands in the acknowledgement, no call is needed"
    return delivery.message


def title_of(message: Message) -> str:
    """The header: a card's code and title."""
    header = message.blocks[0]
    assert header["type"] == "header", read(message.blocks)
    return str(header["text"]["text"])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("P2", P2),
        ("p-2", P2),
        ("p 2", P2),
        ("level P2", P2),
        ("Machine Learning II", P2),
        ("what's Machine Learning II?", P2),
        ("what’s machine learning ii", P2),
        ("deep learning 2", P2),
        ("machien lerning two", P2),
        ("Machine Learning III", P3),
        ("machine learning 3", P3),
        ("ai-ml-engineer/P2", P2),
    ],
)
async def test_command_shows_the_card(slack: LocalSlack, text: str, title: str) -> None:
    message = await asked(slack, text)
    assert title_of(message) == title
    assert title.partition(" · ")[2] in message.text


async def test_command_works_while_the_web_api_is_down(slack: LocalSlack) -> None:
    slack.faults.server_error("*", times=1_000)
    assert title_of(await asked(slack, "P2")) == P2


@pytest.mark.parametrize("text", ["", "   ", "help", "Help!", "what can you do?"])
async def test_command_alone_says_what_can_be_asked(slack: LocalSlack, text: str) -> None:
    message = await asked(slack, text)
    said = read(message.blocks)
    assert "What you can ask" in said
    assert "@levelbot" in said
    assert "thread" in said
    assert set(buttons(message.blocks)) == {"show_all", "ask_1", "ask_2", "ask_3"}


@pytest.mark.parametrize("text", ["what's the weather?", "xyzzy", "accountant II", "netflix L6"])
async def test_unknown_gets_friendly_words_and_suggestions(slack: LocalSlack, text: str) -> None:
    message = await asked(slack, text)
    said = read(message.blocks)
    assert "I couldn't find" in said or "I'd rather not guess" in said
    assert 1 <= len(buttons(message.blocks)) <= 3
    assert "What's" in unescape(message.text)


async def test_doubt_asks_back_with_the_levels_that_may_be_meant(slack: LocalSlack) -> None:
    message = await asked(slack, "P3 Machine Learning II")
    assert "Did you mean" in read(message.blocks)
    shown = [button["text"]["text"] for button in buttons(message.blocks).values()]
    assert shown == ["P3 · AI/ML Engineer", "P2 · AI/ML Engineer"]


@pytest.mark.parametrize("text", ["payload P2", "P2 payload={}", "the payload of a P2", "payload"])
async def test_the_word_payload_does_not_empty_the_command(slack: LocalSlack, text: str) -> None:
    """Bolt 1.30 takes a form with that word for interactivity and loses its text."""
    said = read((await asked(slack, text)).blocks)
    assert "What you can ask" not in said, "that is the answer to an empty command"


@pytest.mark.parametrize(
    "text",
    [
        "<!channel>",
        "<!here> & <@U07QKCBENOK> > all",
        "<https://evil.example|P2>",
        "<script>alert(1)</script>",
        "a & b < c > d",
        "&lt;!channel&gt;",
        "*P2* _P2_ ~P2~ `P2`",
    ],
)
async def test_what_was_typed_never_comes_back_as_markup(slack: LocalSlack, text: str) -> None:
    message = await asked(slack, text)
    for sent in [message.text, *texts(message.blocks)]:
        assert not re.search(r"<[^>]*>", sent), f"markup in {sent!r}"
        assert not re.search(r"&(?!amp;|lt;|gt;)", sent), f"a bare & in {sent!r}"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("P2 " * 14_000, id="40,000 characters"),
        pytest.param("x" * 40_000, id="one word of 40,000 characters"),
        pytest.param("&" * 40_000, id="40,000 ampersands"),
        pytest.param("machine learning " * 2_500, id="a title over and over"),
        pytest.param("P1 P2 P3 P4 P5 P6 P7 M1 M2", id="every level"),
        pytest.param("\x00\x01\x02\x1b[31m", id="control characters"),
        pytest.param("🤖" * 500, id="emoji"),
        pytest.param(":wave: :robot_face:", id="emoji names"),
        pytest.param("ما هو المستوى", id="Arabic, right to left"),
        pytest.param("\u202e2P\u202c", id="direction marks"),
        pytest.param("\u200b\u200b", id="zero-width spaces"),
        pytest.param("机器学习 二", id="Chinese"),
        pytest.param("ⅠⅡⅢ ² ½ ٢", id="other digits"),
        pytest.param("\n\n\t\r\n", id="white space"),
        pytest.param("%s %(x)s {0} \\x00 $HOME `id`", id="templates"),
        pytest.param("I", id="a lone I"),
    ],
)
async def test_odd_text_gets_an_answer(slack: LocalSlack, text: str) -> None:
    message = await asked(slack, text)
    assert message.text.strip()
    assert message.blocks


@pytest.mark.parametrize("text", ["P2\x00", "\x00P2", "P2\x1b", "\u202eP2", "🤖 P2 🤖", " P2 \n"])
async def test_a_level_among_odd_characters_is_found(slack: LocalSlack, text: str) -> None:
    assert title_of(await asked(slack, text)) == P2


async def test_the_card_at_a_glance(slack: LocalSlack, ladder: Ladder) -> None:
    message = await asked(slack, "what's AI/ML Engineer II?")
    card = ladder.families["ai-ml-engineer"].cards["P2"]
    said = read(message.blocks)

    assert title_of(message) == P2
    assert card.summary is not None
    assert card.summary in said
    for dimension in ladder.dimensions.values():
        assert f"*{dimension.name}*  {card.meaning.dimensions[dimension.id]}" in said
    assert "Developing Professional" in said
    assert "Below: P1  ·  Above: P3" in said

    *_, small_print, feedback = message.blocks
    assert (small_print["type"], feedback["type"]) == ("context", "context_actions")
    receipt = read(small_print)
    assert f"Approved · Engineering career ladder, version {ladder.version}" in receipt
    assert "Owner: People team" in receipt

    assert P2.partition(" · ")[2] in message.text
    assert "P2" in message.text


async def test_a_draft_is_called_a_draft(slack: LocalSlack) -> None:
    message = await asked(slack, "P3")
    assert "Draft ·" in read(message.blocks[-2])
    assert "Draft" in read(message.blocks[:3]), "before the card, not only in small print"


async def test_an_approved_card_is_not_called_a_draft(slack: LocalSlack) -> None:
    assert "Draft" not in read((await asked(slack, "P2")).blocks)


@pytest.mark.parametrize("user", ["ana", "ben"])
async def test_only_the_one_who_asked_sees_the_answer(slack: LocalSlack, user: str) -> None:
    delivery = await slack.command("/level", "P2", user=user)
    assert delivery.message is not None
    assert delivery.message.ephemeral_to == slack.users[user].id
    assert slack.messages() == []


@pytest.mark.parametrize("channel", ["random", "calibration", "dm"])
async def test_command_works_in_every_conversation(slack: LocalSlack, channel: str) -> None:
    """Also where the bot is no member, as in #random."""
    where = slack.dm("ana") if channel == "dm" else slack.channels[channel]
    delivery = await slack.command("/level", "P2", channel=where)
    assert delivery.message is not None
    assert title_of(delivery.message) == P2


# Buttons


async def test_whole_card_opens_with_every_line_word_for_word(
    slack: LocalSlack, ladder: Ladder
) -> None:
    delivery = await click(slack, await asked(slack, "P2"), "whole_card")
    assert delivery.ok
    view = slack.view("ana")
    lines = [line for text in texts(view.blocks) for line in unescape(text).splitlines()]
    card = ladder.families["ai-ml-engineer"].cards["P2"]
    for section, count in (("activities", 11), ("skills", 24), ("expectations", 3)):
        wanted = [f"•  {entry.text}" for entry in card.sections[section] if hasattr(entry, "text")]
        assert len(wanted) == count
        start = lines.index(wanted[0])
        assert lines[start : start + count] == wanted
    titles = [f"•  {title}" for title in card.titles]
    assert len(titles) == 7
    start = lines.index(titles[0])
    assert lines[start : start + 7] == titles
    assert view.title == "P2 · AI/ML Engineer"
    assert "15-0000 — Computer & Mathematical Occupations (inferred)" in read(view.blocks)


async def test_whole_card_button_is_described_for_screen_readers(slack: LocalSlack) -> None:
    message = await asked(slack, "P2")
    button = buttons(message.blocks)["whole_card"]
    assert "11 activities, 24 skills, 3 expectations" in button["accessibility_label"]
    assert len(button["accessibility_label"]) <= 75


@pytest.mark.parametrize("question", ["xyzzy", "help", "P3 Machine Learning II"])
async def test_a_suggestion_replaces_the_message_by_its_answer(
    slack: LocalSlack, question: str
) -> None:
    message = await asked(slack, question)
    before = len(slack.ephemerals())
    delivery = await click(slack, message, "ask_1")
    assert delivery.ok
    assert title_of(message) in {P2, P3}
    assert len(slack.ephemerals()) == before, "replaced, not answered beside"


async def test_every_suggestion_leads_to_an_answer(slack: LocalSlack) -> None:
    for action_id in ("ask_1", "ask_2", "ask_3"):
        delivery = await slack.command("/level", "xyzzy")
        assert delivery.message is not None
        assert (await click(slack, delivery.message, action_id)).ok
        assert "I couldn't find" not in read(delivery.message.blocks)


@pytest.mark.provokes_faults
@pytest.mark.parametrize(
    "error", ["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"]
)
async def test_an_expired_trigger_asks_to_press_again(
    slack: LocalSlack, log: Log, error: str
) -> None:
    message = await asked(slack, "P2")
    slack.faults.fail("views.open", error)
    delivery = await click(slack, message, "whole_card")
    assert delivery.status == 200
    told = await last_private_words(slack)
    assert "try again" in told
    assert reference_in(told) in log.lines("WARNING", error)[0]
    assert log.lines("ERROR") == []
    assert title_of(message) == P2, "the card stays"


@pytest.mark.provokes_faults
async def test_a_used_up_response_url_still_gets_the_person_words(
    slack: LocalSlack, door: Door, log: Log
) -> None:
    """Five uses in thirty minutes: the sixth press of one button finds its address spent."""
    await click(slack, await asked(slack, "xyzzy"), "ask_1")
    press = slack.deliveries[-1].request
    for _ in range(4):
        assert (await door.form({"payload": json.dumps(press)})).status == 200
    seen = len(slack.session.workspace.log)
    reply = await door.form({"payload": json.dumps(press)})
    assert reply.status == 200
    await settled(slack)
    told = [m.text for m in slack.session.workspace.log[seen:] if m.by_bot]
    assert told, "the person pressed a button and nothing happened"
    assert "too old" in told[0]
    assert reference_in(told[0]) in log.text


async def test_an_unknown_button_is_owned_up_to(slack: LocalSlack, door: Door, log: Log) -> None:
    """Such as one of an older version, in a message that still stands in a channel."""
    message = await asked(slack, "P2")
    await click(slack, message, "whole_card")
    press = slack.deliveries[-1].request
    press["actions"][0]["action_id"] = "old_button"
    reply = await door.form({"payload": json.dumps(press)})
    assert reply.status == 200
    told = await last_private_words(slack)
    assert "I don't know that button any more" in told
    assert reference_in(told) in log.lines("WARNING")[0]


@pytest.mark.parametrize("value", ["ai-ml-engineer/P9", "gone/P2", "", "<!channel>", "x" * 2_000])
async def test_a_button_whose_card_is_gone_says_so(
    slack: LocalSlack, door: Door, value: str
) -> None:
    """The ladder has changed since the message was sent."""
    message = await asked(slack, "P2")
    await click(slack, message, "whole_card")
    calls = len(slack.calls)
    press = slack.deliveries[-1].request
    press["actions"][0]["value"] = value
    assert (await door.form({"payload": json.dumps(press)})).status == 200
    await settled(slack)
    assert len(slack.calls) == calls, "no window opens"
    assert message.blocks[0]["type"] != "header" or title_of(message) != P2
    assert buttons(message.blocks)
    assert_sendable({"text": message.text, "blocks": message.blocks})


async def test_a_button_without_a_value_is_answered(slack: LocalSlack, door: Door) -> None:
    message = await asked(slack, "P2")
    await click(slack, message, "whole_card")
    press = slack.deliveries[-1].request
    del press["actions"][0]["value"]
    assert (await door.form({"payload": json.dumps(press)})).status == 200
    assert buttons(message.blocks)


async def test_the_form_is_read_as_slack_encodes_it(slack: LocalSlack, door: Door) -> None:
    """Plus signs and percent signs in both ways that a form may write a space."""
    await slack.command("/level", "P2")
    fields = slack.deliveries[-1].request
    for text in ("Machine+Learning+II", "Machine%20Learning%20II"):
        form = "&".join(
            f"{name}={text if name == 'text' else quote(str(value), safe='')}"
            for name, value in fields.items()
        )
        reply = await door.signed(form.encode())
        assert reply.status == 200
        assert "Developing AI/ML Engineer" in reply.body


async def last_private_words(slack: LocalSlack) -> str:
    """What the bot last told the person alone."""
    await settled(slack)
    return [m.text for m in slack.ephemerals() if m.by_bot][-1]
