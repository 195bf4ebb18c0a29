"""How many years of experience a question speaks of."""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.questions.language.english import NUMBER_WORDS

TYPICAL_EXPERIENCE = "typical_experience"
"""The part of a card that every ladder has by this name (contract)."""
_UNITS = r"(?:years?|yrs?|yoe|exp|ys?|yoes|jahren?|ans|años|anos|anni|jaar)\b"
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
MORE_NUMBERS = {number: count for count, number in enumerate(_TEENS.split(), start=11)}
_NUMBER = rf"(?:\d+(?:[.,]\d+)?|{'|'.join([*NUMBER_WORDS, *MORE_NUMBERS, 'zero'])})"
_FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
ORDINALS = {said: count for count, said in enumerate(_FIRST, start=1)}
_NTH_YEAR = re.compile(
    rf"(?P<over>(?:finish|complet|wrapp|clos|done|end|after)\w*(?: \w+){{0,3}}? )?"
    rf"(?:(?:my|his|her|their|our) |^|(?<=[,.;] ))(?:\w+ )?"
    rf"(?P<nth>\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)}) year\b"
)
"""Which year it is for somebody, and whether that is over: "finished my sixth year"."""
_YEARS = re.compile(
    rf"(?<![\w.])(?P<low>{_NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<high>{_NUMBER}))?"
    rf"(?P<half>(?:\s+and\s+(?:(?:a|one)\s+)?half|\s*½|\s+1/2))?[\s-]*(?:\+|plus|ish\b)?"
    rf"[\s-]*(?:(?:full|solid|good|whole|odd|long|straight)\s+)?{_UNITS}"
)
_AND_MONTHS = re.compile(rf"(?:,|and|&)?\s*(?P<months>{_NUMBER})\s*(?:m|mo|mos|months?)\b")
_AND_YEARS = re.compile(
    rf"\b(?:plus|then|another|further|\+)(?: \w+){{0,2}}? (?P<more>{_NUMBER})"
    rf"(?:\s+more|\s+other)?\s*{_UNITS}"
)
"""Years that are added to those told before: "3 years of backend, then 2 years of frontend"."""
_MONTHS = re.compile(rf"(?<![\w.])(?P<low>{_NUMBER})[\s-]*months?\b")
_PHRASES = {
    "decade": (
        (re.compile(r"\b(?:a|one) decade\b"), 10.0),
        (re.compile(r"\btwo decades\b"), 20.0),
    ),
    "couple": ((re.compile(r"\ba couple (?:of )?(?:years|yrs)\b"), 2.0),),
    "dozen": (
        (re.compile(r"\bhalf a dozen (?:years|yrs)\b"), 6.0),
        (re.compile(r"\b(?:a|one) dozen (?:years|yrs)\b"), 12.0),
    ),
    "year": (
        (re.compile(r"\ba year or two\b"), 1.5),
        (re.compile(r"\bhalf a year\b"), 0.5),
        (re.compile(r"\ba year and a half\b"), 1.5),
        (re.compile(r"\b(?:a|one) (?:single )?year\b"), 1.0),
    ),
    "experience": (
        (
            re.compile(
                r"\b(?:no|zero|0|without|without any)"
                r" (?:at all |real |prior |previous |work(?:ing)? |professional |years? of )*"
                r"experience\b"
            ),
            0.0,
        ),
    ),
    "never": ((re.compile(r"\bnever (?:had a job|worked|been employed)\b"), 0.0),),
}
"""By the letters that a text must have, phrases, each with the years that it means."""
_MAY_TELL = re.compile(rf"(?:^|[^a-z]|half|plus|ish|{_NUMBER}){_UNITS}|month|{'|'.join(_PHRASES)}")
"""A word of every text that speaks of years: one with a unit, or with such letters."""
_ALONE = re.compile(rf"(?<![\w.]){_NUMBER}(?![\w.,]*\w)")
MOST_YEARS = 80
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class YearsAsked:
    """Years of experience; `low` and `high` are the same where one number is said."""

    low: float
    high: float


def years_in(text: str) -> YearsAsked | None:
    """The first number of years in a plain text; None without one."""
    said = text.casefold().split()
    if not any(map(_may_tell, said)):  # as of most
        return None
    text = " ".join(said)
    if found := _YEARS.search(text):
        return _told(found, text[found.end() :])
    if "year" in text and (nth := _NTH_YEAR.search(text)):
        count = ORDINALS.get(nth["nth"]) or int(nth["nth"][:-2])
        years = count if nth["over"] else count - 0.5
        return YearsAsked(years, years) if count <= MOST_YEARS else None
    for letters in _PHRASES:
        if letters in text and (phrased := _phrased(text, letters)) is not None:
            return YearsAsked(phrased, phrased)
    if "month" in text and (found := _MONTHS.search(text)):
        years = round(_number(found["low"]) / _MONTHS_A_YEAR, 1)
        return YearsAsked(years, years)
    return None


@lru_cache(maxsize=20_000)
def _may_tell(word: str) -> bool:
    """Whether a text with the word may speak of years."""
    return _MAY_TELL.search(word) is not None


def _phrased(text: str, letters: str) -> float | None:
    """The years of the first phrase with some letters that a text has."""
    return next((years for phrase, years in _PHRASES[letters] if phrase.search(text)), None)


def bare_years(text: str) -> YearsAsked | None:
    """A number by itself, where years are spoken of: "and with 7?". None without exactly one."""
    found = _ALONE.findall(text.casefold())
    years = _number(found[0]) if len(found) == 1 else MOST_YEARS
    return YearsAsked(years, years) if years < MOST_YEARS else None


def _told(found: re.Match[str], rest: str) -> YearsAsked | None:
    """The years of a match, with what is said to come to them; None for more than anybody has."""
    low = _number(found["low"]) + (0.5 if found["half"] else 0)
    if months := _AND_MONTHS.match(rest.lstrip()):
        low = round(low + _number(months["months"]) / _MONTHS_A_YEAR, 1)
    if more := _AND_YEARS.search(rest):
        low += _number(more["more"])
    high = _number(found["high"]) if found["high"] else low
    return YearsAsked(min(low, high), max(low, high)) if high <= MOST_YEARS else None


def _number(said: str) -> float:
    if said == "zero":
        return 0.0
    known = NUMBER_WORDS.get(said) or MORE_NUMBERS.get(said)
    return float(known if known is not None else said.replace(",", "."))
