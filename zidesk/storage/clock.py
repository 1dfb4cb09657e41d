"""The time, as it is handed to whoever needs it; tests hand in one that stands still."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Now, with the zone of this machine."""
    return datetime.now().astimezone()
