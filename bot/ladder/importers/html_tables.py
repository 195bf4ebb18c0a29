"""The rows and cells of a table in HTML."""

from collections.abc import Iterator, Sequence

from lxml import etree


def is_data(table: etree._Element) -> bool:
    """Whether a table holds data; one of a single cell a row, or with headings, is a layout."""
    if table.get("role") == "presentation" or table.find(".//h1") is not None:
        return False
    if any(table.iterdescendants("h2", "h3", "table")):
        return False
    return any(len(row) > 1 for row in rows_of(table))


def rows_of(table: etree._Element) -> Iterator[Sequence[etree._Element]]:
    """The cells of each row that has any."""
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if cells:
            yield cells


def is_headed(table: etree._Element) -> bool:
    """Whether the first row, and not each of them, is set as headings."""
    first, *rest = [all(cell.tag == "th" for cell in row) for row in rows_of(table)]
    return first and not all(rest) if rest else False


def span_of(cell: etree._Element, name: str) -> int:
    """How many columns or rows a cell takes, 1 to 1000."""
    value = cell.get(name, "1")
    return min(int(value), 1000) if value.isascii() and value.isdigit() and int(value) else 1
