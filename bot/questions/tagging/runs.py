"""The stretches of a question that speak of one title or code."""

from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from bot.questions.language.english import DEGREES, INDEFINITE, PROFESSIONS, ROMAN_NUMERALS
from bot.questions.tagging.tags import Kind, Tag, has_kind
from bot.questions.vocabulary.lexicon import Signature

TITLE_KINDS = frozenset({Kind.CODE, Kind.TITLE, Kind.FAMILY, Kind.TERM, Kind.GRADE, Kind.ROLE})
_INSIDE = frozenset({Kind.CONNECTOR, Kind.LEVEL_WORD, Kind.BREAK})
_BEFORE_GRADE = frozenset(
    {Kind.FAMILY, Kind.TITLE, Kind.TERM, Kind.ROLE, Kind.LEVEL_WORD, Kind.GRADE}
)
_ENDS_TITLE = frozenset({Kind.GRADE, Kind.TITLE})
_TITLED = frozenset({Kind.ROLE, Kind.CODE, Kind.TITLE, Kind.GRADE})
_AT_NUMBER = (Kind.FAMILY, Kind.CONNECTOR, Kind.GRADE)
_PROFESSIONS = tuple(PROFESSIONS)
_CHOOSING = frozenset({Kind.CODE, Kind.TITLE, Kind.TERM, Kind.GRADE})
_JOINS = frozenset({Kind.SEPARATOR, Kind.CONNECTOR})
_RELATES = frozenset(
    "above below beneath under over beside alongside against instead rather outrank "
    "outranks".split()
)
"""Words that set one level beside another: "is principal above expert for frontend"."""
_BECOMES = frozenset("become becomes becoming reach reaches reaching".split())
"""Words between a level and what somebody at it wants to be: "a band 6, to reach advanced"."""
_BRIDGES = (
    _RELATES
    | _BECOMES
    | frozenset(
        "differ differs different difference compare compared compares comparing comparison promo "
        "promotion promoted move moving going go get jump jumping step stepping".split()
    )
)
"""Words between two levels of one family: "a senior data scientist differs from a principal"."""


class Run(NamedTuple):
    """Neighboring words that speak of one title or code."""

    joined: bool
    """Only words such as "vs" or "and" part it from the run before it."""
    first: int
    """Where its first tag stands among the question's."""
    last: int
    """Where its last tag stands."""
    stretch: tuple[int, int]
    """Where the words begin of all runs beside which nothing else stands, and the place behind."""
    tags: tuple[Tag, ...]
    kinds: frozenset[Kind]
    """Those of its tags."""
    families: frozenset[str]
    """The family ids that its words name; those that all of them agree on, if any."""
    torn: bool
    """Whether it names families that have nothing in common."""
    doubtful: bool
    """Whether one of its titles may well be another."""
    quoted: bool
    """Whether a term of it is quoted by itself: "what does 'senior' mean at our place"."""
    idle: bool
    """Whether its only term is a verb: "developing software" is no title."""
    at_number: bool
    """Whether one of a family is at a number: "a data scientist at 3", not "engineers at 3"."""
    signature: Signature
    """What its terms and grade choose, given a family."""
    codes: tuple[Tag, ...]
    titles: tuple[Tag, ...]
    titled: bool
    """Whether each title says all that its words choose."""
    chooses: bool
    """Whether its words choose a level, given a family."""
    stands_in: bool
    """Whether "one" stands for a title's noun: "an experienced one"."""
    specified: bool
    """Whether it says both the family and the level: "P6 data scientist", a whole title."""
    edits: int
    """Letters that differ from the ladder's spelling."""

    def some(self, kind: Kind) -> list[Tag]:
        """Its tags of one kind, in order."""
        return [tag for tag in self.tags if tag.kind is kind] if kind in self.kinds else []

    def has(self, kind: Kind) -> bool:
        """Whether any of its tags is of a kind."""
        return kind in self.kinds


_PLACE: Final = 4
"""The fields of a run that tell where it stands."""


@lru_cache(maxsize=10_000)
def _of_words(tags: tuple[Tag, ...]) -> Run:
    """A run as its words alone make it; those of titles are the same in many questions."""
    kinds = frozenset([tag.kind for tag in tags])
    named = [tag.families for tag in tags if tag.families]
    families = _families(tags) if named else frozenset()
    at_number = Kind.GRADE in kinds and _is_at_number(tags)
    counts = _counts(tags, at_number) if Kind.GRADE in kinds else []
    signature = frozenset().union(*[tag.signature for tag in tags if tag not in counts])
    codes = tuple([tag for tag in tags if tag.kind is Kind.CODE]) if Kind.CODE in kinds else ()
    titles = tuple([tag for tag in tags if tag.kind is Kind.TITLE]) if Kind.TITLE in kinds else ()
    chooses = bool(signature or codes or titles)
    return Run(
        joined=False,
        first=0,
        last=0,
        stretch=(0, 0),
        tags=tags,
        kinds=kinds,
        families=families,
        torn=len(named) > 1 and not frozenset.intersection(*named),
        doubtful=True in [tag.doubtful for tag in tags],
        quoted=True in [tag.quoted for tag in tags],
        idle=bool(families) and Kind.TERM in kinds and _is_idle(tags),
        at_number=at_number,
        signature=signature,
        codes=codes,
        titles=titles,
        titled={tag.signature for tag in titles} == {signature},
        chooses=chooses,
        stands_in=tags[-1].text == "one" and tags[-1] in counts,
        specified=bool(families) and chooses,
        edits=sum([tag.edits for tag in tags]),
    )


def _families(tags: tuple[Tag, ...]) -> frozenset[str]:
    named = [tag.families for tag in tags if tag.kind is Kind.FAMILY]
    named = named or [tag.families for tag in tags if tag.kind is Kind.TITLE]
    shared = frozenset.intersection(*named) if named else frozenset()
    return shared or frozenset().union(*named)


def _is_idle(tags: tuple[Tag, ...]) -> bool:
    """Whether the only term of a family is a verb."""
    terms = [tag.text for tag in tags if tag.kind is Kind.TERM]
    if not terms or not all(term.endswith("ing") for term in terms):
        return False
    return not any(
        tag.kind in _TITLED or tag.text.endswith(_PROFESSIONS)
        for tag in tags
        if tag.kind is not Kind.TERM
    ) and not any(
        tag.kind is Kind.TERM and after.kind is Kind.LEVEL_WORD  # "developing level"
        for tag, after in pairwise(tags)
    )


def _counts(tags: tuple[Tag, ...], at_number: bool) -> list[Tag]:
    """Numbers that count something: "3 data scientists", "machine learning in 2 days".

    A number is a grade only right behind a title's word, or alone ("software III vs 4").
    """
    if len(tags) == 1:
        return []
    termed = has_kind(Kind.TERM, tags)
    before = (None, *(tag.kind for tag in tags))
    return [
        tag
        for kind, tag in zip(before, tags, strict=False)
        if tag.kind is Kind.GRADE
        and tag.text not in ROMAN_NUMERALS
        and (kind not in _BEFORE_GRADE or (tag.text == "one" and termed))
        and not (tag is tags[1] and tags[0].text in INDEFINITE)
        and not (tag is tags[-1] and at_number)
    ]


def _is_at_number(tags: tuple[Tag, ...]) -> bool:
    if len(tags) < len(_AT_NUMBER):
        return False
    family, joining, last = tags[-len(_AT_NUMBER) :]
    one = not family.said[-1].endswith("s")
    kinds = (family.kind, joining.kind, last.kind)
    return one and joining.text == "at" and kinds == _AT_NUMBER


def find_runs(tags: list[Tag]) -> list[Run]:
    """The stretches of a question that speak of a title or a code, in order."""
    found: list[Run] = []
    before = 0
    for place in [place for place, tag in enumerate(tags) if tag.kind in TITLE_KINDS]:
        start, kind = place, tags[place].kind
        if start < before or (kind is Kind.TERM and _is_compared_by(tags, start)):
            continue
        if kind is Kind.GRADE and start and _numbers_level(tags[start - 1 : start + 3]):
            start -= 1
        end = _end_of_run(tags, start)
        joined = before > 0 and _is_bridge(tags[before - 1], tags[before:start])
        parts = [[start]] if end - start == 1 else _items(tags, start, end)
        for number, part in enumerate(parts):
            first, last = part[0], part[-1]
            words = _of_words(tuple([tags[index] for index in part]))
            found.append(Run(joined or number > 0, first, last, (start, end), *words[_PLACE:]))
        before = end
    return found


def _end_of_run(tags: list[Tag], start: int) -> int:
    """Behind the last tag of the stretch that begins at `start`."""
    end = start + 1
    for index in range(start + 1, len(tags)):
        kind = tags[index].kind
        titled = tags[index - 1].kind in _ENDS_TITLE
        if kind is Kind.TERM and titled and not _heads(tags, index):
            break  # "do ML IIs lead anyone": a grade ends a title
        begins = kind is Kind.TITLE and tags[index - 1].text in INDEFINITE
        if begins and has_kind(Kind.TERM, tags[start:end]):
            break  # "what lands on the desk of a loss adjuster"
        if tags[index].text == "for" and _is_for_other(tags, start, index):
            break  # "the gap to IV for a Backend III"
        if kind in TITLE_KINDS:
            end = index + 1
        elif kind not in _INSIDE and not _adds_field(tags, index):
            break
    if end - start > 1 and tags[end - 1].text == "one" and _points(tags[start - 1 : start]):
        termed = has_kind(Kind.TERM, tags[start:end])
        return end if termed else end - 1  # "the software one" is a level, and not Software I
    return end


def _heads(tags: list[Tag], place: int) -> bool:
    """Whether a word of rank makes another title of that before it: "senior engineer manager"."""
    before = tags[place - 1]
    return before.said[-1:] != () and before.said[-1] in _JOB and tags[place].text == "manager"


_JOB = frozenset("engineer developer scientist programmer".split())


def _is_for_other(tags: list[Tag], start: int, place: int) -> bool:
    """Whether "for a" stands between a level and another one, that of whom it is asked for."""
    behind = [tag.kind for tag in tags[place + 2 : place + 4]]
    if len(behind) < 1 or tags[place + 1].text not in INDEFINITE or behind[0] not in _TITLED_AS:
        return False
    chosen = any(tag.kind in _CHOOSING for tag in tags[start:place])
    return chosen and not _CHOOSING.isdisjoint(behind)


_TITLED_AS = _CHOOSING | {Kind.FAMILY}


def _is_compared_by(tags: list[Tag], start: int) -> bool:
    """Whether a term only says by what levels are compared: "who is more senior, …"."""
    before = tags[start - 1].text if start else ""
    after = tags[start + 1].kind if start + 1 < len(tags) else Kind.BREAK
    return before in DEGREES and after not in TITLE_KINDS


def _adds_field(tags: list[Tag], index: int) -> bool:
    """Whether a word only leads on to the field: "team lead, but on the frontend side"."""
    before = tags[index - 1].kind
    if tags[index].text in _FIELDS:
        after = next((tag.kind for tag in tags[index + 1 :] if tag.kind is not Kind.BREAK), None)
        return after is Kind.FAMILY and before in _BEFORE_FIELD
    if tags[index].text not in _LEADS_ON or index + 1 == len(tags):
        return False
    return before is Kind.BREAK and tags[index + 1].kind is Kind.CONNECTOR


_LEADS_ON = frozenset(["but", "just", "only"])
_FIELDS = frozenset("family discipline profession department dept".split())
"""Words before the family of a level: "level: P4, family: software"."""
_BEFORE_FIELD = frozenset({Kind.CODE, Kind.GRADE, Kind.TERM, Kind.BREAK})


def _points(before: list[Tag]) -> bool:
    return any(tag.text in {"the", "that", "this", "which"} for tag in before)


def _is_bridge(before: Tag, between: list[Tag]) -> bool:
    """Whether words only part one level from the next."""
    kinds = {tag.kind for tag in between if tag.text not in _BRIDGES}
    if any(tag.text in _BECOMES for tag in between):
        return kinds <= _JOINS | {Kind.BREAK}
    relates = before.kind is not Kind.GRADE  # "one below director" is no level I
    parts = any(tag.kind is Kind.SEPARATOR or (relates and tag.text in _RELATES) for tag in between)
    return kinds <= _JOINS and parts


_IN = frozenset(["in", "for", "of", "on"])
_NUMBER_IN_FAMILY = [Kind.GRADE, Kind.CONNECTOR, Kind.FAMILY]


def _numbers_level(tags: list[Tag]) -> bool:
    """Whether a family follows a level and its number: "level 3 data scientist", "a 5 in ML"."""
    kinds = [tag.kind for tag in tags]
    if kinds[1:] == _NUMBER_IN_FAMILY and tags[1].text not in ROMAN_NUMERALS:
        return tags[2].text in _IN and (tags[0].text in INDEFINITE or kinds[0] is Kind.LEVEL_WORD)
    if kinds[0] is not Kind.LEVEL_WORD:
        return False
    if kinds[2:3] == [Kind.BREAK]:
        del kinds[2]  # "level seven, software"
    return kinds[1:3] == [Kind.GRADE, Kind.FAMILY]


def _items(tags: list[Tag], start: int, end: int) -> list[list[int]]:
    """A run's places, parted where each part chooses a level: "junior, mid", "ML II / ML III"."""
    parts: list[list[int]] = [[]]
    for index in range(start, end):
        if tags[index].kind is Kind.BREAK:
            parts.append([])
            continue
        if parts[-1] and _begins_next(tags[parts[-1][-1]], tags[index]):
            parts.append([])
        parts[-1].append(index)
    items: list[list[int]] = []
    for part in filter(None, parts):
        apart = _choosing(tags, part) or _other_family(tags, items[-1], part) if items else True
        if items and not (_choosing(tags, items[-1]) and apart):
            items[-1] += part
        else:
            items.append(part)
    return items


def _begins_next(before: Tag, tag: Tag) -> bool:
    """Whether a title ends where another title or grade begins: "ML II/III"."""
    if before.kind not in {Kind.GRADE, Kind.TITLE} or tag.text == "one":
        return False
    graded = before.kind is Kind.GRADE or any(part.startswith("#") for part in before.signature)
    return tag.kind in {Kind.TITLE, Kind.FAMILY} or (tag.kind is Kind.GRADE and graded)


_LISTS = frozenset(["and", "or", "plus"])


def _other_family(tags: list[Tag], before: list[int], part: list[int]) -> bool:
    """Whether a list of families goes on: "senior in software, ML and data science"."""
    if not any(tag.text in _LISTS for tag in tags[part[-1] + 1 : part[-1] + 2]):
        return False  # "senior software engineer, machine learning"
    first = [tags[index].families for index in before if tags[index].families]
    second = [tags[index].families for index in part if tags[index].families]
    return bool(first and second) and first[-1].isdisjoint(second[0])


def _choosing(tags: list[Tag], places: list[int]) -> bool:
    if [tags[index].text for index in places] == ["one"]:
        return False  # "I have two offers, one Expert Data Scientist"
    return any(tags[index].kind in _CHOOSING for index in places)
