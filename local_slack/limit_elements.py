"""Limits of block elements and of the small objects in them (Slack docs, "Block elements").

Option values may have 150 characters: the option object's page says so since 2024, where
older pages and SDKs still say 75.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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

Element = Mapping[str, Any]
ElementCheck = Callable[[Element, str, Report], None]

_COMMON = ("type", "action_id")
_INPUT = (*_COMMON, "placeholder", "focus_on_load", "confirm")
_SELECTS = {
    "static_select": ("options", "option_groups", "initial_option"),
    "external_select": ("initial_option", "min_query_length"),
    "users_select": ("initial_user",),
    "conversations_select": (
        "initial_conversation",
        "default_to_current_conversation",
        "response_url_enabled",
        "filter",
    ),
    "channels_select": ("initial_channel", "response_url_enabled"),
    "multi_static_select": ("options", "option_groups", "initial_options", "max_selected_items"),
    "multi_external_select": ("initial_options", "min_query_length", "max_selected_items"),
    "multi_users_select": ("initial_users", "max_selected_items"),
    "multi_conversations_select": (
        "initial_conversations",
        "default_to_current_conversation",
        "max_selected_items",
        "filter",
    ),
    "multi_channels_select": ("initial_channels", "max_selected_items"),
}
_PICKERS = {
    "datepicker": ("initial_date",),
    "timepicker": ("initial_time", "timezone"),
    "datetimepicker": ("initial_date_time",),
    "file_input": ("filetypes", "max_files"),
}
_TEXT_INPUTS = {
    "plain_text_input": ("initial_value", "multiline", "min_length", "max_length"),
    "email_text_input": ("initial_value",),
    "url_text_input": ("initial_value",),
    "number_input": ("initial_value", "is_decimal_allowed", "min_value", "max_value"),
    "rich_text_input": ("initial_value", "min_lines", "max_lines"),
}
_CHOICES = {"radio_buttons": ("initial_option",), "checkboxes": ("initial_options",)}

# What each block may hold (the "Works with block" part of each element's page).
MENUS = {*_SELECTS, *_CHOICES, "datepicker", "timepicker", "overflow"}
IN_ACTIONS = {*MENUS, "button", "workflow_button", "datetimepicker", "rich_text_input"}
IN_SECTION = {*MENUS, "button", "workflow_button", "image"}
IN_INPUT = {*_SELECTS, *_CHOICES, *_PICKERS, *_TEXT_INPUTS}
IN_CONTEXT_ACTIONS = {"feedback_buttons", "icon_button"}


def element(value: Any, allowed: set[str], path: str, report: Report) -> None:
    """Check one element that must be of an allowed type."""
    shape = mapping(value, path, report)
    if shape is None:
        return
    kind = shape.get("type")
    if not isinstance(kind, str) or kind not in _CHECKS:
        report.add(f"{path}.type", f"unknown element type {kind!r}")
        return
    if kind not in allowed:
        report.add(f"{path}.type", f"{kind!r} is not allowed here")
    if "action_id" in shape:
        identifier(shape["action_id"], report.action_ids, f"{path}.action_id", report)
    if "confirm" in shape:
        _confirm(shape["confirm"], f"{path}.confirm", report)
    if "placeholder" in shape:
        plain(shape["placeholder"], f"{path}.placeholder", report, most=150)
    if "focus_on_load" in shape:
        boolean(shape["focus_on_load"], f"{path}.focus_on_load", report)
    _CHECKS[kind](shape, path, report)


def image_element(value: Any, path: str, report: Report) -> None:
    """Check an image element (docs: "Image element")."""
    shape = mapping(value, path, report)
    if shape is not None:
        one_of(shape.get("type"), ("image",), f"{path}.type", report)
        keys(shape, ("type", "alt_text", "image_url", "slack_file"), path, report)
        image_source(shape, path, report)


def image_source(shape: Element, path: str, report: Report) -> None:
    """Check what an image block and an image element share: source and alt text."""
    length(shape.get("alt_text"), f"{path}.alt_text", report, most=2000)
    if ("image_url" in shape) == ("slack_file" in shape):
        report.add(path, "needs either image_url or slack_file")
    if "image_url" in shape:
        length(shape["image_url"], f"{path}.image_url", report, most=3000)


def _button(shape: Element, path: str, report: Report) -> None:
    known = (
        *_COMMON,
        "text",
        "url",
        "value",
        "style",
        "confirm",
        "accessibility_label",
        "agent_prompt",
        "agent_prompt_display",
        "visible_to_user_ids",
    )
    keys(shape, known, path, report)
    plain(shape.get("text"), f"{path}.text", report, most=75)
    _optional_length(shape, path, report, {"url": 3000, "value": 2000, "accessibility_label": 75})
    _optional_length(shape, path, report, {"agent_prompt": 4000})
    _style(shape, path, report)


def _workflow_button(shape: Element, path: str, report: Report) -> None:
    keys(shape, (*_COMMON, "text", "workflow", "style", "accessibility_label"), path, report)
    required(shape, ("action_id", "workflow"), path, report)
    plain(shape.get("text"), f"{path}.text", report, most=75)
    _optional_length(shape, path, report, {"accessibility_label": 75})
    _style(shape, path, report)


def _overflow(shape: Element, path: str, report: Report) -> None:
    keys(shape, (*_COMMON, "options", "confirm"), path, report)
    for option, at in items(shape.get("options"), f"{path}.options", report, most=5, of="options"):
        _option(option, at, report, link=True)


def _choice(shape: Element, path: str, report: Report) -> None:
    known = (*_COMMON, "options", "focus_on_load", "confirm", *_CHOICES[shape["type"]])
    keys(shape, known, path, report)
    options = items(shape.get("options"), f"{path}.options", report, most=10, of="options")
    for option, at in options:
        _option(option, at, report, mrkdwn=True)
    _initial(shape, path, report)


def _select(shape: Element, path: str, report: Report) -> None:
    kind = shape["type"]
    keys(shape, (*_INPUT, *_SELECTS[kind]), path, report)
    if kind in {"static_select", "multi_static_select"}:
        _select_options(shape, path, report)
    _initial(shape, path, report)


def _select_options(shape: Element, path: str, report: Report) -> None:
    if ("options" in shape) == ("option_groups" in shape):
        report.add(path, "needs either options or option_groups")
    if "options" in shape:
        check_options(shape["options"], f"{path}.options", report)
    if "option_groups" in shape:
        check_option_groups(shape["option_groups"], f"{path}.option_groups", report)


def check_options(value: Any, path: str, report: Report) -> None:
    """Check the options of a select menu; an app's options response has the same limits."""
    for option, at in items(value, path, report, most=100, of="options"):
        _option(option, at, report)


def check_option_groups(value: Any, path: str, report: Report) -> None:
    """Check the option groups of a select menu."""
    for group, at in items(value, path, report, most=100, of="option groups"):
        shape = mapping(group, at, report)
        if shape is not None:
            keys(shape, ("label", "options"), at, report)
            plain(shape.get("label"), f"{at}.label", report, most=75)
            check_options(shape.get("options"), f"{at}.options", report)


def _initial(shape: Element, path: str, report: Report) -> None:
    """Check that what is chosen at first is among the options, as Slack insists."""
    given = [shape["initial_option"]] if "initial_option" in shape else []
    given += _list(shape.get("initial_options"))
    groups = [group for group in _list(shape.get("option_groups")) if isinstance(group, Mapping)]
    options = _list(shape.get("options"))
    options += [option for group in groups for option in _list(group.get("options"))]
    if options and any(option not in options for option in given):
        report.add(path, "the initial option is not among the options")


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _option(
    value: Any, path: str, report: Report, *, mrkdwn: bool = False, link: bool = False
) -> None:
    shape = mapping(value, path, report)
    if shape is None:
        return
    known = ("text", "value", "description", *(("url",) if link else ()))
    keys(shape, known, path, report)
    types = ("plain_text", "mrkdwn") if mrkdwn else ("plain_text",)
    text(shape.get("text"), f"{path}.text", report, most=75, types=types)
    length(shape.get("value"), f"{path}.value", report, most=150)
    if "description" in shape:
        text(shape["description"], f"{path}.description", report, most=75, types=types)
    _optional_length(shape, path, report, {"url": 3000})


def _picker(shape: Element, path: str, report: Report) -> None:
    keys(shape, (*_INPUT, *_PICKERS[shape["type"]]), path, report)
    if "max_files" in shape and shape["max_files"] not in range(1, 11):
        report.add(f"{path}.max_files", "should be 1 to 10")


def _text_input(shape: Element, path: str, report: Report) -> None:
    kind = shape["type"]
    keys(shape, (*_INPUT, "dispatch_action_config", *_TEXT_INPUTS[kind]), path, report)
    if kind == "number_input":
        required(shape, ("is_decimal_allowed",), path, report)
    least, most = shape.get("min_length", 0), shape.get("max_length", 3000)
    if least not in range(3001):
        report.add(f"{path}.min_length", "should be 0 to 3000")
    if most not in range(1, 3001):
        report.add(f"{path}.max_length", "should be 1 to 3000")


def _feedback_buttons(shape: Element, path: str, report: Report) -> None:
    keys(shape, (*_COMMON, "positive_button", "negative_button"), path, report)
    for name in ("positive_button", "negative_button"):
        at = f"{path}.{name}"
        button = mapping(shape.get(name), at, report)
        if button is not None:
            keys(button, ("text", "value", "accessibility_label"), at, report)
            plain(button.get("text"), f"{at}.text", report, most=75)
            length(button.get("value"), f"{at}.value", report, most=2000)
            _optional_length(button, at, report, {"accessibility_label": 75})


def _icon_button(shape: Element, path: str, report: Report) -> None:
    known = ("icon", "text", "value", "confirm", "accessibility_label", "visible_to_user_ids")
    keys(shape, (*_COMMON, *known), path, report)
    one_of(shape.get("icon"), ("trash",), f"{path}.icon", report)
    plain(shape.get("text"), f"{path}.text", report, most=75)
    _optional_length(shape, path, report, {"value": 2000, "accessibility_label": 75})


def _image(shape: Element, path: str, report: Report) -> None:
    image_element(shape, path, report)


def _confirm(value: Any, path: str, report: Report) -> None:
    shape = mapping(value, path, report)
    if shape is None:
        return
    keys(shape, ("title", "text", "confirm", "deny", "style"), path, report)
    plain(shape.get("title"), f"{path}.title", report, most=100)
    text(shape.get("text"), f"{path}.text", report, most=300)
    for name in ("confirm", "deny"):
        plain(shape.get(name), f"{path}.{name}", report, most=30)
    _style(shape, path, report)


def _style(shape: Element, path: str, report: Report) -> None:
    if "style" in shape:
        one_of(shape["style"], ("primary", "danger"), f"{path}.style", report)


def _optional_length(shape: Element, path: str, report: Report, limits: dict[str, int]) -> None:
    for name, most in limits.items():
        if name in shape:
            length(shape[name], f"{path}.{name}", report, most=most)


_CHECKS: dict[str, ElementCheck] = {
    "button": _button,
    "workflow_button": _workflow_button,
    "overflow": _overflow,
    "feedback_buttons": _feedback_buttons,
    "icon_button": _icon_button,
    "image": _image,
    **dict.fromkeys(_CHOICES, _choice),
    **dict.fromkeys(_SELECTS, _select),
    **dict.fromkeys(_PICKERS, _picker),
    **dict.fromkeys(_TEXT_INPUTS, _text_input),
}
