"""How many years of experience a question speaks of."""

import re
from dataclasses import dataclass

from bot.questions.english import NUMBER_WORDS

_UNITS = r"(?:years?|yrs?|yoe|ys?|yoes|jahren?|ans|años|anos|anni|jaar)\b"
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
MORE_NUMBERS = {number: count for count, number in enumerate(_TEENS.split(), start=11)}
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join([*NUMBER_WORDS, *MORE_NUMBERS])})"
_YEARS = re.compile(
    rf"(?<![\w.])(?P<low>{_NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<high>{_NUMBER}))?"
    rf"(?P<half>\s+and\s+a\s+half)?\s*(?:\+|plus)?[\s-]*(?:full\s+|solid\s+|good\s+)?{_UNITS}"
)
_MONTHS = re.compile(rf"(?<![\w.])(?P<low>{_NUMBER})[\s-]*months?\b")
_PHRASES = (
    ("decade", re.compile(r"\b(?:a|one) decade\b"), 10.0),
    ("decade", re.compile(r"\btwo decades\b"), 20.0),
    ("year", re.compile(r"\ba couple (?:of )?years\b"), 2.0),
    ("year", re.compile(r"\bhalf a year\b"), 0.5),
    ("year", re.compile(r"\ba year and a half\b"), 1.5),
    ("year", re.compile(r"\b(?:a|one) (?:single )?year\b"), 1.0),
    (
        "experience",
        re.compile(r"\b(?:no|zero|0) (?:prior |previous |work |professional )*experience\b"),
        0.0,
    ),
)
"""Letters that a text must have, the phrase, and the years that it means."""
MOST_YEARS = 80


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """Years of experience; `low` and `high` are the same where one number is said."""

    low: float
    high: float


def years_in(text: str) -> YearsAsked | None:
    """The first number of years in a plain text; None without one."""
    text = " ".join(text.casefold().split())
    if found := _YEARS.search(text):
        low = _number(found["low"]) + (0.5 if found["half"] else 0)
        high = _number(found["high"]) if found["high"] else low
        return YearsAsked(min(low, high), max(low, high)) if high <= MOST_YEARS else None
    for letters, phrase, years in _PHRASES:
        if letters in text and phrase.search(text):
            return YearsAsked(years, years)
    if "month" in text and (found := _MONTHS.search(text)):
        years = _number(found["low"]) / 12
        return YearsAsked(years, years)
    return None


def _number(said: str) -> float:
    known = NUMBER_WORDS.get(said) or MORE_NUMBERS.get(said)
    return float(known if known is not None else said.replace(",", "."))
