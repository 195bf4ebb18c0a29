"""The people, channels and user groups that a fresh workspace starts with.

One of each case that an app must bear: an admin, a guest, a stranger from another
organization; channels that are private, shared, archived, read-only, or without the bot.
"""

from __future__ import annotations

from local_slack.people import (
    BOT_USER_ID,
    CENTRAL_EUROPE,
    INDIA,
    OTHER_TEAM_ID,
    SLACKBOT_ID,
    Channel,
    User,
    UserGroup,
)

ANA, BEN, HANNA = "U07QKBANARZ", "U07QKCBENOK", "U07QKDHANNA"
GUEST, STRANGER = "U07QKEGUSVC", "U07QKFSOREN"


def first_users(bot_name: str) -> list[User]:
    """Return the people, the app's bot user, and Slackbot; the first person stands in."""
    return [
        User(ANA, "ana", "Ana Ruiz", "Engineering manager"),
        User(BEN, "ben", "Ben Okafor", "Machine learning engineer", time_zone=INDIA),
        User(
            HANNA,
            "hanna",
            "Hanna Lind",
            "People partner",
            is_admin=True,
            time_zone=CENTRAL_EUROPE,
        ),
        User(GUEST, "gus", "Gus Vance", "Contractor", is_restricted=True),
        User(STRANGER, "soren", "Søren Dahl", "Engineer at Acme", team_id=OTHER_TEAM_ID),
        User(BOT_USER_ID, bot_name, bot_name, is_bot=True),
        User(SLACKBOT_ID, "slackbot", "Slackbot", is_bot=True),
    ]


def first_channels() -> list[Channel]:
    """Return the channels; the bot is not in #random, #comp-review, and the last."""
    people = {ANA, BEN, HANNA}
    everyone = people | {BOT_USER_ID}
    return [
        Channel("C07QKDELVNG", "eng-leveling", "channel", set(everyone), "Levels and growth"),
        Channel("C07QKEGENRL", "general", "channel", set(everyone), "Company-wide"),
        Channel("C07QKFRANDM", "random", "channel", set(people), "Everything else"),
        Channel("C07QKGCALIB", "calibration", "group", set(everyone), "Managers only"),
        Channel("C07QKHCOMPR", "comp-review", "group", {ANA, HANNA}, "Pay, once a year"),
        Channel("C07QKJVENDR", "vendors", "channel", everyone | {GUEST}, "Work with contractors"),
        Channel(
            "C07QKKACMEX",
            "acme-shared",
            "channel",
            everyone | {STRANGER},
            "Shared with Acme",
            other_teams=(OTHER_TEAM_ID,),
        ),
        Channel(
            "C07QKLANNOU",
            "announcements",
            "channel",
            set(everyone),
            "Only admins post here",
            read_only=True,
        ),
        Channel(
            "C07QKMOLDPR",
            "old-launch",
            "channel",
            set(everyone),
            "A project that is over",
            is_archived=True,
        ),
        Channel("D07QKMPEOPL", "ana-and-ben", "im", {ANA, BEN}),
    ]


def first_user_groups() -> list[UserGroup]:
    """Return the user groups."""
    return [
        UserGroup("S07QKOWNERS", "ladder-owners", "Ladder owners", (HANNA,)),
        UserGroup("S07QKENGMGR", "eng-managers", "Engineering managers", (ANA, HANNA)),
    ]
