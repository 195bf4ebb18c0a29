"""What is remembered between requests, in SQLite or PostgreSQL, shared by every process."""

from bot.state.address import DEFAULT_URL
from bot.state.conversations import Answered
from bot.state.deliveries import Claim, Deliveries
from bot.state.errors import OutOfReachError, StateError
from bot.state.preferences import Own, Whose
from bot.state.questions import Asked, Judged, new_question_id
from bot.state.state import Kept, State
from bot.state.tallies import Tally

__all__ = [
    "DEFAULT_URL",
    "Answered",
    "Asked",
    "Claim",
    "Deliveries",
    "Judged",
    "Kept",
    "OutOfReachError",
    "Own",
    "State",
    "StateError",
    "Tally",
    "Whose",
    "new_question_id",
]
