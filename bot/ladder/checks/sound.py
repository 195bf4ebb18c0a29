"""What keeps a ladder from being loaded, beyond the form of its files."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import PurePath

from bot.ladder.checks import figures
from bot.ladder.checks.access import rule_errors
from bot.ladder.documents import Location
from bot.ladder.model import Problem
from bot.ladder.read import LadderReader, ReadCard, ReadFamily

_BETWEEN_WORDS = re.compile(r"[^\w+#]+|_")


def same_words(text: str) -> str:
    """A key that is equal for texts of the same words, whatever their case and punctuation.

    C, C++ and C# stay three words.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return _BETWEEN_WORDS.sub("", plain)


def ladder_errors(reader: LadderReader, family_ids: Collection[str]) -> Iterator[Problem]:
    """Errors of `ladder.yaml` and of the folder, once every family has been read."""
    document, data = reader.document, reader.data
    if document and data:
        yield from figures.level_years(document, data)
        default = data.default_family
        if family_ids and default and default not in family_ids:
            known = ", ".join(family_ids)
            message = f"names a family that has no folder: {default!r}; the families are {known}"
            yield document.problem(("default_family",), message)
        yield from rule_errors(document, data, family_ids)
    if document and not family_ids:
        yield document.problem((), "has no family beside it; add a folder with a family.yaml")


def family_errors(family: ReadFamily) -> Iterator[Problem]:
    """Errors of one family and its cards."""
    yield from _second_cards(family)
    yield from claimed_titles(family)
    for card in family.cards:
        yield from figures.card_years(card)
        yield from figures.pay(card)


def _second_cards(family: ReadFamily) -> Iterator[Problem]:
    cards: defaultdict[str, list[ReadCard]] = defaultdict(list)
    for card in family.cards:
        if card.level_known:
            cards[card.card.level.code].append(card)
    for code, same in cards.items():
        # Beside "P2.yaml", the one that is too many is "P2 (copy).yaml".
        named = [card for card in same if PurePath(card.document.file).stem == code]
        first = (named or same)[0]
        for card in same:
            if card is not first:
                message = f"is a second card for {code}, beside {_name(first)}; "
                message += "keep one, or correct its level"
                yield card.document.problem(("level",), message)


def _name(card: ReadCard) -> str:
    return PurePath(card.document.file).name


def claimed_titles(family: ReadFamily, *, listed: bool = True) -> Iterator[Problem]:
    """Titles that two cards of a family claim.

    It is an error when one of them lists the title under `titles:`. With `listed` False it yields
    the other case, a `title:` that two levels share: some ladders have that, and a question by
    that title is answered with both.
    """
    claims: dict[str, tuple[ReadCard, Location]] = {}
    for card in family.cards:
        # A title that a card has twice is told where it is listed.
        own = {same_words(title): (at, title) for at, title in card.titles}
        for key, (at, title) in own.items():
            other, other_at = claims.setdefault(key, (card, at))
            if other is card or other.card.level.code == card.card.level.code:
                continue
            code = other.card.level.code if other.level_known else _name(other)
            if listed != ("titles" in (at[0], other_at[0])):
                continue
            if listed:
                yield card.document.problem(
                    at, f"is a title of {code} too: {title!r}; keep it on one card"
                )
            else:
                message = f"is the title of {code} too: {title!r}; a question gets both cards"
                yield card.document.problem(at, message, warning=True)
