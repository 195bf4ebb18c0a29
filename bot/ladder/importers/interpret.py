"""From an outline to the cards it holds: which heading is whose, and which level a line is of."""

import re
from dataclasses import replace
from pathlib import Path

from bot.ladder.importers import examples, footnotes, outline_tables
from bot.ladder.importers.account import NAMELESS, leftovers, pieces_of
from bot.ladder.importers.card_look import looks_like_card
from bot.ladder.importers.context import (
    Context,
    family_line,
    fields_of_all,
    is_of,
    key_of,
    pieces_of_block,
    plain_items,
    statements_of,
    tells,
)
from bot.ladder.importers.fill import Filler
from bot.ladder.importers.found import (
    Found,
    FoundCard,
    FoundGroup,
    FoundPart,
    FoundStatement,
    Note,
    Piece,
    Unplaced,
    UnreadableError,
    entries_of,
)
from bot.ladder.importers.headings import Node, Role, has_levels, is_page_title, level_line, tree_of
from bot.ladder.importers.levels import level_name, numbered_level, squash
from bot.ladder.importers.lines import group_of
from bot.ladder.importers.outline import Content, Grid, Leaf, Outline, Pair
from bot.ladder.importers.vocabulary import (
    DIMENSION_OF,
    FIELD_OF,
    SENIORITY,
    YEARS_ID,
    fold,
)

_STEM_CODE = re.compile(r"(?:^|[-_ .])(?P<code>[A-Za-z]{1,3}\d{1,2})$")
_LEVEL_LABEL = re.compile(r"(?P<level>[^:]{1,40}?)\s*(?::|\s[–—-])\s+(?P<text>\S.*)", re.DOTALL)


def interpret(outline: Outline) -> Found:
    """The cards of a document; raises UnreadableError when nothing in it names a level."""
    return _Interpreter(outline).run()


class _Interpreter:
    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.notes = footnotes.take(outline)
        self.found = Found(
            unplaced=list(outline.unplaced), notes=list(outline.notes), lines=outline.lines
        )
        self.cards: dict[tuple[str, str], FoundCard] = {}
        self.headed: set[int] = set()
        self.themes: list[Piece] = []
        self.joined: dict[tuple[int, ...], Piece] = {}
        self.said: list[Piece] = []
        """Texts that are in the ladder in other words: a level's name that stands once more."""

    def run(self) -> Found:
        root = tree_of(self.outline)
        level = self._document_level(root)
        if level is not None:
            self._single(root, level)
        else:
            self._walk(root, Context())
            fields_of_all(self.outline.fields, self.found)
            used = {id(piece) for piece in pieces_of(self.found)}
            self.found.unplaced += [
                Unplaced(piece, "heads nothing of any level")
                for piece in self.themes
                if id(piece) not in used
            ]
        if self.found.title is None and root.role is Role.NONE:
            self.found.title = self.outline.title
        footnotes.place(self.notes, self.found)
        if not self.found.cards:
            message = (
                "names no level that can be told from its text; put a level's code or title in a "
                "heading, such as `P2 — Developing Professional`"
            )
            raise UnreadableError(self.outline.file, 1, message)
        missed = leftovers(self.outline.lines, [*pieces_of(self.found), *self.said])
        self.found.unplaced += [Unplaced(piece, "no part of a card") for piece in missed]
        return self.found

    # -- one level a file -------------------------------------------------------------------

    def _document_level(self, root: Node) -> Piece | None:
        """The level that the file as a whole is about, where no heading names one."""
        for pair in self.outline.fields:
            if FIELD_OF.get(fold(pair.label.text)) == "level" and pair.values:
                return self._numbered(pair.label.text, pair.values[0])
        if self._title_only(root):
            stem = Path(self.outline.file).stem
            code = _STEM_CODE.search(stem) or (level_name(stem) and re.search(r"\d", stem))
            return self._level_of_file_name() if code else None
        if has_levels(root):
            return None
        for block in root.content + [b for child in root.children for b in child.content]:
            if isinstance(block, Pair) and FIELD_OF.get(fold(block.label.text)) == "level":
                return self._numbered(block.label.text, block.values[0])
            match = _LEVEL_LABEL.fullmatch(block.text.text) if isinstance(block, Leaf) else None
            if not isinstance(block, Leaf) or match is None:
                continue
            if FIELD_OF.get(fold(match["level"])) != "level":
                continue
            level = self._numbered(match["level"], replace(block.text, text=match["text"]))
            if level_name(level.text):
                return level
        return self._level_of_file_name() if looks_like_card(self.outline, root) else None

    def _numbered(self, label: str, value: Piece) -> Piece:
        """The level that a field names: a bare number is one only with the word before it."""
        numbered = numbered_level(label, value.text)
        if numbered == value.text:
            return value
        self.said.append(value)
        return replace(value, text=numbered)

    @staticmethod
    def _title_only(root: Node) -> bool:
        """Whether the only level is a title; then a code in the file's name says it better."""
        levels = [node for node in root.walk() if node.role is Role.LEVEL]
        return len(levels) == 1 and levels[0].parent is root and not level_name(levels[0].text)

    def _level_of_file_name(self) -> Piece | None:
        stem = Path(self.outline.file).stem
        code = _STEM_CODE.search(stem)
        words = re.split(r"[-_ ]", stem)
        if code:
            name = code["code"].upper()
        elif level_name(stem) or SENIORITY & {word.casefold() for word in words}:
            name = stem
        else:
            return None
        piece = Piece(name, self.outline.file, 0)
        what = f"the text names no level; {name} is taken from the file's name"
        self.found.notes.append(Note(replace(piece, line=1, text=stem), what))
        return piece

    def _single(self, root: Node, level: Piece) -> None:
        card = FoundCard(level)
        self.found.cards.append(card)
        filler = Filler(card, self.found)
        for pair in self.outline.fields:
            if pair.groups and not FIELD_OF.get(fold(pair.label.text)):
                card.parts.append(FoundPart(pair.label, list(map(group_of, pair.groups))))
            elif pair.values and not is_of(level, pair.values):
                filler.labeled(pair.label, pair.values)
            else:
                self.found.unplaced.append(
                    Unplaced(pair.label, "a label; it names the card's level")
                )
        tops = root.children
        known = [level.text, card.title.text if card.title else ""]
        if len(tops) == 1 and tops[0].heading and is_page_title(tops[0], known):
            top, heading = tops[0], tops[0].heading
            if card.title is None and (
                level.line == 0 or squash(heading.text) != squash(level.text)
            ):
                card.title = heading
            else:
                why = "a heading that says again what the card's fields say"
                self.found.unplaced.append(Unplaced(heading, why))
            root.content += top.content
            root.children = top.children
        content = [block for block in root.content if not tells(block, level)]
        for block in root.content:
            if block not in content and isinstance(block, Leaf | Pair):
                label = (
                    block.label
                    if isinstance(block, Pair)
                    else replace(block.text, text=block.text.text.split(":")[0].split(" –")[0])
                )
                self.found.unplaced.append(Unplaced(label, "a label; it names the card's level"))
        root.content = content
        filler.node(root)

    # -- many levels a file -----------------------------------------------------------------

    def _walk(self, node: Node, at: Context) -> None:
        if node.role is Role.LEVEL and node.heading is not None:
            self._level(node, node.heading, at)
            return
        at = self._entered(node, at)
        if node.role is Role.NONE and node.heading is not None and not has_levels(node):
            self._aside(node, "stands under no level")
            return
        for block in node.content:
            if at.family is None and not at.themes and (family := family_line(block)):
                at = replace(at, family=family)
            else:
                self._outside(block, at)
        for child in node.children:
            self._walk(child, at)

    def _entered(self, node: Node, at: Context) -> Context:
        heading = node.heading
        if heading is None:
            return at
        if node.role is Role.FAMILY:
            return replace(at, family=heading, track=None)
        if node.role is Role.TRACK:
            return replace(at, track=heading)
        if node.role is Role.PART:
            self.themes.append(heading)
            return replace(at, themes=(*at.themes, heading))
        if node.role is Role.TITLE:
            if self.found.title is None:
                self.found.title = heading
            else:
                why = "the document has a title already"
                self.found.unplaced.append(Unplaced(heading, why))
        return at

    def _level(self, node: Node, heading: Piece, at: Context) -> None:
        key = key_of(heading, at)
        card = self.cards.get(key)
        if card is None or (not at.themes and id(card) in self.headed):
            card = self._new_card(heading, at)
        elif card.level is not heading:
            self._named_again(card, heading)
        if not at.themes:
            self.headed.add(id(card))
            Filler(card, self.found).node(node)
            return
        filler = Filler(card, self.found)
        holder = FoundCard(heading)
        inner = Filler(holder, self.found)
        entries = filler.entries_of(node.content)
        for child in node.children:
            inner.part(child)
        for part in holder.parts:
            entries.append(FoundGroup(part.name, plain_items(part)))
        self._into_theme(card, at, entries)

    def _named_again(self, card: FoundCard, heading: Piece) -> None:
        """A level's name that stands once more is the same words; other words are told."""
        if squash(card.level.text) == squash(heading.text):
            self.said.append(heading)
        else:
            why = f"names {card.level.text} once more, in other words"
            self.found.unplaced.append(Unplaced(heading, why))

    def _new_card(self, level: Piece, at: Context) -> FoundCard:
        card = FoundCard(level, family=at.family, track=at.track)
        self.cards[key_of(level, at)] = card
        self.found.cards.append(card)
        return card

    def _card(self, level: Piece, at: Context) -> FoundCard:
        return self.cards.get(key_of(level, at)) or self._new_card(level, at)

    def _into_theme(
        self, card: FoundCard, at: Context, entries: list[FoundStatement | FoundGroup]
    ) -> None:
        """Entries under headings that stand above the level: a part, and groups within it."""
        outer, *inner = at.themes
        if len(inner) > 1:  # a group holds no groups: their names stand as one
            inner = [self._joined(inner)]
        part = next((part for part in card.parts if part.name is outer), None)
        if part is None:
            part = FoundPart(outer)
            card.parts.append(part)
        for name in reversed(inner):
            entries = [FoundGroup(name, [s for entry in entries for s in statements_of(entry)])]
        for entry in entries:
            last = part.entries[-1] if part.entries else None
            if (
                isinstance(entry, FoundGroup)
                and isinstance(last, FoundGroup)
                and entry.name is last.name
            ):
                last.items += entry.items
            else:
                part.entries.append(entry)
        part.entries = examples.attached(part.entries, self.found)

    def _joined(self, names: list[Piece]) -> Piece:
        """One name for groups within each other; the same for each level."""
        key = tuple(map(id, names))
        if key not in self.joined:
            text = " / ".join(name.text for name in names)
            self.joined[key] = replace(names[0], text=text)
            self.said += names
        return self.joined[key]

    def _outside(self, block: Content, at: Context) -> None:
        """What stands above or between levels: tables of levels, lines that name their level."""
        if isinstance(block, Grid):
            if outline_tables.is_matrix(block):
                self._matrix(block, at)
            else:
                for row in block.rows:
                    for leaf in [leaf for cell in row for leaf in cell]:
                        self._tell(leaf.text)
        elif isinstance(block, Pair):
            if level_name(block.label.text):
                card = self._card(block.label, at)
                self._mark_used(card, block.label)
                nameless = Piece(NAMELESS, block.label.file, 0)
                at = at if at.themes else replace(at, themes=(nameless,))
                self._into_theme(card, at, list(map(FoundStatement, block.values)))
            else:
                for piece in [block.label, *block.values]:
                    self._tell(piece)
        else:
            self._line(block, at)

    def _line(self, leaf: Leaf, at: Context) -> None:
        line = level_line(leaf.text.text)
        if line and at.themes:
            level = replace(leaf.text, text=line[0])
            card = self._card(level, at)
            self._mark_used(card, level)
            statement = FoundStatement(replace(leaf.text, text=line[1]))
            self._into_theme(card, at, [statement])
        else:
            self._tell(leaf.text)

    def _mark_used(self, card: FoundCard, level: Piece) -> None:
        if card.level is not level:
            self._named_again(card, level)

    def _matrix(self, table: Grid, at: Context) -> None:
        entries, spare = outline_tables.entries(table, named=bool(at.themes))
        self.found.unplaced += spare
        told: set[int] = set()
        self.said += {id(e.number): e.number for e in entries if e.number}.values()
        for entry in entries:
            card = self._card(entry.level, replace(at, track=entry.track or at.track))
            if card.level is not entry.level and id(entry.level) not in told:
                self._mark_used(card, entry.level)
            told.add(id(entry.level))
            years = entry.names and DIMENSION_OF.get(fold(entry.names[-1].text)) == YEARS_ID
            names = entry.names[-1:] if years else [*at.themes, *entry.names]
            self._cell(card, names, entry)

    def _cell(self, card: FoundCard, names: list[Piece], entry: outline_tables.Entry) -> None:
        filler = Filler(card, self.found)
        texts = [leaf.text for leaf in entry.cell]
        if not texts:
            return
        if names and examples.is_label(names[-1].text):
            self._shown(card, names, filler.entries_of(entry.cell))
            return
        if not names:
            names = [Piece(NAMELESS, texts[0].file, 0)]
        same = [part for part in card.parts if part.name is names[0]] if len(names) == 1 else []
        if same:  # a further row of that name
            entries_of(same[0]).extend(filler.entries_of(entry.cell))
        elif len(names) == 1 and outline_tables.is_field(names[0], texts):
            known = len(self.found.unplaced)
            filler.labeled(names[0], texts)
            self._once(known)
        elif len(names) == 1 and len(entry.cell) == 1 and not entry.cell[0].depth:
            card.parts.append(FoundPart(names[0], phrase=texts[0]))
        else:
            at = Context(themes=tuple(names))
            self._into_theme(card, at, filler.entries_of(entry.cell))

    def _shown(
        self, card: FoundCard, names: list[Piece], entries: list[FoundStatement | FoundGroup]
    ) -> None:
        """A row or column of examples: they are of what the table says of the level before it."""
        outer = names[0] if len(names) > 1 else None
        part = next((part for part in card.parts if part.name is outer), None)
        part = part or (card.parts[-1] if card.parts else None)
        if part is None:
            part = FoundPart(outer or Piece(NAMELESS, names[0].file, 0))
            card.parts.append(part)
        group = FoundGroup(names[-1], [s for entry in entries for s in statements_of(entry)])
        part.entries = examples.attached([*entries_of(part), group], self.found)

    def _once(self, known: int) -> None:
        """Tell a heading cell of a field once, though it stands over every level."""
        told = {id(unplaced.piece) for unplaced in self.found.unplaced[:known]}
        new = [u for u in self.found.unplaced[known:] if id(u.piece) not in told]
        self.found.unplaced[known:] = new

    def _tell(self, piece: Piece) -> None:
        self.found.unplaced.append(Unplaced(piece, "stands under no level"))

    def _aside(self, node: Node, why: str) -> None:
        for each in node.walk():
            pieces = [each.heading] if each.heading else []
            pieces += [piece for block in each.content for piece in pieces_of_block(block)]
            self.found.unplaced += [Unplaced(piece, why) for piece in pieces]
