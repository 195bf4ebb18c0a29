"""The modal "Find a level": search while typing, see the card, post it to a conversation."""

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ConversationFilter,
    ConversationSelectElement,
    DividerBlock,
    ExternalDataSelectElement,
    InputBlock,
    Option,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot.answers import Answer, CardAnswer, FoundLevel
from bot.blocks.modal import MOST_BLOCKS, answer_blocks
from bot.blocks.mrkdwn import cut

LEVEL = "find_level_level"
"""block_id and action_id of the select that searches."""
CONVERSATION = "find_level_conversation"
"""block_id and action_id of the select that chooses where to post."""

OPTION_TEXT = 75
"""Slack docs, "Reference: option object"."""
OPTION_VALUE = 150
"""Slack docs, "Reference: option object"."""

_OWN_BLOCKS = 3


def find_modal(
    callback_id: str, answer: Answer | None = None, chosen: Mapping[str, Any] | None = None
) -> View:
    """The modal before a level is chosen, or with the answer to what was chosen.

    `chosen` is the option that was chosen. Only an answer that is a card can be posted.
    """
    select = ExternalDataSelectElement(
        action_id=LEVEL,
        placeholder=PlainTextObject(text="P2, or Machine Learning II"),
        min_query_length=0,
        initial_option=_option(chosen["text"]["text"], chosen["value"]) if chosen else None,
        focus_on_load=answer is None,
    )
    label = PlainTextObject(text="Which level?")
    blocks: list[Block] = [
        InputBlock(block_id=LEVEL, label=label, element=select, dispatch_action=True)
    ]
    if isinstance(answer, CardAnswer):
        blocks.append(_where_to_post())
    if answer is not None:
        room = MOST_BLOCKS - _OWN_BLOCKS
        blocks += [DividerBlock(), *answer_blocks(answer, room)]
    return View(
        type="modal",
        callback_id=callback_id,
        title=PlainTextObject(text="Find a level"),
        submit=PlainTextObject(text="Post …" if isinstance(answer, CardAnswer) else "Show"),
        close=PlainTextObject(text="Close"),
        blocks=blocks,
    )


def _where_to_post() -> InputBlock:
    select = ConversationSelectElement(
        action_id=CONVERSATION,
        placeholder=PlainTextObject(text="Choose a conversation"),
        # With it Slack lets the card be posted where the bot is no member.
        response_url_enabled=True,
        filter=ConversationFilter(exclude_bot_users=True),
    )
    return InputBlock(
        block_id=CONVERSATION,
        label=PlainTextObject(text="Post it to"),
        hint=PlainTextObject(text="Everyone in that conversation sees the card."),
        element=select,
        optional=True,
    )


def level_options(found: Sequence[FoundLevel], ask: str | None) -> dict[str, Any]:
    """The answer to `block_suggestion`: `{"options"}`, each valued with the question it asks.

    With `ask`, what was typed, the last one asks that: a skill gets its answer too.
    """
    options = [_option(_label(each), each.card.ref) for each in found]
    if asked := (ask or "").strip():
        options.append(_option(f"Ask: {asked}", asked))
    return {"options": [option.to_dict() for option in options]}


def _option(label: str, value: str) -> Option:
    return Option(text=cut(label, OPTION_TEXT), value=value[:OPTION_VALUE])


def _label(found: FoundLevel) -> str:
    """ "P2 · AI/ML Engineer · Machine Learning II"."""
    return f"{found.card.level.code} · {found.family.name} · {found.title or found.card.title}"


def chosen_option(view: Mapping[str, Any]) -> Mapping[str, Any]:
    """The option chosen in a `find_modal`; its value is the question. Empty when none is."""
    option: Mapping[str, Any] = _state(view, LEVEL).get("selected_option") or {}
    return option


def chosen_conversation(view: Mapping[str, Any]) -> str | None:
    """The id of the conversation chosen in a `find_modal`."""
    chosen = _state(view, CONVERSATION).get("selected_conversation")
    return str(chosen) if chosen else None


def can_post(view: Mapping[str, Any]) -> bool:
    """Whether a `find_modal` shows a card, and asks where to post it."""
    return any(block.get("block_id") == CONVERSATION for block in view.get("blocks") or ())


def _state(view: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    values = (view.get("state") or {}).get("values") or {}
    state: Mapping[str, Any] = (values.get(name) or {}).get(name) or {}
    return state
