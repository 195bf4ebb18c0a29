"""A wish to see the whole ladder, or a family's part of it: "the complete list of levels".

Told by what kinds of words there are, in any order: one for all of it, one for levels, and none
that says anything else, but for what it is wanted for.
"""

from bot.questions.language.english import GREETINGS
from bot.questions.question import Intent, Question
from bot.questions.reading import Reading
from bot.questions.tagging.tags import Kind

_SURE = 0.85

_ALL = frozenset(
    "all every everything whole full complete entire list overview index table name "
    "names rundown glance map structure outline catalog catalogue contents lot "
    "through".split()
)
"""Words for all of something, or for how it is laid out."""
_IS_ALL = frozenset(["everything", "contents", "lot", "overview"])
"""Those of them that need no word for levels."""
_LEVELS = frozenset(
    "levels rungs grades ladder ladders families tracks tiers bands disciplines "
    "professions hierarchy path paths framework roles titles cards".split()
)
_OF_LEVELS = _LEVELS | _IS_ALL
_ENDS = frozenset("bottom top lowest highest".split())
_ORDER = frozenset("first last to up down".split())
"""One of each says that all of them are meant: "lowest first", "bottom to top"."""
_SEES = frozenset(
    "show give list see view open post paste send share print read browse get have "
    "find walk take talk run need want like love appreciate nice great put display".split()
)
_SAYS_NOTHING = (
    GREETINGS
    | _ALL
    | _LEVELS
    | _SEES
    | frozenset(
        "i id where me us we you youve your our my the a an this that of in on at for with to "
        "by from and or job career company there is are what whats which do does did can "
        "could would will please just only now here again one got known be it its quick "
        "quickly short side level them bottom top lowest highest low high first last order up down "
        "end start beginning lay layout laid out career jobs".split()
    )
)
_VERBS = frozenset("is are do does can could would will".split())
_ASKS = frozenset(["what", "whats", "which", "there"])
_PURPOSE = frozenset(["for", "because", "so", "since", "before"])
_NO_WISH = frozenset("am who why when how whose should must far long".split())


def overview(reading: Reading) -> Question | None:
    """The levels of a family, or of the whole ladder; None where anything else is said."""
    said = _asked(reading.said)
    known = set(said)
    ordered = not (_ENDS.isdisjoint(known) or _ORDER.isdisjoint(known))
    if (
        (_ALL.isdisjoint(known) and not ordered)
        or _OF_LEVELS.isdisjoint(known)
        or not _NO_WISH.isdisjoint(known)
    ):
        return None
    if known & _VERBS and not known & _SEES and known.isdisjoint(_ASKS):
        return None  # "is the whole ladder"
    if any(run.chooses or run.some(Kind.CODE) for run in reading.runs):
        return None
    named = {word for run in reading.runs if run.families for tag in run.tags for word in tag.said}
    if not known <= _SAYS_NOTHING | named:
        return None
    family = reading.index.ladder.families.get(reading.family or "")
    if family is None and named:
        return None
    refs = tuple(card.ref for card in family.cards.values()) if family else ()
    return Question(reading.text, Intent.BROWSE, _SURE, refs, family.id if family else None)


def _asked(said: list[str]) -> list[str]:
    """The words, without those of what it is wanted for: "… for our new HR system"."""
    seen = False
    for place, word in enumerate(said):
        seen = seen or word in _OF_LEVELS
        if seen and word in _PURPOSE and said[place + 1 : place + 2] != ["which"]:
            return said[:place]
    return said
