"""Whether the rules of who may see what name things and people that can be there."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from bot.ladder.documents import Document, Location
from bot.ladder.files import USER, USER_GROUP, CardFile, CircleFile, LadderFile
from bot.ladder.findings import UNREADABLE, nearest
from bot.ladder.model import Problem

_OF_EVERY_CARD = ("summary", "titles", "pay", "soc", "source")
"""What can be restricted beside the ladder's own dimensions and sections."""
_ALWAYS_SHOWN = frozenset(CardFile.model_fields) - {*_OF_EVERY_CARD, "meaning"}


def rule_errors(
    document: Document, data: LadderFile, family_ids: Collection[str]
) -> Iterator[Problem]:
    """Errors of `restricted:` and `hidden:`."""
    yield from _restricted(document, data)
    yield from _hidden(document, data, family_ids)
    for at, circle in _circles(data):
        yield from _ids(document, (*at, "user_groups"), circle.user_groups, USER_GROUP)
        yield from _ids(document, (*at, "users"), circle.users, USER)


def rule_advice(document: Document, data: LadderFile) -> Iterator[Problem]:
    """Warnings of rules that do what their author may not have meant."""
    for at, circle in _circles(data):
        nobody = not (circle.user_groups or circle.users or circle.admins)
        if nobody and _is_whole(document.value, at):
            message = "lets nobody see this in Slack; name `user_groups:`, `users:` or `admins:`"
            yield document.problem(at, message, warning=True)
    for index, rule in enumerate(data.hidden):
        for place, family in enumerate(rule.families):
            if family == data.default_family:
                message = (
                    f"hides the default family {family!r}; for those who may not see it, a "
                    "question that names no family has no default"
                )
                yield document.problem(("hidden", index, "families", place), message, warning=True)


def _is_whole(value: Any, at: Location) -> bool:
    """Whether the circle at `at` is read as it is written: nothing is missing or misspelled."""
    *above, last = at
    for part in above:
        value = value[part]
    written = value.get(last)
    return isinstance(written, dict) and written.keys() <= CircleFile.model_fields.keys()


def _circles(data: LadderFile) -> Iterator[tuple[Location, CircleFile]]:
    for index, restriction in enumerate(data.restricted):
        yield ("restricted", index, "to"), restriction.to
    for index, hiding in enumerate(data.hidden):
        yield ("hidden", index, "to"), hiding.to


def _restricted(document: Document, data: LadderFile) -> Iterator[Problem]:
    known = [*_OF_EVERY_CARD, *data.dimensions, *data.sections]
    named = []
    for index, rule in enumerate(data.restricted):
        for place, field in enumerate(rule.fields):
            at: Location = ("restricted", index, "fields", place)
            named.append((at, field))
            if field in _ALWAYS_SHOWN:
                message = f"can't be restricted: {field!r} is on every card that is shown; "
                message += "hide the family or the level"
                yield document.problem(at, message)
            elif field not in known and field != UNREADABLE:
                yield document.problem(at, _unknown("a field that no card has", field, known))
        if rule.ask is None and data.owner is None:
            message = "has no `ask:`; say whom those should ask who may not see it"
            yield document.problem(("restricted", index), message)
    yield from _twice(document, named, "restricted")


def _hidden(document: Document, data: LadderFile, family_ids: Collection[str]) -> Iterator[Problem]:
    codes = [code for track in data.tracks.values() for code in track.levels]
    named = []
    for index, rule in enumerate(data.hidden):
        if not rule.families and not rule.levels:
            message = "hides nothing; name `families:` or `levels:`"
            yield document.problem(("hidden", index), message)
        for place, family in enumerate(rule.families):
            at: Location = ("hidden", index, "families", place)
            named.append((at, family))
            if family not in family_ids and family != UNREADABLE:
                what = "a family that has no folder"
                yield document.problem(at, _unknown(what, family, list(family_ids)))
        for place, level in enumerate(rule.levels):
            at = ("hidden", index, "levels", place)
            named.append((at, level))
            yield from _level(document, at, level, family_ids, codes)
    yield from _twice(document, named, "hidden")


def _level(
    document: Document, at: Location, level: str, family_ids: Collection[str], codes: list[str]
) -> Iterator[Problem]:
    """A level's code, or one card as `family-id/CODE`. A code may have a slash itself."""
    family, _, code = level.partition("/")
    one_card = family in family_ids and code in codes
    if level not in codes and not one_card and level != UNREADABLE:
        known = codes
        if family in family_ids:
            known = [f"{family}/{each}" for each in codes]
        yield document.problem(at, _unknown("a level that no track has", level, known))


def _unknown(what: str, name: str, known: list[str]) -> str:
    near = nearest(name, known)
    advice = f"did you mean {near!r}?" if near else f"there are {', '.join(known)}"
    return f"names {what}: {name!r}; {advice}"


def _twice(
    document: Document, named: Iterable[tuple[Location, str]], done: str
) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, name in named:
        if name in seen and name != UNREADABLE:
            message = f"is {done} already: {name!r}; name everyone who may see it in one rule"
            yield document.problem(at, message)
        seen.add(name)


def _ids(document: Document, at: Location, ids: Iterable[str], form: str) -> Iterator[Problem]:
    what, found = (
        ("a user group", "the group's ⋯ menu, *Copy group ID*")
        if form == USER_GROUP
        else ("a person", "the person's profile, ⋯, *Copy member ID*")
    )
    for place, id_ in enumerate(ids):
        if id_ != UNREADABLE and not re.fullmatch(form, id_):
            message = f"is not Slack's id of {what}: {id_!r}; in Slack: {found}"
            yield document.problem((*at, place), message)
