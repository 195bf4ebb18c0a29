"""Answers about a skill: which cards list it, or that none does."""

from collections.abc import Iterable

from bot.answers.answer import Listing, NotShown, Quoted, SkillAnswer
from bot.answers.quote import cite, part
from bot.answers.unseen import not_shown
from bot.ladder import YEARS, Ladder
from bot.questions import Intent, Question, SkillLine
from bot.questions.question import Skill


def skill(question: Question, asked: Skill, ladder: Ladder) -> SkillAnswer:
    """Which cards list a skill; where the question names levels, those alone."""
    found = {listing.cited.card.ref: listing for listing in _listings(asked.lines, ladder)}
    if not question.refs:
        return SkillAnswer(
            question=question.text,
            intent=Intent.SKILL,
            levels=tuple(found),
            confidence=question.confidence,
            skill=asked.wording,
            asked=asked.asked,
            listings=tuple(found.values()),
            not_shown=() if found else _unsearched(ladder),
        )
    nearest = {listing.cited.card.ref: listing for listing in _listings(asked.nearest, ladder)}
    cards = [card for ref in question.refs if (card := ladder.card(ref))]
    listings = tuple(found[card.ref] for card in cards if card.ref in found)
    families = {card.family_id for card in cards}
    every = len(listings) == len(cards)
    unsearched = () if every else _unsearched(ladder)
    return SkillAnswer(
        question=question.text,
        intent=Intent.SKILL,
        levels=tuple([card.ref for card in cards]),
        confidence=question.confidence,
        skill=asked.wording,
        listed=None if unsearched else every,
        asked=asked.asked,
        listings=listings,
        unlisted=tuple(
            nearest.get(card.ref) or Listing(cite(card, ladder), ())
            for card in cards
            if card.ref not in found
        ),
        elsewhere=tuple(
            listing
            for ref, listing in found.items()
            if ref not in question.refs and listing.cited.family.id in families
        ),
        not_shown=unsearched,
    )


def _unsearched(ladder: Ladder) -> tuple[NotShown, ...]:
    """Parts of the cards that may list a skill and are not shown."""
    return not_shown(ladder, {*ladder.dimensions, *ladder.sections} - {YEARS})


def _listings(lines: Iterable[SkillLine], ladder: Ladder) -> list[Listing]:
    """The lines by card, in their order."""
    lines = list(lines)
    parts = {each: part(each, ladder) for each in {line.part for line in lines}}
    by_card: dict[str, list[Quoted]] = {}
    for line in lines:
        by_card.setdefault(line.ref, []).append(Quoted(parts[line.part], line.text))
    return [
        Listing(cite(card, ladder), tuple(quoted))
        for ref, quoted in by_card.items()
        if (card := ladder.card(ref))
    ]
