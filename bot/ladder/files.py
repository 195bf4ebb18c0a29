"""What each ladder file may hold, checked by pydantic. Unknown keys are errors."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from bot.ladder.model import Pay, Soc, Years

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Texts = tuple[Text, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class NamedFile(_File):
    """A dimension or a section: its name and its other names."""

    name: Text
    also: Annotated[Texts, Field(strict=False)] = ()


class YearsFile(_File):
    """A range of years, both ends included; no `max_years` means "and more"."""

    min_years: Annotated[int | float, Field(ge=0, le=80)]
    max_years: Annotated[int | float, Field(ge=0, le=80)] | None = None
    text: Text | None = None

    def years(self) -> Years:
        """The range, with a text made of its figures where the file has none."""
        if self.max_years is None:
            text = f"{self.min_years:g}+ yrs"
        else:
            text = f"{self.min_years:g}–{self.max_years:g} yrs"
        return Years(self.min_years, self.max_years, self.text or text)


class LevelFile(_File):
    """A level of a track."""

    name: Text
    grades: Annotated[Texts, Field(strict=False)] = ()
    words: Annotated[Texts, Field(strict=False)] = ()
    titles: Annotated[Texts, Field(strict=False)] = ()
    meaning: dict[str, Text | YearsFile] = Field(default_factory=dict)


class TrackFile(_File):
    """A track and its levels, lowest first."""

    name: Text
    who: Text | None = None
    levels: dict[Text, LevelFile] = Field(min_length=1)


class LadderFile(_File):
    """`ladder.yaml`."""

    name: Text
    owner: Text | None = None
    version: Text | None = None
    default_family: Text | None = None
    dimensions: dict[Text, NamedFile]
    sections: dict[Text, NamedFile]
    tracks: dict[Text, TrackFile] = Field(min_length=1)


class SocFile(_File):
    """An occupation code and how sure it is."""

    code: Text
    title: Text | None = None
    inferred: bool = False

    def soc(self) -> Soc:
        """The code as the model has it."""
        return Soc(self.code, self.title, self.inferred)


class FamilyFile(_File):
    """`FAMILY/family.yaml`."""

    name: Text
    aliases: Annotated[Texts, Field(strict=False)] = ()
    stems: Annotated[Texts, Field(strict=False)] = ()
    soc: SocFile | None = None


Amount = Annotated[int | float, Field(ge=0)]


class PayFile(_File):
    """Pay: figures, or `status: unavailable` with a note."""

    status: Literal["available", "unavailable"] | None = None
    note: Text | None = None
    low: Amount | None = None
    median: Amount | None = None
    high: Amount | None = None
    currency: Text | None = None
    period: Text | None = None
    as_of: Annotated[
        date | Text | None, AfterValidator(lambda v: None if v is None else str(v))
    ] = None
    source: Text | None = None

    def pay(self) -> Pay:
        """The same facts as the model has them."""
        return Pay(**self.model_dump())


class StatementFile(_File):
    """A statement with examples."""

    text: Text
    examples: Annotated[Texts, Field(strict=False)] = ()


class GroupFile(_File):
    """Statements under a name of their own."""

    group: Text
    items: Annotated[tuple[Text | StatementFile, ...], Field(strict=False)]


class CardFile(_File):
    """`FAMILY/CODE.yaml`, without its sections: their names are the ladder's to declare."""

    level: Text
    title: Text
    summary: Text | None = None
    meaning: dict[str, Text | YearsFile] = Field(default_factory=dict)
    titles: Annotated[Texts, Field(strict=False)] = ()
    pay: PayFile | None = None
    status: Literal["approved", "draft"] = "draft"
    source: Text | None = None


EntryFile = Text | StatementFile | GroupFile
