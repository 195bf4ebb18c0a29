"""Each of Slack's documented limits: at it nothing is wrong, one past it is named by its path."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_slack.limits import json_pointer, long_text, problems, refusals, view_problems

Json = dict[str, Any]


def plain(length: int) -> Json:
    return {"type": "plain_text", "text": "x" * length}


def mrkdwn(length: int) -> Json:
    return {"type": "mrkdwn", "text": "x" * length}


def option(text: int = 1, value: int = 1, **more: Any) -> Json:
    return {"text": plain(text), "value": "v" * value, **more}


def button(text: int = 1, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def options(count: int) -> list[Json]:
    return [option() for _ in range(count)]


def select(**more: Any) -> Json:
    return {"type": "static_select", **more}


def accessory(element: Json) -> Json:
    return {"type": "section", "text": mrkdwn(1), "accessory": element}


def image(alt: int = 1, url: int = 1) -> Json:
    return {"type": "image", "alt_text": "a" * alt, "image_url": "u" * url}


def confirm(**lengths: int) -> Json:
    made = {"title": 1, "text": 1, "confirm": 1, "deny": 1} | lengths
    return {name: plain(length) for name, length in made.items()}


def raw(count: int) -> Json:
    return {"type": "raw_text", "text": "x" * count}


def rich(count: int) -> Json:
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": "x" * count}]}
    return {"type": "rich_text", "elements": [section]}


def table(rows: int, cells: int) -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * cells] * rows}


def section(**more: Any) -> Json:
    return {"type": "section", **more}


def inputs(**more: Any) -> Json:
    return {"type": "input", "label": plain(1), "element": {"type": "plain_text_input"}, **more}


def feedback(text: int, value: int) -> Json:
    made = {"text": plain(text), "value": "v" * value}
    element = {"type": "feedback_buttons", "positive_button": made, "negative_button": made}
    return {"type": "context_actions", "elements": [element]}


ONE = [section(text=mrkdwn(1))]

# What is limited, where the problem is, the limit, and blocks of a given size.
LIMITS: list[tuple[str, int, Callable[[int], Json]]] = [
    ("blocks[0].text.text", 3000, lambda n: section(text=mrkdwn(n))),
    ("blocks[0].fields", 10, lambda n: section(fields=[mrkdwn(1)] * n)),
    ("blocks[0].fields[0].text", 2000, lambda n: section(fields=[mrkdwn(n)])),
    ("blocks[0].text.text", 150, lambda n: {"type": "header", "text": plain(n)}),
    ("blocks[0].elements", 10, lambda n: {"type": "context", "elements": [mrkdwn(1)] * n}),
    ("blocks[0].elements", 25, lambda n: actions(*[button()] * n)),
    ("blocks[0].elements[0].text.text", 75, lambda n: actions(button(n))),
    ("blocks[0].elements[0].value", 2000, lambda n: actions(button(value="v" * n))),
    ("blocks[0].elements[0].url", 3000, lambda n: actions(button(url="u" * n))),
    ("blocks[0].elements[0].action_id", 255, lambda n: actions(button(action_id="a" * n))),
    ("blocks[0].block_id", 255, lambda n: {"type": "divider", "block_id": "b" * n}),
    ("blocks[0].elements[0].options", 100, lambda n: actions(select(options=options(n)))),
    (
        "blocks[0].elements[0].option_groups",
        100,
        lambda n: actions(select(option_groups=[{"label": plain(1), "options": options(1)}] * n)),
    ),
    (
        "blocks[0].accessory.option_groups[0].label.text",
        75,
        lambda n: accessory(select(option_groups=[{"label": plain(n), "options": options(1)}])),
    ),
    (
        "blocks[0].accessory.options[0].text.text",
        75,
        lambda n: accessory(select(options=[option(n)])),
    ),
    (
        "blocks[0].accessory.options[0].value",
        150,
        lambda n: accessory(select(options=[option(1, n)])),
    ),
    (
        "blocks[0].accessory.placeholder.text",
        150,
        lambda n: accessory(select(options=options(1), placeholder=plain(n))),
    ),
    (
        "blocks[0].accessory.options",
        5,
        lambda n: accessory({"type": "overflow", "options": options(n)}),
    ),
    (
        "blocks[0].accessory.options",
        10,
        lambda n: accessory({"type": "radio_buttons", "options": options(n)}),
    ),
    (
        "blocks[0].accessory.options",
        10,
        lambda n: accessory({"type": "checkboxes", "options": options(n)}),
    ),
    (
        "blocks[0].accessory.confirm.title.text",
        100,
        lambda n: accessory(button(confirm=confirm(title=n))),
    ),
    (
        "blocks[0].accessory.confirm.text.text",
        300,
        lambda n: accessory(button(confirm=confirm(text=n))),
    ),
    (
        "blocks[0].accessory.confirm.confirm.text",
        30,
        lambda n: accessory(button(confirm=confirm(confirm=n))),
    ),
    (
        "blocks[0].accessory.confirm.deny.text",
        30,
        lambda n: accessory(button(confirm=confirm(deny=n))),
    ),
    ("blocks[0].alt_text", 2000, lambda n: image(alt=n)),
    ("blocks[0].image_url", 3000, lambda n: image(url=n)),
    ("blocks[0].rows", 100, lambda n: table(n, 1)),
    ("blocks[0].rows[0]", 20, lambda n: table(1, n)),
    ("blocks[0].rows", 10_000, lambda n: {"type": "table", "rows": [[raw(n - 9)], [rich(9)]]}),
    (
        "blocks[0].rows",
        10_000,
        lambda n: {"type": "data_table", "caption": "c", "rows": [[raw(9)], [raw(n - 9)]]},
    ),
    ("blocks[0].label.text", 2000, lambda n: inputs(label=plain(n))),
    ("blocks[0].hint.text", 2000, lambda n: inputs(hint=plain(n))),
    ("blocks[0].elements[0].positive_button.text.text", 75, lambda n: feedback(n, 1)),
    ("blocks[0].elements[0].positive_button.value", 2000, lambda n: feedback(1, n)),
    ("blocks[0].body.text", 200, lambda n: {"type": "card", "body": mrkdwn(n)}),
    ("blocks[0].title.text", 150, lambda n: {"type": "card", "title": mrkdwn(n)}),
    (
        "blocks[0].elements",
        10,
        lambda n: {"type": "carousel", "elements": [{"type": "card", "title": mrkdwn(1)}] * n},
    ),
    (
        "blocks[0].child_blocks",
        10,
        lambda n: {"type": "container", "title": plain(1), "child_blocks": ONE * n},
    ),
    ("blocks", 12_000, lambda n: {"type": "markdown", "text": "x" * n}),
]


@pytest.mark.parametrize(
    ("path", "limit", "block"), LIMITS, ids=[f"{path}-{limit}" for path, limit, _ in LIMITS]
)
def test_a_block_at_its_limit_is_fit_and_one_past_it_is_not(
    path: str, limit: int, block: Callable[[int], Json]
) -> None:
    assert problems({"text": "t", "blocks": [block(limit)]}) == []
    found = problems({"text": "t", "blocks": [block(limit + 1)]})
    assert any(problem.startswith(f"{path}: ") for problem in found), found
    assert str(limit) in " ".join(found)


def test_the_message_as_a_whole() -> None:
    assert problems({"text": "t", "blocks": ONE * 50}) == []
    assert problems({"text": "t", "blocks": ONE * 51}) == ["blocks: 51 blocks, Slack allows 50"]
    assert problems({"text": "x" * 40_000}) == []
    assert refusals({"text": "x" * 40_001}) == ["text: 40001 characters, Slack allows 40000"]
    assert long_text({"text": "x" * 4_000}) is None
    assert "recommends" in str(long_text({"text": "x" * 4_001}))
    assert problems({"text": "t", "blocks": [table(1, 1)] * 2}) == [
        "blocks: 2 blocks of type table, Slack allows 1"
    ]
    halves = [{"type": "markdown", "text": "x" * 6_001}] * 2
    assert "12002 characters of markdown together" in problems({"text": "t", "blocks": halves})[0]


def test_a_missing_text_is_a_problem_that_slack_does_not_refuse() -> None:
    assert problems({"blocks": ONE})[0].startswith("text: is missing")
    assert refusals({"blocks": ONE}) == []


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        (section(), "blocks[0]: needs text or fields"),
        (section(text=mrkdwn(0)), "blocks[0].text.text: is empty"),
        ({"type": "header", "text": mrkdwn(1)}, "blocks[0].text.type: 'mrkdwn' is not allowed"),
        ({"type": "context", "elements": []}, "blocks[0].elements: is empty"),
        ({"type": "hero"}, "blocks[0].type: unknown block type 'hero'"),
        ({"type": ["x"]}, "blocks[0].type: unknown block type"),
        ({"type": "divider", "color": "red"}, "blocks[0].color: unknown key"),
        ({"type": "image", "image_url": "u"}, "blocks[0].alt_text: should be text"),
        (actions({"type": "slider"}), "blocks[0].elements[0].type: unknown element type"),
        (actions({"type": "plain_text_input"}), "blocks[0].elements[0].type: 'plain_text_input'"),
        (
            actions(button(action_id="a"), button(action_id="a")),
            "blocks[0].elements[1].action_id: 'a' is used twice",
        ),
        (actions(button(style="big")), "blocks[0].elements[0].style: 'big' is not one of"),
        (accessory(select()), "blocks[0].accessory: needs either options or option_groups"),
        (
            accessory(select(options=options(1), initial_option=option(2))),
            "blocks[0].accessory: the initial option is not among the options",
        ),
        (
            {"type": "rich_text", "elements": [{"type": "text", "text": "x"}]},
            "blocks[0].elements[0].type: unknown rich text element 'text'",
        ),
        (
            {
                "type": "rich_text",
                "elements": [
                    {"type": "rich_text_section", "elements": [{"type": "text", "text": ""}]}
                ],
            },
            "blocks[0].elements[0].elements[0].text: is empty",
        ),
        (
            {
                "type": "rich_text",
                "elements": [{"type": "rich_text_list", "style": "square", "elements": []}],
            },
            "blocks[0].elements[0].style: 'square' is not one of",
        ),
        (
            {"type": "alert", "text": mrkdwn(1)},
            "blocks[0].type: 'alert' is not allowed in a message",
        ),
        ("text", "blocks[0]: should be an object"),
    ],
)
def test_what_slack_refuses_is_named_by_its_place(block: Any, problem: str) -> None:
    found = problems({"text": "t", "blocks": [block]})
    assert any(each.startswith(problem) for each in found), found


def test_an_id_used_twice_in_a_message_is_named() -> None:
    twice = [{"type": "divider", "block_id": "b"}] * 2
    found = problems({"text": "t", "blocks": twice})
    assert found == ["blocks[1].block_id: 'b' is used twice; it must be unique"]


def modal(**more: Any) -> Json:
    return {"type": "modal", "title": plain(1), "blocks": ONE, **more}


@pytest.mark.parametrize(
    ("path", "limit", "view"),
    [
        ("title.text", 24, lambda n: modal(title=plain(n))),
        ("submit.text", 24, lambda n: modal(submit=plain(n))),
        ("close.text", 24, lambda n: modal(close=plain(n))),
        ("private_metadata", 3000, lambda n: modal(private_metadata="m" * n)),
        ("callback_id", 255, lambda n: modal(callback_id="c" * n)),
        ("external_id", 255, lambda n: modal(external_id="e" * n)),
        ("blocks", 100, lambda n: modal(blocks=ONE * n)),
        (
            "blocks[0].text.text",
            200,
            lambda n: modal(blocks=[{"type": "alert", "text": mrkdwn(n)}]),
        ),
    ],
)
def test_a_view_at_its_limit_is_fit_and_one_past_it_is_not(
    path: str, limit: int, view: Callable[[int], Json]
) -> None:
    assert view_problems(view(limit)) == []
    found = view_problems(view(limit + 1))
    assert len(found) == 1
    assert found[0].startswith(f"{path}: {limit + 1} ")


def test_a_modal_with_inputs_needs_submit() -> None:
    assert view_problems(modal(blocks=[inputs()])) == [
        "submit: is missing; a modal with inputs needs it"
    ]
    assert view_problems(modal(blocks=[inputs()], submit=plain(1))) == []


def test_raw_control_sequences_are_not_an_error() -> None:
    text = {"type": "mrkdwn", "text": "<@U1> <!here> & < > <https://a.b|c>"}
    assert problems({"text": "t", "blocks": [section(text=text)]}) == []


def test_problems_read_as_slack_words_them() -> None:
    assert json_pointer("blocks[3].fields[2].text: is empty") == (
        "[ERROR] is empty [json-pointer:/blocks/3/fields/2/text]"
    )


KEYS = ["type", "text", "elements", "accessory", "element", "fields", "options", "rows", "tasks"]
TYPES = ["section", "actions", "context", "rich_text", "table", "input", "static_select", "button"]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(TYPES) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
        | st.fixed_dictionaries(
            {"type": st.sampled_from(TYPES)}, optional=dict.fromkeys(KEYS[1:], inner)
        )
    ),
    max_leaves=12,
)


@given(anything)
def test_the_checks_never_raise_whatever_they_are_given(content: Any) -> None:
    assert isinstance(problems({"text": content, "blocks": content}), list)
    assert isinstance(view_problems({"type": "modal", "blocks": content, "title": content}), list)
