"""The root of all errors a user can meet. Errors carry facts; `zidesk.messages` owns the words."""


class ZideskError(Exception):
    """Something the user's world did not allow; every subclass has a sentence in `zidesk.messages`."""


class Cancelled(ZideskError):
    """The user stopped the work; nothing half-done is left under a final name."""
