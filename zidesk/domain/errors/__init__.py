"""Every error a user can meet, by subject. Standard library only; the words are in `zidesk.messages`."""

from zidesk.domain.errors.base import Cancelled, ZideskError

__all__ = ["Cancelled", "ZideskError"]
