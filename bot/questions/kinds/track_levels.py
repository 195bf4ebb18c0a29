"""The levels of a track, or of both: "what manager levels do we have", "IC and M levels"."""

from itertools import chain, pairwise
from operator import attrgetter

from bot.ladder import Track
from bot.questions.language.english import ASKING, BROWSE_VERBS, BROWSE_WORDS, GREETINGS
from bot.questions.language.words import words
from bot.questions.levels.tracks import leads
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.tagging.tags import Kind
from bot.questions.texts.guide import ANSWERED_FROM, PLAINLY_ASKED

_SURE = 0.85
_MANY = frozenset("levels grades rungs tiers cards".split())
_EACH = frozenset(["every", "each"])
_ONE_OF_MANY = frozenset("level grade rung tier card".split())
_WHOLE = frozenset(["track", "tracks", "ladder", "side"])
_OF_MANY = _MANY | _WHOLE | _EACH
_WORDS_SAID = attrgetter("said")
_LISTS = frozenset("list show all every enumerate browse see".split())
_ARE_THERE = _LISTS | frozenset("there have exist available".split())
"""Words with which it is plain that levels are asked for, and not what they are for."""
_WHICH = frozenset(["which", "what", "whats", "all"])
_BEGINS_OTHER = frozenset("do does is are can could should would will why who where when".split())
_MEANING = frozenset("mean means definition define called considered explain differ".split())
"""Words with which a track is asked about, and none of its levels is listed."""
_LEADING = frozenset("manager managers management managerial".split())
_WORKING = frozenset("ic ics professional professionals technical".split())
_SAID_TOGETHER = frozenset([("individual", "contributor"), ("individual", "contributors")])
_SAYS_NOTHING = (
    ASKING
    | GREETINGS
    | BROWSE_VERBS
    | BROWSE_WORDS
    | _MANY
    | _WHOLE
    | _EACH
    | _ONE_OF_MANY
    | frozenset(
        "we you there do does how many are enumerate give get see want need name available "
        "possible different existing current individual contributor contributors people and or "
        "both on from can i company only just currently at with".split()
    )
)


def question(reading: Reading) -> Question | None:
    """A wish to see the levels of a track, and nothing else; None for another question.

    The whole family, or ladder, is shown for it: its levels stand there by their tracks.
    """
    if _OF_MANY.isdisjoint(chain.from_iterable(map(_WORDS_SAID, reading.tags))):
        return None  # as of most questions
    if not _asks_for_many(reading) or not _says_only_tracks(reading):
        return None
    ends_so = reading.said[-1] in _MANY and not _WHICH.isdisjoint(reading.said[-2:])
    plainly = not _ARE_THERE.isdisjoint(reading.said) or reading.said[0] in _MANY or ends_so
    for_guide = PLAINLY_ASKED if plainly else ANSWERED_FROM
    if reading.like_guide and reading.like_guide[0] >= for_guide:
        return None  # what the tracks are for, or how they differ
    family = reading.index.ladder.families.get(reading.family or "")
    refs = tuple(card.ref for card in family.cards.values()) if family else ()
    return Question(reading.text, Intent.BROWSE, _SURE, refs, family.id if family else None)


def _asks_for_many(reading: Reading) -> bool:
    """Whether levels are asked for, or a track to be listed, and no question of yes or no."""
    said = reading.said
    listed = not _WHOLE.isdisjoint(said) and not _LISTS.isdisjoint(said)
    each = not _EACH.isdisjoint(said) and not _ONE_OF_MANY.isdisjoint(said)
    if (_MANY.isdisjoint(said) and not listed and not each) or not _MEANING.isdisjoint(said):
        return False
    first = next((word for word in said if word not in GREETINGS), "")
    return first not in _BEGINS_OTHER and (first != "how" or "many" in said)


def _says_only_tracks(reading: Reading) -> bool:
    """Whether a track is named, maybe a family, and nothing else."""
    if any(run.some(Kind.CODE) or run.some(Kind.GRADE) for run in reading.runs):
        return False
    said = reading.said
    tracks = frozenset[str]().union(*map(_names, reading.index.ladder.tracks.values()))
    if tracks.isdisjoint(said) and _SAID_TOGETHER.isdisjoint(pairwise(said)):
        return False
    named = {word for run in reading.runs if run.families for tag in run.tags for word in tag.said}
    return set(said) <= _SAYS_NOTHING | tracks | named


def _names(track: Track) -> frozenset[str]:
    """What a track is called, in single words."""
    own = {track.id.casefold(), *words(track.name)}
    own |= {level.code.casefold().rstrip("0123456789") for level in track.levels}
    return frozenset(own - _NO_NAMES | (_LEADING if leads(track) else _WORKING))


_NO_NAMES = frozenset(["", "a", "i", "track", "people"])
