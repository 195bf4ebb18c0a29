"""Filling one card from the lines under its heading."""

from collections.abc import Sequence

from bot.ladder.importers.account import NAMELESS
from bot.ladder.importers.entries import section_entries, tell_columns
from bot.ladder.importers.examples import attached, flat, heads_examples, is_example
from bot.ladder.importers.found import (
    Found,
    FoundCard,
    FoundGroup,
    FoundPart,
    FoundStatement,
    Note,
    Piece,
    Unplaced,
    entries_of,
)
from bot.ladder.importers.headings import Node
from bot.ladder.importers.labeled_tables import column_heads, labeled_rows
from bot.ladder.importers.levels import is_role, is_rung_title, level_name
from bot.ladder.importers.lines import (
    SMALL_WORDS,
    bullets,
    heads,
    is_title,
    label_and_value,
    labeled_lines,
)
from bot.ladder.importers.lines import (
    pieces as pieces_of_lines,
)
from bot.ladder.importers.outline import Content, Grid, Leaf, Pair
from bot.ladder.importers.plain import speaks_of_years
from bot.ladder.importers.titles import split_titles
from bot.ladder.importers.vocabulary import DIMENSION_OF, FIELD_OF, fold

_ANYWHERE = frozenset({"soc", "titles", "pay"})
_MANY_DIMENSIONS = 3
_ANY_JOB = frozenset({"professional", "contributor", "specialist"})
"""Last words of levels' names that say nothing of the job: "Developing Professional"."""


class Filler:
    """Puts lines into a card; what has no place is told in `found`."""

    def __init__(self, card: FoundCard, found: Found) -> None:
        self.card = card
        self.found = found

    def node(self, node: Node) -> None:
        """All that stands under the level's own heading."""
        self.preamble(node.content, self.card.summary, titled=True)
        for child in node.children:
            self.part(child)

    def preamble(
        self, content: Sequence[Content], summary: list[Piece], *, titled: bool = False
    ) -> None:
        """Lines before the first section, or under "What this level means"."""
        place = 0
        while place < len(content):
            block = content[place]
            place += 1
            if isinstance(block, Grid):
                self._rows(block)
            elif isinstance(block, Pair):
                self.labeled(block.label, block.values)
            elif headed := self._headed(content, place - 1):
                if heads_examples(block.text.text):
                    self._examples(FoundGroup(block.text, self._plain(headed)))
                else:
                    self._section(block.text, headed)
                place += len(headed)
            elif bare := self._bare_label(content, place - 1):
                self.labeled(block.text, [bare])
                place += 1
            elif is_example(block.text.text) and not (block.depth and not self.card.parts):
                self._example(block.text, summary)
            elif pair := label_and_value(block.text):
                self.labeled(pair[0], [pair[1]])
            elif block.depth:
                run = bullets(content, place - 1)
                self._section(Piece(NAMELESS, block.text.file, 0), run)
                place += len(run) - 1
            elif titled and place == 1 and self.card.title is None and self._is_title(block):
                self.card.title = block.text
            else:
                summary.append(block.text)

    def part(self, node: Node) -> None:
        """A heading under the level's, with what stands under it."""
        if node.heading is None:
            return
        kind = FIELD_OF.get(fold(node.text))
        if kind in {"summary", "meaning"}:
            self._heading_of(node.heading, kind)
            into = self.card.summary if kind == "summary" else self.card.meaning_summary
            self.preamble(node.content, into)
            for child in node.children:
                self.part(child)
            return
        if heads_examples(node.text):
            self._examples(self._group(node))
            return
        content = [block for block in node.content if not self._told_pair(block)]
        if kind in _ANYWHERE and not node.children and pieces_of_lines(content):
            pieces = pieces_of_lines(self._without_fields(content))
            if pieces:
                self.labeled(node.heading, pieces)
            else:
                self._heading_of(node.heading, kind)
        elif node.content and not content and not node.children:
            self._heading_of(node.heading, "other fields")
        else:
            self._section(node.heading, content, node.children)

    def _plain(self, content: Sequence[Content]) -> list[FoundStatement]:
        """Lines as statements; a group's name becomes one with what it holds as examples."""
        return [
            entry
            if isinstance(entry, FoundStatement)
            else FoundStatement(entry.name, [p for item in entry.items for p in flat(item)])
            for entry in self.entries_of(content)
        ]

    def _examples(self, examples: FoundGroup) -> None:
        """A list headed "Examples" is of the part before it."""
        if not self.card.parts:
            self.card.parts.append(FoundPart(Piece(NAMELESS, examples.name.file, 0)))
        part = self.card.parts[-1]
        part.entries = attached([*entries_of(part), examples], self.found)

    def _example(self, line: Piece, summary: list[Piece]) -> None:
        """A line that says it is an example is of what stands before it."""
        if self.card.parts:
            part = self.card.parts[-1]
            part.entries = attached([*entries_of(part), FoundStatement(line)], self.found)
        else:
            summary.append(line)

    def entries_of(self, content: Sequence[Content]) -> list[FoundStatement | FoundGroup]:
        """The statements and groups of a section, or of a table's cell."""
        return section_entries(content, self.found)

    def _section(
        self, name: Piece, content: Sequence[Content], children: Sequence[Node] = ()
    ) -> None:
        rest = self._without_fields(content)
        part = FoundPart(name, self.entries_of(rest))
        for child in children:
            if child.heading is not None:
                part.entries.append(self._group(child))
        part.entries = attached(part.entries, self.found)
        if not part.entries and content:
            self._heading_of(name, "other fields")
            return
        self.card.parts.append(part)

    def _group(self, node: Node) -> FoundGroup:
        """A heading within a section; one below it becomes a statement with examples."""
        assert node.heading is not None  # noqa: S101 - only headings are handed in
        group = FoundGroup(node.heading)
        for entry in self.entries_of(self._without_fields(node.content)):
            if isinstance(entry, FoundGroup):
                examples = [piece for item in entry.items for piece in flat(item)]
                group.items.append(FoundStatement(entry.name, examples))
            else:
                group.items.append(entry)
        for child in node.children:
            inner = self._group(child)
            examples = [piece for item in inner.items for piece in flat(item)]
            group.items.append(FoundStatement(inner.name, examples))
        return group

    def _without_fields(self, content: Sequence[Content]) -> list[Content]:
        """A section's lines less those that are fields of the card wherever they stand."""
        content = [block for block in content if not self._told_pair(block)]
        pairs = [label_and_value(b.text) if isinstance(b, Leaf) else None for b in content]
        dimensions = {
            place
            for place, pair in enumerate(pairs)
            if (pair and fold(pair[0].text) in DIMENSION_OF) or self._bare_label(content, place)
        }
        rest: list[Content] = []
        skip = -1
        for place, (block, pair) in enumerate(zip(content, pairs, strict=True)):
            if place == skip:
                continue
            field = FIELD_OF.get(fold(pair[0].text)) if pair else None
            bare = self._bare_label(content, place)
            if pair and field in _ANYWHERE:
                self.labeled(pair[0], [pair[1]])
            elif place in dimensions and len(dimensions) >= _MANY_DIMENSIONS and (pair or bare):
                if pair:
                    self.labeled(pair[0], [pair[1]])
                elif bare and isinstance(block, Leaf):
                    self.labeled(block.text, [bare])
                    skip = place + 1
            else:
                rest.append(block)
        return rest

    def _told_pair(self, block: Content) -> bool:
        """Put a pair into its field or dimension, wherever it stands; False for any other."""
        if not isinstance(block, Pair):
            return False
        name = fold(block.label.text)
        if name not in DIMENSION_OF and FIELD_OF.get(name) not in _ANYWHERE:
            return False
        self.labeled(block.label, block.values)
        return True

    def labeled(self, label: Piece, values: list[Piece]) -> None:
        """A label with what it stands for: a field of the card, or a part of it."""
        kind = FIELD_OF.get(fold(label.text))
        if kind == "level" and not level_name(values[0].text) and len(values[0].text) > 3:
            kind = None  # "Grade: meets the bar" is no level
        if kind is None:
            part = (
                FoundPart(label, phrase=values[0])
                if len(values) == 1
                else FoundPart(label, list(map(FoundStatement, values)))
            )
            self.card.parts.append(part)
            return
        if kind == "titles":
            for value in values:
                self._titles(value)
        elif kind in {"summary", "meaning", "pay"}:
            lists = {
                "summary": self.card.summary,
                "meaning": self.card.meaning_summary,
                "pay": self.card.pay,
            }
            lists[kind].extend(values)
        else:
            self._single(kind, label, values)
        self._heading_of(label, kind)

    def _single(self, kind: str, label: Piece, values: list[Piece]) -> None:
        """A field that holds one text: level, family, track, title, soc."""
        value, *more = values
        card = self.card
        if kind == "level":
            more = values if not self._better_level(value) else more
        elif getattr(card, kind) is None:
            setattr(card, kind, value)
        else:
            more = values
        for piece in more:
            why = f"the card has its {kind} already ({label.text.rstrip(':')})"
            self.found.unplaced.append(Unplaced(piece, why))

    def _better_level(self, value: Piece) -> bool:
        """Take a code that stands on a line of its own; the heading's title stays the title."""
        known = level_name(self.card.level.text)
        if known is not None and known.code and value.text not in {known.code, known.name}:
            return False
        if self.card.title is None:
            self.card.title = self.card.level
        elif self.card.level.line:
            self.found.unplaced.append(Unplaced(self.card.level, "the card has a title already"))
        self.card.level = value
        return True

    def _titles(self, value: Piece) -> None:
        titles, certain = split_titles(value.text)
        if not certain:
            what = "kept whole: these may be several titles run together; split them by hand"
            self.found.notes.append(Note(value, what))
        if len(titles) == 1:
            self.card.titles.append(value)
        else:
            pieces = [Piece(title, value.file, value.line, value.place) for title in titles]
            self.card.titles.extend(pieces)

    def _heading_of(self, piece: Piece, kind: str) -> None:
        if piece.line:
            what = {"soc": "SOC code"}.get(kind, kind)
            why = f"a label; what it names is kept as the card's {what}"
            self.found.unplaced.append(Unplaced(piece, why))

    def _headed(self, content: Sequence[Content], place: int) -> list[Content]:
        """The lines under a paragraph that heads them; empty when it heads none."""
        block = content[place]
        if not isinstance(block, Leaf) or block.depth or not heads(block):
            return []
        run: list[Content] = [*bullets(content, place + 1)]
        return run or labeled_lines(content, place)

    def _bare_label(self, content: Sequence[Content], place: int) -> Piece | None:
        """The value on the line after a dimension's bare name ("- Scope", "- Small features")."""
        block = content[place]
        following = content[place + 1] if place + 1 < len(content) else None
        if not isinstance(block, Leaf) or not isinstance(following, Leaf):
            return None
        name = fold(block.text.text)
        if fold(following.text.text) in DIMENSION_OF:
            return None
        if name in DIMENSION_OF:
            return following.text
        return None

    def _is_title(self, leaf: Leaf) -> bool:
        """Whether the first line under a level is its title; how long one has worked is none.

        Where the level's name is a job already, another line must be one too: "Craft" is none.
        """
        text = leaf.text.text
        if not is_title(leaf) or not _named(text) or speaks_of_years(text):
            return False
        level = level_name(self.card.level.text)
        named = level.name if level else self.card.level.text
        words = named.split()
        job = is_role(named) or is_rung_title(named)
        if not job or words[-1].casefold() in _ANY_JOB:
            return True
        several = len(split_titles(text)[0]) > 1
        return is_role(text) or is_rung_title(text) or several or _graded(text)

    def _rows(self, grid: Grid) -> None:
        """A table of labels and values under the level's heading."""
        tell_columns(column_heads(grid), self.found)
        for label, leaves in labeled_rows(grid):
            texts = [leaf.text for leaf in leaves]
            if len(label) == 1 and texts:
                self.labeled(label[0].text, texts)
            else:
                tell_columns([leaf.text for leaf in [*label, *leaves]], self.found)


def _named(text: str) -> bool:
    """Whether a line is written as names are, or is a job: "fixes bugs" is neither."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    named = all(not word[:1].islower() or word in SMALL_WORDS for word in words)
    return bool(words) and (named or is_role(text) or is_rung_title(text))


def _graded(text: str) -> bool:
    last = text.rsplit(maxsplit=1)[-1]
    return last.isdigit() or set(last) <= set("IVX")
