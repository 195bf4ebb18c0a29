"""Levels that a document sets as bold lines instead of headings, as exported pages often do."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from bot.ladder.importers.levels import (
    graded_alike,
    is_role,
    is_rung_title,
    level_name,
    squash,
)
from bot.ladder.importers.outline import Block, Heading, Leaf


def with_bold_as_headings(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with each bold line that names a level as a heading, where no heading names one.

    A bold level right above another is one of a list, and heads nothing.
    """
    headings = [block.text.text for block in blocks if isinstance(block, Heading)]
    if any(level_name(text) or is_rung_title(text) for text in headings):
        return list(blocks)
    levels = _levels_of([block.text.text for block in blocks if _is_bold(block)])
    named = [
        block
        for block, following in pairwise(blocks)
        if _is_bold(block)
        and block.text.text in levels
        and not isinstance(following, Heading)
        and not (_is_bold(following) and following.text.text in levels)
    ]
    distinct = {squash(leaf.text.text) for leaf in named}
    if len(distinct) < max(2, len(named)):
        return list(blocks)
    depth = 0
    found: list[Block] = []
    for block in blocks:
        depth = block.depth if isinstance(block, Heading) else depth
        level = next((leaf for leaf in named if leaf is block), None)
        found.append(Heading(depth + 1, level.text) if level else block)
    return found


def _levels_of(texts: Sequence[str]) -> set[str]:
    """The texts that name levels: by their codes, else as titles that have others like them."""
    coded = {text for text in texts if level_name(text)}
    if coded:
        return coded
    rungs = {text for text in texts if is_rung_title(text)} | graded_alike(texts)
    jobs = {text.split()[-1] for text in rungs}
    return rungs | {text for text in texts if is_role(text) and text.split()[-1] in jobs}


def _is_bold(block: Block) -> TypeGuard[Leaf]:
    return isinstance(block, Leaf) and block.strong and not block.depth
