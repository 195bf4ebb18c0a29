"""What our own export to JSON may hold, checked by pydantic: `bot.ladder.export` writes it.

It says what the ladder's files say, so their models serve here too; only ids and codes, which are
keys or names of files there, are values here.
"""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from bot.ladder.files import (
    FamilyFile,
    GuideEntryFile,
    LadderHead,
    LevelFile,
    NamedFile,
    Text,
    TrackHead,
)


class DeclaredExport(NamedFile):
    """A dimension or a section."""

    id: Text
    """What levels and cards call it."""


class LevelExport(LevelFile):
    """A level of a track."""

    code: Text
    """What cards call it."""


class TrackExport(TrackHead):
    """A track and its levels, lowest first."""

    id: Text
    """The key of the track in `ladder.yaml`."""
    levels: Annotated[tuple[LevelExport, ...], Field(strict=False, min_length=1)]
    """Its levels, lowest first."""


class FamilyExport(FamilyFile):
    """A family and its cards."""

    id: Annotated[str, StringConstraints(min_length=1)]
    """The name of its folder."""
    cards: Annotated[tuple[dict[str, Any], ...], Field(strict=False)]
    """Its cards. Their keys are the sections' too, which the ladder declares."""


class LadderExport(LadderHead):
    """`ladder.json`."""

    dimensions: Annotated[tuple[DeclaredExport, ...], Field(strict=False)]
    """The axes on which levels differ."""
    sections: Annotated[tuple[DeclaredExport, ...], Field(strict=False)]
    """The lists that a card may have."""
    tracks: Annotated[tuple[TrackExport, ...], Field(strict=False, min_length=1)]
    """The tracks with their levels."""
    families: Annotated[tuple[FamilyExport, ...], Field(strict=False, min_length=1)]
    """The families with their cards."""
    guide: Annotated[tuple[GuideEntryFile, ...], Field(strict=False)] = ()
    """Questions about the ladder itself, with their answers."""
