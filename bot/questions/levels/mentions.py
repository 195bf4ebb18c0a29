"""Reads the levels out of the runs of one question, with how sure each is."""

from collections.abc import Iterable

from bot.questions.language.english import (
    INDEFINITE,
    LEVEL_WORDS,
    NUMBER_WORDS,
    PLAINLY_ASKING,
    ROMAN_NUMERALS,
)
from bot.questions.lazily import worked_out
from bot.questions.levels.doubts import FOREIGN, Doubts
from bot.questions.levels.goals import is_goal, is_lone_grade, numbers_other
from bot.questions.levels.surroundings import may_cast_doubt
from bot.questions.question import Context, Mention
from bot.questions.tagging.runs import TITLE_KINDS, Run
from bot.questions.tagging.tags import Kind, Tag
from bot.questions.vocabulary.lexicon import Lexicon, Signature

CERTAIN = 0.99
_CODE = 0.97
_TITLE = 0.97
_TERM_WITH_ROLE = 0.85
_TERM_ALONE = 0.8
FAMILY_ALONE = 0.85
_PER_EDIT = 0.03
_MOST_FAMILIES = 12
"""Families among which a word is looked for that the assumed one does not have."""
VERB_NEXT = frozenset("to can could must should will would i we you they may might do does".split())
"""Words before a verb."""
_VERBS_OF_TERMS = frozenset("mean means stand entail involve imply".split())
"""Verbs behind a word that is then none: "what does director mean for an engineer"."""
_COUNTED_OFF = frozenset(["step", "tier", "code", "levels", "grades"])
"""Words whose number is as well that of another thing: "step 3", "tier 2", "levels 3"."""


def plainly_asked(tags: list[Tag], also: frozenset[str] = frozenset()) -> bool:
    """Whether nothing but a plain question's words, and `also`, stand beside titles."""
    beside = [tag.text for tag in tags if tag.kind not in _OF_TITLES]
    return also.issuperset([word for word in beside if word not in PLAINLY_ASKING])


_OF_TITLES = TITLE_KINDS | {Kind.BREAK}


def _doubted(mention: Mention) -> Mention:
    return mention._replace(confidence=min(mention.confidence, FOREIGN))


def is_numbered(tags: list[Tag], run: Run) -> bool:
    """Whether a grade stands alone where only a level has one: "level five", "a III"; "VI"."""
    if [tag.kind for tag in run.tags] != [Kind.GRADE]:
        return False
    before = tags[run.first - 1] if run.first else None
    if before and before.kind is Kind.LEVEL_WORD:
        return before.text not in _COUNTED_OFF
    letters = run.tags[0].text in ROMAN_NUMERALS and run.tags[0].text != "i"
    return letters and (before is None or before.text in INDEFINITE or run.joined)


class Mentions:
    """Reads the levels out of the runs of one question.

    With `evident`, other words of the question show that it is about a level: "how independent is
    a senior"; then an unknown word beside it casts less doubt, and a bare word counts as a level.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        context: Context,
        runs: list[Run],
        tags: list[Tag],
        evident: bool = False,
    ) -> None:
        self.lexicon = lexicon
        self.context = context
        self.runs = runs
        self.tags = tags
        self.evident = evident
        self.strong = [
            bool(run.codes or run.titles) or self._strong(index) for index, run in enumerate(runs)
        ]
        """Whether each run names a level by itself."""
        self.doubts = Doubts(tags, evident) if runs and may_cast_doubt(tags) else None
        """What its words cast doubt with, as those of few questions do."""

    @worked_out
    def plainly_asked(self) -> bool:
        """Whether nothing but a plain question's words stand beside titles."""
        return plainly_asked(self.tags, also=LEVEL_WORDS)

    def are_settled(self) -> bool:
        """Whether they are the same whatever else shows that the question is about a level.

        That can only take doubts away, and make levels of words that name none by themselves.
        """
        if False in self.strong or self.doubts is not None:
            return False
        return True not in [run.at_number for run in self.runs]

    def read(self) -> dict[int, list[Mention]]:
        """The levels named by each run, for those that name any, in order.

        Bare words ("lead") count only when nothing else does, or beside it ("P3 or lead").
        """
        if not self.runs:
            return {}
        strong = self.strong
        any_strong = True in strong
        found: dict[int, list[Mention]] = {}
        unread = False
        for index, run in enumerate(self.runs):
            if strong[index]:
                families = run.families or self._families_beside(index)
                mentions = self._mentions(run, families) or self._with_noun(index)
                if denied := run.first > 0 and self.tags[run.first - 1].text == "no":
                    # "we have no senior associates in risk"
                    mentions = [each for each in mentions if each.confidence > FOREIGN]
                unread |= not (mentions or denied)
            elif any_strong and self._stands_for_level(run):
                mentions = []
            elif any_strong and run.joined and run.chooses:
                mentions = self._bare(index) if self.evident else []
                unread |= not mentions
            elif any_strong and self.evident and is_goal(self.tags, run):
                mentions = self._bare(index, goal=True)
            elif not any_strong and (run.quoted or self._bare_may_count()):
                mentions = self._bare(index)
            else:
                mentions = []
            if mentions:
                found[index] = mentions
        if unread and any_strong:
            return {index: [_doubted(each) for each in some] for index, some in found.items()}
        return found

    def possible(self) -> dict[int, list[Mention]]:
        """The levels that bare words may name, whatever else is said."""
        found = {index: self._bare(index) for index in range(len(self.runs))}
        return {index: mentions for index, mentions in found.items() if mentions}

    def _bare_may_count(self) -> bool:
        if self.plainly_asked:
            return True
        named = any(run.families for run in self.runs)
        return self.evident and (named or not self._has_unknown_words())

    def _has_unknown_words(self) -> bool:
        """Whether it has words that nobody knows."""
        return self.doubts is not None and self.doubts.unknown_words > 0

    def _strong(self, index: int) -> bool:
        """Whether a run of no code and no title does: a family with grade or term."""
        run = self.runs[index]
        if not run.signature or (run.idle and not self._is_title(run)):
            return False
        return run.has(Kind.FAMILY) or self._shares_family(index)

    def _is_title(self, run: Run) -> bool:
        """Whether "developing software" is asked for as a title, and not said as a verb."""
        return self.plainly_asked and not run.some(Kind.CONNECTOR)

    def _shares_family(self, index: int) -> bool:
        """Whether a run without a family takes that of a run joined to it: software III vs IV."""
        first, last = index, index
        while first > 0 and self.runs[first].joined:
            first -= 1
        while last + 1 < len(self.runs) and self.runs[last + 1].joined:
            last += 1
        lone = is_lone_grade(self.tags, self.runs[index])
        if self.runs[index].stands_in or lone:
            first, last = 0, len(self.runs) - 1
        others = self.runs[first:index] + self.runs[index + 1 : last + 1]
        # "does the scope of a DS change between IV and V": no number that counts
        roman = lone and self.runs[index].tags[-1].text in ROMAN_NUMERALS
        letters = roman and not numbers_other(self.tags)
        return any(run.families and (run.chooses or letters) for run in others)

    def _families_beside(self, index: int) -> frozenset[str]:
        """The families that a run speaks of which has none of its own: its neighbors', or none."""
        order = (*reversed(self.runs[:index]), *self.runs[index + 1 :])
        return next((run.families for run in order if run.families), frozenset())

    def _mentions(self, run: Run, families: frozenset[str]) -> list[Mention]:
        if codes := run.codes:
            coded = [self._coded(run, tag.code, families) for tag in codes]
            if any(coded) or not any(tag.signature for tag in codes):
                return [mention for mention in coded if mention]
        if run.titled:
            sure = self._confidence(_TITLE, run)
            return [Mention(self._preferred(title.refs, families), sure) for title in run.titles]
        if refs := self._with_signature(run.signature, families):
            return [Mention(refs, self._confidence(_TITLE, run))]
        doubtful = self._part_by_part(run.signature, families)
        return [Mention(doubtful, FOREIGN)] if doubtful else []

    def _with_noun(self, index: int) -> list[Mention]:
        """The level of "the senior one", with the noun of the title beside it."""
        run = self.runs[index]
        others = (*reversed(self.runs[:index]), *self.runs[index + 1 :])
        titled = next((each for each in others if each.titles), None)
        if titled is None or run.families or not run.has(Kind.TERM):
            return []
        whole = run.signature | (titled.signature - self.lexicon.ranks)
        refs = self._with_signature(whole, titled.families)
        return [Mention(refs, self._confidence(_TERM_WITH_ROLE, run))] if refs else []

    def _coded(self, run: Run, code: str, families: frozenset[str]) -> Mention | None:
        title_refs = frozenset().union(*[tag.refs for tag in run.titles])
        families = families or frozenset([ref.partition("/")[0] for ref in title_refs])
        refs = self._of_code(families, code)
        if not refs:
            return None
        claimed = title_refs.union(self._with_signature(run.signature, families))
        if claimed and not claimed & set(refs) and not self._belongs(run, code, refs):
            # "P3 Machine Learning II" says two things
            return Mention((*refs, *sorted(claimed)), 0.5)
        certain = CERTAIN if families else _CODE
        confidence = self._confidence(certain, run)
        if not run.families and any(
            tag.text not in NUMBER_WORDS for tag in run.some(Kind.GRADE)
        ):  # "P2-3", "P2/3", but "one P2 and two P3"
            confidence = min(confidence, FOREIGN)
        if not families and not self.evident and self._has_unknown_words():  # "P1 bug"
            confidence = min(confidence, FOREIGN)
        return Mention(refs, confidence)

    def _belongs(self, run: Run, code: str, refs: Iterable[str]) -> bool:
        """Whether all its words are among those of a title of that level: "the M2 manager"."""
        if run.some(Kind.CONNECTOR):
            return False  # "is my manager an M2"
        families = {ref.partition("/")[0] for ref in refs}
        return self.lexicon.is_part(run.signature, code, families)

    def _bare(self, index: int, goal: bool = False) -> list[Mention]:
        """A term without a family ("a senior engineer", "staff").

        A grade alone ("level five") is one only where the question comes with a family.
        """
        run = self.runs[index]
        if not run.has(Kind.TERM) and not (self.context.family and is_numbered(self.tags, run)):
            return []
        verb = not run.quoted and (run.idle or (not goal and self._is_verb(run)))
        if verb or not any(part in self.lexicon.ranks or part[0] == "#" for part in run.signature):
            return []
        families = run.families or self._families_beside(index)
        refs = self._with_signature(run.signature, families)
        certain = _TERM_WITH_ROLE if run.has(Kind.ROLE) or run.quoted else _TERM_ALONE
        return [Mention(refs, self._confidence(certain, run))] if refs else []

    def _stands_for_level(self, run: Run) -> bool:
        """Whether a lone "one" is no grade: "P4 and the one above it"."""
        before = self.tags[run.first - 1].text if run.first else ""
        return [tag.text for tag in run.tags] == ["one"] and before in {"the", "that", "this"}

    def _is_verb(self, run: Run) -> bool:
        """Whether a lone word stands where a verb does: "what it takes to lead"."""
        before = self.tags[run.first - 1].text if run.first else ""
        if is_goal(self.tags, run):
            return False
        said = run.tags[0].said
        if len(said) > 1 or (said and said[0].endswith("s") and said[0] != run.tags[0].text):
            return False  # "what do team leads do", "what do seniors do"
        after = self.tags[run.last + 1].text if run.last + 1 < len(self.tags) else ""
        alone = len(run.tags) == 1 and sum(bool(each.some(Kind.TERM)) for each in self.runs) == 1
        return alone and before in VERB_NEXT and after not in _VERBS_OF_TERMS

    def _with_signature(self, signature: Signature, families: frozenset[str]) -> tuple[str, ...]:
        refs: list[str] = []
        for family in self._meaning(signature, families):
            codes = self.lexicon.levels_for(signature, family)
            refs.extend(f"{family}/{code}" for code in sorted(codes))
        return tuple(refs)

    def _meaning(self, signature: Signature, families: frozenset[str]) -> list[str]:
        """The families asked about in which a signature may mean a level."""
        meant = self.lexicon.families_for(signature)
        if not meant:
            return []
        found = [family for family in sorted(families) or self._assumed() if family in meant]
        if found or families or len(meant) > _MOST_FAMILIES:
            return found
        return sorted(meant)

    def _part_by_part(self, signature: Signature, families: frozenset[str]) -> tuple[str, ...]:
        """What the parts of a contradictory title mean alone: "Senior Machine Learning II"."""
        refs = (
            ref
            for part in sorted(signature)
            for ref in self._with_signature(frozenset({part}), families)
        )
        return tuple(dict.fromkeys(refs))

    def _of_code(self, families: frozenset[str], code: str) -> tuple[str, ...]:
        """The cards for a code: of the families named, else of the assumed one, else of all."""
        every = self.lexicon.by_code.get(code, ())
        if families:
            named = self.lexicon.ladder.families
            return tuple(f"{each}/{code}" for each in sorted(families) if code in named[each].cards)
        ladder = self.lexicon.ladder
        assumed = ladder.families.get(self.context.family or ladder.default_family or "")
        return (f"{assumed.id}/{code}",) if assumed and code in assumed.cards else every

    def _preferred(self, refs: frozenset[str], families: frozenset[str]) -> tuple[str, ...]:
        """Of several cards with one title, those of the family that is named or assumed."""
        if len(refs) == 1:
            return tuple(refs)
        for wanted in (families, frozenset(self._assumed())):
            narrowed = sorted(ref for ref in refs if ref.partition("/")[0] in wanted)
            if narrowed:
                return tuple(narrowed)
        return tuple(sorted(refs))

    def _assumed(self) -> list[str]:
        ladder = self.lexicon.ladder
        family = self.context.family or ladder.default_family
        return [family] if family and family in ladder.families else list(ladder.families)

    def _confidence(self, certain: float, run: Run) -> float:
        confidence = certain - _PER_EDIT * run.edits
        if self.doubts:
            confidence = self.doubts.left(confidence, run)
        # "meet the software engineer at 4"
        other = run.torn or run.doubtful or (run.at_number and not self.evident)
        return min(confidence, FOREIGN) if other else confidence
