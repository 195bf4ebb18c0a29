"""What goes wrong with a person's input, and how output is written."""

import shutil
import sys
import textwrap

BAD_INPUT = 2
"""Exit status for input that can't be used (contract: "Command line")."""
BULLET = "- "
NARROWEST = 20
"""Columns of a terminal below which lines are left to it."""
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


def write_text(plain: str) -> None:
    """Text for people: at a terminal in its width, wrapped bullets under their first word.

    Elsewhere as it is, for a line is what the next program reads.
    """
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    if columns < NARROWEST:
        write(plain)
        return
    write("\n".join(_wrapped(line, columns) for line in plain.split("\n")))


def _wrapped(line: str, columns: int) -> str:
    hanging = " " * len(BULLET) if line.startswith(BULLET) else ""
    # Words stay whole, for they are quoted: "P2-level" is not broken at its hyphen.
    wrapped = textwrap.wrap(
        line,
        columns,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
    return "\n".join(wrapped)
