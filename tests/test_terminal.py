"""What a person sees at a terminal: lines in its width, wrapped bullets under their first word."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def at_terminal(*arguments: str, columns: int) -> list[str]:
    """The lines that a command writes to a terminal so many columns wide."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns)}
    command = [sys.executable, "-m", "bot", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=theirs) as process:
        os.close(theirs)
        written = _read_all(ours)
    os.close(ours)
    assert process.returncode == 0
    return written.decode().replace("\r\n", "\n").splitlines()


def _read_all(terminal: int) -> bytes:
    """Until the other end is closed, which Linux tells as an error."""
    written = b""
    while True:
        try:
            some = os.read(terminal, 65_536)
        except OSError:
            return written
        if not some:
            return written
        written += some


@pytest.mark.parametrize(
    "arguments", [("show", "P2"), ("ask", "how do I get from P2 to P3?")], ids=["show", "ask"]
)
def test_wrapped_bullets_hang(arguments: tuple[str, ...]) -> None:
    whole = subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    assert max(map(len, whole.splitlines())) > 60, "for another program a line stays one"
    seen = at_terminal(*arguments, columns=50)
    assert max(map(len, seen)) <= 50
    hanging = [line for line in seen if line.startswith(" ")]
    assert hanging, "some bullets go on"
    assert all(len(line) - len(line.lstrip()) == 2 for line in hanging)
    assert " ".join(" ".join(seen).split()) == " ".join(whole.split()), "no word is lost"
