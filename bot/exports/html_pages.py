"""The ladder as web pages that need nothing else: no script, no font, no address outside."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from urllib.parse import quote

from bot import text
from bot.answers.quote import soc_line
from bot.exports.receipts import (
    GUIDE,
    guide_receipt,
    ladder_receipt,
    paragraphs,
    pay,
    receipt,
    unseen,
)
from bot.ladder import Card, Entry, Family, Group, Ladder, Level, Track

_STYLE = """
:root { color-scheme: light dark; --line: #c9ccd1; --soft: #f2f4f7; --quiet: #555d6b;
  --link: #0b57d0; --page: #fff; --ink: #1c1f24; }
@media (prefers-color-scheme: dark) { :root { --line: #444a54; --soft: #23272e; --quiet: #aab2bf;
  --link: #8ab4f8; --page: #16191d; --ink: #e6e8eb; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; background: var(--page);
  color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1.5rem; }
h3 { margin-bottom: .25rem; }
ul { margin-top: .25rem; padding-left: 1.4rem; }
nav ul { columns: 18rem; }
.quiet { color: var(--quiet); }
.title { font-size: 1.15rem; font-weight: 600; margin: 0; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--page); padding: .5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { border: 1px solid var(--line); padding: .4rem; text-align: left; vertical-align: top;
  min-width: 7.5rem; font-size: .9rem; line-height: 1.4; }
th { background: var(--soft); }
tbody th { position: sticky; left: 0; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .skip, nav { display: none; }
  article, tr { break-inside: avoid-page; } h2, h3 { break-after: avoid; }
  th, td { min-width: 0; padding: .25rem; } .wide { overflow: visible; }
  a { color: inherit; text-decoration: none; } }
"""


def html_files(ladder: Ladder) -> dict[str, str]:
    """`index.html`, and `families/ID.html` for each family."""
    pages = {
        f"families/{family.id}.html": _page(
            f"{family.name} · {ladder.name}", _family(family, ladder)
        )
        for family in ladder.families.values()
    }
    return {"index.html": _page(ladder.name, _index(ladder)), **pages}


def _page(title: str, body: Iterable[str]) -> str:
    inside = "\n".join(body)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#content">Skip to the content</a>\n'
        f'<main id="content">\n{inside}\n</main>\n</body>\n</html>\n'
    )


def _in(tag: str, plain: str, attributes: str = "") -> str:
    """`plain`, escaped, in an element."""
    return f"<{tag}{attributes}>{escape(plain)}</{tag}>"


def _index(ladder: Ladder) -> Iterator[str]:
    yield _in("h1", ladder.name)
    yield _in("p", ladder_receipt(ladder), ' class="quiet"')
    yield from (_in("p", line, ' class="quiet"') for line in unseen(ladder))
    yield _in("h2", "Families", ' id="families"')
    yield '<nav aria-labelledby="families"><ul>'
    for family in ladder.families.values():
        link = f'<a href="families/{escape(quote(family.id))}.html">{escape(family.name)}</a>'
        codes = ", ".join(family.cards)
        yield f'<li>{link} <span class="quiet">{escape(codes)}</span></li>'
    yield "</ul></nav>"
    for track in ladder.tracks.values():
        yield _in("h2", _track_name(track))
        heads = ["What it means", *(part.name for part in ladder.dimensions.values())]
        rows = [
            (
                level,
                [
                    level.meaning.summary or "",
                    *(level.meaning.dimensions.get(id_, "") for id_ in ladder.dimensions),
                ],
            )
            for level in track.levels
        ]
        yield from _table(f"{track.name}: what each level means", "Level", heads, rows)
    if ladder.guide:
        yield _in("h2", GUIDE)
    for entry in ladder.guide:
        yield _in("h3", entry.question)
        yield from (_in("p", paragraph) for paragraph in paragraphs(entry.answer))
        yield _in("p", guide_receipt(entry), ' class="quiet"')


def _track_name(track: Track) -> str:
    return f"{track.name} — {track.who}" if track.who else track.name


def _table(
    caption: str,
    corner: str,
    heads: Sequence[str | Level],
    rows: Sequence[tuple[str | Level, list[str]]],
) -> Iterator[str]:
    """A table whose first column names its rows; it scrolls by itself, by keyboard too."""
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
    yield _in("caption", caption)
    columns = "".join(_head(head, "col") for head in [corner, *heads])
    yield f"<thead><tr>{columns}</tr></thead>\n<tbody>"
    for name, cells in rows:
        inside = "".join(_in("td", cell) for cell in cells)
        yield f"<tr>{_head(name, 'row')}{inside}</tr>"
    yield "</tbody></table></div>"


def _head(named: str | Level, scope: str) -> str:
    """The head of a row or column; a level's code is told apart from its name."""
    if isinstance(named, Level):
        inside = f"{_in('strong', named.code)} {escape(named.name)}"
        return f'<th scope="{scope}">{inside}</th>'
    return _in("th", named, f' scope="{scope}"')


def _family(family: Family, ladder: Ladder) -> Iterator[str]:
    yield f'<p><a href="../index.html">{escape(ladder.name)}</a></p>'
    yield _in("h1", family.name)
    if family.aliases:
        yield _in("p", f"Also called: {', '.join(family.aliases)}")
    if family.soc:
        yield _in("p", f"O*NET / SOC: {soc_line(family.soc)}")
    yield '<nav aria-label="Levels"><ul>'
    anchors = {code: f"level-{at}" for at, code in enumerate(family.cards, start=1)}
    for code, card in family.cards.items():
        yield f'<li><a href="#{anchors[code]}">{escape(code)} {escape(card.level.name)}</a></li>'
    yield "</ul></nav>"
    for track in ladder.tracks.values():
        cards = [card for card in family.cards.values() if card.level.track_id == track.id]
        if cards:
            yield _in("h2", _track_name(track))
            yield from _compared(f"{track.name}: levels compared", cards, ladder)
    for code, card in family.cards.items():
        yield from _card(card, ladder, anchors[code])


def _compared(caption: str, cards: list[Card], ladder: Ladder) -> Iterator[str]:
    heads = [card.level for card in cards]
    rows = [("Title", [card.title for card in cards])] + [
        (part.name, [card.meaning.dimensions.get(part.id, "") for card in cards])
        for part in ladder.dimensions.values()
        if any(part.id in card.meaning.dimensions for card in cards)
    ]
    yield from _table(caption, "Dimension", heads, rows)


def _card(card: Card, ladder: Ladder, anchor: str) -> Iterator[str]:
    yield f'<article id="{anchor}" aria-labelledby="{anchor}-name">'
    yield _in("h2", f"{card.level.code} — {card.level.name}", f' id="{anchor}-name"')
    yield _in("p", card.title, ' class="title"')
    for paragraph in (card.summary, card.meaning.summary):
        if paragraph:
            yield _in("p", paragraph)
    if not card.written:
        yield _in("p", text.NOT_WRITTEN)
    for section in ladder.sections.values():
        if entries := card.sections.get(section.id):
            yield _in("h3", section.name)
            yield _list(map(_entry, entries))
    if card.titles:
        yield _in("h3", "Common titles")
        yield _list(map(escape, card.titles))
    if told := pay(card, ladder):
        yield _in("h3", "What it pays")
        yield _in("p", told)
    yield _in("p", receipt(card, ladder), ' class="quiet"')
    yield "</article>"


def _list(items: Iterable[str]) -> str:
    """A list of ready items."""
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _entry(entry: Entry) -> str:
    if isinstance(entry, Group):
        return f"{_in('strong', entry.name)}{_list(map(_entry, entry.items))}"
    examples = _list(map(escape, entry.examples)) if entry.examples else ""
    return escape(entry.text) + examples
