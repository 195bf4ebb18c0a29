"""What the tracks of a ladder are for."""

from bot.ladder import Track

_LEADING_WORDS = frozenset(["manag", "lead", "director", "supervis", "head"])


def leads(track: Track) -> bool:
    """Whether a track is for people who lead others, by what the ladder calls it."""
    said = f"{track.name} {track.who or ''} {track.id}".casefold()
    return any(word in said for word in _LEADING_WORDS)
