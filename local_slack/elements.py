"""Interactive elements: finding them in blocks, and what using one means in payloads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from local_slack.payloads import Json
from local_slack.views import STATE_KEYS

_MANY = {"checkboxes", "multi_static_select", "multi_external_select"}


def elements(blocks: Iterable[Json]) -> Iterator[tuple[Json, Json]]:
    """Yield every interactive element with the block it stands in, in reading order."""
    for block in blocks:
        kind = block.get("type")
        if kind == "container":
            yield from elements(block.get("child_blocks") or [])
        elif kind == "carousel":
            yield from elements(block.get("elements") or [])
        elif kind != "rich_text":
            inner = [block.get("accessory"), block.get("element")]
            inner += [*(block.get("elements") or []), *(block.get("actions") or [])]
            for element in inner:
                if isinstance(element, dict) and "action_id" in element:
                    yield block, element


def find_element(
    blocks: Iterable[Json], action_id: str, block_id: str | None = None
) -> tuple[Json, Json]:
    """Return the block and element with this action id; LookupError names those there are."""
    there = []
    for block, element in elements(blocks):
        if element["action_id"] == action_id and block_id in {None, block["block_id"]}:
            return block, element
        there.append(element["action_id"])
    raise LookupError(f"no element has action_id {action_id!r}; there are {there}")


def state_of(element: Mapping[str, Any], value: Any) -> Json:
    """Return the element's state once a person gave it `value`.

    `value` is text, an option's value (or its words), a list of them, or an id. An option
    object is taken as it is. ValueError when no option fits.
    """
    kind = str(element["type"])
    key, _ = STATE_KEYS[kind]
    if key == "selected_option":
        return {"type": kind, key: None if value is None else _option(element, value)}
    if kind in _MANY:
        return {"type": kind, key: [_option(element, each) for each in value or []]}
    return {"type": kind, key: value}


def action_of(block: Json, element: Json, value: Any, action_ts: str) -> Json:
    """Return the `actions` entry that Slack sends when a person uses the element."""
    kind = element["type"]
    action: Json = {
        "type": kind,
        "action_id": element["action_id"],
        "block_id": block["block_id"],
        "action_ts": action_ts,
    }
    if kind in {"button", "icon_button", "workflow_button"}:
        shown = {name: element[name] for name in ("text", "value", "style") if name in element}
        return action | shown
    if kind == "feedback_buttons":
        chosen = element[f"{'negative' if value == 'negative' else 'positive'}_button"]
        return action | {"text": chosen["text"], "value": chosen["value"]}
    if kind == "overflow":
        return action | {"selected_option": _option(element, value)}
    return action | state_of(element, value)


def _option(element: Mapping[str, Any], value: Any) -> Json:
    if isinstance(value, dict):
        return value
    groups = element.get("option_groups") or []
    options = [*(element.get("options") or [])]
    options += [option for group in groups for option in group.get("options") or []]
    for option in options:
        if value in {option.get("value"), option.get("text", {}).get("text")}:
            return dict(option)
    there = [option.get("value") for option in options]
    raise ValueError(f"no option has the value {value!r}; there are {there}")
