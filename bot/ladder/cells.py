"""The cells of the table that a ladder is exported as: their columns, and their guard."""

COLUMNS = ("family", "level", "section", "group", "statement", "example")

_GUARDED = tuple("=+-@\t\r'＝＋－＠")


def guarded(cell: str) -> str:
    """`cell` with an apostrophe before a sign that would make a spreadsheet run it as a formula.

    A cell that starts with an apostrophe gets one more, so that nothing is lost: see `unguarded`.
    """
    return f"'{cell}" if cell.startswith(_GUARDED) else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given: without its first apostrophe, where that stands before a guarded
    sign. So a table that never was guarded keeps its 'tis.
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_GUARDED) else cell
