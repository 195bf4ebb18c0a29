"""Plain lower-case words out of what a person typed in Slack."""

import re
import unicodedata

# Slack escapes these three signs in every message and no others
# (Slack docs, "Formatting text for app surfaces", "Escaping text").
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))

_COMMAND = re.compile(r"^\s*/level(?=\s)")
_LABELED_LINK = re.compile(r"<(?:https?|mailto|tel):[^<>|]*\|([^<>]*)>")
_CHANNEL = re.compile(r"<#[A-Z0-9]+\|([^<>]*)>")
_OTHER_MARKUP = re.compile(r"<[@#!][^<>]*>|<(?:https?|mailto|tel):[^<>]*>")
_EMOJI = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+'-]*:(?:skin-tone-[2-6]:)?(?![\w:])", re.IGNORECASE)
_STRUCK_OUT = re.compile(r"(?<![\w~])~(?=[^\s~])[^~\n]*(?<=[^\s~])~(?![\w~])")
"""Slack's marks around what is crossed out: "~P2~ P3". "~5 years" has one that ends nothing."""
_NUMBER = re.compile(r"\d|\b[ivx]+\b", re.IGNORECASE)
_ASIDE = re.compile(r"\(([^()\s]+(?:[^\S\n]+[^()\s]+){3,30})\)")
"""Four words or more between brackets: a remark, and no other name."""
_APOSTROPHES = "’‘ʼ´"
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_BEFORE_IS = "what who where when how why that there here".split()
_IS = re.compile(
    r"s\b(?<=[enotwy']s)(?:"
    + "|".join(rf"(?<=\b{word}s)|(?<=\b{word}'s)" for word in _BEFORE_IS)
    + ")"
)
"""Written together: "what's", "whats", "who's". It begins with a letter, to be looked for by it.

The letter before that rules out most other words.
"""
_LETTERS_PARTED = re.compile(r"\b([^\W\d_])/([^\W\d_])\b")
"""One word each: "A/B tests", "y/n"."""
_DRAWN_OUT = re.compile(r"([a-hj-kn-uwyz])\1\1+")
"""Letters that no word has three of, and no Roman numeral: "pleeease"."""
_LETTERS = r"[^\W_]{1,100}+"
# What is longer is no word, but a key or a script without blanks. It is read in parts: much is
# remembered of words, and that must have a bound.
WORD = re.compile(rf"{_LETTERS}(?:\+\+|#)?")
"""A word as it is written; C++ and C# keep their signs."""
_NOT_SHORTENED = "".join(rf"(?<!\b{word}\.)" for word in ("assoc", "princ", "dist", "engr", "mngr"))
_SHORT_ENDS = (
    "q it me us we he him her you one two too now yet up out off all any ok hi hey yo btw fyi "
    "pls plz thx ty imo idk lol tbh omg wtf am is are was has had did do got can not yes yep "
    "nah nope ago way day job say see so to on in at of for new old bad sad fun pdf doc faq app ask"
).split()
"""Short words that are no title's, and so end a sentence where a dot follows."""
_ENDS = "|".join(
    rf"(?<={end}\.)"
    for end in (
        r"[^\W\d_]{4}",
        r"\d",
        r"\bi",
        r"\bii",
        "iii",
        r"\biv",
        r"\bvi",
        "vii",
        "[a-hj-uwyz] v",
        *(rf"\b{word}" for word in _SHORT_ENDS),
    )
)
_SENTENCE_END = rf"\.(?=\s){_NOT_SHORTENED}(?:{_ENDS})"
# A dot ends a sentence behind a number, a grade or a word of four letters; behind a shorter one,
# and behind the usual short forms, it may be that of "sr.", and behind a v that of "P2 v. P3".
_WORD_OR_BREAK = re.compile(
    rf"{WORD.pattern}|[,;:?!\n]|[/|](?=\s)(?<=\s.)|\.{{2,}}|{_SENTENCE_END}"
)
# Each part begins with its sign, and looks back from there: the others are skipped at once.
_QUANTITY = re.compile(
    r"\b\d{1,2}:\d{1,2}\b|[$€£<>~#]\s?\d[\d.,]*"
    r"|(?<!\w)\d[\d.,]*+(?:\s?%|\+)|\b\w*\d[.]\d\w*|(?<![\w+-])[+-]\d+"
)
# Each part begins at one place of a word only: a word of 4,000 letters is read in linear time.
_MEASURES = re.compile(r"[:$€£<>~#.%+-]")
"""Each quantity has one of these signs."""
QUANTITY = "quantity"
"""Stands for a number that counts or measures: $5, 10 %, 3+, +1, 2.5, #2, 1:1. No title has one."""

BREAK = ","
"""Stands for a sign that parts two phrases."""
_BLANKS = re.compile(r"[^\S\n]+")
_LETTERS_THEN_DIGITS = re.compile(r"([^\W\d_]+)(\d+)")

MAX_CHARACTERS = 4_000
"""Only this much of a text is read: a question is shorter, and Slack's messages are not endless."""


def plain(text: str, most: int = MAX_CHARACTERS) -> str:
    """`text` without Slack's markup: links keep their label, mentions and emoji go."""
    # Each is looked for only where its sign is: most questions have no markup.
    if "/level" in text:
        text = _COMMAND.sub("", text)
    text = text[:most]
    if "<" in text:
        text = _LABELED_LINK.sub(r" \1 ", text)
        text = _CHANNEL.sub(" ", text)
        text = _OTHER_MARKUP.sub(" ", text)
    if ":" in text:
        text = _EMOJI.sub(" ", text)
    if text.count("~") > 1:
        text = _without_struck_out(text)
    if "&" in text:
        for entity, sign in _ENTITIES:
            text = text.replace(entity, sign)
    return text


def _without_struck_out(text: str) -> str:
    """Without levels that are crossed out: "~P2~ P3". Other words may only be made to stand out."""
    left = _STRUCK_OUT.sub(lambda found: " " if _NUMBER.search(found[0]) else found[0], text)
    return left if WORD.search(left) else text


def words(text: str) -> list[str]:
    """The words of a plain text, case folded; punctuation parts them and is gone.

    "What's P-2, sr. ML?" gives what, is, p, 2, sr, ml.
    """
    return words_of(folded(text))


def words_of(text: str) -> list[str]:
    """As `words`, of a text that is `folded`."""
    return WORD.findall(text)


def words_and_breaks(text: str) -> list[str]:
    """As `words`, of a text that is `folded`, with BREAK between phrases.

    "hi team, lead?" gives hi, team, BREAK, lead.
    """
    if "  " in text or "\t" in text:
        text = _BLANKS.sub(" ", text)
    if "(" in text:
        text = _ASIDE.sub(r" , \1 , ", text)
    if _MEASURES.search(text):
        text = _QUANTITY.sub(f" {QUANTITY} ", text)
    marked = [word if word[0].isalnum() else BREAK for word in _WORD_OR_BREAK.findall(text)]
    while marked and marked[-1] == BREAK:
        marked.pop()
    return marked


def folded(text: str) -> str:
    """A plain text in lower case and as it is usually written: "pleeease" as please."""
    if text.isascii():
        text = text.lower()
    else:
        text = unicodedata.normalize("NFKC", text).casefold()
        for sign in _APOSTROPHES:
            text = text.replace(sign, "'")
    if "`" in text:
        text = text.replace("`", "'")
    text = _IS.sub(" is", text)
    if "'" in text:
        text = _POSSESSIVE.sub("", text).replace("'", "")
    if _DRAWN_OUT.search(text):
        text = _DRAWN_OUT.sub(r"\1", text)
    if "/" in text:
        text = _LETTERS_PARTED.sub(r"\1\2", text)
    return text.replace("&", " and ")


def squash(text: str) -> str:
    """The words of a text without anything between them: "Entry-Level" gives entrylevel."""
    return "".join(words(text))


def split_digits(word: str) -> tuple[str, str] | None:
    """("ml", "2") for ml2; None for a word of another form."""
    match = word[-1:].isdecimal() and _LETTERS_THEN_DIGITS.fullmatch(word)
    return (match[1], match[2]) if match else None
