"""A ladder as its viewers may see it: nothing that is kept for others is left in it, or in what
is made of it.
"""

import gc
import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import blocks, text
from bot.access.views import MOST_VIEWS, Views
from bot.answers import Answer, Answerer, CardAnswer, ask_about, card_answer
from bot.blocks.find import level_options
from bot.cli.ask import answer_data
from bot.exports import FORMATS
from bot.ladder import PUBLIC, Circle, Granted, Ladder, load_ladder, visible
from bot.ladder.rules import Hiding, Restriction, Rules
from bot.questions import Context
from tests.access.restricted import ASK, HIDDEN, QUESTIONS, RESTRICTED, leaked
from tests.support import assert_openable, assert_sendable

ANYONE = Context()


@pytest.fixture(scope="module")
def public(whole: Ladder) -> Answerer:
    return ask_about(visible(whole, PUBLIC))


def renderings(answer: Answer) -> Iterator[str]:
    """Everything that any renderer makes of an answer."""
    yield text.full(answer)
    yield text.brief(answer)
    message = blocks.message(answer)
    assert_sendable(message)
    yield json.dumps(message, ensure_ascii=False)
    modal = blocks.answer_modal(answer).to_dict()
    assert_openable(modal)
    yield json.dumps(modal, ensure_ascii=False)
    yield json.dumps(answer_data(answer, None), ensure_ascii=False)
    yield repr(answer)
    if isinstance(answer, CardAnswer):
        yield text.markdown(answer)


def test_nothing_kept_for_some_is_left_in_the_public_ladder(whole: Ladder) -> None:
    assert leaked(repr(whole))
    shown = visible(whole, PUBLIC)
    assert leaked(repr(shown)) == []
    assert not shown.rules
    assert [rule.fields for rule in shown.withheld] == [
        ("pay", "skills"),
        ("autonomy", "typical_experience", "source"),
    ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_answer_for_everybody_says_it(public: Answerer, question: str) -> None:
    for told in renderings(public(question, ANYONE)):
        assert leaked(told, question) == []


SAID = (
    "P1 P2 P3 P4 X1 engineer analyst stealth II III IV pay skills autonomy source years vs from to "
    "who needs does a what is the level compare next after 6 experience paid list show of and"
)
WORDS = [*RESTRICTED, *HIDDEN, *SAID.split()]


@given(
    st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=40),
    st.sampled_from([(), ("stealth/P2",), ("engineer/P2", "engineer/P3"), ("engineer/P4",)]),
)
def test_no_words_bring_it_out(public: Answerer, question: str, before: tuple[str, ...]) -> None:
    answer = public(question, Context(levels=before, family="stealth"))
    for told in renderings(answer):
        assert leaked(told, question) == []


@pytest.mark.parametrize("typed", ["", "P", "P4", "skunk", "grandw", "zorkmid", "engineer iv", "x"])
def test_the_search_finds_nothing_hidden(public: Answerer, typed: str) -> None:
    found = public.search(typed, ANYONE)
    assert leaked(json.dumps(level_options(found, "")), typed) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_no_export_for_everybody_says_it(whole: Ladder, format_: str) -> None:
    files = FORMATS[format_](visible(whole, PUBLIC))
    assert [leaked(name + told) for name, told in files.items()] == [[] for _ in files]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_whole_export_says_everything(whole: Ladder, format_: str) -> None:
    told = "".join(FORMATS[format_](whole).values()).casefold()
    for word in ("222222", "quuxlang", "frimblar", "skunkworks", "grandwizard"):
        assert word in told or (word == "222222" and "222,222" in told)


def test_rules_come_back_from_an_export(whole: Ladder) -> None:
    data = json.loads(FORMATS["json"](whole)["ladder.json"])
    assert [rule["fields"] for rule in data["restricted"]] == [
        ["pay", "skills"],
        ["autonomy", "typical_experience", "source"],
    ]
    assert data["hidden"][0]["levels"] == ["P4", "X1", "analyst/P3"]


LINE = f"Pay and “Skills” are not shown here. Ask {ASK}."
OWNERS_LINE = "“Autonomy” and “Typical experience” are not shown here. Ask Ladder owners."


@pytest.mark.parametrize(
    ("question", "intent", "attribute", "lines"),
    [
        ("P2", "card", None, [LINE, OWNERS_LINE]),
        ("what does a P2 get paid?", "attribute", "pay", [f"Pay is not shown here. Ask {ASK}."]),
        (
            "pay of P1, P2 and P3",
            "attribute",
            "pay",
            [f"Pay is not shown here. Ask {ASK}."],
        ),
        (
            "autonomy of P3",
            "attribute",
            "autonomy",
            ["“Autonomy” is not shown here. Ask Ladder owners."],
        ),
        ("skills of P2", "attribute", "skills", [f"“Skills” is not shown here. Ask {ASK}."]),
        ("P2 vs P3", "compare", None, [LINE, OWNERS_LINE]),
        ("P2 vs P3 pay", "compare", "pay", [f"Pay is not shown here. Ask {ASK}."]),
        (
            "pay and scope of P2",
            "attribute",
            "scope",
            [f"Pay is not shown here. Ask {ASK}.", "Own features"],
        ),
        (
            "scope and autonomy of P1 and P2",
            "attribute",
            "scope",
            ["“Autonomy” is not shown here. Ask Ladder owners.", "Own features", "Own tasks"],
        ),
        (
            "autonomy and pay of P2",
            "attribute",
            "autonomy",
            [f"Pay is not shown here. Ask {ASK}.", "“Autonomy” is not shown here."],
        ),
        (
            "P1 vs P2: pay and scope",
            "compare",
            "scope",
            [f"Pay is not shown here. Ask {ASK}.", "Own features", "Own tasks"],
        ),
        ("from P2 to P3", "growth", None, [f"“Skills” is not shown here. Ask {ASK}.", OWNERS_LINE]),
        (
            "I have 6 years of experience, what level am I?",
            "experience",
            None,
            ["“Typical experience” is not shown here. Ask Ladder owners."],
        ),
    ],
)  # fmt: skip
def test_the_answer_says_whom_to_ask(
    public: Answerer, question: str, intent: str, attribute: str | None, lines: list[str]
) -> None:
    answer = public(question, ANYONE)
    assert (answer.intent, answer.attribute) == (intent, attribute)
    message = blocks.message(answer)
    shown = json.dumps(message["blocks"], ensure_ascii=False)
    modal = json.dumps(blocks.answer_modal(answer).to_dict(), ensure_ascii=False)
    for line in lines:
        assert line in text.full(answer)
        assert line in shown
        assert line in modal


@pytest.mark.parametrize("question", ["does a P2 need drimology?", "does a P2 need SQL?"])
def test_a_skill_that_may_stand_where_it_is_not_shown_is_not_denied(
    public: Answerer, question: str
) -> None:
    answer = public(question, ANYONE)
    told = text.full(answer)
    assert (answer.intent, answer.listed) == ("skill", None)
    assert "in what is shown here" in told
    assert f"“Skills” is not shown here. Ask {ASK}." in told
    assert not told.startswith("No")


def test_a_card_whose_text_is_kept_for_some_is_not_called_unwritten(folder: Path) -> None:
    whole = load_ladder(folder)
    rule = Restriction(("summary", "activities", "skills"), Circle(), "Rosa")
    shown = visible(replace(whole, rules=Rules((rule,))), PUBLIC)
    card = shown.families["engineer"].cards["P2"]
    answer = card_answer(card, shown)
    assert card.written
    for told in renderings(answer):
        assert text.NOT_WRITTEN not in told
    assert "Summary, “What you'd do” and “Skills” are not shown here. Ask Rosa." in text.full(
        answer
    )


def test_who_belongs_to_a_circle_sees_what_it_may_and_no_more(whole: Ladder) -> None:
    managers, some, hidden = (
        whole.rules.restricted[0].to,
        whole.rules.restricted[1].to,
        whole.rules.hidden[0].to,
    )
    paid = visible(whole, frozenset([managers]))
    card = paid.families["engineer"].cards["P2"]
    assert card.pay
    assert card.pay.median == 222222
    assert "skills" in card.sections
    assert "autonomy" not in card.meaning.dimensions
    assert "stealth" not in paid.families
    knowing = visible(whole, frozenset([hidden]))
    assert list(knowing.families) == list(whole.families)
    assert knowing.families["stealth"].cards["P2"].pay is None
    every = visible(whole, frozenset([managers, some, hidden]))
    assert every.families == whole.families
    assert every.tracks == whole.tracks
    assert every.withheld == ()


def test_what_was_granted_counts_for_no_rule_that_names_others(whole: Ladder) -> None:
    """A reload between asking Slack and answering may bring other rules."""
    granted = frozenset([whole.rules.restricted[0].to])
    other = Restriction(("pay", "skills"), Circle(users=frozenset(["U1"])), "Rosa")
    assert leaked(repr(visible(replace(whole, rules=Rules((other,), whole.rules.hidden)), granted)))
    assert "222222" not in repr(visible(replace(whole, rules=Rules((other,))), granted))


def hiding(whole: Ladder, families: tuple[str, ...], levels: tuple[str, ...] = ()) -> Ladder:
    rules = Rules((), (Hiding(families, levels, Circle()),))
    return visible(replace(whole, rules=rules), PUBLIC)


@pytest.mark.parametrize("question", ["help", "P2", "engineer II", "levels", "P2 vs P3", "pay", ""])
def test_a_ladder_of_which_everything_is_hidden_still_answers(whole: Ladder, question: str) -> None:
    shown = hiding(whole, tuple(whole.families))
    answer = ask_about(shown)(question, ANYONE)
    assert answer.levels == ()
    assert list(renderings(answer))


def test_a_hidden_default_family_leaves_the_others(whole: Ladder) -> None:
    shown = hiding(whole, ("engineer",))
    assert shown.default_family is None
    assert ask_about(shown)("P2", ANYONE).levels == ("analyst/P2", "stealth/P2")
    assert list(ask_about(shown)("help", ANYONE).suggestions)


def test_a_hidden_level_is_stepped_over(whole: Ladder) -> None:
    shown = hiding(whole, (), ("P2",))
    answer = ask_about(shown)("what comes after P1?", ANYONE)
    assert answer.levels == ("engineer/P1", "engineer/P3")
    assert "P2" not in text.full(answer)


def test_a_ladder_without_rules_is_itself(ladder: Ladder) -> None:
    assert visible(ladder, PUBLIC) is ladder


async def test_views_are_made_once_and_kept_over_an_edit(whole: Ladder) -> None:
    made: list[Ladder] = []

    def build(ladder: Ladder, before: Answerer | None) -> Answerer:
        made.append(ladder)
        return ask_about(ladder, before)

    managers = frozenset([whole.rules.restricted[0].to])
    views = Views(whole, build)
    assert len(made) == 1
    answerer = await views.answerer(managers)
    assert await views.answerer(managers | {Circle(admins=True)}) is answerer
    assert await views.answerer(PUBLIC) is views.public
    assert len(made) == 2
    edited = Views(replace(whole, name="Other"), build, views)
    assert len(made) == 4
    assert (await edited.answerer(managers)).ladder.name == "Other"
    assert len(made) == 4
    without = Views(replace(whole, rules=Rules()), build, edited)
    assert await without.answerer(managers) is without.public


async def test_a_view_after_an_edit_answers_as_a_fresh_one(whole: Ladder) -> None:
    """Rules that an edit brings take effect on an index that was made before them."""
    open_ = replace(whole, rules=Rules())
    before = Views(open_, ask_about)
    after, fresh = Views(whole, ask_about, before), Views(whole, ask_about)
    for question in QUESTIONS:
        assert after.public(question, ANYONE) == fresh.public(question, ANYONE)


async def test_only_so_many_views_are_kept(whole: Ladder) -> None:
    circles = [Circle(users=frozenset([f"U{n}"])) for n in range(5)]
    rules = tuple(Restriction((f"x{n}",), circle, "Rosa") for n, circle in enumerate(circles))
    views = Views(replace(whole, rules=Rules(rules)), ask_about)
    sets: list[Granted] = [frozenset(pair) for pair in combinations(circles, 2)]
    for granted in sets[:MOST_VIEWS]:
        await views.answerer(granted)
    frozen = gc.get_freeze_count()
    for granted in sets[MOST_VIEWS:]:
        await views.answerer(granted)
    # Each freeze keeps some garbage for good, and such views come and go all day.
    assert gc.get_freeze_count() <= frozen
    assert len(sets) > MOST_VIEWS == len(views.others())
    assert set(views.others()) == set(sets[-MOST_VIEWS:])


def test_no_field_is_forgotten(whole: Ladder) -> None:
    """A field that a card gets one day is either restrictable, or shown on purpose."""
    every = ("summary", "titles", "pay", "soc", "source", *whole.dimensions, *whole.sections)
    rule = Restriction(every, Circle(), "Rosa")
    shown = visible(replace(whole, rules=Rules((rule,))), PUBLIC)
    card = shown.families["engineer"].cards["P2"]
    bare = replace(
        card,
        level=replace(card.level, meaning=type(card.meaning)()),
        meaning=type(card.meaning)(),
        sections=MappingProxyType({}),
    )
    told = {
        name: value
        for name in card.__slots__
        if (value := getattr(bare, name)) and name not in ("level", "meaning", "own", "listed")
    }
    assert told == {
        "family_id": "engineer",
        "ref": "engineer/P2",
        "title": "Engineer 2",
        "status": "approved",
        "written_unseen": True,
    }
    assert shown.families["engineer"].soc is None
