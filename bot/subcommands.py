"""What `/level` does besides answering: default families, and forgetting. Pure."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Default:
    """`default …`: tells or sets whose default family is which."""

    family: str | None
    """The family's name as it was typed; None to tell what is set."""
    here: bool = False
    """The channel's, not the person's own."""
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Forget:
    """`forget me`: deletes what is kept of the person."""


@dataclass(frozen=True, slots=True)
class Question:
    """Anything else."""

    text: str
    otherwise: str | None = None
    """The same in plainer words, where the first are not understood."""


Subcommand = Default | Forget | Question

_DEFAULT = re.compile(
    r"(?:set\s+)?(?:my\s+)?default(?:\s+family)?(?P<rest>(?:\s|:|=).*)?", re.IGNORECASE | re.DOTALL
)
_HERE = re.compile(
    r"(?:^|\s)(?:(?:for|in|of)\s+)?(?:this\s+channel|the\s+channel|channel|here)(?=\s|$)",
    re.IGNORECASE,
)
_MINE = re.compile(r"^(?:for\s+)?(?:me|mine)\b|^(?:to|is|as)\s+", re.IGNORECASE)
_NONE = frozenset({"none", "off", "clear", "reset", "remove", "nothing", "-"})
_FORGET = re.compile(r"(?:please\s+)?(?:forget|delete)\s+(?:me|my\s+data)[.!]?", re.IGNORECASE)
_SKILLS = re.compile(r"skills?\s+(?P<what>.+)", re.IGNORECASE | re.DOTALL)
_FAMILY = re.compile(r"(?:job\s+)?famil(?:y|ies)\s+(?P<what>.+)", re.IGNORECASE | re.DOTALL)
_ALONE = {
    **dict.fromkeys(("family", "families", "level", "levels"), "what levels are there?"),
    **dict.fromkeys(("skill", "skills", "compare"), "help"),
}
"""What is shown to somebody who has typed no more than this; the help has an example of each."""


def read_subcommand(text: str) -> Subcommand:
    """What somebody typed behind `/level`."""
    typed = text.strip()
    if _FORGET.fullmatch(typed):
        return Forget()
    if found := _DEFAULT.fullmatch(typed):
        return _default((found["rest"] or "").strip(" \t\n:="))
    if found := _SKILLS.fullmatch(typed):
        return Question(text, f"who needs {found['what']}?")
    if found := _FAMILY.fullmatch(typed):
        return Question(text, f"levels of {found['what']}")
    return Question(text, _ALONE.get(typed.casefold()))


def _default(rest: str) -> Default:
    here = bool(_HERE.search(rest))
    name = _MINE.sub("", _HERE.sub(" ", rest).strip()).strip(" \"'“”")
    if name.casefold() in _NONE:
        return Default(None, here, clear=True)
    return Default(name or None, here)
