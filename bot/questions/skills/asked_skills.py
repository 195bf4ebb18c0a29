"""The lines of the cards that answer a question about a skill."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from bot.questions.index import Index
from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.english import SENIORITY
from bot.questions.language.patterns import pattern
from bot.questions.language.talk import INCIDENT, TOOLS
from bot.questions.lazily import worked_out
from bot.questions.question import Intent, Question, Skill, SkillLine
from bot.questions.reading import Reading
from bot.questions.skills.named_skills import named_skill
from bot.questions.skills.other_jobs import asks_for_other_job, is_amount, says_enough
from bot.questions.skills.skill_frames import LEVEL_SAID, SkillAsked, skill_asked
from bot.questions.skills.skill_words import (
    alternatives,
    behind_frame,
    is_of_thing,
    is_part_of_thing,
    is_unknown,
    names_other,
    narrowed_to_skills,
    said_before,
    skill_words,
    whole_line,
)
from bot.questions.tagging.sentence import Piece, Sentence
from bot.questions.tagging.tags import Kind, has_kind
from bot.questions.texts.skill_index import NEAR_FROM, Match

_SURE = 0.9
_SURE_NAMED = 0.8
"""Where its words are those of skills, but no words ask for one."""
_ALL = 0.95
_SURE_ALONE = 0.72
"""Where nothing but the skill is said: "kubernetes"."""
_ALONE_FROM = 0.6
"""The share of a line that a question must say when nothing shows that it asks for a skill."""


def skill_of(
    index: Index,
    asked: Sequence[str],
    refs: Sequence[str],
    also: Sequence[str] = (),
    said: str = "",
) -> Skill:
    """The lines that list a skill, for levels that are named; their nearest where they do not."""
    skill = SkillAsked(tuple(asked), tuple(also), said, frozenset(), framed=True)
    return skill_found(index, skill, index.skills.find(asked, also, said=said), refs)


def skill_found(
    index: Index, asked: SkillAsked, matches: Sequence[Match], refs: Sequence[str]
) -> Skill:
    """As `skill_of`, where the lines that list the skill are known."""
    wanted = frozenset(refs)
    here = [match for match in matches if any(ref in wanted for ref, _ in match.places)]
    families = {ref.partition("/")[0] for ref in refs}
    return Skill(
        asked=index.skills.as_written(asked.said or " ".join(asked.words), matches),
        wording=(here or matches)[0].text if matches else None,
        lines=lines_of(index, matches, families),
        nearest=() if here else _nearest(index, asked, wanted),
    )


def lines_of(
    index: Index, matches: Sequence[Match], families: Collection[str] | None = None
) -> tuple[SkillLine, ...]:
    """The lines that list a skill, of `families` or of all.

    What a level means counts where no section of any card lists it.
    """
    sections = index.ladder.sections
    listed = any(part in sections for match in matches for _, part in match.places)
    return tuple(
        SkillLine(ref, part, match.text)
        for match in matches
        for ref, part in match.places
        if (part in sections or not listed)
        and (families is None or ref.partition("/")[0] in families)
    )


def _nearest(index: Index, asked: SkillAsked, refs: Collection[str]) -> tuple[SkillLine, ...]:
    """The best line of each level named that has some of the words."""
    found: dict[str, SkillLine] = {}
    for match in index.skills.find(asked.words, asked.also, at_least=NEAR_FROM):
        for ref, part in match.places:
            if ref in refs and part in index.ladder.sections:
                found.setdefault(ref, SkillLine(ref, part, match.text))
    return tuple(found.values())


@dataclass(frozen=True)
class SoughtSkill:
    """The skill that a question may ask of anyone; looked for once, when a rule first asks."""

    reading: Reading

    @worked_out
    def found(self) -> tuple[SkillAsked, Sequence[Match]] | None:
        """Its words, and the lines that list it; None where something else is asked."""
        reading = self.reading
        asked = skill_asked(reading.sentence, reading.index.skills)
        if asked is None or _asks_other(reading, asked):
            return None
        if not asked.framed and SENIORITY.issuperset(asked.words):
            return None  # "intern in machine learning" names no level, and no skill
        return _found(reading, asked)


def skill_without_level(
    sought: SoughtSkill, word_for_word: bool = False, plainly: bool = False
) -> Question | None:
    """Who needs a skill: the levels whose card lists it.

    None when nothing shows that a skill is asked; with `word_for_word` also when no line says
    just what is asked, with `plainly` when not all of it is said or no words ask who needs it.
    """
    reading = sought.reading
    if sought.found is None or (reading.sentence.levels and reading.sentence.find(_ASKS_HOW)):
        return None
    if _is_of_no_level(reading):
        return None
    asked, matches = sought.found
    whole = bool(matches) and asked.framed and _is_line(matches[0])
    if (word_for_word and not whole) or (plainly and not _is_plain(reading, asked, matches)):
        return None
    if not matches:
        return _not_listed(reading, asked)
    clear = matches[0].asked >= _ALL and bool(skill_words(reading, asked))
    clear = clear and says_enough(asked, matches[0], reading.index.skills)
    if _is_unasked(reading, asked, matches[0], clear):
        return None
    sure = _SURE if asked.framed else _SURE_NAMED if clear else _SURE_ALONE
    family = reading.family or reading.context.family
    return _who_needs(reading, asked.said, matches, sure, family)


def _is_of_no_level(reading: Reading) -> bool:
    """Whether it is asked of a level that its family does not have: "an M1 data scientist"."""
    if reading.sentence.levels:
        return False
    return any(run.families and run.some(Kind.CODE) for run in reading.runs)


def _found(reading: Reading, asked: SkillAsked) -> tuple[SkillAsked, Sequence[Match]]:
    """The lines that have the words, or else the names among them, or a line said within them."""
    matches = reading.skill_lines(asked.words, asked.also, asked.said)
    for fewer_words in (alternatives, narrowed_to_skills, named_skill, behind_frame, whole_line):
        if asked.framed and not matches and (fewer := fewer_words(reading, asked)):
            if is_part_of_thing(reading, asked, fewer):
                break
            asked = fewer
            matches = reading.skill_lines(asked.words, asked.also, asked.said)
    return asked, matches


def _is_plain(reading: Reading, asked: SkillAsked, matches: Sequence[Match]) -> bool:
    """Whether all of a skill's words are said, and asked for."""
    if not matches or not asked.framed or matches[0].asked < _ALL:
        return False
    of_level = len(asked.words) > 1 and not LEVEL_SAID.isdisjoint(reading.words)
    return _is_line(matches[0]) or of_level or bool(skill_words(reading, asked))


def _is_unasked(reading: Reading, asked: SkillAsked, best: Match, clear: bool) -> bool:
    """Whether a line has the words, and yet nothing shows that a skill is asked for."""
    if asks_for_other_job(reading, asked, best) or is_of_thing(reading, asked):
        return True
    if LEVEL_SAID.isdisjoint(reading.words) and reading.sentence.find(_IS_BROKEN):
        return True
    if asked.framed:
        return False
    said = reading.words
    if any(
        each in _CHOICE and {before, after} <= {*asked.words}
        for before, each, after in zip(said, said[1:], said[2:], strict=False)
    ):
        return True  # "tableau or looker?"
    if any(each.weight > 1 and each.attribute in _NO_SKILLS for each in reading.attributes):
        return True  # "intern pay"
    other = reading.sentence.find(_OTHER_USE) is not None
    return other or not (clear or _says_nothing_else(reading, asked, best))


def asks_for_one_level(reading: Reading) -> bool:
    """Whether the one level of something is asked for, and no list: "at which grade is Vim"."""
    return not _ONE_LEVEL.isdisjoint(pairwise(reading.words))


def who_needs_told(story: Reading, asked: SkillAsked) -> Question | None:
    """Who needs a skill that a story names, and that its end only asks for by "it"."""
    matches = story.skill_lines(asked.words, asked.also, asked.said)
    family = story.family or story.context.family
    return _who_needs(story, asked.said, matches, _SURE, family) if matches else None


def skill_of_people(reading: Reading) -> Question | None:
    """A skill asked for as if of people, who are those of a level: "list everybody who needs SQL".

    None where people may be meant in earnest.
    """
    worded = has_kind(Kind.SKILL, reading.tags)
    asks = worded or reading.sentence.find(_WHO_NEEDS) or not LEVEL_SAID.isdisjoint(reading.words)
    if not asks or reading.sentence.levels or reading.sentence.find(_FOR_ONESELF):
        return None
    return skill_without_level(SoughtSkill(reading), plainly=True)


def skill_of_kind(reading: Reading) -> Question | None:
    """A skill asked for of a kind of level that many are: "which managers need budgeting?".

    Also of those on one side of a level: "anyone below senior supposed to know Kubernetes?".
    """
    pieces = reading.sentence.pieces
    places = reading.sentence.levels
    if len(places) != 1 or not places[0]:
        return None
    before = pieces[places[0] - 1].word
    if before not in _BEFORE_KIND:
        return None
    run = reading.runs[pieces[places[0]].run or 0]
    one = run.families or any(run.some(kind) for kind in (Kind.CODE, Kind.GRADE, Kind.TITLE))
    side = before in _SIDES and pieces[max(0, places[0] - 2)].word not in _NEXT
    if not side and (one or before in _SIDES):
        return None
    kind = Piece("level", "level", pieces[places[0]].tag)
    any_level = [*pieces[: places[0]], kind, *pieces[places[0] + 1 :]]
    of_kind = replace(reading, sentence=Sentence(reading.tags, any_level))
    return skill_without_level(SoughtSkill(of_kind), plainly=True)


def who_else(reading: Reading, said: str) -> Question | None:
    """Who needs a skill that was asked about before, in the words of that question."""
    asked, also = said_before(said)
    matches = reading.index.skills.find(asked, also, said=said)
    return _who_needs(reading, said, matches, _SURE, reading.family) if matches else None


def _who_needs(
    reading: Reading, said: str, matches: Sequence[Match], sure: float, family: str | None
) -> Question:
    """The levels that list a skill: of a family, if any of it does, else of all."""
    index, lines = reading.index, lines_of(reading.index, matches)
    chosen = [line for line in lines if line.ref.partition("/")[0] == family] or list(lines)
    shown = index.skills.as_written(said, matches)
    found = Skill(shown, matches[0].text, tuple(_lowest_first(chosen, index)))
    return Question(reading.text, Intent.SKILL, sure, family=reading.family, skill=found)


_CHOICE = frozenset(["or", "vs", "versus"])
_NO_SKILLS = frozenset(["pay", "soc", "titles"])
"""Parts of every card in which no skill stands."""
_SIDES = frozenset("below above under beneath".split())
"""Words before a level that is only the end of those that are meant."""
_BEFORE_KIND = _SIDES | {"which", "what"}
_NEXT = frozenset("one two level step rung grade band".split())
"""Words before these of a single level: "which level is one below director"."""
_FOR_ONESELF = pattern("(can|could|would|will|wants to|help) * (me|us|my|our|mine)")
_WHO_NEEDS = pattern("who (need|needs|require|must|should|has to|have to|know|knows|use|uses)")
_ASKS_HOW = pattern(
    "(how|why) * (do|does|did|would|will|should|can|could|is|are) (a|an|the|our|we|they)?"
)
_IS_BROKEN = pattern(
    "(is|are|was|were|keeps|keep) (down|slow|stuck|gone|flaky|offline|dead|broken|failing|crashing|acting)"
)
"""What is said of a tool that somebody has to mend: "our figma is down, who do I ping"."""
_OTHER_USE = pattern(
    """
    how (do|does|did|to|can|could|would|should|is|are)
    (what|why|when|where) (is|are|was|were|does|do|did|s)
    (better|worse|faster|easier) than
    (learn|explain|teach|install|fix|debug|write|build|use|broken|failing|error|tutorial|course|vs)
    (is|are|was|were) (down|slow|stuck|gone|up|red|flaky|late|live|out|empty|dead|back)
    (my|your|his|her)
    """
)
_NEED_SAID = frozenset(
    "needs need require requires required list lists mention mentions use uses know "
    "knows ask asks needed listed mentioned expected care cares skill skills requirement".split()
)


def _asks_other(reading: Reading, asked: SkillAsked) -> bool:
    """Whether something else is asked: of another company, or "who invented deep learning?"."""
    (word, *more) = asked.words
    tool = word in TOOLS or word in reading.index.skills.names
    past = not more and word.endswith("ed") and not tool
    return past or names_other(reading, asked)


def _is_line(best: Match) -> bool:
    return best.asked >= _ALL and best.said >= _ALONE_FROM


def _not_listed(reading: Reading, asked: SkillAsked) -> Question | None:
    """A skill that no card lists, where levels or cards are plainly asked for it."""
    if not asked.framed or set(asked.words) & INCIDENT or is_amount(reading.tags):
        return None
    if any(map(is_of_other_topic, asked.words)):
        return None
    of_level = TOOLS.issuperset(asked.words) and not _LISTS_OR_LEVEL.isdisjoint(reading.words)
    if not of_level and not _speaks_of_levels(reading):
        return None
    names_tool = all(word in TOOLS or is_unknown(reading, word) for word in asked.words)
    titled = any(run.some(Kind.TERM) or run.some(Kind.ROLE) for run in reading.runs)
    if not names_tool or titled or len(asked.words) > _MOST_WORDS:
        return None
    return Question(
        reading.text, Intent.SKILL, 0.7, family=reading.family, skill=Skill(asked.said, None, ())
    )


_MOST_WORDS = 4
_LISTED_SAID = frozenset(
    "list lists listed mention mentioned mentions appear appears show shows supposed expect "
    "expected".split()
)
"""Words that ask for a tool's place on the ladder: "where does cobol show up"."""
_LISTS_OR_LEVEL = _LISTED_SAID | LEVEL_SAID
_HOLDS = frozenset("has have contain contains say says include includes".split())
_ONE_LEVEL = frozenset(product(["which", "what"], "level grade rung card lvl".split()))
_WHO_OR_LEVEL = LEVEL_SAID | frozenset(
    "who anyone anybody someone somebody anywhere nowhere".split()
)


def _speaks_of_levels(reading: Reading) -> bool:
    said = set(reading.words)
    on_card = bool(said & _HOLDS) and bool(said & {"card", "cards"})
    return on_card or (bool(_NEED_SAID & said) and not _WHO_OR_LEVEL.isdisjoint(said))


def _says_nothing_else(reading: Reading, asked: SkillAsked, best: Match) -> bool:
    """Whether the question is hardly more than the line itself."""
    if any(run.families or run.some(Kind.CODE) for run in reading.runs):
        return False  # it may be meant for a title
    named = len(asked.words) + len(asked.also)
    return best.said >= _ALONE_FROM and best.asked >= 0.95 and len(reading.words) <= named + 2


def _lowest_first(lines: Iterable[SkillLine], index: Index) -> Iterator[SkillLine]:
    """The lines by level: the default family first, then in the ladder's order; best line first."""
    ladder = index.ladder
    families = dict.fromkeys([ladder.default_family, *ladder.families])
    place = {each: number for number, each in enumerate(families)}
    order = {code: number for number, code in enumerate(ladder.levels)}

    def level(line: SkillLine) -> tuple[int, int]:
        family, _, code = line.ref.partition("/")
        return place[family], order[code]

    yield from sorted(lines, key=level)
