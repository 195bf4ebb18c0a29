"""What goes wrong with a person's input, and how output is written."""

import sys

BAD_INPUT = 2
"""Exit status for input that can't be used (contract: "Command line")."""
FAILED = 1
"""Exit status for a check that failed."""


class InputError(Exception):
    """The person's input can't be used; the message says what is wrong and how to mend it."""


def complain(message: str, status: int) -> int:
    """One line on standard error; returns `status`."""
    sys.stderr.write(f"levelbot: {message}\n")
    return status


def write(output: str) -> None:
    """One piece of output, at once: a reader may be waiting for it."""
    sys.stdout.write(f"{output}\n")
    sys.stdout.flush()
