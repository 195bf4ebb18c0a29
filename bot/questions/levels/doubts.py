"""How sure a level is among words of a question that may speak of something else."""

from bot.questions.lazily import worked_out
from bot.questions.levels.surroundings import surroundings
from bot.questions.tagging.runs import Run
from bot.questions.tagging.strange_words import everyday_words, other_topics, unknown_words
from bot.questions.tagging.tags import Kind, Tag, has_kind, places_of

FOREIGN = 0.5
"""An unknown word beside a bare code or around a title: "P1 bug", "senior engineer at Acme"."""
_PER_UNKNOWN_WORD = 0.9
_BESIDE_UNKNOWN = 0.93
"""What it takes when it stands right beside the level, where other words show what is asked."""
_PER_FAR_WORD = 0.97
"""What an unknown word in another clause takes from the confidence."""
_PER_EVERYDAY_WORD = 0.97
"""What an everyday word takes where family and level are named: "the P6 data scientist story"."""
_PER_FAR_EVERYDAY = 0.99
_PER_OTHER_TOPIC = 0.6
"""What a word of another topic takes: "notice period for a P3"."""
_PER_FAR_TOPIC = 0.85


class Doubts:
    """What the words of one question take from the confidence of its levels.

    With `evident`, other words of the question show that it is about a level; then an unknown
    word beside it casts less doubt.
    """

    def __init__(self, tags: list[Tag], evident: bool) -> None:
        self.tags = tags
        self.evident = evident
        self.unknown_words = unknown_words(tags)
        """How many words nobody knows."""
        self._other_topics = other_topics(tags)

    def left(self, confidence: float, run: Run) -> float:
        """What they leave of the confidence of the level that a run names."""
        clause = self._clause(run)
        asked_here = run.specified and has_kind(Kind.CUE, clause)
        if self.unknown_words:
            specified = run.specified or run.quoted
            confidence *= self._left_by_unknown(clause, specified, asked_here)
        if self._other_topics:
            near = self._other_topics if clause is self.tags else other_topics(clause)
            far = 0 if asked_here else self._other_topics - near
            confidence *= _PER_OTHER_TOPIC**near * _PER_FAR_TOPIC**far
        beside = surroundings(run, self.tags)
        shown = self.evident or (run.specified and not beside.modified)
        if beside.foreign and shown:
            confidence *= _BESIDE_UNKNOWN
        other = beside.elsewhere or (beside.foreign and not shown)
        return min(confidence, FOREIGN) if other else confidence

    def _left_by_unknown(self, clause: list[Tag], specified: bool, asked_here: bool) -> float:
        """How sure a level is among words that nobody knows.

        Where family and level are both named, everyday words around them make it hardly another,
        and where its clause also says what is asked, the rest is only a story.
        """
        whole = clause is self.tags
        near = self.unknown_words if whole else unknown_words(clause)
        far = 0 if asked_here else self.unknown_words - near
        if not specified:
            return _PER_UNKNOWN_WORD**near * _PER_FAR_WORD**far
        everyday = self._everyday_words if whole else everyday_words(clause)
        far_everyday = 0 if asked_here else self._everyday_words - everyday
        strange = _PER_UNKNOWN_WORD ** (near - everyday) * _PER_FAR_WORD ** (far - far_everyday)
        return strange * _PER_EVERYDAY_WORD**everyday * _PER_FAR_EVERYDAY**far_everyday

    @worked_out
    def _everyday_words(self) -> int:
        """How many of the unknown words are everyday English."""
        return everyday_words(self.tags)

    @worked_out
    def _breaks(self) -> list[int]:
        """Where the signs stand that part its clauses."""
        return places_of(Kind.BREAK, self.tags)

    def _clause(self, run: Run) -> list[Tag]:
        """The tags of the clause that names the level."""
        breaks = self._breaks
        if not breaks:
            return self.tags
        first = max((place + 1 for place in breaks if place < run.first), default=0)
        last = min((place for place in breaks if place > run.last), default=len(self.tags))
        return self.tags[first:last]
