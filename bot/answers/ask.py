"""Answers a question about one ladder. Pure: the same words and ladder give the same answer."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.answers.answer import (
    Answer,
    BrowseAnswer,
    CardAnswer,
    ChoiceAnswer,
    FoundLevel,
    GuideAnswer,
    HelpAnswer,
    UnknownAnswer,
)
from bot.answers.examples import WHAT_LEVELS, related, suggested, what_to_type
from bot.answers.levels import attribute, compare, experience, get_steps_ready, growth
from bot.answers.pasted import pasted
from bot.answers.quote import cite
from bot.answers.skills import skill
from bot.answers.unseen import not_shown
from bot.ladder import Card, Family, Ladder
from bot.ladder.garbage import collections_wait
from bot.questions import Context, Index, Intent, Question, understand
from bot.questions.asked.answerable import MOST_LEVELS
from bot.questions.language.words import words
from bot.questions.lazily import once
from bot.questions.search import search
from bot.questions.vocabulary.lexicon import Lexicon, expand
from bot.questions.vocabulary.likeness import titles_offered

Ask = Callable[[str, Context], Answer]
"""From what a person typed, and what is known beside it, to an answer."""

MOST_SUGGESTIONS = 3
"""Contract: "up to three questions it could answer"."""

_MOST_ALIKE = 200
"""Characters of a question that are compared with titles to suggest one."""


@dataclass(frozen=True, slots=True)
class Answerer:
    """Answers questions about one ladder: an `Ask` with its index."""

    ladder: Ladder = field(repr=False)
    index: Index = field(repr=False)

    def __call__(self, text: str, context: Context) -> Answer:
        """The answer to what a person typed."""
        return answer(understand(text, self.index, context), self.index)

    def search(self, typed: str, context: Context, most: int = 20) -> list[FoundLevel]:
        """At most `most` levels for what a person is typing, best first."""
        ladder = self.ladder
        return [
            FoundLevel(card, ladder.families[card.family_id], found.title)
            for found in search(typed, self.index, context.family, most)
            if (card := ladder.card(found.ref))
        ]


def ask_about(ladder: Ladder, before: Answerer | None = None) -> Answerer:
    """What answers questions about `ladder`; it builds the index once.

    With the answerer of the ladder as it was `before` an edit, only what the edit touched is
    indexed anew; the answers are the same either way.
    """
    with collections_wait():
        index = Index.of(ladder, before.index if before else None)
        get_steps_ready(ladder)
    return Answerer(ladder, index)


def answer(question: Question, index: Index) -> Answer:
    """The answer to an understood question; `index` is that of the ladder."""
    ladder = index.ladder
    build = _OF_LADDER.get(question.intent)
    found = build(question, ladder) if build else _about_levels(question, ladder)
    return found or _unknown(question, ladder, index.lexicon)


def _about_levels(question: Question, ladder: Ladder) -> Answer | None:
    """The answer to a question that names levels; None for one of another kind."""
    build = _OF_LEVELS.get(question.intent)
    if build is None:
        return None
    cards = [*filter(None, map(ladder.by_ref.get, question.refs))]
    return build(question, cards, ladder) if cards else None


def _cards(question: Question, cards: list[Card], ladder: Ladder) -> Answer:
    if len(cards) == 1:
        return _card(question, cards[0], ladder)
    return _choice(question, cards, ladder)


def _growth(question: Question, cards: list[Card], ladder: Ladder) -> Answer:
    if len(cards) > 1:
        return growth(question, ladder, cards[0], cards[1])
    _, above = ladder.neighbors(cards[0])
    is_goal = above is not None  # else it is where the track ends
    return growth(question, ladder, *((None, cards[0]) if is_goal else (cards[0], None)))


def _choice(question: Question, cards: list[Card], ladder: Ladder) -> ChoiceAnswer:
    return ChoiceAnswer(
        question=question.text,
        intent=Intent.CARD,
        levels=tuple([card.ref for card in cards]),
        confidence=question.confidence,
        choices=tuple((card, ladder.families[card.family_id]) for card in cards),
    )


def _skill(question: Question, ladder: Ladder) -> Answer | None:
    return skill(question, question.skill, ladder) if question.skill else None


def _guide(question: Question, ladder: Ladder) -> GuideAnswer | None:
    if question.guide is None:
        return None
    return GuideAnswer(
        question=question.text,
        intent=Intent.GUIDE,
        levels=(),
        confidence=question.confidence,
        entry=question.guide,
        ladder=ladder.name,
        version=ladder.version,
    )


def _card(question: Question, card: Card, ladder: Ladder) -> CardAnswer:
    alike = _by_code(ladder)[card.level.code] if question.assumed else ()
    others = [each for each in alike if each[0].family_id != card.family_id]
    return card_answer(card, ladder, question.text, question.confidence, others)


@once
def _by_code(ladder: Ladder) -> Mapping[str, Sequence[tuple[Card, Family]]]:
    """By the code of a level, its card of each family that has one."""
    found: defaultdict[str, list[tuple[Card, Family]]] = defaultdict(list)
    for family in ladder.families.values():
        for code, card in family.cards.items():
            found[code].append((card, family))
    return found


def card_answer(
    card: Card,
    ladder: Ladder,
    question: str = "",
    confidence: float = 1.0,
    others: Sequence[tuple[Card, Family]] = (),
) -> CardAnswer:
    """One card as an answer; `others` are those of the same level, where no family was named."""
    family = ladder.families[card.family_id]
    below, above = ladder.neighbors(card)
    return CardAnswer(
        question=question,
        intent=Intent.CARD,
        levels=(card.ref,),
        confidence=confidence,
        card=card,
        family=family,
        track=ladder.tracks[card.level.track_id],
        below=below,
        above=above,
        dimensions=ladder.dimensions,
        sections=ladder.sections,
        soc=family.soc,
        receipt=cite(card, ladder).receipt,
        also=tuple(others[:MOST_SUGGESTIONS]),
        families_like_it=len(others),
        not_shown=not_shown(ladder),
    )


def _help(question: Question, ladder: Ladder) -> HelpAnswer:
    return HelpAnswer(
        question=question.text,
        intent=Intent.HELP,
        levels=(),
        confidence=question.confidence,
        suggestions=suggested(ladder),
        ladder=ladder.name,
        examples=what_to_type(ladder),
        families=tuple(family.name for family in ladder.families.values()),
    )


def _browse(question: Question, ladder: Ladder) -> BrowseAnswer:
    named = ladder.families.get(question.family or "")
    families = (named,) if named else tuple(ladder.families.values())
    return BrowseAnswer(
        question=question.text,
        intent=Intent.BROWSE,
        levels=tuple([f"{family.id}/{code}" for family in families for code in family.cards]),
        confidence=question.confidence,
        ladder=ladder.name,
        families=families,
        tracks=ladder.tracks,
    )


def _too_many(question: Question, ladder: Ladder) -> UnknownAnswer:
    """More levels than stand side by side: the first of them are offered."""
    first = [card for ref in question.too_many[:MOST_LEVELS] if (card := ladder.card(ref))]
    families = list(dict.fromkeys(ladder.families[card.family_id].name for card in first))
    codes = " vs ".join(card.level.code for card in first)
    offered = (f"{codes} in {families[0]}",) if len(families) == 1 else ()
    return UnknownAnswer(
        question=question.text,
        intent=Intent.UNKNOWN,
        levels=(),
        confidence=question.confidence,
        suggestions=(*offered, WHAT_LEVELS),
        near=(),
        too_many=len(question.too_many),
    )


def _unknown(question: Question, ladder: Ladder, lexicon: Lexicon) -> UnknownAnswer:
    if question.too_many:
        return _too_many(question, ladder)
    family = ladder.families.get(question.family or "")
    elsewhere = question.no_such or question.about_person or question.guide or question.foreign_card
    alike = {} if elsewhere else _alike(question, lexicon)
    refs = dict.fromkeys((*alike, *question.near))
    cards = (
        list(islice(filter(None, map(ladder.by_ref.get, refs)), MOST_SUGGESTIONS)) if refs else ()
    )
    near = tuple([(card, ladder.families[card.family_id]) for card in cards])
    questions = [_question_for(card, family, alike.get(card.ref), ladder) for card, family in near]
    if family and (question.no_such or not near):
        questions.append(f"What levels does {family.name} have?")
    elif question.no_such:
        questions.append(WHAT_LEVELS)
    return UnknownAnswer(
        question=question.text,
        intent=Intent.UNKNOWN,
        levels=(),
        confidence=question.confidence,
        suggestions=tuple(questions or _suggested(question, ladder))[:MOST_SUGGESTIONS],
        near=near,
        asked_family=family,
        no_such=question.no_such,
        foreign_card=question.foreign_card,
        about_person=question.about_person,
        draft=question.guide,
    )


def _suggested(question: Question, ladder: Ladder) -> tuple[str, ...]:
    return related(question.guide, ladder) if question.guide else suggested(ladder)


def _question_for(card: Card, family: Family, key: str | None, ladder: Ladder) -> str:
    """A question that this card answers: by the title that may have been meant, or by its code."""
    meant = _titles_of(card, ladder).get(key) if key else None
    return (
        f"What's {meant} ({family.name})?"
        if meant
        else f"What's {card.level.code} in {family.name}?"
    )


@once
def _known_titles(_: Ladder) -> dict[str, dict[str, str]]:
    """The titles of each card that was offered so far, by its ref."""
    return {}


def _titles_of(card: Card, ladder: Ladder) -> dict[str, str]:
    """The titles of a card of the ladder, as it writes them, by their keys in the lexicon."""
    known, ref = _known_titles(ladder), card.ref
    found = known.get(ref)
    if found is None:
        titles = (*reversed(card.titles), card.title)  # the first stays where two have one key
        found = known[ref] = {"".join(expand(words(each))): each for each in titles}
    return found


def _alike(question: Question, lexicon: Lexicon) -> dict[str, str]:
    """The cards of titles that a question may be a misspelling of, with the title's key.

    Most alike first.

    They are of the family that it names, if it names one. None, when it names a level by its code:
    what is near to that is known better.
    """
    typed = expand(words(question.text[:_MOST_ALIKE]))
    if question.near and not lexicon.codes.keys().isdisjoint(typed):
        return {}
    found: dict[str, str] = {}
    for key in titles_offered(typed, lexicon, by_words=not question.family):
        for ref in sorted(lexicon.titles[key]):
            if question.family in (None, ref.partition("/")[0]):
                found.setdefault(ref, key)
    return found


_OF_LADDER: Mapping[Intent, Callable[[Question, Ladder], Answer | None]] = {
    Intent.HELP: _help,
    Intent.BROWSE: _browse,
    Intent.EXPERIENCE: experience,
    Intent.GUIDE: _guide,
    Intent.SKILL: _skill,
}
"""Answers to questions that need not name a level."""

_OF_LEVELS: Mapping[Intent, Callable[[Question, list[Card], Ladder], Answer]] = {
    Intent.CARD: _cards,
    Intent.COMPARE: compare,
    Intent.ATTRIBUTE: attribute,
    Intent.GROWTH: _growth,
    Intent.PASTED_CARD: lambda question, cards, ladder: pasted(question, cards[0], ladder),
}
