"""Limits of each block type (Slack docs, "Blocks", one page a block)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from local_slack.limit_elements import (
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    IN_SECTION,
    element,
    image_element,
    image_source,
)
from local_slack.limit_report import (
    Report,
    boolean,
    identifier,
    items,
    keys,
    length,
    mapping,
    one_of,
    plain,
    required,
    text,
)
from local_slack.limit_rich_text import rich_text, rich_text_entity
from local_slack.limit_tables import data_table, data_visualization, table

Block = Mapping[str, Any]
BlockCheck = Callable[[Block, str, Report], None]

MESSAGE, MODAL, HOME = "a message", "a modal", "App Home"


def check_block(value: Any, path: str, report: Report, surface: str) -> None:
    """Check one block on its surface (`MESSAGE`, `MODAL` or `HOME`)."""
    block = mapping(value, path, report)
    if block is None:
        return
    kind = block.get("type")
    if not isinstance(kind, str) or kind not in _BLOCKS:
        report.add(f"{path}.type", f"unknown block type {kind!r}")
        return
    known, check, surfaces = _BLOCKS[kind]
    if surface not in surfaces:
        report.add(f"{path}.type", f"{kind!r} is not allowed in {surface}")
    keys(block, ("type", "block_id", *known), path, report)
    if "block_id" in block:
        identifier(block["block_id"], report.block_ids, f"{path}.block_id", report)
    if kind == "container":
        _children(block, path, report, surface)
    check(block, path, report)


def _section(block: Block, path: str, report: Report) -> None:
    if "text" not in block and "fields" not in block:
        report.add(path, "needs text or fields")
    if "text" in block:
        text(block["text"], f"{path}.text", report, most=3000)
    if "fields" in block:
        fields = items(block["fields"], f"{path}.fields", report, most=10, of="fields")
        for each, at in fields:
            text(each, at, report, most=2000)
    if "accessory" in block:
        element(block["accessory"], IN_SECTION, f"{path}.accessory", report)
    if "expand" in block:
        boolean(block["expand"], f"{path}.expand", report)


def _header(block: Block, path: str, report: Report) -> None:
    plain(block.get("text"), f"{path}.text", report, most=150)
    if "level" in block:
        one_of(block["level"], (1, 2, 3, 4), f"{path}.level", report)


def _divider(_block: Block, _path: str, _report: Report) -> None:
    """A divider has nothing to check beyond its keys."""


def _image(block: Block, path: str, report: Report) -> None:
    image_source(block, path, report)
    if "title" in block:
        plain(block["title"], f"{path}.title", report, most=2000)


def _context(block: Block, path: str, report: Report) -> None:
    for each, at in items(
        block.get("elements"), f"{path}.elements", report, most=10, of="elements"
    ):
        if isinstance(each, Mapping) and each.get("type") == "image":
            image_element(each, at, report)
        else:
            text(each, at, report, most=3000)


def _actions(block: Block, path: str, report: Report) -> None:
    for each, at in items(
        block.get("elements"), f"{path}.elements", report, most=25, of="elements"
    ):
        element(each, IN_ACTIONS, at, report)


def _context_actions(block: Block, path: str, report: Report) -> None:
    for each, at in items(block.get("elements"), f"{path}.elements", report, most=5, of="elements"):
        element(each, IN_CONTEXT_ACTIONS, at, report)


def _input(block: Block, path: str, report: Report) -> None:
    plain(block.get("label"), f"{path}.label", report, most=2000)
    element(block.get("element"), IN_INPUT, f"{path}.element", report)
    if "hint" in block:
        plain(block["hint"], f"{path}.hint", report, most=2000)
    for name in ("optional", "dispatch_action"):
        if name in block:
            boolean(block[name], f"{path}.{name}", report)


def _markdown(block: Block, path: str, report: Report) -> None:
    # How long all of them are together is checked on the whole message.
    length(block.get("text"), f"{path}.text", report, most=12_000)


def _video(block: Block, path: str, report: Report) -> None:
    required(block, ("alt_text", "title", "thumbnail_url", "video_url"), path, report)
    if "title" in block:
        plain(block["title"], f"{path}.title", report, most=199)
    if "description" in block:
        plain(block["description"], f"{path}.description", report, most=200)
    if "author_name" in block:
        length(block["author_name"], f"{path}.author_name", report, most=49)


def _file(block: Block, path: str, report: Report) -> None:
    required(block, ("external_id",), path, report)
    one_of(block.get("source"), ("remote",), f"{path}.source", report)


def _call(block: Block, path: str, report: Report) -> None:
    required(block, ("call_id",), path, report)


def _task_card(block: Block, path: str, report: Report) -> None:
    required(block, ("task_id", "title"), path, report)
    statuses = ("pending", "in_progress", "complete", "error")
    one_of(block.get("status"), statuses, f"{path}.status", report)
    for name in ("details", "output"):
        if name in block:
            rich_text_entity(block[name], f"{path}.{name}", report)
    if "sources" in block:
        for source, at in items(block["sources"], f"{path}.sources", report, most=100, least=0):
            shape = mapping(source, at, report)
            if shape is not None:
                keys(shape, ("type", "url", "text"), at, report)
                required(shape, ("url", "text"), at, report)


def _plan(block: Block, path: str, report: Report) -> None:
    required(block, ("title",), path, report)
    for task, at in items(block.get("tasks", []), f"{path}.tasks", report, most=50, least=0):
        check_block(task, at, report, MESSAGE)


def _alert(block: Block, path: str, report: Report) -> None:
    text(block.get("text"), f"{path}.text", report, most=200)
    if "level" in block:
        levels = ("default", "info", "warning", "error", "success")
        one_of(block["level"], levels, f"{path}.level", report)


def _card(block: Block, path: str, report: Report) -> None:
    if not any(name in block for name in ("hero_image", "title", "actions", "body")):
        report.add(path, "needs one of hero_image, title, actions or body")
    for name, most in (("title", 150), ("subtitle", 150), ("body", 200)):
        if name in block:
            text(block[name], f"{path}.{name}", report, most=most)
    for name in ("hero_image", "icon"):
        if name in block:
            image_element(block[name], f"{path}.{name}", report)
    if "actions" in block:
        for each, at in items(block["actions"], f"{path}.actions", report, most=5, of="actions"):
            element(each, {"button", "workflow_button"}, at, report)


def _carousel(block: Block, path: str, report: Report) -> None:
    for card, at in items(block.get("elements"), f"{path}.elements", report, most=10, of="cards"):
        if isinstance(card, Mapping) and card.get("type") != "card":
            report.add(f"{at}.type", "a carousel holds cards only")
        check_block(card, at, report, MESSAGE)


def _container(block: Block, path: str, report: Report) -> None:
    if "title" not in block and "rich_text_title" not in block:
        report.add(path, "needs title or rich_text_title")
    if "title" in block:
        plain(block["title"], f"{path}.title", report, most=150)
    if "subtitle" in block:
        text(block["subtitle"], f"{path}.subtitle", report, most=150)
    if "rich_text_title" in block:
        rich_text_entity(block["rich_text_title"], f"{path}.rich_text_title", report)
    if "icon" in block:
        image_element(block["icon"], f"{path}.icon", report)
    if "width" in block:
        one_of(block["width"], ("narrow", "standard", "wide", "full"), f"{path}.width", report)
    if block.get("is_collapsible") and block.get("has_header_divider"):
        report.add(f"{path}.has_header_divider", "cannot be set when is_collapsible is true")


def _children(block: Block, path: str, report: Report, surface: str) -> None:
    at = f"{path}.child_blocks"
    for child, child_path in items(block.get("child_blocks"), at, report, most=10, of="blocks"):
        check_block(child, child_path, report, surface)


_ALL = {MESSAGE, MODAL, HOME}
_BLOCKS: dict[str, tuple[tuple[str, ...], BlockCheck, set[str]]] = {
    "section": (("text", "fields", "accessory", "expand"), _section, _ALL),
    "header": (("text", "level"), _header, _ALL),
    "divider": ((), _divider, _ALL),
    "image": (("alt_text", "image_url", "slack_file", "title"), _image, _ALL),
    "context": (("elements",), _context, _ALL),
    "actions": (("elements",), _actions, _ALL),
    "context_actions": (("elements",), _context_actions, {MESSAGE}),
    "input": (("label", "element", "hint", "optional", "dispatch_action"), _input, _ALL),
    "markdown": (("text",), _markdown, {MESSAGE}),
    "rich_text": (("elements",), rich_text, _ALL),
    "table": (("rows", "column_settings"), table, {MESSAGE}),
    "data_table": (
        ("rows", "caption", "page_size", "row_header_column_index"),
        data_table,
        {MESSAGE},
    ),
    "data_visualization": (("title", "chart"), data_visualization, {MESSAGE}),
    "video": (
        (
            "alt_text",
            "author_name",
            "description",
            "provider_icon_url",
            "provider_name",
            "title",
            "title_url",
            "thumbnail_url",
            "video_url",
        ),
        _video,
        _ALL,
    ),
    "file": (("external_id", "source"), _file, {MESSAGE}),
    "call": (("call_id", "api_decoration_available", "call"), _call, {MESSAGE}),
    "task_card": (
        ("task_id", "title", "details", "output", "sources", "status"),
        _task_card,
        {MESSAGE},
    ),
    "plan": (("title", "tasks"), _plan, {MESSAGE}),
    "alert": (("text", "level"), _alert, {MODAL}),
    "card": (("hero_image", "icon", "title", "subtitle", "body", "actions"), _card, _ALL),
    "carousel": (("elements",), _carousel, _ALL),
    "container": (
        (
            "title",
            "rich_text_title",
            "subtitle",
            "child_blocks",
            "width",
            "icon",
            "is_collapsible",
            "default_collapsed",
            "has_header_divider",
        ),
        _container,
        _ALL,
    ),
}
