"""Levels that a question names by their place: "the highest IC level", "second management level".

Words of place ("lowest", "third") and words of a track ("management", "individual contributor")
are read apart; which levels a track has, and whose it is, comes from the ladder.
"""

# ruff: noqa: E501 - patterns and word lists are easiest to read as running text

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.ladder import Family, Track
from bot.questions.language.english import ROLE_WORDS
from bot.questions.language.words import BREAK, words
from bot.questions.levels.tracks import leads
from bot.questions.tagging.tags import Kind, Tag
from bot.questions.vocabulary.lexicon import Lexicon

_ORDINALS = (
    ("first", "1st"),
    ("second", "2nd"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("fifth", "5th"),
    ("sixth", "6th"),
    ("seventh", "7th"),
    ("eighth", "8th"),
    ("ninth", "9th"),
)
_NTH = {word: place for place, said in enumerate(_ORDINALS) for word in said}
_TOPMOST = frozenset("highest top topmost uppermost seniormost".split())
_LOWEST = frozenset("lowest bottom bottommost juniormost starting initial entry".split())
_LAST = frozenset(["last", "final"])
"""Words for the top of a track, and for much else: the track must be named."""
_BY_DEGREE = {"senior": -1, "advanced": -1, "junior": 0, "basic": 0}
"""Where the track ends towards which "most" of these looks."""

RANK_WORDS = frozenset(_NTH) | _TOPMOST | _LOWEST | _LAST | {"most", "penultimate", "entrylevel"}
"""Words of which a question says one that names a level by its place."""

_NTH_SAID = "|".join(_NTH)
_TOP_SAID = "|".join(_TOPMOST | _LAST)
_LOW_SAID = "|".join(_LOWEST)
_RANK = (
    rf"(?:(?P<from_top>{_NTH_SAID}) (?:{_TOP_SAID}|to last|from the top|most senior)"
    rf"|(?P<from_low>{_NTH_SAID}) (?:{_LOW_SAID}|from the bottom|most junior)"
    rf"|(?P<top>{_TOP_SAID})|(?P<low>entry level|{_LOW_SAID})|(?P<nth>{_NTH_SAID})"
    rf"|(?P<last>penultimate)|(?:the )?most (?P<degree>{'|'.join(_BY_DEGREE)}))"
)
_LEVEL = "(?:levels?|rungs?|grades?|tiers?|bands?|lvl)"
_ROLE = "(?:roles?|positions?|jobs?|spots?|cards?)"
_REACHED = "(?: that)? an? % (?:can|could|may|might) (?:reach|get to|attain|achieve|become|hit|have|be|hold)"
_WHOLE = "(?:track|ladder|side|path|branch|stream|scale|hierarchy|levels|cards|ranks|ones)"
_JOIN = "(?:and|or|vs|versus|v|to|with|than|,|from)"
_FIRST_OF_TWO = (
    rf"(?:(?P<first>{_NTH_SAID}|{_TOP_SAID}|{_LOW_SAID})(?: one)? (?P<join>{_JOIN})(?: a| the)? )?"
)

_LEADING = "managers?|management|managerial|people managers?|people management"
_WORKING = (
    "individual contributors?|ics?|non manag(?:er|ers|ement)|professionals?|technical"
    "|engineers?|scientists?|developers?"
)
_SAYS_NOTHING = frozenset(ROLE_WORDS | {"possible", "available", "existing", "defined", "the"})

_CLAUSE = frozenset("that which where who whose when with at requiring needing listing".split())
"""Words that begin what is asked of levels, of which the first is looked for."""
_MAY_FOLLOW = frozenset(
    f"{BREAK} in on for is are was do does did can could should would will must has have called look looks mean means "
    "card description definition page profile please pls plz thanks thx vs versus and or than we you there here like "
    "differ differs compared against need needs get gets own owns expected % then so show what how from".split()
)
"""What may stand behind a level of no track, which may else be a word of another thing."""
_SLIP = {True: 2, False: 3}
"""Letters that it counts as different, so that a level's own name is surer: with a track, or not."""


class _Place(NamedTuple):
    """A place on a track: from its beginning, or from its end where it is below 0."""

    at: int
    only: bool
    """Whether it counts from one end, so that each track may have one."""


def with_ranks(tags: list[Tag], tracks: "TrackWords", follows: bool) -> list[Tag]:
    """The tags, with each level that is named by its place as one title.

    With `follows` the question comes after an answer, and "the second level" may be one of its.
    """
    row = _Row.of(tags)
    found: list[Tag] = []
    done = 0
    for match in tracks.phrase.finditer(row.line):
        first, last = row.tag_at(match.start()), row.tag_at(match.end())
        if first is None or last is None or first < done:
            continue
        titles = list(_titles(match, tags[first:last], row.line, tracks, follows))
        if not titles:
            continue
        found += [*tags[done:first], *titles]
        done = last
    return [*found, *tags[done:]] if done else tags


class _Row(NamedTuple):
    """The tags' words as one line, `%` for a family, and where each tag begins in it."""

    line: str
    starts: dict[int, int]

    @classmethod
    def of(cls, tags: Sequence[Tag]) -> "_Row":
        parts, starts, at = [], {}, 0
        for place, tag in enumerate(tags):
            said = "%" if tag.kind is Kind.FAMILY else " ".join(tag.said) or "?"
            said = BREAK if tag.kind is Kind.BREAK else said
            starts[at] = place
            parts.append(said)
            at += len(said) + 1
        starts[at] = len(tags)
        return cls(" ".join(parts) + " ", starts)

    def tag_at(self, place: int) -> int | None:
        return self.starts.get(place)


class TrackWords:
    """What a ladder's tracks are called, and the pattern of places on them; made once a ladder."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.named = [(track, self._names(track)) for track in lexicon.ladder.tracks.values()]
        names = "|".join(names for _, names in self.named)
        # "engineering manager" names the managers, and "engineer" those who do the work.
        # Atomic, for several of these are one word: a row of such has 2^n ways to be read.
        of_track = rf"(?>(?:%|{names}|{'|'.join(sorted(_SAYS_NOTHING))})(?= ))"
        tail = rf"(?: (?:of|in|on|for|within|at)(?: the| our| your)? (?P<tail>(?:{of_track} )*{of_track})(?: {_WHOLE})?)"
        have = "(?: (?:there is|we have|you have))?"
        self.phrase = re.compile(
            rf"(?<!\S){_FIRST_OF_TWO}{_RANK} (?:"
            rf"(?P<mod>(?:{of_track} )*)(?:{_LEVEL}|(?P<role>{_ROLE})){have}(?:{tail}|{_REACHED})?"
            rf"|(?P<of>of) (?:the |our )?(?P<whole>(?:{of_track} )*{of_track})(?: {_WHOLE})?(?: (?:in|of|for)(?: the)? %)?"
            rf"|(?P<who>(?:individual contributor|ic))(?= (?:{_JOIN}|in|of|for|at|is|please|pls|,) | $)"
            rf") "
        )

    def _names(self, track: Track) -> str:
        own = {track.id.casefold(), *words(track.name), *words(track.who or "")}
        own |= {level.code.casefold().rstrip("0123456789") for level in track.levels}
        own -= {"", "people", "who", "a", "i", "individual", "contributors"} | _SAYS_NOTHING
        return "|".join([_LEADING if leads(track) else _WORKING, *map(re.escape, sorted(own))])

    def meant(self, said: str) -> list[Track]:
        """The tracks that some words name: managers before those who work; [] where none is."""
        found = [track for track, names in self.named if re.search(rf"\b(?:{names})\b", said)]
        leading = [track for track in found if leads(track)]
        return leading or found


def _titles(
    match: re.Match[str], tags: Sequence[Tag], line: str, tracks: TrackWords, follows: bool
) -> Iterator[Tag]:
    said = " ".join(match[name] or "" for name in ("mod", "tail", "whole", "who"))
    named = tracks.meant(said)
    families = [tag for tag in tags if tag.kind is Kind.FAMILY]
    after = line[match.end() :].split()[:3]
    if match["low"] == "entry level" and not any(map(leads, named)):
        return  # a term of its own, where those who lead nobody are meant
    if _is_other(match, after, bool(named), bool(families), follows):
        return
    places = [_place(match)]
    if match["first"]:
        places.insert(0, _place_of(match["first"]))
    for place in places:
        refs = _refs(place, named, families, tracks.lexicon)
        if not refs:
            return
        yield Tag(
            Kind.TITLE,
            match[0].strip(),
            refs=frozenset(refs),
            edits=_SLIP[bool(named)],
            said=(match[0].strip(),),
        )
        if place is not places[-1]:
            yield Tag(Kind.SEPARATOR, match["join"] or "and", said=(match["join"] or "and",))
    yield from families


def _is_other(
    match: re.Match[str], after: list[str], named: bool, in_family: bool, follows: bool
) -> bool:
    """Whether the words name no level by its place: "the first level that lists Vim"."""
    with_another = after[:1] == ["with"] and not RANK_WORDS.isdisjoint(after)
    if after and (after[0] in _CLAUSE or after[0] == "of") and not with_another:
        return True  # "the highest level of independence"
    if named:
        return False
    if match["whole"] or match["who"] or match["role"] or match["join"] == "to":
        return True  # "from lowest to highest level" names them all
    if not in_family and not _LAST.isdisjoint([match["top"], match["first"]]):
        return True
    if follows and not in_family:
        return True
    return not in_family and bool(after) and after[0] not in _MAY_FOLLOW


def _place(match: re.Match[str]) -> _Place:
    if match["from_top"]:
        return _Place(-1 - _NTH[match["from_top"]], True)
    if match["from_low"]:
        return _Place(_NTH[match["from_low"]], False)
    if match["last"]:
        return _Place(-2, True)
    if match["degree"]:
        return _Place(_BY_DEGREE[match["degree"]], _BY_DEGREE[match["degree"]] < 0)
    return _place_of(match["top"] or match["low"] or match["nth"])


def _place_of(word: str) -> _Place:
    return _Place(-1, True) if word in _TOPMOST | _LAST else _Place(_NTH.get(word, 0), False)


def _refs(place: _Place, named: list[Track], families: Sequence[Tag], lexicon: Lexicon) -> set[str]:
    """The cards at a place of the tracks named; without these, of each that ends there.

    From its beginning a ladder is counted on the first of its tracks.
    """
    ladder = lexicon.ladder
    ids = frozenset().union(*(tag.families for tag in families)) or ladder.families.keys()
    refs = set()
    for family in (ladder.families[each] for each in ids):
        tracks = [each for each in named or ladder.tracks.values() if _on(each, family)]
        if not named and not place.only:
            tracks = [each for each in tracks if not leads(each)][:1] or tracks[:1]
        for codes in (_on(track, family) for track in tracks):
            if -len(codes) <= place.at < len(codes):
                refs.add(family.cards[codes[place.at]].ref)
    return refs


def _on(track: Track, family: Family) -> list[str]:
    return [level.code for level in track.levels if level.code in family.cards]
