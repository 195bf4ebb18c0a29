"""What goes wrong with the state, in words for the operator."""


class OutOfReachError(Exception):
    """The database can't be reached now, or does not answer in time."""


class StateError(Exception):
    """The database can't be used; the message says why, and how to mend it."""
