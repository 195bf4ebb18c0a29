"""A question taken apart: its words, the levels they name, and the sentence around these."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from bot.ladder import GuideEntry
from bot.questions.index import Index
from bot.questions.language.english import ARTICLES, GREETINGS, LEVEL_WORDS, SHORT_FORMS
from bot.questions.language.patterns import LEVEL
from bot.questions.language.stems import stem
from bot.questions.language.words import (
    BREAK,
    QUANTITY,
    folded,
    plain,
    words_and_breaks,
    words_of,
)
from bot.questions.lazily import worked_out
from bot.questions.levels.corrections import without_corrected
from bot.questions.levels.family_first import with_family_first
from bot.questions.levels.family_titles import as_families
from bot.questions.levels.frames import compare
from bot.questions.levels.listed import in_listed_families
from bot.questions.levels.mentions import Mentions
from bot.questions.levels.near_families import OF_TITLES, with_near_families
from bot.questions.levels.part_names import with_part_names
from bot.questions.levels.quoted import with_quoted
from bot.questions.levels.ranges import RANGE_WORDS, with_ranges, written_out
from bot.questions.levels.ranked import RANK_WORDS, with_ranks
from bot.questions.levels.step_roles import is_not_yet
from bot.questions.parts.attributes import BY_NAME, Asked
from bot.questions.question import Context, Mention
from bot.questions.tagging.letter_grades import before_noun, with_digits
from bot.questions.tagging.parted_names import as_one_word
from bot.questions.tagging.runs import TITLE_KINDS, Run, find_runs
from bot.questions.tagging.sentence import Piece, Sentence, run_places
from bot.questions.tagging.tags import Kind, Tag, tag
from bot.questions.texts.guide import NEARLY_THE_SAME
from bot.questions.texts.skill_index import Match
from bot.questions.texts.worded_skills import told_apart


@dataclass(frozen=True, eq=False)
class Reading:
    """What the words of a question may say; nothing is decided yet."""

    text: str
    plain: str
    words: list[str]
    tags: list[Tag]
    runs: list[Run]
    mentions: Mapping[int, list[Mention]]
    """By run; bare words among them are only possible levels."""
    sentence: Sentence
    attributes: list[Asked]
    index: Index
    context: Context
    before: tuple[Mention, ...] = ()
    """Levels answered before that the question means without naming them."""
    before_last: bool = False
    """It speaks of these behind those that it names: "the jump from P2 to that"."""
    in_place: bool = False
    """A word of the question stands for these: "how would that compare with P6"."""
    by_words: bool = False
    """Its mentions are those of the words alone, with nothing known of what is asked."""
    settled: bool = False
    """They stay the same whatever becomes known of it; see `Mentions.are_settled`."""
    _skill_lines: dict[tuple[str, ...], Sequence[Match]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    @worked_out
    def family(self) -> str | None:
        """The one family that it names."""
        named = frozenset().union(*[run.families for run in self.runs])
        return next(iter(named)) if len(named) == 1 else None

    def nearly_in_guide(self) -> tuple[float, GuideEntry] | None:
        """As `like_guide`, where it is nearly the same question: most are soon told apart."""
        said, guide = _without_politeness(self.words), self.index.guide
        return guide.nearest(said, NEARLY_THE_SAME) if guide.may_have(said) else None

    @worked_out
    def said(self) -> list[str]:
        """Its words as the ladder means them: "levels" for what it calls bands."""
        return [word for tag in self.tags if tag.kind is not Kind.BREAK for word in tag.said]

    @worked_out
    def like_guide(self) -> tuple[float, GuideEntry] | None:
        """The entry of the guide that the question is most like, with how much it is."""
        return self.index.guide.nearest(_without_politeness(self.words))

    @worked_out
    def guide_topic(self) -> GuideEntry | None:
        """The entry of the guide on what it speaks of, in whatever words."""
        return self.index.guide.topics.asked(self.words, self.names_clearly())

    def names_clearly(self) -> bool:
        """Whether a level or a family is named by more than a bare word."""
        return [run for run in self.runs if run.families or run.codes] != []

    def skill_lines(self, words: Sequence[str], also: Sequence[str], said: str) -> Sequence[Match]:
        """The lines of the cards that speak of a skill, best first; see `SkillIndex.find`.

        Several rules look for the same skill.
        """
        key = (*words, "", *also, "", said)
        found = self._skill_lines.get(key)
        if found is None:
            found = self._skill_lines[key] = self.index.skills.find(words, also, said=said)
        return found

    def levels_when(self, covered: Collection[int], evident: bool) -> "Levels":
        """The levels it names, once the pieces `covered` are known to say what is asked."""
        tags = self.sentence.understood(covered) if covered else self.sentence.tags
        same = tags is self.tags
        runs = self.runs if same else self._runs_among(tags)
        if (same and self.by_words and not evident) or (self.settled and runs is self.runs):
            mentions = self.mentions
        else:
            mentions = Mentions(self.index.lexicon, self.context, runs, tags, evident).read()
        named = [each for some in mentions.values() for each in some]
        of_family = [run for run in runs if run.families]
        if len(named) == 1 and of_family:
            named = in_listed_families(named, tags, self.index.ladder)
        return Levels(
            mentions=[*named, *self.before] if self.before_last else [*self.before, *named],
            named_family=bool(self.before or of_family),
            tags=tags,
        )

    def _runs_among(self, tags: list[Tag]) -> list[Run]:
        """The runs, where some tags are marked as words that say what is asked."""
        marked = [old.kind for old, new in zip(self.tags, tags, strict=True) if old is not new]
        return self.runs if TITLE_KINDS.isdisjoint(marked) else find_runs(tags)


def _without_politeness(said: list[str]) -> list[str]:
    """The words but for greetings and thanks at both ends, which make no question another one."""
    first, last = 0, len(said)
    while first < last and said[first] in GREETINGS:
        first += 1
    while first < last and said[last - 1] in GREETINGS:
        last -= 1
    return said[first:last]


class Levels(NamedTuple):
    """The levels that a question names, in order, and the tags they were read from."""

    mentions: list[Mention]
    named_family: bool
    tags: list[Tag]


def read(text: str, index: Index, context: Context) -> Reading:
    """Take a question apart."""
    shown = plain(text)
    written = with_digits(_arrows(shown), index.lexicon)
    as_words = folded(shown)
    tokens = words_and_breaks(as_words if written == shown else folded(written))
    tags = _tagged(tokens, shown, index, context)
    runs = find_runs(tags)
    named = Mentions(index.lexicon, context, runs, tags)
    firm = named.read()
    sentence = Sentence.of(tags, runs, firm, index.meant)
    if len(firm) > 1 and (ruled_out := _ruled_out(sentence, runs)):
        tags = [tag for place, tag in enumerate(tags) if place not in ruled_out]
        runs = find_runs(tags)
        named = Mentions(index.lexicon, context, runs, tags)
        firm = named.read()
        sentence = Sentence.of(tags, runs, firm, index.meant)
    attributes = index.attributes.find(sentence)
    by_words = True
    numbered = context.family is not None
    if not firm and any(run.has(Kind.TERM) or (numbered and run.has(Kind.GRADE)) for run in runs):
        spoken = _terms_spoken_of(sentence, attributes)
        tags = sentence.understood(spoken) if spoken else tags
        runs = find_runs(tags)
        by_words = False
        firm = Mentions(index.lexicon, context, runs, tags, evident=True).possible()
        sentence = Sentence.of(tags, runs, firm, index.meant)
        attributes = index.attributes.find(sentence)
    elif firm and len(firm) < len(runs):
        joined = Mentions(index.lexicon, context, runs, tags, evident=True).read()
        if len(joined) > len(firm):
            firm, sentence = joined, Sentence.of(tags, runs, joined, index.meant)
            attributes = index.attributes.find(sentence)
            by_words = False
    as_written = written == shown and QUANTITY not in tokens
    return Reading(
        text=text,
        plain=shown,
        words=[each for each in tokens if each != BREAK] if as_written else words_of(as_words),
        tags=tags,
        runs=runs,
        mentions=firm,
        sentence=sentence,
        attributes=attributes,
        index=index,
        context=context,
        by_words=by_words,
        settled=by_words and named.are_settled(),
    )


def _tagged(words: list[str], shown: str, index: Index, context: Context) -> list[Tag]:
    """The tags of the words of a text, as those around them are meant; it was `shown` so.

    Each step but the first few is for few questions, whose words or kinds of tags tell at once.
    """
    lexicon = index.lexicon
    tokens = as_one_word(words, index.skills.knows)
    asked = before_noun(tokens, lexicon, index.part_names.nouns)
    tags = with_part_names(tag(asked, lexicon), index.part_names)
    said = [tag.text for tag in tags]
    if not RANK_WORDS.isdisjoint(said):
        tags = with_ranks(tags, index.tracks, follows=bool(context.levels))
    if not RANGE_WORDS.isdisjoint(said):
        tags = with_ranges(tags, lexicon)
    tags = told_apart(tags, index.skills)
    kinds = frozenset([tag.kind for tag in tags])
    if not _MAY_BE_JOBS.isdisjoint(kinds):
        tags = as_families(tags, lexicon, shown, context)
    if Kind.OTHER in kinds and (Kind.CODE in kinds or OF_TITLES.isdisjoint(kinds)):
        tags = with_near_families(tags, lexicon)
    if Kind.TERM in kinds:
        tags = with_quoted(tags, shown)
    tags = without_corrected(tags)
    return with_family_first(tags) if Kind.GRADE in kinds else tags


_MAY_BE_JOBS = frozenset({Kind.TITLE, Kind.TERM})


def _ruled_out(sentence: Sentence, runs: list[Run]) -> frozenset[int]:
    """The tags of levels that are named only to say that others are meant: "P2, not P3"."""
    if _RULES_OUT.isdisjoint(sentence.stems):
        return frozenset()
    frame = compare(sentence)
    compared = frame.covered if frame else frozenset()
    found: set[int] = set()
    left = len(sentence.levels)
    before = (-1, "")
    for place, piece in enumerate(sentence.pieces):
        relates = before[0] in compared  # "what makes a P3 and not a P2"
        named = piece.stem == LEVEL and piece.run is not None and not is_not_yet(sentence, place)
        if named and not relates and _rules_out(sentence, before, place):
            found.update(run_places(runs[piece.run or 0]))
            left -= 1
        before = before if piece.word in ARTICLES else (place, piece.stem)
    return frozenset() if compared and left < _PAIR else frozenset(found)


def _rules_out(sentence: Sentence, before: tuple[int, str], level: int) -> bool:
    if before[1] == _LEAVE:
        after = sentence.pieces[level + 1 : level + 2]
        return any(piece.word in {"aside", "out", "off"} for piece in after)
    return before[1] in _RULES_OUT


_LEAVE = stem("leaving")
_RULES_OUT = frozenset(map(stem, ["not", "excluding", "except", "ignoring", "leaving", "skip"]))
_PAIR = 2


def _terms_spoken_of(sentence: Sentence, attributes: list[Asked]) -> frozenset[int]:
    """Pieces that are words of a part of the cards and no title: "lead others", not "team lead"."""
    return frozenset(
        place
        for asked in attributes
        if asked.weight > 1 and len({sentence.pieces[place].tag for place in asked.covered}) > 1
        for place in asked.covered
        if sentence.tags[sentence.pieces[place].tag].kind is Kind.TERM
    )


def _arrows(text: str) -> str:
    """ "P2 -> P3" and "P2 → P3" as "P2 to P3"; "tl;dr" and "a.k.a." as one word."""
    if ">" in text or not text.isascii():
        text = text.replace("<->", " vs ")
        for arrow in ("-->", "->", "=>", "→", "➡", "➜", "⇒", "›"):
            text = text.replace(arrow, " to ")
        text = text.replace("<>", " vs ")
    if "." in text:
        text = _INITIALS.sub(_short_form, text)
    if "w/" in text:
        text = _WITH.sub("with ", text)
    if "-" in text or not text.isascii():
        text = written_out(text)
    if "1" in text:
        text = _ONE_ON_ONE.sub("one on one", text)
    if "tl" in text.casefold():
        text = _TLDR.sub("tldr", text)
    return _AKA.sub("aka", text) if "." in text else text


def _short_form(found: re.Match[str]) -> str:
    """ "D.S." as ds, where that is a short form of a title's words."""
    joined = found[0].replace(".", "").casefold()
    return joined if joined in SHORT_FORMS else found[0]


_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.){2,3}(?=[\s,;:?!]|$)")
_WITH = re.compile(r"\bw/(?!o\b)")
_TLDR = re.compile(r"\btl\s?[;:,]\s?dr\b", re.IGNORECASE)
_AKA = re.compile(r"\ba\.\s?k\.\s?a\b\.?", re.IGNORECASE)

_ONE_ON_ONE = re.compile(r"(?<![\w-])1(?::| ?on ?|-on-)1s?\b", re.IGNORECASE)

_AS_BEFORE = 0.97
"""How surely a question that follows an answer means its levels."""

_PRONOUNS = frozenset(
    "it its that this there they their theirs them he she him her his hers one".split()
)


def with_levels_before(reading: Reading, refs: Sequence[str]) -> Reading:
    """The reading with levels answered before put where a follow-up leaves them out."""
    pieces = list(reading.sentence.pieces)
    held = [Piece(LEVEL, "", -1, -1) for _ in refs]
    of_part = {
        i
        for each in reading.attributes
        for i in each.covered
        if pieces[i].word == "one" or each.weight == BY_NAME
    }
    stand_for = (i for i in range(len(pieces)) if i not in of_part and _is_pronoun(pieces, i))
    place = next(stand_for, None)
    named = next((i for i, piece in enumerate(pieces) if piece.stem == LEVEL), None)
    last = named is not None and place is not None and place > named
    if named is not None and place is None:
        pieces = held + pieces
    elif place is not None:
        pieces[place : place + 1] = held
    else:
        pieces = pieces + held
    sentence = Sentence(reading.tags, pieces)
    return replace(
        reading,
        sentence=sentence,
        attributes=reading.index.attributes.find(sentence),
        before=tuple(Mention((ref,), _AS_BEFORE) for ref in refs),
        before_last=last,
        in_place=place is not None,
    )


def with_levels_at(reading: Reading, refs: Sequence[str], places: Sequence[int]) -> Reading:
    """The reading with levels answered before in the places of the words that stand for them."""
    pieces = list(reading.sentence.pieces)
    for place in places:
        pieces[place] = Piece(LEVEL, "", -1, -1)
    sentence = Sentence(reading.tags, pieces)
    return replace(
        reading,
        sentence=sentence,
        attributes=reading.index.attributes.find(sentence),
        before=tuple(Mention((ref,), _AS_BEFORE) for ref in refs),
    )


_BESIDE = frozenset("next previous other before after above below up down higher lower".split())
"""Words beside which "one" is a level near the one that was answered: "the one before it"."""


def _is_pronoun(pieces: list[Piece], place: int) -> bool:
    """Whether a word stands for the levels answered before."""
    word = pieces[place].word
    beside = {
        piece.word for piece in (*pieces[max(0, place - 1) : place], *pieces[place + 1 :][:1])
    }
    if word != "one":
        return word in _PRONOUNS
    counts = any(piece.word in LEVEL_WORDS for piece in pieces[place + 1 : place + 2])
    return not (counts or beside & _BESIDE)
