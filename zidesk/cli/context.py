"""What every command is handed: where the resources are, what the time is, and who is working."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from zidesk.storage.paths import Resources, shipped_resources
from zidesk.storage.workspace import Clock, Workspace, open_workspace, system_clock


@dataclass(frozen=True)
class Session:
    """One call of the program."""

    resources: Resources
    clock: Clock
    operator: str

    @contextmanager
    def opened(self, root: Path, *, read_only: bool = False) -> Iterator[Workspace]:
        """An open workspace that is closed again whatever happens."""
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
