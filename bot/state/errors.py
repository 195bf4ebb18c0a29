"""What goes wrong with the state, in words for the operator."""


class StateError(Exception):
    """The database can't be used; the message says why, and how to mend it."""
