"""What people say of an answer: the modal that asks what was missing."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import InputBlock, PlainTextInputElement, PlainTextObject
from slack_sdk.models.views import View

from bot.blocks import parts

MISSING = "feedback_missing"
"""callback_id of the modal, and block_id and action_id of its input."""
MOST_CHARACTERS = 1_000


def missing_modal(question_id: str) -> View:
    """Asks what was missing in the answer to the question with this id."""
    words = PlainTextInputElement(
        action_id=MISSING,
        multiline=True,
        max_length=MOST_CHARACTERS,
        focus_on_load=True,
        placeholder=PlainTextObject(text="The wrong level, a line that is missing, …"),
    )
    said = "Thank you, that is noted. Say what was wrong, and the ladder's owners can mend it."
    return View(
        type="modal",
        callback_id=MISSING,
        title=PlainTextObject(text="What was missing?"),
        submit=PlainTextObject(text="Send"),
        close=PlainTextObject(text="Skip"),
        private_metadata=question_id,
        blocks=[
            parts.paragraph(said),
            InputBlock(
                block_id=MISSING,
                label=PlainTextObject(text="What did you expect?"),
                element=words,
                optional=True,
            ),
            *parts.notes(["Kept with the question and without your name."]),
        ],
    )


def missing_in(view: Mapping[str, Any]) -> str | None:
    """What was typed into a `missing_modal` that was submitted."""
    values = (view.get("state") or {}).get("values") or {}
    typed = ((values.get(MISSING) or {}).get(MISSING) or {}).get("value")
    return str(typed).strip() or None if typed else None
