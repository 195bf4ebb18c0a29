"""Whether a text names a level, and how: "P2P2 — Developing Professional", "senior-2-ic"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ladder.importers.vocabulary import (
    LEVEL_WORDS,
    ROLE_NOUNS,
    SENIORITY,
    is_part_name,
    without_emoji,
    words_of,
)

_CODE = r"[A-Z]{1,4}[-‐‑]?\d{1,2}(?:\.\d)?[ab]?"
_AFTER = r"(?P<between>[\s)\]:,|/·–—-]*)(?P<rest>.*)"
_BEFORE = r"(?P<rest>.*?\w\S*?)(?P<between>\s*[(\[:,|/·–—]\s*|\s+-\s*|\s+)"
_LEADING = re.compile(rf"(?P<code>{_CODE})(?P=code)*(?![\w.]){_AFTER}")
_TRAILING = re.compile(rf"{_BEFORE}(?P<code>{_CODE})[)\]]?")
_ANY_CODE = re.compile(r"(?<![\w.])[A-Z]{1,4}[-‐‑]?\d{1,2}(?![\w])")
_WORD = rf"(?:(?:job|career)\s+)?(?:{'|'.join(sorted(LEVEL_WORDS))})"
_NUMBER = r"(?:\d{1,2}(?:\.\d)?[ab]?|[IVX]{1,4}|[A-H])"
_WORDED = re.compile(rf"(?P<code>{_WORD}\s*[-:#.]?\s*{_NUMBER})(?![\w%+]){_AFTER}", re.IGNORECASE)
_WORDED_LAST = re.compile(rf"{_BEFORE}(?P<code>{_WORD}\s*#?{_NUMBER})[)\]]?", re.IGNORECASE)
_SPACED = re.compile(
    r"(?P<code>(?P<letters>[A-Z]{1,3}) \d{1,2})"
    r"(?:(?P<between>\s*[:|·–—]\s*|\s+-\s+|\s+(?=\())(?P<rest>\S.*))?"
)
_COUNTED = words_of(
    "Q FY CY H V NO NR DAY WK CW KW TOP AGE KEY ISO SOC TLS CSS SQL WEB PCI NPS DIN"
)
"""What a number behind capitals counts instead of levels: a quarter, a year, a version."""
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_LOWER_CODE = re.compile(r"[a-z]{1,3}-?\d{1,2}")
_GRADE = re.compile(r"[IVX]{1,4}|\d{1,2}")
_OF = re.compile(
    r"(?:senior |executive )?(?:director|head|vp|vice president|manager),? (?:of )?.+", re.I
)
_BARE = re.compile(r"\d{1,2}(?:\.\d)?[ab]?|[IVX]{1,4}")
_ENDS_SENTENCE = (".", "!", "?", ";", ":", ",")
_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class LevelName:
    """A level as a source names it."""

    code: str
    """As written ("IC2", "Level 3"), the doubling of a paste undone; empty where there is none."""
    name: str
    """What is left without the code: "Developing Professional"; may be empty."""

    @property
    def whole(self) -> str:
        """What the level is known by: its code, else its name."""
        return self.code or self.name


def level_name(text: str) -> LevelName | None:
    """The level that `text` names with a code or a number; None for any other text.

    A sentence that only begins with a code ("P2 engineers are …") names no level.
    """
    text = " ".join(without_emoji(text).split())
    if not text or len(text) > 120 or len(set(_ANY_CODE.findall(text))) > 1:
        return None
    if _LOWER_CODE.fullmatch(text):
        return LevelName(text, "")
    for pattern in (_LEADING, _WORDED, _TRAILING, _WORDED_LAST):
        match = pattern.fullmatch(text)
        if match and _is_name(match["rest"], match["between"]):
            return LevelName(match["code"].strip(), _trimmed(match["rest"]))
    spaced = _SPACED.fullmatch(text)
    if spaced and spaced["letters"] not in _COUNTED:  # "UXR 1", "IC 3 – Designer"
        rest = spaced["rest"] or ""
        if _is_name(rest, spaced["between"] or ""):
            return LevelName(spaced["code"], _trimmed(rest))
    slugged = text.casefold() if any(map(str.isdigit, text)) else text  # "Senior-2-ic"
    if _SLUG.fullmatch(slugged) and SENIORITY & set(re.split("[-_]", slugged)):
        return LevelName(text, "")
    return None


def numbered_level(label: str, value: str) -> str:
    """A field's value as a level: a bare "5" is "Level 5", or "Grade 5" as the field calls it."""
    if not _BARE.fullmatch(value.strip()):
        return value
    word = next((word for word in label.casefold().split() if word in LEVEL_WORDS), "level")
    return f"{word.capitalize()} {value.strip()}"


def is_rung_title(text: str) -> bool:
    """Whether `text` reads as a title on a rung: "Junior Engineer", "Engineer II", "Staff"."""
    words = text.split()
    if (
        not words
        or len(words) > _LONGEST_NAME
        or text.endswith(_ENDS_SENTENCE)
        or is_part_name(text)
    ):
        return False
    first, last = words[0].casefold(), words[-1].casefold().strip("()")
    if not words[0][:1].isupper():
        return bool(_SLUG.fullmatch(text) and SENIORITY & set(re.split("[-_]", text)))
    if first in SENIORITY or "-".join(w.casefold() for w in words[:2]) in SENIORITY:
        return (
            len(words) == 1
            or last in ROLE_NOUNS
            or last in SENIORITY
            or bool(_GRADE.fullmatch(words[-1]))
            or bool(_OF.fullmatch(text))
        )
    if _GRADE.fullmatch(words[-1]):
        return len(words) > 1 and words[-2].casefold() in ROLE_NOUNS
    return last in {"manager", "director", "lead", "intern", "fellow"} or bool(_OF.fullmatch(text))


def is_role(text: str) -> bool:
    """Whether `text` is a job without a rung: "Engineer", "Data Scientist"."""
    words = text.split()
    return (
        0 < len(words) <= 5
        and words[0][:1].isupper()
        and words[-1].casefold() in ROLE_NOUNS
        and not is_part_name(text)
    )


def graded_alike(titles: Sequence[str]) -> set[str]:
    """Those of `titles` that are grades of one job, whatever the job: "Junior Copywriter",
    "Copywriter" and "Senior Copywriter" among others.
    """
    jobs: dict[str, set[str]] = {}
    for title in titles:
        words = title.split()
        if 1 < len(words) <= _LONGEST_NAME and words[0].casefold() in SENIORITY:
            jobs.setdefault(" ".join(words[1:]).casefold(), set()).add(words[0].casefold())
    plain = {title.casefold() for title in titles}
    alike = {job for job, grades in jobs.items() if len(grades) + (job in plain) > 1}
    return {
        title
        for title in titles
        if title[:1].isupper()
        and not (title.endswith(_ENDS_SENTENCE) or is_part_name(title))
        and (
            title.casefold() in alike
            or (
                title.split()[0].casefold() in SENIORITY
                and " ".join(title.split()[1:]).casefold() in alike
            )
        )
    }


def slug(text: str) -> str:
    """`text` as an id: lower case, hyphens, no accents; letters of other scripts stay."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and "))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def same_code(first: str, second: str) -> bool:
    """Whether two codes are the same but for case and punctuation, as the ladder compares them."""
    return squash(first) == squash(second)


def squash(text: str) -> str:
    """The letters and digits of `text`, without case."""
    return "".join(filter(str.isalnum, text)).casefold()


def _is_name(rest: str, between: str) -> bool:
    """Whether what stands beside a code is a name rather than the rest of a sentence."""
    if rest.startswith("(") and rest.endswith(")") and rest[1:2].isupper():
        rest, between = rest[1:-1], "("
    words = rest.split()
    if not words:
        return True
    if len(words) > _LONGEST_NAME or rest.endswith(_ENDS_SENTENCE):
        return False
    if between.strip() and len(words) <= 4:
        return True
    small = {"of", "the", "and", "in", "for", "to", "a", "with", "or", "at", "on"}
    return words[0][:1].isupper() and all(not word[:1].islower() or word in small for word in words)


def _trimmed(name: str) -> str:
    name = name.strip(" \t:,|·–—-/")
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1]
    return name.strip()
