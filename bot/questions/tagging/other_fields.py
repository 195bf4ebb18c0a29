"""Fields and professions that people name right beside a level: "sales director", "designer P3".

Those of the ladder at hand are read as its families before these are asked for.
"""

from collections.abc import Sequence

from bot.questions.tagging.tags import Kind, Tag

# ruff: noqa: E501 - word lists are easiest to read and to edit as running text

_FIELDS = frozenset(
    """
    sales presales marketing finance financial legal hr hrbp product program programme ux ui qa security cybersecurity devops sre
    network networking hardware firmware mechanical electrical civil chemical aerospace industrial embedded android ios
    mobile game games cloud business account accounts customer support operations ops supply procurement
    logistics warehouse content community brand recruiting recruitment talent payroll tax audit compliance
    medical clinical nursing teaching research graphic video music event events office facilities
    executive solutions solution systems database blockchain crypto robotics quality scrum agile delivery
    engagement partnerships communications pr policy relations field category merchandising retail store shop
    kitchen restaurant hotel school bank banking insurance estate construction maintenance
    """.split()
)
_PROFESSIONS = frozenset(
    """
    designer recruiter nurse teacher lawyer attorney accountant counsel paralegal architect consultant
    researcher writer copywriter editor journalist photographer chef cook baker barista driver pilot doctor dentist
    plumber electrician mechanic receptionist secretary assistant administrator bookkeeper controller
    treasurer buyer planner coordinator tester sysadmin dba pm tpm po marketer salesperson analyst partner
    trader auditor translator economist physicist chemist biologist therapist surgeon pharmacist professor
    """.split()
)
FIELDS_AND_PROFESSIONS = _FIELDS | _PROFESSIONS | {f"{each}s" for each in _PROFESSIONS}
_RANKS = frozenset(
    "manager managers lead leads partner director officer head specialist master owner".split()
)
"""Words that make a title of a field, and may stand between it and a level."""
_ADJECTIVES = frozenset(
    "technical tech data global regional corporate digital commercial clinical internal external strategic "
    "creative general chief senior junior".split()
)
"""Words before a field or a profession that name none themselves."""
_RANKS_AND_PROFESSIONS = _RANKS | _PROFESSIONS
_UNKNOWN = frozenset({Kind.OTHER, Kind.FILLER, Kind.CUE, Kind.SKILL})
_TITLED = frozenset({Kind.ROLE, Kind.TERM})


def is_of_other_job(tags: Sequence[Tag], start: int, end: int) -> bool:
    """Whether the words beside a stretch of the question make it another job's."""
    before = start - 1
    while before > 0 and tags[before].kind in _UNKNOWN and tags[before].text in _RANKS:
        before -= 1
    if before >= 0 and _is_other(tags[before]):
        return True
    if before > 0 and tags[before].kind is Kind.BREAK and tags[before - 1].text in _PROFESSIONS:
        return True  # "accountant, entry level"
    while end < len(tags) and tags[end].text in _ADJECTIVES:
        end += 1  # "P3 technical program manager", "P4 data analyst"
    if end >= len(tags) or not _is_other(tags[end]):
        return False
    after = tags[end + 1] if end + 1 < len(tags) else None
    titled = after is not None and (after.kind in _TITLED or after.text in _RANKS_AND_PROFESSIONS)
    return tags[end].text in _PROFESSIONS or titled


def _is_other(tag: Tag) -> bool:
    return tag.kind in _UNKNOWN and tag.text in FIELDS_AND_PROFESSIONS
