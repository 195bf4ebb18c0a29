"""The obvious way, for comparison: `rapidfuzz.process.extractOne` over all titles and codes."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils

from benchmarks.questions.rows import Question
from benchmarks.questions.score import Score, percent
from bot.ladder import Ladder

Preprocess = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Scan:
    """Every title and code of a ladder, scanned with WRatio at each question.

    It gets the best that WRatio can be given for a question in words: lower case and no
    punctuation, worked out once for the titles.
    """

    refs: Mapping[str, Sequence[str]]
    """Title or code, as it is compared, to the cards that have it."""
    names: Sequence[str] = field(default=())

    @staticmethod
    def of(ladder: Ladder, *, codes: bool = True) -> "Scan":
        """The scan of all titles of a ladder, and of its codes too unless told otherwise."""
        refs: defaultdict[str, list[str]] = defaultdict(list)
        for card in ladder.cards():
            for name in {*card.titles, *([card.level.code] if codes else [])}:
                refs[utils.default_process(name)].append(card.ref)
        return Scan(dict(refs), list(refs))

    def best(self, question: str, cut: float = 0) -> Sequence[str]:
        """The cards of the nearest name; [] when none scores `cut` (0 to 100)."""
        query = utils.default_process(question)
        found = process.extractOne(query, self.names, scorer=fuzz.WRatio, score_cutoff=cut)
        return self.refs[found[0]] if found else []


@dataclass(frozen=True, slots=True)
class Compared:
    """The same questions, asked both ways. Per cent."""

    cards: int
    right: float
    answered: float


def obvious_way(judged: Score, ladder: Ladder, cut: float) -> Compared:
    """What the scan makes of a set's card questions, and of those that are out of scope."""
    scan = Scan.of(ladder)
    cards = _cards(judged)
    return Compared(
        len(cards),
        percent(_is_right(scan.best(row.question, cut), row, ladder) for row in cards),
        percent(
            bool(scan.best(each.row.question, cut)) for each in judged.judged if each.out_of_scope
        ),
    )


def our_way(judged: Score) -> Compared:
    """What the bot made of the same questions."""
    rows = _cards(judged)
    right = {each.row.id for each in judged.judged if each.right}
    return Compared(
        len(rows), percent(row.id in right for row in rows), judged.out_of_scope_answered
    )


def _cards(judged: Score) -> list[Question]:
    return [each.row for each in judged.judged if each.row.kind == "card" and not each.row.context]


def _is_right(refs: Sequence[str], row: Question, ladder: Ladder) -> bool:
    """Of a code's cards it may pick those of the asker's family, else of the default one."""
    family = row.family or ladder.default_family
    own = [ref for ref in refs if ref.partition("/")[0] == family]
    return any(sorted(one) in (sorted(refs), sorted(own)) for one in row.expect.levels)
