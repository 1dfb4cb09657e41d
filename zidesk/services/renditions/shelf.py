"""Copies that are kept for the next bundle: `ab/<key>` in a folder of the workspace's cache, facts beside each.

The folder may be deleted at any time; what is missing, cut or altered is made again. Locked copies are never kept:
only whoever has the passphrase could open them.
"""

import hashlib
import json
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from zidesk.domain.evidence import FileKind, FileState, Inspection, StoredFile, Treatment
from zidesk.domain.progress import CancelToken
from zidesk.domain.redaction import Box
from zidesk.services.renditions.copies import Copy
from zidesk.services.renditions.shrinking import RECIPE
from zidesk.storage.blocks import sha256_of

LIMIT = 2_000_000_000  # bytes of copies that are kept though the last bundle did not use them
_FACTS, _NONE = ".json", ".tiada"
_LARGEST_FACTS = 16_384  # bytes


def key_of(sha256: str, limit: int | None, boxes: tuple[Box, ...]) -> str:
    """Names a copy by what it is made from and how."""
    return hashlib.sha256(repr((RECIPE, sha256, limit, boxes)).encode()).hexdigest()


class CopyShelf:
    """Never raises OSError while finding; for several threads."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def find(self, key: str, cancel: CancelToken) -> Copy | None:
        """The copy under `key`, whole; None without one. Raises Cancelled."""
        path = self._path(key)
        try:
            facts = path.with_suffix(_FACTS)
            if facts.stat().st_size > _LARGEST_FACTS:
                return None
            copy = _copy(path, json.loads(facts.read_text(encoding="utf-8")))
            whole = path.stat().st_size == copy.file.size and sha256_of(path, cancel) == copy.file.sha256
        except (OSError, ValueError, TypeError, LookupError, AttributeError):
            return None
        return copy if whole else None

    def knows_none(self, key: str) -> bool:
        """Whether it was tried, and there can be no copy."""
        return self._path(key).with_suffix(_NONE).is_file()

    def keep_none(self, key: str) -> None:
        """Remember that there can be no copy. Raises OSError."""
        path = self._path(key)
        path.parent.mkdir(exist_ok=True)
        path.with_suffix(_NONE).touch()

    def has(self, key: str) -> bool:
        """Whether nothing needs to be made, as far as can be seen without reading a copy."""
        return self._path(key).with_suffix(_FACTS).is_file() or self.knows_none(key)

    def keep(self, key: str, copy: Copy) -> Copy:
        """Move a finished copy from a desk within `root` here. Raises OSError."""
        path = self._path(key)
        path.parent.mkdir(exist_ok=True)
        facts = copy.path.with_suffix(_FACTS)
        facts.write_text(json.dumps(_facts(copy)), encoding="utf-8")
        copy.path.replace(path)
        facts.replace(path.with_suffix(_FACTS))
        return Copy(path, copy.file, copy.treatments)

    def prune(self, used: Collection[str], limit: int = LIMIT) -> None:
        """Let go of what was not `used`, the oldest first, until no more than `limit` bytes of it are left."""
        idle = sorted((item for item in self._contents() if item[1].name not in used), reverse=True)
        total = 0
        for _made, path, size in idle:
            total += size
            if total > limit:
                with suppress(OSError):
                    path.with_suffix(_FACTS).unlink(missing_ok=True)
                    path.unlink(missing_ok=True)

    def _contents(self) -> Iterator[tuple[float, Path, int]]:
        with suppress(OSError):
            for path in self.root.glob("[0-9a-f][0-9a-f]/*"):
                if not path.suffix:
                    facts = path.stat()
                    yield facts.st_mtime, path, facts.st_size

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / key


def _facts(copy: Copy) -> dict[str, Any]:
    found = copy.file.inspection
    return {
        "sha256": copy.file.sha256,
        "size": copy.file.size,
        "treatments": sorted(copy.treatments),
        "kind": found.kind,
        "media_type": found.media_type,
        "suffix": found.suffix,
        "state": found.state,
        "detail": found.state_detail,
        "pages": found.pages,
        "width": found.width,
        "height": found.height,
        "taken_at": found.taken_at.isoformat() if found.taken_at is not None else None,
        "orientation": found.orientation,
    }


def _copy(path: Path, facts: dict[str, Any]) -> Copy:
    """Raises ValueError, TypeError or LookupError for what `_facts` has not written."""
    taken = facts["taken_at"]
    found = Inspection(
        kind=FileKind(facts["kind"]),
        media_type=str(facts["media_type"]),
        suffix=str(facts["suffix"]),
        state=FileState(facts["state"]),
        state_detail=str(facts["detail"]),
        pages=_number(facts["pages"]),
        width=_number(facts["width"]),
        height=_number(facts["height"]),
        taken_at=datetime.fromisoformat(taken) if taken is not None else None,
        orientation=_number(facts["orientation"]),
    )
    file = StoredFile(str(facts["sha256"]), int(facts["size"]), found)
    return Copy(path, file, frozenset(map(Treatment, facts["treatments"])))


def _number(value: Any) -> int | None:
    return None if value is None else int(value)
