"""The program's own settings for one user: which workspaces were open, newest first. Not part of any workspace.

A small JSON file where the system keeps settings. It is a convenience: when it cannot be read the program
starts with the defaults.
"""

import json
import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import flush_file, move_into_place

RECENT_MAX = 8
_READ_MAX = 1_000_000  # bytes; a settings file is a few hundred
_VERSION = 1


@dataclass(frozen=True, slots=True)
class RecentWorkspace:
    """A workspace that was open; `opened_at` has a zone."""

    path: Path
    school: str
    year: int
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered; `recent` has each path once, the last opened first."""

    recent: tuple[RecentWorkspace, ...] = ()

    def with_opened(self, entry: RecentWorkspace) -> "Settings":
        """These settings after `entry` was opened."""
        others = tuple(item for item in self.recent if item.path != entry.path)
        return replace(self, recent=(entry, *others)[:RECENT_MAX])


class SettingsFile:
    """Where settings are kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """What was saved; the defaults for a file that is missing, broken or of another make."""
        try:
            with self.path.open("rb") as stream:
                data = json.loads(stream.read(_READ_MAX).decode("utf-8"))
            entries = data["recent"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return Settings()
        if not isinstance(entries, list):
            return Settings()
        settings = Settings()
        for entry in reversed(entries):
            with suppress(ValueError, KeyError, TypeError):  # one bad entry does not cost the others
                settings = settings.with_opened(_from_record(entry))
        return settings

    def save(self, settings: Settings) -> None:
        """Replace the file as a whole. Raises StorageFault; the old file is then as it was."""
        record = {"version": _VERSION, "recent": [_to_record(entry) for entry in settings.recent]}
        text = json.dumps(record, ensure_ascii=False, indent=1)
        temporary = self.path.with_name(f"{self.path.name}.{uuid.uuid4().hex}.baru")
        try:
            with storage_faults_named(self.path.parent):
                self.path.parent.mkdir(parents=True, exist_ok=True)
                with temporary.open("x", encoding="utf-8") as stream:
                    stream.write(text)
                flush_file(temporary)
                move_into_place(temporary, self.path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def default_settings_path() -> Path:
    """Where this user's settings belong on this system."""
    import platformdirs

    return Path(platformdirs.user_config_dir("ZIDesk", appauthor=False)) / "setelan.json"


def _to_record(entry: RecentWorkspace) -> dict[str, Any]:
    return {
        "path": str(entry.path),
        "school": entry.school,
        "year": entry.year,
        "opened_at": entry.opened_at.isoformat(timespec="seconds"),
    }


def _from_record(record: dict[str, Any]) -> RecentWorkspace:
    """Raises ValueError, KeyError or TypeError for what `_to_record` would not have written."""
    path, school, opened_at = record["path"], record["school"], datetime.fromisoformat(record["opened_at"])
    if not isinstance(path, str) or not path or "\0" in path or not isinstance(school, str):
        raise ValueError(record)
    if opened_at.tzinfo is None:
        raise ValueError(record)
    return RecentWorkspace(Path(path), school, int(record["year"]), opened_at)
