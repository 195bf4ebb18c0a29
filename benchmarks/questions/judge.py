"""What is wrong with an answer, field by field of the contract's JSON answer."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.questions.rows import Expectation
from bot.ladder.model import Ladder

Answer = Mapping[str, Any]
"""The JSON answer of the contract."""

_ORDERED = {"compare", "growth", "experience"}
"""Intents whose levels have an order of their own: as asked, from and to, lowest first."""


def faults(answer: Answer, expect: Expectation, ladder: Ladder) -> list[str]:
    """What differs from `expect`, as "field: answered instead of expected"; [] when right.

    `expect` is resolved (see `resolve.py`); a field that it was not given is not judged.
    """
    return list(_faults(answer, expect, ladder))


def _faults(answer: Answer, expect: Expectation, ladder: Ladder) -> Iterator[str]:
    given = expect.model_fields_set
    if answer["intent"] not in expect.intent:
        yield f"intent: {answer['intent']} instead of {'/'.join(expect.intent)}"
    if expect.levels and not any(_same_levels(answer, one) for one in expect.levels):
        wanted = " or ".join(str(list(one)) for one in expect.levels[:2])
        yield f"levels: {answer['levels']} instead of {wanted}"
    if missing := set(expect.levels_include).difference(answer["levels"]):
        yield f"levels: {answer['levels']} without {sorted(missing)}"
    if answer["intent"] == "skill" and not _lowest_first(answer["levels"], ladder):
        yield f"levels: {answer['levels']} are not lowest first"
    if expect.attribute and answer["attribute"] not in expect.attribute:
        yield f"attribute: {answer['attribute']} instead of {expect.attribute[0]}"
    if "skill" in given and not _same_skill(answer["skill"], expect.skill):
        yield f"skill: {answer['skill']!r} instead of {expect.skill!r}"
    if "listed" in given and answer["listed"] is not expect.listed:
        yield f"listed: {answer['listed']} instead of {expect.listed}"
    if expect.says and _words(expect.says) not in _words(answer["text"]):
        yield f"text: {answer['text']!r} without {expect.says!r}"


def _same_levels(answer: Answer, expected: Sequence[str]) -> bool:
    if answer["intent"] in _ORDERED:
        return list(answer["levels"]) == list(expected)
    return sorted(answer["levels"]) == sorted(expected)


def _lowest_first(levels: Sequence[str], ladder: Ladder) -> bool:
    """Within each family and track; how several families follow each other is left open."""
    codes = list(ladder.levels)
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for ref in levels:
        family, _, code = ref.partition("/")
        places[family, ladder.levels[code].track_id].append(codes.index(code))
    return all(place == sorted(place) for place in places.values())


def _same_skill(skill: str | None, expected: str | None) -> bool:
    if skill is None or expected is None:
        return skill is expected
    return _words(expected) in _words(skill)


def _words(text: str) -> str:
    """Letters and digits only, so that quotes, dashes and line breaks don't count."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
