"""What a card says of each of its parts, word for word."""

from collections.abc import Iterable, Mapping

from bot.answers.answer import Cited, Part, Receipt
from bot.ladder import Card, Group, Ladder, Pay, Soc, Statement
from bot.questions.lazily import once

SUMMARY = "summary"
TITLES = "titles"
PAY = "pay"
SOC = "soc"

NO_PAY = "Pay is not available for this level."

_NAMES = {SUMMARY: "Summary", TITLES: "Common titles", PAY: "What it pays", SOC: "O*NET / SOC"}


@once
def _cited(_: Ladder) -> dict[str, Cited]:
    """Each card that was cited so far, by its ref."""
    return {}


def cite(card: Card, ladder: Ladder) -> Cited:
    """A card of the ladder with what is needed to quote it."""
    known = _cited(ladder)
    cited = known.get(card.ref)
    if cited is None:
        receipt = Receipt(card.status, ladder.name, ladder.version_of(card), ladder.owner_of(card))
        family, track = ladder.families[card.family_id], ladder.tracks[card.level.track_id]
        cited = known[card.ref] = Cited(card, family, track, receipt)
    return cited


def part(part_id: str, ladder: Ladder) -> Part:
    """The part with this id.

    Raises KeyError for an id that neither every card nor this ladder has.
    """
    return _by_id(ladder)[part_id]


@once
def _by_id(ladder: Ladder) -> Mapping[str, Part]:
    return {each.id: each for each in parts(ladder)}


@once
def parts(ladder: Ladder) -> tuple[Part, ...]:
    """Every part that a card of this ladder may have, in the order of a card."""
    names = dict(_NAMES)
    names.update((each.id, each.name) for each in ladder.sections.values())
    names.update((each.id, each.name) for each in ladder.dimensions.values())
    ids = (SUMMARY, *ladder.dimensions, *ladder.sections, TITLES, PAY, SOC)
    return tuple(Part(id_, names[id_]) for id_ in ids)


def quote(card: Card, part_id: str, ladder: Ladder) -> tuple[str, ...]:
    """What `card` of this ladder says of a part; nothing where it is silent."""
    return told(card, ladder).get(part_id, ())


@once
def _told(_: Ladder) -> dict[str, Mapping[str, tuple[str, ...]]]:
    """What each card says that was quoted so far, by its ref."""
    return {}


def told(card: Card, ladder: Ladder) -> Mapping[str, tuple[str, ...]]:
    """What `card` of this ladder says, by the id of the part; no lines where it is silent."""
    known = _told(ladder)
    said = known.get(card.ref)
    if said is None:
        said = {each.id: tuple(_lines(card, each.id, ladder)) for each in parts(ladder)}
        known[card.ref] = said
    return said


def _lines(card: Card, part_id: str, ladder: Ladder) -> Iterable[str]:
    if part_id in card.meaning.dimensions:
        return (card.meaning.dimensions[part_id],)
    if part_id in card.sections:
        return statements(card.sections[part_id])
    soc = ladder.families[card.family_id].soc
    said: dict[str, list[str | None]] = {
        SUMMARY: [card.summary or card.meaning.summary],
        TITLES: [*card.titles],
        PAY: [pay_line(card.pay)],
        SOC: [soc_line(soc) if soc else None],
    }
    return filter(None, said.get(part_id, ()))


def statements(entries: Iterable[Statement | Group]) -> list[str]:
    """A section's lines, word for word; a group's name comes before each of its statements."""
    lines: list[str] = []
    for entry in entries:
        if isinstance(entry, Group):
            lines.extend(f"{entry.name}: {line}" for line in statements(entry.items))
        else:
            examples = f" ({'; '.join(entry.examples)})" if entry.examples else ""
            lines.append(entry.text + examples)
    return lines


def pay_line(pay: Pay | None) -> str | None:
    """What the card says of pay; never a figure that it does not have; None when it is silent."""
    if pay is None:
        return None
    figures = [
        f"{name} {_amount(value, pay.currency)}"
        for name, value in (("low", pay.low), ("median", pay.median), ("high", pay.high))
        if value is not None
    ]
    if not figures or pay.status == "unavailable":
        return pay.note or NO_PAY
    line = ", ".join(figures) + (f" per {pay.period}" if pay.period else "")
    details = [
        f"as of {pay.as_of}" if pay.as_of else "",
        f"source: {pay.source}" if pay.source else "",
    ]
    told = "; ".join(filter(None, details))
    return ". ".join(filter(None, [f"{line} ({told})" if told else line, pay.note]))


def soc_line(soc: Soc) -> str:
    """ "15-0000 — Computer & Mathematical Occupations (inferred)"."""
    title = f" — {soc.title}" if soc.title else ""
    return f"{soc.code}{title}" + (" (inferred)" if soc.inferred else "")


def _amount(value: float, currency: str | None) -> str:
    return f"{value:,.0f}" + (f" {currency}" if currency else "")
