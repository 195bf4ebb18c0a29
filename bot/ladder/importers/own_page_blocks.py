"""What one page of our own export shows: its cards, tracks and tables, before they are joined."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.ladder.importers.own_blocks import Block

NOT_NAMED = "not named"
"""What stands for an owner that nobody is."""
_INDEX = re.compile(
    r"Version (?P<version>.*?) · Owner: (?P<owner>.*?)(?: · Default family: (?P<default>.*))?",
    re.DOTALL,
)
_RECEIPT = re.compile(
    r"Status: (?P<status>approved|draft) · Version (?P<version>.*?) · Owner: (?P<owner>.*?)"
    r"(?: · Source: (?P<source>.*))?",
    re.DOTALL,
)
_GUIDE_RECEIPT = re.compile(r"Status: (?P<status>approved|draft) · Owner: (?P<owner>.*)", re.DOTALL)
_COMPARED = ": levels compared"
_GUIDE = "Questions about the ladder"
_NOT_WRITTEN = "The ladder names this level, but its card is not written yet."


@dataclass(slots=True)
class Card:
    """A card as its page shows it."""

    code: str
    name: str
    line: int
    title: str | None = None
    paragraphs: list[Block] = field(default_factory=list)
    sections: list[tuple[str, list[Block]]] = field(default_factory=list)
    receipt: re.Match[str] | None = None


@dataclass(slots=True)
class Track:
    """A track as a heading and the table below it show it."""

    name: str
    who: str | None = None
    levels: dict[str, str] = field(default_factory=dict)
    """Code to name, lowest first."""
    meanings: dict[str, dict[str, str]] = field(default_factory=dict)
    """Code to what a table says of it, by the name of the column."""


@dataclass(slots=True)
class Family:
    """The page of a family."""

    file: str
    name: str
    ladder: str
    version: str | None = None
    aliases: list[str] = field(default_factory=list)
    soc: str | None = None
    tracks: list[Track] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


@dataclass(slots=True)
class Index:
    """The page that leads to all others."""

    file: str
    name: str
    version: str
    owner: str | None
    default: str | None
    tracks: list[Track] = field(default_factory=list)
    guide: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class PageReader:
    """Takes a page's blocks one after the other."""

    file: str
    blocks: list[Block]
    spare: list[tuple[str, Block]]
    at: int = 0

    def page(self) -> Family | Index | None:
        """The page; None where it is none of an export's."""
        if any(block.kind == "html_block" for block in self.blocks):
            return None
        heads = [block for block in self.blocks[:2] if block.kind == "h1"]
        others = [block for block in self.blocks[:2] if block.kind == "p"]
        if len(heads) != 1 or len(others) != 1:
            return None
        [head], [line] = heads, others
        self.at = 2
        if Path(line.link).stem == "index" and line.link.startswith("../"):
            return self._family(head, line)
        match = _INDEX.fullmatch(line.text)
        return self._index(head, match) if match and line is self.blocks[1] else None

    def _next(self) -> Block | None:
        return self.blocks[self.at] if self.at < len(self.blocks) else None

    def _run(self, *kinds: str) -> list[Block]:
        """The blocks of these kinds that follow."""
        start = self.at
        while (block := self._next()) and block.kind in kinds:
            self.at += 1
        return self.blocks[start : self.at]

    def _family(self, head: Block, line: Block) -> Family | None:
        version = line.text.removeprefix(line.link_text).removeprefix(", version ") or None
        made = Family(self.file, head.text, line.link_text, version)
        for block in self._run("p", "li"):
            label, colon, text = block.text.partition(": ")
            if colon and label == "Also called":
                made.aliases += text.split(", ")
            elif colon and label == "O*NET / SOC":
                made.soc = text
            else:
                self.spare.append((self.file, block))
        while (following := self._next()) is not None:
            block = following
            self.at += 1
            if block.kind != "h2":
                self.spare.append((self.file, block))
            elif (follows := self._next()) and follows.kind == "table":
                self.at += 1
                made.tracks.append(_track(block, follows, turned=True))
            elif " — " in block.text:
                made.cards.append(self._card(block))
            else:
                return None
        return made if made.cards and all(card.receipt for card in made.cards) else None

    def _card(self, head: Block) -> Card:
        code, _, name = head.text.partition(" — ")
        card = Card(code, name, head.line)
        for block in self._run("p"):
            if card.title is None and block.strong:
                card.title = block.text
            elif match := _RECEIPT.fullmatch(block.text):
                card.receipt = match
            elif block.text != _NOT_WRITTEN:
                card.paragraphs.append(block)
        while (part := self._next()) and part.kind == "h3":
            self.at += 1
            listed = []
            for each in self._run("li", "p"):
                match = _RECEIPT.fullmatch(each.text) if each.kind == "p" else None
                card.receipt = match or card.receipt
                listed += [] if match else [each]
            card.sections.append((part.text, listed))
        return card

    def _index(self, head: Block, match: re.Match[str]) -> Index | None:
        owner = match["owner"] if match["owner"] != NOT_NAMED else None
        made = Index(self.file, head.text, match["version"], owner, match["default"])
        first = self._next()
        if first is None or (first.kind, first.text) != ("h2", "Families"):
            return None
        self.at += 1
        self._run("li")
        while (following := self._next()) is not None:
            block = following
            self.at += 1
            who = self._run("p") if block.kind == "h2" else []
            follows = self._next()
            if block.kind == "h2" and follows and follows.kind == "table":
                self.at += 1
                made.tracks.append(_track(block, follows, turned=False))
                made.tracks[-1].who = made.tracks[-1].who or _who(who)
            elif block.kind == "h2" and block.text == _GUIDE:
                self._guide(made.guide)
            else:
                self.spare += [(self.file, each) for each in [block, *who]]
        return made

    def _guide(self, guide: list[dict[str, Any]]) -> None:
        while (block := self._next()) and block.kind == "h3":
            self.at += 1
            said = self._run("p")
            receipt = _GUIDE_RECEIPT.fullmatch(said[-1].text) if said else None
            answer = "\n\n".join(each.text for each in (said[:-1] if receipt else said))
            entry: dict[str, Any] = {"question": block.text, "answer": answer}
            if receipt:
                entry["status"] = receipt["status"]
                entry["owner"] = receipt["owner"] if receipt["owner"] != NOT_NAMED else None
            guide.append(entry)


def _who(paragraphs: Sequence[Block]) -> str | None:
    text = paragraphs[0].text if paragraphs else ""
    return text[4:-1] if text.startswith("For ") and text.endswith(".") else None


def _track(head: Block, table: Block, *, turned: bool) -> Track:
    """A track by its table: a level in each row, or, where it is `turned`, in each column."""
    name, _, who = head.text.removesuffix(_COMPARED).partition(" — ")
    track = Track(name, who or None)
    rows = table.rows
    if turned:
        width = max(map(len, rows), default=0)
        rows = tuple(tuple(row[at] for row in rows if at < len(row)) for at in range(width))
    columns = [cell.text for cell in rows[0]] if rows else []
    for level, *cells in rows[1:]:
        code = level.strong or level.text.split(" ", 1)[0]
        track.levels[code] = level.text.removeprefix(code).strip()
        said = zip(columns[1:], cells, strict=False)
        track.meanings[code] = {column: cell.text for column, cell in said if cell.text}
    return track
