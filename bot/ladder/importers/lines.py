"""What the lines of a section are to each other: labels, bullets, groups, examples."""

import re
from collections.abc import Sequence

from bot.ladder.importers.examples import (
    EXAMPLES_LABEL,
    attached,
    flat,
    heads_examples,
    is_example,
    is_label,
)
from bot.ladder.importers.found import Found, FoundGroup, FoundStatement, Piece, Unplaced
from bot.ladder.importers.levels import is_role, is_rung_title
from bot.ladder.importers.outline import Content, Leaf, Pair
from bot.ladder.importers.vocabulary import DIMENSION_OF, fold, is_part_name, words_of

_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?;]{0,48}?)\s*:\s+(?P<value>\S.*)", re.DOTALL)
_DASHED = re.compile(r"(?P<label>[^\W\d_][^:.!?;–—]{0,48}?)\s+[-–—]\s+(?P<value>\S.*)", re.DOTALL)
SMALL_WORDS = words_of("a an and the of for in on to with or & at by / –")
"""Words that names write small."""
_NOUNS = re.compile(
    r"(?:tion|sion|ity|ment|ship|ness|ance|ence|ism|cy|skills?|design|knowledge|mindset|thinking|"
    r"quality|code|data|teamwork|work|culture|craft|people|business|impact|focus)$",
    re.I,
)
_VERB_LIKE = re.compile(r".*(?:[^s]s|ing|ed|n't)$", re.I)
_LONGEST_NAME = 4
_LONGEST_LABEL = 6
_EVERYTHING = re.compile(
    r"\b(?:everything|all)\b.*\b(?:level|above|below|previous|prior|plus|and)\b|\bin addition to\b"
    r"|\ball (?:of )?the above\b|\bmeets all\b|\bsame as\b.*\b(?:plus|and|with|additional\w*)\b",
    re.I,
)


def is_everything_below(text: str) -> bool:
    """Whether a line says "everything in the level below, plus …"; it is kept as it stands."""
    return bool(_EVERYTHING.search(text)) and len(text) < 200


def group_of(pair: Pair) -> FoundStatement | FoundGroup:
    """A label with its values as a group; a label alone as a statement."""
    items = list(map(FoundStatement, pair.values))
    return FoundGroup(pair.label, items) if items else FoundStatement(pair.label)


def nested(leaves: Sequence[Leaf], found: Found) -> list[FoundStatement | FoundGroup]:
    """Bullets with the bullets under them: groups where they name them, else examples."""
    entries: list[FoundStatement | FoundGroup] = []
    if not leaves:
        return entries
    top = leaves[0].depth
    place = 0
    while place < len(leaves):
        leaf = leaves[place]
        place += 1
        under: list[Leaf] = []
        while place < len(leaves) and leaves[place].depth > top:
            under.append(leaves[place])
            place += 1
        if under and (heads(leaf) or _labels(leaf, under)):
            items = attached(nested(under, found), found)
            entries.append(FoundGroup(leaf.text, [s for i in items for s in _statements(i)]))
            continue
        statement = FoundStatement(leaf.text)
        for example in under:
            if is_label(example.text.text):
                found.unplaced.append(Unplaced(example.text, EXAMPLES_LABEL))
            else:
                statement.examples.append(example.text)
        entries.append(statement)
    return entries


def _statements(entry: FoundStatement | FoundGroup) -> list[FoundStatement]:
    if isinstance(entry, FoundStatement):
        return [entry]
    return [FoundStatement(entry.name, [p for item in entry.items for p in flat(item)])]


def heads(leaf: Leaf) -> bool:
    """Whether a line names what stands under it, rather than says something of its own."""
    text = leaf.text.text
    if is_everything_below(text):
        return False
    return leaf.strong or heads_examples(text) or (text.endswith(":") and len(text.split()) <= 8)


def _labels(leaf: Leaf, under: Sequence[Leaf]) -> bool:
    """Whether a short bullet names those under it, as "Code quality" does, and says no more.

    A sentence is none of these; in doubt what stands under it are its examples.
    """
    text = leaf.text.text
    words = text.split()
    if len(words) > _LONGEST_NAME or text[-1:] in ".!?;," or not text[:1].isupper():
        return False
    if is_label(under[0].text.text) or any(is_example(each.text.text) for each in under):
        return False
    if is_part_name(text) or len(words) == 1:
        return True
    own = [word for word in words if word.casefold() not in SMALL_WORDS]
    if all(word[:1].isupper() for word in own):
        return True
    return not _VERB_LIKE.fullmatch(words[0]) and _NOUNS.search(words[-1]) is not None


def bullets(content: Sequence[Content], place: int) -> list[Leaf]:
    """The bullets from `place` on."""
    run: list[Leaf] = []
    for block in content[place:]:
        if not isinstance(block, Leaf) or not block.depth:
            break
        run.append(block)
    return run


def labeled_lines(content: Sequence[Content], place: int) -> list[Content]:
    """The paragraphs below a short bold label, up to the next one, with the bullets among them.

    A bold title of a job labels nothing.
    """
    block = content[place]
    if not isinstance(block, Leaf) or block.depth or not block.strong:
        return []
    text = block.text.text
    if len(text.split()) > _LONGEST_LABEL or is_role(text) or is_rung_title(text):
        return []
    run: list[Content] = []
    for each in content[place + 1 :]:
        if not isinstance(each, Leaf) or (each.strong and not each.depth):
            break
        run.append(each)
    return run if run and isinstance(run[0], Leaf) and not run[0].depth else []


def pieces(content: Sequence[Content]) -> list[Piece]:
    """The texts of plain lines; empty when there is a table or a pair among them."""
    if not all(isinstance(block, Leaf) for block in content):
        return []
    return [block.text for block in content if isinstance(block, Leaf)]


def is_title(leaf: Leaf) -> bool:
    """Whether a line reads as a title rather than a sentence."""
    text = leaf.text.text
    return len(text.split()) <= 10 and text[-1:] not in ".!?:;,"


def label_and_value(piece: Piece) -> tuple[Piece, Piece] | None:
    """ "Scope: small features" as two pieces; None for any other line."""
    match = _LABEL.fullmatch(piece.text) or _DASHED.fullmatch(piece.text)
    if match and match.re is _DASHED and not is_part_name(match["label"]):
        return None
    if match is None or len(match["label"].split()) > 5 or match["value"].startswith("//"):
        return None
    if not match["label"][:1].isupper() and fold(match["label"]) not in DIMENSION_OF:
        return None
    if is_everything_below(match["label"]):
        return None
    label = Piece(match["label"].strip(), piece.file, piece.line, piece.place, piece.last)
    return label, Piece(match["value"].strip(), piece.file, piece.line, piece.place, piece.last)
