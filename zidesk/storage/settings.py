"""The program's own settings for one user: how it looks and works here, and which workspaces were open, newest
first. Not part of any workspace.

A small JSON file where the system keeps settings. It is a convenience: what cannot be read in it is the default.
"""

import json
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from zidesk.storage.faults import storage_faults_named
from zidesk.storage.flushing import flush_file, move_into_place

RECENT_MAX = 8
OPERATOR_LONGEST = 80  # characters
TEXT_SCALES = range(90, 151)  # percent
ThemeName = Literal["system", "light", "dark", "contrast"]
PaperName = Literal["A4", "F4"]
THEMES: tuple[ThemeName, ...] = ("system", "light", "dark", "contrast")
PAPERS: tuple[PaperName, ...] = ("A4", "F4")
BACKUP_COUNTS = range(3, 51)
_READ_MAX = 1_000_000  # bytes; a settings file is a few hundred
_COLUMNS_MAX = 100
_VERSION = 2


@dataclass(frozen=True, slots=True)
class RecentWorkspace:
    """A workspace that was open; `opened_at` has a zone. How far it was then: `answered` of `questions`, and
    the number of pieces of evidence; `questions` is 0 where that is not known."""

    path: Path
    school: str
    year: int
    opened_at: datetime
    answered: int = 0
    questions: int = 0
    evidence: int = 0


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered; `recent` has each path once, the last opened first.

    `operator` "" is the system's user. `text_scale` in percent. `backup_folder`: a second place for the newest
    automatic copy, None for none. `backup_count`: automatic copies kept beside the workspace. `plan_columns`: the
    names of those shown in the table of the plan, none for the usual ones.
    """

    recent: tuple[RecentWorkspace, ...] = ()
    operator: str = ""
    text_scale: int = 100
    theme: ThemeName = "system"
    paper: PaperName = "A4"
    backup_folder: Path | None = None
    backup_count: int = 10
    plan_columns: tuple[str, ...] = ()

    def with_opened(self, entry: RecentWorkspace) -> "Settings":
        """These settings after `entry` was opened."""
        others = tuple(item for item in self.recent if item.path != entry.path)
        return replace(self, recent=(entry, *others)[:RECENT_MAX])


class SettingsFile:
    """Where settings are kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """What was saved; the default for each value that is missing, broken or of another make."""
        try:
            with self.path.open("rb") as stream:
                data = json.loads(stream.read(_READ_MAX).decode("utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _settings_from(data) if isinstance(data, dict) else Settings()

    def save(self, settings: Settings) -> None:
        """Replace the file as a whole. Raises StorageFault; the old file is then as it was."""
        text = json.dumps(_to_record(settings), ensure_ascii=False, indent=1)
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


def _to_record(settings: Settings) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "operator": settings.operator,
        "text_scale": settings.text_scale,
        "theme": settings.theme,
        "paper": settings.paper,
        "backup_folder": str(settings.backup_folder) if settings.backup_folder else "",
        "backup_count": settings.backup_count,
        "plan_columns": list(settings.plan_columns),
        "recent": [_recent_to_record(entry) for entry in settings.recent],
    }


def _settings_from(data: Mapping[str, Any]) -> Settings:
    good: dict[str, Any] = {}
    for name, read in _READERS.items():
        with suppress(ValueError, KeyError, TypeError, AttributeError):  # one bad value does not cost the others
            good[name] = read(data[name])
    settings = Settings(**good)
    entries = data.get("recent")
    for entry in reversed(entries) if isinstance(entries, list) else ():
        with suppress(ValueError, KeyError, TypeError):
            settings = settings.with_opened(_recent_from(entry))
    return settings


def _one_of(words: tuple[str, ...]) -> Callable[[Any], str]:
    return lambda value: words[words.index(value)]


def _within(numbers: range) -> Callable[[Any], int]:
    """A whole number is brought into the range: the wish for more than there is means the most there is."""
    return lambda value: min(max(_number(value), numbers[0]), numbers[-1])


def _number(value: Any) -> int:
    if type(value) is not int:  # JSON's true is no number
        raise TypeError(value)
    return value


def _operator(value: Any) -> str:
    return " ".join(str.split(value))[:OPERATOR_LONGEST]


def _folder(value: Any) -> Path | None:
    return _path(value) if value else None


def _path(value: Any) -> Path:
    if not isinstance(value, str) or not value or "\0" in value:
        raise ValueError(value)
    return Path(value)


def _names(value: Any) -> tuple[str, ...]:
    if (
        not isinstance(value, list)
        or len(value) > _COLUMNS_MAX
        or not all(isinstance(name, str) for name in value)
    ):
        raise ValueError(value)
    return tuple(value)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "operator": _operator,
    "text_scale": _within(TEXT_SCALES),
    "theme": _one_of(THEMES),
    "paper": _one_of(PAPERS),
    "backup_folder": _folder,
    "backup_count": _within(BACKUP_COUNTS),
    "plan_columns": _names,
}
_PROGRESS = ("answered", "questions", "evidence")


def _recent_to_record(entry: RecentWorkspace) -> dict[str, Any]:
    return {
        "path": str(entry.path),
        "school": entry.school,
        "year": entry.year,
        "opened_at": entry.opened_at.isoformat(timespec="seconds"),
        **{name: getattr(entry, name) for name in _PROGRESS},
    }


def _recent_from(record: dict[str, Any]) -> RecentWorkspace:
    """Raises ValueError, KeyError or TypeError for what `_recent_to_record` would not have written; how far the
    work was is not worth losing an entry for."""
    school, opened_at = record["school"], datetime.fromisoformat(record["opened_at"])
    if not isinstance(school, str) or opened_at.tzinfo is None:
        raise ValueError(record)
    return RecentWorkspace(_path(record["path"]), school, int(record["year"]), opened_at, *_progress_from(record))


def _progress_from(record: dict[str, Any]) -> tuple[int, int, int]:
    try:
        answered, questions, evidence = (_number(record[name]) for name in _PROGRESS)
    except (KeyError, TypeError):
        return 0, 0, 0
    return (answered, questions, evidence) if 0 <= answered <= questions and evidence >= 0 else (0, 0, 0)
