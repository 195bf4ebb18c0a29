"""Reads a whole ladder back from our own export to CSV: the same, down to who approved what.

A table that was cut down to some cards has no rows of the ladder's own; `own_table` reads that.
"""

from dataclasses import dataclass, field
from typing import Any

from bot.ladder.importers.found import UnreadableError
from bot.ladder.importers.own_data import Gathered, empty_card, nothing_told, years_data
from bot.ladder.importers.own_table import Row, own_rows
from bot.ladder.load import YEARS

_NO_PLACE = "stands beside nothing that an export tells"
_FORMS = {"grade": "grades", "word": "words", "title": "titles"}
_SINGLE = {"Title": "title", "Summary": "summary", "Status": "status", "Source": "source"}
_WHO = {"Owner": "owner", "Version": "version"}
_LISTS = {"Other names": "aliases", "Stems of titles": "stems"}


def read_ladder_table(file: str, text: str) -> Gathered | None:
    """The ladder of a whole export to CSV; None for any other table.

    Raises UnreadableError for a row that has not the table's six cells.
    """
    rows = own_rows(file, text)
    if rows is None or not any(_is_name(row) for row in rows):
        return None
    return _Table(file, rows).gathered()


def _is_name(row: Row) -> bool:
    bare = not row.family.text and not row.level.text
    return bare and (row.section.text, row.group.text) == ("Ladder", "name")


@dataclass(slots=True)
class _Table:
    file: str
    rows: list[Row]
    made: Gathered = field(init=False)
    dimensions: dict[str, str] = field(default_factory=dict)
    sections: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[str, Any]] = field(default_factory=dict)
    cards: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def gathered(self) -> Gathered:
        """The data that the rows tell, in their order."""
        self.made = Gathered(self.file, nothing_told(""))
        for row in self.rows:
            if row.family.text:
                self._of_family(row)
            elif row.level.text:
                self._of_level(row)
            else:
                self._of_ladder(row)
        return self.made

    @property
    def value(self) -> dict[str, Any]:
        return self.made.value

    def _spare(self, row: Row, why: str = _NO_PLACE) -> None:
        texts = (row.section.text, row.group.text, row.statement.text, row.example.text)
        self.made.tell((self.file, row.level.line), ": ".join(filter(None, texts)), why)

    def _of_ladder(self, row: Row) -> None:
        kind, key, text, more = _texts(row)
        lists = {"Dimension": "dimensions", "Section": "sections", "Track": "tracks"}
        if kind == "Ladder" and key in self.value:
            self.value[key] = text
        elif kind in lists:
            self._declare(row, lists[kind])
        elif kind == "Guide" and more:
            self._guide(key)["also_asked"].append(more)
        elif kind == "Guide":
            self._guide(key)["answer"] = text
            self.made.homes["guide", len(self.value["guide"]) - 1] = (self.file, row.level.line)
        elif kind in {"Guide status", "Guide owner"}:
            self._guide(key)[kind.split()[1]] = text
        else:
            self._spare(row)

    def _declare(self, row: Row, kind: str) -> None:
        _, id_, name, more = _texts(row)
        entry = next((each for each in self.value[kind] if each["id"] == id_), None)
        if entry is None:
            entry = {"id": id_, "name": name}
            entry |= {"who": None, "levels": []} if kind == "tracks" else {"also": []}
            self.made.homes[kind, len(self.value[kind])] = (self.file, row.level.line)
            self.value[kind].append(entry)
            if kind != "tracks":
                {"dimensions": self.dimensions, "sections": self.sections}[kind][name] = id_
        if more and kind == "tracks":
            entry["who"] = more
        elif more:
            entry["also"].append(more)

    def _guide(self, question: str) -> dict[str, Any]:
        entries: list[dict[str, Any]] = self.value["guide"]
        if not entries or entries[-1]["question"] != question:
            entries.append({"question": question, "also_asked": [], "answer": None})
        return entries[-1]

    def _of_level(self, row: Row) -> None:
        kind, key, text, _ = _texts(row)
        level = self.levels.get(row.level.text)
        if level is None:
            level = {"code": row.level.text, "name": None, "meaning": {}}
            level |= {"grades": [], "words": [], "titles": []}
            self.levels[row.level.text] = level
        if kind == "Name" and level["name"] is None:
            level["name"] = text
        elif kind == "Level" and key == "track":
            self._into_track(row, level)
        elif kind == "Level" and key in _FORMS:
            level[_FORMS[key]].append(text)
        elif not self._meaning(level["meaning"], row):
            self._spare(row)

    def _into_track(self, row: Row, level: dict[str, Any]) -> None:
        for at, track in enumerate(self.value["tracks"]):
            if track["id"] == row.statement.text:
                home = (self.file, row.level.line)
                self.made.homes["tracks", at, "levels", len(track["levels"])] = home
                track["levels"].append(level)
                return
        message = f"names a track that the table does not have: {row.statement.text!r}"
        raise UnreadableError(self.file, row.level.line, f"{message}; add a row for it")

    def _meaning(self, meaning: dict[str, Any], row: Row) -> bool:
        """Take what a row says of a meaning; False where it says something else."""
        kind, key, text, _ = _texts(row)
        if kind == "What this level means":
            meaning["summary"] = text
        elif kind not in self.dimensions or (kind in self.sections and kind in meaning):
            return False
        elif self.dimensions[kind] != YEARS:
            if self.dimensions[kind] in meaning:
                return False
            meaning[self.dimensions[kind]] = text
        elif key:
            meaning[YEARS][key] = _number(text)
        else:
            meaning[YEARS] = years_data(text) or {"text": text}
        return True

    def _of_family(self, row: Row) -> None:
        kind, key, text, _ = _texts(row)
        families: list[dict[str, Any]] = self.value["families"]
        if not row.level.text and kind == "Id":
            self.made.homes["families", len(families)] = (self.file, row.level.line)
            families.append(
                {"id": text, "name": row.family.text, "aliases": [], "stems": []}
                | {"soc": None, "owner": None, "version": None, "cards": []}
            )
        elif not families or families[-1]["name"] != row.family.text:
            message = f"tells of the family {row.family.text!r} before the row with its Id"
            raise UnreadableError(self.file, row.level.line, f"{message}; add that row above")
        elif row.level.text:
            self._of_card(row, families[-1])
        elif kind in _LISTS:
            families[-1][_LISTS[kind]].append(text)
        elif kind in _WHO:
            families[-1][_WHO[kind]] = text
        elif kind == "SOC":
            soc = families[-1]["soc"] = families[-1]["soc"] or {}
            soc[key] = text == "yes" if key == "inferred" else text
        else:
            self._spare(row)

    def _of_card(self, row: Row, family: dict[str, Any]) -> None:
        card = self.cards.get((family["id"], row.level.text))
        if card is None:
            card = empty_card(row.level.text, list(self.sections.values()))
            self.cards[family["id"], row.level.text] = card
            at = ("families", len(self.value["families"]) - 1, "cards", len(family["cards"]))
            self.made.homes[at] = (self.file, row.level.line)
            family["cards"].append(card)
        kind, key, text, _ = _texts(row)
        single = _SINGLE | _WHO
        if kind in single and kind not in self.sections:
            card[single[kind]] = text
        elif kind == "Common titles" and kind not in self.sections:
            card["titles"].append(text)
        elif kind == "Pay" and key and kind not in self.sections:
            card["pay"] = (card["pay"] or {}) | {key: _figure(key, text)}
        elif not self._meaning(card["meaning"], row):
            if kind in self.sections:
                _add(card[self.sections[kind]], row)
            else:
                self._spare(row)


def _texts(row: Row) -> tuple[str, str, str, str]:
    return row.section.text, row.group.text, row.statement.text, row.example.text


def _add(entries: list[Any], row: Row) -> None:
    """Put a statement into a section's list, or an example under the statement before it."""
    _, group, text, example = _texts(row)
    if group:
        if not entries or not isinstance(entries[-1], dict) or entries[-1].get("group") != group:
            entries.append({"group": group, "items": []})
        entries = entries[-1]["items"]
    if not example:
        if text:
            entries.append(text)
        return
    last = entries[-1] if entries else None
    if last == text:
        last = entries[-1] = {"text": text, "examples": []}
    if not isinstance(last, dict) or last.get("text") != text:
        last = {"text": text, "examples": []}
        entries.append(last)
    last["examples"].append(example)


def _figure(key: str, text: str) -> object:
    return _number(text) if key in {"low", "median", "high"} else text


def _number(text: str) -> object:
    try:
        return int(text) if text.lstrip("-").isdigit() else float(text)
    except ValueError:
        return text  # the check of the data tells that it is no number
