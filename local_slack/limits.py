"""Whether a finished message or view is one that Slack would take.

The SDK's models check a part of this only, so the workspace refuses here what the real one
would refuse there, and names the place: `blocks[3].fields[2].text: 2001 characters, Slack
allows 2000`. Pure functions; they never raise, whatever they are given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from local_slack.limit_blocks import HOME, MESSAGE, MODAL, check_block
from local_slack.limit_report import Report, items, keys, length, mapping, one_of, plain

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
TEXT_MOST = 40_000
TEXT_RECOMMENDED = 4_000
MARKDOWN_TOGETHER = 12_000

_VIEW_KEYS = {
    "type",
    "title",
    "blocks",
    "submit",
    "close",
    "private_metadata",
    "callback_id",
    "external_id",
    "clear_on_close",
    "notify_on_close",
    "submit_disabled",
}
# At most this many of a block type in one message (docs: each block's page).
_AT_MOST = {"table": 1, "data_visualization": 2}


def problems(message: Mapping[str, Any]) -> list[str]:
    """Everything wrong with a message `{text, blocks, …}`; empty when it is fit to send.

    Holds what Slack refuses (`refusals`), and a missing top-level `text`, which Slack takes
    with a warning but which leaves notifications and screen readers without words.
    """
    return [*refusals(message), *advice(message)]


def refusals(message: Mapping[str, Any]) -> list[str]:
    """What makes Slack refuse the message: blocks over a limit, text that is too long."""
    report = Report()
    text = message.get("text")
    if text is not None:
        length(text, "text", report, most=TEXT_MOST, least=0)
    blocks = message.get("blocks")
    if blocks is not None:
        _blocks(blocks, report, MESSAGE, MESSAGE_BLOCKS)
    attachments = message.get("attachments")
    for attachment, path in items(attachments or [], "attachments", report, most=100, least=0):
        if isinstance(attachment, Mapping) and attachment.get("blocks") is not None:
            _blocks(attachment["blocks"], report, MESSAGE, MESSAGE_BLOCKS, f"{path}.blocks")
    return report.found


def block_refusals(blocks: Any) -> list[str]:
    """What makes Slack answer `invalid_blocks` to this list of a message's blocks."""
    return refusals({"blocks": blocks})


def advice(message: Mapping[str, Any]) -> list[str]:
    """What makes a message poor without being refused; a part of `problems`."""
    if str(message.get("text") or "").strip() or message.get("attachments"):
        return []
    return ["text: is missing; notifications and screen readers have nothing to read"]


def long_text(message: Mapping[str, Any]) -> str | None:
    """Words for a text over the recommended 4,000 characters, or None."""
    text = message.get("text")
    if isinstance(text, str) and len(text) > TEXT_RECOMMENDED:
        return f"text: {len(text)} characters, Slack recommends at most {TEXT_RECOMMENDED}"
    return None


def view_problems(view: Mapping[str, Any]) -> list[str]:
    """Everything that makes Slack refuse a modal or App Home view; empty when it is fit."""
    report = Report()
    shape = mapping(view, "view", report)
    if shape is None:
        return report.found
    kind = shape.get("type")
    one_of(kind, ("modal", "home"), "type", report)
    keys(shape, _VIEW_KEYS, "view", report)
    if kind == "modal":
        _modal(shape, report)
    for name, most in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        if shape.get(name) is not None:
            length(shape[name], name, report, most=most, least=0)
    _blocks(shape.get("blocks"), report, HOME if kind == "home" else MODAL, VIEW_BLOCKS)
    return report.found


def json_pointer(problem: str) -> str:
    """Return the problem as Slack words it in `response_metadata.messages`."""
    path, _, words = problem.partition(": ")
    pointer = "/" + re.sub(r"\[(\d+)\]", r"/\1", path).replace(".", "/")
    return f"[ERROR] {words} [json-pointer:{pointer}]"


def _modal(view: Mapping[str, Any], report: Report) -> None:
    plain(view.get("title"), "title", report, most=24)
    for name in ("submit", "close"):
        if view.get(name) is not None:
            plain(view[name], name, report, most=24)
    blocks = view.get("blocks")
    has_input = isinstance(blocks, list) and any(
        isinstance(block, Mapping) and block.get("type") == "input" for block in blocks
    )
    if has_input and view.get("submit") is None:
        report.add("submit", "is missing; a modal with inputs needs it")


def _blocks(blocks: Any, report: Report, surface: str, most: int, at: str = "blocks") -> None:
    least = 0 if surface == MESSAGE else 1
    for block, path in items(blocks, at, report, most=most, least=least, of="blocks"):
        check_block(block, path, report, surface)
    if isinstance(blocks, list | tuple):
        _together([block for block in blocks if isinstance(block, Mapping)], report)


def _together(blocks: list[Mapping[str, Any]], report: Report) -> None:
    """Check what holds for all the blocks of a message together."""
    for kind, most in _AT_MOST.items():
        count = sum(block.get("type") == kind for block in blocks)
        if count > most:
            report.add("blocks", f"{count} blocks of type {kind}, Slack allows {most}")
    markdown = sum(
        len(block["text"])
        for block in blocks
        if block.get("type") == "markdown" and isinstance(block.get("text"), str)
    )
    if markdown > MARKDOWN_TOGETHER:
        report.add(
            "blocks",
            f"{markdown} characters of markdown together, Slack allows {MARKDOWN_TOGETHER}",
        )
