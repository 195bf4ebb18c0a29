"""What a person sees of the ladder at home: their own level, the step to the next, all levels."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answers.answer import CardAnswer, GrowthAnswer
from bot.answers.ask import card_answer
from bot.answers.levels import growth
from bot.ladder import Family, Ladder, Track
from bot.ladder.diff import Subject
from bot.questions import Intent, Question


@dataclass(frozen=True, slots=True)
class AdminNews:
    """What an admin of the workspace sees besides."""

    problems: tuple[str, ...]
    """Why the ladder's files as they are now are not served; none when they are."""
    more_problems: int
    asked: int
    """Questions of the last days."""
    unanswered: tuple[tuple[str, int], ...]
    """Questions that got no answer, grouped: one of the group, and how many."""
    unhelpful: int
    """Answers that somebody marked as not helpful."""
    days: int


@dataclass(frozen=True, slots=True)
class Home:
    """A person's home page."""

    ladder: str
    version: str
    owner: str | None
    default_family: Family | None
    """The person's own; None when they have set none."""
    family: Family | None
    """The family whose levels are shown; None in a ladder without families."""
    families: tuple[Family, ...]
    tracks: Mapping[str, Track]
    own: CardAnswer | None
    """The card of the person's own level."""
    step: GrowthAnswer | None
    """From it to the next level; None at the end of a track."""
    changes: tuple[Subject, ...] = ()
    """What changed in the ladder lately, newest first."""
    changed_at: float | None = None
    """When the last change came, in seconds of Unix time."""
    admin: AdminNews | None = None


def home(
    ladder: Ladder, default_family: str | None, own_level: str | None, shown_family: str | None
) -> Home:
    """The page for a person's preferences; what the ladder no longer has is left out.

    `own_level` is `family-id/CODE`; `shown_family` the id of the family that the person browses.
    """
    card = ladder.card(own_level) if own_level else None
    chosen = (shown_family, default_family, card.family_id if card else None, ladder.default_family)
    families = tuple(ladder.families.values())
    family = next((ladder.families[id_] for id_ in chosen if id_ and id_ in ladder.families), None)
    above = ladder.neighbors(card)[1] if card else None
    asked = Question(text="", intent=Intent.GROWTH, confidence=1.0)
    return Home(
        ladder=ladder.name,
        version=ladder.version,
        owner=ladder.owner,
        default_family=ladder.families.get(default_family or ""),
        family=family or (families[0] if families else None),
        families=families,
        tracks=ladder.tracks,
        own=card_answer(card, ladder) if card else None,
        step=growth(asked, ladder, card, above) if card and above else None,
    )
