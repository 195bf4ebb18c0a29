"""Levels of a new ladder: their codes, their tracks and their order, as the sources have them."""

import re
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


def prefix_of(code: str) -> str | None:
    """The letters that a code begins with, which name its track: "P" of "P2"."""
    match = _PREFIX.match(code)
    return match[0] if match and _CODE.fullmatch(code) else None


def rungs_of(founds: Sequence[tuple[str, Found]], families: dict[int, FamilyOf]) -> Rungs:
    """Every level that the sources name, lowest first where they say so: in their own order."""
    rungs = Rungs()
    orders: list[list[str]] = []
    for _, found in founds:
        order: list[str] = []
        seen: dict[tuple[str, str], tuple[str, str]] = {}
        tracks = _tracks_of(found.cards, families)
        for card in found.cards:
            key = _add(rungs, card, families[id(card)], seen, tracks[id(card)])
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
    seen: dict[tuple[str, str], tuple[str, str]],
    in_track: tuple[str, str],
) -> str:
    name = name_of(card)
    code = code_of(name)
    # Two levels with the same title are two levels, and so are two tracks at one rank.
    count, base = 2, code
    while (family.id, squash(code)) in seen and (
        not name.code or (card.track is not None and seen[family.id, squash(code)] != in_track)
    ):
        code, count = f"{base}-{count}", count + 1
    key = squash(code)
    seen[family.id, key] = in_track
    rung = rungs.by_key.get(key)
    if rung is None:
        track, track_name = in_track
        rungs.track_names.setdefault(track, track_name)
        rung = rungs.by_key[key] = Rung(code, name.whole, track)
    if name.name and name.code:
        rung.names.append(name.name)
    rung.cards.append(card)
    rungs.of_card[id(card)] = key
    return key


def _tracks_of(
    cards: Sequence[FoundCard], families: dict[int, FamilyOf]
) -> dict[int, tuple[str, str]]:
    """Each card of one source to its track's id and name.

    As told, else the letters of the code, else the family's own. "Level 5" and "Principal" go on
    where IC1 to IC4 stand before them, since such names say nothing of another track.
    """
    tracks: dict[int, tuple[str, str]] = {}
    before: dict[str, tuple[str, str]] = {}
    numbers: dict[tuple[str, str], set[str]] = {}
    coded = {id(card): prefix for card in cards if (prefix := _prefix(card))}
    for card in cards:
        family = families[id(card)]
        name = name_of(card)
        if card.track is not None:
            tracks[id(card)] = _track_id(card.track), card.track.text.strip()
            continue
        if id(card) in coded:
            track = (coded[id(card)], coded[id(card)])
            tracks[id(card)] = before[family.id] = track
            numbers.setdefault((family.id, track[0]), set()).update(re.findall(r"\d+", name.code))
            continue
        lettered = _PREFIX.match(name.code) if name.code and not name.code.islower() else None
        own = (lettered[0], lettered[0]) if lettered else (family.id, family.name)
        known = before.get(family.id)
        taken = numbers.get((family.id, known[0]), set()) if known else set()
        goes_on = known is not None and _goes_on(name, taken)
        tracks[id(card)] = known if goes_on and known else own
    return tracks


def _prefix(card: FoundCard) -> str | None:
    """The letters of a code such as IC2, which name its track; None for "Level 2" and "2"."""
    code = name_of(card).code
    match = _PREFIX.match(code) if code and not code.islower() else None
    return match[0] if match and match[0].casefold() not in LEVEL_WORDS else None


def _goes_on(name: LevelName, taken: set[str]) -> bool:
    """Whether a level without a code of its own follows those before it in their track."""
    own = re.findall(r"\d+", name.whole)
    if set(own) & taken:
        return False
    words = set(re.split(r"[\s_-]+", name.whole.casefold()))
    worded = bool(words & LEVEL_WORDS) or name.whole.isdigit()
    return not words & _OTHER_TRACKS and (worded or rank_of(name.whole) is not None)


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
