"""What each part of the understanding is worth: the sets' figures with one part switched off.

python -m benchmarks.questions.ablation [--set NAME]...
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from unittest.mock import patch

from benchmarks.questions.rows import SETS
from benchmarks.questions.score import score
from bot.questions.kinds import wishes
from bot.questions.language import patterns
from bot.questions.language.patterns import Wanted, pattern
from bot.questions.levels import mentions
from bot.questions.parts import attributes
from bot.questions.tagging import strange_words, tags
from bot.questions.texts import skill_index

Without = Callable[[], AbstractContextManager[object]]

_understand = import_module("bot.questions.understand")  # the package's name of it is a function
_NOTHING: Wanted = pattern("never said by anyone")


def _names_only(attribute: str, concept: object) -> Iterator[tuple[str, int, Wanted]]:
    del attribute, concept
    yield from ()


PARTS: dict[str, Without] = {
    "other words for the parts of a card": lambda: patch.object(
        attributes, "_of_concept", _names_only
    ),
    "single words that hint at a part": lambda: patch.object(
        attributes.AttributeIndex, "hinted", lambda *_: None
    ),
    "doubt beside an unknown word": lambda: patch.multiple(
        mentions, FOREIGN=0.95, _PER_UNKNOWN_WORD=1.0, _PER_FAR_WORD=1.0, _BESIDE_UNKNOWN=1.0
    ),
    "typos in the words around a level": lambda: patch.object(
        patterns.PatternWords, "meant", lambda _, word: word
    ),
    "words of the same meaning in skills": lambda: patch.object(skill_index, "SAME_SKILL", {}),
    "typos and short forms in skills": lambda: patch.object(
        skill_index, "meant_for", lambda *_: []
    ),
    "courtesy left out": lambda: patch("bot.questions.tagging.sentence._COURTESY", _NOTHING),
    "questions about people told apart": lambda: patch.object(
        _understand, "about_person", lambda *_: False
    ),
    "wishes for other things told apart": lambda: patch.object(wishes, "OTHER", _NOTHING),
    "talk around a question told apart": lambda: patch.object(tags, "is_chatter", lambda _: False),
    "words of other topics told apart": lambda: patch.object(
        strange_words, "is_of_other_topic", lambda _: False
    ),
    "other jobs told from skills": lambda: patch.multiple(
        "bot.questions.skills.asked_skills",
        asks_for_other_job=lambda *_: False,
        says_enough=lambda *_: True,
    ),
    "titles with two letters wrong": lambda: patch(
        "bot.questions.vocabulary.likeness._is_slip", lambda *_: False
    ),
}
"""Each part, and how it is switched off."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table: right answers, and out-of-scope questions answered, without each part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", dest="sets", action="append", choices=list(SETS))
    names = parser.parse_args(arguments).sets or ["development", "held-out"]
    sys.stdout.write(f"{'without':<42}{''.join(f'{name:>30}' for name in names)}\n")
    sys.stdout.writelines(_lines(names))
    return 0


def _lines(names: Sequence[str]) -> Iterator[str]:
    yield _line("(every part there)", names)
    for part, without in PARTS.items():
        with without():
            patterns.meant.cache_clear()
            yield _line(part, names)


def _line(part: str, names: Sequence[str]) -> str:
    cells = ""
    for name in names:
        judged = score(SETS[name])
        figures = f"{judged.right:.1f} % / {judged.out_of_scope_answered:.1f} %"
        cells += f"{figures:>30}"
    return f"{part:<42}{cells}\n"


if __name__ == "__main__":
    sys.exit(main())
