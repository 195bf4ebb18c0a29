"""Titles that are only the name of a job: "Software Engineer", where that is one level's title.

On such a ladder the same words name the job at all of its levels: "what comes after L4 for a
software engineer", "what levels are there for a nurse", "5 years as a technician, what grade am I".
There they are read as the family; asked for alone they stay the title.
"""

from collections.abc import Iterator, Sequence, Set

from bot.questions.language.words import BREAK
from bot.questions.language.years import years_in
from bot.questions.question import Context
from bot.questions.tagging.tags import Kind, Tag, places_of
from bot.questions.vocabulary.lexicon import Lexicon

_LEVELS = frozenset("levels grades bands rungs tiers steps ranks cards".split())
_LEVEL = frozenset("level grade band rung tier step rank".split())
_WHOLE = frozenset("ladder track path family ladders tracks families".split())
_WHICH = frozenset("which what every each any all".split())
_ARTICLES = frozenset("a an the our my your this that".split())
_OF = frozenset("for as in of at among within to".split())
_MODALS = frozenset(
    "do does did can could should would must may might will shall to i we you they".split()
)
_VERBS = frozenset("lead head staff master manage direct associate".split())
"""Words of titles that are as well what somebody does: "does a software engineer lead people"."""
_SPEAKS_OF = frozenset("mean means meaning look looks entail involve stand different".split())
_PLACES = _LEVEL | frozenset(
    "fit fits land sit slot place placed belong where which code title".split()
)
"""Words that ask where on the ladder some years are."""
_THERE = frozenset(["for", "in"])
_BECOME = frozenset("be become becoming reach make hit".split())
_JOINS = frozenset({Kind.SEPARATOR})
_JOBS = frozenset({Kind.TITLE, Kind.FAMILY})
_INSIDE = frozenset({Kind.LEVEL_WORD, Kind.CONNECTOR, Kind.BREAK, Kind.ROLE})
_HELD = frozenset("card role post position profile description".split())
"""What there is of a level for a job: "the senior officer card for nurses"."""
_NARROWS = frozenset({Kind.CODE, Kind.GRADE, Kind.TERM})


def as_families(tags: list[Tag], lexicon: Lexicon, text: str, context: Context) -> list[Tag]:
    """The tags of a plain text, with the titles that only say which job is meant as families."""
    terms = places_of(Kind.TERM, tags)
    if terms and (nouns := [at for at in terms if _is_noun(tags, at, lexicon)]):
        tags = [
            tag._replace(kind=Kind.ROLE, signature=frozenset()) if at in nouns else tag
            for at, tag in enumerate(tags)
        ]
    titles = places_of(Kind.TITLE, tags)
    places = [place for place in titles if _names_job(tags[place], lexicon)]
    if not places:
        return tags
    ranks = {at for at, tag in enumerate(tags) if _says_rank(tag, lexicon)}
    others = len(titles) > len(places)
    every = not others and any(tag.text in _LEVELS for tag in tags)
    placed = every or _places_years(tags, text)
    meant = [
        at
        for at in places
        if every or (placed and not _is_goal(tags, at)) or _is_job(tags, at, ranks)
    ]
    if not meant and len(titles) == 1 and _is_other_job(tags, titles[0], context):
        meant = titles
    read = list(tags)
    for at in meant:
        read[at] = tags[at]._replace(kind=Kind.FAMILY, refs=frozenset())
    return read


def _is_noun(tags: Sequence[Tag], at: int, lexicon: Lexicon) -> bool:
    """Whether a term is only the noun of the family before it: "L3 as a support specialist"."""
    if not at or tags[at - 1].kind is not Kind.FAMILY:
        return False
    if at > 1 and tags[at - 2].kind in _NARROWS:
        return False
    signature, families = tags[at].signature, tags[at - 1].families
    return all(families <= lexicon.nouns.get(part, frozenset()) for part in signature) and not any(
        lexicon.levels_for(signature, family) for family in families
    )


def _is_other_job(tags: Sequence[Tag], at: int, context: Context) -> bool:
    """Whether the same is asked for another job: after a nurse's level "and for technicians?"."""
    before = [tag.text for tag in tags[:at] if tag.text not in _ARTICLES]
    other = context.family not in tags[at].families
    return bool(context.levels) and other and before[-1:] != [] and before[-1] in _THERE


def _places_years(tags: Sequence[Tag], text: str) -> bool:
    """Whether it is asked which level some years make."""
    return any(tag.text in _PLACES for tag in tags) and years_in(text) is not None


def _is_goal(tags: Sequence[Tag], at: int) -> bool:
    """Whether a title is what somebody wants to be: "is 2 years enough to become a nurse"."""
    before = [tag.text for tag in tags[max(0, at - 3) : at] if tag.text not in _ARTICLES]
    return before[-1:] != [] and before[-1] in _BECOME


def _names_job(tag: Tag, lexicon: Lexicon) -> bool:
    return not tag.signature and not tag.doubtful and tag.families == lexicon.families.get(tag.text)


def _says_rank(tag: Tag, lexicon: Lexicon) -> bool:
    """Whether it says a level and no job; "Explorer" may be a whole title too."""
    return tag.kind is Kind.TERM or (tag.kind is Kind.TITLE and tag.text in lexicon.terms)


def _is_job(tags: Sequence[Tag], at: int, ranks: Set[int]) -> bool:
    """Whether other words say which of its levels is meant, or ask for all of them."""
    return (
        _asks_levels(tags, at)
        or any(_narrows(tags, at, place, ranks) for place in _beside(tags, at))
        or _has_code(tags, at)
        or _has_rank(tags, at, ranks)
    )


def _asks_levels(tags: Sequence[Tag], at: int) -> bool:
    """ "Which nurse level", "every level of a nurse", "the nurse track"."""
    after = tags[at + 1].text if at + 1 < len(tags) else BREAK
    before = [tag.text for tag in tags[max(0, at - 4) : at] if tag.text not in _ARTICLES]
    *_, which, level, of = ("", "", "", *before)
    if after in _WHOLE or (of in _OF and level in _WHOLE):
        return True
    return (after in _LEVEL and of in _WHICH) or (of in _OF and level in _LEVEL and which in _WHICH)


def _beside(tags: Sequence[Tag], at: int) -> Iterator[int]:
    """The places of the words of titles right beside it, in the same stretch."""
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(tags) and _is_inside(tags[place]):
            place += step
        if 0 <= place < len(tags):
            yield place


def _is_inside(tag: Tag) -> bool:
    return tag.kind in _INSIDE or tag.text in _HELD


def _narrows(tags: Sequence[Tag], at: int, place: int, ranks: Set[int]) -> bool:
    """Whether the word at `place` chooses a level, and is no verb: "does a nurse lead others"."""
    tag = tags[place]
    if tag.kind is Kind.TITLE and place in ranks:
        return place == at - 1 or place > at
    if tag.kind not in _NARROWS:
        return False
    if tag.kind is Kind.GRADE:
        return tag.text != "one" and (place == at + 1 or tags[place - 1].kind is Kind.LEVEL_WORD)
    if tag.kind is Kind.TERM and place > at:
        asks = any(each.text in _MODALS for each in tags[:at])
        return not (asks and tag.text in _VERBS)
    return True


def _has_code(tags: Sequence[Tag], at: int) -> bool:
    """Whether a code says the level elsewhere, and the two are not parted by "vs" or "or"."""
    codes = places_of(Kind.CODE, tags)
    return any(not _is_joined(tags[min(at, place) + 1 : max(at, place)]) for place in codes)


def _has_rank(tags: Sequence[Tag], at: int, ranks: Set[int]) -> bool:
    """Whether a word of rank is spoken of "for a" job: "what does senior mean for a nurse"."""
    before = [place for place in range(at) if tags[place].text not in _ARTICLES]
    if not before or tags[before[-1]].text not in _OF:
        return False
    said = {tags[place].text for place in before}
    return not said.isdisjoint(_SPEAKS_OF) and not ranks.isdisjoint(before)


def _is_joined(between: Sequence[Tag]) -> bool:
    """Whether only "vs" or "or" is said, or a job and then one of these: "L4 Nurse vs Nurse"."""
    said = [tag for tag in between if tag.text not in _ARTICLES]
    jobs = [at for at, tag in enumerate(said) if tag.kind in _JOBS]
    joins = [at for at, tag in enumerate(said) if tag.kind in _JOINS]
    if jobs and joins:
        return jobs[0] < joins[-1] == len(said) - 1
    return bool(said) and len(joins) == len(said)
