"""Numbers, dates and truth values of a spreadsheet as the sheet shows them, where that is plain."""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]')
_CORE = re.compile(r"(?P<whole>[#0?,]+)(?P<decimals>\.[#0?]+)?(?P<percent>%?)")
_DATE_PARTS = re.compile(r"y+|m+|d+|h+|s+|am/pm", re.IGNORECASE)
_MOST_DIGITS = 15  # what a spreadsheet keeps of a number


def shown(value: object, number_format: str) -> str:
    """`value` as its cell shows it: 2.0 is "2", 0.25 under 0% is "25%". Never raises.

    A format that is not plain (conditions, fractions, exponents) gives the value itself.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return _number(value, number_format or "General")
    if isinstance(value, dt.timedelta):
        return str(value)
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return _date(value, number_format or "")
    return str(value)


def _number(value: int | float, number_format: str) -> str:
    plain = _plain(value)
    section = number_format.split(";", maxsplit=1)[0]
    if section.strip().casefold() in {"general", "@", ""}:
        return plain
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(next((g for g in match.groups() if g is not None), ""))
        return "\x00"

    skeleton = _QUOTED.sub(keep, section)
    core = _CORE.search(skeleton)
    if not core or not re.fullmatch(r"[\x00 $€£+()-]*", skeleton.replace(core[0], "", 1)):
        return plain
    try:
        digits = _digits(value, core)
    except (InvalidOperation, ValueError, OverflowError):
        return plain
    before, after = skeleton[: core.start()], skeleton[core.end() :]
    texts = iter(literals)
    shown_as = [
        "".join(next(texts) if sign == "\x00" else sign for sign in part)
        for part in (before, after)
    ]
    return f"{shown_as[0]}{digits}{shown_as[1]}".strip()


def _digits(value: int | float, core: re.Match[str]) -> str:
    decimals = (core["decimals"] or ".")[1:]
    number = Decimal(_plain(value)) * (100 if core["percent"] else 1)
    number = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    digits = f"{number:,f}" if "," in core["whole"] else f"{number:f}"
    whole, _, rest = digits.partition(".")
    optional = len(decimals) - len(decimals.rstrip("#?"))
    rest = rest[: len(rest) - optional] + rest[len(rest) - optional :].rstrip("0") if rest else ""
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    whole = sign + whole.rjust(core["whole"].count("0"), "0")
    return whole + (f".{rest}" if rest else "") + core["percent"]


def _plain(value: int | float) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    text = str(value) if abs(value) < 10 ** (_MOST_DIGITS * 4) else f"{Decimal(value):.15g}"
    return text


def _date(value: dt.datetime | dt.date | dt.time, number_format: str) -> str:
    """A date in its format's order; ISO where the format is not plain."""
    section = _QUOTED.sub(
        lambda match: match[1] or match[2] or "", number_format.split(";", maxsplit=1)[0]
    ).strip()
    if not section or re.search(r"[^ymdhs/\-.,: apAPYMDHS]", section):
        return _iso(value)
    moment = (
        dt.datetime.combine(dt.date(1900, 1, 1), value) if isinstance(value, dt.time) else value
    )
    twelve = "am/pm" in section.casefold()
    hours_seen = False

    def part(match: re.Match[str]) -> str:
        nonlocal hours_seen
        code = match[0].casefold()
        if code[0] == "h":
            hours_seen = True
            return format(moment, "%I" if twelve else "%H")
        if code[0] == "m" and hours_seen:
            return format(moment, "%M")
        return _date_part(moment, code)

    try:
        return _DATE_PARTS.sub(part, section)
    except ValueError:
        return _iso(value)


def _date_part(moment: dt.datetime | dt.date, code: str) -> str:
    codes = {
        "yy": "%y", "yyyy": "%Y", "mm": "%m", "mmm": "%b", "mmmm": "%B",
        "dd": "%d", "ddd": "%a", "dddd": "%A", "ss": "%S", "s": "%S", "am/pm": "%p",
    }  # fmt: skip
    if code == "m":
        return str(moment.month)
    if code == "d":
        return str(moment.day)
    if code not in codes:
        raise ValueError(code)
    return format(moment, codes[code])


def _iso(value: dt.datetime | dt.date | dt.time) -> str:
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat()
