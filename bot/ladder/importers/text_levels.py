"""What a whole pasted text says of its lines: which titles are levels, which names are parts.

A single line does not tell; the lines like it do.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from bot.ladder.importers.levels import graded_alike, is_role, is_rung_title, level_name
from bot.ladder.importers.text_lines import TextLine
from bot.ladder.importers.vocabulary import DISCIPLINE, FIELD_OF, fold, is_part_name

_TRACK = re.compile(r".*\b(?:track|individual contributors?|people managers?|management)", re.I)
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?;]{0,48}?)\s*:\s+\S.*")
_LONGEST_NAME = 6
_LEVEL_LABELS = frozenset(name for name, kind in FIELD_OF.items() if kind == "level")
_SMALL = frozenset({"and", "of", "for", "the", "&", "/"})


def title_levels(lines: Sequence[TextLine]) -> set[int]:
    """Numbers of the lines that are levels by their titles alone, where no level has a code.

    "Engineer" is one beside "Senior Engineer", if each stands alone above what is said of it.
    """
    if any(level_name(line.text.rstrip(":")) for line in lines if not line.bullet):
        return set()
    alone = [
        (line, line.text.rstrip(":"))
        for before, line, following in _with_neighbors(lines)
        if not line.bullet
        and (line.after_blank or line.style)
        and following is not None
        and not (before and FIELD_OF.get(fold(before.text)) in {"titles", "title"})
    ]
    alike = graded_alike([title for _, title in alone])
    rungs = {title.title() if title.isupper() else title for _, title in alone if _rung(title)}
    rungs |= alike
    jobs = {title.split()[-1].casefold() for title in rungs}
    if not rungs or (len(rungs) < 2 and not any(_beside(title, jobs) for _, title in alone)):
        return set()
    return {
        line.number
        for line, title in alone
        if _rung(title) or title in alike or _beside(title, jobs)
    }


def labeled_levels(lines: Sequence[TextLine]) -> set[int]:
    """Numbers of the lines that name a level by its title and say in the same line what it is.

    "Junior Engineer: fixes bugs", "Engineer: owns features", where no level has a code.
    """
    if any(level_name(line.text.split(":")[0]) for line in lines):
        return set()
    labels = {
        line.number: match["label"] for line in lines if (match := _LABEL.fullmatch(line.text))
    }
    rungs = {label for label in labels.values() if _rung(label)}
    jobs = {label.split()[-1].casefold() for label in rungs}
    every = {n: label for n, label in labels.items() if label in rungs or _beside(label, jobs)}
    distinct = len(set(every.values()))
    return set(every) if distinct > 1 and distinct == len(every) else set()


def repeated_names(lines: Sequence[TextLine]) -> set[int]:
    """Numbers of the short lines that stand under several levels alike: names of parts."""
    under: defaultdict[str, set[int]] = defaultdict(set)
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    level = 0
    for line, following in pairwise([*lines, *lines[-1:]]):
        if not line.bullet and level_name(line.text.rstrip(":")):
            level = line.number
        elif level and _is_name(line) and not level_name(following.text):
            under[fold(line.text)].add(level)
            numbers[fold(line.text)].append(line.number)
    return {n for name, levels in under.items() if len(levels) > 1 for n in numbers[name]}


def heads_levels(before: TextLine | None, line: TextLine, following: TextLine | None) -> bool:
    """Whether a line right above a level names the family or the track that it begins."""
    if line.bullet or following is None or following.bullet:
        return False
    if not (before is None or before.bullet or line.after_blank or line.style):
        return False  # the last line of a list without bullets: "Mentors one engineer"
    level = level_name(following.text.rstrip(":"))
    if level is None or level_name(line.text) or not (level.name or line.style == "hash"):
        return False
    text = line.text.rstrip(":")
    named = is_role(text) or DISCIPLINE.search(text) or _TRACK.fullmatch(text)
    words = [word for word in text.split() if word not in _SMALL]
    titled = all(word[:1].isupper() for word in words) or _TRACK.fullmatch(text)
    return bool(named and titled) and not is_rung_title(text) and len(words) <= _LONGEST_NAME


def titles_level(line: TextLine, following: TextLine | None) -> bool:
    """Whether a title stands above the bare code of its level: "Data Engineer" over "L2"."""
    heading = line.style == "hash" and not is_rung_title(line.text)
    if line.bullet or heading or following is None or following.bullet:
        return False
    level = level_name(following.text.rstrip(":"))
    bare = level is not None and (not level.name or fold(level.name) in _LEVEL_LABELS)
    label, colon, _ = line.text.partition(":")
    if colon and bare and FIELD_OF.get(fold(label)) == "title":
        return True
    own = level_name(line.text) is None and not is_part_name(line.text)
    return bare and own and (is_role(line.text) or is_rung_title(line.text))


def _with_neighbors(
    lines: Sequence[TextLine],
) -> list[tuple[TextLine | None, TextLine, TextLine | None]]:
    before: list[TextLine | None] = [None, *lines]
    after: list[TextLine | None] = [*lines[1:], None]
    return list(zip(before, lines, after, strict=False))


def _rung(title: str) -> bool:
    return is_rung_title(title.title() if title.isupper() else title)


def _beside(title: str, jobs: set[str]) -> bool:
    return is_role(title) and title.rsplit(maxsplit=1)[-1].casefold() in jobs


def _is_name(line: TextLine) -> bool:
    words = line.text.split()
    return (
        not line.bullet
        and not line.depth
        and len(words) <= _LONGEST_NAME
        and line.text[:1].isupper()
        and line.text[-1:] not in ".!?;,"
        and not (is_role(line.text) or is_rung_title(line.text) or is_part_name(line.text))
        and any(map(str.isalpha, line.text))
    )
