"""Questions that one ladder answers: what the help shows, and what is suggested in doubt."""

from collections.abc import Iterator

from bot.ladder import Card, Family, Group, GuideEntry, Ladder
from bot.questions.language.words import words
from bot.questions.lazily import once
from bot.questions.texts.guide_words import ideas

WHAT_LEVELS = "What levels are there?"

WAY_UP = "what grows on the way up"

MOST_WORDS_OF_SKILL = 4
"""A longer line is a sentence, which nobody types to ask who needs it."""


@once
def suggested(ladder: Ladder) -> tuple[str, ...]:
    """At most three questions, about a card that is written where there is one."""
    card = _shown_first(_first_family(ladder))
    if card is None:
        return (WHAT_LEVELS,)
    return card.level.code, f"What's {_title(card)}?", WHAT_LEVELS


def related(entry: GuideEntry, ladder: Ladder) -> tuple[str, ...]:
    """At most three questions that the cards answer, on what an entry of the guide speaks of."""
    known, ways = _known_related(ladder), (entry.question, *entry.also_asked)
    found = known.get(ways)
    if found is None:
        found = known[ways] = _related(ways, ladder)
    return found


@once
def _known_related(_: Ladder) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What was worked out so far, by all ways to ask for an entry of the guide."""
    return {}


def _related(ways: tuple[str, ...], ladder: Ladder) -> tuple[str, ...]:
    family = _first_family(ladder)
    card = _shown_first(family)
    if card is None or family is None:
        return (WHAT_LEVELS,)
    spoken = frozenset().union(*ideas(words(" ".join(ways))))
    asked = [f"{card.level.code} pay"] if "=pay" in spoken else []
    asked += [f"Titles of {card.level.code}"] if "=title" in spoken and card.titles else []
    if "=years" in spoken and card.meaning.years:
        asked.append(f"How many years does a {card.level.code} have?")
    if spoken & _ON_THE_WAY_UP:
        asked += [step for step, what in _steps(card, family, ladder) if what == WAY_UP]
    return (*asked[:2], WHAT_LEVELS)


_ON_THE_WAY_UP = frozenset({"=promotion", "=grow", "=above", "=skip"})
"""See `guide_words`."""


@once
def what_to_type(ladder: Ladder) -> tuple[tuple[str, str], ...]:
    """What to type, and what it is: at most seven, one for each kind that the ladder can answer."""
    family = _first_family(ladder)
    card = _shown_first(family)
    levels = (WHAT_LEVELS, "every family and its levels")
    if card is None or family is None:
        return (levels,)
    return (
        (card.level.code, "a level's code"),
        (_title(card), "a title; typos are forgiven"),
        *_one_part(ladder),
        *_steps(card, family, ladder),
        *_skill(card),
        levels,
    )


def _one_part(ladder: Ladder) -> Iterator[tuple[str, str]]:
    """One dimension of a level of another family, or of the only one."""
    family = _first_family(ladder)
    others = [other for other in ladder.families.values() if other is not family]
    card = _shown_first(others[-1] if others else family)
    if card is None:
        return
    asked, what = card.level.code, "one part of a card"
    if others:
        asked, what = f"{asked} in {others[-1].name}", f"{what}, of another family"
    told = next((each for each in ladder.dimensions.values() if _tells(card, each.id)), None)
    if told:
        yield f"{told.name} of {asked}", what
    elif others:
        yield asked, "another family's level"


def _tells(card: Card, dimension: str) -> bool:
    return dimension in card.meaning.dimensions


def _steps(card: Card, family: Family, ladder: Ladder) -> Iterator[tuple[str, str]]:
    """The card against the one beside it, and the way to the one above."""
    below, above = ladder.neighbors(card)
    is_clear = family.id == ladder.default_family or len(ladder.families) == 1
    within = "" if is_clear else f" in {family.name}"
    code = card.level.code
    if other := above or below:
        yield f"{code} vs {other.level.code}{within}", "what differs"
    if above:
        yield f"What's next after {code}{within}?", WAY_UP


def _skill(card: Card) -> Iterator[tuple[str, str]]:
    """The first line of the card that reads as the name of a skill."""
    lines = [line for line in _lines(card) if line.replace(" ", "").replace("-", "").isalpha()]
    named = [line for line in lines if 1 < len(line.split()) <= MOST_WORDS_OF_SKILL]
    if named:
        shortest = min(named, key=lambda line: len(line.split()))
        yield f"Who needs {_within_sentence(shortest)}?", "which levels list a skill"


def _lines(card: Card) -> Iterator[str]:
    for entries in card.sections.values():
        for entry in entries:
            for statement in entry.items if isinstance(entry, Group) else (entry,):
                yield statement.text


def _within_sentence(line: str) -> str:
    """ "Data analysis" as "data analysis"; "SQL queries" stays."""
    return line[0].lower() + line[1:] if line[1:2].islower() else line


def _title(card: Card) -> str:
    return next(iter(card.titles), card.title)


def _first_family(ladder: Ladder) -> Family | None:
    """The default family, else the first; None for a viewer from whom all are hidden."""
    named = ladder.families.get(ladder.default_family or "")
    return named or next(iter(ladder.families.values()), None)


def _shown_first(family: Family | None) -> Card | None:
    cards = list(family.cards.values()) if family else []
    written = (card for card in cards if card.written)
    approved = (card for card in cards if card.status == "approved" and card.written)
    return next(approved, None) or next(written, None) or next(iter(cards), None)
