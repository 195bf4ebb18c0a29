"""What of an HTML page is around its text: navigation, the page's head and foot, controls.

None of it is of a level, yet nothing that a reader sees is dropped in silence.
"""

import re
from collections.abc import Iterator

from lxml import etree

from bot.ladder.importers.found import Piece, Unplaced
from bot.ladder.importers.vocabulary import words_of

_UNSEEN = words_of(
    "head script style noscript template svg canvas iframe object audio video map datalist"
)
_CONTROLS = words_of("button select input textarea option dialog menu")
_HEADS = words_of("h1 h2 h3 h4 h5 h6 summary")
_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "tablist": "navigation",
    "search": "controls",
    "dialog": "controls",
    "alertdialog": "controls",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "sidebar",
}
_NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|navbar|site-nav|skip-link|skip-to-content|toc)(?:$|[\s_-])", re.I
)
_CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookies?(?:[-_]?(?:banner|consent|notice|bar))|consent|share-buttons)"
    r"(?:$|[\s_-])",
    re.I,
)
_AROUND = re.compile(r"(?:^|[\s_-])(?:sidebar|site-(?:header|footer))(?:$|[\s_-])", re.I)
_FOOT = re.compile(
    r"(?:^|\s)(?:(?:page|document|site)?-?footer|page-metadata|copyright)(?:$|\s)", re.I
)
_PANEL = re.compile(r"(?:^|[\s_-])(?:tab|panel|pane|accordion|collaps\w*)(?:$|[\s_-])", re.I)
_TOGGLE = re.compile(r"(?:^|[\s_-])(?:accordion|collaps\w*|toggle|expand\w*)(?:$|[\s_-])", re.I)
_BOXES = words_of("div section ul ol a p")
_INLINE = words_of("a b em i span strong small sup sub code time abbr u mark")
_WORD_END = re.compile(r"(?:[^\W\d]{3}|[.,;:!?)])$")
"""What a footnote's number stands behind; "m" and "10" have a power instead."""
_WHOLE = frozenset({"navigation", "controls"})
_MOST_TOLD = 80


def kind_of_furniture(element: etree._Element) -> str | None:
    """What part of the page around its text this is; "" for what nobody sees; else None."""
    checks = (_by_tag, _by_role, _by_place, _by_name)
    return next((kind for check in checks if (kind := check(element)) is not None), None)


def heading_button(element: etree._Element) -> bool:
    """Whether a button is, or is within, the heading of what it opens."""
    if any(each.tag in _HEADS for each in element.iterancestors()):
        return True
    return element.get("role") != "tab" and (
        element.get("aria-expanded") is not None or bool(_TOGGLE.search(_names(element)))
    )


def is_footnotes(element: etree._Element) -> bool:
    """Whether an element holds the page's footnotes."""
    role = element.get("role", "")
    return role in {"doc-endnotes", "doc-footnote"} or bool(
        re.search(r"(?:^|\s)(?:footnotes|endnotes|references-list)(?:$|\s)", _names(element))
    )


def labels_of_panels(root: etree._Element) -> dict[str, etree._Element]:
    """The id of a tab's panel to the tab, whose text is the panel's heading."""
    labels: dict[str, etree._Element] = {}
    ids = {each.get("id") for each in root.iter(etree.Element)}
    for tab in root.iter(etree.Element):
        in_list = any(each.get("role") == "tablist" for each in tab.iterancestors())
        if tab.get("role") != "tab" and not (in_list and tab.tag in {"a", "button"}):
            continue
        target = tab.get("aria-controls") or tab.get("href", "").removeprefix("#")
        target = target or tab.get("data-bs-target", "").removeprefix("#")
        if target in ids:
            labels.setdefault(target, tab)
    return labels


def text_of(element: etree._Element) -> str:
    """All that the element says, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def line_of(element: etree._Element) -> int:
    """The line of an element's start tag; 1 where the parser made the element up."""
    line: object = element.sourceline  # the stubs have no type for it
    return line if isinstance(line, int) else 1


def main_of(root: etree._Element) -> etree._Element:
    """The page's `main`, where it says which part that is; else the whole of it."""
    mains = [each for each in root.iter("main") if text_of(each)]
    mains = mains or [each for each in root.iter(etree.Element) if each.get("role") == "main"]
    return mains[0] if len(mains) == 1 and text_of(mains[0]) else root


def title_of(root: etree._Element, file: str) -> Piece | None:
    """What the page's head calls it; None where it does not."""
    title = root.find(".//head/title")
    text = " ".join((title.text or "").split()) if title is not None else ""
    return Piece(text, file, line_of(title)) if title is not None and text else None


def is_reference(element: etree._Element) -> bool:
    """Whether a raised number refers to a footnote, and is none of the word before it."""
    text = text_of(element)
    if element.tag != "sup" or not text.isalnum():
        return False
    links = [*element.iter("a"), *(each for each in element.iterancestors() if each.tag == "a")]
    linked = any(link.get("href", "").startswith("#") for link in links)
    return linked or (text.isdigit() and bool(_WORD_END.search(_before(element))))


def _before(element: etree._Element) -> str:
    """The text right before an element."""
    previous = element.getprevious()
    if previous is not None:
        return previous.tail or text_of(previous)
    parent = element.getparent()
    return (parent.text or "") if parent is not None else ""


def told(
    element: etree._Element, kind: str, file: str, first_line: int, used: set[str]
) -> list[Unplaced]:
    """What is said of a part of the page that is skipped; navigation and controls in one line."""
    apart = kind in _WHOLE
    texts = [(line, text) for line, text in _texts(element, first_line, apart) if text not in used]
    if not texts:
        return []
    if not apart:
        why = f"stands in the page's {kind}" if kind != "rest" else "stands beside the page's text"
        return [Unplaced(Piece(text, file, line), why) for line, text in texts]
    said = " · ".join(text for _, text in texts)
    if len(said) > _MOST_TOLD:
        said = f"{said[:_MOST_TOLD].rsplit(' ', 1)[0]} …"
    first, last = texts[0][0], texts[-1][0]
    lines = f"lines {first}–{last}" if last > first else f"line {first}"
    count = f"{len(texts)} texts" if len(texts) > 1 else "1 text"
    why = f"the page's {kind}, skipped as a whole: {count} on {lines}"
    return [Unplaced(Piece(said, file, first), why)]


def outside(root: etree._Element, main: etree._Element) -> Iterator[etree._Element]:
    """The outermost elements of the page that neither hold `main` nor stand in it."""
    above = list(main.iterancestors())  # kept, so that each element stays the same object
    waiting = [root] if root is not main else []
    while waiting:
        for child in waiting.pop():
            if child in above:
                waiting.append(child)
            elif child is not main:
                yield child


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is None and element.get("aria-hidden") != "true":
        return False
    # What a tab or an accordion opens is only hidden for now.
    return element.get("role") != "tabpanel" and not _PANEL.search(_names(element))


def _by_tag(element: etree._Element) -> str | None:
    tag = str(element.tag)
    if tag in _UNSEEN:
        return ""
    form = tag == "form" and element.find(".//ul") is None and element.find(".//h2") is None
    if form or (tag in _CONTROLS and not (tag == "button" and heading_button(element))):
        return "controls"
    return "navigation" if tag == "nav" else None


def _by_role(element: etree._Element) -> str | None:
    return _ROLES.get(element.get("role", "").casefold())


def _by_place(element: etree._Element) -> str | None:
    tag = str(element.tag)
    if _is_hidden(element):
        return "hidden part"
    if tag == "header":  # of the page; an article's own header holds its title
        inside = {each.tag for each in element.iterancestors()} & {"article", "section", "main"}
        return None if inside or element.find(".//h1") is not None else tag
    if tag == "footer":
        return tag
    return "sidebar" if tag == "aside" and not is_footnotes(element) else None


def _by_name(element: etree._Element) -> str | None:
    if element.tag not in _BOXES:
        return None
    names = _names(element)
    for pattern, kind in (
        (_NAVIGATION, "navigation"),
        (_CONSENT, "controls"),
        (_AROUND, "sidebar"),
        (_FOOT, "footer"),
    ):
        if pattern.search(names):
            return kind
    return None


def _names(element: etree._Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def _texts(element: etree._Element, first_line: int, apart: bool) -> Iterator[tuple[int, str]]:
    """The element's seen texts, block by block, each with its line; `apart` parts links too."""
    line = line_of(element) + first_line - 1
    running: list[str] = []
    begun = line
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            line = max(line, line_of(each) + first_line - 1)
        text = each.text if event == "start" else each.tail if each is not element else None
        if str(each.tag) in _UNSEEN and event == "start":
            text = None
        if (each.tag not in _INLINE or (apart and each.tag == "a")) and running:
            yield begun, " ".join("".join(running).split())
            running = []
        if text and text.strip() and not _unseen(each, event):
            begun = begun if running else line
            running.append(text)
        line += (text or "").count("\n")
    if running:
        yield begun, " ".join("".join(running).split())


def _unseen(element: etree._Element, event: str) -> bool:
    above = element.iterancestors()
    return any(str(each.tag) in _UNSEEN for each in above) or (
        event == "start" and str(element.tag) in _UNSEEN
    )
