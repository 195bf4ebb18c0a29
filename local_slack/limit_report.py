"""The small checks that the limits are made of. Each adds what is wrong to a `Report`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

TEXT_TYPES = ("plain_text", "mrkdwn")


@dataclass
class Report:
    """Problems found so far, and the ids seen, which must not repeat in one surface."""

    found: list[str] = field(default_factory=list)
    block_ids: set[str] = field(default_factory=set)
    action_ids: set[str] = field(default_factory=set)

    def add(self, path: str, problem: str) -> None:
        """Note one problem as `path: problem`."""
        self.found.append(f"{path}: {problem}")


Check = Callable[[Any, str, Report], None]


def mapping(value: Any, path: str, report: Report) -> Mapping[str, Any] | None:
    """Return the value when it is an object; else note that it should be."""
    if isinstance(value, Mapping):
        return value
    report.add(path, f"should be an object, not {_kind(value)}")
    return None


def keys(value: Mapping[str, Any], known: Collection[str], path: str, report: Report) -> None:
    """Note every key that Slack does not document here."""
    for key in value:
        if key not in known:
            report.add(f"{path}.{key}", "unknown key")


def length(value: Any, path: str, report: Report, *, most: int, least: int = 1) -> None:
    """Check that a value is text of `least` to `most` characters."""
    if not isinstance(value, str):
        report.add(path, f"should be text, not {_kind(value)}")
    elif len(value) > most:
        report.add(path, f"{len(value)} characters, Slack allows {most}")
    elif len(value) < least:
        report.add(path, "is empty")


def required(value: Mapping[str, Any], names: Collection[str], path: str, report: Report) -> None:
    """Note every name that is missing or null."""
    for name in names:
        if value.get(name) is None:
            report.add(f"{path}.{name}", "is missing")


def one_of(value: Any, allowed: Collection[Any], path: str, report: Report) -> None:
    """Check that a value is one of those allowed."""
    if value not in allowed:
        report.add(path, f"{value!r} is not one of {', '.join(map(str, sorted(allowed)))}")


def boolean(value: Any, path: str, report: Report) -> None:
    """Check that a value is true or false."""
    if not isinstance(value, bool):
        report.add(path, f"should be true or false, not {_kind(value)}")


def items(  # noqa: PLR0913 - the limits are named where they are checked
    value: Any, path: str, report: Report, *, most: int, least: int = 1, of: str = "items"
) -> Iterator[tuple[Any, str]]:
    """Yield each item of a list with its path, after checking how many there are."""
    if not isinstance(value, list | tuple):
        report.add(path, f"should be a list, not {_kind(value)}")
        return
    if len(value) > most:
        report.add(path, f"{len(value)} {of}, Slack allows {most}")
    elif len(value) < least:
        report.add(path, "is empty" if not value else f"{len(value)} {of}, Slack wants {least}")
    for index, item in enumerate(value):
        yield item, f"{path}[{index}]"


def text(
    value: Any, path: str, report: Report, *, most: int, types: Collection[str] = TEXT_TYPES
) -> None:
    """Check a text object of 1 to `most` characters (docs: "Text object")."""
    shape = mapping(value, path, report)
    if shape is None:
        return
    kind = shape.get("type")
    if kind not in types:
        report.add(f"{path}.type", f"{kind!r} is not allowed here; use {' or '.join(types)}")
    keys(shape, ("type", "text", "emoji", "verbatim"), path, report)
    if kind == "mrkdwn" and "emoji" in shape:
        report.add(f"{path}.emoji", "is for plain_text only")
    if kind == "plain_text" and "verbatim" in shape:
        report.add(f"{path}.verbatim", "is for mrkdwn only")
    for name in ("emoji", "verbatim"):
        if name in shape:
            boolean(shape[name], f"{path}.{name}", report)
    length(shape.get("text"), f"{path}.text", report, most=most)


def plain(value: Any, path: str, report: Report, *, most: int) -> None:
    """Check a `plain_text` object of 1 to `most` characters."""
    text(value, path, report, most=most, types=("plain_text",))


def identifier(value: Any, seen: set[str], path: str, report: Report) -> None:
    """Check an id of up to 255 characters that must not repeat."""
    length(value, path, report, most=255)
    if isinstance(value, str):
        if value in seen:
            report.add(path, f"{value!r} is used twice; it must be unique")
        seen.add(value)


def _kind(value: Any) -> str:
    names = {type(None): "nothing", str: "text", list: "a list", bool: "a boolean"}
    return names.get(type(value), type(value).__name__)
