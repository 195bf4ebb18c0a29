"""Whether a file that has changed may be half written, and whether somebody still writes to it."""

import errno
import os
import signal
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


def is_cut(path: Path) -> bool:
    """Whether a file's last line has no end, as in a file that is still being written."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            if not size:
                return True
            stream.seek(-1, os.SEEK_END)
            return stream.read(1) not in b"\r\n"
    except OSError:
        return False


def is_open_for_writing(path: Path) -> bool:
    """Whether some process has the file open to write to it. Only Linux tells; False elsewhere.

    The system grants a read lease on a file only while nobody has it open for writing; the lease
    is given back at once. It also tells False where it gives no leases: on a file of somebody
    else's, and on most network drives.
    """
    if not hasattr(fcntl, "F_SETLEASE"):
        return False
    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        # Whoever opens the file in this very moment waits until the lease is back, and we are
        # sent a signal: one that does nothing, since SIGIO would end the process.
        fcntl.fcntl(file, fcntl.F_SETSIG, signal.SIGURG)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_RDLCK)
        fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return error.errno == errno.EAGAIN
    finally:
        os.close(file)
    return False
