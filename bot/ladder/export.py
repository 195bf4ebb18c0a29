"""A ladder and its cards as plain data, in the form that the contract fixes for JSON.

Beside the contract's keys stands what a round trip needs: who owns the ladder, its version, and
how titles are made. What the ladder does not tell is null or empty, never left out.
"""

from collections.abc import Iterable
from typing import Any

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
    Track,
)
from bot.ladder.rules import Circle, Rules


def ladder_data(ladder: Ladder) -> dict[str, Any]:
    """The whole ladder: `ladder.json`.

    `{"name", "owner", "version", "default_family", "dimensions", "sections", "tracks",
    "families", "guide"}`; dimensions and sections are lists of `{"id", "name", "also"}` in the
    ladder's order. A ladder with rules of who may see what has them as `restricted` and `hidden`.
    """
    return {
        "name": ladder.name,
        "owner": ladder.owner,
        "version": ladder.version,
        "default_family": ladder.default_family,
        "dimensions": [_declared_data(part) for part in ladder.dimensions.values()],
        "sections": [_declared_data(part) for part in ladder.sections.values()],
        "tracks": [_track_data(track, ladder) for track in ladder.tracks.values()],
        "families": [_family_data(family, ladder) for family in ladder.families.values()],
        "guide": [_guide_data(entry) for entry in ladder.guide],
        **rules_data(ladder.rules),
    }


def rules_data(rules: Rules) -> dict[str, Any]:
    """`{"restricted": [...], "hidden": [...]}` as `ladder.yaml` has them; {} without any rule."""
    restricted: list[dict[str, Any]] = [
        {"fields": list(rule.fields), "to": _circle_data(rule.to), "ask": rule.ask}
        for rule in rules.restricted
    ]
    hidden: list[dict[str, Any]] = [
        {"families": list(rule.families), "levels": list(rule.levels), "to": _circle_data(rule.to)}
        for rule in rules.hidden
    ]
    data = {"restricted": restricted, "hidden": hidden}
    return {key: told for key, told in data.items() if told}


def _circle_data(to: Circle) -> dict[str, Any]:
    return {
        "user_groups": sorted(to.user_groups),
        "users": sorted(to.users),
        "admins": to.admins,
    }


def _guide_data(entry: GuideEntry) -> dict[str, Any]:
    return {
        "question": entry.question,
        "also_asked": list(entry.also_asked),
        "answer": entry.answer,
        "owner": entry.owner,
        "status": entry.status,
    }


def _declared_data(part: Dimension | Section) -> dict[str, Any]:
    return {"id": part.id, "name": part.name, "also": list(part.also)}


def _track_data(track: Track, ladder: Ladder) -> dict[str, Any]:
    levels = [_level_data(level, ladder) for level in track.levels]
    return {"id": track.id, "name": track.name, "who": track.who, "levels": levels}


def _level_data(level: Level, ladder: Ladder) -> dict[str, Any]:
    return {
        "code": level.code,
        "name": level.name,
        "meaning": _meaning_data(level.meaning, ladder.dimensions),
        "grades": list(level.grades),
        "words": list(level.words),
        "titles": list(level.titles),
    }


def _family_data(family: Family, ladder: Ladder) -> dict[str, Any]:
    soc = family.soc
    return {
        "id": family.id,
        "name": family.name,
        "aliases": list(family.aliases),
        "stems": list(family.stems),
        "soc": {"code": soc.code, "title": soc.title, "inferred": soc.inferred} if soc else None,
        "owner": family.owner,
        "version": family.version,
        "cards": [
            card_data(card, list(ladder.sections), ladder.dimensions)
            for card in family.cards.values()
        ],
    }


def card_data(card: Card, sections: list[str], dimensions: Iterable[str] = ()) -> dict[str, Any]:
    """A card, all of it resolved: its level's meaning is in it, and absent parts are empty.

    `sections` and `dimensions` are the ids that the ladder declares. Statements are strings, groups
    `{"group", "items"}`, statements with examples `{"text", "examples"}`.
    """
    pay = card.pay
    return {
        "level": card.level.code,
        "title": card.title,
        "summary": card.summary,
        "meaning": _meaning_data(card.meaning, dimensions),
        **{
            section: [_entry_data(e) for e in card.sections.get(section, ())]
            for section in sections
        },
        "titles": list(card.titles),
        "pay": {key: value for key in pay.__slots__ if (value := getattr(pay, key)) is not None}
        if pay
        else None,
        "status": card.status,
        "source": card.source,
        "owner": card.owner,
        "version": card.version,
    }


def _meaning_data(meaning: Meaning, dimensions: Iterable[str]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "summary": meaning.summary,
        **dict.fromkeys(dimensions),
        **meaning.dimensions,
    }
    if meaning.years:
        data[YEARS] = {
            "min_years": meaning.years.min_years,
            "max_years": meaning.years.max_years,
            "text": meaning.years.text,
        }
    return data


def _entry_data(entry: Entry) -> Any:
    if isinstance(entry, Group):
        return {"group": entry.name, "items": [_entry_data(item) for item in entry.items]}
    if entry.examples:
        return {"text": entry.text, "examples": list(entry.examples)}
    return entry.text
