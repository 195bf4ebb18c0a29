"""From the words of a question to the levels that it names, or honest doubt."""

from dataclasses import replace
from itertools import pairwise

from bot.questions.english import (
    BROWSE_VERBS,
    BROWSE_WORDS,
    GREETINGS,
    HELP_PHRASES,
    HELP_WORDS,
)
from bot.questions.lexicon import Lexicon
from bot.questions.mentions import (
    CERTAIN,
    FAMILY_ALONE,
    FOREIGN,
    Mentions,
    plainly_asked,
    unknown_words,
)
from bot.questions.question import Context, Intent, Mention, Question
from bot.questions.runs import Run, find_runs
from bot.questions.tags import Kind, Tag, tag
from bot.questions.words import plain, words, words_and_breaks

ANSWER_FROM = 0.6
"""The confidence from which a question is answered; below it the bot asks back."""

MOST_LEVELS = 4
"""As many levels as one question may name and be answered (contract: compare, two to four)."""

MOST_HELP_WORDS = 10
"""A longer sentence that holds "what can you do" asks something else."""


def understand(text: str, lexicon: Lexicon, context: Context) -> Question:
    """What `text` asks of the lexicon's ladder. Pure; never raises, whatever the text."""
    ref = text.strip().strip("`")
    if card := lexicon.ladder.card(ref):
        return Question(text, Intent.CARD, CERTAIN, (card.ref,), card.family_id)
    asked = words(plain(text))
    if set(asked) <= GREETINGS | HELP_WORDS:
        return Question(text, Intent.HELP, 0.95 if asked else 0.9)
    tags = tag(words_and_breaks(plain(text)), lexicon)
    runs = list(find_runs(tags))
    family = _named_family(runs)
    mentions = Mentions(lexicon, context, runs, tags).read()
    if mentions:
        named = any(run.families for run in runs)
        return replace(_about_levels(text, mentions, family), assumed=not named)
    return _about_no_level(text, asked, tags, runs, lexicon)


def _about_no_level(
    text: str, asked: list[str], tags: list[Tag], runs: list[Run], lexicon: Lexicon
) -> Question:
    """A question that names no level that we know."""
    family = _named_family(runs)
    strange = unknown_words(tags)
    if _asks_help(asked):
        return Question(text, Intent.HELP, 0.95)
    if family and not any(run.chooses for run in runs):
        plain_question = plainly_asked(tags, also=BROWSE_WORDS | BROWSE_VERBS)
        return _about_family(text, family, plain_question, lexicon)
    if not strange and _asks_browse(asked):
        return Question(text, Intent.BROWSE, 0.9)
    codes = [each.code for run in runs for each in run.some(Kind.CODE)]
    no_such = codes[0] if codes else _like_a_code(tags, lexicon)
    near = _elsewhere(codes, lexicon)
    return Question(text, Intent.UNKNOWN, 0.3, family=family, near=near, no_such=no_such)


def _asks_help(asked: list[str]) -> bool:
    sentence = " ".join(asked)
    return any(phrase in sentence for phrase in HELP_PHRASES) and len(asked) <= MOST_HELP_WORDS


def _asks_browse(asked: list[str]) -> bool:
    said = set(asked)
    if said & {"ladder", "levels", "families", "tracks"} and len(said) <= 3:
        return True
    plural = said & (BROWSE_WORDS - {"level", "family"})
    return bool(plural and said & BROWSE_VERBS) or ("every" in said and bool(said & BROWSE_WORDS))


def _named_family(runs: list[Run]) -> str | None:
    named = frozenset().union(*(run.families for run in runs))
    return next(iter(named)) if len(named) == 1 else None


def _about_levels(text: str, mentions: list[Mention], family: str | None) -> Question:
    refs = tuple(dict.fromkeys(ref for mention in mentions for ref in mention.refs))
    confidence = min(mention.confidence for mention in mentions)
    if len(mentions) > MOST_LEVELS:
        confidence = min(confidence, FOREIGN)
    question = Question(text, Intent.CARD, round(confidence, 2), refs, family)
    if confidence >= ANSWER_FROM:
        return question
    return replace(question, intent=Intent.UNKNOWN, refs=(), near=refs)


def _about_family(text: str, family: str, plain_question: bool, lexicon: Lexicon) -> Question:
    """A family without a level: its levels, when nothing else is asked of it."""
    refs = tuple(card.ref for card in lexicon.ladder.families[family].cards.values())
    if not plain_question:
        return Question(text, Intent.UNKNOWN, 0.4, family=family)
    return Question(text, Intent.BROWSE, FAMILY_ALONE, refs, family)


def _elsewhere(codes: list[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The cards of other families for a code that the family asked about does not have."""
    return tuple(
        f"{family.id}/{code}"
        for code in codes
        for family in lexicon.ladder.families.values()
        if code in family.cards
    )


def _like_a_code(tags: list[Tag], lexicon: Lexicon) -> str | None:
    """A level written as this ladder writes codes, but with a number that it does not have: P9."""
    letters = {code.rstrip("0123456789") for code in lexicon.codes}
    for first, second in pairwise(tags):
        if first.text in letters - {""} and second.kind is Kind.GRADE and second.text.isdigit():
            return f"{first.text}{second.text}".upper()
    return None
