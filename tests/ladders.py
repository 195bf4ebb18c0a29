"""Ladders that a test writes for itself."""

from collections.abc import Iterator, Mapping
from pathlib import Path


def write_ladder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files`, path to content, into `folder`; returns the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


# Facts of the ladder that ships: what it must say, however its files are written.

LEVELS: dict[str, tuple[str, float, float]] = {
    "P1": ("Entry-Level Professional", 0, 2),
    "P2": ("Developing Professional", 1, 3),
    "P3": ("Mid-Level Professional", 3, 5),
    "P4": ("Senior Professional", 5, 8),
    "P5": ("Expert Professional", 8, 12),
    "P6": ("Principal Professional", 12, 18),
    "P7": ("Staff / Distinguished Professional", 15, 22),
    "M1": ("Manager (Team Lead)", 3, 6),
    "M2": ("Manager II", 5, 8),
    "M3": ("Senior Manager", 8, 12),
    "M4": ("Director", 10, 15),
}
"""Code to name, least years and most years."""

PROFESSIONAL = [code for code in LEVELS if code.startswith("P")]

FAMILIES: dict[str, tuple[str, list[str], list[str]]] = {
    "ai-ml-engineer": (
        "AI/ML Engineer",
        ["Machine Learning", "Deep Learning", "Statistical Modeling"],
        list(LEVELS),
    ),
    "software-engineer": (
        "Software Engineer",
        ["Software", "Backend", "Frontend"],
        list(LEVELS),
    ),
    "data-scientist": (
        "Data Scientist",
        ["Data Science", "Decision Science", "Applied Statistics"],
        PROFESSIONAL,
    ),
}
"""Family id to name, stems and level codes."""

GRADES = {
    "P1": ["I", "1"],
    "P2": ["II", "2"],
    "P3": ["III", "3"],
    "P4": ["IV", "4"],
    "P5": ["V", "5"],
    "P6": ["VI", "6"],
    "P7": ["VII", "7"],
}
WORDS = {
    "P1": ["Entry-Level", "Junior", "Associate"],
    "P2": ["Developing"],
    "P3": ["Mid-Level", "Experienced"],
    "P4": ["Senior", "Lead"],
    "P5": ["Expert"],
    "P6": ["Principal"],
    "P7": ["Staff", "Distinguished"],
}
MANAGERS = {
    "M1": ["{family} Team Lead", "{stem} Manager"],
    "M2": ["{stem} Manager II"],
    "M3": ["Senior {stem} Manager"],
    "M4": ["Director of {stem}"],
}


def title_forms() -> Iterator[tuple[str, str]]:
    """Every title that the facts make, with its card: ("Machine Learning II", "…/P2")."""
    for family, (name, stems, codes) in FAMILIES.items():
        for stem in stems:
            for code in codes:
                ref = f"{family}/{code}"
                for grade in GRADES.get(code, ()):
                    yield f"{stem} {grade}", ref
                    yield f"{stem} Engineer {grade}", ref
                for word in WORDS.get(code, ()):
                    yield f"{word} {stem}", ref
                    yield f"{word} {stem} Engineer", ref
                    yield f"{word} {name}", ref
                for form in MANAGERS.get(code, ()):
                    yield form.format(stem=stem, family=name), ref
