"""The App Home: one's own level and the step from it, the families and levels, what changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    DividerBlock,
    ExternalDataSelectElement,
    Option,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.views import View

from bot import text
from bot.answers import CardAnswer, GrowthAnswer
from bot.answers.home import AdminNews, Home
from bot.blocks import parts
from bot.blocks.mrkdwn import bold, cut, escape, escaped
from bot.ladder import Card, Family, Track
from bot.text.changes import change_lines
from bot.text.names import counted

HOME = "home"
"""callback_id of the view."""
FIND = "home_find"
"""action_id of the button that opens the search for a level."""
BROWSE = "home_browse"
"""action_id of the select of a family to browse; its option's value is the family's id."""
DEFAULT = "home_default"
"""action_id of the select of one's own default family; see BROWSE."""
OWN_LEVEL = "home_own_level"
"""action_id of the select of one's own level; its option's value is `family-id/CODE`."""
FORGET = "home_forget"
"""action_id of the button that deletes what is kept of a person."""

OPTION_TEXT = 75
"""Slack docs, "Reference: option object"."""
MOST_BLOCKS = 100
"""Slack docs, "Reference: views"."""

_STEP_LINES = 3
_CHANGES = 5
_UNANSWERED = 5
_PROBLEMS = 5
_LEVEL_BUTTONS = 25
_SHORT = 300


def home_view(page: Home) -> View:
    """The page as a view to publish."""
    built: list[Block] = [
        parts.header(page.ladder),
        SectionBlock(
            text=parts.mrkdwn(
                "Ask me what a level means, who needs a skill, or what the next step takes. "
                "I only ever quote the ladder."
            )
        ),
        ActionsBlock(
            elements=[
                parts.button("Find a level", FIND, "find", primary=True),
                *parts.ask_buttons([("What can I ask?", "help")]),
            ]
        ),
        DividerBlock(),
        *_yours(page),
        DividerBlock(),
        *_levels(page),
        *_changes(page),
        *(_for_admins(page.admin) if page.admin else ()),
        *parts.notes([_about(page)]),
    ]
    shown = page.family.id if page.family else ""
    return View(type="home", callback_id=HOME, private_metadata=shown, blocks=built[:MOST_BLOCKS])


def _about(page: Home) -> str:
    owner = f"  ·  Owner: {page.owner}" if page.owner else ""
    return f"{page.ladder}, version {page.version}{owner}"


def _yours(page: Home) -> Iterator[Block]:
    """The person's own level and default family, and how to set them. Only they see it."""
    yield SectionBlock(text=parts.mrkdwn("*You*"))
    if page.own:
        yield from _own_level(page.own, page.step)
    else:
        yield parts.paragraph("Choose your level to see it here with the step to the next one.")
    elements = [
        _select(OWN_LEVEL, "Your level", _level_option(page.own) if page.own else None),
        _select(DEFAULT, "Your default family", _family_option(page.default_family)),
    ]
    forget = [parts.button("Forget both", FORGET, "forget")]
    has_any = page.own or page.default_family
    yield ActionsBlock(elements=[*elements, *(forget if has_any else ())])
    yield from parts.notes(
        ["Only you see this. Where a question names no family, your default family is taken."]
    )


def _own_level(own: CardAnswer, step: GrowthAnswer | None) -> Iterator[Block]:
    name = bold(text.level_name(own.card, own.family), 500)
    summary = escaped(own.card.summary or text.NOT_WRITTEN, 1_000)
    yield SectionBlock(text=parts.mrkdwn(f"{name}\n{summary}"))
    buttons = [parts.button("Show my card", parts.WHOLE_CARD, own.card.ref)]
    if step and step.goal:
        yield from _step(step)
        code = step.goal.card.level.code
        question = f"how do I get from {own.card.ref} to {step.goal.card.ref}?"
        buttons += parts.ask_buttons([(f"The whole step to {code}", question)])
    yield ActionsBlock(elements=_numbered(buttons, 10))


def _step(step: GrowthAnswer) -> Iterator[Block]:
    """What is new at the next level, a few lines of each part."""
    goal = step.goal
    if goal is None:
        return
    lines = [
        (each.part.name, new)
        for each in step.steps
        for new in (*each.new, *(after for _, after in each.changed))[:1]
    ][:_STEP_LINES]
    if lines:
        told = "\n".join(f"•  {bold(name, 100)}: {escaped(line, _SHORT)}" for name, line in lines)
        name = bold(f"Next: {goal.card.level.code} — {goal.card.level.name}", 500)
        yield SectionBlock(text=parts.mrkdwn(f"{name}\n{told}"))


def _levels(page: Home) -> Iterator[Block]:
    """The levels of one family, by track, and a select of the others."""
    family = page.family
    if family is None:
        yield parts.paragraph("The ladder has no families yet.")
        return
    chooser = _select(BROWSE, "Choose a family", _family_option(family))
    several = len(page.families) > 1
    heading = parts.mrkdwn(f"{bold(f'Levels of {family.name}', 500)}")
    # Slack keeps what was chosen in a block of the same block_id, and would show the family before.
    block_id = f"home_levels_{family.id}"[:255]
    yield SectionBlock(block_id=block_id, text=heading, accessory=chooser if several else None)
    number = 20
    for track in page.tracks.values():
        cards = [card for card in family.cards.values() if card.level.track_id == track.id]
        if cards:
            shown = cards[:_LEVEL_BUTTONS]
            yield SectionBlock(text=parts.mrkdwn(_track(track, shown)))
            buttons = [_card_button(card, family) for card in shown]
            yield ActionsBlock(elements=_numbered(buttons, number))
            number += len(buttons)


def _track(track: Track, cards: list[Card]) -> str:
    who = f" — {track.who}" if track.who else ""
    rows = "\n".join(f"•  {escaped(text.neighbor(card), 110)}" for card in cards)
    return f"{bold(track.name + who, 200)}\n{rows}"


def _card_button(card: Card, family: Family) -> ButtonElement:
    describe = f"Show {text.short_name(card, family)}"
    return parts.button(card.level.code, parts.ASK, card.ref, describe=describe)


def _numbered(buttons: list[ButtonElement], first: int) -> list[ButtonElement]:
    """Each "ask" button under an action_id of its own, as Slack demands of a block."""
    for number, each in enumerate(buttons, start=first):
        if each.action_id and each.action_id.startswith(parts.ASK):
            each.action_id = f"{parts.ASK}_{number}"
    return buttons


def _changes(page: Home) -> Iterator[Block]:
    if not page.changes:
        return
    lines = [escaped(line, _SHORT) for line in change_lines(page.changes[:_CHANGES])]
    if (more := len(page.changes) - _CHANGES) > 0:
        lines.append(f"_and {more} more_")
    when = f"  ·  {_date(page.changed_at)}" if page.changed_at else ""
    told = "\n".join(f"•  {line}" for line in lines)
    yield DividerBlock()
    yield SectionBlock(text=parts.mrkdwn(f"*What changed lately*{when}\n{told}"))


def sorry_view(ready: str) -> View:
    """The page that says why there is none; `ready` is escaped already."""
    return View(
        type="home",
        callback_id=HOME,
        blocks=[SectionBlock(text=parts.mrkdwn(ready))],
    )


def _date(at: float) -> str:
    """A time that Slack shows in the reader's own time zone."""
    return f"<!date^{int(at)}^{{date_short_pretty}} at {{time}}|lately>"


def _for_admins(news: AdminNews) -> Iterator[Block]:
    yield DividerBlock()
    yield SectionBlock(text=parts.mrkdwn("*For admins*  ·  only admins see this"))
    if news.problems or news.more_problems:
        lines = [f"•  {escaped(line, _SHORT)}" for line in news.problems[:_PROBLEMS]]
        hidden = len(news.problems) - len(lines) + news.more_problems
        rest = f"and {hidden} more" if lines else counted(hidden, "problem")
        more = [f"_{rest}; run levelbot validate_"] if hidden > 0 else []
        head = ":warning: The ladder's files are broken; the ladder that was sound is still served."
        yield SectionBlock(text=parts.mrkdwn("\n".join([head, *lines, *more])))
    else:
        yield parts.paragraph("The ladder's files are sound and served as they are.")
    yield parts.paragraph(
        f"Last {news.days} days: {news.asked} asked, "
        f"{sum(count for _, count in news.unanswered)} not answered, "
        f"{news.unhelpful} answers marked as not helpful."
    )
    if news.unanswered:
        lines = [
            f"{escape(question)} ({count} times)" if count > 1 else escape(question)
            for question, count in news.unanswered[:_UNANSWERED]
        ]
        told = "\n".join(f"•  {line[:_SHORT]}" for line in lines)
        yield SectionBlock(text=parts.mrkdwn(f"*Not answered*\n{told}"))


def _select(action_id: str, placeholder: str, initial: Option | None) -> ExternalDataSelectElement:
    return ExternalDataSelectElement(
        action_id=action_id,
        placeholder=PlainTextObject(text=placeholder),
        min_query_length=0,
        initial_option=initial,
    )


def _level_option(own: CardAnswer) -> Option:
    return Option(
        text=cut(text.short_name(own.card, own.family), OPTION_TEXT), value=own.card.ref[:150]
    )


def _family_option(family: Family | None) -> Option | None:
    return Option(text=cut(family.name, OPTION_TEXT), value=family.id[:150]) if family else None


def family_options(families: list[Family]) -> dict[str, Any]:
    """The answer to `block_suggestion` for a select of a family: `{"options"}`."""
    options = [option for family in families if (option := _family_option(family))]
    return {"options": [option.to_dict() for option in options[:100]]}


def shown_family(view: Mapping[str, Any]) -> str | None:
    """The id of the family whose levels a page shows that was published before."""
    return str(view.get("private_metadata") or "") or None


def chosen_value(action: Mapping[str, Any]) -> str | None:
    """The value of the option that was chosen in a select."""
    value = (action.get("selected_option") or {}).get("value")
    return str(value) if value else None
