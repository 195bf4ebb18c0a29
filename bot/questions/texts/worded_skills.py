"""A skill in the ladder's own wording, where it is asked whether someone needs it.

Elsewhere its words may be a title, a grade or the end of a phrase: "does a P2 need statistical
modeling?" names no family, and "one language (e.g., Java, Python)" no level.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from bot.questions.language.stems import stem
from bot.questions.language.words import BREAK
from bot.questions.tagging.tags import Kind, Tag, has_kind, places_of
from bot.questions.texts.card_lines import everyday_compound, telling_stems
from bot.questions.texts.skill_index import FEWEST_WHOLE, SkillIndex

_OF_TITLES = frozenset({Kind.FAMILY, Kind.TITLE, Kind.TERM})
_ENDS = frozenset({Kind.CODE, Kind.BREAK})
_NAMES_NOTHING = frozenset({Kind.FILLER, Kind.CONNECTOR})
_LONGEST = 16
"""Words of the longest wording that is looked for."""

_NEED = frozenset(
    """
    need needs needing require requires requiring know knows knowing with w list lists mention
    mentions use uses using do does doing have has having master learn learns expect expects include
    includes want wants knowledge skill skills skilled experience proficiency proficient who whoever
    """.split()
)
_BEFORE_OBJECT = frozenset(
    """
    , a an the any some good strong solid much more to at in with of about know have do be for on
    basic deep really is are our your
    """.split()
)
"""Words between a need and what is needed."""
_NEEDED = frozenset(
    "needed required necessary expected listed mandatory obligatory mentioned wanted must".split()
)
_NEEDS = _NEED | _NEEDED
_BEFORE_NEEDED = frozenset("is are be a an really actually also even something ever still".split())

_Span = tuple[int, int]
_FIRST = itemgetter(0)


def told_apart(tags: list[Tag], skills: SkillIndex) -> list[Tag]:
    """The tags, with the wording of a skill that is asked for as words of their own."""
    kinds = [tag.kind for tag in tags]
    if Kind.GRADE in kinds:
        tags = _with_numbers(tags, skills)
    texts = [tag.text for tag in tags]
    if not skills.inside_compounds.isdisjoint(texts):
        tags = _with_compounds(tags, skills)
    if not _NEEDS.isdisjoint(texts):
        for start, end in _objects(tags):
            if (wording := _wording(tags, start, end, skills)) and _is_no_title(tags, wording):
                return _told(tags, wording, skills)
    if whole := _whole_line(tags, skills):
        return _told(tags, whole, skills)
    return _with_their_own(tags, skills) if Kind.TERM in kinds and "of" in texts else tags


def _whole_line(tags: list[Tag], skills: SkillIndex) -> _Span | None:
    """The words of a line wherever they stand, where so many of them are said."""
    said = [word for tag in tags for word in tag.said]
    many = len(skills.in_long_lines.intersection(map(stem, said))) >= FEWEST_WHOLE
    if many and (found := _long_line(tags, skills)):
        return found
    begins = not skills.line_starts.isdisjoint(zip(said, map(_FIRST, said[1:]), strict=False))
    return _line_like_a_title(tags, skills) if begins else None


def _told(tags: list[Tag], wording: _Span, skills: SkillIndex) -> list[Tag]:
    first, last = wording
    while tags[last - 1].kind is Kind.BREAK:
        last -= 1
    return [*tags[:first], *_as_words(tags[first:last], skills), *tags[last:]]


def _long_line(tags: list[Tag], skills: SkillIndex) -> _Span | None:
    """All the words of a line of three or more, side by side in any order.

    So many are no accident, whatever is asked beside them: "budget stuff for compute and labeling".
    """
    stems = [telling_stems(tag.said) for tag in tags]
    for start, first in enumerate(stems):
        if skills.in_long_lines.isdisjoint(first):
            continue
        said: set[str] = set()
        found = None
        for end in range(start, min(len(tags), start + _LONGEST)):
            more = stems[end]
            if tags[end].kind in _ENDS or not more <= skills.in_long_lines:
                break
            said |= more
            if more and len(said) >= FEWEST_WHOLE and frozenset(said) in skills.section_lines:
                found = start, end + 1
        if found and _is_no_title(tags, found):
            return found
    return None


def _with_their_own(tags: list[Tag], skills: SkillIndex) -> list[Tag]:
    """The tags, with "manager of managers" as the level whose card has "Management of managers"."""
    for place in places_of(Kind.TERM, tags)[:-1]:
        first, of, second = tags[place], tags[place + 1], tags[min(place + 2, len(tags) - 1)]
        if of.text != "of" or second.text != first.text:
            continue
        line = skills.by_stems.get(_stems(first))
        if line is None or skills.lines[line].words[-2:-1] != ("of",):
            continue
        refs = frozenset(ref for ref, _ in skills.places[line])
        said = (*first.said, *of.said, *second.said)
        named = Tag(Kind.TITLE, "".join(said), refs=refs, said=said)
        return [*tags[:place], named, *tags[place + 3 :]]
    return tags


def _line_like_a_title(tags: list[Tag], skills: SkillIndex) -> _Span | None:
    """A line word for word that has a word of titles, and no level: "management of managers"."""
    said = [(place, word) for place, tag in enumerate(tags) for word in tag.said]
    starts = [
        place
        for (place, word), (_, after) in pairwise(said)
        if (word, after[0]) in skills.line_starts
    ]
    for start in starts:
        letters = ""
        for end in range(start, min(len(tags), start + _LONGEST)):
            if tags[end].kind in _ENDS:
                break
            letters += "".join(tags[end].said)
            if end == start or letters not in skills.by_key:
                continue
            kinds = {each.kind for each in tags[start : end + 1]}
            if _NAMES_NOTHING.issuperset(kinds) or not kinds.isdisjoint(_OF_TITLES | {Kind.ROLE}):
                return (start, end + 1) if _is_no_title(tags, (start, end + 1)) else None
    return None


def _with_numbers(tags: list[Tag], skills: SkillIndex) -> list[Tag]:
    """The tags, with a name that ends with a number as one: "ggplot2"."""
    whole: list[Tag] = []
    for tag in tags:
        if whole and (whole[-1].text, tag.text) in skills.numbered:
            whole[-1:] = [Tag(Kind.SKILL, each.text, said=each.said) for each in (whole[-1], tag)]
            continue
        if whole and whole[-1].kind is Kind.OTHER and _joined(whole[-1], tag, skills):
            name = whole[-1].text + tag.text
            whole[-1] = Tag(Kind.OTHER, name, said=(name,))
        else:
            whole.append(tag)
    return whole


def _with_compounds(tags: list[Tag], skills: SkillIndex) -> list[Tag]:
    """The tags, with everyday words that a card makes one of as such: "one on ones"."""
    for place in range(len(tags) - 2):
        if tags[place + 1].text not in skills.inside_compounds:
            continue
        said = [word for tag in tags[place : place + 3] for word in tag.said]
        if len(said) == 3 and everyday_compound(said) in skills.postings:
            joined = Tag(Kind.OTHER, everyday_compound(said), said=(everyday_compound(said),))
            return [*tags[:place], joined, *tags[place + 3 :]]
    return tags


def _objects(tags: Sequence[Tag]) -> Iterator[_Span]:
    """Where what is needed may begin, and the last place where it may end."""
    for place, tag in enumerate(tags):
        if tag.text in _NEED:
            start = place + 1
            while start < len(tags) and tags[start].kind is not Kind.BREAK:
                yield start, len(tags)
                if tags[start].text not in _BEFORE_OBJECT:
                    break
                start += 1
        elif tag.text in _NEEDED:
            end = place
            while end and tags[end - 1].text in _BEFORE_NEEDED:
                end -= 1
            yield from ((start, end) for start in range(max(0, end - _LONGEST), end))


def _wording(tags: Sequence[Tag], start: int, stop: int, skills: SkillIndex) -> _Span | None:
    """The longest stretch from `start` that is a line of a card, word for word."""
    said: set[str] = set()
    found = None
    whole_only = stop < len(tags)
    graded = has_kind(Kind.GRADE, tags)  # what a grade is joined to is another word
    for end in range(start, min(stop, start + _LONGEST)):
        if tags[end].kind is Kind.CODE:
            break
        stems = _stems(tags[end])
        said.update(stems)
        if len(said) > 1 and not graded and not skills.postings.keys() >= stems:
            break
        if graded and end > start and (joined := _joined(tags[end - 1], tags[end], skills)):
            said.add(joined)
            said -= {*_stems(tags[end - 1]), *_stems(tags[end])}
        if whole_only and end + 1 < stop:
            continue
        if _is_line(tags[start : end + 1], frozenset(said), skills):
            found = start, end + 1
    return found


def _is_line(window: Sequence[Tag], said: frozenset[str], skills: SkillIndex) -> bool:
    """Whether words are those of a line; one word that says something must be all of it.

    "I become a manager" is not "Management of managers".
    """
    if len(said) > 1:
        return said in skills.by_stems
    letters = "".join([word for tag in window for word in tag.said if word != BREAK])
    return letters in skills.by_key


def _stems(tag: Tag) -> frozenset[str]:
    return frozenset() if tag.kind is Kind.BREAK else telling_stems(tag.said)


def _joined(one: Tag, other: Tag, skills: SkillIndex) -> str | None:
    """ "ggplot2", whose number was taken for a grade."""
    if other.kind is not Kind.GRADE:
        return None
    word = f"{one.text}{other.text}"
    return stem(word) if skills.knows(word) else None


def _is_no_title(tags: Sequence[Tag], span: _Span) -> bool:
    """Whether the words beside it do not make a title of it: "senior", "engineer", "II"."""
    start, end = span
    if not any(tag.kind in _OF_TITLES for tag in tags[start:end]):
        return True
    after = tags[end].kind if end < len(tags) else Kind.BREAK
    before = tags[start - 1].kind if start else Kind.BREAK
    return after not in {Kind.GRADE, Kind.ROLE} and before is not Kind.TERM


def _as_words(tags: Sequence[Tag], skills: SkillIndex) -> list[Tag]:
    words: list[str] = []
    for before, tag in zip((None, *tags), tags, strict=False):
        if before and _joined(before, tag, skills):
            words[-1] += tag.text
        elif tag.kind is not Kind.BREAK:
            words += tag.said
    return [Tag(Kind.SKILL, word, said=(word,)) for word in words]
