"""Figures that a text states plainly: years of experience, pay, an occupation code.

Anything that is not plain stays text: a figure is never made up.
"""

import re

from bot.ladder.model import Pay, Soc, Years

_NUMBER = r"(\d{1,2}(?:\.\d)?)"
_UNIT = r"(?:years?|yrs?\.?|yoe)"
_RANGE = re.compile(rf"{_NUMBER}\s*(?:–|—|-|‑|to)\s*{_NUMBER}\s*{_UNIT}?(?P<tail>.*)", re.I)
_MORE = re.compile(rf"{_NUMBER}\s*(?:\+|or more|plus)\s*{_UNIT}?(?P<tail>.*)", re.I)
_LEAST = re.compile(rf"(?:at least|minimum(?: of)?|min\.?)\s*{_NUMBER}\s*{_UNIT}(?P<tail>.*)", re.I)
_TAIL = re.compile(
    r"\s*(?:of\s+)?(?:(?:relevant|professional|work|working|industry|related|practical)\s+){0,2}"
    r"(?:experience)?\s*\.?",
    re.I,
)
_SPOKEN = re.compile(rf"\d\W*(?:or more |plus )?{_UNIT}(?!\w)", re.I)
_STATED = re.compile(rf"{_UNIT}\b.*\bexperience\b", re.I)

_SIGNS = {"€": "EUR", "£": "GBP", "US$": "USD"}
_AMOUNT = r"(?:\d{1,3}(?:[,.  ]\d{3})+|\d+(?:\.\d+)?)"
_SIGN = r"(?:US\$|[$€£])"
_PAY = re.compile(
    rf"(?P<before>[A-Z]{{3}})?\s*(?P<sign>{_SIGN})?\s*(?P<low>{_AMOUNT})\s*(?P<low_k>[kK])?"
    rf"\s*(?:–|—|-|‑|to)\s*{_SIGN}?\s*(?P<high>{_AMOUNT})\s*(?P<high_k>[kK])?"
    r"\s*(?P<after>[A-Z]{3})?\s*(?:(?:per|a|an|/)\s*(?P<period>year|yr|annum|hour|hr|month))?"
    r"\s*(?P<yearly>annually|annual)?\.?"
)
_PERIODS = {"yr": "year", "annum": "year", "hr": "hour"}
_UNAVAILABLE = re.compile(
    r"\b(?:not available|unavailable|being recalibrated|not published|n/a|tbd|"
    r"return shortly|to be (?:confirmed|determined))\b",
    re.I,
)
_SOC = re.compile(r"(?P<code>\d{2}-\d{4}(?:\.\d{2})?)\s*(?:[–—:,-]\s*)?(?P<title>.*)")
_INFERRED = re.compile(r"\s*\(inferred\)\s*$", re.I)


def speaks_of_years(text: str) -> bool:
    """Whether `text` counts years, plainly or not: "5+ years", "Typically 2–4 yrs' experience"."""
    return bool(_SPOKEN.search(text))


def years_of(text: str, *, labeled: bool) -> Years | None:
    """The years of experience that `text` states and nothing else; None where it is not plain.

    `labeled` says that it stands under a name such as "Typical experience", so that "1–3 yrs" is
    enough; else the text must say of itself that it speaks of experience.
    """
    text = text.strip()
    if not labeled and not _STATED.search(text):
        return None
    if match := _RANGE.fullmatch(text):
        low, high = float(match[1]), float(match[2])
        if low > high or high > 80:
            return None
        return Years(_whole(low), _whole(high), text) if _TAIL.fullmatch(match["tail"]) else None
    match = _MORE.fullmatch(text) or _LEAST.fullmatch(text)
    if match and _TAIL.fullmatch(match["tail"]) and float(match[1]) <= 80:
        return Years(_whole(float(match[1])), None, text)
    return None


def pay_of(text: str) -> Pay:
    """Pay as the text tells it: its own words as the note, and figures where they are plain.

    Figures without a currency and a period say too little to be kept as figures.
    """
    match = _PAY.fullmatch(text.strip())
    if match is None:
        return Pay(status="unavailable" if _UNAVAILABLE.search(text) else None, note=text)
    thousands = match["low_k"] or match["high_k"]
    low, high = _amount(match["low"], thousands), _amount(match["high"], thousands)
    if low > high or high < 10:
        return Pay(note=text)
    sign = match["sign"]
    currency = match["before"] or match["after"] or _SIGNS.get(sign or "", sign)
    period = match["period"] or ("year" if match["yearly"] else None)
    if currency is None or period is None:
        return Pay(note=text)
    return Pay(
        status="available",
        note=text,
        low=low,
        high=high,
        currency=currency,
        period=_PERIODS.get(period, period),
    )


def soc_of(text: str) -> Soc | None:
    """ "15-0000 — Computer Occupations (inferred)" as a code; None when there is none."""
    match = _SOC.fullmatch(text.strip())
    if match is None:
        return None
    title = _INFERRED.sub("", match["title"]).strip()
    return Soc(match["code"], title or None, inferred=bool(_INFERRED.search(match["title"])))


def _whole(number: float) -> float:
    return int(number) if number == int(number) else number


def _amount(digits: str, thousand: str | None) -> float:
    if re.fullmatch(r"\d{1,3}(?:[,.  ]\d{3})+", digits):
        return int(re.sub(r"\D", "", digits))
    return _whole(float(digits) * (1000 if thousand else 1))
