"""The levels of a track, or of both: "what manager levels do we have", "IC and M levels"."""

from itertools import pairwise

from bot.ladder import Track
from bot.questions.english import ASKING, BROWSE_VERBS, BROWSE_WORDS, GREETINGS
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.tags import Kind
from bot.questions.tracks import leads
from bot.questions.words import words

_SURE = 0.85
_MANY = frozenset("levels grades rungs tiers cards titles".split())
_WHOLE = frozenset(["track", "tracks", "ladder", "side"])
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
    said = reading.said
    if _MANY.isdisjoint(said) and _WHOLE.isdisjoint(said):
        return None
    if any(run.some(Kind.CODE) or run.some(Kind.GRADE) for run in reading.runs):
        return None
    of_tracks = frozenset[str]().union(*map(_names, reading.index.ladder.tracks.values()))
    if of_tracks.isdisjoint(said) and _SAID_TOGETHER.isdisjoint(pairwise(said)):
        return None
    named = {word for run in reading.runs if run.families for tag in run.tags for word in tag.said}
    if not set(said) <= _SAYS_NOTHING | of_tracks | named:
        return None
    family = reading.index.ladder.families.get(reading.family or "")
    refs = tuple(card.ref for card in family.cards.values()) if family else ()
    return Question(reading.text, Intent.BROWSE, _SURE, refs, family.id if family else None)


def _names(track: Track) -> frozenset[str]:
    """What a track is called, in single words."""
    own = {track.id.casefold(), *words(track.name)}
    own |= {level.code.casefold().rstrip("0123456789") for level in track.levels}
    return frozenset(own - _NO_NAMES | (_LEADING if leads(track) else _WORKING))


_NO_NAMES = frozenset(["", "a", "i", "track", "people"])
