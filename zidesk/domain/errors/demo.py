"""What the demo school can be refused for."""

from dataclasses import dataclass

from zidesk.domain.errors.base import ZideskError


@dataclass(eq=False)
class DemoSizeTooSmall(ZideskError):
    """The wanted total does not hold that many files: `wanted` and `smallest` possible, in bytes."""

    files: int
    wanted: int
    smallest: int


@dataclass(eq=False)
class DemoSizeTooLarge(ZideskError):
    """No photos among the files, or too few to grow so far: `wanted` and `largest` possible, in bytes."""

    files: int
    wanted: int
    largest: int
