"""Limits of tables and charts (Slack docs, "Table block", "Data table block")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from local_slack.limit_report import Report, items, keys, length, mapping, one_of, required
from local_slack.limit_rich_text import rich_text_entity

# All cells of one table together (docs: "Table block", "Data table block").
CELLS_TOGETHER = 10_000
_CELLS = ("raw_text", "raw_number", "rich_text")


def table(block: Mapping[str, Any], path: str, report: Report) -> None:
    """Check a `table` block: 100 rows of 20 cells, 10,000 characters in all of them."""
    for row, at in items(block.get("rows"), f"{path}.rows", report, most=100, of="rows"):
        for cell, cell_at in items(row, at, report, most=20, of="cells"):
            _cell(cell, cell_at, report)
    _together(block.get("rows"), path, report)
    if "column_settings" in block:
        _columns(block["column_settings"], f"{path}.column_settings", report)


def data_table(block: Mapping[str, Any], path: str, report: Report) -> None:
    """Check a `data_table` block: a header row and 1 to 100 more, all equally wide."""
    length(block.get("caption"), f"{path}.caption", report, most=3000)
    rows = items(block.get("rows"), f"{path}.rows", report, most=101, least=2, of="rows")
    widths = set()
    for row, at in rows:
        cells = list(items(row, at, report, most=20, of="cells"))
        widths.add(len(cells))
        for cell, cell_at in cells:
            _cell(cell, cell_at, report)
    _together(block.get("rows"), path, report)
    if len(widths) > 1:
        report.add(f"{path}.rows", "every row needs the same number of cells")
    if "page_size" in block and block["page_size"] not in range(1, 101):
        report.add(f"{path}.page_size", "should be 1 to 100")


def data_visualization(block: Mapping[str, Any], path: str, report: Report) -> None:
    """Check the frame of a `data_visualization` block; the chart itself is not looked into."""
    length(block.get("title"), f"{path}.title", report, most=50)
    required(block, ("chart",), path, report)


def _cell(value: Any, path: str, report: Report) -> None:
    cell = mapping(value, path, report)
    if cell is None:
        return
    kind = cell.get("type")
    if kind == "rich_text":
        rich_text_entity(cell, path, report)
    elif kind == "raw_text":
        keys(cell, ("type", "text"), path, report)
        length(cell.get("text"), f"{path}.text", report, most=10_000)
    elif kind == "raw_number":
        keys(cell, ("type", "value", "text"), path, report)
        required(cell, ("value",), path, report)
    else:
        one_of(kind, _CELLS, f"{path}.type", report)


def _together(rows: Any, path: str, report: Report) -> None:
    count = _characters(rows)
    if count > CELLS_TOGETHER:
        words = f"{count} characters in all cells together, Slack allows {CELLS_TOGETHER}"
        report.add(f"{path}.rows", words)


def _characters(part: Any) -> int:
    """Count the characters that a person reads in cells, however deep they stand."""
    if isinstance(part, list | tuple):
        return sum(_characters(each) for each in part)
    if not isinstance(part, Mapping):
        return 0
    text = part.get("text")
    own = len(text) if isinstance(text, str) else 0
    return own + _characters(part.get("elements"))


def _columns(value: Any, path: str, report: Report) -> None:
    for column, at in items(value, path, report, most=20, least=0, of="columns"):
        # A null keeps the column's default.
        shape = mapping(column, at, report) if column is not None else None
        if shape is not None:
            keys(shape, ("align", "is_wrapped"), at, report)
            if "align" in shape:
                one_of(shape["align"], ("left", "center", "right"), f"{at}.align", report)
