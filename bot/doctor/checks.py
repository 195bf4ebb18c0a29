"""Every check, in the order in which one would mend what they find."""

from pathlib import Path

from bot.doctor import slack
from bot.doctor.finding import Finding, failed, ok, warning
from bot.ladder import Ladder, LadderError, load_ladder
from bot.settings import Settings, SettingsError
from bot.state import State, StateError
from bot.state.database import FAILURES, cause

_KEY = "TOKEN_KEY holds the key, or the keys with commas between them, the newest first"


async def check_all(settings: Settings) -> list[Finding]:
    """What every check found. Never raises; asks Slack only where there is a token to ask with."""
    ladder, about_ladder = _ladder(settings)
    restricts = ladder is not None and bool(ladder.rules)
    return [
        *_settings(settings),
        about_ladder,
        *await _database_and_installations(settings, restricts=restricts),
        *([] if settings.many_workspaces else await slack.check_tokens(settings, restricts)),
    ]


def _settings(settings: Settings) -> list[Finding]:
    """Whether one way to run the bot has all that it needs."""
    found = [_way_to_run(settings)]
    url = settings.public_url
    if settings.many_workspaces and not url:
        told = "PUBLIC_URL is not set; Slack takes the app's first redirect URL"
        found.append(warning("public address", told, "set it to the bot's https:// address"))
    elif url and not url.startswith("https://"):
        told = f"PUBLIC_URL is {url}, and Slack posts to https:// only"
        found.append(failed("public address", told, "put the bot behind TLS and set that address"))
    if settings.digest != "off" and not settings.owners_channel:
        told = "DIGEST is on, and OWNERS_CHANNEL is not set"
        found.append(failed("digest", told, "set OWNERS_CHANNEL to a channel's id, such as C0123"))
    return found


def _way_to_run(settings: Settings) -> Finding:
    ways = {"levelbot serve": settings.for_http}
    if not settings.many_workspaces:
        ways["levelbot socket"] = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")
    ready, missing = [], []
    for way, names in ways.items():
        try:
            settings.needed(*names)
            ready.append(way)
        except SettingsError as error:
            missing.append(f"for {way}: {error}")
    if ready:
        return ok("settings", f"ready for {' and '.join(ready)}")
    return failed("settings", "neither way to run the bot is set up", "; or ".join(missing))


def _ladder(settings: Settings) -> tuple[Ladder | None, Finding]:
    try:
        ladder = load_ladder(Path(settings.ladder_folder))
    except LadderError as error:
        more = f" (and {len(error.problems) - 1} more)" if len(error.problems) > 1 else ""
        mend = "levelbot validate lists every problem with its place"
        return None, failed("ladder", f"{error.problems[0]}{more}", mend)
    cards = sum(len(family.cards) for family in ladder.families.values())
    families = len(ladder.families)
    return ladder, ok(
        "ladder", f"{ladder.name}, version {ladder.version}: {families} families, {cards} cards"
    )


async def _database_and_installations(settings: Settings, *, restricts: bool) -> list[Finding]:
    key = settings.token_key.get_secret_value() if settings.token_key else None
    try:
        url = settings.database_url.get_secret_value()
        # A key that is only tried must lock no running process out.
        state = await State.open(url, token_key=key, renew_seals=False)
    except StateError as error:
        part, mend = ("token key", _KEY) if "TOKEN_KEY" in str(error) else ("database", "see above")
        return [failed(part, str(error), mend)]
    except ConnectionError as error:
        return [failed("database", str(error), "is it running, and may this machine reach it?")]
    try:
        found = [ok("database", state.told)]
        if settings.many_workspaces and state.installations:
            found += await slack.check_installations(settings, state.installations, restricts)
    except FAILURES as error:
        return [failed("database", cause(error), "look at the database's own log")]
    finally:
        await state.close()
    return found
