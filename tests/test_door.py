"""`POST /slack/events` for requests that are forged, stale or broken; health; never a 5xx."""

import asyncio
import gzip
import hashlib
import hmac
import io
import itertools
import json
import time
from collections.abc import Callable, Mapping
from copy import deepcopy
from urllib.parse import quote, urlencode, urlsplit

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_slack import LocalSlack
from tests.support import PATIENCE_S, Door, Json, Log, click, settled

TIMESTAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
COMMAND = urlencode({"command": "/level", "text": "P2", "team_id": "T1", "user_id": "U1"}).encode()
JSON_TYPE = "application/json"

BROKEN = {400}
REFUSED = {400, 401}


def signed_as(slack: LocalSlack, body: bytes, timestamp: str) -> dict[str, str]:
    """A right signature over a timestamp that is written in any way."""
    base = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(slack.signing_secret.encode(), base, hashlib.sha256).hexdigest()
    return {TIMESTAMP: timestamp, SIGNATURE: f"v0={digest}"}


def now() -> int:
    """Seconds, as Slack stamps requests."""
    return int(time.time())


async def event_of(slack: LocalSlack) -> Json:
    """A real app_mention, as it was delivered."""
    await slack.post("@levelbot P2")
    await settled(slack)
    request = next(d.request for d in slack.deliveries if d.kind == "event")
    return deepcopy(request) | {"event_id": "Ev0OTHER"}


# Forged and stale


async def test_a_signed_request_is_answered(slack: LocalSlack, door: Door) -> None:
    reply = await door.signed(COMMAND)
    assert reply.status == 200
    assert "Developing AI/ML Engineer" in reply.body


FORGERIES: dict[str, Callable[[dict[str, str]], dict[str, str]]] = {
    "no headers": lambda _: {},
    "no signature": lambda good: {TIMESTAMP: good[TIMESTAMP]},
    "no timestamp": lambda good: {SIGNATURE: good[SIGNATURE]},
    "empty signature": lambda good: good | {SIGNATURE: ""},
    "empty timestamp": lambda good: good | {TIMESTAMP: ""},
    "another signature": lambda good: good | {SIGNATURE: "v0=" + "0" * 64},
    "cut signature": lambda good: good | {SIGNATURE: good[SIGNATURE][:-1]},
    "longer signature": lambda good: good | {SIGNATURE: good[SIGNATURE] + "0"},
    "no version": lambda good: good | {SIGNATURE: good[SIGNATURE].removeprefix("v0=")},
    "another version": lambda good: good | {SIGNATURE: good[SIGNATURE].replace("v0=", "v1=")},
    "capitals": lambda good: good | {SIGNATURE: good[SIGNATURE].upper()},
    "non-ASCII signature": lambda good: good | {SIGNATURE: "v0=" + "é" * 64},
    "signature of full-width digits": lambda good: good | {SIGNATURE: "v0=" + "０" * 64},
    "very long signature": lambda good: good | {SIGNATURE: "v0=" + "a" * 7_000},
    "a second later": lambda good: good | {TIMESTAMP: str(int(good[TIMESTAMP]) + 1)},
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
async def test_a_forged_request_is_refused(
    slack: LocalSlack, door: Door, log: Log, forge: Callable[[dict[str, str]], dict[str, str]]
) -> None:
    reply = await door.post(COMMAND, forge(door.signature(COMMAND)))
    assert reply.status == 401
    assert "Developing" not in reply.body
    assert "v0=" not in reply.body
    assert len(log.lines("WARNING", "refused")) == 1
    assert log.lines("ERROR") == []


TIMESTAMPS: dict[str, Callable[[int], str]] = {
    "words": lambda _: "yesterday",
    "not a number": lambda _: "nan",
    "infinite": lambda _: "inf",
    "fraction": lambda t: f"{t}.5",
    "exponent": lambda t: f"{t}e0",
    "hexadecimal": hex,
    "underscores": lambda t: f"{t:_}",
    "plus": lambda t: f"+{t}",
    "Arabic digits": lambda t: str(t).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "full-width digits": lambda t: str(t).translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    "superscript": lambda _: "²",
    "negative": lambda t: f"-{t}",
    "zero": lambda _: "0",
    "huge": lambda _: "9" * 400,
    "longer than int() reads": lambda _: "9" * 5_000,
    "milliseconds": lambda t: f"{t}000",
    "301 s old": lambda t: str(t - 301),
    "an hour old": lambda t: str(t - 3_600),
    "310 s ahead": lambda t: str(t + 310),
}


@pytest.mark.parametrize("written", TIMESTAMPS.values(), ids=TIMESTAMPS)
async def test_a_stale_or_odd_timestamp_is_refused_though_signed(
    slack: LocalSlack, door: Door, written: Callable[[int], str]
) -> None:
    reply = await door.post(COMMAND, signed_as(slack, COMMAND, written(now())))
    assert reply.status == 401


@pytest.mark.parametrize("age_s", [-290, 0, 290])
async def test_a_clock_up_to_five_minutes_off_is_accepted(door: Door, age_s: int) -> None:
    reply = await door.post(COMMAND, door.signature(COMMAND, now() - age_s))
    assert reply.status == 200


@pytest.mark.parametrize("name", [TIMESTAMP, SIGNATURE])
@pytest.mark.parametrize("first", [True, False], ids=["bad first", "bad last"])
async def test_a_header_sent_twice_with_a_bad_value_is_refused(
    slack: LocalSlack, door: Door, log: Log, name: str, first: bool
) -> None:
    statuses = {}
    for bad in ("", "abc", "1", "v0=" + "0" * 64, "é"):
        good = list(door.signature(COMMAND).items())
        headers = [(name, bad), *good] if first else [*good, (name, bad)]
        statuses[bad] = (await door.post(COMMAND, headers)).status
    assert set(statuses.values()) == {401}, statuses
    assert log.lines("ERROR") == []


@pytest.mark.parametrize("other", [b"", COMMAND + b" ", COMMAND[:-1], b"text=P3", b"\xff"])
async def test_a_signature_over_another_body_is_refused(door: Door, other: bytes) -> None:
    assert (await door.post(other, door.signature(COMMAND))).status == 401


async def test_a_signature_with_another_secret_is_refused(slack: LocalSlack, door: Door) -> None:
    digest = hmac.new(b"other", f"v0:{now()}:".encode() + COMMAND, hashlib.sha256).hexdigest()
    headers = {TIMESTAMP: str(now()), SIGNATURE: f"v0={digest}"}
    assert (await door.post(COMMAND, headers)).status == 401


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"ssl_check=1", "application/x-www-form-urlencoded"),
        (b"ssl_check=1&token=x", "application/x-www-form-urlencoded"),
        (b'{"ssl_check": "1"}', JSON_TYPE),
        (b'{"type": "url_verification", "challenge": "c"}', JSON_TYPE),
        (b"", JSON_TYPE),
        (b"not json", JSON_TYPE),
        (b"payload=not+json", "application/x-www-form-urlencoded"),
        (b"\xff\xfe", "text/plain; charset=bogus"),
        (b"[" * 100_000, JSON_TYPE),
    ],
)
async def test_nothing_is_done_for_an_unsigned_body(
    door: Door, body: bytes, content_type: str
) -> None:
    assert (await door.post(body, content_type=content_type)).status == 401


async def test_the_url_is_verified(door: Door) -> None:
    """Slack asks for its challenge back when the request URL is set."""
    reply = await door.json({"type": "url_verification", "token": "t", "challenge": "3eZbrw1a"})
    assert reply.status == 200
    assert json.loads(reply.body) == {"challenge": "3eZbrw1a"}


# Signed, but broken


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        pytest.param(b"\xff\xfe\x00", "application/x-www-form-urlencoded", id="not UTF-8"),
        pytest.param(b"{", JSON_TYPE, id="cut JSON"),
        pytest.param(b"", JSON_TYPE, id="empty JSON"),
        pytest.param(b"[]", JSON_TYPE, id="JSON list"),
        pytest.param(b"null", JSON_TYPE, id="JSON null"),
        pytest.param(b'"text"', JSON_TYPE, id="JSON text"),
        pytest.param(b"12", JSON_TYPE, id="JSON number"),
        pytest.param(b"9" * 5_000, JSON_TYPE, id="JSON number longer than int() reads"),
        pytest.param(b"[" * 100_000, JSON_TYPE, id="deep list"),
        pytest.param(b'{"a":' * 50_000 + b"1" + b"}" * 50_000, JSON_TYPE, id="deep object"),
        pytest.param(b"payload=", "application/x-www-form-urlencoded", id="empty payload"),
        pytest.param(b"payload=%7B", "application/x-www-form-urlencoded", id="cut payload"),
        pytest.param(b"payload=[]", "application/x-www-form-urlencoded", id="payload list"),
        pytest.param(b"payload=null", "application/x-www-form-urlencoded", id="payload null"),
        pytest.param(
            b"payload=" + b"[" * 100_000, "application/x-www-form-urlencoded", id="deep payload"
        ),
    ],
)
async def test_a_broken_body_is_refused(
    slack: LocalSlack, door: Door, log: Log, body: bytes, content_type: str
) -> None:
    reply = await door.signed(body, content_type=content_type)
    assert reply.status in REFUSED
    assert "Traceback" not in reply.body
    assert log.lines("ERROR") == []


@pytest.mark.parametrize(
    "content_type",
    ["application/x-www-form-urlencoded; charset=bogus", "text/plain", "", ";;;", 'a/b; c="d'],
)
async def test_an_odd_content_type_is_survived(door: Door, content_type: str) -> None:
    assert (await door.signed(COMMAND, content_type=content_type)).status < 500


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "bogus", "gzip, gzip"])
async def test_a_body_that_is_not_packed_as_it_says_is_no_failure(
    door: Door, encoding: str
) -> None:
    reply = await door.signed(b"no gzip at all", {"Content-Encoding": encoding})
    assert reply.status < 500
    assert "Traceback" not in reply.body


async def test_a_packed_body_may_not_grow_without_bound(door: Door) -> None:
    packed = gzip.compress(b"a" * 50_000_000, compresslevel=9)
    assert len(packed) < 100_000
    reply = await door.signed(packed, {"Content-Encoding": "gzip"})
    assert 400 <= reply.status < 500


async def test_a_body_too_large_is_refused(door: Door) -> None:
    body = b"text=" + b"a" * 1_100_000
    async with aiohttp.ClientSession() as http:
        headers = door.signature(body)
        async with http.post(door.url, data=io.BytesIO(body), headers=headers) as response:
            assert response.status == 413


async def test_an_empty_signed_request_is_no_failure(door: Door, log: Log) -> None:
    assert (await door.signed(b"")).status < 500
    assert log.lines("ERROR") == []


WRONG: dict[str, object] = {
    "text": "x",
    "empty text": "",
    "null": None,
    "list": [1, None, {}],
    "empty list": [],
    "number": 7,
    "true": True,
    "object": {"a": {"b": []}},
}


@pytest.mark.provokes_faults
@pytest.mark.parametrize(
    "part",
    [
        "event",
        "authorizations",
        "team_id",
        "api_app_id",
        "event_id",
        "type",
        "event_context",
        "is_ext_shared_channel",
        "enterprise_id",
        "event.type",
        "event.user",
        "event.channel",
        "event.ts",
        "event.thread_ts",
        "event.text",
        "event.blocks",
        "event.subtype",
        "event.channel_type",
        "authorizations.0",
        "authorizations.0.team_id",
    ],
)
async def test_an_event_with_a_part_of_the_wrong_type(
    slack: LocalSlack, door: Door, part: str
) -> None:
    """Answered at once with less than 500, whatever the bot makes of it."""
    event = await event_of(slack)
    statuses = {}
    for name, value in WRONG.items():
        async with asyncio.timeout(PATIENCE_S):
            statuses[name] = (await door.json(_with(event, part, value))).status
    assert {name: status for name, status in statuses.items() if status >= 500} == {}


@pytest.mark.provokes_faults
@pytest.mark.parametrize(
    "part",
    [
        "type",
        "actions",
        "actions.0",
        "actions.0.action_id",
        "actions.0.block_id",
        "actions.0.value",
        "actions.0.type",
        "user",
        "team",
        "channel",
        "container",
        "message",
        "trigger_id",
        "response_url",
        "enterprise",
        "view",
        "state",
    ],
)
async def test_a_button_with_a_part_of_the_wrong_type(
    slack: LocalSlack, door: Door, part: str
) -> None:
    delivery = await slack.command("/level", "P2")
    assert delivery.message is not None
    await click(slack, delivery.message, "whole_card")
    press = slack.deliveries[-1].request
    statuses = {}
    for name, value in WRONG.items():
        payload = json.dumps(_with(press, part, value))
        async with asyncio.timeout(PATIENCE_S):
            statuses[name] = (await door.form({"payload": payload})).status
    assert {name: status for name, status in statuses.items() if status >= 500} == {}


def _with(value: Json, part: str, new: object) -> Json:
    """A copy with the part at a dotted path put to something else."""
    *way, last = part.split(".")
    copy = deepcopy(value)
    at: object = copy
    for step in way:
        if isinstance(at, list):
            at = at[int(step)]
        else:
            assert isinstance(at, dict)
            at = at[step]
    if isinstance(at, list):
        at[int(last)] = new
    else:
        assert isinstance(at, dict)
        at[last] = new
    return copy


@pytest.mark.parametrize(
    "fields",
    [
        {"command": "/level"},
        {"command": "/level", "text": ""},
        {"command": "", "text": "P2"},
        {"command": "/other", "text": "P2"},
        {"text": "P2"},
        {"command": "/level", "text": "P2", "is_enterprise_install": "true"},
        {"command": "/level", "text": "P2", "payload": "{}"},
        {"unknown": "1"},
    ],
)
async def test_a_form_with_parts_missing(
    slack: LocalSlack, door: Door, fields: Mapping[str, str]
) -> None:
    assert (await door.form(fields)).status < 500


@pytest.mark.parametrize(
    "kind",
    [
        "view_submission",
        "view_closed",
        "shortcut",
        "message_action",
        "block_suggestion",
        "options",
        "dialog_submission",
        "workflow_step_edit",
        "unknown",
    ],
)
async def test_what_the_bot_does_not_listen_to_is_no_failure(
    slack: LocalSlack, door: Door, log: Log, kind: str
) -> None:
    payload = {
        "type": kind,
        "callback_id": "nobody_listens",
        "action_id": "x",
        "user": {"id": slack.users["ana"].id},
        "team": {"id": "T1"},
        "view": {"id": "V1", "callback_id": "c", "type": "modal"},
    }
    reply = await door.form({"payload": json.dumps(payload)})
    assert reply.status < 500
    assert log.lines("ERROR") == []


@pytest.mark.parametrize("kind", ["app_home_opened", "reaction_added", "member_joined_channel"])
async def test_an_event_the_bot_does_not_listen_to_is_taken(
    slack: LocalSlack, door: Door, kind: str
) -> None:
    event = await event_of(slack)
    event["event"]["type"] = kind
    assert (await door.json(event)).status == 200


# Anything at all

SIGNED_FUZZ = settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# No letters of a host: what is fuzzed may be an address that the bot is to post to.
json_text = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters=":/."))
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | json_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(json_text, inner, max_size=3),
    max_leaves=8,
)
header_text = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=0x2FFF), max_size=80
)


@given(
    timestamp=header_text | st.integers().map(str) | st.just("now"),
    signature=header_text | st.binary(min_size=32, max_size=32).map(lambda b: f"v0={b.hex()}"),
    body=st.binary(max_size=200),
    content_type=header_text | st.sampled_from([JSON_TYPE, "application/x-www-form-urlencoded"]),
)
@SIGNED_FUZZ
async def test_whatever_is_not_signed_is_refused(
    door: Door, timestamp: str, signature: str, body: bytes, content_type: str
) -> None:
    stamp = str(now()) if timestamp == "now" else timestamp
    headers = {TIMESTAMP: stamp, SIGNATURE: signature}
    assert (await door.post(body, headers, content_type)).status in REFUSED


@pytest.mark.provokes_faults
@given(data=st.data())
@SIGNED_FUZZ
async def test_whatever_is_signed_gets_less_than_500(
    slack: LocalSlack, door: Door, data: st.DataObject
) -> None:
    body = data.draw(
        st.binary(max_size=200)
        | json_text.map(str.encode)
        | json_values.map(lambda value: json.dumps(value).encode())
        | json_values.map(lambda value: b"payload=" + quote(json.dumps(value)).encode())
        | st.dictionaries(json_text, json_text).map(lambda fields: urlencode(fields).encode())
    )
    content_type = data.draw(st.sampled_from([JSON_TYPE, "application/x-www-form-urlencoded"]))
    async with asyncio.timeout(PATIENCE_S):
        assert (await door.signed(body, content_type=content_type)).status < 500


@pytest.mark.provokes_faults
@given(data=st.data())
@SIGNED_FUZZ
async def test_a_real_event_with_anything_in_it_gets_less_than_500(
    slack: LocalSlack, door: Door, data: st.DataObject
) -> None:
    event = deepcopy(REAL_EVENT)
    event["event_id"] = f"Ev{next(NUMBERS)}"  # else it is taken for one delivered again
    event["event"]["channel"] = slack.dm("ana").id
    for _ in range(data.draw(st.integers(1, 3))):
        event = _mutated(event, data)
    async with asyncio.timeout(PATIENCE_S):
        assert (await door.json(event)).status < 500


NUMBERS = itertools.count()
REAL_EVENT: Json = {
    "token": "t",
    "team_id": "T07QK4LADDR",
    "api_app_id": "A07QK8LVBOT",
    "type": "event_callback",
    "event_id": "Ev07",
    "event_time": 1,
    "authorizations": [
        {"enterprise_id": None, "team_id": "T07QK4LADDR", "user_id": "U07QKALVBOT", "is_bot": True}
    ],
    "is_ext_shared_channel": False,
    "event": {
        "type": "message",
        "channel_type": "im",
        "user": "U07QKBANARZ",
        "channel": "D1",
        "ts": "1.2",
        "text": "P2",
    },
}


def _mutated(value: Json, data: st.DataObject) -> Json:
    """A copy with one part, at any depth, put to anything or left out."""
    copy = deepcopy(value)
    at: object = copy
    while isinstance(at, dict) and at:
        key = data.draw(st.sampled_from(sorted(at)))
        inner = at[key]
        if isinstance(inner, dict) and inner and data.draw(st.booleans()):
            at = inner
        elif data.draw(st.booleans()):
            del at[key]
            break
        else:
            at[key] = data.draw(json_values)
            break
    return copy


# Bounded


async def raw(door: Door) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection of one's own."""
    where = urlsplit(door.url)
    return await asyncio.open_connection(where.hostname, where.port)


async def test_a_body_that_does_not_arrive_is_given_up(
    slack: LocalSlack, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.web.slack_requests.BODY_WITHIN_S", 0.05)
    reader, writer = await raw(door)
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    async with asyncio.timeout(PATIENCE_S):
        status_line = await reader.readline()
    writer.close()
    await writer.wait_closed()
    assert b" 408 " in status_line


async def test_a_connection_cut_in_the_middle_does_no_harm(
    slack: LocalSlack, door: Door, log: Log
) -> None:
    _, writer = await raw(door)
    writer.write(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    await writer.drain()
    writer.transport.abort()
    assert (await door.signed(COMMAND)).status == 200
    assert log.lines("ERROR") == []


async def test_a_body_in_pieces_is_read_whole(slack: LocalSlack, door: Door) -> None:
    reader, writer = await raw(door)
    signature = door.signature(COMMAND)
    headers = signature | {
        "Host": "x",
        "Connection": "close",
        "Content-Type": "application/x-www-form-urlencoded",
        "Transfer-Encoding": "chunked",
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(f"POST /slack/events HTTP/1.1\r\n{head}\r\n".encode())
    for start in range(0, len(COMMAND), 7):
        piece = COMMAND[start : start + 7]
        writer.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        await writer.drain()
    writer.write(b"0\r\n\r\n")
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"Developing AI/ML Engineer" in answer


# Health


async def test_health(door: Door) -> None:
    reply = await door.get("/healthz")
    assert (reply.status, json.loads(reply.body)) == (200, {"status": "ok"})


async def test_ready_tells_the_ladders_version(door: Door) -> None:
    reply = await door.get("/readyz")
    assert reply.status == 200
    said = json.loads(reply.body)
    assert (said["status"], said["ladder"]) == ("ok", "ok")
    assert said["version"]


async def test_get_is_not_allowed_where_slack_posts(door: Door) -> None:
    assert (await door.get("/slack/events")).status == 405


@pytest.mark.parametrize("path", ["/", "/slack", "/slack/events/", "/../etc/passwd", "/%00"])
async def test_other_paths_are_not_there(door: Door, path: str) -> None:
    assert (await door.get(path)).status == 404
