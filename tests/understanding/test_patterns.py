"""The little language that patterns are written in finds what its description says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.questions.language.pattern_lines import PatternLines
from bot.questions.language.patterns import pattern
from bot.questions.language.stems import stem
from bot.questions.tagging.sentence import Piece, Sentence

FOUND = [
    ("next", "what is next", True),
    ("next", "what is nextdoor", False),
    # one of several
    ("what (is|was) next", "what is next", True),
    ("what (is|was) next", "so what was next then", True),
    ("what (is|was) next", "what next", False),
    ("what (is|was) next", "what comes next", False),
    ("(side by side|apart)", "put them side by side", True),
    ("(side by side|apart)", "side by", False),
    # a word that may be left out
    ("get promoted? soon", "get promoted soon", True),
    ("get promoted? soon", "get soon", True),
    ("get promoted? soon", "get hired soon", False),
    ("(a|the)? level", "level", True),
    ("from (a|the)? @", "from the @", True),
    ("from (a|the)? @", "from @", True),
    ("from (a|the)? @", "from my @", False),
    # up to five other words
    ("how much * earn", "how much earn", True),
    ("how much * earn", "how much does a good engineer usually earn", True),
    ("how much * earn", "how much does a very good new engineer earn", False),
    # levels and families
    ("from @ * to @", "from @ to @", True),
    ("from @ * to @", "how do i get from @ all the way to @", True),
    ("from @ * to @", "from % to @", False),
    ("levels of %", "levels of %", True),
    ("levels of %", "levels of @", False),
    # words by their stems
    ("promoted", "a promotion", True),
    ("promoted", "promoting", True),
    ("promoted", "demoted", False),
    # several lines
    ("vs\nversus", "@ versus @", True),
    ("vs\nversus", "@ vs @", True),
    ("\n  vs\n\n  versus\n", "@ and @", False),
]


@pytest.mark.parametrize(("lines", "text", "found"), FOUND)
def test_a_pattern(lines: str, text: str, found: bool) -> None:
    wanted = pattern(lines)
    assert (sentence(text).find(wanted) is not None) is found


def sentence(text: str) -> Sentence:
    """The words of a text, with no tags; for patterns that are there before it, as always."""
    return Sentence(
        [], [Piece(stemmed(word), word, place) for place, word in enumerate(text.split())]
    )


def stemmed(word: str) -> str:
    return word if word in "@%" else stem(word)


WORDS = st.sampled_from(["compare", "from", "to", "level", "@", "%", "grow", "earn", "what"])
PHRASES = st.lists(WORDS, min_size=1, max_size=4)


@given(PHRASES, st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_words_are_found_wherever_they_stand(
    phrase: list[str], before: list[str], after: list[str]
) -> None:
    wanted = pattern(" ".join(phrase))
    text = sentence(" ".join([*before, *phrase, *after]))
    assert text.find(wanted)
    (line,) = wanted.among(text.possible)
    assert line.begins == {text.pieces[len(before)].stem}
    assert line.begins <= wanted.stems


@given(PHRASES, PHRASES, st.lists(st.just("other"), max_size=9))
def test_a_gap_holds_at_most_five_words(
    first: list[str], last: list[str], between: list[str]
) -> None:
    wanted = pattern(f"{' '.join(first)} * {' '.join(last)}")
    text = sentence(" ".join([*first, *between, *last]))
    assert (text.find(wanted) is not None) is (len(between) <= 5)


@given(PHRASES)
def test_a_pattern_is_found_only_where_a_word_begins_it(phrase: list[str]) -> None:
    """Asking `PATTERN_LINES` first, and looking at `begins` only, never loses what is found."""
    wanted = pattern("(what)? (grow)? from @\ncompare * level\n(to earn|grow) (what|@ level)?")
    text = sentence(" ".join(phrase))
    blanks = [at for at, sign in enumerate(text.line) if sign == " "]
    every = wanted.among(wanted.lines)
    matches = any(line.match(text.line, blank) for line in every for blank in blanks)
    assert (text.find(wanted) is not None) is matches


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("get promoted", "get hired"),
        ("how much * earn", "earn much"),
        ("what (is|was) the next promotion", "what is the next level"),
        ("vs\nside by side", "side to side"),
    ],
)
def test_a_pattern_is_not_looked_for_without_its_words(lines: str, text: str) -> None:
    wanted = pattern(lines)
    assert not wanted.among(sentence(text).possible)


def test_there_is_room_for_any_number_of_patterns() -> None:
    """A process that reads one ladder after the other makes ever more of them."""
    lines = PatternLines()
    made = [lines.add([frozenset({"each"}), frozenset({f"word {n}"})]) for n in range(5_000)]
    assert lines.may_be_among(["each", "word 7", "word 4999"]) == made[7] | made[4999]
    assert not lines.may_be_among(["word 7", "word 4999"])


@pytest.mark.parametrize("line", ["* from @", "(a|the)? * from @", "(a|the)?"])
def test_a_pattern_begins_with_a_word(line: str) -> None:
    with pytest.raises(ValueError, match="a pattern"):
        pattern(line)
