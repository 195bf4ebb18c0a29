"""Whether a question about a level asks for a skill, and may be told that the card lists none."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.patterns import Wanted, pattern
from bot.questions.language.stems import stem
from bot.questions.language.talk import FUNCTION_WORDS, INCIDENT, TOOLS
from bot.questions.language.words import words
from bot.questions.levels.frames import growth
from bot.questions.levels.mentions import is_numbered
from bot.questions.parts.attributes import BY_NAME, Asked
from bot.questions.reading import Levels, Reading
from bot.questions.skills.other_jobs import asks_for_other_job
from bot.questions.skills.skill_frames import SkillAsked
from bot.questions.skills.skill_words import YES_OR_NO, skill_words
from bot.questions.tagging.tags import Kind, has_kind
from bot.questions.texts.skill_index import Match

MOST_WORDS = 4
"""A skill that no card lists is told so only when it is named in a few words."""

_FEW = 2
"""Words that may be in a line by accident."""
_ALL = 0.95
"""The share of a question's words that a line must have where no other word asks for a skill."""

_HALF = 0.5
_NEARLY_ALL = 0.9
_WH_WORD = pattern("(how|what|which|where|why|who|whom|when|whose)")
_ASIDE = pattern(
    """
    (part|one|some|any|among|outside|beyond) (of)? what
    what about
    (@|here|somebody|someone|anybody|anyone|one) (here|there)? (who|which|whose)
    (person|people|colleague|folk) (who|which|whose)
    """
)
"""Question words that ask for nothing: "an ML II here who never does analysis"."""
_OR_NOT = frozenset("not no nah nope na nay optional out is does do am are isnt".split())
"""Words behind an "or" that only asks for yes or no."""
_WHO = frozenset(["who", "whom"])
_KNOW_HOW = pattern("(know|learn|able|taught|clue) how to")
_HOW_TO = pattern("how (to|do i|can i|should i|would i|do you|can we|do we)")
_ON_DEVICE = pattern("on (a|an|the|my|our|this|that|his|her)? @")
"""Where a bare code is a machine's: "run CUDA on an M3"."""
_NEEDS = pattern(
    """
    (need|needs|require|requires|required|list|listed|card|know|must|have|has|skill|mention|use)
    (supposed|expected|part of|necessary|mandatory|obligatory|should|ought|include|included)
    (ask|asked|demand|demanded|thing|yes or no|in or out|fall on|land on)
    something (that|for|to|on)? (a|an|the|our|every|any)? @
    """
)


class SkillReading(NamedTuple):
    """The words of a skill beside the rest of the question, and the best line of those levels."""

    reading: Reading
    asked: SkillAsked
    levels: Levels
    refs: tuple[str, ...]
    """The cards of the levels."""
    matches: Sequence[Match]
    """The lines of any card that list it."""
    best: Match | None
    elsewhere: bool
    """Whether a line of any card has all its words."""

    @classmethod
    def of(
        cls, reading: Reading, asked: SkillAsked, levels: Levels, refs: tuple[str, ...]
    ) -> "SkillReading":
        """Look for the skill on the cards of `refs`."""
        matches = reading.skill_lines(asked.words, asked.also, asked.said)
        wanted = frozenset(refs)
        here = (match for match in matches if any(ref in wanted for ref, _ in match.places))
        elsewhere = bool(matches) and matches[0].asked >= _ALL
        return cls(reading, asked, levels, refs, matches, next(here, None), elsewhere)

    def says_part(self) -> bool:
        """Whether all its words only name a part of the card: "lead others"."""
        best = self.best
        if has_kind(Kind.SKILL, self.reading.tags):
            return False
        if best and best.said >= 0.6 and best.asked >= _ALL and self._finds(_NEEDS):
            return False
        if self.asked.framed and self.says_line() and not self.asks_what():
            return False
        reading = self.reading
        parts = {
            word
            for each in reading.attributes
            for place in each.covered
            for word in reading.sentence.pieces[place].said
        }
        return set(self.asked.words) <= parts

    def needs(self) -> bool:
        """Whether it is asked if a level needs something: yes or no."""
        return self._finds(_NEEDS) and not self.asks_what()

    def is_said(self) -> bool:
        """Whether clear words for a part of the card have a word of it, and none is a skill's name.

        "Can an ML II pick the approach or must they ask" is answered with no line of the skills.
        """
        if self.names_tool() or self.says_line():
            return False
        return any(self._is_said_by(each) for each in self.reading.attributes if each.weight > 1)

    def _is_said_by(self, part: Asked) -> bool:
        """Whether a word of the skill is one of a part's clear words, or only their object.

        One such word is enough for a dimension of which no line has more than that word.
        """
        sentence, words = self.reading.sentence, set(self.asked.words)
        places = sentence.telling(part.covered)
        told = {sentence.pieces[place].word for place in places}
        if part.attribute in self.reading.index.attributes.dimensions:
            if words <= {sentence.pieces[at].word for at in sentence.object_of(part.covered)}:
                return True  # "say no to a project"
            partly = self.best is None or self.best.said < _HALF or self.asks_what()
            if partly and told.issuperset(self._met()):
                return not words.isdisjoint(told)
        return len(places) > 1 and not words.isdisjoint(told)

    def _met(self) -> list[str]:
        """Those of its words that the best line has."""
        skills = self.reading.index.skills
        return skills.met(self.asked.words, self.best) if self.best else []

    def names_tool(self) -> bool:
        """Whether a word is a tool's name, or one that the cards write as a name."""
        names = self.reading.index.skills.names
        return any(word in TOOLS or word in names for word in self.asked.words)

    def names_part(self) -> bool:
        """Whether a part of the card is clearly named."""
        return any(asked.weight > 1 for asked in self.reading.attributes)

    def names_dimension(self) -> bool:
        """Whether a dimension is said by a name that the ladder has for it."""
        dimensions, asked = self.reading.index.attributes.dimensions, self.reading.attributes
        return any(each.weight == BY_NAME and each.attribute in dimensions for each in asked)

    def asks_what(self) -> bool:
        """Whether it begins as a question that yes or no does not answer."""
        if self._finds(_KNOW_HOW):
            return False
        sentence = self.reading.sentence
        aside = {place for span in sentence.find_all(_ASIDE) for place in span}
        return any(not set(span) <= aside for span in sentence.find_all(_WH_WORD))

    def is_choice(self) -> bool:
        """Whether one of two things is asked for: "recipes or own ideas", but not "yes or no".

        Of two skills either may be asked for: neither is a choice when a line of a section has it.
        """
        index, best = self.reading.index, self.best
        parts = {part for ref, part in best.places if ref in self.refs} if best else set()
        if self.names_tool() or not parts.isdisjoint(index.ladder.sections):
            return False
        sentence = self.reading.sentence
        said = [piece.word for piece in sentence.pieces]
        if "or" not in said[1:]:
            return False
        at = said.index("or", 1)
        behind = said[at + 1 : at + 2]
        return bool(sentence.telling(range(at))) and behind != [] and behind[0] not in _OR_NOT

    def is_asked_beside(self) -> bool:
        """Whether a question word stands in its clause: "redis came up. What is on his card?"."""
        sentence = self.reading.sentence
        asks = {place for span in sentence.find_all(_WH_WORD) for place in span}
        pieces, said = sentence.pieces, {*self.asked.words}
        places = (at for at, piece in enumerate(pieces) if not said.isdisjoint(piece.said))
        return any(not asks.isdisjoint(sentence.clause(place)) for place in places)

    def asks_how_to(self) -> bool:
        """Whether it is asked how something is done: "how to give feedback to a junior"."""
        return self._finds(_HOW_TO)

    def is_firm(self) -> bool:
        """Whether the level is named by more than a bare word such as "staff"."""
        runs, tags = self.reading.runs, self.reading.tags
        named = any(
            run.families
            or run.some(Kind.CODE)
            or run.some(Kind.TITLE)
            or (run.signature and is_numbered(tags, run) and self._finds(YES_OR_NO))
            for run in runs
        )
        return named or bool(self.reading.before)

    def is_bare(self) -> bool:
        """Whether nothing but a code, which may be that of another thing, names the level."""
        return not self.reading.before and not any(run.families for run in self.reading.runs)

    def is_on_device(self) -> bool:
        """Whether a bare code is what something is done on, and no card's."""
        return self.is_bare() and not self.asked.framed and self._finds(_ON_DEVICE)

    def is_of_other_job(self) -> bool:
        """Whether its words are rather those of a job, or of a topic that no card has."""
        return asks_for_other_job(self.reading, self.asked, self.best)

    def only_told(self) -> bool:
        """Whether something is told of a bare code, and nothing asked: "M1 milestone slipped"."""
        named = any(run.families for run in self.reading.runs) or bool(self.reading.before)
        if named or self.asked.framed or "?" in self.reading.text or self.best is None:
            return False
        return self.best.said < _HALF and not set(self.asked.words) & TOOLS

    def is_of_everything(self) -> bool:
        """Whether it is asked what an everyday word of a longer line is: "the status of the P1"."""
        if self.best is None or self.best.said >= _HALF or self.asked.words[1:]:
            return False
        return self.asks_what() and not skill_words(self.reading, self.asked)

    def is_of_part(self) -> bool:
        """Whether its line only tells what a level means, and that part of a card is spoken of."""
        if self.best is None or not self.reading.attributes:
            return False
        parts = {part for ref, part in self.best.places if ref in self.refs}
        spoken = {asked.attribute for asked in self.reading.attributes}
        return parts <= spoken and parts.isdisjoint(self.reading.index.ladder.sections)

    def is_asked_who(self) -> bool:
        """Whether a part is what is asked, and the skill only its object: "who decides X"."""
        if self.says_line():
            return False
        pieces = self.reading.sentence.pieces
        clear = (asked.covered[0] for asked in self.reading.attributes if asked.weight > 1)
        return any(place and pieces[place - 1].word in _WHO for place in clear)

    def is_of_incident(self) -> bool:
        """Whether a word is one of incidents; a tool is none where the level's family is named."""
        said = (*self.asked.words, *self.asked.also) if self.is_bare() else self.asked.words
        words = set(said) & INCIDENT
        named = any(run.families for run in self.reading.runs)
        return bool(words) and not (named and words <= TOOLS)

    def is_of_unnamed_incident(self) -> bool:
        """Whether a word is one of incidents, and no family tells that a level is meant."""
        words = set(self.asked.words) & INCIDENT
        return bool(words) and not any(run.families for run in self.reading.runs)

    def says_phrase(self) -> bool:
        """Whether it is words that stand together in a line: "model monitoring at P3?"."""
        asked = [stem(word) for word in self.asked.words]
        if not asked[1:] or not self.elsewhere:
            return False
        line = [stem(word) for word in words((self.best or self.matches[0]).text)]
        return any(line[place : place + len(asked)] == asked for place in range(len(line)))

    def says_line(self) -> bool:
        """Whether its words are a skill of two words or more, as a card of the ladder has it."""
        said = (*self.asked.words, *self.asked.also)
        stems = {stem(word) for word in said if word not in FUNCTION_WORDS}
        skills = self.reading.index.skills
        return stems in skills.section_lines and not self._is_scattered()

    def _is_scattered(self) -> bool:
        """Whether a level stands between its words: "are the problems of a P7 ones to solve"."""
        said, pieces = {*self.asked.words}, self.reading.sentence.pieces
        places = [at for at, piece in enumerate(pieces) if not said.isdisjoint(piece.said)]
        return any(
            places[0] < level < places[-1] for level in self.reading.sentence.levels if places
        )

    def grows(self) -> bool:
        """Whether the way up is asked, in more than the words of the skill: "planning"."""
        way = growth(self.reading.sentence)
        return way is not None and not (self.asked.framed and way.covered <= self.asked.covered)

    def _finds(self, wanted: Wanted) -> bool:
        return self.reading.sentence.find(wanted) is not None


def asked_plainly(skill: SkillReading) -> bool:
    """ "Does a P2 need X?": the answer may be that the card does not list it."""
    if skill.is_choice():
        return False  # "straightforward stuff or brain-twisters for a P2"
    if not skill.asked.framed or (skill.names_part() and skill.asks_what()) or skill.is_said():
        return False
    if skill.best and skill.is_of_everything():
        return False
    if skill.best:
        return not (skill.says_part() or skill.is_of_part() or skill.is_of_other_job())
    return _may_be_told_no(skill) and (
        (skill.needs() and _may_be_skill(skill)) or _known_elsewhere(skill)
    )


def _may_be_told_no(skill: SkillReading) -> bool:
    """Whether "the card does not list it" may be an answer at all."""
    if skill.names_tool():
        return True
    if skill.asks_what():
        return False  # "what are the deliverables" is not answered with no
    # "I can't find it on the website. leadership expected of a P4"
    return skill.elsewhere or not skill.names_dimension()


def _known_elsewhere(skill: SkillReading) -> bool:
    """Whether it is a skill of two words or more of another level's card, and nothing else."""
    asked, other = skill.asked, skill.names_part() or skill.asks_what() or skill.grows()
    if other or not skill.elsewhere or not skill.is_firm() or set(asked.words) & INCIDENT:
        return False
    line = len(asked.words) > 1 or skill.matches[0].said >= _NEARLY_ALL
    return line and not skill.says_part() and not skill.is_of_other_job()


def named_clearly(skill: SkillReading) -> bool:
    """ "P3 backend and Terraform?": its words are those of skills, and hardly of anything else."""
    if skill.is_choice():
        return False
    if skill.says_line() and skill.is_firm() and not skill.asks_what():
        return True
    return not _is_of_part(skill) and _is_named(skill)


def _is_of_part(skill: SkillReading) -> bool:
    """Whether a part of the card is asked for, and its words say something beside that."""
    few = len(skill.asked.words) <= _FEW
    named = skill.asked.framed or skill.names_tool() or skill.says_phrase()
    if skill.names_part() and few and not named:
        return True  # "SOC code for software 2? our old framework was so different"
    return skill.is_of_part() or skill.is_asked_who() or skill.is_said()


def _is_named(skill: SkillReading) -> bool:
    """Whether nothing else is asked, and the words are those of skills."""
    named = skill_words(skill.reading, skill.asked)
    if set(skill.asked.words) & INCIDENT or skill.is_of_other_job() or skill.only_told():
        return False
    other = skill.grows() or skill.says_part() or skill.is_on_device()
    if not named or not skill.is_firm() or other:
        return False
    if skill.best:
        return skill.best.asked >= _ALL
    few = len(skill.asked.words) <= MOST_WORDS and not TOOLS.isdisjoint(named)
    few = few and not any(map(is_of_other_topic, skill.asked.words)) and not skill.is_bare()
    answers = not skill.asks_what() or (skill.names_tool() and skill.is_asked_beside())
    whole = len(named) == len(skill.asked.words)
    return answers and (few or whole) and not skill.names_part()


def spoken_of(skill: SkillReading) -> bool:
    """A line that says little more than the question's words, where nothing else is asked."""
    other = skill.is_of_other_job() or skill.asks_how_to() or skill.grows() or skill.asks_what()
    if other or skill.reading.attributes or skill.is_of_unnamed_incident():
        return False
    if skill.best and skill.best.said >= _HALF and skill.best.asked >= _ALL:
        return True
    return skill.is_firm() and skill.says_phrase() and "?" in skill.reading.text


def _may_be_skill(skill: SkillReading) -> bool:
    """Whether what the card does not list may be a skill: no part of a card, no incident."""
    asked, sentence = skill.asked, skill.reading.sentence
    if skill.is_of_incident() or len(asked.words) > MOST_WORDS or skill.grows():
        return False
    if any(map(is_of_other_topic, asked.words)):
        return False
    parts = {place for each in skill.reading.attributes for place in each.covered}
    unknown = any(
        sentence.tags[sentence.pieces[place].tag].kind in {Kind.OTHER, Kind.SKILL}
        for place in asked.covered - parts
        if set(sentence.pieces[place].said) & set(asked.words)
    )
    return unknown and skill.is_firm()
