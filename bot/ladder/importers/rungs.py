"""Levels of a new ladder: their codes, their tracks and their order, as the sources have them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ladder.importers.families import FamilyOf
from bot.ladder.importers.found import Found, FoundCard, Piece
from bot.ladder.importers.levels import LevelName, is_role, level_name, slug, squash
from bot.ladder.importers.vocabulary import LEVEL_WORDS, SENIORITY, words_of

_CODE = re.compile(r"[A-Za-z]{1,4}[-‐‑]?\d{1,2}(?:\.\d)?[ab]?")
_RANKS = (
    {"intern", "trainee", "apprentice", "graduate"},
    {"entry", "junior", "jr", "associate"},
    {"mid", "midlevel", "intermediate"},
    {"senior", "sr"},
    {"staff"},
    {"principal"},
    {"distinguished"},
    {"fellow"},
)
"""First words of titles, lowest first, on whose order all ladders agree."""
_OTHER_TRACKS = words_of("manager lead head director vp chief president")
_PLAIN = re.compile(r"[^\W_]+(?:[-_][^\W_]+)*")
_PREFIX = re.compile(r"[A-Za-z]+")


@dataclass(slots=True)
class Rung:
    """One level before it is a `Level`: its code, and what its cards call it."""

    code: str
    whole: str
    """The code as it was written, such as "Level 3"."""
    track: str
    names: list[str] = field(default_factory=list)
    cards: list[FoundCard] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The one name that all its cards give it, else the code as it was written."""
        return self.names[0] if len(set(map(squash, self.names))) == 1 else self.whole


@dataclass(slots=True)
class Rungs:
    """The levels by squashed code, the tracks with their codes in order, and each card's code."""

    by_key: dict[str, Rung] = field(default_factory=dict)
    tracks: dict[str, list[str]] = field(default_factory=dict)
    track_names: dict[str, str] = field(default_factory=dict)
    of_card: dict[int, str] = field(default_factory=dict)


def name_of(card: FoundCard) -> LevelName:
    """The level of a card as it is written; a text without a code is a name."""
    return level_name(card.level.text) or LevelName("", card.level.text.strip())


def code_of(name: LevelName) -> str:
    """The code that files and references use: "IC2" as it stands, "Level 3" as level-3."""
    if _CODE.fullmatch(name.code) or _PLAIN.fullmatch(name.code):
        return name.code
    return slug(name.whole) or "level"


def rungs_of(founds: Sequence[tuple[str, Found]], families: dict[int, FamilyOf]) -> Rungs:
    """Every level that the sources name, lowest first where they say so: in their own order."""
    rungs = Rungs()
    orders: list[list[str]] = []
    for _, found in founds:
        order: list[str] = []
        seen: set[tuple[str, str]] = set()
        tracks = _tracks(found, families)
        for card in found.cards:
            key = _add(rungs, card, families[id(card)], tracks[id(card)], seen)
            if key not in order:
                order.append(key)
        orders.append(order)
    texts = {key: rung.whole for key, rung in rungs.by_key.items()}
    for track in dict.fromkeys(rung.track for rung in rungs.by_key.values()):
        within = [[key for key in order if rungs.by_key[key].track == track] for order in orders]
        rungs.tracks[track] = _merged([order for order in within if order], texts)
    return rungs


def _add(
    rungs: Rungs,
    card: FoundCard,
    family: FamilyOf,
    track_of: tuple[str, str],
    seen: set[tuple[str, str]],
) -> str:
    name = name_of(card)
    code = code_of(name)
    if not name.code:  # two levels with the same title are two levels
        count, base = 2, code
        while (family.id, squash(code)) in seen:
            code, count = f"{base}-{count}", count + 1
    key = squash(code)
    seen.add((family.id, key))
    rung = rungs.by_key.get(key)
    if rung is None:
        track, track_name = track_of
        rungs.track_names.setdefault(track, track_name)
        rung = rungs.by_key[key] = Rung(code, name.whole, track)
    if name.name and name.code:
        rung.names.append(name.name)
    rung.cards.append(card)
    rungs.of_card[id(card)] = key
    return key


def _tracks(found: Found, families: dict[int, FamilyOf]) -> dict[int, tuple[str, str]]:
    """`id(card)` to its track's id and name.

    "Level 5" after IC4 is of IC's track, and so is "Staff Engineer": only other letters of a code,
    or the title of one who manages, say that a family's levels in one source are two tracks.
    """
    tracks = {id(card): _track(card, families[id(card)]) for card in found.cards}
    lettered: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for card in found.cards:
        if card.track is None and _CODE.fullmatch(name_of(card).code):
            lettered[families[id(card)].id].add(tracks[id(card)])
    for card in found.cards:
        name = name_of(card)
        words = set(re.split(r"\W+", name.name.casefold()))
        others = lettered[families[id(card)].id]
        plain = not _CODE.fullmatch(name.code) and not words & _OTHER_TRACKS
        if card.track is None and plain and len(others) == 1:
            tracks[id(card)] = next(iter(others))
    return tracks


def _track(card: FoundCard, family: FamilyOf) -> tuple[str, str]:
    """The track's id and name: as told, else the letters of the code, else the family's own."""
    name = name_of(card)
    if card.track is not None:
        return _track_id(card.track), card.track.text.strip()
    prefix = _PREFIX.match(name.code)
    told = _CODE.fullmatch(name.code) or (prefix and prefix[0].casefold() in LEVEL_WORDS)
    if prefix and told and not name.code.islower():
        return prefix[0], prefix[0]
    return family.id, family.name


def _track_id(piece: Piece) -> str:
    return slug(piece.text) or "track"


def rank_of(title: str) -> float | None:
    """Where a title's first word puts it among others; None where that is not plain.

    Files come in the order of their names, which says nothing: engineer, junior-engineer.
    """
    words = re.split(r"[\s_-]+", title.casefold())
    if set(words) & _OTHER_TRACKS:
        return None
    ranks = [rank for rank, every in enumerate(_RANKS) if words[0] in every]
    grade = next((int(word) for word in words if word.isdigit()), 0)
    plain = is_role(title) and not set(words) & SENIORITY
    return ranks[0] + grade / 100 if ranks else 2.0 + grade / 100 if plain else None


def _merged(orders: list[list[str]], texts: dict[str, str]) -> list[str]:
    """Several orders as one; where every source has one level only, its name tells the place."""
    keys = list(dict.fromkeys(key for order in orders for key in order))
    numbers = {key: re.findall(r"\d+", key) for key in keys}
    alone = len(orders) > 1 and all(len(order) == 1 for order in orders)
    if alone and all(len(found) == 1 for found in numbers.values()):
        prefixes = {re.sub(r"\d+", "", key) for key in keys}
        if len(prefixes) == 1:
            return sorted(keys, key=lambda key: int(numbers[key][0]))
    if alone and all(rank_of(texts[key]) is not None for key in keys):
        return sorted(keys, key=lambda key: rank_of(texts[key]) or 0)
    merged: list[str] = []
    for order in orders:
        known = [merged.index(key) for key in order if key in merged]
        at = known[0] if known else len(merged)
        for key in order:
            if key in merged:
                at = merged.index(key) + 1
            else:
                merged.insert(at, key)
                at += 1
    return merged
