"""Whether data reads as a card of a ladder, so that its file's name may name its level."""

import re

from bot.ladder.importers.key_names import container_of
from bot.ladder.importers.level_labels import NONE, level_strength
from bot.ladder.importers.tree import Leaf, Map, Node, leaves
from bot.ladder.importers.vocabulary import is_part_name

_SHORT_CODE = re.compile(r"[^\W\d_]{0,3}[-_. ]?\d+\w?")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-/][^\W\d_]+)*")
_SAID_OF_ANYTHING = frozenset({"name", "description", "code", "about", "path", "position", "soc"})
"""Keys that any configuration has too."""


def is_level_of(stem: str, node: Map) -> bool:
    """Whether a file called `stem` tells the level of `node`, which names none itself.

    A short code may be chance: settings that happen to be kept in p2.json are no card. There a key
    must be a part or a theme that ladders know, or a text must read as a statement.
    """
    if level_strength(stem) == NONE:
        return False
    return not _SHORT_CODE.fullmatch(stem) or _reads_as_card(node)


def _reads_as_card(node: Map) -> bool:
    return any(_is_told(key.text) for key in _keys(node)) or any(
        _is_statement(leaf.text) for leaf in leaves(node)
    )


def _is_told(key: str) -> bool:
    known = is_part_name(key) and key.casefold() not in _SAID_OF_ANYTHING
    return known or container_of(key) == "themes"


def _is_statement(text: str) -> bool:
    """Whether a text has two plain words or more, and little else.

    Scripts without spaces between words make one word of a sentence.
    """
    words = [word.strip(".,;:!?()\"'“”") for word in text.split()]
    plain = [word for word in words if _WORD.fullmatch(word)]
    several = len(plain) > 1 or any(len(word) > 3 and not word.isascii() for word in plain)
    return several and len(plain) * 3 >= len(words) * 2


def _keys(node: Map) -> list[Leaf]:
    found: list[Leaf] = []
    waiting: list[Node] = [node]
    seen = set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, Leaf):
            continue
        seen.add(id(each))
        if isinstance(each, Map):
            found += [key for key, _ in each.entries]
            waiting += [value for _, value in each.entries]
        else:
            waiting += each.items
    return found
