"""A ladder as the folder of YAML files that `load_ladder` reads, for people to go on editing."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from bot.ladder.export import rules_data
from bot.ladder.folder import FAMILY_FILE, GUIDE_FILE
from bot.ladder.load import YEARS
from bot.ladder.model import (
    Card,
    Dimension,
    Entry,
    Family,
    Group,
    GuideEntry,
    Ladder,
    Level,
    Meaning,
    Section,
    Soc,
    Statement,
    Years,
)

_PLAIN_NAME = re.compile(r"\w(?:[\w .+-]*[\w+-])?")
_LONGEST_NAME = 80
"""Characters of a file's name; what file systems take is counted in bytes, up to four each."""
_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line ends to YAML 1.1, which PyYAML writes as they are and reads back as others."""


class _Dumper(yaml.SafeDumper):
    """Indents lists under their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


class _Row(list[str]):
    """A short list that reads best on one line."""


class _Figures(dict[str, Any]):
    """A few values that read best on one line."""


def _string(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = None
    if _BREAKS.search(text):
        style = '"'  # where they are escaped
    elif "\n" in text:
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _string)
_Dumper.add_representer(
    _Row,
    lambda dumper, row: dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True),
)
_Dumper.add_representer(
    _Figures,
    lambda dumper, map_: dumper.represent_mapping("tag:yaml.org,2002:map", map_, flow_style=True),
)


def ladder_files(ladder: Ladder) -> dict[str, str]:
    """Path within the ladder's folder to the file's text: every file of the ladder, in order.

    The same ladder gives the same texts. A version that is empty is not written: the loader works
    one out. Raises nothing; family ids must be names of folders.
    """
    files = {"ladder.yaml": _text(_ladder_data(ladder))}
    if ladder.guide:
        entries = [_guide_entry(entry, ladder.owner) for entry in ladder.guide]
        files[GUIDE_FILE] = _text({"questions": entries})
    for family in ladder.families.values():
        files |= family_files(family)
    return files


def family_files(family: Family) -> dict[str, str]:
    """The files of one family: `family.yaml`, then its cards in the order of the levels."""
    files = {f"{family.id}/{FAMILY_FILE}": _text(_family_data(family))}
    for code, path in card_paths(family).items():
        files[path] = _text(_card_data(family.cards[code]))
    return files


def card_paths(family: Family) -> dict[str, str]:
    """Level code to the path of the card's file within the ladder's folder.

    A file is named after its code. A code that can't be a file's name, such as "IC1/2", gets one
    like it that no other card has; the loader takes the code from the card's `level:`.
    """
    codes = list(family.cards)
    names = {code: code for code in codes if _is_file_name(code)}
    taken = {"family", *(name.casefold() for name in names.values())}
    for code in codes:
        if code not in names:
            base = re.sub(r"[^\w+]+", "-", code).strip("-")[:_LONGEST_NAME].strip("-") or "card"
            name, count = base, 2
            while name.casefold() in taken:
                name, count = f"{base}-{count}", count + 1
            names[code] = name
            taken.add(name.casefold())
    return {code: f"{family.id}/{names[code]}.yaml" for code in codes}


def _is_file_name(code: str) -> bool:
    plain = len(code) <= _LONGEST_NAME and _PLAIN_NAME.fullmatch(code)
    return bool(plain) and code.casefold() != "family"


def _text(data: dict[str, Any]) -> str:
    text: str = yaml.dump(
        data,
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=float("inf"),
    )
    return text


def _ladder_data(ladder: Ladder) -> dict[str, Any]:
    return (
        _told(
            name=ladder.name,
            owner=ladder.owner,
            version=ladder.version or None,
            default_family=ladder.default_family,
        )
        | {
            "dimensions": {each.id: _named(each) for each in ladder.dimensions.values()},
            "sections": {each.id: _named(each) for each in ladder.sections.values()},
            "tracks": {
                track.id: _told(name=track.name, who=track.who)
                | {"levels": {level.code: _level_data(level) for level in track.levels}}
                for track in ladder.tracks.values()
            },
        }
        | _rules_data(ladder)
    )


def _rules_data(ladder: Ladder) -> dict[str, Any]:
    return {
        key: [
            {
                name: _Figures(value) if isinstance(value, dict) else _in_a_row(value)
                for name, value in rule.items()
            }
            for rule in rules
        ]
        for key, rules in rules_data(ladder.rules).items()
    }


def _in_a_row(value: Any) -> Any:
    return _Row(value) if isinstance(value, list) else value


def _named(part: Dimension | Section) -> dict[str, Any]:
    return _told(name=part.name, also=_Row(part.also))


def _level_data(level: Level) -> dict[str, Any]:
    return _told(
        name=level.name,
        grades=_Row(level.grades),
        words=_Row(level.words),
        titles=_Row(level.titles),
        meaning=_meaning_data(level.meaning, Meaning()),
    )


def _meaning_data(meaning: Meaning, inherited: Meaning) -> dict[str, Any]:
    """What a meaning says of its own, over the one that it inherits."""
    data: dict[str, Any] = {}
    if meaning.summary != inherited.summary:
        data["summary"] = meaning.summary
    for dimension_id, phrase in meaning.dimensions.items():
        if dimension_id != YEARS and phrase != inherited.dimensions.get(dimension_id):
            data[dimension_id] = phrase
    if meaning.years is not None and meaning.years != inherited.years:
        data[YEARS] = _years_data(meaning.years)
    return _told(**data)


def _years_data(years: Years) -> dict[str, Any]:
    return _Figures(_told(min_years=years.min_years, max_years=years.max_years, text=years.text))


def _family_data(family: Family) -> dict[str, Any]:
    return _told(
        name=family.name,
        aliases=_Row(family.aliases),
        stems=_Row(family.stems),
        soc=_soc_data(family.soc) if family.soc else None,
        owner=family.owner,
        version=family.version,
    )


def _soc_data(soc: Soc) -> dict[str, Any]:
    return _Figures(_told(code=soc.code, title=soc.title, inferred=soc.inferred or None))


def _card_data(card: Card) -> dict[str, Any]:
    pay = card.pay
    return _told(
        level=card.level.code,
        title=card.title,
        summary=card.summary,
        meaning=_meaning_data(card.meaning, card.level.meaning),
        **{section: _entries(entries) for section, entries in card.sections.items()},
        titles=list(card.titles),
        pay=_told(**{key: getattr(pay, key) for key in pay.__slots__}) if pay else None,
        status=card.status,
        source=card.source,
        owner=card.owner,
        version=card.version,
    )


def _guide_entry(entry: GuideEntry, owner: str | None) -> dict[str, Any]:
    """A question of the guide; `owner` is the ladder's, which it inherits."""
    return _told(
        question=entry.question,
        also_asked=list(entry.also_asked),
        answer=entry.answer,
        owner=entry.owner if entry.owner != owner else None,
        status=entry.status,
    )


def _entries(entries: tuple[Entry, ...]) -> list[Any]:
    return [
        {"group": entry.name, "items": list(map(_statement, entry.items))}
        if isinstance(entry, Group)
        else _statement(entry)
        for entry in entries
    ]


def _statement(statement: Statement) -> Any:
    if statement.examples:
        return {"text": statement.text, "examples": list(statement.examples)}
    return statement.text


def _told(**values: Any) -> dict[str, Any]:
    """The values that say something: no None, no empty list or mapping."""
    return {
        key: value
        for key, value in values.items()
        if value is not None and value not in ([], ()) and not (_empty_mapping(value))
    }


def _empty_mapping(value: object) -> bool:
    return isinstance(value, Mapping) and not value
