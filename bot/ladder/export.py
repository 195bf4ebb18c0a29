"""A card as plain data, in the form that the contract fixes for JSON."""

from typing import Any

from bot.ladder.load import YEARS
from bot.ladder.model import Card, Entry, Group, Meaning


def card_data(card: Card, sections: list[str]) -> dict[str, Any]:
    """A card, all of it resolved: its level's meaning is in it, and absent parts are empty.

    `sections` are the ids that the ladder declares. Statements are strings, groups
    `{"group", "items"}`, statements with examples `{"text", "examples"}`.
    """
    pay = card.pay
    return {
        "level": card.level.code,
        "title": card.title,
        "summary": card.summary,
        "meaning": _meaning_data(card.meaning),
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
    }


def _meaning_data(meaning: Meaning) -> dict[str, Any]:
    data: dict[str, Any] = {"summary": meaning.summary, **meaning.dimensions}
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
