"""What each ladder file may hold, checked by pydantic. Unknown keys are errors.

The docstrings of the attributes are what editors show: the JSON Schemas are made of these models.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)

from bot.ladder.model import Pay, Soc, Years
from bot.ladder.rules import Circle

YEARS = "typical_experience"
"""The dimension that holds years; the only one whose value is a range."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = Annotated[tuple[Text, ...], Field(strict=False)]
Status = Literal["approved", "draft"]


class _File(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True
    )


class NamedFile(_File):
    """A dimension or a section: its name and its other names."""

    name: Text
    """Its name, as answers show it."""
    also: Texts = ()
    """Other names that people use for it in questions."""


_YEAR_LIMITS = Field(ge=0, le=80)
_YearCount = Annotated[int, _YEAR_LIMITS] | Annotated[float, _YEAR_LIMITS]


class YearsFile(_File):
    """A range of years, both ends included; no `max_years` means "and more"."""

    min_years: _YearCount
    """The fewest years."""
    max_years: _YearCount | None = None
    """The most years; without it the range is open."""
    text: Text | None = None
    """How answers write the range, such as "1–3 yrs"."""

    def years(self) -> Years:
        """The range, with a text made of its figures where the file has none."""
        if self.max_years is None:
            text = f"{self.min_years:g}+ yrs"
        else:
            text = f"{self.min_years:g}–{self.max_years:g} yrs"
        return Years(self.min_years, self.max_years, self.text or text)


def _phrase_or_years(value: Any) -> str:
    return "<years>" if isinstance(value, dict | YearsFile) else "<phrase>"


# A callable tells the members of a union apart, so that a mistake is told once and in the right
# member's words; pydantic's own way would try each and report them all. Tags have brackets since
# pydantic puts them among the keys of a finding's place, and `group` is a key as well.
Phrase = Annotated[
    Annotated[Text, Tag("<phrase>")] | Annotated[YearsFile, Tag("<years>")],
    Discriminator(_phrase_or_years),
]
MeaningFile = dict[str, Phrase]


class LevelFile(_File):
    """A level of a track."""

    name: Text
    """The level's name, the same in every family."""
    grades: Texts = ()
    """What stands behind its titles, such as "II" in "Software Engineer II"."""
    words: Texts = ()
    """What stands in front of its titles, such as "Senior" in "Senior Software Engineer"."""
    titles: Texts = ()
    """Forms of its titles with {stem} or {family}, such as "Director of {stem}"."""
    meaning: MeaningFile = Field(default_factory=dict)
    """What the level means in every family: `summary`, and a phrase for each dimension."""


class TrackHead(_File):
    """What is told of a track beside its levels."""

    name: Text
    """The track's name, such as "Professional"."""
    who: Text | None = None
    """Whom the track is for, such as "people managers"."""


class TrackFile(TrackHead):
    """A track and its levels, lowest first."""

    levels: dict[Text, LevelFile] = Field(min_length=1)
    """Its levels by code, lowest first."""


USER_GROUP = "S[A-Z0-9]+"
"""Slack's ids of user groups."""
USER = "[UW][A-Z0-9]+"
"""Slack's ids of people."""


# Only editors read the patterns here: what the loader says of a wrong id tells where to find it.
_UserGroups = tuple[Annotated[Text, Field(json_schema_extra={"pattern": f"^{USER_GROUP}$"})], ...]
_Users = tuple[Annotated[Text, Field(json_schema_extra={"pattern": f"^{USER}$"})], ...]


class CircleFile(_File):
    """The people whom a rule lets see something: who is any of these. `{}` for nobody."""

    user_groups: Annotated[_UserGroups, Field(strict=False)] = ()
    """Members of these Slack user groups, by id: S0123ABCD."""
    users: Annotated[_Users, Field(strict=False)] = ()
    """These people, by their Slack id: U0123ABCD."""
    admins: bool = False
    """Whether admins and owners of the workspace, and those in the setting ADMINS, may see it."""

    def circle(self) -> Circle:
        """The same people as the model has them."""
        return Circle(frozenset(self.user_groups), frozenset(self.users), self.admins)


class RestrictionFile(_File):
    """Fields of all cards that only some may see."""

    fields: Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
    """`pay`, `summary`, `titles`, `soc`, `source`, or the id of a dimension or section."""
    to: CircleFile
    """Who may see them."""
    ask: Text | None = None
    """Whom the others should ask; without it, the ladder's owner."""


class HidingFile(_File):
    """Families and levels that are there for some only, such as a ladder in preparation."""

    families: Texts = ()
    """Families by the names of their folders."""
    levels: Texts = ()
    """Levels by their codes, in every family; `FAMILY/CODE` for one card."""
    to: CircleFile
    """Who may see them."""


class LadderHead(_File):
    """What is told of a ladder as a whole."""

    name: Text
    """The ladder's name."""
    owner: Text | None = None
    """Who answers for the ladder: a team or a person."""
    version: Text | None = None
    """The ladder's version; without it, its git revision or the date of its newest file."""
    default_family: Text | None = None
    """The folder of the family that is meant when a question names none."""
    restricted: Annotated[tuple[RestrictionFile, ...], Field(strict=False)] = ()
    """Fields that only some people may see."""
    hidden: Annotated[tuple[HidingFile, ...], Field(strict=False)] = ()
    """Families and levels that only some people may see."""


class LadderFile(LadderHead):
    """`ladder.yaml`."""

    dimensions: dict[Text, NamedFile]
    """The axes on which levels differ, by id."""
    sections: dict[Text, NamedFile]
    """The lists that a card may have, by id: the keys of cards."""
    tracks: dict[Text, TrackFile] = Field(min_length=1)
    """The tracks by id, each with its levels."""


class SocFile(_File):
    """An occupation code and how sure it is."""

    code: Text
    """The code, such as 15-1252."""
    title: Text | None = None
    """The occupation's name."""
    inferred: bool = False
    """Whether the code was worked out by somebody and not assigned."""

    def soc(self) -> Soc:
        """The code as the model has it."""
        return Soc(self.code, self.title, self.inferred)


class FamilyFile(_File):
    """`FAMILY/family.yaml`."""

    name: Text
    """The family's name, such as "Software Engineer"."""
    aliases: Texts = ()
    """Other names of the family."""
    stems: Texts = ()
    """What its titles are made of, such as "Backend" in "Backend II"."""
    soc: SocFile | None = None
    """Its code of the Standard Occupational Classification."""
    owner: Text | None = None
    """Who answers for this family, where that is not the ladder's owner."""
    version: Text | None = None
    """The family's own version, where it is not the ladder's."""


Amount = Annotated[int, Field(ge=0)] | Annotated[float, Field(ge=0, allow_inf_nan=False)]


def _written_out(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


class PayFile(_File):
    """Pay: figures, or `status: unavailable` with a note."""

    model_config = ConfigDict(
        json_schema_extra={
            "dependencies": {key: ["currency", "period"] for key in ("low", "median", "high")}
        }
    )

    status: Literal["available", "unavailable"] | None = None
    """`unavailable` when there are no figures."""
    note: Text | None = None
    """What to know about the figures, or why there are none."""
    low: Amount | None = None
    """The lower end of the range."""
    median: Amount | None = None
    """The middle of the range."""
    high: Amount | None = None
    """The upper end of the range."""
    currency: Text | None = None
    """The currency of the figures, such as USD."""
    period: Text | None = None
    """What the figures are paid for, such as year."""
    as_of: Annotated[Text, BeforeValidator(_written_out)] | None = None
    """The date of the figures."""
    source: Text | None = None
    """Where the figures come from."""

    def pay(self) -> Pay:
        """The same facts as the model has them."""
        return Pay(**self.model_dump())


class StatementFile(_File):
    """A statement with examples."""

    text: Text
    """The statement."""
    examples: Texts = ()
    """Examples that belong to the statement."""


def _line_or_statement(value: Any) -> str:
    return "<statement>" if isinstance(value, dict | StatementFile) else "<line>"


_Line = Annotated[Text, Tag("<line>")]
_Statement = Annotated[StatementFile, Tag("<statement>")]


class GroupFile(_File):
    """Statements under a name of their own."""

    group: Text
    """The group's name."""
    items: Annotated[
        tuple[Annotated[_Line | _Statement, Discriminator(_line_or_statement)], ...],
        Field(strict=False),
    ]
    """The group's statements."""


def _kind_of_entry(value: Any) -> str:
    if isinstance(value, dict):
        return "<group>" if value.keys() & {"group", "items"} else "<statement>"
    return "<group>" if isinstance(value, GroupFile) else _line_or_statement(value)


EntryFile = Annotated[
    _Line | _Statement | Annotated[GroupFile, Tag("<group>")], Discriminator(_kind_of_entry)
]
SectionFile = list[EntryFile]


class CardFile(_File):
    """`FAMILY/CODE.yaml`, without its sections: their names are the ladder's to declare."""

    level: Text
    """The code of the card's level."""
    title: Text
    """The level's title in this family."""
    summary: Text | None = None
    """What people at this level are and do, in a sentence or two."""
    meaning: MeaningFile = Field(default_factory=dict)
    """Dimensions in which this card differs from what its level means in general."""
    titles: Texts = ()
    """Titles that people at this level have."""
    pay: PayFile | None = None
    """What the level pays, or why nothing is told."""
    status: Status = "draft"
    """`approved` once the owner stands behind the card."""
    source: Text | None = None
    """Where the card's text comes from."""
    owner: Text | None = None
    """Who answers for this card, where that is not the family's owner."""
    version: Text | None = None
    """The card's own version, where it is not the family's."""


class GuideEntryFile(_File):
    """A question about the ladder itself, and its answer."""

    question: Text
    """The question, as most people ask it."""
    also_asked: Texts = ()
    """Other ways to ask it."""
    answer: Text
    """The answer, given word for word."""
    owner: Text | None = None
    """Who stands behind the answer, where that is not the ladder's owner."""
    status: Status = "approved"
    """`draft` until the owner stands behind it: a draft is never given as an answer."""


class GuideFile(_File):
    """`guide.yaml`."""

    questions: Annotated[tuple[GuideEntryFile, ...], Field(strict=False)]
    """Questions about the ladder itself, with their answers."""
