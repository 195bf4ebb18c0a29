"""A pasted card: which level's it is."""

from collections import defaultdict

from bot.questions.index import Index
from bot.questions.kinds.pasted import label_keys, plain_lines, run_apart, said_line
from bot.questions.language.words import folded, words_and_breaks
from bot.questions.levels.mentions import Mentions
from bot.questions.question import Context, Intent, Question
from bot.questions.tagging.runs import find_runs
from bot.questions.tagging.tags import tag

FEWEST_LINES = 4
"""A shorter text is a question, even when it quotes a card."""

_SHORTEST = 300
"""Characters of a text in fewer lines that may be a card whose lines run together."""
_FEWEST_KNOWN = 3
"""Lines and labels of the ladder that show a text to be a card."""
_FEWEST_LABELS = 2
"""Labels that show a text without a line of the ladder to be another ladder's card."""
_MOST_NAMED = 3
_HEADING_LINES = 4
"""Lines at the top in which a card names its level."""
_LONGEST_HEADING = 90
"""Characters of a line that names a level; a longer one is a sentence."""
_HEADING = 1.5
"""How much the level named at the top counts, in lines that stand on its card alone."""


def pasted_card(text: str, index: Index) -> Question | None:
    """The card that a text is; None for a text that is none."""
    together = text.count("\n") < FEWEST_LINES - 1
    if together and len(text) < _SHORTEST:
        return None
    labels = label_keys(index.ladder)
    known_lines = index.skills.by_key
    lines = [each for line in plain_lines(text) for each in run_apart(line, known_lines, labels)]
    if len(lines) < FEWEST_LINES:
        return None
    scores: defaultdict[str, float] = defaultdict(float)
    labeled = known = 0
    for line in (said_line(each, labels) for each in lines):
        labeled += line.label is not None
        number = index.skills.by_key.get(line.key) if line.text else None
        if number is None:
            continue
        known += 1
        refs = dict.fromkeys(ref for ref, _ in index.skills.places[number])
        for ref in refs:
            scores[ref] += 1 / len(refs)
    if together:
        lines[0] = _beginning(lines[0])
    named = _named_at_top(lines, index)
    if known == 0 and labeled >= _FEWEST_LABELS and named:
        near = sorted(named, key=lambda ref: -named[ref])[:_MOST_NAMED]
        return Question(text, Intent.UNKNOWN, 0.3, near=tuple(near), foreign_card=True)
    if labeled + known < _FEWEST_KNOWN or not (known >= 2 or labeled >= 3):
        return None
    for ref, share in named.items():
        scores[ref] += _HEADING * share
    if not scores:
        return None
    return _question(text, scores)


def _question(text: str, scores: dict[str, float]) -> Question:
    ranked = sorted(scores, key=lambda ref: -scores[ref])
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    lead = scores[best] - (scores[second] if second else 0.0)
    if lead < 0.5 * scores[best] and lead < 1:
        return Question(text, Intent.UNKNOWN, 0.5, near=tuple(ranked[:3]))
    sure = min(0.98, 0.8 + 0.02 * scores[best])
    return Question(text, Intent.PASTED_CARD, round(sure, 2), (best,), best.partition("/")[0])


def _named_at_top(lines: list[str], index: Index) -> dict[str, float]:
    """The levels that the first lines name, each with its share."""
    shares: defaultdict[str, float] = defaultdict(float)
    for line in (each for each in lines[:_HEADING_LINES] if len(each) <= _LONGEST_HEADING):
        tags = tag(words_and_breaks(folded(_undoubled(line))), index.lexicon)
        runs = find_runs(tags)
        mentions = Mentions(index.lexicon, Context(), runs, tags, evident=True)
        for number, found in mentions.read().items():
            for mention in found:
                refs = mention.refs if runs[number].families else _everywhere(mention.refs, index)
                for ref in refs:
                    shares[ref] += 1 / len(refs)
    return shares


def _beginning(line: str) -> str:
    """The words with which a text begins, where its heading runs together with what follows."""
    return line if len(line) <= _LONGEST_HEADING else line[:_LONGEST_HEADING].rpartition(" ")[0]


def _everywhere(refs: tuple[str, ...], index: Index) -> tuple[str, ...]:
    """The same levels in every family: a code alone names no family."""
    codes = {ref.partition("/")[2] for ref in refs}
    families = index.ladder.families.values()
    return tuple(each.cards[code].ref for each in families for code in codes if code in each.cards)


def _undoubled(line: str) -> str:
    """ "P2P2 — Developing" as "P2 — Developing": a page's badge and heading run together."""
    first, _, rest = line.partition(" ")
    half = len(first) // 2
    return f"{first[:half]} {rest}" if half and first[:half] == first[half:] else line
