"""What every command is handed: where the resources are, what the time is, and who is working."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.storage.clock import Clock, system_clock
from zidesk.storage.paths import Resources, shipped_resources

if TYPE_CHECKING:
    from zidesk.storage.workspace import Workspace


@dataclass(frozen=True)
class Session:
    """One call of the program."""

    resources: Resources
    clock: Clock
    operator: str

    @contextmanager
    def opened(self, root: Path, *, read_only: bool = False) -> Iterator["Workspace"]:
        """An open workspace that is closed again whatever happens."""
        # the database library is loaded only by commands that need it
        from zidesk.storage.workspace import open_workspace

        workspace = open_workspace(root, read_only=read_only, clock=self.clock)
        try:
            yield workspace
        finally:
            workspace.close()


def real_session() -> Session:
    """The session of a program started by a user."""
    try:
        operator = getpass.getuser()
    except (OSError, KeyError, ImportError):
        operator = "operator"
    return Session(shipped_resources(), system_clock, operator)
