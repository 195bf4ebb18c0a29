"""Any pasted text: every line of it is placed word for word or told with its line, none twice."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cli import main
from bot.ladder import load_ladder
from bot.ladder.importers.run import Report, import_files

CARD = (Path(__file__).parent / "data" / "ai-ml-engineer-P2.txt").read_text("utf-8")
LINES = CARD.split("\n")
BULLETS = (
    "- ",
    "• ",
    "➤ ",
    "✓ ",
    "1. ",
    "    ◦ ",
    "",
    "> ",
    "[ ] ",
    ":small_blue_diamond: ",
    "–\t",
)
HEADINGS = ("{}", "*{}*", "_{}_", "{}:", "## {}", "{} ", ":star: *{}*", "\n{}", "&gt; {}", "3.2 {}")
CODES = ("P1", "P2", "IC3", "TL4", "M1")
NAMES = ("What you'd do", "Skills", "Impact", "Experience", "How we measure you", "Common titles")
WORDS = st.sampled_from(
    [
        "builds",
        "Owns",
        "tests",
        "R&D",
        "<5%",
        "systems",
        "Skills",
        "for",
        "e.g.",
        "Example:",
        "café",
        "(two)",
        "5+",
        "years",
        "—",
        "|",
        "/",
        "Level",
        "3x",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)


@st.composite
def pasted_texts(draw: st.DrawFn) -> str:
    """Cards below one another, in lines of every look that a paste gives them."""
    lines: list[str] = []
    codes = draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
    count = 0
    for code in codes:
        lines.append(draw(st.sampled_from(HEADINGS[:6])).format(f"{code} — Baker Engineer"))
        for _ in range(draw(st.integers(0, 3))):
            heading = draw(st.sampled_from(HEADINGS))
            lines.append(heading.format(draw(st.sampled_from(NAMES))))
            for _ in range(draw(st.integers(0, 4))):
                count += 1
                bullet = draw(st.sampled_from(BULLETS))
                separator = draw(st.sampled_from([" ", " ", " ", "\t", "  "]))
                lines.append(f"{bullet}{draw(SENTENCES)}{separator}nr{count}")
            lines += draw(
                st.sampled_from([[], [""], ["Skill\tL1\tL2"], ["Cheers,", "Jo"], ["---"]])
            )
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    else:
        yield str(value)


def written(out: Path) -> list[str]:
    return [letters(s) for p in out.rglob("*.yaml") for s in strings(yaml.safe_load(p.read_text()))]


def told(report: Report) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for line in report.unplaced:
        match = re.fullmatch(r".*?:(\d+): not placed: (.*) \(.*?\)", line, re.DOTALL)
        assert match, line
        found.setdefault(int(match[1]), []).append(letters(match[2]))
    return found


def missing(text: str, report: Report, out: Path) -> list[str]:
    """What of the text is neither in the files nor in the report, word by word."""
    placed = "".join(written(out))  # titles that ran together stand one after the other
    unplaced, lost = told(report), list[str]()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        plain = re.sub(r"^(?:&gt;|:\w+:|\d+[.)]|\d\.\d|\s)+", "", line).replace("&amp;", "&")
        plain = plain.replace("P2P2", "P2")  # the page shows the code twice
        here = " ".join(unplaced.get(number, []))
        words = map(letters, plain.split())
        lost += [f"{number}: {word}" for word in words if word not in placed and word not in here]
    return lost


def accounted(text: str, folder: Path) -> tuple[Report, Path]:
    source, out = folder / "paste.txt", folder / "out"
    source.write_bytes(text.encode())
    report = import_files([source], out)
    assert missing(text, report, out) == []
    return report, out


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=pasted_texts())
def test_every_line_is_placed_or_told(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    _, out = accounted(text, folder)
    marks = sorted(re.findall(r"nr\d+", text))
    cards = "\n".join(path.read_text() for path in out.glob("*/*.yaml"))
    assert all(len(re.findall(rf"\b{mark}\b", cards)) <= 2 for mark in marks)
    assert import_files([folder / "paste.txt"], out).written == 0
    assert main(["validate", str(out)]) == 0


@pytest.mark.parametrize("last", range(1, len(LINES) + 1, 3))
def test_the_card_cut_off_behind_any_line(tmp_path: Path, last: int) -> None:
    _, out = accounted("\n".join(LINES[:last]), tmp_path)
    assert [card.level.code for card in load_ladder(out).cards()] == ["P2"]


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(end=st.integers(8, len(CARD)))
def test_the_card_cut_off_within_a_line(end: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    _, out = accounted(CARD[:end], tmp_path_factory.mktemp("cut"))
    assert [card.level.code for card in load_ladder(out).cards()] == ["P2"]
    assert main(["validate", str(out)]) == 0


_LABEL = re.compile(
    r"(?m)^- (Scope|Autonomy|Complexity|Impact|Decision rights|Leadership|Typical experience)\n- "
)
FORMS = {
    "doubled once": CARD.replace("P2P2", "P2"),
    "code behind": CARD.replace("P2P2 — Developing Professional", "Developing Professional (P2)"),
    "no bullets": re.sub(r"(?m)^- ", "", CARD),
    "quoted": re.sub(r"(?m)^", "> ", CARD),
    "entities": re.sub(r"(?m)^", "&gt; ", CARD.replace("&", "&amp;")),
    "indented": re.sub(r"(?m)^", "    ", CARD),
    "fenced": f"```\n{CARD}\n```",
    "blank lines": CARD.replace("\n", "\n\n"),
    "Windows": CARD.replace("\n", "\r\n"),
    "bold headings": re.sub(r"(?m)^(What .*|Skills, .*|Common .*)$", r"*\1*", CARD),
    "numbered": re.sub(r"(?m)^(What .*|Skills, .*|Common .*)$", r"1.2 \1", CARD).replace(
        "1.2 What good", "1.3 What good"
    ),
    "one line": _LABEL.sub(r"\1: ", CARD),
    "tabs": _LABEL.sub("\\1\t", CARD),
    "dash": _LABEL.sub(r"- \1 – ", CARD),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_card_in_any_form_says_the_same(tmp_path: Path, form: str) -> None:
    (tmp_path / "as it is").mkdir()
    _, plain = accounted(CARD, tmp_path / "as it is")
    _, out = accounted(FORMS[form], tmp_path)
    [known], [card] = load_ladder(plain).cards(), load_ladder(out).cards()
    assert (card.level.code, card.title, card.summary) == ("P2", known.title, known.summary)
    assert card.meaning == known.meaning
    assert card.sections == known.sections
    assert (card.titles, card.pay) == (known.titles, known.pay)
