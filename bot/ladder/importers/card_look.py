"""Whether a document reads as a card of a ladder, so that its file's name may name its level."""

from pathlib import Path

from bot.ladder.importers.headings import Node
from bot.ladder.importers.levels import is_role, is_rung_title, level_name, squash
from bot.ladder.importers.lines import label_and_value
from bot.ladder.importers.outline import Content, Grid, Outline, Pair
from bot.ladder.importers.plain import speaks_of_years
from bot.ladder.importers.vocabulary import is_part_name

_THEMES = 2


def looks_like_card(outline: Outline, root: Node) -> bool:
    """True for a job's title, a part that ladders know, or several headings with texts under them.

    A heading that says the file's name again counts too.

    Any other text, such as a note that happens to be called b04.md, is no card.
    """
    nodes = [node for node in root.walk() if node.heading is not None]
    blocks = [block for node in root.walk() for block in node.content]
    names = [node.text for node in nodes] + [pair.label.text for pair in outline.fields]
    stem = squash(Path(outline.file).stem)  # "# Senior 2 (IC)" in senior-2-ic.md
    if any(squash(node.text) == stem for node in root.children):
        return True
    themes = sum(bool(node.content) for node in nodes)
    says_file_name = _letters(Path(outline.file).stem) in map(_letters, names)
    told = says_file_name or any(map(_is_told, names)) or any(map(_tells_of_card, blocks))
    return themes >= _THEMES or told


def _letters(name: str) -> str:
    """ "Senior 2 (IC)" and senior-2-ic are one name."""
    return "".join(filter(str.isalnum, name)).casefold()


def _is_told(name: str) -> bool:
    return is_part_name(name) or is_role(name) or is_rung_title(name) or bool(level_name(name))


def _tells_of_card(block: Content) -> bool:
    if isinstance(block, Grid):
        return any(is_part_name(leaf.text.text) for row in block.rows for c in row for leaf in c)
    if isinstance(block, Pair):
        return _is_told(block.label.text)
    pair = label_and_value(block.text)
    text = block.text.text
    return _is_told(pair[0].text if pair else text) or speaks_of_years(text)
