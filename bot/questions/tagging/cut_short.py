"""Words of the ladder's titles that people cut short: "lab manager", "facilities tech"."""

from collections.abc import Sequence

from bot.questions.language.common_words import COMMON_WORDS
from bot.questions.language.english import FILLERS, PROFESSIONS
from bot.questions.vocabulary.lexicon import PREFIX_MIN, Lexicon

_OF_JOBS = frozenset(
    "tech exec lab admin spec rep coord asst maint facil dept tele psych bio".split()
)
"""Short forms of words in titles that are everyday words too."""
NEVER_CUT_SHORT = (COMMON_WORDS | FILLERS | PROFESSIONS) - _OF_JOBS
"""Everyday words, which are meant as they are written."""
_FEWEST_LEFT_OUT = 3
"""Letters; where one or two are missing, it is a slip, and found as such."""
_MOST_WORDS = 30
"""Words that begin alike, from which the letters say too little."""


def in_full(tokens: list[str], index: int, lexicon: Lexicon) -> str:
    """A token, or the one word of the ladder's that is cut short in it.

    With a word beside it, the whole word must be a title or a family of the ladder.
    """
    word = tokens[index]
    longer = longer_words(word, lexicon)
    if not longer:
        return word
    before = ["".join(tokens[max(0, index - size) : index]) for size in (1, 2)]
    after = ["".join(tokens[index + 1 : index + 1 + size]) for size in (1, 2)]
    after += [each.removesuffix("s") for each in after if each.endswith("s")]
    if any(each and lexicon.begins(word + each) for each in after):
        return word
    found = {
        whole
        for whole in longer
        if len(whole) - len(word) >= _FEWEST_LEFT_OUT
        and (
            any(each and _is_name(each + whole, lexicon) for each in before)
            or any(each and _is_name(whole + each, lexicon) for each in after)
        )
    }
    return found.pop() if len(found) == 1 else word


def longer_words(word: str, lexicon: Lexicon) -> Sequence[str]:
    """The words of the ladder that one may be the beginning of; none for one of its own."""
    if (
        word in NEVER_CUT_SHORT
        or len(word) < PREFIX_MIN
        or not word.isalpha()
        or _is_own(word, lexicon)
    ):
        return ()
    return lexicon.index.longer(word, _MOST_WORDS)


def _is_own(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.families or word in lexicon.terms or word in lexicon.codes


def _is_name(key: str, lexicon: Lexicon) -> bool:
    return key in lexicon.families or key in lexicon.titles or _is_long_term(key, lexicon)


def _is_long_term(key: str, lexicon: Lexicon) -> bool:
    """Whether it is a rank of several words: "executive director"."""
    return key in lexicon.terms and len(lexicon.index.phrases.get(key, ())) > 1
