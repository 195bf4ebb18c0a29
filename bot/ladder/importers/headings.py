"""The headings of a document as a tree, and what each is: a level, a family, a track, a part."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from bot.ladder.importers import outline_tables
from bot.ladder.importers.bold_levels import with_bold_as_headings
from bot.ladder.importers.bullet_levels import with_bullets_as_headings
from bot.ladder.importers.found import Piece
from bot.ladder.importers.levels import graded_alike, is_role, is_rung_title, level_name, squash
from bot.ladder.importers.outline import Close, Content, Grid, Heading, Leaf, Outline, Pair
from bot.ladder.importers.vocabulary import (
    DIMENSION_OF,
    DISCIPLINE,
    FIELD_OF,
    SECTION_OF,
    fold,
    is_part_name,
)


class Role(Enum):
    """What a heading is to the ladder."""

    NONE = "none"
    TITLE = "the document's title"
    FAMILY = "a family"
    TRACK = "a track"
    LEVEL = "a level"
    PART = "a part"


@dataclass(slots=True, eq=False)
class Node:
    """A heading with what stands under it; the root has no heading."""

    heading: Piece | None
    depth: int
    parent: "Node | None" = None
    content: list[Content] = field(default_factory=list)
    children: "list[Node]" = field(default_factory=list)
    role: Role = Role.NONE

    @property
    def text(self) -> str:
        """The heading's text; empty for the root."""
        return self.heading.text if self.heading else ""

    def walk(self) -> "Iterator[Node]":
        """This node and all under it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self) -> "Iterator[Node]":
        """The nodes above, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


_LEVEL_LINE = re.compile(r"(?P<level>[^:]{1,40}?)\s*(?::|\s[–—-])\s+(?P<text>\S.*)", re.DOTALL)
_TRACK = re.compile(
    r"\b(?:track|individual contributors?|ics?|management|people managers?|managers)\b", re.I
)
_FAMILY_LABEL = re.compile(r"(?:job )?(?:family|discipline|function)\s*[:–—-]\s*", re.I)


def tree_of(outline: Outline) -> Node:
    """The outline as a tree, every heading with its role."""
    root = node = Node(None, 0)
    for block in with_bullets_as_headings(with_bold_as_headings(outline.blocks)):
        if not isinstance(block, Heading | Close):
            node.content.append(block)
            continue
        while node.parent is not None and node.depth >= block.depth:
            node = node.parent
        if isinstance(block, Close):
            continue
        child = Node(block.text, block.depth, node)
        node.children.append(child)
        node = child
    _mark_levels(root)
    for each in root.walk():
        if each.heading is not None and each.role is Role.NONE:
            each.role = _role(each)
    return root


def has_levels(node: Node) -> bool:
    """Whether a level, or a table of levels, stands at or under `node`."""
    return any(
        each.role is Role.LEVEL or any(_bears_levels(block) for block in each.content)
        for each in node.walk()
    )


def is_page_title(node: Node, known: Sequence[str]) -> bool:
    """Whether a page's only top heading is its title, and not its only section.

    `known` is what the page's fields say already: its level, its title.
    """
    if FIELD_OF.get(fold(node.text)) or is_part_name(node.text):
        return False
    named = level_name(node.text) or is_rung_title(node.text) or is_role(node.text)
    return node.depth == 1 or bool(named) or squash(node.text) in set(map(squash, known))


def level_line(text: str) -> tuple[str, str] | None:
    """ "L2: Writes tests" as the level and what is said of it; None for any other line."""
    match = _LEVEL_LINE.fullmatch(text)
    return (match["level"], match["text"]) if match and level_name(match["level"]) else None


def _bears_levels(block: Content) -> bool:
    """Whether a table or a line names levels of its own."""
    if isinstance(block, Grid):
        return outline_tables.is_matrix(block)
    if isinstance(block, Pair):
        return level_name(block.label.text) is not None
    return level_line(block.text.text) is not None


def _mark_levels(root: Node) -> None:
    nodes = [node for node in root.walk() if node.heading is not None]
    for node in nodes:
        if level_name(node.text) and not any(a.role is Role.LEVEL for a in node.ancestors()):
            node.role = Role.LEVEL
    strong = [node for node in nodes if node.role is Role.LEVEL]
    if strong:
        for node in strong:
            for sibling in node.parent.children if node.parent else []:
                if is_rung_title(sibling.text) and sibling.role is Role.NONE:
                    sibling.role = Role.LEVEL
        return
    for depth in sorted({node.depth for node in nodes}):
        rungs = [node for node in nodes if node.depth == depth and _is_rung(node)]
        if len(rungs) >= 2:
            for node in rungs:
                node.role = Role.LEVEL
            return
    tops = [node for node in nodes if node.depth == min(each.depth for each in nodes)]
    if len(tops) == 1 and (is_rung_title(tops[0].text) or is_role(tops[0].text)):
        tops[0].role = Role.LEVEL if not has_levels(root) else Role.NONE


def _is_rung(node: Node) -> bool:
    """Whether a heading without a code is a level by its own words and its siblings'."""
    siblings = [
        each.text
        for each in (node.parent.children if node.parent else [node])
        if not is_part_name(each.text)
    ]
    alike = graded_alike(siblings)
    rungs = [text for text in siblings if is_rung_title(text)]
    if node.text in alike:
        return True
    if is_rung_title(node.text):
        like = [t for t in siblings if is_role(t) or is_rung_title(t) or t in alike]
        return 2 * len(like) >= len(siblings)
    # A bare "Engineer" is a rung beside "Senior Engineer", and so is "Software Engineer".
    return is_role(node.text) and any(node.text.split()[-1] in text.split() for text in rungs)


def _role(node: Node) -> Role:
    if any(each.role is Role.LEVEL for each in node.ancestors()):
        return Role.PART
    if not has_levels(node):
        return Role.PART if fold(node.text) in {**SECTION_OF, **DIMENSION_OF} else Role.NONE
    return _role_above_levels(node)


def _role_above_levels(node: Node) -> Role:
    """What a heading over levels is, by its words, else by what its siblings hold."""
    siblings = node.parent.children if node.parent else []
    others = [each for each in siblings if each is not node and has_levels(each)]
    if _FAMILY_LABEL.match(node.text):
        return Role.FAMILY
    if is_part_name(node.text) or any(a.role is Role.PART for a in node.ancestors()):
        return Role.PART
    if _TRACK.search(node.text) and len(node.text.split()) <= 6:
        return Role.TRACK
    if not others and all(a.heading is None or a.role is Role.TITLE for a in node.ancestors()):
        return Role.TITLE
    # "Design" beside "Technical" is a theme; beside "Engineering" it is a family.
    if is_role(node.text) or all(_is_discipline(each) for each in [node, *others]):
        return Role.FAMILY
    return _family_or_theme(node, others)


def _is_discipline(node: Node) -> bool:
    lines = [b for each in node.walk() for b in each.content if isinstance(b, Leaf)]
    by_lines = any(level_line(leaf.text.text) for leaf in lines)
    return bool(DISCIPLINE.search(node.text) or is_role(node.text)) and not by_lines


def _family_or_theme(node: Node, others: Sequence[Node]) -> Role:
    """The same levels under several headings: families where their levels have the same parts."""
    matrix = any(_bears_levels(block) for each in node.walk() for block in each.content)
    repeated = any(_level_keys(node) & _level_keys(other) for other in others)
    if repeated or matrix or not others:
        own = _names_below(node)
        shared = any(own & _names_below(other) for other in others)
        return Role.FAMILY if shared or own & {*SECTION_OF, *DIMENSION_OF} else Role.PART
    return Role.TRACK


def _names_below(node: Node) -> set[str]:
    """The folded headings under the levels of `node`."""
    levels = [each for each in node.walk() if each.role is Role.LEVEL]
    return {fold(child.text) for level in levels for child in level.children}


def _level_keys(node: Node) -> set[str]:
    return {squash(each.text) for each in node.walk() if each.role is Role.LEVEL}
