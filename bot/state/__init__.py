"""What is remembered between requests."""

from bot.state.deliveries import Deliveries

__all__ = ["Deliveries"]
