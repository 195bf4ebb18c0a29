"""Titles whose words contradict their level, by what the ladder itself says of grades and words."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import yaml

from bot.ladder.validate import find_problems
from bot.questions.language.english import SHORT_FORMS
from tests.ladders import write_ladder

Cards = Mapping[str, Sequence[str]]
"""Level code to titles, the card's own first."""

DECLARED = {
    "P": {
        "P1": {"name": "Entry", "grades": ["I"], "words": ["Entry-Level", "Junior", "Associate"]},
        "P2": {"name": "Developing", "grades": ["II"], "words": ["Developing"]},
        "P3": {"name": "Able", "grades": ["III"], "words": ["Mid-Level"]},
        "P4": {"name": "Senior", "grades": ["IV"], "words": ["Senior", "Lead"]},
        "P5": {"name": "Staff", "grades": ["V"], "words": ["Staff", "Senior Staff"]},
    },
    "M": {
        "M1": {"name": "Manager", "titles": ["{stem} Manager"]},
        "M2": {"name": "Manager II", "titles": ["{stem} Manager II"]},
        "M3": {"name": "Senior Manager", "titles": ["Senior {stem} Manager"]},
        "M4": {"name": "Director", "titles": ["Director of {stem}"]},
    },
}
NAMED = {
    "P": {
        "L1": {"name": "Junior Engineer"},
        "L2": {"name": "Engineer"},
        "L3": {"name": "Senior Engineer"},
        "L4": {"name": "Staff Engineer"},
    }
}
BARE = {"P": {code: {"name": f"Level {code[1]}"} for code in ("L1", "L2", "L3")}}
FAMILY = {"name": "Data Scientist", "aliases": ["DS"], "stems": ["Data Science", "Statistics"]}


def problems(
    folder: Path, levels: Mapping[str, object], cards: Cards, family: Mapping[str, object] = FAMILY
) -> list[str]:
    """What validation says of titles, each as "CODE: what"."""
    tracks = {id_: {"name": id_, "levels": levels} for id_, levels in levels.items()}
    ladder = {"name": "x", "dimensions": {}, "sections": {}, "tracks": tracks}
    files = {"ladder.yaml": yaml.safe_dump(ladder, sort_keys=False)}
    files["family/family.yaml"] = yaml.safe_dump(dict(family))
    for code, (title, *titles) in cards.items():
        card = {"level": code, "title": title, "titles": titles}
        files[f"family/{code}.yaml"] = yaml.safe_dump(card, sort_keys=False)
    found = find_problems(write_ladder(folder, files), SHORT_FORMS)
    return [
        f"{Path(problem.file).stem}: {problem.message}"
        for problem in found
        if "a title of" in problem.message
    ]


CONTRADICTIONS = {
    "grade of another level": ("P3", "Statistics II", "P2"),
    "its number": ("P3", "Statistics 2", "P2"),
    "grade behind the noun": ("P3", "Applied Data Scientist II", "P2"),
    "grade before a remark": ("P3", "Modeler II (Risk)", "P2"),
    "grade before a field": ("P3", "Data Scientist II Risk", "P2"),
    "word of a higher level": ("P2", "Senior Modeler", "P4"),
    "short form": ("P2", "Sr. Modeler", "P4"),
    "word of a lower level": ("P4", "Junior Modeler", "P1"),
    "two words": ("P2", "Junior Developing Data Scientist", "P1"),
    "two words, the second": ("P2", "Developing Senior Modeler", "P4"),
    "word and grade": ("P2", "Senior Modeler II", "P4"),
    "grade and word": ("P4", "Senior Modeler II", "P2"),
    "word behind a comma": ("P2", "Modeler, Senior", "P4"),
    "word in brackets": ("P2", "Modeler (Entry Level)", "P1"),
    "word behind the name": ("P2", "Data Scientist Senior", "P4"),
    "word behind a stem": ("P2", "Statistics Senior Modeler", "P4"),
    "word of words": ("P4", "Senior Staff Modeler", "P5"),
    "title of a manager": ("P2", "Statistics Manager", "M1"),
    "title of a professional": ("M1", "Senior Statistics", "P4"),
    "a professional's, with the name": ("M1", "Senior Data Scientist", "P4"),
    "form of a higher manager": ("M1", "Senior Risk Manager", "M3"),
    "form in front": ("M2", "Director of Risk", "M4"),
    "grade of a form": ("M1", "Risk Manager 2", "M2"),
}


@pytest.mark.parametrize(
    ("code", "title", "told"), CONTRADICTIONS.values(), ids=list(CONTRADICTIONS)
)
def test_a_title_that_says_another_level_is_told(
    tmp_path: Path, code: str, title: str, told: str
) -> None:
    [problem] = problems(tmp_path, DECLARED, {code: ["Modeler", title]})
    assert problem.startswith(f"{code}: is a title of {told} by the ladder's own grades and words")
    assert repr(title) in problem


AGREEMENTS = {
    "its grade": ("P2", "Modeler II"),
    "two grades": ("P2", "Modeler II/III"),
    "its word": ("P4", "Senior Modeler"),
    "word and grade alike": ("P4", "Lead Modeler IV"),
    "longer word": ("P5", "Senior Staff Modeler"),
    "a job that is a rank's word": ("P2", "High School Associate"),
    "a rank's word as the job": ("P2", "Sales Associate"),
    "a rank's word inside": ("P2", "Director of Senior Living"),
    "care of seniors": ("P2", "Nurse (Senior Care)"),
    "a number of something": ("P2", "Tier 9 Support"),
    "a manager who manages no stem": ("P2", "Product Manager"),
    "a manager's own": ("M2", "Risk Manager II"),
    "a name and more words": ("P4", "Statistics Associate Operations and Supply Clerk"),
}


@pytest.mark.parametrize(("code", "title"), AGREEMENTS.values(), ids=list(AGREEMENTS))
def test_a_title_that_says_nothing_else_is_sound(tmp_path: Path, code: str, title: str) -> None:
    assert problems(tmp_path, DECLARED, {code: ["Modeler", title]}) == []


def test_words_of_level_names_count_where_no_words_are_declared(tmp_path: Path) -> None:
    cards = {"L1": ["Modeler", "Senior Modeler"], "L2": ["Staff Tester"], "L4": ["Staff Modeler"]}
    told = problems(tmp_path, NAMED, cards)
    assert [problem[:25] for problem in told] == [
        "L1: is a title of L3 by t",
        "L2: is a title of L4 by t",
    ]


LEARNED: dict[str, tuple[Cards, list[str]]] = {
    "the grade of the level's other titles": (
        {
            "L2": ["Modeler II", "Web II", "Data II"],
            "L3": ["Modeler III", "Web III", "Cloud II"],
        },
        ["L3: reads like a title of L2, as the family's other titles go: 'Cloud II'"],
    ),
    "the word of another card": (
        {"L1": ["Junior Analyst", "Senior Clerk"], "L3": ["Senior Analyst"]},
        ["L1: reads like a title of L3, as the family's other titles go: 'Senior Clerk'"],
    ),
    "a word that tells two cards apart": (
        {"L2": ["Analyst", "Senior Clerk"], "L3": ["Senior Analyst"]},
        ["L2: reads like a title of L3, as the family's other titles go: 'Senior Clerk'"],
    ),
    "few titles": ({"L1": ["Modeler II"], "L2": ["Web II"], "L3": ["Cloud I"]}, []),
    "numbers of something else": (
        {"L1": ["Boeing 7 Pilot", "Pilot 7"], "L2": ["Airbus 7", "Pilot 3"], "L3": ["Pilot 9"]},
        [],
    ),
    "one word at two levels": (
        {"L2": ["Senior Clerk", "Senior Tester"], "L3": ["Senior Analyst"]},
        [],
    ),
    "other jobs": ({"L1": ["Web Engineer"], "L2": ["Data Engineer"], "L3": ["Web Architect"]}, []),
}


@pytest.mark.parametrize(("cards", "told"), LEARNED.values(), ids=list(LEARNED))
def test_a_family_without_declared_words_is_judged_by_its_other_titles(
    tmp_path: Path, cards: Cards, told: list[str]
) -> None:
    found = problems(tmp_path, BARE, cards, {"name": "Modeler"})
    assert [problem.partition("; ")[0] for problem in found] == told
