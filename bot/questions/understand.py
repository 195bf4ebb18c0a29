"""From the words of a question to the levels that it names, or honest doubt."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.questions.english import (
    BROWSE_VERBS,
    BROWSE_WORDS,
    GREETINGS,
    HELP_PHRASES,
    HELP_WORDS,
    ROMAN_NUMERALS,
)
from bot.questions.lexicon import Lexicon, Signature
from bot.questions.question import Context, Intent, Mention, Question
from bot.questions.tags import Kind, Tag, tag
from bot.questions.words import plain, words, words_and_breaks

ANSWER_FROM = 0.6
"""The confidence from which a question is answered; below it the bot asks back."""

MOST_LEVELS = 4
"""As many levels as one question may name and be answered (contract: compare, two to four)."""

_CERTAIN = 0.99
_CODE = 0.97
_TITLE = 0.97
_TERM_WITH_ROLE = 0.85
_TERM_ALONE = 0.8
_FAMILY_ALONE = 0.85
_PER_EDIT = 0.03
_PER_UNKNOWN_WORD = 0.93
_FOREIGN = 0.5
"""An unknown word beside a bare code or around a title: "P1 bug", "senior engineer at Acme"."""

_TITLE_KINDS = frozenset({Kind.CODE, Kind.TITLE, Kind.FAMILY, Kind.TERM, Kind.GRADE, Kind.ROLE})
_INSIDE = frozenset({Kind.CONNECTOR, Kind.LEVEL_WORD, Kind.BREAK})
_BEFORE_GRADE = frozenset(
    {Kind.FAMILY, Kind.TITLE, Kind.TERM, Kind.ROLE, Kind.LEVEL_WORD, Kind.GRADE}
)
_JOINS = frozenset({Kind.SEPARATOR, Kind.CONNECTOR})


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighboring words that speak of one title or code."""

    tags: tuple[Tag, ...]
    joined: bool
    """Only words such as "vs" or "and" part it from the run before it."""
    foreign: bool
    """An unknown word stands right before it, or after it behind a word such as "at"."""

    def some(self, kind: Kind) -> list[Tag]:
        return [tag for tag in self.tags if tag.kind is kind]

    @property
    def families(self) -> frozenset[str]:
        """The family ids that its words name; those that all of them agree on, if any."""
        named = [tag.families for tag in self.some(Kind.FAMILY) or self.some(Kind.TITLE)]
        shared = frozenset.intersection(*named) if named else frozenset()
        return shared or frozenset().union(*named)

    @property
    def signature(self) -> Signature:
        return frozenset().union(*(tag.signature for tag in self.tags if tag not in self.counts))

    @property
    def counts(self) -> list[Tag]:
        """Numbers that count something: "3 data scientists", "machine learning in 2 days".

        A number is a grade only right behind a title's word, or alone ("software III vs 4").
        """
        if len(self.tags) == 1:
            return []
        before = (None, *(tag.kind for tag in self.tags))
        return [
            tag
            for kind, tag in zip(before, self.tags, strict=False)
            if tag.kind is Kind.GRADE
            and tag.text not in ROMAN_NUMERALS
            and kind not in _BEFORE_GRADE
        ]

    @property
    def chooses(self) -> bool:
        """Whether its words choose a level, given a family."""
        return bool(self.signature or self.some(Kind.CODE) or self.some(Kind.TITLE))

    @property
    def edits(self) -> int:
        return sum(tag.edits for tag in self.tags)


def understand(text: str, lexicon: Lexicon, context: Context) -> Question:
    """What `text` asks of the lexicon's ladder. Pure; never raises, whatever the text."""
    ref = text.strip().strip("`")
    if card := lexicon.ladder.card(ref):
        return Question(text, Intent.CARD, _CERTAIN, (card.ref,), card.family_id)
    asked = words(plain(text))
    if not asked or _asks_help(asked):
        return Question(text, Intent.HELP, 0.95 if asked else 0.9)
    tags = tag(words_and_breaks(plain(text)), lexicon)
    runs = list(_runs(tags))
    family = _named_family(runs)
    unknown_words = sum(tag.kind is Kind.OTHER for tag in tags)
    mentions = _Mentions(lexicon, context, runs, unknown_words).read()
    if mentions:
        return _about_levels(text, mentions, family)
    if family and not any(run.chooses for run in runs):
        return _about_family(text, family, unknown_words, lexicon)
    if not unknown_words and _asks_browse(asked):
        return Question(text, Intent.BROWSE, 0.9)
    codes = [tag.code for run in runs for tag in run.some(Kind.CODE)]
    no_such = codes[0] if codes else _like_a_code(tags, lexicon)
    near = _elsewhere(codes, lexicon)
    return Question(text, Intent.UNKNOWN, 0.3, family=family, near=near, no_such=no_such)


def _asks_help(asked: list[str]) -> bool:
    sentence = " ".join(asked)
    if set(asked) <= GREETINGS | HELP_WORDS:
        return True
    return any(phrase in sentence for phrase in HELP_PHRASES) and len(asked) <= 10


def _asks_browse(asked: list[str]) -> bool:
    said = set(asked)
    if said & {"ladder", "levels", "families", "tracks"} and len(said) <= 3:
        return True
    plural = said & (BROWSE_WORDS - {"level", "family"})
    return bool(plural and said & BROWSE_VERBS) or ("every" in said and bool(said & BROWSE_WORDS))


def _runs(tags: list[Tag]) -> Iterator[_Run]:
    """The stretches of a question that speak of a title or a code."""
    start = last = 0
    while start < len(tags):
        if tags[start].kind not in _TITLE_KINDS:
            start += 1
            continue
        end = start + 1
        for index in range(start + 1, len(tags)):
            if tags[index].kind in _TITLE_KINDS:
                end = index + 1
            elif tags[index].kind not in _INSIDE:
                break
        between = {tag.kind for tag in tags[last:start]}
        joined = last > 0 and between <= _JOINS and Kind.SEPARATOR in between
        yield _Run(tuple(tags[start:end]), joined, _foreign(tags, start, end))
        start = last = end


def _foreign(tags: list[Tag], start: int, end: int) -> bool:
    before = start > 0 and tags[start - 1].kind is Kind.OTHER
    after = end < len(tags) and tags[end].kind is Kind.OTHER
    behind = (
        end + 1 < len(tags)
        and tags[end].kind is Kind.CONNECTOR
        and tags[end + 1].kind is Kind.OTHER
    )
    return before or after or behind


def _named_family(runs: list[_Run]) -> str | None:
    named = frozenset().union(*(run.families for run in runs))
    return next(iter(named)) if len(named) == 1 else None


class _Mentions:
    """Reads the levels out of the runs of one question."""

    def __init__(
        self, lexicon: Lexicon, context: Context, runs: list[_Run], unknown_words: int
    ) -> None:
        self.lexicon = lexicon
        self.context = context
        self.runs = runs
        self.unknown_words = unknown_words

    def read(self) -> list[Mention]:
        """The levels named, in order. Bare words ("lead") count only when nothing else does."""
        strong = [self._strong(index) for index in range(len(self.runs))]
        mentions: list[Mention] = []
        for index, run in enumerate(self.runs):
            if strong[index]:
                mentions.extend(self._mentions(run, self._families(index)))
        if any(strong):
            return mentions
        for index, run in enumerate(self.runs):
            if run.signature and not self.unknown_words:
                mentions.extend(self._bare(run, self._families(index)))
        return mentions

    def _strong(self, index: int) -> bool:
        """Whether a run names a level by itself: a code, a title, a family with grade or term."""
        run = self.runs[index]
        if run.some(Kind.CODE) or run.some(Kind.TITLE):
            return True
        if not run.signature:
            return False
        return bool(run.some(Kind.FAMILY)) or self._shares_family(index)

    def _shares_family(self, index: int) -> bool:
        """Whether a run without a family takes that of a run joined to it: software III vs IV."""
        joined = [self.runs[index - 1]] if self.runs[index].joined else []
        if index + 1 < len(self.runs) and self.runs[index + 1].joined:
            joined.append(self.runs[index + 1])
        return any(run.families and run.chooses for run in joined)

    def _families(self, index: int) -> frozenset[str]:
        """The families a run speaks of: its own, its neighbors', or none."""
        order = [self.runs[index], *reversed(self.runs[:index]), *self.runs[index + 1 :]]
        return next((run.families for run in order if run.families), frozenset())

    def _mentions(self, run: _Run, families: frozenset[str]) -> Iterator[Mention]:
        codes = [tag.code for tag in run.some(Kind.CODE)]
        for code in codes:
            yield from self._coded(run, code, families)
        if codes:
            return
        titles = run.some(Kind.TITLE)
        refs = self._with_signature(run.signature, families)
        if titles and {tag.signature for tag in titles} == {run.signature}:
            for title in titles:
                yield Mention(self._preferred(title.refs, families), self._confidence(_TITLE, run))
        elif refs:
            yield Mention(refs, self._confidence(_TITLE, run))
        elif doubtful := self._part_by_part(run.signature, families):
            yield Mention(doubtful, _FOREIGN)

    def _coded(self, run: _Run, code: str, families: frozenset[str]) -> Iterator[Mention]:
        title_refs = frozenset().union(*(tag.refs for tag in run.some(Kind.TITLE)))
        families = families or frozenset(ref.partition("/")[0] for ref in title_refs)
        refs = tuple(f"{family}/{code}" for family in self._choose(families, code))
        if not refs:
            return
        claimed = set(title_refs)
        if run.families and run.signature:
            claimed |= set(self._with_signature(run.signature, families))
        if claimed and not claimed & set(refs):  # "P3 Machine Learning II" says two things
            yield Mention((*refs, *sorted(claimed)), 0.5)
            return
        certain = _CERTAIN if families else _CODE
        confidence = self._confidence(certain, run)
        if self.unknown_words and not families:  # "P1 bug": the code may be another thing's
            confidence = min(confidence, _FOREIGN)
        yield Mention(refs, confidence)

    def _bare(self, run: _Run, families: frozenset[str]) -> Iterator[Mention]:
        """A term without a family ("a senior engineer", "staff"); never a grade alone."""
        if not run.some(Kind.TERM):
            return
        refs = self._with_signature(run.signature, families)
        if refs:
            certain = _TERM_WITH_ROLE if run.some(Kind.ROLE) else _TERM_ALONE
            yield Mention(refs, self._confidence(certain, run))

    def _with_signature(self, signature: Signature, families: frozenset[str]) -> tuple[str, ...]:
        refs: list[str] = []
        for family in sorted(families) or self._assumed():
            codes = self.lexicon.levels_for(signature, family)
            refs.extend(f"{family}/{code}" for code in sorted(codes))
        return tuple(refs)

    def _part_by_part(self, signature: Signature, families: frozenset[str]) -> tuple[str, ...]:
        """What the parts of a contradictory title mean alone: "Senior Machine Learning II"."""
        refs = (
            ref
            for part in sorted(signature)
            for ref in self._with_signature(frozenset({part}), families)
        )
        return tuple(dict.fromkeys(refs))

    def _choose(self, families: frozenset[str], code: str) -> list[str]:
        """The families for a code: those named, else the assumed one, else all that have it."""
        known = self.lexicon.ladder.families
        if families:
            return [family for family in sorted(families) if code in known[family].cards]
        assumed = [family for family in self._assumed() if code in known[family].cards]
        return assumed or [family.id for family in known.values() if code in family.cards]

    def _preferred(self, refs: frozenset[str], families: frozenset[str]) -> tuple[str, ...]:
        """Of several cards with one title, those of the family that is named or assumed."""
        for wanted in (families, frozenset(self._assumed())):
            narrowed = sorted(ref for ref in refs if ref.partition("/")[0] in wanted)
            if narrowed:
                return tuple(narrowed)
        return tuple(sorted(refs))

    def _assumed(self) -> list[str]:
        ladder = self.lexicon.ladder
        family = self.context.family or ladder.default_family
        return [family] if family and family in ladder.families else list(ladder.families)

    def _confidence(self, certain: float, run: _Run) -> float:
        confidence = certain - _PER_EDIT * run.edits
        confidence *= _PER_UNKNOWN_WORD**self.unknown_words
        return min(confidence, _FOREIGN) if run.foreign else confidence


def _about_levels(text: str, mentions: list[Mention], family: str | None) -> Question:
    refs = tuple(dict.fromkeys(ref for mention in mentions for ref in mention.refs))
    confidence = min(mention.confidence for mention in mentions)
    question = Question(text, Intent.CARD, round(confidence, 2), refs, family)
    if confidence >= ANSWER_FROM and len(mentions) <= MOST_LEVELS:
        return question
    return replace(question, intent=Intent.UNKNOWN, refs=(), near=refs)


def _about_family(text: str, family: str, unknown_words: int, lexicon: Lexicon) -> Question:
    """A family without a level: its levels, unless words are there that we don't know."""
    refs = tuple(card.ref for card in lexicon.ladder.families[family].cards.values())
    if unknown_words:
        return Question(text, Intent.UNKNOWN, 0.4, family=family)
    return Question(text, Intent.BROWSE, _FAMILY_ALONE, refs, family)


def _elsewhere(codes: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The cards of other families for a code that the family asked about does not have."""
    return tuple(
        f"{family.id}/{code}"
        for code in codes
        for family in lexicon.ladder.families.values()
        if code in family.cards
    )


def _like_a_code(tags: list[Tag], lexicon: Lexicon) -> str | None:
    """A level written as this ladder writes codes, but with a number that it does not have: P9."""
    letters = {code.rstrip("0123456789") for code in lexicon.codes}
    for first, second in pairwise(tags):
        if first.text in letters - {""} and second.kind is Kind.GRADE and second.text.isdigit():
            return f"{first.text}{second.text}".upper()
    return None
