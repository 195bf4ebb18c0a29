"""Questions that start from years of experience: "I have 4 years, what level am I?"."""

import re
from collections.abc import Collection, Iterator
from itertools import islice, pairwise

from bot.ladder import Card, Family, Track
from bot.questions.language.english import GREETINGS, NUMBER_WORDS
from bot.questions.language.patterns import pattern
from bot.questions.language.talk import TOOLS
from bot.questions.language.words import QUANTITY, squash, words
from bot.questions.language.years import (
    MORE_NUMBERS,
    ORDINALS,
    TYPICAL_EXPERIENCE,
    YearsAsked,
    years_in,
)
from bot.questions.levels.doubts import FOREIGN
from bot.questions.levels.tracks import leads
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.tagging.runs import Run
from bot.questions.tagging.strange_words import other_topics
from bot.questions.tagging.tags import Kind, Tag
from bot.questions.vocabulary.lexicon import Lexicon

_ASKS_LEVEL = pattern(
    """
    (where|whered) * put (me|him|her|them|somebody|someone)
    (what|which) * (level|grade|code|title|rung|band|rank|step|role|card|track|position)
    where (do|does|would|will|should|am|is|are|can|could) * (fit|land|sit|place|placed|slot|fall|stand|end|go|belong|start|map|come|put)
    (fit|land|sit|placed|slot|fall|stand|go|belong|map) where
    (what|where|which) (am|would|should|are|is|does)
    (level|leveled|levelled|slot|map|place|bucket|rung|grade)
    (fit|fits|match|matches|correspond|corresponds|put|puts|qualify|make|makes|mean|means|translate|translates|equal|equals)
    am i
    how (senior|junior|@)
    (a|be|be a) what
    (what|which) exactly
    what * (call|called|title)
    """
)
_WHICH_LEVEL = pattern(
    "(which|what) (is|would be|should be)? (the|my|their|her|his|our)? (level|grade|code)"
)
_EXPERIENCE = pattern(
    """
    experience
    exp
    yoe
    """
)
_IS_USUAL = pattern("(odd|normal|usual|unusual|typical|common|uncommon|range|weird|strange|rare)")
_MANAGES = pattern(
    """
    (manage|manages|managing|manager|management|managerial|supervisor|director)
    people (lead|leader|leading)
    (lead|leads|leading|led) * (team|teams|people|group|groups)
    direct reports
    """
)
_CONTRIBUTES = pattern(
    """
    ic
    individual contributor
    (non|not a|no|never) (manager|managing|management|managed)
    """
)
_SAID_OF_PERSON = pattern(
    """
    as (a|an|my)? @
    @ * (with|w|having|who has)
    how @ (is|am|are|would|should|could)
    am i (a|an)? @
    (i am|im|i m|he is|she is|they are|someone is) (a|an)? @
    """
)
"""What somebody is, where it is asked which level that is: "4 years as a manager"."""
_GOAL = pattern(
    """
    (for|be|become|becoming|reach|make|enough|to) (a|an|the)? @
    next (level|step|rung|grade|rank)
    what * next
    (get|be|getting) promoted
    """
)
_NAMES_LEVEL = pattern(
    """
    what (do|would|should) (you|we|i|they) * call
    (what|where|which) (should|do|can|could|would|shall) (i|he|she|they|one|someone) apply
    (level|grade|code|title|rung|band|rank|role|card|position|ladder|leveled|levelled|@)
    (where|whered) * put (me|him|her|them|somebody|someone)
    (fit|land|sit|place|placed|slot|fall|stand|go|belong|map|bucket)
    am i
    how (senior|junior)
    """
)
"""Words that ask for a level, and hardly for anything else that years lead to."""
OF_YEARS = re.compile(
    rf"\d*(?:y|ys|yr|yrs|yoe|yoes|exp|months?)|\d+(?:st|nd|rd|th)?|dozen|half|decades?"
    rf"|{'|'.join([*NUMBER_WORDS, *MORE_NUMBERS, *ORDINALS])}"
)
"""How years are written, which are no strange words."""
_EITHER = pattern("(@|i) ,? or (a|an|the|rather|more)? @")
_NEEDS = pattern("@ (need|needs|require|requires|have|has|must|should|do|does|ask|asks)")
_PERSONS = frozenset(
    "i im ive am me my he she they her him his their them someone somebody anyone person people "
    "candidate applicant hire hires hiring hired recruit recruiting report offer friend colleague "
    "guy girl gal lady woman man engineer developer scientist dev grad graduate newcomer intern referral transfer "
    "managing managed leading led working worked coding resume cv req interviewing interviewed shes hes theyre".split()
)
"""Words of which one is said where years are somebody's, and not a contract's."""
_PER_STRANGE_WORD = 0.93
_LEAST_OF_PLACED = 0.85
"""What strange words leave at least where family and years are told and a level is asked for."""
_SURE_OF_CHOICE = 0.85
SHORT = 6
_MOST_OFFERED = 4


def experience(reading: Reading) -> Question | None:
    """The levels whose typical experience covers the years named; None for another question."""
    years = years_in(reading.plain)
    if years is None:
        return None
    chooses = _chooses(reading)
    sure = max(_sureness(reading), _SURE_OF_CHOICE) if chooses else _sureness(reading)
    if not sure or (reading.sentence.levels and not chooses and not _of_a_title(reading)):
        return None
    if reading.sentence.levels and reading.sentence.find(_IS_USUAL):
        return None  # "a principal with 9 years, is that odd": of that level
    return placed_by_years(reading, years, sure)


def places_somebody(reading: Reading) -> bool:
    """Whether a level is asked for by years in a family, whatever else is told of the person."""
    return bool(reading.family and _asks_for_level(reading) and years_in(reading.plain))


def titled_runs(reading: Reading) -> list[Run]:
    """The stretches that name a family or a code."""
    return [run for run in reading.runs if run.families or run.has(Kind.CODE)]


def placed_by_years(reading: Reading, years: YearsAsked, sure: float) -> Question | None:
    """The levels of those years in the family that is spoken of, or in some; None for none."""
    ladder = reading.index.ladder
    family = ladder.families.get(
        reading.family or reading.context.family or ladder.default_family or ""
    )
    if family is None and len(ladder.families) == 1:
        family = next(iter(ladder.families.values()))
    if family is None:
        return _of_some_family(reading, years)
    track = _track(reading, family.cards)
    if track is None:
        return None
    refs = tuple(card.ref for card in _covering(family, track, years))
    return Question(
        reading.text,
        Intent.EXPERIENCE,
        sure,
        refs,
        family.id,
        assumed=reading.family is None,
        years=years.low,
        track=track.id,
    )


def _of_some_family(reading: Reading, years: YearsAsked) -> Question | None:
    """Doubt, with what the years make in some families, where nothing says which one is meant."""
    near = islice(_in_some_families(reading, years), _MOST_OFFERED)
    return Question(reading.text, Intent.UNKNOWN, FOREIGN, near=tuple(near))


def _in_some_families(reading: Reading, years: YearsAsked) -> Iterator[str]:
    """The first card of each family that covers the years, on the track spoken of."""
    # A thousand families have few sets of levels, and the track depends on nothing else of them.
    tracks: dict[frozenset[str], Track | None] = {}
    for family in reading.index.ladder.families.values():
        codes = frozenset(family.cards)
        if codes not in tracks:
            tracks[codes] = _track(reading, codes)
        if track := tracks[codes]:
            yield from (card.ref for card in islice(_covering(family, track, years), 1))


def _sureness(reading: Reading) -> float:
    """How sure it is that a level is asked for, and not what else years lead to; 0 when not."""
    coded = _asks_for_code(reading)
    asks = coded or reading.sentence.find(_ASKS_LEVEL)
    placed = bool(reading.family) and _asks_for_level(reading)
    speaks = reading.sentence.find(_EXPERIENCE)
    tags = _without_employer(reading)
    strange = strange_beside(reading, tags)
    said = [word for word in reading.words if word not in GREETINGS]
    bare = not asks and not speaks
    if _of_what(reading):
        return 0
    if other_topics(tags) and not placed:
        return 0
    if bare and (strange or (not reading.family and len(said) > SHORT)):
        return 0
    if strange and not coded and not reading.sentence.find(_NAMES_LEVEL):
        return 0
    sure = 0.93 if asks and speaks else 0.85 if asks else 0.7
    sure *= max(_PER_STRANGE_WORD**strange, _LEAST_OF_PLACED if placed else 0)
    return round(sure, 2)


def _asks_for_level(reading: Reading) -> bool:
    """Whether the words ask for somebody's level, and hardly for anything else."""
    sentence = reading.sentence
    if _PERSONS.isdisjoint(reading.words):
        return False
    return sentence.find(_ASKS_LEVEL) is not None and sentence.find(_NAMES_LEVEL) is not None


def _of_what(reading: Reading) -> bool:
    """Whether the level is one of another thing: "what level of support do we get"."""
    return any(
        before.kind is Kind.LEVEL_WORD and of.text == "of" and after.kind is Kind.OTHER
        for before, of, after in zip(reading.tags, reading.tags[1:], reading.tags[2:], strict=False)
    )


def _chooses(reading: Reading) -> bool:
    """Whether one of the levels named must be it: "2 yrs exp, P1 or P2?"."""
    sentence = reading.sentence
    if sentence.find(_EITHER) is None or sentence.find(_NEEDS):
        return False
    return all(each.attribute == TYPICAL_EXPERIENCE for each in reading.attributes)


def _asks_for_code(reading: Reading) -> bool:
    """Whether a code is asked for by the letters that codes begin with: "gives which P?"."""
    return any(
        before in {"which", "what"} and _begins_codes(word, reading.index.lexicon)
        for before, word in pairwise(reading.words)
    )


def _begins_codes(word: str, lexicon: Lexicon) -> bool:
    return len(word) < _LONGEST_LETTERS and any(
        code.startswith(word) and code[len(word) :].isdigit() for code in lexicon.codes
    )


def _without_employer(reading: Reading) -> list[Tag]:
    """The tags but for where a member of a family worked: "at a bank as data scientist"."""
    tags = reading.tags
    if not reading.family:
        return tags
    return [
        tag
        for place, tag in enumerate(tags)
        if [each.text for each in tags[max(0, place - 2) : place]] not in _AT_A
    ]


_LONGEST_LETTERS = 4
_AT_A = tuple([at, a] for at in ("at", "for", "in") for a in ("a", "an"))


def strange_beside(reading: Reading, tags: list[Tag]) -> int:
    """Words that nobody knows, and none of them a skill's: "4 years in prison"."""
    skills, titles = reading.index.skills, reading.index.lexicon.index
    return sum(
        tag.kind is Kind.OTHER
        and tag.text not in TOOLS
        and tag.text != QUANTITY
        and not skills.knows(tag.text)
        and not titles.knows(tag.text)
        and not OF_YEARS.fullmatch(tag.text)
        and not _begins_codes(tag.text, reading.index.lexicon)
        for tag in tags
    )


def _of_a_title(reading: Reading) -> bool:
    """Whether a title only says what someone is, and the level is asked for.

    "Software manager with 11 years, which level?" asks for more than the first level of managers,
    and "how senior is someone with 4 years" for none that is called so.
    """
    sentence = reading.sentence
    graded = any(part[0] == "#" for run in reading.runs for part in run.signature)
    if graded or any(run.some(Kind.CODE) for run in reading.runs):
        return False
    if sentence.find(_WHICH_LEVEL):
        return True
    return sentence.find(_SAID_OF_PERSON) is not None and sentence.find(_GOAL) is None


def _covering(family: Family, track: Track, asked: YearsAsked) -> Iterator[Card]:
    for level in track.levels:
        card = family.cards.get(level.code)
        years = card.meaning.years if card else None
        if card is None or years is None:
            continue
        reaches = years.max_years is None or asked.low <= years.max_years
        if reaches and asked.high >= years.min_years:
            yield card


def _track(reading: Reading, codes: Collection[str]) -> Track | None:
    """The track that the question speaks of: one it names, that of managers, or the first.

    Of those that have some of a family's levels, by their `codes`.
    """
    tracks = [
        track
        for track in reading.index.ladder.tracks.values()
        if any(level.code in codes for level in track.levels)
    ]
    said = set(reading.words)
    every = list(reading.index.ladder.tracks.values())
    for track in every:
        if {squash(track.id), *words(track.name)} & said - {"track", "level"} and len(every) > 1:
            return track if track in tracks else None
    managing = [track for track in tracks if leads(track)]
    titled = {
        ref.partition("/")[2] for some in reading.mentions.values() for m in some for ref in m.refs
    }
    for track in tracks:
        if titled and titled <= {level.code for level in track.levels}:
            return track
    if reading.sentence.find(_MANAGES) and not reading.sentence.find(_CONTRIBUTES):
        if managing:
            return managing[0]
        return None if any(leads(track) for track in every) else next(iter(tracks), None)
    if before := _track_before(reading, tracks):
        return before
    return next((track for track in tracks if track not in managing), next(iter(tracks), None))


def _track_before(reading: Reading, tracks: list[Track]) -> Track | None:
    """The track of levels that years led to before, which goes on: "and with 7 years?"."""
    if reading.context.intent is not Intent.EXPERIENCE or reading.sentence.find(_CONTRIBUTES):
        return None
    codes = {ref.partition("/")[2] for ref in reading.context.levels}
    return next((t for t in tracks if codes & {level.code for level in t.levels}), None)
