"""Levels that a document lists as bullets, what is said of each nested under it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.ladder.importers.levels import is_role, is_rung_title, level_name, squash
from bot.ladder.importers.outline import Block, Heading, Leaf


def with_bullets_as_headings(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with each list of levels as headings, where no heading names a level already."""
    headings = [block.text.text for block in blocks if isinstance(block, Heading)]
    if any(level_name(text) or is_rung_title(text) for text in headings):
        return list(blocks)
    found: list[Block] = []
    depth = place = 0
    while place < len(blocks):
        block = blocks[place]
        end = _end_of_list(blocks, place)
        run = [leaf for leaf in blocks[place:end] if isinstance(leaf, Leaf)]
        if not _is_list_of_levels(run):
            depth = block.depth if isinstance(block, Heading) else depth
            found += blocks[place : max(end, place + 1)]
            place = max(end, place + 1)
            continue
        # What follows the list is not of its last level: it stands before it instead.
        place = next(
            (i for i in range(end, len(blocks)) if isinstance(blocks[i], Heading)), len(blocks)
        )
        found += with_bullets_as_headings(blocks[end:place])
        top = run[0].depth
        for leaf in run:
            if leaf.depth == top:
                found.append(Heading(depth + 1, leaf.text))
            else:
                found.append(replace(leaf, depth=leaf.depth - top))
    return found


def _end_of_list(blocks: Sequence[Block], place: int) -> int:
    """The place behind the bullets that begin at `place`; `place` itself where none do."""
    while place < len(blocks):
        block = blocks[place]
        if not isinstance(block, Leaf) or not block.depth:
            break
        place += 1
    return place


def _is_list_of_levels(run: Sequence[Leaf]) -> bool:
    """Whether each outermost bullet names another level, with something said under most."""
    if len(run) < 2:
        return False
    tops = [place for place, leaf in enumerate(run) if leaf.depth == run[0].depth]
    bare = sum(place + 1 == len(run) or run[place + 1].depth <= run[0].depth for place in tops)
    names = [run[place].text.text.rstrip(":") for place in tops]
    if len({squash(name) for name in names}) < max(2, len(names)) or 2 * bare >= len(tops):
        return False
    rungs = [name for name in names if level_name(name) or is_rung_title(name)]
    coded = all(map(level_name, names))
    return coded or (len(rungs) >= 2 and all(name in rungs or is_role(name) for name in names))
