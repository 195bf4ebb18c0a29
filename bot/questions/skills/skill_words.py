"""Which words of a skill that is asked for are skills, and which say something else."""

from itertools import pairwise

from bot.questions.language.chatter import is_chatter, is_of_other_topic
from bot.questions.language.common_words import COMMON_WORDS, COMPANIES
from bot.questions.language.english import FILLERS, NUMBER_WORDS
from bot.questions.language.patterns import is_everyday, pattern
from bot.questions.language.stems import stem
from bot.questions.language.talk import FUNCTION_WORDS, INCIDENT, TOOLS
from bot.questions.language.words import words
from bot.questions.levels.mentions import is_numbered
from bot.questions.reading import Reading
from bot.questions.skills.skill_frames import LEVEL_SAID, SkillAsked, names_thing
from bot.questions.tagging.tags import Kind, has_kind


def skill_words(reading: Reading, asked: SkillAsked) -> list[str]:
    """Those of its words that are a tool's, or a card's and not everyday English."""
    return [
        word
        for word in asked.words
        if word in TOOLS
        or (
            (len(word) > 1 or is_name(reading, word))
            and not is_everyday(word)
            and reading.index.skills.knows(word)
            and is_unknown(reading, word)
        )
    ]


def is_name(reading: Reading, word: str) -> bool:
    """Whether it is a tool's name, or one that the cards write as such; no letter of "R&D"."""
    if len(word) > 1 or word not in reading.index.skills.names:
        return word in TOOLS or word in reading.index.skills.names
    letters = [each for each in reading.words if each != "and"]
    return not any(word in pair and len(pair[0] + pair[1]) == 2 for pair in pairwise(letters))


def narrowed_to_skills(reading: Reading, asked: SkillAsked) -> SkillAsked | None:
    """Only the names among its words, where the others say something else."""
    named = tuple(word for word in skill_words(reading, asked) if is_name(reading, word))
    rest = [word for word in asked.words if word not in named]
    if reading.before and not asked.framed:
        return None
    if not named or not rest or not all(map(_says_no_skill, rest)):
        return None
    return asked._replace(words=named, also=(), said=" ".join(named))


def is_of_kind(reading: Reading, fewer: SkillAsked) -> bool:
    """Whether its words only tell of which kind a certain thing is: "a spare docker license"."""
    pieces = reading.sentence.pieces
    places = [at for at, piece in enumerate(pieces) if not {*fewer.words}.isdisjoint(piece.said)]
    return bool(places) and all(names_thing(pieces, at, at) for at in places)


def behind_frame(_: Reading, asked: SkillAsked) -> SkillAsked | None:
    """Only what is said behind the words that ask: "they like to know who writes proposals"."""
    if not asked.behind[1:] and all(map(is_everyday, asked.behind)):
        return None
    said = " ".join(word for word in asked.said.split() if word in asked.behind)
    return asked._replace(words=asked.behind, also=(), said=said, behind=())


def alternatives(reading: Reading, asked: SkillAsked) -> SkillAsked | None:
    """One of two skills of which either is asked for, when a card lists it: "patents or IP"."""
    for said in asked.said.split(" or "):
        parts = said.split()
        words = tuple(word for word in asked.words if word in parts)
        if words and words != asked.words and reading.index.skills.find(words, said=said):
            also = tuple(word for word in asked.also if word in parts)
            return asked._replace(words=words, also=also, said=said)
    return None


def _says_no_skill(word: str) -> bool:
    """Whether a word is everyday English, or a form of one that names no skill: "learning CUDA"."""
    return is_everyday(word) or is_chatter(word) or stem(word) in _NO_SKILL_STEMS


_NO_SKILL_STEMS = frozenset(map(stem, FUNCTION_WORDS))


def said_before(wording: str) -> tuple[list[str], list[str]]:
    """The words of a skill that was answered before: those that count, and its examples'."""
    head, _, examples = wording.partition("(")
    asked = [word for word in words(head) if word not in FUNCTION_WORDS]
    return (asked or words(head)), words(examples)


def whole_line(reading: Reading, asked: SkillAsked) -> SkillAsked | None:
    """Only the words of a line that is said as a whole, where more is said around it.

    "On the hook for headcount planning" is "Headcount planning"; one word alone is no line. Of a
    long line, and of a question in other words, most will do.
    """
    skills = reading.index.skills
    if skills.says_of((*asked.words, *asked.also)) <= 1:
        return None
    for match in skills.find(asked.words, asked.also, _PART_FROM, asked.said, _MOST_FROM):
        met, also = skills.met(asked.words, match), skills.met(asked.also, match)
        most = len(met) >= _MANY and match.said >= _MOST_FROM and match.asked >= _MOSTLY
        whole = match.said >= _WHOLE_FROM and met and len(met) + len(also) > 1
        if (most or whole) and any(
            part in reading.index.ladder.sections for _, part in match.places
        ):
            said = " ".join(each for each in asked.said.split() if each in {*met, *also})
            return asked._replace(words=(*met, *also), also=(), said=said)
    return None


def is_part_of_thing(reading: Reading, asked: SkillAsked, fewer: SkillAsked) -> bool:
    """Whether what is left out of its words makes one thing of the skill: "the SQL dump".

    Also whether it is of another topic, or something that nobody knows: "ChatGPT for unit tests".
    """
    if not LEVEL_SAID.isdisjoint(reading.words):
        return False
    if is_of_kind(reading, fewer):
        return True
    left_out = set(asked.words).difference(fewer.words)
    strange = [word for word in left_out if not (is_everyday(word) or is_chatter(word))]
    if left_out & INCIDENT or any(map(is_of_other_topic, left_out)) or len(strange) > 1:
        return True
    said = reading.words
    return any(
        (each in left_out and before in fewer.words and first in DEFINITE)
        for first, before, each in zip(said, said[1:], said[2:], strict=False)
    )


def is_of_thing(reading: Reading, asked: SkillAsked) -> bool:
    """Whether people here and a thing of theirs are meant: "who does code review for the repo"."""
    if not LEVEL_SAID.isdisjoint(reading.words):
        return False
    said = {*asked.words, *asked.also}
    pieces = reading.sentence.pieces
    for place in reading.sentence.telling(_beside(reading, asked) - {0, 1}):
        word = pieces[place].word
        if place in asked.covered or word in said or is_chatter(word):
            continue
        known = reading.index.skills.knows(word)
        definite = pieces[place - 1].word in DEFINITE and pieces[place - 2].word in _OF
        if definite or (is_of_other_topic(word) and not known):
            return True
    return False


_OF = frozenset("for in on at from to of".split())
DEFINITE = frozenset("the our my your this that his her their its".split())


_PART_FROM = 0.3
_WHOLE_FROM = 0.8
_MANY = 3
"""Words that a line and a question share when each says hardly more than these."""
_MOST_FROM = 0.45
_MOSTLY = 0.6


YES_OR_NO = pattern("(do|does|did|is|are|must|should|would|can|could|will|may) (a|an|the)? @")


def names_other(reading: Reading, asked: SkillAsked) -> bool:
    """Whether the words are of another company, or of a title that the ladder does not have."""
    if has_kind(Kind.SKILL, reading.tags):
        return any(_is_worked_at(word, reading) for word in COMPANIES.intersection(reading.words))
    companies = COMPANIES.intersection(asked.words)
    if companies and any(_is_employer(word, reading) for word in companies):
        return True
    graded = [run for run in reading.runs if run.has(Kind.GRADE) and not run.families]
    if not graded:
        return False
    clauses = {reading.sentence.pieces[at].tag for at in _beside(reading, asked)}
    yes_or_no = asked.framed and reading.sentence.find(YES_OR_NO) is not None
    return any(
        grade.text not in NUMBER_WORDS and grade.text != "i"
        for run in graded
        if not clauses.isdisjoint(range(run.first, run.last + 1))
        and not (yes_or_no and is_numbered(reading.tags, run))
        for grade in run.some(Kind.GRADE)
    )


def _beside(reading: Reading, asked: SkillAsked) -> set[int]:
    """The pieces of the clauses in which the words of a skill stand.

    All of them for one everyday word, which any of them may be about.
    """
    pieces, said = reading.sentence.pieces, {*asked.words, *asked.also}
    worded = has_kind(Kind.SKILL, reading.tags)
    names = reading.index.skills.names
    one = asked.words[0] if len(asked.words) == 1 else ""
    if one and not worded and one not in TOOLS and one not in names:
        return set(range(len(pieces)))
    places = (at for at in asked.covered if not said.isdisjoint(pieces[at].said))
    return {at for place in places for at in reading.sentence.clause(place)}


def _is_employer(word: str, reading: Reading) -> bool:
    """Whether a company is not the maker of a tool that is meant: AWS, but "engineers at AWS".

    Nor is it one where it is a word of the cards and so is the next: "meta analyses".
    """
    skills = reading.index.skills
    tool = word in TOOLS or word in skills.names
    if not tool and not _begins_skill(word, reading):
        return True
    return _is_worked_at(word, reading)


def _is_worked_at(word: str, reading: Reading) -> bool:
    said = ["", *reading.words]
    return any(
        after == word and before in _EMPLOYED and not (before == "at" and first in _GOOD)
        for first, before, after in zip(said, said[1:], said[2:], strict=False)
    )


def _begins_skill(word: str, reading: Reading) -> bool:
    skills = reading.index.skills
    behind = (after for before, after in pairwise(reading.words) if before == word)
    return any(skills.stand_together(word, after) for after in behind)


_EMPLOYED = frozenset("at from by for".split())
_GOOD = frozenset("good great skilled proficient competent strong solid decent better".split())


def names_other_title(reading: Reading) -> bool:
    """Whether it names a title of no family of the ladder: "Site Reliability Engineer II"."""
    return any(
        run.some(Kind.GRADE) and run.some(Kind.ROLE) and not run.families for run in reading.runs
    )


def is_unknown(reading: Reading, word: str) -> bool:
    """Whether neither titles nor everyday English have a word; talk may be the name of a skill."""
    return word not in COMMON_WORDS and any(
        tag.kind is Kind.OTHER or (tag.kind is Kind.FILLER and word not in FILLERS)
        for tag in reading.tags
        if word in tag.said
    )
