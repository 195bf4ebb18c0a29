"""Questions about a skill: "does a P2 need PyTorch?", "who mentors interns?"."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from bot.questions.language.chatter import is_chatter
from bot.questions.language.english import FILLERS
from bot.questions.language.patterns import FAMILY, LEVEL, is_everyday, pattern
from bot.questions.language.stems import stem
from bot.questions.language.talk import EVERYDAY_SKILLS, FUNCTION_WORDS, TOOLS
from bot.questions.language.words import BREAK
from bot.questions.skills.skill_pieces import (
    NO_SKILL,
    is_in_skill,
    is_worded,
    joined_words,
    may_name_skill,
    worded_places,
)
from bot.questions.tagging.sentence import Piece, Sentence, Span
from bot.questions.texts.skill_index import SkillIndex

_OF_LEVEL = pattern(
    """
    (do|does|did|must|should|can|could|would|will|shall|need|needs|might|may) (a|an|the|every|each|any|all|our|my)? @
    (is|are|was) * (on|in|beyond|above|part of|listed|required|needed|expected|mandatory|necessary|something|one of|among|a must|for|of|at) * @
    @ (card|level|role)? (need|needs|require|requires|use|uses|know|knows|have to|has to|must|should|list|lists|mention|mentions|include|includes|say|says|do|does|involve|involves|cover|covers|supposed|expected|able)
    (is|are) (a|an|the|every|each|any)? @ (expected|supposed|required|able|meant|asked|good|responsible|allowed|ever)
    (do|does|should|must|would|will) (i|we|you|one|they|someone|he|she) * (to be|to make|to become|to reach|to get to|for|at|as|in order to be) * @
    (need|needed|require|required|necessary|mandatory|must|expect|expected|list|listed|mention|mentioned) (for|at|of|by|on|in|from|as) * @
    (required|supposed|expected|meant|need|gotta|have|has|obliged) to (know|use|do|have|master|learn|handle|run|write|build|lead|deal|understand)
    @ * (required|obligatory|mandatory|necessary|yes or no|in or out|correct|true)
    (do|should|can|could|would|must) (we|you|they|i) (really|even|also|actually)? (expect|ask|require|demand|want|need) * (from|of|by|in|for) (a|an|the|our|every|any)? @
    (are|is) (they|he|she) * (on the hook|expected|required|supposed|meant|responsible|in charge) (for|to)
    (it|that|this) (is|really|even|also|actually|still|s)? (required|needed|expected|mandatory|necessary|obligatory|listed)
    true for (a|an|the|our|every|any)? @
    (in|within|part of) (the|his|her|their)? (remit|job|responsibility|duty|purview) of (a|an|the|our|every|any)? @
    (expect|expects|expecting|require|want|ask) (a|an|the|our|every|any)? @ to
    (is|isnt|not) * (a|an) @ (thing|skill|topic|requirement|must)
    (on|in) the @ (card|list)
    (card|list) (for|of) (a|an|the)? @ * (list|lists|mention|mentions|say|says|include|includes|have|has|require|requires)
    (is|are|was) (that|this|it|they|those|these) (even|really|also|actually|still|ever|at all)? (a|an|the)? (thing|gap|must|topic|requirement|listed|required|needed|expected|wanted|mandatory|necessary|normal|on|in|part|something|within|among)
    (do|does|did) (the|our|my|their|his|her)? (ladder|card|framework) (even|really|ever|so much as)? (ask|list|mention|say|include|have|require|want|expect|call)
    (do|does|would|should|could|might|will) * (fall|land|lie) (on|to|under|with|within) (a|an|the|our|my)? @
    (normal|usual|fair|ok|okay|right|true|correct) (that|if|to) * @
    (demand|expect|ask|require) * (from|of) (a|an|the|our|my)? @
    something (that|for)? (a|an|the|our|every|any)? @
    (has|have|had) (a|an|the|our|my)? @ (got|to|anything)
    @ * (on the list|listed or not|in or out|yay or nay|beyond)
    @ , (listed|expected|required|mandatory|obligatory|necessary)
    (is|are) * (my|her|his|their) (job|thing|task|duty|responsibility|business)
    (do|does|should|would|must|will|can) (we|i|you|one) (really|even|actually|also|have to)? (need|expect|ask|require|want) (him|her|them|somebody|someone|people) (to|for)
    (do|does|should|must|need|will|would) (she|he|they) (really|even|actually|also|still|already|have to|need to)? (know|need|use|master|learn)
    """
)
_OF_WHOM = pattern(
    """
    who (all|else|exactly|actually|here|on earth)? (is|are|was)? (expected|supposed|required|meant)? (to)? (need|needs|use|uses|know|knows|do|does|has|have|must|should|can|gets|handle|handles|work|works|run|runs|own|owns|deal|deals|own|lead|leads|mentor|mentors|write|writes|build|builds)
    who (is|are|does|do|should|must|needs|has|can)
    who
    (do|does|did|must|should|would|can|could) (a|an|the|all|our|every|any)? % (need|needs|have|use|know|learn)
    (which|what) (level|role|post|grade|card|band|rung|one|job|title|position|family|people|engineer) * (need|needs|require|requires|list|lists|mention|mentions|include|includes|use|uses|have|has|know|knows|do|does|call|calls|ask|asks|expect|expects|involve|involves|cover|covers|must|should|say|says|talk|want|wants|demand|demands|is|are|come|start|starts|contain|contains|get|gets|work|deal|care|see|mentor|write|lead|run|own|handle)
    (which|what) (level|card|grade|role|post|%|ppl|people|folk|seniority|manager)
    (whose|who s) (card|responsibility|job|task|role|turn|duty|plate|desk|remit|business|area)
    whose
    where (is|was) (the|that|a)? (line|bullet|bullet point|sentence|statement|passage|entry) (about|on|saying|that says|where|with)
    whoever
    up to (who|whom|which|what)
    (which|what) of (our|the|these|those|all|your) (level|card|grade|role|people|folk|ppl|team|engineer|manager)
    (which|what) of (our|the|these|those|all|your) (%|data|software|tech|engineering)? (people|folk|ppl|team|engineer|manager|guy|colleague|scientist|developer|dev)
    (for|on|to|by|with) whom
    (at|from) (what|which) (level|grade|seniority|point|rung)
    (level|grade|rung|card|role|title|position|seniority) (with|where|of|for|w|that|which|who)
    (everybody|everyone|anybody|anyone|somebody|someone|people|folk|those) (who|that|to|with)? (need|needs|must|have to|has to|should|know|knows|use|uses|supposed|expected|required)
    (list|name|show|find|give) (me)? (everybody|everyone|all|the|those|people|folks)? (people|folks|ones|those)? who
    (is|are) there (a|an|any|some)? (level|role|card|grade|rung|title)
    (from|since|by|starting at|starting from|starting) (when|which|what)
    who (is|s) (supposed|expected|meant|required|responsible|accountable|on the hook|in charge|the one|the person|tasked|charged)
    do we have (someone|anyone|somebody|anybody|people|a level|a role)
    , (level|grade|rung)
    do we (even|ever|really)? (ask|need|require|list|expect|want)
    (at|from|on|for|in|by|with) (which|what) (level|card|grade|point|stage|rung|band)
    where (do|does|is|are|in) * (appear|appears|come|comes|show|shows|start|starts|listed|mentioned|list|needed|required|expected|kick|first|the ladder)
    when (do|does|is|are|should|must) (i|we|one|you|people|someone|they)? (need|needs|have|has|start|begin|expected|supposed|required|become|should)
    (anyone|anybody|someone|somebody|any level|any card|any role|any family) * (need|needs|require|requires|list|lists|use|uses|know|knows|have|has|mention|mentions|do|does)
    (is|are) * (listed|required|needed|mentioned|expected|relevant|on any|in the ladder|anywhere|part of the ladder)
    (do|does|did|should) * (mention|appear|matter|show up|come up|turn up|feature|anywhere)
    (first|lowest|earliest|highest) (level|card|grade|rung|role)
    (list|show|find|search|give) * (level|card|role) * (need|require|list|mention|use|with|for|that|which|who)
    (levels|cards|roles) (that|which|with|needing|requiring|listing|using)
    (skill|skills|search|find)
    (need|needs|require|requires|list|lists) (it|them|that|this)
    (in|on) * (ladder|cards)
    any (level|card|grade|role)
    do we (expect|list|mention|ask|require)
    (do|does|did) (the|our|this|your|any) (ladder|card|level|framework|role) * (care|mention|list|say|ask|want|need|require|include|cover|have)
    (required|needed|expected|mandatory|necessary) (across|anywhere|everywhere|by|of)
    anywhere (in|on) (the|our|any|your|%) * (card|ladder|level)
    """
)


_BEARS = pattern(
    """
    (in|take|takes|taking) charge (of)?
    (look|looks|looking) after
    (take|takes|taking) care of
    (responsible|accountable|answerable) for
    on the hook (for)?
    (tasked|charged|busy|asked|stuck) (with|for)
    (fall|falls|land|lands|lie|lies|end up) (on|to|under|with|within|upon)
    (in|within|part of|on) (whose|the|their|his|her|our|a)? (remit|purview|plate|desk|job|duty|area|responsibility)
    whose (plate|desk|remit|purview|business|area)
    (bring|brings|brought|pull|pulls|pulled|drag|dragged|draw|drawn) (up|in|into)
    keep being
    (keep|keeps|kept) (hearing|reading|seeing) (about|of)
    so much as
    (anything|something|nothing) to do with
    be the one
    (line|bullet|bullet point|sentence|statement|passage|entry) (about|on|saying|that says|where|with)
    (beyond|above) (a|an|the|our|my)? @
    """
)
"""What says that something is somebody's to do, and nothing of what it is."""
_NOT_OF = pattern("(nothing|not anything) (at all)? to do with")
_LIGHT_VERBS = frozenset(
    """
    run runs running hold holds holding conduct conducts perform performs bring brings bringing
    carry carries drive drives touch touched touches handle handles handling set sets setting
    take takes taking keep keeps keeping give gives giving put puts putting join joins joining
    build builds count counts matter matters demand normal gap fatal
    """.split()
)
"""Verbs that people put before the name of a skill, and that its line may have another word for."""
_SAY_NO_SKILL = frozenset("count counts matter matters demand normal gap fatal".split())
"""Those of them that are no verb before it either: "kafka matters"."""
_CIRCUMSTANCE = frozenset("once when whenever while if unless until because since".split())
"""Words before what is only told of the circumstances: "drift, once the model is live"."""
_OF_CIRCUMSTANCE = frozenset(map(stem, _CIRCUMSTANCE))

_EVERYDAY_STEMS = frozenset(map(stem, FILLERS))


LEVEL_SAID = frozenset("level levels card cards ladder grade grades role roles rung rungs".split())
"""Words that speak of the ladder."""


class SkillAsked(NamedTuple):
    """The words of a skill, and how a question asks for it."""

    words: tuple[str, ...]
    """Those that a line must have."""
    also: tuple[str, ...]
    """Everyday words, which a line may have."""
    said: str
    """As the question says it."""
    covered: frozenset[int]
    framed: bool
    """Whether the question plainly asks who needs, or whether a level needs, something."""
    behind: tuple[str, ...] = ()
    """Those behind the words that ask, where others are before them."""


def skill_asked(
    sentence: Sentence, index: SkillIndex, skip: Iterable[int] = ()
) -> SkillAsked | None:
    """The skill that a sentence may ask about; None when no word is left that could name one.

    `skip` are pieces that say something else.
    """
    if not may_name_skill(sentence):
        return None
    frames = sentence.find_all(_OF_LEVEL if LEVEL in sentence.stems else _OF_WHOM)
    bears = {place for span in sentence.find_all(_BEARS) for place in span}
    skipped = bears.union(skip, _ruled_out(sentence))
    joined = joined_words(sentence, index)
    places = [
        place
        for place, piece in enumerate(sentence.pieces)
        if (
            piece.word not in NO_SKILL
            and place not in skipped
            and piece.stem != LEVEL
            and not piece.word.isdigit()
            and (piece.stem != FAMILY or is_in_skill(sentence, place, index))
        )
        or place in joined
    ]
    worded = worded_places(sentence)
    every = worded or places
    places = worded or _named_before(sentence, places, frames, index) or places
    must, may = _parted(sentence, places, joined)
    if len(every) > len(places) and _LIGHT_VERBS.issuperset(must):
        more, also = _parted(sentence, every, joined)
        names = any(word in TOOLS or word in index.names for word in more)
        if must or names or not any(word in EVERYDAY_SKILLS and index.knows(word) for word in may):
            must, may, places = more, also, every if more else places
    if not worded and not sentence.stems.isdisjoint(_OF_CIRCUMSTANCE):
        must, may = _without_circumstances(sentence, places, must, may, index)
    if not must:
        must, may = [word for word in may if word in EVERYDAY_SKILLS and index.knows(word)], []
    if not must or _is_right_to_use(sentence, must, index):
        return None
    return SkillAsked(
        words=tuple(must),
        also=tuple(may),
        said=_said(sentence, places),
        covered=frozenset(bears.union(places, *frames)),
        framed=bool(frames),
        behind=_behind(sentence, places, frames, must),
    )


def asks_for_skill(sentence: Sentence) -> bool:
    """Whether it is asked who needs something, or whether a level does."""
    return sentence.find(_OF_LEVEL if LEVEL in sentence.stems else _OF_WHOM) is not None


def names_thing(pieces: Sequence[Piece], first: int, last: int) -> bool:
    """Whether a name only tells of which kind a certain thing is: "a spare docker license".

    Not where it is asked for itself: "does Terraform matter", "the GDPR stuff".
    """
    behind = pieces[last + 1].word if last + 1 < len(pieces) else BREAK
    before = [piece.word for piece in pieces[max(0, first - 2) : first]]
    telling = behind not in NO_SKILL or behind in _THINGS
    if not telling or pieces[last + 1].stem in (LEVEL, FAMILY):
        return False
    return not _DETERMINERS.isdisjoint(before) and before[-1] not in AUXILIARY


_DETERMINERS = frozenset("a an the our my your this that his her their its".split())
AUXILIARY = frozenset("do does did is are was will would should must can could may".split())
_THINGS = frozenset("job jobs team teams question questions tool".split())


def _is_right_to_use(sentence: Sentence, must: list[str], index: SkillIndex) -> bool:
    """Whether a tool is to be let in to, and not to be known: "should he have terraform access"."""
    named = [word for word in must if word not in _RIGHTS]
    if not named or not all(word in TOOLS or word in index.names for word in named):
        return False
    said = [piece.word for piece in sentence.pieces]
    return any(
        before in named and right in _RIGHTS and not index.stand_together(before, right)
        for before, right in pairwise(said)
    )


_RIGHTS = frozenset(
    "access license licenses licence licences login logins credentials password account accounts".split()
)


def _ruled_out(sentence: Sentence) -> list[int]:
    """The rest of a clause behind "nothing to do with"."""
    found: list[int] = []
    for span in sentence.find_all(_NOT_OF):
        behind = range(span[-1] + 1, len(sentence.pieces))
        found += takewhile(lambda at: sentence.pieces[at].word != BREAK, behind)
    return found


def _behind(
    sentence: Sentence, places: list[int], frames: Sequence[Span], must: list[str]
) -> tuple[str, ...]:
    """The words that count behind the first that ask, where some are before these as well."""
    first = min((place for frame in frames for place in frame), default=0)
    if not any(place < first for place in places):
        return ()
    said = {word for place in places if place > first for word in sentence.pieces[place].said}
    return tuple(word for word in must if word in said)


def _named_before(
    sentence: Sentence, places: list[int], frames: Sequence[Span], index: SkillIndex
) -> list[int]:
    """The places where it is asked; those of names before it that are only meant there by "it"."""
    asked = _where_asked(sentence, places, frames)
    if not frames or len(asked) == len(places):
        return asked
    words = ((place, sentence.pieces[place].word) for place in places)
    named = [place for place, word in words if word in TOOLS or word in index.names]
    if LEVEL_SAID.isdisjoint(piece.word for piece in sentence.pieces):
        named = [
            place
            for place in named
            if _is_taught(sentence, place) or not names_thing(sentence.pieces, place, place)
        ]
    if named and not set(asked).isdisjoint(named):
        return asked
    if all(_is_common(word) for place in asked for word in sentence.pieces[place].said):
        named = _topic(sentence, places, frames) or named
    if not named:
        return asked
    meant = any(piece.word in _MEANS_IT for piece in sentence.pieces[named[-1] + 1 :])
    return named if meant else asked


def _is_taught(sentence: Sentence, place: int) -> bool:
    """Whether a name is that of a course: "a Redis course. Who would profit from it"."""
    return any(piece.word in _LESSONS for piece in sentence.pieces[place + 1 : place + 2])


_LESSONS = frozenset("course courses class training workshop talk session certificate".split())


def _topic(sentence: Sentence, places: list[int], frames: Sequence[Span]) -> list[int]:
    """The words of a first clause that only names a thing: "spreadsheets, is that on the card"."""
    first = next((at for at, each in enumerate(sentence.pieces) if each.word == BREAK), 0)
    said = [piece.word for piece in sentence.pieces[:first]]
    if not said or len(said) > _LONGEST_TOPIC or any(at < first for each in frames for at in each):
        return []
    return [] if _NO_TOPIC.intersection(said) else [place for place in places if place < first]


def _is_common(word: str) -> bool:
    return is_everyday(word) or is_chatter(word)


_LONGEST_TOPIC = 6
_NO_TOPIC = frozenset(
    "i im ive we you he she they it that this is are was were am do does did have has had can could "
    "will would should must may might my our his her their not never dont".split()
)
_MEANS_IT = frozenset(["it", "that", "this", "them", "those", "these", "something"])


def _where_asked(sentence: Sentence, places: list[int], frames: Sequence[Span]) -> list[int]:
    """The places in the clauses that ask: "typing from the train, does a P6 need mentoring?"."""
    if not frames:
        return []
    clause = 0
    of_place: list[int] = []
    for piece in sentence.pieces:
        clause += piece.word == BREAK
        of_place.append(clause)
    asking = {of_place[place] for frame in frames for place in frame}
    return [place for place in places if of_place[place] in asking]


def _without_circumstances(
    sentence: Sentence, places: list[int], must: list[str], may: list[str], index: SkillIndex
) -> tuple[list[str], list[str]]:
    """The words of a skill, of which those that only tell when it is needed may be left out."""
    told: set[str] = set()
    inside = False
    for place, piece in enumerate(sentence.pieces):
        inside = piece.word != BREAK and (inside or piece.word in _CIRCUMSTANCE)
        if inside and place in places:
            told.update(piece.said)
    named = [word for word in must if word in TOOLS or word in index.names]
    if told.issuperset(must) or (named and told.issuperset(named)):
        return must, may  # "which cards change if we drop Jira" asks for Jira
    return [word for word in must if word not in told], [*may, *(w for w in must if w in told)]


def _parted(
    sentence: Sentence, places: list[int], joined: Mapping[int, str]
) -> tuple[list[str], list[str]]:
    must: list[str] = []
    may: list[str] = []
    for place in places:
        if place in joined:
            must.append(joined[place])
            continue
        piece = sentence.pieces[place]
        worded = is_worded(sentence, piece)
        slips = piece.stem in _EVERYDAY_STEMS  # but for a letter: "accessibility knowlege"
        for word in piece.said:
            if worded:
                everyday = word in FUNCTION_WORDS
            else:
                everyday = word in FILLERS or (slips and piece.stem != stem(word))
            (may if everyday else must).append(word)
    heavy = [word for word in must if word not in _LIGHT_VERBS]
    if not heavy:
        return must, may
    return heavy, [*may, *(word for word in must if word in _LIGHT_VERBS)]


def _said(sentence: Sentence, places: list[int]) -> str:
    """The words from the first to the last that names the skill, as they were said."""
    pieces = sentence.pieces
    names = [at for at in places if not _SAY_NO_SKILL.issuperset(pieces[at].said)] or places
    first, last = names[0], names[-1]
    inside = [piece for piece in pieces[first : last + 1] if piece.stem != LEVEL]
    if len(inside) > 2 * len(places) + 2:
        inside = [pieces[place] for place in places]
    return " ".join([piece.word for piece in inside if piece.word != BREAK])
