"""What a paste puts around the words of a line: bullets, quotes, emoji, bold, strike-through.

Taking it off never takes off a word: "> 5 years" and "1.5 years" keep their signs and figures.
"""

import re
from dataclasses import dataclass

from bot.ladder.importers.vocabulary import is_part_name

_SIGNS = "•‣⁃∙·●○◦◉◘⦿⬤▪▫■□◆◇❖✦✧★☆►▸▶➢➤➔➜→⇒❯›»✓✔✅☑☐✗✘⚫⚪🔹🔸🔷🔶👉➡"
_PICTURES = frozenset("✓✔✅☑★☆🔹🔸🔷🔶👉➡❖◆▶")
_NUMBER = r"\(?\d{1,2}[.)]"
_LETTER = r"\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}\)|[ivx]{1,4}\."
_BOX = r"\[[ xX✓]?\]"
_BULLET = re.compile(
    rf"(?P<mark>[-*–—+]|[{_SIGNS}§]\ufe0f?|->|=>|{_NUMBER}|{_LETTER}|{_BOX}|o(?=\t|\s\s))"
    r"(?:\s+|$)(?P<text>.*)"
)
_TIGHT_BULLET = re.compile(rf"(?P<mark>[{_SIGNS}]\ufe0f?|[-–—](?=[^\W\d_]))(?P<text>\S.*)")
_BOXED = re.compile(rf"(?:{_BOX}|[{_SIGNS}]\ufe0f?)\s+(?P<text>\S.*)")
_OUTLINE_NUMBER = re.compile(
    r"(?P<mark>\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=[^\W\d_a-z])(?P<text>.*)"
)
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_FIGURE = re.compile(r"\s*(?:>\s?)+[\d$€£%~]")
_EMOJI = re.compile(
    r"(?P<emoji>(?::[a-z0-9_+'-]+:|[\U0001F000-\U0001FAFF\u2600-\u27BF]\ufe0f?)"
    r"(?:[\s\u200d\ufe0f]*(?::[a-z0-9_+'-]+:|[\U0001F000-\U0001FAFF\u2600-\u27BF]))*\ufe0f?)\s*"
    r"(?P<text>.*)"
)
_BULLET_EMOJI = re.compile(
    r":(?:(?:small|large)_(?:blue|orange)_diamond|(?:black|white)_(?:small|medium)_square|"
    r"(?:heavy|white|ballot_box_with)_check(?:_mark)?|(?:black|white|large_blue|red)_circle|"
    r"(?:arrow|point)_(?:right|forward)|heavy_minus_sign|diamond_shape_with_a_dot_inside):"
)
_WRAPPED = re.compile(
    r"(?P<sign>\*{1,3}|_{1,2}|~{1,2}|`)(?=[^\s*_~])(?P<text>(?:(?!(?P=sign)).|(?<=\w)(?P=sign)(?=\w))+?)"
    r"(?<=\S)(?P=sign)(?P<colon>\s?:?)"
)
_INLINE = (
    re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]+?)(?<=[^\s*])\1(?![\w*])"),
    re.compile(r"(?<![\w_])(_{1,2})(?=[^\s_])((?:[^_\n]|(?<=\w)_(?=\w))+?)(?<=[^\s_])\1(?![\w_])"),
)
_TRAILING_EMOJI = re.compile(r"(?P<text>.*\S)\s*(?::[a-z0-9_+'-]+:\s*)+")
_HASHES = re.compile(r"#{1,6}\s+(?P<text>.+?)\s*#*")
_LONGEST_LABEL = 8


@dataclass(frozen=True, slots=True)
class Look:
    """A line's words, and how it is set off."""

    text: str
    style: str
    """ "bold", "hash", "colon", "caps" or ""."""
    struck: bool = False
    """Whether all of it is struck through, so that it holds no more."""


def bullet_of(text: str) -> tuple[str, str]:
    """The bullet in front of a line, "" for none, and the line without it.

    Numbers of one list look different from line to line, and are one kind of bullet: "1.".
    """
    if _WRAPPED.fullmatch(text):
        return "", text
    match = _BULLET.fullmatch(text) or _TIGHT_BULLET.fullmatch(text)
    if match is None:
        return "", text
    content = match["text"].strip()
    if boxed := _BOXED.fullmatch(content):
        content = boxed["text"]
    mark = match["mark"].rstrip("\ufe0f")
    return re.sub(r"\d+", "1", re.sub(r"[a-np-z]+", "a", mark)), content


def outline_number(text: str) -> tuple[str, str] | None:
    """ "1.2 Scope" as ("1.2", "Scope"); None for any other line, such as "1.5 years"."""
    match = _OUTLINE_NUMBER.fullmatch(text)
    return (match["mark"], match["text"]) if match else None


def is_quoted(text: str) -> bool:
    """Whether a line is quoted as mails and Slack quote: "> So it is", but not "> 5 years"."""
    return bool(_QUOTE.match(text)) and not _FIGURE.match(text)


def unquoted(text: str) -> str:
    """A line without the signs that quote it."""
    return _QUOTE.sub("", text, count=1)


def emoji_of(text: str) -> tuple[str, str]:
    """The emoji in front of a line, Slack's or Unicode's, and the rest; "" where there is none."""
    match = _EMOJI.fullmatch(text)
    return (match["emoji"], match["text"].strip()) if match and match["text"] else ("", text)


def is_bullet_emoji(emoji: str) -> bool:
    """Whether an emoji is one that people put in front of the lines of a list."""
    return bool(_BULLET_EMOJI.fullmatch(emoji))


def is_emoji(mark: str) -> bool:
    """Whether a bullet may be an emoji that is set before a heading: "✅ Delivery"."""
    return mark in _PICTURES


def look_of(text: str, *, bullet: bool) -> Look:
    """The words of a line without its markup, and how they are set off."""
    whole, bold, struck = text, False, False
    trailing = _TRAILING_EMOJI.fullmatch(text)
    if trailing and _WRAPPED.fullmatch(trailing["text"]):
        whole = trailing["text"]
    while match := _WRAPPED.fullmatch(whole):
        sign = match["sign"]
        bold |= sign[0] == "*" or sign == "__"
        struck |= sign[0] == "~"
        whole = match["text"].strip() + match["colon"].strip()
    if bold:
        whole = emoji_of(whole)[1]
        return Look(whole.removesuffix(":").strip() or whole, "bold", struck)
    if not bullet and (match := _HASHES.fullmatch(whole)):
        return Look(_inline_off(match["text"]), "hash", struck)
    whole = _inline_off(whole)
    if whole.endswith(":") and len(whole.split()) <= _LONGEST_LABEL:
        return Look(whole, "colon", struck)
    several = " " in whole or is_part_name(whole)  # "PYTHON" is shouted, "SCOPE" is a heading
    if whole.isupper() and len(whole) > 4 and several and not _is_figures(whole):
        return Look(whole, "caps", struck)
    return Look(whole, "", struck)


def _inline_off(text: str) -> str:
    for pattern in _INLINE:
        text = pattern.sub(r"\2", text)
    return text


def _is_figures(text: str) -> bool:
    """True for "120000-150000 USD", whose capitals only say what its figures count."""
    return sum(map(str.isdigit, text)) >= sum(map(str.isalpha, text))
