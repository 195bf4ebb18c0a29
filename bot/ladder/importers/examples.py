"""Examples stand under the statement that they show, and never as statements of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.ladder.importers.found import Found, FoundGroup, FoundStatement, Piece, Unplaced

_LABEL = re.compile(r"(?:some |for )?examples?(?: behaviou?rs?)?|e\.? ?g\.?|for instance", re.I)
_OWN_PART = re.compile(r"behaviou?rs?", re.I)
_LINE = re.compile(
    r"(?:(?:for )?examples?(?: behaviou?rs?)?(?: \d+)?\s*(?:[:,]\s|[:–—](?=\S)|\s[–—-]\s)"
    r"|for (?:example|instance)\b\W|e\. ?g\.?[\s:,]|e\. ?g\.(?=\S)|eg[:,]\s|ex\s*[:,]\s)"
    r"\s*\S.*",
    re.I | re.DOTALL,
)
_WITHIN = re.compile(
    r"(?P<text>.*?[.!?;])\s+(?P<example>(?:(?:For )?[Ee]xamples?|E\. ?g\.?):\s+\S.*)", re.DOTALL
)
EXAMPLES_LABEL = "a label; the lines under it are kept as the statement's examples"

Entry = FoundStatement | FoundGroup


def is_label(text: str) -> bool:
    """Whether a line only says that examples follow: "Examples:", "e.g."."""
    return bool(_LABEL.fullmatch(text.strip(" :*_")))


def heads_examples(text: str) -> bool:
    """Whether a heading says no more than "Examples"; "Example tasks" names a part of its own."""
    return is_label(text) and not _OWN_PART.search(text)


def is_example(text: str) -> bool:
    """Whether a line says of itself that it is an example: "Example: built the login form"."""
    return bool(_LINE.fullmatch(text))


def attached(entries: Sequence[Entry], found: Found) -> list[Entry]:
    """`entries` with each example under the statement before it.

    A list that is headed "Examples" goes under the one statement that it can be of. Where it
    shows several, it stays together under its own heading, as that line's examples. Doing it
    twice changes nothing.
    """
    kept: list[Entry] = []
    since = 0  # where the statements begin that no examples have followed yet
    for entry in entries:
        if isinstance(entry, FoundStatement):
            if _statement(entry, kept):
                since = len(kept)
        elif heads_examples(entry.name.text):
            _list(entry, kept, since, found)
            since = len(kept)
        else:
            entry.items = [e for e in attached(entry.items, found) if isinstance(e, FoundStatement)]
            kept.append(entry)
            since = len(kept)
    return kept


def flat(statement: FoundStatement) -> list[Piece]:
    """A statement and its examples, in a row."""
    return [statement.text, *statement.examples]


def _statement(entry: FoundStatement, kept: list[Entry]) -> bool:
    """Keep a statement, or put it under the one before it; True for an example."""
    before = _last(kept) if is_example(entry.text.text) else None
    if before is not None:
        before.examples += flat(entry)
        return True
    if match := _WITHIN.fullmatch(entry.text.text):
        entry.examples.insert(0, replace(entry.text, text=match["example"]))
        entry.text = replace(entry.text, text=match["text"])
    kept.append(entry)
    return False


def _last(entries: Sequence[Entry]) -> FoundStatement | None:
    last = entries[-1] if entries else None
    if isinstance(last, FoundGroup):
        return last.items[-1] if last.items else None
    return last


def _list(entry: FoundGroup, kept: list[Entry], since: int, found: Found) -> None:
    examples = [piece for item in entry.items for piece in flat(item)]
    last = kept[-1] if kept else None
    owners: Sequence[Entry] = last.items if isinstance(last, FoundGroup) else kept[since:]
    [owner] = owners if len(owners) == 1 else [None]
    if isinstance(owner, FoundStatement):
        owner.examples += examples
        found.unplaced.append(Unplaced(entry.name, EXAMPLES_LABEL))
        return
    together = FoundStatement(entry.name, examples)
    if isinstance(last, FoundGroup):
        last.items.append(together)
    else:
        kept.append(together)
