"""Names of tools that people write as two words: "power bi", "big query", "type script"."""

from collections.abc import Callable
from itertools import pairwise

from bot.questions.language.talk import FUNCTION_WORDS, TOOLS

_SHORTEST = 2
_WHOLE = {
    (tool[:at], tool[at:]): tool
    for tool in sorted(TOOLS)
    for at in range(_SHORTEST, len(tool) - 1)
    if FUNCTION_WORDS.isdisjoint((tool[:at], tool[at:])) and not tool[at:].isdecimal()
}
"""Two words to the name that they are; not "my sql", and not "spark 2"."""
_SECOND = frozenset(second for _, second in _WHOLE)


def as_one_word(tokens: list[str], knows: Callable[[str], bool]) -> list[str]:
    """The tokens, with a parted name as one, unless it is known as the cards write it."""
    if _SECOND.isdisjoint(tokens) or _WHOLE.keys().isdisjoint(pairwise(tokens)):
        return tokens
    whole: list[str] = []
    for token in tokens:
        pair = (whole[-1], token) if whole else ("", token)
        if pair in _WHOLE and not all(map(knows, pair)):
            whole[-1] = _WHOLE[pair]
        else:
            whole.append(token)
    return whole
