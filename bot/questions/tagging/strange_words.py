"""Words that cast doubt on a level: those that nobody knows, and those of another topic."""

from bot.questions.language.chatter import is_of_other_topic
from bot.questions.language.patterns import is_everyday
from bot.questions.tagging.tags import Kind, Tag, places_of


def _strange(tags: list[Tag]) -> list[str]:
    """The words of a question that nobody knows, but for those that it rules out."""
    if _RULES_OUT.isdisjoint([tag.text for tag in tags]):
        return [tag.text for tag in tags if tag.kind is Kind.OTHER]
    return [
        tags[place].text for place in places_of(Kind.OTHER, tags) if not is_ruled_out(tags, place)
    ]


def unknown_words(tags: list[Tag]) -> int:
    """How many words of a question nobody knows; one that it rules out counts for none."""
    return len(_strange(tags))


def everyday_words(tags: list[Tag]) -> int:
    """How many of the unknown words are everyday English, and so no name of a company or a job."""
    return sum(map(is_everyday, _strange(tags)))


def other_topics(tags: list[Tag]) -> int:
    """How many words speak of what no ladder tells, and are not understood as what is asked."""
    of_other = [
        place
        for place, tag in enumerate(tags)
        if tag.kind in _OF_NO_LEVEL and is_of_other_topic(tag.text)
    ]
    if not of_other:
        return 0
    asker = _behind_asker(tags)
    return sum(
        place >= asker
        and not (is_ruled_out(tags, place) or _is_hour(tags, place) or _is_place(tags, place))
        for place in of_other
    )


def _behind_asker(tags: list[Tag]) -> int:
    """How many tags only say who wants to know: "the immigration lawyer wants the SOC code"."""
    for place, tag in enumerate(tags):
        if tag.kind in _OF_LEVELS or tag.kind is Kind.BREAK:
            return 0
        if tag.text in _WANTS:
            return place
    return 0


_OF_LEVELS = frozenset({Kind.TITLE, Kind.FAMILY, Kind.CODE, Kind.TERM, Kind.GRADE})
_WANTS = frozenset(
    "wants wanted asks asked asking requests requested requires demands insists wonders".split()
)


def _is_place(tags: list[Tag], place: int) -> bool:
    """Whether work only lands there: "the problems on a senior data scientist's desk"."""
    if tags[place].text not in _WHERE_WORK_LANDS:
        return False
    return any(tag.text in _ONTO for tag in tags[max(0, place - _NEAR) : place])


_WHERE_WORK_LANDS = frozenset(["desk", "desks"])
_ONTO = frozenset(["on", "onto", "across", "off"])
_NEAR = 5


def _is_hour(tags: list[Tag], place: int) -> bool:
    """Whether a meal only tells when: "so that we can end this before lunch"."""
    before = tags[place - 1].text if place else ""
    return before in _AT_AN_HOUR and tags[place].text in _MEALS


_AT_AN_HOUR = frozenset("before by until till after over at during".split())
_MEALS = frozenset("breakfast lunch dinner coffee".split())


_OF_NO_LEVEL = frozenset({Kind.OTHER, Kind.FILLER})


def is_ruled_out(tags: list[Tag], place: int) -> bool:
    """Whether a word names what is not meant: "m2 pls (the level, not the laptop)"."""
    return (place > 0 and tags[place - 1].text in _RULES_OUT) or (
        place > 1 and tags[place - 2].text in _RULES_OUT
    )


_RULES_OUT = frozenset("not besides except excluding beside".split())
