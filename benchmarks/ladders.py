"""The two ladders that are measured with: the shipped one, and one of O*NET's size."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import SkippedError
from benchmarks.onet_ladder import DEFAULT_FOLDER, onet_folder, write_ladder

SHIPPED = Path(__file__).resolve().parent.parent / "level_data"


@contextmanager
def large_ladder() -> Iterator[Path]:
    """A folder with the large ladder, removed afterwards.

    Raises SkippedError when this machine does not have the O*NET files.
    """
    onet = onet_folder()
    if onet is None:
        raise SkippedError(
            f"no large ladder: the O*NET 27.0 text files are not in ONET_DATA or {DEFAULT_FOLDER}; "
            "set ONET_DATA to their folder (https://www.onetcenter.org/database.html)"
        )
    with tempfile.TemporaryDirectory(prefix="levelbot-bench-") as folder:
        root = Path(folder, "ladder")
        write_ladder(onet, root)
        yield root
