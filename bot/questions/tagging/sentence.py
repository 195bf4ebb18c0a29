"""A question as a row of stems in which each level is `@`, so that patterns can be found in it."""

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.questions.language.english import PROFESSIONS
from bot.questions.language.pattern_lines import PATTERN_LINES, Lines
from bot.questions.language.patterns import FAMILY, LEVEL, Wanted, pattern
from bot.questions.language.stems import stem
from bot.questions.language.talk import FUNCTION_WORDS
from bot.questions.language.words import BREAK
from bot.questions.lazily import worked_out
from bot.questions.question import Mention
from bot.questions.tagging.runs import Run
from bot.questions.tagging.tags import Kind, Tag

_COURTESY = pattern(
    """
    (thank|thanks|thx|ty|cheers|merci|grazie) * (in|d)? advance
    (do|does|did)? (anyone|anybody|someone|somebody|you) (here|guys|folks|all|by any chance|happen to)? know
    (good|happy) (morning|afternoon|evening|day|monday|tuesday|wednesday|thursday|friday|weekend)
    (can|could|would|will) (you|anyone|someone|anybody|somebody|u) (please|kindly|quickly|pls|maybe|perhaps|possibly|help and|just)? (tell|show|explain|remind|give|list|share|clarify|describe|look up|pull up) (me|us)?
    (i|we) (would|want|need|wanted|wanna|would like|d like|like|am trying|have been trying|was trying) to (know|see|understand|learn|ask|find out|check)
    would (like|love) to (know|see|understand|learn|find out|hear)
    (let|tell|show|remind) (me|us) (know)?
    (quick|short|dumb|silly|stupid|random|basic|weird|another|one|a) question
    (quick|fast|easy|dumb|silly|stupid) (one|q|qn|check)
    (i am|im|just)? (wondering|curious|confused|unsure|not sure)
    (i am|im|just) asking
    (sorry|apologies) * (for|to) (bother|bothering|ask|asking|disturb|noob)
    (hope|hoping) * (well|great|good)
    (many|much|so much) (thank|thanks)
    much appreciated
    no (idea|clue)
    (asking)? for (a|my) (friend|mate|colleague)
    by the way
    i (do|really|actually)? mean
    (please|pls|plz|kindly) (advise|assist|confirm|respond|reply|revert|help)
    , help (me|us)? out
    go ahead
    sent from (my|an) (phone|mobile|iphone|android|ipad)
    (like|as if|to|as to) (i am|im|i was|a|my)? (five|5) (year old|years old|yo)?
    (in|on|under|within|inside) (our|the|this|your|my) (framework|matrix|rubric|scheme|org|company|firm|place|house|bank|hospital|university|college|studio|agency)
    (next|this|last|coming) (week|month|quarter|sprint|monday|tuesday|wednesday|thursday|friday|weekend|morning|afternoon)
    if you (would|could|can|may) * (kind|please|mind)
    (if)? you (would|will)? be so kind
    youd be so kind
    in front of me
    how about
    in (short|brief)
    in (your|my|our|plain|simple|other|own|layman|laymans|human|a few|few) (own|plain|simple)? (word|words|terms|english)
    happy (monday|tuesday|wednesday|thursday|friday|weekend|new year)
    """
)

_BEFORE_OBJECT = frozenset("on over in to off for about against of with".split())
_ENDS_OBJECT = frozenset([BREAK, "or", "and", "but", "if", "when", "without", "before", "after"])
_LONGEST_OBJECT = 3
"""Words that say something, of what others are about."""
_NAMES_LEVEL = frozenset({Kind.CODE, Kind.TITLE, Kind.FAMILY, Kind.TERM, Kind.GRADE})


Span = tuple[int, ...]
"""Places of pieces, in order; at least one."""


class Piece(NamedTuple):
    """A word of the question, or a level that it names."""

    stem: str
    """`@` for a level, `%` for a family that is named without one."""
    word: str
    """What was said, as one text."""
    tag: int
    """Where its tag stands."""
    run: int | None = None
    """The run that names the level."""

    @property
    def said(self) -> tuple[str, ...]:
        """The words."""
        return tuple(self.word.split())


class Sentence:
    """The pieces of a question, in order; it never changes."""

    def __init__(self, tags: list[Tag], pieces: list[Piece]) -> None:
        self.tags = tags
        self.pieces = pieces
        self._stems = stems = [piece.stem for piece in pieces]
        self.stems = frozenset(stems)
        """What its pieces are, each once."""
        self.line = f" {' '.join(stems)} "
        """The stems with blanks around each."""
        named = LEVEL in self.stems
        self.levels = [at for at, stem in enumerate(stems) if stem == LEVEL] if named else []
        """Where the levels stand."""
        self.possible: Lines = PATTERN_LINES.may_be_among(self.stems)
        """The lines of patterns that its words may be enough for; most patterns have none."""
        self._found: dict[Wanted, list[Span]] = {}
        """What was looked for: several readings of a question ask for the same."""

    @classmethod
    def of(
        cls,
        tags: list[Tag],
        runs: list[Run],
        mentions: Mapping[int, list[Mention]],
        meant: Callable[[str], str],
    ) -> "Sentence":
        """The sentence with `@` for each mention of each run, and `%` for a family alone.

        `meant` tells for which word one stands that nobody knows.
        """
        naming: dict[int, int] = {}
        for at, run in enumerate(runs):
            if at in mentions or run.families:
                for place in run_places(run):
                    naming[place] = at
        pieces: list[Piece] = []
        done = -1
        for place, tag in enumerate(tags):
            kind, number = tag.kind, naming.get(place)
            if number is not None and kind in _NAMES_LEVEL:
                if number not in mentions:
                    pieces.append(Piece(FAMILY, " ".join(tag.said), place, number))
                elif number != done:
                    level = Piece(LEVEL, " ".join(tag.said), place, number)
                    pieces += [level] * len(mentions[number])
                    done = number
            elif kind is Kind.OTHER:
                for word in tag.said:
                    pieces.append(_piece(meant(word), word, place))
            elif not (number is not None and tag.text in PROFESSIONS) and not (
                kind is Kind.LEVEL_WORD and _is_of_grade(tags, place, naming, mentions)
            ):  # "level 3" is one level
                for word in tag.said:
                    pieces.append(_piece(word, word, place))
        sentence = cls(tags, pieces)
        return sentence.without(_COURTESY) if sentence.possible & _COURTESY.lines else sentence

    def without(self, phrases: Wanted) -> "Sentence":
        """The sentence without some phrases."""
        found = self.find_all(phrases)
        if not found:
            return self
        gone = {place for each in found for place in each}
        said = {self.pieces[place].tag for place in gone}
        tags = [
            tag._replace(kind=Kind.FILLER) if place in said and tag.kind is Kind.OTHER else tag
            for place, tag in enumerate(self.tags)
        ]
        return Sentence(tags, [p for place, p in enumerate(self.pieces) if place not in gone])

    @worked_out
    def words(self) -> frozenset[str]:
        """What was said, each word once."""
        return frozenset([piece.word for piece in self.pieces])

    @worked_out
    def _starts(self) -> list[int]:
        starts, at = [], 1
        for each in self._stems:
            starts.append(at)
            at += len(each) + 1
        return starts

    def find(self, wanted: Wanted) -> Span | None:
        """The pieces that a pattern covers, where it is first found."""
        if not wanted.lines & self.possible:
            return None
        found = self._found.get(wanted)
        if found is None:
            found = self._looked_for(wanted)
        return found[0] if found else None

    def find_all(self, wanted: Wanted) -> Sequence[Span]:
        """The pieces that a pattern covers, wherever it is found."""
        if not wanted.lines & self.possible:
            return ()
        found = self._found.get(wanted)
        if found is None:
            found = self._looked_for(wanted)
        return found

    def _looked_for(self, wanted: Wanted) -> list[Span]:
        """What a pattern covers; a line of it is tried only at words that may begin it."""
        lines = wanted.among(self.possible)
        starts, stems, named = self._starts, self._stems, wanted.stems
        spans: list[Span] = []
        end = 0
        for at, stem_ in enumerate(stems):
            for begins, match in lines:
                if stem_ not in begins or starts[at] <= end:
                    continue
                if found := match(self.line, starts[at] - 1):
                    end = found.end()
                    covered = range(at, bisect_right(starts, end - 1))
                    # Those in a gap may say anything.
                    spans.append(tuple([place for place in covered if stems[place] in named]))
                    break
        self._found[wanted] = spans
        return spans

    def telling(self, covered: Iterable[int]) -> list[int]:
        """Those of some pieces that say something by themselves: no level, no "what" or "to"."""
        return [
            place
            for place in covered
            if self.pieces[place].stem not in (LEVEL, FAMILY)
            and self.pieces[place].word not in FUNCTION_WORDS
        ]

    def clause(self, place: int) -> range:
        """The pieces between two signs among which one stands."""
        breaks = [at for at, piece in enumerate(self.pieces) if piece.word == BREAK]
        first = next((at + 1 for at in reversed(breaks) if at < place), 0)
        return range(first, next((at for at in breaks if at >= place), len(self.pieces)))

    def is_in_one_clause(self, span: Span) -> bool:
        """Whether no sign parts some pieces."""
        return all(self.pieces[at].word != BREAK for at in range(span[0], span[-1]))

    def object_of(self, covered: Span) -> list[int]:
        """The pieces that words ending with a preposition are about: "push back on deadlines"."""
        if self.pieces[covered[-1]].word not in _BEFORE_OBJECT:
            return []
        found: list[int] = []
        for place in range(covered[-1] + 1, len(self.pieces)):
            piece = self.pieces[place]
            if piece.run is not None or piece.word in _ENDS_OBJECT:
                break
            found.append(place)
        return found if len(self.telling(found)) <= _LONGEST_OBJECT else []

    def understood(self, covered: Iterable[int]) -> list[Tag]:
        """The tags, with those of the covered pieces marked as words that say what is asked."""
        tags, pieces = self.tags, self.pieces
        places = {pieces[index].tag for index in covered if pieces[index].run is None}
        marked = [place for place in places if place >= 0 and tags[place].kind in _MARKABLE]
        if not marked:
            return tags
        understood = list(tags)
        for place in marked:
            understood[place] = Tag(Kind.CUE, *tags[place][1:])
        return understood


def _is_of_grade(
    tags: list[Tag], place: int, naming: Mapping[int, int], named: Container[int]
) -> bool:
    """Whether a level's number follows a word for levels."""
    after = tags[place + 1] if place + 1 < len(tags) else None
    return after is not None and after.kind is Kind.GRADE and naming.get(place + 1) in named


@lru_cache(maxsize=20_000)
def _piece(means: str, word: str, place: int) -> Piece:
    """A word with the stem of what it means; many questions have the same one at a place."""
    return Piece(_NO_VERBS.get(means) or stem(means), word, place)


_NO_VERBS = {"advanced": "advanced", "developer": "developer", "developers": "developer"}
"""The stems of words that say another thing than their verb.

"Advanced" is said of a skill, "advanced SQL", and a developer is who a card is for, and not who
develops others: "a junior developer's tasks".
"""


_MARKABLE = frozenset({Kind.OTHER, Kind.FILLER, Kind.TERM, Kind.ROLE})


def run_places(run: Run) -> range:
    """Where the tags of a run stand."""
    return range(run.first, run.last + 1)
