"""The aiohttp application: what Slack posts, and health."""

from bot.web.server import build_server

__all__ = ["build_server"]
