"""The bot as a process of its own, driven as an operator drives it."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import PATIENCE_S

ROOT = Path(__file__).resolve().parent.parent

NOWHERE = "http://127.0.0.1:9/api/"
"""A Slack that does not answer: no test reaches the real one."""


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The settings and nothing else of this machine but what Python needs."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "SLACK_API_URL": NOWHERE, **settings}


@dataclass
class Bot:
    """A running `python -m bot …`, and what it has logged."""

    process: asyncio.subprocess.Process
    log: list[str] = field(default_factory=list)

    async def logged(self, words: str) -> str:
        """Await a line of the log with these words."""
        assert self.process.stderr is not None
        for line in self.log:
            if words in line:
                return line
        async with asyncio.timeout(PATIENCE_S):
            async for raw in self.process.stderr:
                self.log.append(raw.decode())
                if words in self.log[-1]:
                    return self.log[-1]
        raise AssertionError(f"ended without {words!r}:\n{''.join(self.log)}")

    async def address(self) -> str:
        """Where it listens, once it does."""
        found = re.search(r"listening on (http://\S+?:\d+)", await self.logged("listening on"))
        assert found
        return found[1].replace("0.0.0.0", "127.0.0.1")

    async def ended(self, number: signal.Signals | None = None) -> int:
        """Send a signal, if any, and await the end; returns the exit status."""
        if number is not None:
            self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE_S):
            _, rest = await self.process.communicate()
        self.log += rest.decode().splitlines(keepends=True)
        return self.process.returncode or 0


@asynccontextmanager
async def running(*arguments: str, cwd: Path, settings: Mapping[str, str]) -> AsyncIterator[Bot]:
    """`python -m bot ARGUMENTS`, killed at the end if it still runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *arguments,
        cwd=cwd,
        env=environment(settings),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield Bot(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
