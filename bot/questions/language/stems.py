"""The stems of English words, so that tuning, tuned and tune are one word."""

import re
import threading
from functools import lru_cache

import Stemmer

_BRITISH = (
    ("is", re.compile(r"(?<=\w{3})is(e|ed|es|ing|ation|ations|er|ers)$"), r"iz\1"),
    ("ys", re.compile(r"(?<=\w{3})ys(e|ed|es|ing)$"), r"yz\1"),
    ("our", re.compile(r"(?<=\w{2})our(s|ed|ing|al|able)?$"), r"or\1"),
    ("ll", re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    ("ogue", re.compile(r"ogue(s)?$"), r"og\1"),
)
"""British endings to American ones, with letters that a word must have for it.

They are applied to ladder and question alike: a word that is changed for no reason ("advise",
"four") is changed on both sides and still meets itself.
"""


class _Stemmer(threading.local):
    """Snowball's English stemmer ("Porter 2"), from PyStemmer: one for each thread, as it asks."""

    def __init__(self) -> None:
        self.english = Stemmer.Stemmer("english", maxCacheSize=0)


_STEMMER = _Stemmer()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one lower-case word, in American spelling."""
    for letters, ending, american in _BRITISH:
        if letters in word:
            word = ending.sub(american, word)
    return str(_STEMMER.english.stemWord(word))
