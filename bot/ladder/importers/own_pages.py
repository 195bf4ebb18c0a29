"""Reads the pages of our own export, Markdown or HTML, back into the ladder that they show.

Known by what stands on them: a family's page leads back to the index, and each of its cards ends
with its status, version and owner. Pages of any other make are left to the other readers.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.ladder.importers.levels import slug
from bot.ladder.importers.own_blocks import Block, html_blocks, markdown_blocks
from bot.ladder.importers.own_data import (
    Gathered,
    declared,
    empty_card,
    nothing_told,
    other_names,
    set_meaning,
)
from bot.ladder.importers.plain import pay_of, soc_of
from bot.ladder.importers.rungs import prefix_of

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
_NO_PAY = "The card says nothing about pay."
_NOT_NAMED = "not named"
_UNPLACED = "stands where an export has nothing"


@dataclass(slots=True)
class _Card:
    code: str
    name: str
    line: int
    title: str | None = None
    paragraphs: list[Block] = field(default_factory=list)
    sections: list[tuple[str, list[Block]]] = field(default_factory=list)
    receipt: re.Match[str] | None = None


@dataclass(slots=True)
class _Track:
    name: str
    who: str | None = None
    levels: dict[str, str] = field(default_factory=dict)
    """Code to name, lowest first."""
    meanings: dict[str, dict[str, str]] = field(default_factory=dict)
    """Code to what a table says of it, by the name of the column."""


@dataclass(slots=True)
class _Family:
    file: str
    name: str
    ladder: str
    version: str | None = None
    aliases: list[str] = field(default_factory=list)
    soc: str | None = None
    tracks: list[_Track] = field(default_factory=list)
    cards: list[_Card] = field(default_factory=list)


@dataclass(slots=True)
class _Index:
    file: str
    name: str
    version: str
    owner: str | None
    default: str | None
    tracks: list[_Track] = field(default_factory=list)
    guide: list[dict[str, Any]] = field(default_factory=list)


def read_own_pages(texts: Mapping[str, str], *, html: bool) -> Gathered | None:
    """The ladder of an export's pages, given as file to text; None where one is no such page."""
    families: list[_Family] = []
    indexes: list[_Index] = []
    spare: list[tuple[str, Block]] = []
    for file, text in texts.items():
        blocks = html_blocks(text) if html else markdown_blocks(text)
        page = _PageReader(file, blocks, spare).page()
        if page is None:
            return None
        if isinstance(page, _Family):
            families.append(page)
        else:
            indexes.append(page)
    if not families or len(indexes) > 1:
        return None
    made = _Joined(families, indexes[0] if indexes else None).gathered()
    for file, block in spare:
        made.tell((file, block.line), block.text, _UNPLACED)
    return made


@dataclass(slots=True)
class _PageReader:
    """Takes a page's blocks one after the other."""

    file: str
    blocks: list[Block]
    spare: list[tuple[str, Block]]
    at: int = 0

    def page(self) -> _Family | _Index | None:
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

    def _family(self, head: Block, line: Block) -> _Family | None:
        version = line.text.removeprefix(line.link_text).removeprefix(", version ") or None
        made = _Family(self.file, head.text, line.link_text, version)
        for block in self._run("p", "li"):
            label, colon, text = block.text.partition(": ")
            if colon and label == "Also called":
                made.aliases += text.split(", ")
            elif colon and label == "O*NET / SOC":
                made.soc = text
            else:
                self.spare.append((self.file, block))
        while block := self._next():
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

    def _card(self, head: Block) -> _Card:
        code, _, name = head.text.partition(" — ")
        card = _Card(code, name, head.line)
        for block in self._run("p"):
            if card.title is None and block.strong:
                card.title = block.text
            elif match := _RECEIPT.fullmatch(block.text):
                card.receipt = match
            elif block.text != _NOT_WRITTEN:
                card.paragraphs.append(block)
        while (block := self._next()) and block.kind == "h3":
            self.at += 1
            listed = []
            for each in self._run("li", "p"):
                match = _RECEIPT.fullmatch(each.text) if each.kind == "p" else None
                card.receipt = match or card.receipt
                listed += [] if match else [each]
            card.sections.append((block.text, listed))
        return card

    def _index(self, head: Block, match: re.Match[str]) -> _Index | None:
        owner = match["owner"] if match["owner"] != _NOT_NAMED else None
        made = _Index(self.file, head.text, match["version"], owner, match["default"])
        first = self._next()
        if first is None or (first.kind, first.text) != ("h2", "Families"):
            return None
        self.at += 1
        self._run("li")
        while block := self._next():
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
                entry["owner"] = receipt["owner"] if receipt["owner"] != _NOT_NAMED else None
            guide.append(entry)


def _who(paragraphs: Sequence[Block]) -> str | None:
    text = paragraphs[0].text if paragraphs else ""
    return text[4:-1] if text.startswith("For ") and text.endswith(".") else None


def _track(head: Block, table: Block, *, turned: bool) -> _Track:
    """A track by its table: a level in each row, or, where it is `turned`, in each column."""
    name, _, who = head.text.removesuffix(_COMPARED).partition(" — ")
    track = _Track(name, who or None)
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


@dataclass(slots=True)
class _Joined:
    """The pages as one ladder."""

    families: list[_Family]
    index: _Index | None
    sections: dict[str, str] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)

    def gathered(self) -> Gathered:
        """The data of the ladder; what a page can't say again is empty."""
        first, index = self.families[0], self.index
        made = Gathered(index.file if index else first.file, nothing_told(first.ladder))
        value = made.value
        tracks = index.tracks if index else self._tracks()
        self._declare(tracks)
        value["version"] = index.version if index else first.version or self._version()
        if index:
            value |= {"name": index.name, "owner": index.owner, "guide": index.guide}
        for kind, ids in (("dimensions", self.dimensions), ("sections", self.sections)):
            value[kind] = [
                {"id": id_, "name": name, "also": other_names(id_, name)}
                for name, id_ in ids.items()
            ]
        value["tracks"] = _tracks_data(tracks, lambda t, c: self._level(t, c, made))
        value["families"] = [
            self._family(family, at, value, made) for at, family in enumerate(self.families)
        ]
        named = [f["id"] for f in value["families"] if index and f["name"] == index.default]
        value["default_family"] = named[0] if named else None
        return made

    def _version(self) -> str | None:
        receipt = self.families[0].cards[0].receipt
        return receipt["version"] if receipt else None

    def _tracks(self) -> list[_Track]:
        """Tracks and levels of the families' own pages, where there is no index."""
        tracks: dict[str, _Track] = {}
        for family in self.families:
            names = {card.code: card.name for card in family.cards}
            for told in family.tracks:
                track = tracks.setdefault(told.name, _Track(told.name, told.who))
                for code in told.levels:
                    track.levels.setdefault(code, names.get(code, told.levels[code]))
        return list(tracks.values())

    def _declare(self, tracks: Sequence[_Track]) -> None:
        every = [*tracks, *(track for family in self.families for track in family.tracks)]
        names = [name for t in every for said in t.meanings.values() for name in said]
        plain = [name for name in dict.fromkeys(names) if name not in ("Title", "What it means")]
        self.dimensions = declared(plain, dimensions=True)
        cards = [card for family in self.families for card in family.cards]
        heads = _merged([[name for name, _ in _own_sections(card)] for card in cards])
        self.sections = declared(heads, dimensions=False)

    def _level(self, track: _Track, code: str, made: Gathered) -> dict[str, Any]:
        """What a level means: as the index says, else as all of its cards do."""
        meaning: dict[str, Any] = {}
        if self.index:
            home = (self.index.file, 1)
            self._fill(meaning, track.meanings.get(code, {}), home, made)
            return meaning
        said = [
            told.meanings[code]
            for family in self.families
            for told in family.tracks
            if code in told.meanings
        ]
        shared = {
            name: text
            for name, text in (said[0] if said else {}).items()
            if all(each.get(name) == text for each in said)
        }
        self._fill(meaning, shared, (made.file, 1), made)
        return meaning

    def _fill(
        self,
        meaning: dict[str, Any],
        said: Mapping[str, str],
        home: tuple[str, int],
        made: Gathered,
    ) -> None:
        for name, text in said.items():
            if name == "What it means":
                meaning["summary"] = text
            elif name in self.dimensions:
                if not set_meaning(meaning, self.dimensions[name], text):
                    made.tell(home, text, "is no plain range of years, such as 3–5 years")

    def _family(
        self, family: _Family, at: int, value: dict[str, Any], made: Gathered
    ) -> dict[str, Any]:
        soc = soc_of(family.soc) if family.soc else None
        made.homes["families", at] = (family.file, 1)
        levels = {level["code"]: level for track in value["tracks"] for level in track["levels"]}
        told = {code: said for track in family.tracks for code, said in track.meanings.items()}
        cards = []
        for place, card in enumerate(family.cards):
            made.homes["families", at, "cards", place] = (family.file, card.line)
            inherited = levels.get(card.code, {}).get("meaning", {})
            data = self._card(card, family, value, inherited, made)
            home = (family.file, card.line)
            self._fill(data["meaning"], told.get(card.code, {}), home, made)
            cards.append(data)
        return {
            "id": Path(family.file).stem,
            "name": family.name,
            "aliases": family.aliases,
            "soc": {"code": soc.code, "title": soc.title, "inferred": soc.inferred}
            if soc
            else None,
            "cards": cards,
        }

    def _card(
        self,
        card: _Card,
        family: _Family,
        value: Mapping[str, Any],
        inherited: Mapping[str, Any],
        made: Gathered,
    ) -> dict[str, Any]:
        data = empty_card(card.code, list(self.sections.values()))
        data["title"] = card.title
        data["meaning"] = dict(inherited)
        self._paragraphs(card, data, inherited)
        own = _own_sections(card)
        for name, blocks in own:
            data[self.sections[name]] = _entries(blocks)
        for name, blocks in card.sections[len(own) :]:
            if name == "Common titles":
                data["titles"] = [block.text for block in blocks]
            elif blocks and blocks[0].text != _NO_PAY:
                data["pay"] = _pay(" ".join(block.text for block in blocks))
        if card.receipt:
            owner = card.receipt["owner"]
            data["status"] = card.receipt["status"]
            data["source"] = card.receipt["source"]
            data["owner"] = owner if owner not in (_NOT_NAMED, value["owner"]) else None
            version = card.receipt["version"]
            data["version"] = version if version != value["version"] else None
        return data

    @staticmethod
    def _paragraphs(card: _Card, data: dict[str, Any], inherited: Mapping[str, Any]) -> None:
        """The summary, then what the level means; where one stands alone, it tells which it is."""
        texts = [block.text for block in card.paragraphs]
        meant = inherited.get("summary")
        if (texts and (meant == texts[-1] or (len(texts) > 1 and meant is None))) or (
            len(texts) > 1 and meant is not None
        ):
            data["meaning"]["summary"] = texts.pop()
        data["summary"] = "\n\n".join(texts) or None


def _own_sections(card: _Card) -> list[tuple[str, list[Block]]]:
    """A card's sections without the two lists that every ladder has, which come last."""
    sections = list(card.sections)
    if sections and sections[-1][0] == "What it pays":
        sections.pop()
    if sections and sections[-1][0] == "Common titles":
        sections.pop()
    return sections


def _merged(orders: Iterable[Sequence[str]]) -> list[str]:
    """Names in an order that suits all of the given ones."""
    merged: list[str] = []
    for order in orders:
        at = 0
        for name in order:
            if name in merged:
                at = merged.index(name) + 1
            else:
                merged.insert(at, name)
                at += 1
    return merged


def _tracks_data(tracks: Sequence[_Track], meaning: Any) -> list[dict[str, Any]]:
    ids: list[str] = []
    data = []
    for track in tracks:
        prefixes = {prefix_of(code) for code in track.levels}
        id_ = (prefixes.pop() if len(prefixes) == 1 else None) or slug(track.name) or "track"
        base, count = id_, 2
        while id_ in ids:
            id_, count = f"{base}-{count}", count + 1
        ids.append(id_)
        levels = [
            {"code": code, "name": name, "meaning": meaning(track, code)}
            for code, name in track.levels.items()
        ]
        data.append({"id": id_, "name": track.name, "who": track.who, "levels": levels})
    return data


def _entries(blocks: Sequence[Block]) -> list[Any]:
    """A section's list: bold entries are groups, and what stands below a statement its examples."""
    entries: list[Any] = []
    group: dict[str, Any] | None = None
    for block in blocks:
        if block.depth <= 1:
            group = {"group": block.text, "items": []} if block.strong else None
            entries.append(group or block.text)
        elif group is not None and block.depth == 2:
            group["items"].append(block.text)
        else:
            items = group["items"] if group is not None else entries
            if isinstance(items[-1], str):
                items[-1] = {"text": items[-1], "examples": []}
            items[-1]["examples"].append(block.text)
    return entries


def _pay(text: str) -> dict[str, Any]:
    pay = pay_of(text)
    figures = {key: getattr(pay, key) for key in pay.__slots__}
    return {key: value for key, value in figures.items() if value is not None}
