"""The whole ladder as files, for reading or for another tool."""

import json
from collections.abc import Callable, Mapping

from bot.exports.csv_table import csv_files
from bot.exports.html_pages import html_files
from bot.exports.markdown_pages import markdown_files
from bot.ladder import Ladder
from bot.ladder.export import ladder_data

__all__ = ["FORMATS", "Render", "csv_files", "html_files", "json_files", "markdown_files"]

Render = Callable[[Ladder], dict[str, str]]
"""From a ladder to its files: path within the folder to text. Pure."""


def json_files(ladder: Ladder) -> dict[str, str]:
    """`ladder.json`, as `ladder_data` describes it."""
    return {"ladder.json": json.dumps(ladder_data(ladder), ensure_ascii=False, indent=2) + "\n"}


FORMATS: Mapping[str, Render] = {
    "markdown": markdown_files,
    "csv": csv_files,
    "json": json_files,
    "html": html_files,
}
