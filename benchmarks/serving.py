"""How much one `levelbot serve` answers: signed slash commands and mentions over HTTP.

    python -m benchmarks.serving --database sqlite:///var/bench.db
    python -m benchmarks.serving --database postgresql://localhost/levels --processes 2

Slack's side (signing, and taking the answers) runs in this process, beside the bot's own; so on
few cores it takes its share. Times are milliseconds from the request to its reply; a mention's
reply is the acknowledgement, which waits for the answer to be posted.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import aiohttp

from bot.manifest import manifest
from local_slack import LocalSlack

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ("P2", "what's Machine Learning II?", "P2 vs P3", "sr data scientist", "who needs SQL?")


@dataclass(frozen=True)
class Measured:
    """What came of one kind of request."""

    kind: str
    answered: int
    failed: int
    seconds: float
    times_ms: list[float]

    def line(self) -> str:
        """One row of the table."""
        times = sorted(self.times_ms) or [0.0]
        p50, p95, p99 = (times[int(len(times) * part)] for part in (0.5, 0.95, 0.99))
        figures = f"{self.answered / self.seconds:8.0f}/s {p50:8.0f} {p95:8.0f} {p99:8.0f}"
        return f"{self.kind:<14} {figures} {self.failed:8d} failed"


@asynccontextmanager
async def serving(slack: LocalSlack, database: str, folder: str) -> AsyncIterator[tuple[str, int]]:
    """A process that serves; where, and its process id."""
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "PYTHONPATH": str(ROOT),
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database,
        "LEVEL_DATA": str(ROOT / "level_data"),
        "HOST": "127.0.0.1",
        "PORT": "0",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "serve"),
        cwd=folder,
        env=environment,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    async for raw in process.stderr:
        if b"listening on " in raw:
            break
    draining = asyncio.create_task(process.stderr.read())
    try:
        yield raw.decode().split("listening on ")[1].split(";")[0], process.pid
    finally:
        process.terminate()
        await process.wait()
        await draining


def command(slack: LocalSlack, number: int) -> tuple[bytes, str]:
    """A slash command as Slack posts it."""
    fields = {
        "command": "/level",
        "text": QUESTIONS[number % len(QUESTIONS)],
        "team_id": "T07QK4LADDR",
        "channel_id": slack.channels["eng-leveling"].id,
        "user_id": slack.users["ana"].id,
        "api_app_id": "A07QK4LEVEL",
    }
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def mention(slack: LocalSlack, number: int) -> tuple[bytes, str]:
    """A mention as Slack posts it."""
    event = {
        "type": "app_mention",
        "user": slack.users["ana"].id,
        "text": f"<@{slack.bot_user_id}> {QUESTIONS[number % len(QUESTIONS)]}",
        "channel": slack.channels["eng-leveling"].id,
        "ts": f"{time.time():.6f}",
    }
    body = {
        "type": "event_callback",
        "team_id": "T07QK4LADDR",
        "api_app_id": "A07QK4LEVEL",
        "event_id": f"Ev{number}",
        "event": event,
    }
    return json.dumps(body).encode(), "application/json"


def talk(slack: LocalSlack, number: int) -> tuple[bytes, str]:
    """A message in a channel that is not for the bot, which Slack tells it of all the same."""
    body = json.loads(mention(slack, number)[0])
    body["event_id"] = f"Ev{number}T"
    body["event"] |= {"type": "message", "channel_type": "channel", "text": "lunch at noon?"}
    return json.dumps(body).encode(), "application/json"


async def measure(
    slack: LocalSlack,
    origins: list[str],
    make: Callable[[LocalSlack, int], tuple[bytes, str]],
    seconds: float,
    at_once: int,
) -> Measured:
    """Keep `at_once` requests under way for `seconds`."""
    times: list[float] = []
    failed = sent = 0
    end = time.monotonic() + seconds

    async def worker(http: aiohttp.ClientSession) -> None:
        nonlocal failed, sent
        while time.monotonic() < end:
            sent += 1
            body, kind = make(slack, sent)
            headers = {**slack.sign(body, int(time.time())), "Content-Type": kind}
            started = time.perf_counter()
            origin = origins[sent % len(origins)]
            async with http.post(f"{origin}/slack/events", data=body, headers=headers) as reply:
                await reply.read()
                failed += reply.status != 200
            times.append((time.perf_counter() - started) * 1000)

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        await asyncio.gather(*(worker(http) for _ in range(at_once)))
    return Measured(make.__name__, len(times), failed, seconds, times)


def peak_memory(pid: int) -> str:
    """A line on the most memory that a process has had; empty where Linux does not tell it."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return ""
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return f"most memory of process {pid}: {peak.split(':')[1].strip()}\n"


async def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database", default="sqlite:///levelbot.db")
    options.add_argument("--seconds", type=float, default=5)
    options.add_argument("--at-once", type=int, default=16)
    options.add_argument("--processes", type=int, default=1)
    asked = options.parse_args()
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        slack = await stack.enter_async_context(LocalSlack(manifest=manifest("https://x.example")))
        started = [
            await stack.enter_async_context(serving(slack, asked.database, folder))
            for _ in range(asked.processes)
        ]
        origins = [origin for origin, _ in started]
        sys.stdout.write(f"{'':<14} {'answered':>10} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}\n")
        for make in (command, mention, talk):
            measured = await measure(slack, origins, make, asked.seconds, asked.at_once)
            sys.stdout.write(measured.line() + "\n")
        for _, pid in started:
            sys.stdout.write(peak_memory(pid))


if __name__ == "__main__":
    asyncio.run(main())
