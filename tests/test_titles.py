"""Titles, misspelled and not: on the shipped ladder, on one of O*NET's size, and on any ladder."""

# ruff: noqa: SIM905 - lists of words are easiest to read as running text

import random
import string
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from benchmarks.figures import SkippedError
from benchmarks.ladders import large_ladder
from bot.answers import Answer, Answerer, Ask, UnknownAnswer, ask_about
from bot.ladder import Card, Family, Ladder, Level, Meaning, Track, load_ladder
from bot.questions import Context, Intent
from bot.questions.language.spelling import Spelling, allowed_edits
from bot.questions.language.words import words
from bot.questions.vocabulary.lexicon import Lexicon, expand
from bot.questions.vocabulary.title_index import TitleIndex

ANYONE = Context()
AI, SW, DS = "ai-ml-engineer", "software-engineer", "data-scientist"
ASKED_PLAINLY = ["{}", "what's {}?", "hi, what is a {}? thanks", "what does an {} do", "{}!!"]


def key_of(title: str) -> str:
    """Two titles with the same key are one title, written in two ways."""
    return "".join(expand(words(title)))


def cards_by_title(ladder: Ladder) -> dict[str, set[str]]:
    """Every title's key to the cards that list it."""
    found: dict[str, set[str]] = {}
    for card in ladder.cards():
        for title in (card.title, *card.titles):
            found.setdefault(key_of(title), set()).add(card.ref)
    return found


def offered(answer: Answer) -> list[str]:
    """The cards that an answer shows or asks back with, first things first."""
    near = answer.near if isinstance(answer, UnknownAnswer) else ()
    return [*answer.levels, *(card.ref for card, _ in near)]


# A ladder of O*NET's size, where its files are at hand


@pytest.fixture(scope="module")
def large() -> Iterator[Answerer]:
    try:
        with large_ladder() as root:
            yield ask_about(load_ladder(root))
    except SkippedError as reason:
        pytest.skip(str(reason))


def sample(ladder: Ladder, count: int, seed: int) -> list[str]:
    titles = sorted({title for card in ladder.cards() for title in card.titles})
    return random.Random(seed).sample(titles, count)


@pytest.mark.parametrize("question", ASKED_PLAINLY)
def test_titles_of_a_large_ladder_find_their_cards(large: Answerer, question: str) -> None:
    known = cards_by_title(large.ladder)
    wrong = {
        title: answer.levels
        for title in sample(large.ladder, 1_000, seed=5)
        if not known[key_of(title)] <= set((answer := large(question.format(title), ANYONE)).levels)
    }
    assert wrong == {}


@pytest.mark.parametrize(("edits", "least"), [(1, 0.97), (2, 0.94)])
def test_misspelled_titles_of_a_large_ladder(large: Answerer, edits: int, least: float) -> None:
    known = cards_by_title(large.ladder)
    chance = random.Random(edits)
    titles = sample(large.ladder, 400, seed=edits)
    right = 0
    for title in titles:
        first = offered(large(misspelled(title, edits, chance), ANYONE))[:1]
        right += bool(set(first) & known[key_of(title)])
    assert right / len(titles) >= least


def misspelled(title: str, edits: int, chance: random.Random) -> str:
    """A title with letters too many, too few, wrong or swapped, anywhere in it."""
    for _ in range(edits):
        place = chance.randrange(len(title))
        letter = chance.choice(string.ascii_lowercase)
        title = chance.choice(
            [
                title[:place] + letter + title[place:],
                title[:place] + title[place + 1 :],
                title[:place] + letter + title[place + 1 :],
                title[:place] + title[place + 1 : place + 2] + title[place] + title[place + 2 :],
            ]
        )
    return title


# The ladder that ships


@pytest.mark.parametrize(
    ("text", "level"),
    [
        # anywhere in the title: the first letter, the space, several words
        ("achine learning II", f"{AI}/P2"),
        ("nachine learning II", f"{AI}/P2"),
        ("machinelerning II", f"{AI}/P2"),
        ("machin elearning II", f"{AI}/P2"),
        ("machinexlearning II", f"{AI}/P2"),
        ("soft ware 4", f"{SW}/P4"),
        ("sof twrae 4", f"{SW}/P4"),
        ("statistcal modelng 3", f"{AI}/P3"),
        ("develpoing ai/ml enginer", f"{AI}/P2"),
        # a whole title in a sentence
        ("my report is a machne learning II, what should I expect of her?", f"{AI}/P2"),
        ("what does a direcotr of softwre do", f"{SW}/M4"),
        ("the decison scince 5 card please", f"{DS}/P5"),
        # terms of the title
        ("senoir frontend", f"{SW}/P4"),
        ("princpal data scientist", f"{DS}/P6"),
    ],
)
def test_a_slip_of_the_fingers_is_forgiven(ask: Ask, text: str, level: str) -> None:
    assert ask(text, ANYONE).levels == (level,)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Softawre VIwI", f"{SW}/P7"),
        ("Deep Learning Manage", f"{AI}/M1"),
        ("Deep Lerning Manage", f"{AI}/M1"),
    ],
)
def test_what_may_be_a_slip_is_offered(ask: Ask, text: str, meant: str) -> None:
    answer = ask(text, ANYONE)
    assert answer.intent is Intent.UNKNOWN
    assert offered(answer)[0] == meant


def test_a_letter_left_out_is_likelier_than_a_wrong_one() -> None:
    ask = ask_about(ladder_of([["Garbage Collector Clerk", "Garbage Collection Clerk"]]))
    assert ask("garbage collecton clerk", ANYONE).levels == ("family-1/Z2",)


GRADES = ["I", "II", "III", "IV", "V", "VI", "VII"]


@pytest.mark.parametrize("grade", GRADES)
@pytest.mark.parametrize(
    "title", ["machne learning {}", "machinelerning {}", "machne learnnig {}", "sotware {}"]
)
def test_a_typo_never_changes_a_grade(ask: Ask, title: str, grade: str) -> None:
    family = SW if "sotware" in title else AI
    assert ask(title.format(grade), ANYONE).levels == (f"{family}/P{GRADES.index(grade) + 1}",)


@pytest.mark.parametrize("text", ["machne learning VIII", "machinelerning IX", "sotware 8"])
def test_a_grade_that_is_not_there_is_none_that_is(ask: Ask, text: str) -> None:
    assert ask(text, ANYONE).intent is not Intent.CARD


@pytest.mark.parametrize(
    "text", ["softwarev II", "deep learnngv I", "data sciencei V", "UI enginer II"]
)
def test_a_letter_that_may_belong_to_the_grade_is_doubted(ask: Ask, text: str) -> None:
    exact = key_of(text) in cards_by_title_of_shipped(ask)
    assert exact or ask(text, ANYONE).intent is Intent.UNKNOWN


def cards_by_title_of_shipped(ask: Ask) -> Mapping[str, set[str]]:
    assert isinstance(ask, Answerer)
    return cards_by_title(ask.ladder)


SHIPPED = st.sampled_from(
    ["machne learning II", "sotware 4", "statistcal modelng 3", "direcotr of softwre"]
)


@given(SHIPPED, st.sampled_from(["upper", "lower", "title", "swapcase"]), st.integers(0, 3))
def test_case_spacing_signs_and_greetings_change_nothing(
    ask: Ask, text: str, case: str, spaces: int
) -> None:
    typed = getattr(text, case)().replace(" ", " " * (1 + spaces))
    levels = ask(text, ANYONE).levels
    assert levels
    for around in ("{}", " *{}*? ", "({}).", "hi {} thanks", "Hello! {}, please", "\n{}\ncheers"):
        assert ask(around.format(typed), ANYONE).levels == levels


# Any ladder

NOUNS = st.sampled_from(
    "Baker Clerk Nurse Weaver Analyst Operator Sawyer Teller Engineer Scientist Cook Director "
    "Manager Supervisor Technician Lead Head Gaffer Ösophagologe 工程师".split()
)
BEFORE = st.sampled_from(
    "Forest Coal Coat Boat Senior Junior Lead Chief Data Real-Time Night Career Hiring Pay Card "
    "All-Around Set-Up A.I. C++ 3D X-Ray Level Team Isa Anatomic".split()
)
BEHIND = st.sampled_from(["", " I", " II", " IV", " 2", ", Night Shift", " (RN)", " of Operations"])
a_title = st.builds(
    lambda before, noun, behind: " ".join([*before, noun]) + behind,
    st.lists(BEFORE, max_size=3),
    NOUNS,
    BEHIND,
)


def ladder_of(families: list[list[str]]) -> Ladder:
    """A ladder whose families have a card for each of their titles, in three levels."""
    levels = tuple(Level(f"Z{step}", f"Step {step}", "Z", Meaning()) for step in range(1, 4))
    built: dict[str, Family] = {}
    for number, titles in enumerate(families, start=1):
        family = f"family-{number}"
        cards = {}
        for place, level in enumerate(levels):
            listed = tuple(titles[place::3])
            if listed:
                cards[level.code] = a_card(family, level, listed)
        built[family] = Family(
            family, f"Occupation {number}", (), (), None, MappingProxyType(cards)
        )
    track = Track("Z", "Z", None, levels)
    return Ladder("Any", None, "1", None, {}, {}, {"Z": track}, built)


def a_card(family: str, level: Level, titles: tuple[str, ...]) -> Card:
    return Card(family, level, titles[0], "Does it.", Meaning(), {}, titles, None, "draft", None)


ladders = st.lists(
    st.lists(a_title, min_size=1, max_size=8, unique_by=key_of), min_size=1, max_size=3
).map(ladder_of)


@example(ladder=ladder_of([["Baker"], ["Baker I"]]))
@example(ladder=ladder_of([["Engineer"], ["Forest Engineer I"]]))
@given(ladders)
def test_a_title_asked_plainly_finds_its_card(ladder: Ladder) -> None:
    ask = ask_about(ladder)
    for title, refs in cards_by_title_text(ladder).items():
        for question in ASKED_PLAINLY:
            assert refs <= set(ask(question.format(title), ANYONE).levels), question.format(title)


@pytest.mark.parametrize(
    "typed", ["Set-Up Baker", "set up bakr", "Book Jaxket Cover Machine Operator", "Book Binder"]
)
def test_a_title_that_begins_as_a_command_does_is_found(typed: str) -> None:
    """Misspelled too: "book" and "set" also begin wishes that no ladder grants."""
    titles = ["Set-Up Baker", "Book Jacket Cover Machine Operator", "Book Binder"]
    (found,) = ask_about(ladder_of([titles]))(typed, ANYONE).levels
    assert found.startswith("family-1/")


@given(ladders, st.data())
def test_no_slip_in_a_title_is_too_much(ladder: Ladder, data: st.DataObject) -> None:
    title = data.draw(st.sampled_from(sorted(cards_by_title_text(ladder))))
    place = data.draw(st.integers(0, len(title)))
    slip = data.draw(st.sampled_from(["", "x", " ", "é", "-"]))
    asked = f"{title[:place]}{slip}{title[place + 1 :]}"
    answer = ask_about(ladder)(asked, ANYONE)
    assert set(offered(answer)) <= {card.ref for card in ladder.cards()}


def cards_by_title_text(ladder: Ladder) -> dict[str, set[str]]:
    known = cards_by_title(ladder)
    return {title: known[key_of(title)] for card in ladder.cards() for title in card.titles}


@given(ladders, st.text(max_size=60) | st.lists(BEFORE | NOUNS | BEHIND).map(" ".join))
def test_no_words_are_too_much_for_any_ladder(ladder: Ladder, text: str) -> None:
    answer = ask_about(ladder)(text, ANYONE)
    assert set(offered(answer)) <= {card.ref for card in ladder.cards()}


@given(ladders, ladders, a_title)
def test_an_index_built_on_another_answers_the_same(
    before: Ladder, ladder: Ladder, text: str
) -> None:
    built_on = ask_about(ladder, ask_about(before))
    assert built_on(text, ANYONE) == ask_about(ladder)(text, ANYONE)


# The index of words

some_word = st.text(alphabet="abcd", min_size=1, max_size=16)


@given(st.sets(some_word, max_size=30), some_word)
def test_every_word_with_one_letter_more_or_less_is_found(known: set[str], word: str) -> None:
    assume(allowed_edits(word))
    spelling = Spelling.of(sorted({*known, word}))
    for place in range(len(word)):
        assert spelling.alike(word[:place] + word[place + 1 :]).get(word, 9) <= 1
        assert spelling.alike(word[:place] + "x" + word[place:]).get(word, 9) <= 1
        assert spelling.alike(word[:place] + "x" + word[place + 1 :]).get(word, 9) <= 1


def test_an_index_that_knows_enough_is_kept() -> None:
    before = TitleIndex.of({"nightbaker": ("night", "baker")})
    assert TitleIndex.of({"baker": ("baker",), "night": ("night",)}, before).spelling is (
        before.spelling
    )
    assert TitleIndex.of({"daybaker": ("day", "baker")}, before).spelling is not before.spelling


def test_a_lexicon_after_an_edit_knows_no_word_that_is_gone(ladder: Ladder) -> None:
    before = Lexicon.of(ladder_of([["Night Baker", "Coal Baker"]]))
    after = Lexicon.of(ladder_of([["Night Baker"]]), before)
    assert not after.index.knows("coal")
    assert after.index.near(["coal", "baker"]) == []
