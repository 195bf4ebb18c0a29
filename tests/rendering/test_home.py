"""The App Home as a view: inside Slack's limits, and with what a person is to find there."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.answers import CardAnswer
from bot.answers.home import AdminNews, Home, home
from bot.blocks.home import DEFAULT, FORGET, OWN_LEVEL, family_options, home_view
from bot.ladder import Family, Ladder, Track
from bot.ladder.diff import compare_ladders
from local_slack import limits
from tests.strategies import card_answers, families, names
from tests.support import buttons, texts, unescape

NEWS = AdminNews(
    problems=("ai-ml-engineer/P2.yaml:3:1: unknown key titel",),
    more_problems=2,
    asked=40,
    unanswered=(("who is on call? <!channel>", 3), ("x" * 5_000, 1)),
    unhelpful=1,
    days=7,
)


def _blocks(page: Home) -> list[dict[str, Any]]:
    view = json.loads(json.dumps(home_view(page).to_dict()))
    assert limits.view_problems(view) == []
    blocks: list[dict[str, Any]] = view["blocks"]
    return blocks


def _words(page: Home) -> str:
    return unescape("\n".join(texts(_blocks(page))))


def _selects(page: Home) -> dict[str, dict[str, Any]]:
    elements = [each for block in _blocks(page) for each in block.get("elements", ())]
    return {e["action_id"]: e for e in elements if e["type"] == "external_select"}


def test_a_newcomer_is_told_what_to_choose_and_sees_the_default_family(ladder: Ladder) -> None:
    page = home(ladder, None, None, None)
    words = _words(page)
    assert "Choose your level" in words
    assert "Levels of AI/ML Engineer" in words
    assert "P2 Developing Professional (1–3 yrs)" in words
    assert FORGET not in buttons(_blocks(page))
    assert "admins" not in words


def test_a_person_sees_their_level_and_what_is_new_at_the_next(ladder: Ladder) -> None:
    page = home(ladder, "data-scientist", "data-scientist/P2", None)
    words = _words(page)
    assert "P2 — Developing Professional (Data Scientist)" in words
    assert "Next: P3" in words
    assert "Levels of Data Scientist" in words
    labels = [each["text"]["text"] for each in buttons(_blocks(page)).values()]
    assert {"The whole step to P3", "Show my card", "Forget both"} <= set(labels)
    selects = _selects(page)
    assert selects[OWN_LEVEL]["initial_option"]["value"] == "data-scientist/P2"
    assert selects[DEFAULT]["initial_option"]["value"] == "data-scientist"


def test_the_highest_level_has_no_next(ladder: Ladder) -> None:
    last = next(card for card in ladder.cards() if ladder.neighbors(card)[1] is None)
    assert "Next:" not in _words(home(ladder, None, last.ref, None))


@pytest.mark.parametrize("gone", ["no-family/P2", "ai-ml-engineer/P99", "nonsense", ""])
def test_a_level_that_the_ladder_no_longer_has_is_left_out(ladder: Ladder, gone: str) -> None:
    page = home(ladder, "no-family", gone, "no-family")
    assert (page.own, page.default_family) == (None, None)
    assert "Choose your level" in _words(page)


def test_another_family_is_browsed(ladder: Ladder) -> None:
    page = home(ladder, "data-scientist", None, "software-engineer")
    assert "Levels of Software Engineer" in _words(page)


def test_what_changed_is_told_in_the_readers_own_time(ladder: Ladder) -> None:
    kept = {id_: each for id_, each in ladder.families.items() if id_ != "data-scientist"}
    changes = compare_ladders(replace(ladder, families=kept), ladder)
    page = replace(home(ladder, None, None, None), changes=changes, changed_at=1_750_000_000.0)
    told = "\n".join(texts(_blocks(page)))
    assert "Family Data Scientist: new" in told
    assert "<!date^1750000000^{date_short_pretty} at {time}|lately>" in told


def test_admins_see_why_the_ladder_is_not_served_and_what_was_not_answered(ladder: Ladder) -> None:
    page = replace(home(ladder, None, None, None), admin=NEWS)
    told = "\n".join(texts(_blocks(page)))
    assert "ai-ml-engineer/P2.yaml:3:1: unknown key titel" in told
    assert "40 asked, 4 not answered, 1 answers marked" in told
    assert "who is on call? &lt;!channel&gt; (3 times)" in told


def test_the_families_can_be_chosen(ladder: Ladder) -> None:
    options = family_options(list(ladder.families.values()))["options"]
    assert [each["value"] for each in options] == list(ladder.families)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(own=card_answers(), family=families, name=names)
def test_whatever_a_ladder_holds_fits(
    ladder: Ladder, own: CardAnswer, family: Family, name: str
) -> None:
    page = replace(
        home(ladder, None, None, None),
        ladder=name,
        own=own,
        family=family,
        default_family=family,
        tracks={"track": Track("track", name, name, ())},
        admin=NEWS,
    )
    _blocks(page)
