"""What was found in the texts of contents, kept in the workspace's cache: how many numbers of each kind, never a
number itself. The file may be deleted at any time; what is missing is looked for again."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from zidesk.domain.privacy import PersonalKind
from zidesk.storage.paths import WorkspacePaths

NAME = "data-pribadi.json"
_LARGEST = 32 * 1024 * 1024  # bytes; ten thousand contents have one
Findings = Mapping[str, Mapping[PersonalKind, int]]


class PersonalFindings:
    """Never raises: where nothing can be read or written, nothing is kept."""

    def __init__(self, paths: WorkspacePaths, *, read_only: bool) -> None:
        self._path, self._read_only = paths.cache / NAME, read_only

    def load(self, rules: str) -> dict[str, dict[PersonalKind, int]]:
        """Counts by content, as they were saved under the same `rules`; empty otherwise."""
        try:
            if self._path.stat().st_size > _LARGEST:
                return {}
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            if kept["rules"] != rules:
                return {}
            return {
                str(sha256): {PersonalKind(kind): int(count) for kind, count in counts.items()}
                for sha256, counts in kept["found"].items()
            }
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return {}  # somebody else's bytes

    def save(self, rules: str, found: Findings) -> None:
        if self._read_only:
            return
        text = json.dumps({"rules": rules, "found": found}, separators=(",", ":"), sort_keys=True)
        temporary = self._path.with_name(f".{NAME}.{os.getpid()}")
        try:
            self._path.parent.mkdir(exist_ok=True)
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._path)
        except OSError:
            _remove(temporary)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
