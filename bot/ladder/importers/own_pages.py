"""Reads the pages of our own export, Markdown or HTML, back into the ladder that they show.

Known by what stands on them: a family's page leads back to the index, and each of its cards ends
with its status, version and owner. Pages of any other make are left to the other readers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from bot.ladder.importers.own_page_blocks import NOT_NAMED, Card, Family, Index, PageReader, Track
from bot.ladder.importers.plain import pay_of, soc_of
from bot.ladder.importers.rungs import prefix_of

_NO_PAY = "The card says nothing about pay."
_UNPLACED = "stands where an export has nothing"


def read_own_pages(texts: Mapping[str, str], *, html: bool) -> Gathered | None:
    """The ladder of an export's pages, given as file to text; None where one is no such page."""
    families: list[Family] = []
    indexes: list[Index] = []
    spare: list[tuple[str, Block]] = []
    for file, text in texts.items():
        blocks = html_blocks(text) if html else markdown_blocks(text)
        page = PageReader(file, blocks, spare).page()
        if page is None:
            return None
        if isinstance(page, Family):
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
class _Joined:
    """The pages as one ladder."""

    families: list[Family]
    index: Index | None
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

    def _tracks(self) -> list[Track]:
        """Tracks and levels of the families' own pages, where there is no index."""
        tracks: dict[str, Track] = {}
        for family in self.families:
            names = {card.code: card.name for card in family.cards}
            for told in family.tracks:
                track = tracks.setdefault(told.name, Track(told.name, told.who))
                for code in told.levels:
                    track.levels.setdefault(code, names.get(code, told.levels[code]))
        return list(tracks.values())

    def _declare(self, tracks: Sequence[Track]) -> None:
        every = [*tracks, *(track for family in self.families for track in family.tracks)]
        names = [name for t in every for said in t.meanings.values() for name in said]
        plain = [name for name in dict.fromkeys(names) if name not in ("Title", "What it means")]
        self.dimensions = declared(plain, dimensions=True)
        cards = [card for family in self.families for card in family.cards]
        heads = _merged([[name for name, _ in _own_sections(card)] for card in cards])
        self.sections = declared(heads, dimensions=False)

    def _level(self, track: Track, code: str, made: Gathered) -> dict[str, Any]:
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
            elif name in self.dimensions and not set_meaning(meaning, self.dimensions[name], text):
                made.tell(home, text, "is no plain range of years, such as 3–5 years")

    def _family(
        self, family: Family, at: int, value: dict[str, Any], made: Gathered
    ) -> dict[str, Any]:
        soc = soc_of(family.soc) if family.soc else None
        made.homes["families", at] = (family.file, 1)
        levels = {level["code"]: level for track in value["tracks"] for level in track["levels"]}
        told = {code: said for track in family.tracks for code, said in track.meanings.items()}
        cards = []
        for place, card in enumerate(family.cards):
            made.homes["families", at, "cards", place] = (family.file, card.line)
            inherited = levels.get(card.code, {}).get("meaning", {})
            data = self._card(card, value, inherited)
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
        card: Card,
        value: Mapping[str, Any],
        inherited: Mapping[str, Any],
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
            data["owner"] = owner if owner not in (NOT_NAMED, value["owner"]) else None
            version = card.receipt["version"]
            data["version"] = version if version != value["version"] else None
        return data

    @staticmethod
    def _paragraphs(card: Card, data: dict[str, Any], inherited: Mapping[str, Any]) -> None:
        """The summary, then what the level means; where one stands alone, it tells which it is."""
        texts = [block.text for block in card.paragraphs]
        meant = inherited.get("summary")
        if (texts and (meant == texts[-1] or (len(texts) > 1 and meant is None))) or (
            len(texts) > 1 and meant is not None
        ):
            data["meaning"]["summary"] = texts.pop()
        data["summary"] = "\n\n".join(texts) or None


def _own_sections(card: Card) -> list[tuple[str, list[Block]]]:
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


def _tracks_data(
    tracks: Sequence[Track], meaning: Callable[[Track, str], dict[str, Any]]
) -> list[dict[str, Any]]:
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
