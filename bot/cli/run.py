"""`levelbot demo`, `serve` and `socket`: the bot until it is stopped."""

import argparse
import asyncio

from bot.app import serve, serve_socket
from bot.settings import Settings


def add_demo_arguments(demo: argparse.ArgumentParser) -> None:
    """The arguments of `levelbot demo`."""
    demo.add_argument("--port", type=_port, default=8300, help="where it listens (default: 8300)")


def _port(value: str) -> int:
    number = int(value) if value.isascii() and value.isdigit() else -1
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port; use a number from 0 to 65535")
    return number


def run_demo_command(options: argparse.Namespace, settings: Settings) -> int:
    """The local workspace with the bot in it."""
    # Only here: a bot that serves a real workspace never loads the local one.
    from bot.demo import run_demo  # noqa: PLC0415

    asyncio.run(run_demo(settings, options.port))
    return 0


def run_serve(_: argparse.Namespace, settings: Settings) -> int:
    """The bot over HTTP."""
    asyncio.run(serve(settings))
    return 0


def run_socket(_: argparse.Namespace, settings: Settings) -> int:
    """The bot over Socket Mode."""
    asyncio.run(serve_socket(settings))
    return 0
