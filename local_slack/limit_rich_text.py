"""Limits of `rich_text` blocks (Slack docs, "Rich text block")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from local_slack.limit_report import Report, items, keys, length, mapping, one_of, required

_STYLES = (
    "bold",
    "italic",
    "strike",
    "code",
    "underline",
    "highlight",
    "client_highlight",
    "unlink",
)
# The keys of each inline element beside `type`; the first is required.
_INLINE = {
    "text": ("text", "style"),
    "link": ("url", "text", "unsafe", "style"),
    "user": ("user_id", "style"),
    "channel": ("channel_id", "style"),
    "usergroup": ("usergroup_id", "style"),
    "team": ("team_id", "style"),
    "emoji": ("name", "unicode", "skin_tone", "style"),
    "broadcast": ("range", "style"),
    "color": ("value", "style"),
    "date": ("timestamp", "format", "url", "fallback", "style"),
}
_CONTAINERS = {
    "rich_text_section": ("type", "elements"),
    "rich_text_quote": ("type", "elements", "border"),
    "rich_text_preformatted": ("type", "elements", "border", "language"),
    "rich_text_list": ("type", "elements", "style", "indent", "offset", "border"),
}


def rich_text(block: Mapping[str, Any], path: str, report: Report) -> None:
    """Check the elements of a `rich_text` block."""
    for element, at in items(block.get("elements"), f"{path}.elements", report, most=10_000):
        _container(element, at, report)


def rich_text_entity(value: Any, path: str, report: Report) -> None:
    """Check a whole `rich_text` object where another block holds one."""
    shape = mapping(value, path, report)
    if shape is not None:
        one_of(shape.get("type"), ("rich_text",), f"{path}.type", report)
        keys(shape, ("type", "elements", "block_id"), path, report)
        rich_text(shape, path, report)


def _container(value: Any, path: str, report: Report) -> None:
    element = mapping(value, path, report)
    if element is None:
        return
    kind = element.get("type")
    if not isinstance(kind, str) or kind not in _CONTAINERS:
        report.add(f"{path}.type", f"unknown rich text element {kind!r}")
        return
    keys(element, _CONTAINERS[kind], path, report)
    # An empty quote or section is accepted; a missing list of elements is not.
    for child, at in items(
        element.get("elements"), f"{path}.elements", report, most=10_000, least=0
    ):
        if kind == "rich_text_list":
            _list_item(child, at, report)
        else:
            _inline(child, at, report)
    if kind == "rich_text_list":
        one_of(element.get("style"), ("bullet", "ordered"), f"{path}.style", report)
        _whole(element, "indent", path, report, most=8)
        _whole(element, "offset", path, report, most=None)
    _whole(element, "border", path, report, most=1)


def _list_item(value: Any, path: str, report: Report) -> None:
    item = mapping(value, path, report)
    if item is None:
        return
    if item.get("type") != "rich_text_section":
        report.add(f"{path}.type", "a list holds rich_text_section elements only")
        return
    _container(item, path, report)


def _inline(value: Any, path: str, report: Report) -> None:
    element = mapping(value, path, report)
    if element is None:
        return
    kind = element.get("type")
    known = _INLINE.get(str(kind))
    if known is None:
        report.add(f"{path}.type", f"unknown rich text element {kind!r}")
        return
    keys(element, ("type", *known), path, report)
    required(element, known[:1], path, report)
    if kind == "date":
        required(element, ("format",), path, report)
    if kind in {"text", "link"} and known[0] in element:
        length(element[known[0]], f"{path}.{known[0]}", report, most=40_000)
    style = element.get("style")
    if style is not None:
        shape = mapping(style, f"{path}.style", report)
        keys(shape or {}, _STYLES, f"{path}.style", report)


def _whole(
    element: Mapping[str, Any], name: str, path: str, report: Report, *, most: int | None
) -> None:
    if name not in element:
        return
    value = element[name]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        report.add(f"{path}.{name}", "should be a whole number from 0")
    elif most is not None and value > most:
        report.add(f"{path}.{name}", f"{value}, Slack allows {most}")
