"""Names and small lines that every renderer shares: levels, drafts, receipts, rows of names."""

from collections.abc import Iterable, Iterator, Sequence

from bot.answers import CardAnswer, Cited, Receipt
from bot.answers.answer import BrowseAnswer
from bot.answers.quote import pay_line as quoted_pay
from bot.ladder import Card, Family, Pay, Track
from bot.questions.language.words import plain

NOT_WRITTEN = "The ladder names this level, but its card is not written yet."

MOST_NAMES = 12
"""Names in a row; beyond these only how many more there are. A ladder may have a thousand."""

_QUOTED = 80
"""Characters of a question that are quoted back."""


def level_name(card: Card, family: Family) -> str:
    """ "P2 — Developing Professional (AI/ML Engineer)"."""
    return f"{card.level.code} — {card.level.name} ({family.name})"


def cited_name(cited: Cited) -> str:
    """As `level_name`, of a card that is quoted."""
    return level_name(cited.card, cited.family)


def short_name(card: Card, family: Family) -> str:
    """ "P2 · AI/ML Engineer", for a button or a modal's title."""
    return f"{card.level.code} · {family.name}"


def neighbor(card: Card) -> str:
    """ "P3 Mid-Level Professional (3–5 yrs)": a level in passing, with its years if it has any."""
    years = card.level.meaning.years
    return f"{card.level.code} {card.level.name}" + (f" ({years.text})" if years else "")


def track_name(track: Track) -> str:
    """ "the Professional track"."""
    named = track.name.casefold().endswith("track")
    return f"the {track.name}" if named else f"the {track.name} track"


def level_names(cited: Sequence[Cited]) -> str:
    """Several levels in a sentence; a family that they share is named once, at the end."""
    families = {each.family.id for each in cited}
    if len(families) > 1:
        return listed(map(cited_name, cited), last=" and ")
    names = listed((f"{each.card.level.code} — {each.card.level.name}" for each in cited), " and ")
    return f"{names} ({cited[0].family.name})"


def codes(cited: Sequence[Cited]) -> str:
    """Several levels as briefly as can be: "P2, P3 (AI/ML Engineer); P2 (Data Scientist)"."""
    by_family: dict[str, list[Cited]] = {}
    for each in cited:
        by_family.setdefault(each.family.id, []).append(each)
    groups = [
        f"{listed(each.card.level.code for each in group)} ({group[0].family.name})"
        for group in by_family.values()
    ]
    more = f"; and {len(groups) - MOST_NAMES} more families" if len(groups) > MOST_NAMES else ""
    return "; ".join(groups[:MOST_NAMES]) + more


def labels(cited: Sequence[Cited]) -> list[str]:
    """What each card is called beside the others: "P2" where that is enough."""
    names = [each.card.level.code for each in cited]
    if len(set(names)) == len(names):
        return names
    return [short_name(each.card, each.family) for each in cited]


def pay_line(pay: Pay | None) -> str:
    """What the card says of pay; never a figure that it does not have."""
    return quoted_pay(pay) or "The card says nothing about pay."


def draft_line(receipt: Receipt) -> str | None:
    """A warning for a card that is no approved policy; None for an approved one."""
    if receipt.status == "approved":
        return None
    owner = receipt.owner
    return f"Draft, not approved by {owner} yet" if owner else "Draft, not approved yet"


def draft_lines(cited: Sequence[Cited]) -> list[str]:
    """The warnings for several cards, naming the levels where not all of them are drafts."""
    return _by_card(cited, [draft_line(each.receipt) for each in cited])


def receipt_line(receipt: Receipt) -> str:
    """What is quoted, and whom to ask: status, ladder, version, owner."""
    owner = receipt.owner or "not named"
    status = receipt.status.capitalize()
    return f"{status} · {receipt.ladder}, version {receipt.version} · Owner: {owner}"


def receipt_lines(cited: Sequence[Cited]) -> list[str]:
    """The receipts of several cards: one line where they are equal, else with the levels named."""
    return _by_card(cited, [receipt_line(each.receipt) for each in cited])


def _by_card(cited: Sequence[Cited], lines: Sequence[str | None]) -> list[str]:
    """The lines, each once, with the cards that it is about unless it is about all of them."""
    about: dict[str | None, list[str]] = {}
    for label, line in zip(labels(cited), lines, strict=True):
        about.setdefault(line, []).append(label)
    if len(about) == 1:
        return [line for line in about if line]
    return [f"{listed(names)}: {line}" for line, names in about.items() if line]


def assumed_line(answer: CardAnswer) -> str | None:
    """Says that the family was not named, when there are others that it could have been."""
    also = also_in_line(answer)
    return f"You named no family, so this is {answer.family.name}. {also}" if also else None


def also_in_line(answer: CardAnswer) -> str | None:
    """The other families whose card it could have been."""
    if not answer.also:
        return None
    names = ", ".join(family.name for _, family in answer.also)
    more = answer.families_like_it - len(answer.also)
    return f"Also in: {names}" + (f" and {more} more" if more else "")


def grouped_by_track(family: Family, answer: BrowseAnswer) -> Iterator[tuple[str, list[Card]]]:
    """A family's cards by track: ("Professional — individual contributors", [...])."""
    for track in answer.tracks.values():
        cards = [card for card in family.cards.values() if card.level.track_id == track.id]
        if cards:
            yield (f"{track.name} — {track.who}" if track.who else track.name), cards


def in_short(asked: str) -> str:
    """What a person typed, in one line of at most 80 characters, without Slack's markup."""
    line = " ".join(plain(asked).split())
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED].rstrip()}…"


def bullets(lines: Iterable[str]) -> list[str]:
    """The lines with a dash before each."""
    return [f"- {line}" for line in lines]


def listed(names: Iterable[str], last: str = ", ") -> str:
    """Names in a row, `last` before the last; beyond MOST_NAMES, how many more there are."""
    every = list(names)
    if len(every) > MOST_NAMES:
        return f"{', '.join(every[:MOST_NAMES])} and {len(every) - MOST_NAMES} more"
    return last.join(filter(None, [", ".join(every[:-1]), *every[-1:]]))


def counted(number: int, one: str) -> str:
    """ "1 line", "2 lines"."""
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"
