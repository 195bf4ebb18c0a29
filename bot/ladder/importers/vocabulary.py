"""The names that ladders commonly give to parts of a card, and words of titles.

Only whole names are compared, never parts of them: "Leadership principles" is not "Leadership".
"""

import re
import unicodedata
from collections.abc import Mapping


def words_of(text: str) -> frozenset[str]:
    """The words of a list that is written out as text."""
    return frozenset(text.split())


DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "scope": ("Scope", "size of the work", "breadth"),
    "autonomy": ("Autonomy", "independence", "supervision"),
    "complexity": ("Complexity", "difficulty", "ambiguity"),
    "impact": ("Impact", "influence", "reach"),
    "decision_rights": ("Decision rights", "decisions", "authority"),
    "leadership": ("Leadership", "mentoring", "guiding others"),
    "typical_experience": (
        "Typical experience", "years", "years of experience", "seniority in years",
    ),
}  # fmt: skip
"""Dimension id to its name and other names, as the shipped ladder has them."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "activities": (
        "What you'd do", "activities", "tasks", "responsibilities", "duties", "day to day",
    ),
    "skills": (
        "Skills, knowledge & tools", "skills", "knowledge", "tools", "competencies",
    ),
    "expectations": (
        "What good looks like", "expectations", "success criteria",
    ),
}  # fmt: skip
"""Section id to its name and other names, as the shipped ladder has them."""

YEARS_ID = "typical_experience"
_MORE: Mapping[str, tuple[str, ...]] = {
    "typical_experience": (
        "experience", "typical years of experience", "years experience", "yoe",
    ),
    "activities": (
        "what you will do", "what you'll do", "what you do", "key responsibilities",
    ),
    "skills": (
        "skills and knowledge", "skills & knowledge", "knowledge and skills", "key skills",
    ),
    "expectations": (
        "requirements", "qualifications", "what success looks like", "what we expect",
    ),
}  # fmt: skip
"""Further names that sources give to the same parts."""

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "level": ("level", "level code", "job level", "grade", "code", "level name"),
    "family": ("family", "job family", "discipline", "role family"),
    "track": ("track", "career track", "path"),
    "title": ("title", "job title", "role title", "role", "position", "name"),
    "summary": (
        "summary", "overview", "about the role", "about this role", "about this level",
        "description", "role summary", "level summary", "job summary", "about",
    ),
    "meaning": (
        "what this level means", "what the level means", "what it means", "level definition",
        "level meaning", "meaning",
    ),
    "titles": (
        "common titles", "titles", "typical titles", "job titles", "example titles",
        "also known as", "sample titles", "title examples", "other titles",
    ),
    "pay": (
        "what it pays", "pay", "pay range", "compensation", "salary", "salary range",
        "base salary", "compensation range", "salary band", "pay band", "remuneration",
        "base pay", "comp",
    ),
    "soc": ("o*net / soc", "o*net/soc", "soc", "soc code", "o*net", "onet", "o*net-soc",
            "o*net soc code", "onet / soc", "onet/soc", "o*net code"),
}  # fmt: skip

ROLE_NOUNS = words_of(
    """
    engineer engineers developer developers designer designers scientist scientists analyst
    analysts manager managers architect architects consultant consultants administrator
    specialist specialists programmer researcher writer recruiter accountant director
    contributor technician tester operator strategist marketer representative partner officer
    coordinator lead leader producer editor nurse teacher lawyer counsel planner buyer
    associate intern president fellow advisor adviser generalist professional executive
    """
)
"""Last words of a job's title."""

SENIORITY = words_of(
    """
    intern trainee apprentice graduate entry entry-level junior jr jr. associate mid mid-level
    midlevel intermediate developing experienced senior sr sr. lead staff principal
    distinguished fellow expert chief head director vp manager senior-staff executive
    """
)
"""Words that put a title on a rung."""

LEVEL_WORDS = words_of(
    """
    level lvl grade band stage step tier milestone rank stufe niveau nivel nível livello
    """
)

DISCIPLINE = re.compile(
    r"\b(?:\w*engineering|design|product|data|science|marketing|sales|finance|support|security|"
    r"research|legal|operations|hr|qa|analytics|infrastructure|mobile|frontend|backend|people|"
    r"content|success|recruiting|accounting|software)$",
    re.I,
)
"""A name that ends in a field of work, such as "Product Design"."""

_SPACES = re.compile(r"\s+")
_EDGES = re.compile(r"^[\W_]+|[^\w)]+$")
_EMOJI_CODE = re.compile(r":[a-z0-9_+\-]+:")
_EMOJI = re.compile(
    r"^(?::[a-z0-9_+\-]+:\s*|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D]+\s*)+"
)


def fold(name: str) -> str:
    """`name` for comparing: no case, emoji, markup at the ends; plain quotes, "&" as "and"."""
    text = unicodedata.normalize("NFKC", _EMOJI_CODE.sub(" ", name)).casefold()
    text = text.replace("’", "'").replace("‘", "'").replace("&", " and ").replace("would", "'d")
    text = text.replace("you 'd", "you'd")
    return _SPACES.sub(" ", _EDGES.sub("", text)).strip()


def without_emoji(text: str) -> str:
    """`text` without the emoji in front of it, Slack's (":rocket:") and Unicode's."""
    return _EMOJI.sub("", text)


def _by_name(names: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(name): key for key, every in names.items() for name in every}


FIELD_OF = _by_name(_FIELDS)
"""Folded name to the card's field: level, family, track, title, summary, meaning, titles, ..."""
DIMENSION_OF = _by_name(DIMENSIONS) | _by_name({YEARS_ID: _MORE[YEARS_ID]})
"""Folded name to dimension id."""
SECTION_OF = _by_name(SECTIONS) | _by_name({each: _MORE[each] for each in SECTIONS})
"""Folded name to section id."""


def is_part_name(text: str) -> bool:
    """Whether `text` is, as a whole, a name that ladders give to a part of a card."""
    name = fold(text)
    return name in SECTION_OF or name in DIMENSION_OF or name in FIELD_OF
