"""Gathers what stands at each level of each family into cards, in the order of the source."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.ladder.importers.cell_text import Entry, entries_of
from bot.ladder.importers.field_names import is_dimension, normal
from bot.ladder.importers.found import FoundCard, FoundGroup, FoundPart, FoundStatement, Piece
from bot.ladder.importers.level_labels import level_key

Headings = Callable[[Iterable[Piece]], None]


@dataclass(slots=True)
class CardBook:
    """The cards of one source. A level is named by its family, its label and, where two columns
    bear the same label, a number that tells them apart.
    """

    headings: Headings
    """Told of the texts that only say what follows them, such as "Examples:"."""
    _cards: dict[tuple[str, str, int], FoundCard] = field(default_factory=dict)
    _order: list[tuple[str, str, int]] = field(default_factory=list)
    _known: set[tuple[str, str, int]] = field(default_factory=set)
    _list: list[tuple[str, str, int]] = field(default_factory=list)
    """The list of levels that was noted last."""

    def card(
        self, level: Piece, family: Piece | None = None, track: Piece | None = None, twin: int = 0
    ) -> FoundCard:
        """The card of a level, made where it is new; a family or track it lacked is added."""
        key = _key(level, family, twin)
        card = self._cards.get(key)
        while card is not None and _differ(card.track, track):  # two tracks at one rank
            key = (*key[:2], key[2] + 1)
            card = self._cards.get(key)
        if card is None:
            card = self._cards[key] = FoundCard(level=level, family=family, track=track)
            if key not in self._known:
                self._known.add(key)
                self._order.insert(self._place_of(key), key)
        card.track = card.track or track
        return card

    def _place_of(self, key: tuple[str, str, int]) -> int:
        """Where a new card stands: before the levels that the list at hand names after it."""
        named = [each[:2] for each in self._list]
        later = self._list[named.index(key[:2]) + 1 :] if key[:2] in named else []
        places = [self._order.index(k) for k in later if k in self._order and k not in self._cards]
        return min(places, default=len(self._order))

    def names(self) -> Iterator[Piece]:
        """Every name that stands on a card: of levels, families, tracks, parts and groups."""
        for card in self._cards.values():
            yield from (p for p in (card.level, card.family, card.track, card.title) if p)
            for part in card.parts:
                yield part.name
                yield from (e.name for e in part.entries if isinstance(e, FoundGroup))

    def in_order(self, levels: Sequence[tuple[Piece, Piece | None, int]]) -> None:
        """Note the order in which one list of the source names its levels.

        A level that is new stands before the next one that is known already.
        """
        keys = self._list = [_key(*level) for level in levels]
        for index, key in enumerate(keys):
            if key in self._known:
                continue
            after = next((k for k in keys[index + 1 :] if k in self._known), None)
            before = next((k for k in reversed(keys[:index]) if k in self._known), None)
            self._known.add(key)
            if after is not None:
                self._order.insert(self._order.index(after), key)
            elif before is not None:
                self._order.insert(self._order.index(before) + 1, key)
            else:
                self._order.append(key)

    def cards(self) -> list[FoundCard]:
        """Every card, family by family as they appear, lowest level of the source first."""
        families = {name: at for at, name in enumerate(dict.fromkeys(k[0] for k in self._order))}
        ordered = sorted(self._order, key=lambda key: families[key[0]])
        return [self._cards[key] for key in ordered if key in self._cards]

    def add(
        self,
        card: FoundCard,
        path: Sequence[Piece],
        text: Piece,
        phrase: bool = True,
        whole: bool = False,
    ) -> None:
        """Put a text under the part and group that `path` names: (), (part,) or (part, group).

        The text of a dimension's name stays one phrase, if `phrase` allows it; with `whole`, a
        line stays one statement, since it has examples.
        """
        if (
            phrase
            and not whole
            and len(path) == 1
            and is_dimension(path[0].text)
            and _is_phrase(text.text)
        ):
            part = self._part(card, path[0])
            if not part.entries and part.phrase is None:
                part.phrase = text
                return
        entries, headings = entries_of(text, groups=len(path) < 2, whole=whole)
        self.headings(headings)
        self.add_entries(card, path, entries)

    def add_entries(self, card: FoundCard, path: Sequence[Piece], entries: Sequence[Entry]) -> None:
        """Put statements and groups under the part and group that `path` names."""
        name = path[0] if path else Piece("", card.level.file, card.level.line)
        part = self._part(card, name)
        if part.phrase is not None:
            part.entries.append(FoundStatement(part.phrase))
            part.phrase = None
        if len(path) < 2:
            part.entries.extend(entries)
            return
        group = _group(part, path[1])
        for entry in entries:
            group.items.extend([entry] if isinstance(entry, FoundStatement) else entry.items)

    def statements(self, card: FoundCard, path: Sequence[Piece]) -> list[FoundStatement]:
        """The statements that stand directly under `path` so far; empty where there are none."""
        part = next((p for p in card.parts if path and _same(p.name, path[0])), None)
        if part is None:
            return []
        entries: Sequence[Entry] = part.entries
        if len(path) > 1:
            entries = _group(part, path[1]).items
        return [entry for entry in entries if isinstance(entry, FoundStatement)]

    def _part(self, card: FoundCard, name: Piece) -> FoundPart:
        for part in card.parts:
            if _same(part.name, name):
                return part
        card.parts.append(FoundPart(name))
        return card.parts[-1]


def path_of(names: Sequence[Piece]) -> tuple[Piece, ...]:
    """At most a part and a group: names below the group are joined to it, outermost first."""
    distinct = [n for i, n in enumerate(names) if i == 0 or n.text != names[i - 1].text]
    if len(distinct) <= 2:
        return tuple(distinct)
    joined = " / ".join(name.text for name in distinct[1:])
    first = distinct[1]
    return distinct[0], Piece(joined, first.file, first.line, first.place)


def _group(part: FoundPart, name: Piece) -> FoundGroup:
    for entry in part.entries:
        if isinstance(entry, FoundGroup) and _same(entry.name, name):
            return entry
    group = FoundGroup(name)
    part.entries.append(group)
    return group


def _same(one: Piece, other: Piece) -> bool:
    return one.text == other.text or bool(
        normal(one.text) and normal(one.text) == normal(other.text)
    )


def _differ(one: Piece | None, other: Piece | None) -> bool:
    return one is not None and other is not None and not _same(one, other)


def _is_phrase(text: str) -> bool:
    return len(text.strip().splitlines()) == 1 and not text.lstrip().startswith(("•", "- ", "* "))


def _key(level: Piece, family: Piece | None, twin: int) -> tuple[str, str, int]:
    return (normal(family.text) or family.text if family else "", level_key(level.text), twin)
