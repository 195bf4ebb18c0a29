"""Questions for one part of the cards of levels that are named: "the autonomy of a P3"."""

from bot.questions.asked.answerable import answered, refs_of
from bot.questions.asked.asked_card import asks, asks_card, says_other
from bot.questions.asked.parts_beside import of_parts
from bot.questions.language.english import GREETINGS
from bot.questions.language.patterns import LEVEL, pattern
from bot.questions.language.talk import INCIDENT
from bot.questions.language.words import BREAK
from bot.questions.language.years import TYPICAL_EXPERIENCE, years_in
from bot.questions.levels.doubts import FOREIGN
from bot.questions.parts.attributes import HINTED, HINTED_WEAKLY, Asked
from bot.questions.parts.told_parts import is_aside, is_auxiliary
from bot.questions.question import Intent, Question
from bot.questions.reading import Levels, Reading
from bot.questions.tagging.strange_words import unknown_words

SURE_OF_PART = {3: 0.96, 2: 0.94, 1: 0.85, HINTED: 0.85, HINTED_WEAKLY: 0.75}
"""How sure a part is, by how clearly it is named; see `Asked.weight`."""
_PAIR = 2
_TOLD_FROM = 2
"""Strange words from which something is told of a bare code: "the pump at P2 is leaking"."""

_WHAT_DOES = pattern("what (do|does|would|will|should|can|could|must|may|might) (a|an|the)? @")


def asked_part(reading: Reading) -> Question | None:
    """A part that is asked for in so many words; None where none is, or where it is only told."""
    asked = _not_told(reading)
    if asked is None:
        return None
    if asked.weight == 1 and (hinted := _hinted_beside(reading, asked)):
        return hinted
    aside = is_aside(reading.sentence, asked.covered)
    vague = aside or (asked.weight == 1 and not _is_verb(reading, asked))
    if vague and asks_card(reading):
        return None
    if asked.weight == 1 and (aside or is_auxiliary(reading.sentence, asked.covered)):
        return None
    covered = _said_of_part(reading, asked)
    levels = reading.levels_when(covered, evident=True)
    if not levels.mentions:
        return None
    refs = refs_of(levels.mentions)
    sure = SURE_OF_PART[asked.weight]
    told = not (levels.named_family or asks(reading)) and unknown_words(levels.tags) >= _TOLD_FROM
    if told or (asked.weight == 1 and says_other(reading, covered)):
        sure = FOREIGN
    intent = Intent.COMPARE if _are_either(reading, levels) else Intent.ATTRIBUTE
    built = answered(reading, levels, intent, refs, sure)
    return of_parts(built, reading, asked)


def _not_told(reading: Reading) -> Asked | None:
    """The part that is asked for, and no years that are only told: "pay at P4, 6 years in"."""
    asked = next(iter(reading.attributes), None)
    if asked is None or asked.attribute != TYPICAL_EXPERIENCE or not years_in(reading.plain):
        return asked
    others = (each for each in reading.attributes if each.attribute != TYPICAL_EXPERIENCE)
    return next((each for each in others if each.weight > 1), asked)


def _are_either(reading: Reading, levels: Levels) -> bool:
    """Whether a part is asked of levels beside each other: "scope for junior / mid / senior"."""
    places = reading.sentence.levels
    if len(levels.mentions) < _PAIR or reading.before:
        return False
    if len({mention.refs for mention in levels.mentions}) < _PAIR:
        return False
    sentence = reading.sentence
    between = [at for at in range(places[0], places[-1]) if sentence.pieces[at].run is None]
    words = {sentence.pieces[at].word for at in between}
    if not words:
        return True
    told = [at for at in sentence.telling(between) if sentence.pieces[at].word != BREAK]
    return not told and bool(words & {"or", BREAK}) and "and" not in words


def _hinted_beside(reading: Reading, asked: Asked) -> Question | None:
    """Another part that is hinted at by more than a vague word: "do they keep an eye on a P2"."""
    hinted = reading.index.attributes.hinted(reading.sentence)
    if hinted is None or hinted.weight < HINTED or hinted.attribute == asked.attribute:
        return None
    return hinted_part(reading)


def hinted_part(reading: Reading) -> Question | None:
    """A part that is only hinted at: "the leash of an ML IV", "how can an ML IV impress"."""
    asked = reading.index.attributes.hinted(reading.sentence)
    if asked is None or asks_card(reading) or is_auxiliary(reading.sentence, asked.covered):
        return None
    levels = reading.levels_when(asked.covered, evident=True)
    strange = unknown_words(levels.tags)
    if strange and (asked.weight == HINTED_WEAKLY or not levels.named_family):
        return None
    if not levels.mentions or (asked.weight == HINTED_WEAKLY and not levels.named_family):
        return None
    if says_other(reading, asked.covered):
        return None
    refs, sure = refs_of(levels.mentions), SURE_OF_PART[asked.weight]
    built = answered(reading, levels, Intent.ATTRIBUTE, refs, sure)
    return built._replace(attribute=asked.attribute) if built.intent is not Intent.UNKNOWN else None


_ENDS = GREETINGS | {BREAK}


def _is_verb(reading: Reading, asked: Asked) -> bool:
    """Whether a vague word is what the level does: "what does a P4 own?"."""
    place, pieces = asked.covered[0], reading.sentence.pieces
    if place == 0 or pieces[place - 1].stem != LEVEL:
        return False
    if any(piece.word not in _ENDS for piece in pieces[place + 1 : place + 2]):
        return False
    return reading.sentence.find(_WHAT_DOES) is not None


def _said_of_part(reading: Reading, asked: Asked) -> frozenset[int]:
    """The pieces that name parts, and those that cast no doubt beside them.

    These are what a dimension is about ("push back on deadlines"), and words of incidents, which
    are a job's work where the job is named ("easy bugs or hard ones").
    """
    clear = [each for each in reading.attributes if each.weight > 1]
    said = {place for each in clear or [asked] for place in each.covered}
    if asked.attribute in reading.index.attributes.dimensions and reading.names_clearly():
        for each in clear:
            said.update(reading.sentence.object_of(each.covered))
        if reading.family:
            said.update(_of_work(reading))
    return frozenset(said)


def _of_work(reading: Reading) -> list[int]:
    pieces = enumerate(reading.sentence.pieces)
    return [at for at, piece in pieces if piece.run is None and piece.word in INCIDENT]
