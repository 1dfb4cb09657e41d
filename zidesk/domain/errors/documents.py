"""Errors of making papers."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class WrongSuffix(ZideskError):
    """This kind of paper is made in another format."""

    path: Path
    suffix: str
