"""Short words in capitals that nobody can read."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from bot.ladder.checks.signals import ShortForms
from bot.ladder.model import Problem, Track
from bot.ladder.read import ReadCard, ReadFamily

_ABBREVIATION = re.compile(r"(?<![\w&])[A-Z]{2,5}(?![\w&])")
_ROMAN = re.compile(r"[IVX]+")
_CAPITALS = re.compile(r"(?<![\w&])[A-Z]{6,}(?![\w&])")
"""Longer than any abbreviation: its title is written in capitals."""
_SHORTEST_WORD = 4
_ONSETS = (
    "(?:[BCFGKP]L|[BCDFGKPTW]R|[CGKPRSTW]H|[GKP]N|PS|QU|S[CKMNPQTVWL]|S[CPT]R|SPL|S[CH]HR?|SQU|"
    "TH[RW]|[DT]W|[PC]HR)"
)
_LIKE_A_WORD = re.compile(
    rf"(?:{_ONSETS}|[B-DF-HJ-NPR-TV-Z])?[AEIOUY]{{1,2}}"
    r"(?:[B-DF-HJ-NPR-TV-Z]{1,3}|$)(?:[AEIOUY]{1,2}[B-DF-HJ-NPR-TV-Z]{0,2})?"
)
"""How a word of English may sound: SITE, COOK and CLERK, but not QXA, SRE or MTS."""
_WORD = re.compile(r"\w+")


def unknown_abbreviations(
    family: ReadFamily, tracks: Mapping[str, Track], short_forms: ShortForms
) -> Iterator[Problem]:
    """Short words in capitals that nothing in the family's titles or names explains, once each."""
    unexplained: dict[str, Problem] = {}
    for card, at, title in _titles(family):
        for short in _abbreviations(title):
            known = short.casefold() in short_forms or _ROMAN.fullmatch(short)
            if not known and short not in unexplained:
                message = (
                    f"has the abbreviation {short}, which nothing explains; list a title with its "
                    f"long form too, or give the family that name among its `aliases:`"
                )
                unexplained[short] = card.document.problem(at, message, warning=True)
    if unexplained:
        explained = _explained(family, tracks)
        yield from (problem for short, problem in unexplained.items() if short not in explained)


def _abbreviations(title: str) -> Iterator[str]:
    """Words of a title that stand for longer ones.

    In a title that is written in capitals throughout, a word that could be one is taken for one.
    """
    found = _ABBREVIATION.findall(title)
    most = 2 * len(found) > len(_WORD.findall(title))
    shouted = _CAPITALS.search(title) or (most and max(map(len, found)) >= _SHORTEST_WORD)
    return (short for short in found if not (shouted and _LIKE_A_WORD.fullmatch(short)))


def _titles(family: ReadFamily) -> Iterator[tuple[ReadCard, tuple[str | int, ...], str]]:
    for card in family.cards:
        for at, title in card.titles:
            yield card, at, title


def _explained(family: ReadFamily, tracks: Mapping[str, Track]) -> Collection[str]:
    """Words of the family's own names and the ladder's levels, and initials of words in a row."""
    names = [family.id.replace("-", " ")]
    if family.data:
        names += [family.data.name, *family.data.aliases, *family.data.stems]
    explained = {word.upper() for name in names for word in _WORD.findall(name)}
    for track in tracks.values():
        for level in track.levels:
            for text in (level.code, level.name, *level.grades, *level.words, *level.titles):
                explained.update(word.upper() for word in _WORD.findall(text))
    titles = (title for _, _, title in _titles(family))
    return explained | set(_initials([*names, *titles]))


def _initials(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        words = _WORD.findall(text)
        first = "".join(word[0] for word in words).upper()
        for start in range(len(first)):
            yield from (
                first[start:end] for end in range(start + 2, min(start + 5, len(first)) + 1)
            )
