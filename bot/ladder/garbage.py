"""Garbage collection beside a ladder and its index, which are large, and stay.

They have hundreds of thousands of parts and no reference cycles. Looking through them again and
again takes a third of the time in which they are made, and each full collection later stops every
thread: for 0.2 s with 50,000 titles.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collections_wait() -> Iterator[None]:
    """Put off garbage collection while the block makes what stays."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def kept_for_long() -> Iterator[None]:
    """As `collections_wait`, and keep what the block has made out of later collections too.

    It is freed as ever once nothing refers to it. The price: a cycle that another thread made
    meanwhile is never freed, some kilobytes each time. So it is for what a process does seldom.
    """
    with collections_wait():
        yield
        gc.freeze()
