"""Any card, written in any style that people paste: every line is accounted for, at its level."""

import html
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ladder import Group, Ladder, Statement, load_ladder
from bot.ladder.importers.run import Report, import_files

SECTIONS = ("What you'd do", "Skills, knowledge & tools", "What good looks like")
RENAMED = ("Responsibilities", "Competencies", "Requirements")
WORDS = ("builds", "tests", "R&D", "systems", "reviews", "teams", "<5%", "with", "3x", "café")
DIMENSIONS = ("Scope", "Autonomy", "Complexity")


@dataclass(frozen=True)
class SourceCard:
    code: str
    title: str
    summary: str
    dimensions: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]


def pasted(cards: list[SourceCard], bullet: str = "- ", ends: str = "\n") -> str:
    lines: list[str] = []
    for card in cards:
        lines += [f"{card.code}{card.code} — Developing Professional", card.title, card.summary]
        lines += ["What this level means"] if card.dimensions else []
        for name, phrase in card.dimensions:
            lines += [f"{bullet}{name}", f"{bullet}{phrase}"]
        for name, statements in card.sections:
            lines += [name, *(f"{bullet}{statement}" for statement in statements)]
    return ends.join(lines)


def colons(cards: list[SourceCard]) -> str:
    lines: list[str] = []
    for card in cards:
        lines += [f"{card.code}: {card.title}", "", f"Summary: {card.summary}"]
        lines += [f"{name}: {phrase}" for name, phrase in card.dimensions]
        for name, statements in card.sections:
            lines += ["", f"{name}:", *(f"{n}. {s}" for n, s in enumerate(statements, start=1))]
        lines.append("")
    return "\n".join(lines)


def slack(cards: list[SourceCard]) -> str:
    lines: list[str] = []
    for card in cards:
        lines += [f":star: *{card.code} — {card.title}*", html.escape(card.summary, quote=False)]
        lines += [f"• {name}: {phrase}" for name, phrase in card.dimensions]
        for name, statements in card.sections:
            lines += [f"*{html.escape(name, quote=False)}*"]
            lines += [f"• {html.escape(statement, quote=False)}" for statement in statements]
    return "\n".join(lines)


def markdown(cards: list[SourceCard]) -> str:
    lines = ["# Acme ladder", ""]
    for card in cards:
        lines += [f"## {card.code} {card.title}", "", card.summary, ""]
        lines += [f"- **{name}:** {phrase}" for name, phrase in card.dimensions]
        for name, statements in card.sections:
            lines += ["", f"### {name}", "", *(f"* {statement}" for statement in statements)]
        lines.append("")
    return "\n".join(lines)


def page(cards: list[SourceCard]) -> str:
    parts = ["<!doctype html><title>x</title><nav>Home</nav><main><h1>Acme ladder</h1>"]
    for card in cards:
        parts.append(f"<h2>{card.code} – {card.title}</h2><p>{html.escape(card.summary)}</p><dl>")
        parts += [f"<dt>{n}</dt><dd>{html.escape(p)}</dd>" for n, p in card.dimensions]
        parts.append("</dl>")
        for name, statements in card.sections:
            items = "".join(f"<li>{html.escape(s)}\n" for s in statements)
            parts.append(f"<h3>{html.escape(name)}</h3><ul>{items}</ul>")
    return "\n".join([*parts, "</main><footer>©</footer>"])


STYLES: dict[str, tuple[Callable[[list[SourceCard]], str], str]] = {
    "dashes": (pasted, "txt"),
    "no bullets": (lambda cards: pasted(cards, bullet=""), "txt"),
    "dots, Windows": (lambda cards: pasted(cards, bullet="•\t", ends="\r\n"), "txt"),
    "colons": (colons, "txt"),
    "Slack": (slack, "txt"),
    "Markdown": (markdown, "md"),
    "HTML": (page, "html"),
}

words = st.lists(
    st.sampled_from(
        [
            "builds",
            "tests",
            "plans",
            "R&D",
            "systems",
            "data",
            "reviews",
            "teams",
            "ships",
            "<5%",
            "with",
            "3x",
            "café",
        ]
    ),
    min_size=2,
    max_size=6,
)


@st.composite
def source_cards(draw: st.DrawFn) -> list[SourceCard]:
    count = iter(range(10_000))

    def sentence(*, end: str = "") -> str:
        return f"Number {next(count)} {' '.join(draw(words))}{end}"

    codes = draw(
        st.lists(
            st.sampled_from(["P1", "P2", "P5", "IC3", "M1", "TL4", "D12"]),
            min_size=1,
            max_size=4,
            unique=True,
        )
    )
    titles = draw(
        st.permutations(["Junior Baker Engineer", "Staff Engineer", "Tech Lead", "Engineer"])
    )
    cards = []
    for code, title in zip(codes, titles, strict=False):
        names = (
            draw(st.permutations(SECTIONS))
            if draw(st.booleans())
            else draw(st.permutations(RENAMED))
        )
        sections = tuple(
            (name, tuple(sentence() for _ in range(draw(st.integers(1, 4)))))
            for name in names[: draw(st.integers(1, 3))]
        )
        named = draw(st.sets(st.sampled_from(DIMENSIONS)))
        dimensions = tuple((name, sentence()) for name in DIMENSIONS if name in named)
        cards.append(SourceCard(code, title, sentence(end="."), dimensions, sections))
    return cards


@pytest.mark.parametrize("style", STYLES)
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(cards=source_cards())
def test_every_line_is_at_its_level_or_told(
    style: str, cards: list[SourceCard], tmp_path_factory: pytest.TempPathFactory
) -> None:
    render, suffix = STYLES[style]
    folder = tmp_path_factory.mktemp("source")
    source = folder / f"baker.{suffix}"
    source.write_bytes(render(cards).encode())
    report = import_files([source], folder / "out", family="baker")
    ladder = load_ladder(folder / "out")
    assert list(ladder.families["baker"].cards.keys() ^ {card.code for card in cards}) == []
    for card in cards:
        assert_card(card, ladder)
    assert_told_only_labels(report)
    again = import_files([source], folder / "out", family="baker")
    assert again.written == 0


def assert_card(card: SourceCard, ladder: Ladder) -> None:
    made = ladder.families["baker"].cards[card.code]
    told = {
        ladder.sections[section].name: [text for entry in entries for text in texts(entry)]
        for section, entries in made.sections.items()
    }
    every = [text for section in told.values() for text in section]
    assert sorted(every) == sorted(s for _, statements in card.sections for s in statements)
    for _, statements in card.sections:  # each list stays together, in its order
        assert list(statements) in told.values()
    assert made.summary == card.summary
    assert {
        ladder.dimensions[key].name: phrase for key, phrase in made.meaning.dimensions.items()
    } == dict(card.dimensions)
    assert card.title in {made.title, *made.titles, made.level.name}


def texts(entry: Statement | Group) -> list[str]:
    if isinstance(entry, Group):
        return [text for item in entry.items for text in texts(item)]
    return [entry.text, *entry.examples]


def assert_told_only_labels(report: Report) -> None:
    for line in report.unplaced:
        assert "Number" not in line


@given(text=st.text(max_size=2_000), suffix=st.sampled_from(["txt", "md", "html"]))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_imported_or_refused_in_one_line(
    text: str, suffix: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from bot.cli import main  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("any")
    source = folder / f"x.{suffix}"
    source.write_bytes(f"{text}\nP2 — Developing Baker\n{text}".encode("utf-8", "surrogatepass"))
    assert main(["import", str(source), "--out", str(folder / "out")]) in {0, 2}
