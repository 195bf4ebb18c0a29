"""`levelbot report`: what was not answered, grouped by likeness; what did not help; by surface."""

import asyncio
import json
import random
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.cli import main
from bot.reports import Report, lines, make_report
from bot.reports.likeness import Alike, Said, group
from bot.state import Asked, State, new_question_id
from tests.state.conftest import Clock

DAY_S = 86_400


async def ask(
    state: State, text: str, intent: str = "unknown", *levels: str, surface: str = "mention"
) -> str:
    question_id = new_question_id()
    await state.questions.record(Asked(question_id, "T1", surface, text, intent, levels, 0.3))
    return question_id


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        (["who approves a promotion?", "Who approves promotions", "who aproves a promotion"], [3]),
        (["what is P8?", "what is P9?"], [1, 1]),
        (["wizard II", "wizard III", "wizard ii?"], [2, 1]),
        (["parental leave", "vacation days", "Parental leave??"], [2, 1]),
        (["", "?!", "  "], []),
        ([], []),
    ],
)
def test_questions_are_grouped_by_likeness(texts: list[str], groups: list[int]) -> None:
    assert [each.count for each in group([*map(Said, texts)])] == groups


def test_ten_thousand_questions_are_grouped_in_seconds() -> None:
    texts = [f"question about topic{n % 4_000} of team{n % 37}" for n in range(10_000)]
    started = time.thread_time()
    assert sum(each.count for each in group([*map(Said, texts)])) == 10_000
    assert time.thread_time() - started < 15


async def test_the_report(state: State, clock: Clock) -> None:
    await ask(state, "too long ago")
    clock.now_s += 31 * DAY_S
    for text in ("who approves a promotion?", "who approves promotions?"):
        await ask(state, text, surface="direct_message")
    await ask(state, "vacation days")
    bad = [await ask(state, "P2 pay", "attribute", "a/P2") for _ in range(2)]
    for user, (question, comment) in enumerate(zip(bad, ("no figure", None), strict=True)):
        await state.questions.judge("T1", question, f"U{user}", helpful=False, comment=comment)
    await state.questions.judge("T1", await ask(state, "P3", "card", "a/P3"), "U1", helpful=True)
    report = await make_report(state, clock.now_s, 30)
    assert (report.questions, report.answered) == (6, 3)
    assert (report.helpful, report.not_helpful) == (1, 2)
    assert [(g.question, g.count, g.surfaces) for g in report.unanswered] == [
        ("who approves a promotion?", 2, {"direct_message": 2}),
        ("vacation days", 1, {"mention": 1}),
    ]
    assert [(u.question, u.count, u.levels, u.comments) for u in report.unhelpful] == [
        ("P2 pay", 2, ("a/P2",), ("no figure",))
    ]
    assert [(c.intent, c.levels, c.count) for c in report.most_asked] == [
        ("attribute", ("a/P2",), 2),
        ("card", ("a/P3",), 1),
    ]
    assert report.by_surface == {"mention": 4, "direct_message": 2}
    text = "\n".join(lines(report))
    assert "6 questions, 50% answered; feedback: 1 helpful, 2 not helpful" in text
    assert "    2  who approves a promotion?  (also: who approves promotions?)" in text
    assert await make_report(state, clock.now_s, 30, "T2") == Report(
        report.since, report.until, 0, 0, 0, 0, (), (), (), {}, {}
    )


@pytest.mark.parametrize("seed", range(5))
async def test_the_report_says_what_reading_every_row_says(
    state: State, clock: Clock, seed: int
) -> None:
    chance = random.Random(seed)
    texts = ["who pays?", "Who pays", " who pays? ", "vacation days", "?!", "", "what is P8?"]
    for number in range(150):
        clock.now_s += chance.choice([0.25, 1.0, 60.0])
        intent = chance.choice(["unknown", "unknown", "card", "compare", "help"])
        levels = chance.choice([(), ("a/P2",), ("a/P2", "ä/P3")])
        surface = chance.choice(["mention", "slash_command", "button"])
        asked = await ask(state, chance.choice(texts), intent, *levels, surface=surface)
        for user in range(chance.choice([0, 0, 1, 3])):
            clock.now_s += 0.25
            comment = chance.choice([None, "the pay", "too long"])
            question = asked if chance.random() > 0.1 else f"lost {number}"
            await state.questions.judge(
                "T1", question, f"U{user}", helpful=chance.random() < 0.4, comment=comment
            )
    report = await make_report(state, clock.now_s, 30)
    everything = await state.questions.since(0)
    asked_ = [each for each in everything if each.surface != "button"]
    judged = await state.questions.judged_since(0)
    assert (report.questions, report.helpful) == (len(asked_), sum(j.helpful for j in judged))
    assert report.helpful + report.not_helpful == len(judged)
    assert [*report.by_surface.items()] == Counter(q.surface for q in asked_).most_common()
    assert [*report.by_intent.items()] == Counter(q.intent for q in asked_).most_common()
    answers = Counter((q.intent, q.levels) for q in asked_ if q.intent in {"card", "compare"})
    most = [((each.intent, each.levels), each.count) for each in report.most_asked]
    assert most == answers.most_common(20)
    open_ = [each for each in asked_ if each.intent == "unknown"]
    alike = group([Said(each.text) for each in open_])
    assert [(g.question, g.count, g.wordings, g.last) for g in report.unanswered] == [
        (a.wording, a.count, a.wordings[1:6], max(open_[n].at for n in a.members)) for a in alike
    ]
    for told, a in zip(report.unanswered, alike, strict=True):
        surfaces = Counter(open_[n].surface for n in a.members)
        assert [*told.surfaces.items()] == surfaces.most_common()
    bad = [each for each in judged if not each.helpful]
    assert sum(each.count for each in report.unhelpful) == len(bad)
    for each in report.unhelpful:
        newest = [
            j.comment
            for j in reversed(bad)
            if (j.question.intent, j.question.levels) == (each.intent, each.levels)
            and plain(j.question.text) == plain(each.question)
        ]
        assert each.comments == tuple(dict.fromkeys(filter(None, newest)))


def plain(text: str) -> str:
    """The words of a question."""
    return " ".join(re.findall(r"\w+", text.casefold()))


async def test_what_people_typed_moves_no_cursor(state: State, clock: Clock) -> None:
    await ask(state, "\x1b[2Jclear\r\nme " + "x" * 500)
    text = "\n".join(lines(await make_report(state, clock.now_s, 30)))
    assert "\x1b" not in text
    assert "[2Jclear me xxx" in text
    assert "…" in text


@pytest.mark.parametrize("as_json", [True, False])
def test_the_command(
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    in_thread: Callable[..., None],
    as_json: bool,
) -> None:
    """As an operator runs it, on both databases."""

    async def fill() -> None:
        state = await State.open(database_url)
        await ask(state, "who approves promotions?")
        await state.close()

    in_thread(fill)
    monkeypatch.setenv("DATABASE_URL", database_url)
    statuses: list[int] = []
    in_thread(lambda: statuses.append(main(["report", "--days", "7", *["--json"] * as_json])))
    out = capsys.readouterr().out
    assert statuses == [0]
    if as_json:
        data = json.loads(out)
        assert (data["days"], data["questions"], data["answered"]) == (7, 1, 0)
        assert data["unanswered"][0]["question"] == "who approves promotions?"
        assert data["unanswered"][0]["surfaces"] == {"mention": 1}
    else:
        assert "    1  who approves promotions?" in out


@pytest.mark.parametrize("days", ["0", "-1", "x", "99999", "1.5"])
def test_days_that_are_none(days: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["report", "--days", days])
    assert raised.value.code == 2
    assert "no number of days" in capsys.readouterr().err


def test_before_anything_was_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 0
    assert "nothing was asked" in capsys.readouterr().out


async def test_the_bot_answers_others_while_a_report_is_made(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = threading.Event()

    def group_when_told(texts: Sequence[Said]) -> list[Alike]:
        assert made.wait(10)
        return group(texts)

    monkeypatch.setattr("bot.reports.report.group", group_when_told)
    report = asyncio.create_task(make_report(state, 1_800_000_000.0, 30))
    await state.questions.since(0)  # the loop goes on
    made.set()
    assert (await report).questions == 0
