"""Titles that a paste ran together into one line."""

import re
from itertools import pairwise

from bot.ladder.importers.vocabulary import ROLE_NOUNS, SENIORITY

_GRADE = re.compile(r"[IVX]{1,4}|\d{1,2}")
# A grade or a word ends and a capitalized word begins, without a space between them.
_SEAM = re.compile(r"(?<=[a-z)])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[IVX])(?=[A-Z][a-z])")
_CAMEL = re.compile(
    r"\b(?:(?:Java|Type|Coffee)Script|(?:Dev|Sec|App|Data|Fin|Net|Git|Cloud|Rev|People)(?:Sec|Ops)+|"
    r"AppSec|InfoSec|SalesForce|GitHub|GitLab|LinkedIn|YouTube|PowerPoint|SharePoint|GraphQL|"
    r"NoSQL|MySQL|PostgreSQL|WordPress|JavaEE|DevRel|DevEx|BioTech|FinTech|AdTech|MarTech|"
    r"TechOps|BizOps|BizDev|RevOps|MLOps|LLMOps|AIOps|ChatOps|FrontEnd|BackEnd|FullStack)\b"
)
"""Words that have a capital inside, which is no seam between two titles."""
_OVER = re.compile(r"(?:director|head|manager|vp|vice president|svp|evp|chief)\b.*", re.I)
"""What a title names its field behind: "Director, Engineering"."""


def split_titles(text: str) -> tuple[list[str], bool]:
    """The titles in `text`, and whether the split is certain; an uncertain text stays whole."""
    for separator, are_titles in _SEPARATORS:
        parts = [part for part in separator.split(text) if part.strip()]
        if len(parts) > 1 and are_titles(parts):
            pieces = [split_titles(part) for part in parts]
            return [title for titles, _ in pieces for title in titles], all(c for _, c in pieces)
    inside = [match.span() for match in _CAMEL.finditer(text)]
    seams = [
        match.start()
        for match in _SEAM.finditer(text)
        if _is_seam(text, match.start())
        and not any(start < match.start() < end for start, end in inside)
    ]
    if not seams:
        return [text], "," not in text or _OVER.fullmatch(
            text.split(",", maxsplit=1)[0].strip()
        ) is not None
    bounds = [0, *seams, len(text)]
    parts = [text[a:b].strip() for a, b in pairwise(bounds)]
    lasts = [part.split()[-1] for part in parts]
    for part, last in zip(parts[:-1], lasts[:-1], strict=True):
        if not _ends_a_title(part) and lasts.count(last) < 2:
            return [text], False
    return parts, True


def _are_alternatives(parts: list[str]) -> bool:
    """Whether each part is a whole title, so that none lends another its rank or its grade.

    "Senior Engineer / Developer" is one title: a bare "Developer" would be another level's.
    """
    if not all(map(_ends_a_title, parts)):
        return False
    complete = {
        _GRADE.fullmatch(part.split()[-1]) is not None or part.split()[0].casefold() in SENIORITY
        for part in parts
    }
    return len(complete) == 1


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


def _are_listed(parts: list[str]) -> bool:
    """Whether commas part titles; one that is short for a title may stand among others."""
    whole = [part for part in parts if _ends_a_title(part)]
    return all(part in whole or part.isupper() for part in parts) and len(whole) > 1


_SEPARATORS = (
    (re.compile(r"\s*[;|•·]\s*|\s{3,}|\t+"), lambda _: True),
    (re.compile(r"\s*,\s*(?=[A-Z])"), _are_listed),
    (re.compile(r"\s+/\s+|/(?=[A-Z][a-z]+\s)"), _are_alternatives),
)
"""What titles are parted by, and whether they are where it stands between them."""
