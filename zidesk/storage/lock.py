"""One writer for each workspace: the system's own file lock, and a note of who holds it.

The system drops the lock when the process ends, however it ends, so no stale lock can remain.
"""

import getpass
import json
import socket
from contextlib import suppress
from datetime import datetime

from filelock import FileLock, Timeout

from zidesk.domain.errors import WorkspaceLocked
from zidesk.storage.paths import WorkspacePaths


class WorkspaceLock:
    """Held from `acquire` to `release`. The note beside it is for people, not for deciding."""

    def __init__(self, paths: WorkspacePaths) -> None:
        self._paths = paths
        # a workspace opened by one thread is closed by another
        self._lock = FileLock(paths.lock, timeout=0, thread_local=False)

    def acquire(self, now: datetime) -> None:
        """Raises WorkspaceLocked when another process has it, OSError when the folder cannot be written."""
        try:
            self._lock.acquire()
        except Timeout:
            raise self._held() from None
        note = {"holder": _user(), "host": socket.gethostname(), "since": now.isoformat(timespec="seconds")}
        try:
            self._paths.lock_holder.write_text(json.dumps(note), encoding="utf-8")
        except OSError:
            self.release()
            raise

    def release(self) -> None:
        """Let the next one in; nothing happens when it is not held."""
        if self._lock.is_locked:
            with suppress(OSError):  # a note left behind misleads nobody once the lock is free
                self._paths.lock_holder.unlink(missing_ok=True)
            self._lock.release()

    def _held(self) -> WorkspaceLocked:
        try:
            note = json.loads(self._paths.lock_holder.read_text(encoding="utf-8"))
            facts = [str(note.get(key, "")) for key in ("holder", "host", "since")]
        except (OSError, ValueError, AttributeError):
            facts = ["", "", ""]
        return WorkspaceLocked(self._paths.root, *facts)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
