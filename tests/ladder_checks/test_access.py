"""Rules of who may see what that name things and people that are not there."""

from pathlib import Path

import pytest

from bot.ladder import LadderError, load_ladder
from tests.ladder_checks.case import Case, Edit, Told, table

# ruff: noqa: E501 - the lines are those that authors see


def rules(*lines: str) -> Edit:
    """The rules, from line 5 of the file on."""
    return Edit("ladder.yaml", "dimensions:", "\n".join([*lines, "dimensions:"]))


TO = "    to: {admins: true}"

CASES = [
    Case(
        "unknown field",
        [rules("restricted:", "  - fields: [pay, skils]", TO)],
        ["ladder.yaml:6:19: names a field that no card has: 'skils'; did you mean 'skills'?"],
    ),
    Case(
        "field like no other",
        [rules("restricted:", "  - fields: [bonus]", TO)],
        [
            "ladder.yaml:6:14: names a field that no card has: 'bonus'; there are summary, titles, pay, soc, source, scope, typical_experience, activities, skills"
        ],
    ),
    Case(
        "title",
        [rules("restricted:", "  - fields: [title]", TO)],
        [
            "ladder.yaml:6:14: can't be restricted: 'title' is on every card that is shown; hide the family or the level"
        ],
    ),
    Case(
        "twice",
        [rules("restricted:", "  - fields: [pay]", TO, "  - fields: [pay]", TO)],
        [
            "ladder.yaml:8:14: is restricted already: 'pay'; name everyone who may see it in one rule"
        ],
    ),
    Case(
        "no field",
        [rules("restricted:", "  - fields: []", TO)],
        ["ladder.yaml:6:13: is empty; write at least 1 entry"],
    ),
    Case(
        "nobody named",
        [rules("restricted:", "  - fields: [pay]")],
        ["ladder.yaml:6:5: has no `to:`; add it"],
    ),
    Case(
        "misspelled key",
        [rules("restricted:", "  - fields: [pay]", "    to: {user_group: [S0123]}")],
        ["ladder.yaml:7:10: has the unknown key `user_group:`; did you mean `user_groups:`?"],
    ),
    Case(
        "handles",
        [rules("restricted:", "  - fields: [pay]", "    to: {user_groups: [people-ops], users: [ana]}")],
        [
            "ladder.yaml:7:24: is not Slack's id of a user group: 'people-ops'; in Slack: the group's ⋯ menu, *Copy group ID*",
            "ladder.yaml:7:45: is not Slack's id of a person: 'ana'; in Slack: the person's profile, ⋯, *Copy member ID*",
        ],
    ),
    Case(
        "unknown family",
        [rules("hidden:", "  - families: [enginer]", TO)],
        [
            "ladder.yaml:6:16: names a family that has no folder: 'enginer'; did you mean 'engineer'?"
        ],
    ),
    Case(
        "unknown level",
        [rules("hidden:", "  - levels: [Z9]", TO)],
        ["ladder.yaml:6:14: names a level that no track has: 'Z9'; there are P1, P2, P3, M1"],
    ),
    Case(
        "unknown card",
        [rules("hidden:", "  - levels: [engineer/P8]", TO)],
        [
            "ladder.yaml:6:14: names a level that no track has: 'engineer/P8'; did you mean 'engineer/P1'?"
        ],
    ),
    Case(
        "nothing hidden",
        [rules("hidden:", TO.replace("    to", "  - to"))],
        ["ladder.yaml:6:5: hides nothing; name `families:` or `levels:`"],
    ),
    Case(
        "nobody to ask",
        [
            Edit("ladder.yaml", "owner: People team\n", ""),
            Edit("ladder.yaml", "dimensions:", f"restricted:\n  - fields: [pay]\n{TO}\ndimensions:"),
        ],
        ["ladder.yaml:5:5: has no `ask:`; say whom those should ask who may not see it"],
    ),
]  # fmt: skip


@table(CASES)
def test_a_rule_that_would_keep_nothing_is_told_with_place_and_advice(
    case: Case, root: Path, told: Told
) -> None:
    case.apply(root)
    assert [line for line in told() if "guide.yaml" not in line] == case.told
    with pytest.raises(LadderError):
        load_ladder(root)


WARNED = [
    Case(
        "nobody",
        [rules("hidden:", "  - families: [analyst]", "    to: {}")],
        [
            "ladder.yaml:7:9: warning: lets nobody see this in Slack; name `user_groups:`, `users:` or `admins:`"
        ],
    ),
    Case(
        "default family",
        [rules("hidden:", "  - families: [engineer]", TO)],
        [
            "ladder.yaml:6:16: warning: hides the default family 'engineer'; for those who may not see it, a question that names no family has no default"
        ],
    ),
    Case(
        "spoken of",
        [
            rules("hidden:", "  - families: [analyst]", "    levels: [P3]", TO),
            Edit("engineer/P2.yaml", "title: Engineer II", "title: Engineer II\nsource: After P3"),
            Edit("ladder.yaml", "scope: Features", "scope: Features, unlike Analyst's"),
            Edit("ladder.yaml", "scope: Tasks", "scope: Tasks of Senior people; not P30"),
            Edit("guide.yaml", "answer: ", "answer: Not an Analyst. "),
        ],
        [
            "engineer/P2.yaml:3:9: warning: names 'P3', which is hidden; everybody reads it here",
            "guide.yaml:5:13: warning: names 'Analyst', which is hidden; everybody reads it here",
            "ladder.yaml:30:18: warning: names 'Analyst', which is hidden; everybody reads it here",
        ],
    ),
    Case(
        "sound",
        [
            rules(
                "restricted:",
                "  - fields: [pay, scope, skills, source]",
                "    to: {user_groups: [S0123ABCD], users: [U0123ABCD, W0123ABCD], admins: true}",
                "    ask: People Ops",
                "hidden:",
                "  - families: [analyst]",
                "    levels: [M1, engineer/P3]",
                TO,
            )
        ],
        [],
    ),
]


@table(WARNED)
def test_a_rule_that_may_not_be_meant_is_warned_of(case: Case, root: Path, told: Told) -> None:
    case.apply(root)
    assert told() == case.told
    assert load_ladder(root).rules
