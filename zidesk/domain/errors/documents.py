"""Errors of making papers."""

from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class WrongSuffix(ZideskError):
    """This kind of paper is made in another format."""

    path: Path
    suffix: str


@dataclass(eq=False)
class TemplateUnknown(ZideskError):
    """There is no text of this key."""

    key: str


@dataclass(eq=False)
class TemplateFaulty(ZideskError):
    """A text cannot be filled; `line` from 1. `reason`: syntax, forbidden, unknown, value, endless, output or
    size."""

    key: str
    line: int
    reason: str


@dataclass(eq=False)
class FieldRejected(ZideskError):
    """What was entered for a paper cannot be used; `reason`: date, number, long, choice (none of
    those offered) or unknown."""

    field: str
    given: str
    reason: str
