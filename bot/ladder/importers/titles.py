"""Titles that a paste ran together into one line."""

import re
from itertools import pairwise

from bot.ladder.importers.vocabulary import ROLE_NOUNS

_GRADE = re.compile(r"[IVX]{1,4}|\d{1,2}")
# A grade or a word ends and a capitalized word begins, without a space between them.
_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[IVX])(?=[A-Z][a-z])")
_SEPARATORS = (
    re.compile(r"\s*[;|•·]\s*|\s{3,}|\t+"),
    re.compile(r"\s*,\s+(?=[A-Z])"),
)


def split_titles(text: str) -> tuple[list[str], bool]:
    """The titles in `text`, and whether the split is certain; an uncertain text stays whole."""
    for separator in _SEPARATORS:
        parts = [part for part in separator.split(text) if part.strip()]
        if len(parts) > 1 and (separator is _SEPARATORS[0] or all(map(_ends_a_title, parts))):
            pieces = [split_titles(part) for part in parts]
            return [title for titles, _ in pieces for title in titles], all(c for _, c in pieces)
    seams = [match.start() for match in _SEAM.finditer(text) if _is_seam(text, match.start())]
    if not seams:
        return [text], "," not in text
    bounds = [0, *seams, len(text)]
    parts = [text[a:b].strip() for a, b in pairwise(bounds)]
    lasts = [part.split()[-1] for part in parts]
    for part, last in zip(parts[:-1], lasts[:-1], strict=True):
        if not _ends_a_title(part) and lasts.count(last) < 2:
            return [text], False
    return parts, True


def _is_seam(text: str, at: int) -> bool:
    """Whether a title can end at `at`: a grade before it must be a word of its own."""
    before = text[:at].rsplit(maxsplit=1)[-1]
    if text[at - 1] in "IVX" and not before[-1:].islower():
        return bool(_GRADE.fullmatch(before)) and len(text[:at].split()) > 1
    if text[at - 1].isdigit():
        return bool(_GRADE.fullmatch(before)) and len(text[:at].split()) > 1
    return len(text[:at].split()) > 0


def _ends_a_title(part: str) -> bool:
    last = part.rsplit(maxsplit=1)[-1].strip("()")
    return bool(_GRADE.fullmatch(last)) or last.casefold() in ROLE_NOUNS
