"""How plainly a label names a level: a code, "Level 3", a title with a grade, or a bare grade."""

import re
from collections.abc import Sequence
from functools import lru_cache

STRONG, WORD, BARE, NONE = 3, 2, 1, 0
"""A code or "Level 3"; a grade word or a title with one; a bare number or numeral; not a level."""

_MOST_CHARACTERS = 80
_MOST_WORDS = 8


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


_GRADES = _words_of(
    "junior jr mid middle midlevel medior intermediate senior sr staff principal distinguished "
    "fellow lead entry associate trainee apprentice intern internship graduate grad experienced "
    "expert director vp head chief manager mgr supervisor executive early career developing "
    "novice beginner basic competent proficient advanced mastery master foundational foundation "
    "elementary practitioner president partner cto cio cpo ceo"
)
_ROLES = _words_of(
    "engineer developer designer scientist analyst manager architect programmer consultant "
    "specialist researcher professional contributor lead leader director head officer "
    "administrator associate technician writer recruiter accountant representative executive "
    "partner marketer operator coordinator fellow president intern apprentice trainee tester sre "
    "swe sde sdet mle dev eng pm tpm em dba technologist strategist planner editor counsel "
    "attorney generalist advisor agent assistant controller buyer trainer coach scrummaster "
    "owner practitioner supervisor expert entwickler ingenieur"
)
_SENIORITY = _words_of("junior jr mid midlevel senior sr staff principal distinguished intern")
_HEADS = frozenset({"head", "director", "vp", "vice", "chief", "svp", "evp"})
_FILLERS = frozenset({"level", "ic", "pm", "track", "i", "ii", "iii", "iv", "v", "vi", "of", "and"})
_NOT_A_CODE = frozenset({"q", "fy", "cy", "v", "top", "no", "nr", "day", "week", "wk", "cw"})
_NUMBER = r"(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)"

_CODE = re.compile(r"([A-Z]{1,4}[-. ]?|[A-Z][a-z]{1,2}-?)\d{1,2}(?:\.\d|[a-z]|\+)?")
_SMALL_CODE = re.compile(r"(?!q|v)[a-z]{1,3}-?\d{1,2}")
_CODE_AND_NAME = re.compile(
    r"([A-Z]{1,4})[-.]?\d{1,2}[a-z+]?(?:\s*[-–—:|/·,(]\s*\S|\s+[A-Z(])(?:.*[^.])?"
)
_NUMBERED = re.compile(
    r"(?:(?:job|career|ic|skill|proficiency)\s+)?"
    r"(?:level|lvl|milestone|grade|band|stage|step|tier|rank|stufe|niveau|nivel|nível|livello)"
    rf"\s*[-#:._]?\s*(?:{_NUMBER}|[A-H])(?:[+]|\b).*",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?:\d{1,2}\s*(?:[-–—]|to)\s*\d{1,2}\+?|\d{1,2}\s*\+|[<>≥≤]\s*\d{1,2})\s*(?:years?|yrs?)\b.{0,24}"
    r"|(?:years?|yrs?)\s+\d{1,2}(?:\s*(?:[-–—]|to)\s*\d{1,2}|\+)?",
    re.IGNORECASE,
)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_BARE = re.compile(r"\d{1,2}|X?(?:IX|IV|V?I{1,3}|V|X)")
_TITLE = re.compile(r"[^\W\d_a-z]\S*(?: (?:of|and|&|[^\W\d_a-z]\S*)){0,5}(?<![.;:!?,])")
_BEFORE_DETAIL = re.compile(r"\s*(?:[-–—:,(/|]\s|\s[-–—:(/|]|[,(:]).*$")


@lru_cache(maxsize=8192)
def level_strength(label: str) -> int:
    """How plainly `label` names a level: STRONG, WORD, BARE or NONE. Pure; never raises."""
    label = " ".join(label.split())
    if not label or len(label) > _MOST_CHARACTERS:
        return NONE
    if _is_code(label) or _NUMBERED.fullmatch(label) or _is_slug(label):
        return STRONG
    if _YEARS.fullmatch(label) or _SMALL_CODE.fullmatch(label) or _is_graded_title(label):
        return WORD
    return BARE if _BARE.fullmatch(label) else NONE


def is_plain_role(label: str) -> bool:
    """True for a title without a grade, such as "Engineer", which stands among graded ones."""
    words = _words(label)
    return 0 < len(words) <= 4 and words[-1] in _ROLES


def are_titles(labels: Sequence[str]) -> bool:
    """True for a row of titles, some with a grade or a job: "Associate", "Engineer", "Baker"."""
    known = [label for label in labels if level_strength(label) or is_plain_role(label)]
    return (
        len(labels) > 1
        and bool(known)
        and all(label in known or bool(_TITLE.fullmatch(label)) for label in labels)
    )


def level_key(label: str) -> str:
    """The same for two spellings of one level: case, spaces and punctuation aside."""
    key = "".join(filter(str.isalnum, label)).casefold() + "+" * label.count("+")
    return key or label


def _is_code(label: str) -> bool:
    whole = _CODE.fullmatch(label)
    named = None if whole else _CODE_AND_NAME.fullmatch(label)
    match = whole or named
    if not match or match[1].strip("-. ").casefold() in _NOT_A_CODE:
        return False
    return whole is not None or len(label.split()) <= _MOST_WORDS + 2


def _is_slug(label: str) -> bool:
    words = re.split("[-_]", label)
    if not _SLUG.fullmatch(label) or len(words) > 5:
        return False
    if {"level", "milestone"} & set(words) or words[0] in _SENIORITY:
        return True
    # "career_framework" and "executive_summary" have a word of a grade, but name no level.
    ends = words[-1] in _GRADES | _ROLES | _FILLERS or words[-1].isdigit()
    return ends and bool(set(words) & (_GRADES - {"career"}))


def _is_graded_title(label: str) -> bool:
    words = _words(_BEFORE_DETAIL.sub("", label) or label)
    if not words or len(words) > _MOST_WORDS or label.endswith((".", ";", "?", "!")):
        return False
    graded = any(word in _GRADES for word in words)
    if graded and all(word in _GRADES | _FILLERS or word.isdigit() for word in words):
        return True
    if words[0] in _HEADS and ("of" in words[:3] or words[0] in {"vp", "svp", "evp"}):
        return True
    if words[0] in _HEADS and label[len(words[0]) :].startswith(","):
        return True
    numbered = words[-1].isdigit() or bool(_BARE.fullmatch(words[-1].upper()))
    named = words[:-1] if numbered else words
    return bool(named) and named[-1] in _ROLES and (graded or numbered)


def _words(label: str) -> list[str]:
    return re.findall(r"[^\W_]+", label.casefold().replace("mid-level", "mid"))
