"""A set of questions, as its JSON Lines hold it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from benchmarks.figures import SkippedError
from benchmarks.ladders import SHIPPED

_HERE = Path(__file__).resolve().parent
_SAMPLE = _HERE.parent.parent / "../shared/questions-sample.jsonl"


class Row(BaseModel):
    """What every part of a line shares: nothing is changed, and nothing unknown is let through."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Expectation(Row):
    """What an answer must have. A field that a line leaves out is not judged."""

    intent: tuple[str, ...] = ()
    """Any of these."""
    levels: tuple[tuple[str, ...], ...] = ()
    """Any of these lists of `family-id/CODE`."""
    levels_include: tuple[str, ...] = ()
    """All of these, and maybe more."""
    attribute: tuple[str | None, ...] = ()
    """Any of these; null where no attribute may be named."""
    skill: str | None = None
    """Words of the skill as the card has it; null, when given, where no card lists it."""
    listed: bool | None = None
    says: str | None = None
    """Words of the answer's text. Not in the sets: `guide` is resolved to it."""

    # These depend on what the cards and the guide say by now; `resolve.py` looks it up.
    listed_by: str | None = None
    """A term, such as Docker: the levels are those whose card has it, or, where a level is named,
    `listed` is whether that card has it."""
    listed_in: str | None = None
    """The family that `listed_by` is asked of; every family without it."""
    include_listed_by: str | None = None
    """A term: the levels whose card has it must be among those answered."""
    guide: str | None = None
    """The guide's question that this is another wording of: answered once it is approved."""


class Thread(Row):
    """What the thread that a follow-up stands in has answered."""

    levels: tuple[str, ...]
    intent: str | None = None
    attribute: str | None = None
    skill: str | None = None


class Question(Row):
    """One line of a set."""

    id: str
    question: str
    family: str | None = None
    """The asker's default family."""
    context: Thread | None = None
    expect: Expectation
    why: str | None = None

    @property
    def kind(self) -> str:
        """The intent that it is counted under."""
        return "guide" if self.expect.guide else self.expect.intent[0]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A named file of questions and the ladder that they are asked of."""

    name: str
    file: Path
    ladder: Path = SHIPPED
    guide_approved: bool = False
    """Only the questions on the guide, asked as if every answer of it were approved."""
    held_out: bool = False

    def questions(self) -> list[Question]:
        """Its questions in the order of the file.

        Raises SkippedError when this machine does not have the file, ValueError with FILE:LINE
        for a line that is not a question.
        """
        if not self.file.is_file():
            raise SkippedError(
                f"no {self.file.name}; QUESTIONS_SAMPLE names the file of sample questions"
            )
        rows = list(_rows(self.file))
        return [row for row in rows if row.expect.guide] if self.guide_approved else rows


def _rows(file: Path) -> Iterator[Question]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield Question.model_validate_json(line)
        except ValidationError as error:
            raise ValueError(f"{file}:{number}: not a question: {error}") from error


OTHER_LADDERS = ("other-ladder", "company-ladder", "hospital-ladder", "field-ladder", "bank-ladder")
"""Sets that are asked of ladders of other trades, in the folders of the same names."""

SETS = {
    each.name: each
    for each in (
        QuestionSet("sample", Path(os.environ.get("QUESTIONS_SAMPLE") or _SAMPLE)),
        QuestionSet("development", _HERE / "development.jsonl"),
        QuestionSet("development-far", _HERE / "development-far.jsonl"),
        QuestionSet("held-out", _HERE / "held-out.jsonl", held_out=True),
        QuestionSet("held-out-guide", _HERE / "held-out.jsonl", guide_approved=True, held_out=True),
        QuestionSet("held-out-fresh", _HERE / "held-out-fresh.jsonl", held_out=True),
        QuestionSet("development-guide", _HERE / "development.jsonl", guide_approved=True),
        QuestionSet("development-far-guide", _HERE / "development-far.jsonl", guide_approved=True),
        *(
            QuestionSet(name, _HERE / f"{name}.jsonl", _HERE.parent / name)
            for name in OTHER_LADDERS
        ),
    )
}
