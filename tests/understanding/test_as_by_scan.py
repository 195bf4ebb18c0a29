"""What an index gives at once is what looking at every line and every family would give."""

# ruff: noqa: SIM905 - lists of words are easiest to read as running text

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import UnknownAnswer, ask_about
from bot.answers.ask import MOST_SUGGESTIONS
from bot.ladder import Family, Ladder, Statement
from bot.questions import Context, Intent
from bot.questions.language.stems import stem
from bot.questions.language.words import words
from bot.questions.texts.skill_index import SkillIndex
from bot.questions.vocabulary.lexicon import Lexicon

MAY_BE_SAID = (
    "prompt promptly Prompts prompting access accesses accessible accessibly accessibility Docker "
    "dockerly Transformers transformer transformation transformational timely time apply family "
    "engineers"
)
said = st.sampled_from(MAY_BE_SAID.split())
line = st.lists(said, min_size=1, max_size=4).map(" ".join)


def with_lines(ladder: Ladder, lines: list[str]) -> Ladder:
    """The ladder with a single card, whose only section has these lines."""
    family = ladder.families["ai-ml-engineer"]
    skills = {"skills": tuple(map(Statement, lines))}
    card = replace(family.cards["P2"], sections=MappingProxyType(skills))
    alone = replace(family, cards=MappingProxyType({"P2": card}))
    return replace(ladder, families=MappingProxyType({family.id: alone}))


def says_itself(word: str, lines: list[str]) -> set[str]:
    """The lines with a word's stem, but for those that only tell how something is done."""
    return {
        line
        for line in lines
        if (alike := [each for each in words(line) if stem(each) == stem(word)])
        and (word.endswith("ly") or not all(each.endswith("ly") for each in alike))
    }


@given(st.lists(line, min_size=1, max_size=8, unique=True), said.map(str.casefold))
def test_lines_that_say_a_word(ladder: Ladder, lines: list[str], word: str) -> None:
    index = SkillIndex.of(with_lines(ladder, lines))
    found = {match.text for match in index.find([word])} & set(lines)
    alike = says_itself(word, lines)
    itself = {each for each in alike if word in words(each)}
    far = word in index.names or len(word) - len(stem(word)) >= 5
    if stem(word) in index.postings:
        assert found == (itself if far and itself else alike)


def in_families(ladder: Ladder, has: list[list[str]]) -> Ladder:
    """The ladder with a family for each list of levels, and none that is taken for granted."""
    shipped = ladder.families["software-engineer"]
    families = {}
    for number, codes in enumerate(has):
        id_ = f"family-{number}"
        cards = {code: replace(shipped.cards[code], family_id=id_) for code in codes}
        families[id_] = Family(id_, f"Trade {number}", (), (), None, MappingProxyType(cards))
    return replace(ladder, families=MappingProxyType(families), default_family=None, guide=())


codes = st.lists(
    st.sampled_from(["P1", "P2", "P3", "P4", "P5", "M1", "M2", "M3"]), min_size=1, unique=True
)


@settings(max_examples=25)  # each makes an index
@given(
    st.lists(codes.map(sorted), min_size=2, max_size=8),
    st.sampled_from(
        [
            "I have 4 years of experience, what level am I?",
            "I manage a team and have 9 years of experience, what level am I?",
            "2 yrs of experience, which level?",
            "30 years of experience, which level on the M track?",
        ]
    ),
)
def test_levels_for_years_in_some_family(ladder: Ladder, has: list[list[str]], text: str) -> None:
    """Where no family is named, the first ones that have a level for these years are offered."""
    several = in_families(ladder, has)
    ask = ask_about(several)
    apart = [ask(text, Context(family)) for family in several.families]
    first = [ref for each in apart if each.intent is Intent.EXPERIENCE for ref in each.levels[:1]]
    answer = ask(text, Context())
    assert isinstance(answer, UnknownAnswer)
    offered = [card.ref for card, _ in answer.near]
    assert not first or offered == first[:MOST_SUGGESTIONS]


@given(
    st.lists(codes.map(sorted), min_size=1, max_size=3),
    st.sets(st.sampled_from("senior manager director team lead software staff #2 #1".split())),
    st.sampled_from("P1 P2 P4 M1 M2".split()),
    st.data(),
)
def test_words_that_are_part_of_a_title(
    ladder: Ladder, has: list[list[str]], said: set[str], code: str, data: st.DataObject
) -> None:
    lexicon = Lexicon.of(in_families(ladder, has))
    families = data.draw(st.sets(st.sampled_from(sorted(lexicon.parts))))
    assert lexicon.is_part(frozenset(said), code, families) == any(
        said < whole and code in levels
        for family in families
        for whole, levels in lexicon.parts[family].signatures.items()
    )
