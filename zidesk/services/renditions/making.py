"""One copy, step by step: parts covered, then shrunk, then locked. The original is read and compared first."""

import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from zidesk.domain.archive_layout import opening_suffix
from zidesk.domain.errors import (
    FileUnreadable,
    FileVanished,
    LockTooLarge,
    OriginalAltered,
    OriginalMissing,
    RedactionFailed,
)
from zidesk.domain.evidence import StoredFile, Treatment
from zidesk.domain.progress import CancelToken
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.renditions.copies import Copy
from zidesk.services.renditions.shelf import CopyShelf, key_of
from zidesk.services.renditions.shrinking import is_shrinkable, shrink
from zidesk.services.renditions.wishes import Wish
from zidesk.storage.blocks import sha256_of
from zidesk.storage.file_store import FileStore

_LOCK_TAKES = 16_384  # bytes that a lock and the page around a picture may add


def shelf_key(wish: Wish) -> str:
    """Where the copy is kept, before any lock is put on it."""
    return key_of(wish.use.file.sha256, _aim(wish), wish.boxes)


def _changes_content(wish: Wish) -> bool:
    """Whether there is anything to do but to lock."""
    return bool(wish.boxes) or _is_above(wish.use.file, _aim(wish))


def _is_above(file: StoredFile, aim: int | None) -> bool:
    return aim is not None and file.size > aim and is_shrinkable(file.inspection)


@dataclass(frozen=True)
class CopyMaker:
    """`shelf`: where copies are looked for, and kept if `keeps`; `passphrase` of locked ones."""

    store: FileStore
    shelf: CopyShelf
    keeps: bool
    passphrase: str

    def make(self, wish: Wish, desk: Path, cancel: CancelToken) -> Copy:
        """What is handed over; the original itself where it can become no smaller.

        Raises OriginalMissing, OriginalAltered, RedactionFailed, LockTooLarge, StorageFault, OSError (about
        `desk`), Cancelled.
        """
        cancel.check()
        original = self._original(wish)
        copy = self._unlocked(original, wish, desk, cancel)
        if not wish.lock:
            return copy
        if copy is original:
            _compare(original, wish, cancel)
        return self._locked(copy, wish, desk)

    def _unlocked(self, original: Copy, wish: Wish, desk: Path, cancel: CancelToken) -> Copy:
        if not _changes_content(wish):
            return original
        key = shelf_key(wish)
        if self.shelf.knows_none(key):
            return original
        kept = self.shelf.find(key, cancel)
        if kept is not None:
            return kept
        _compare(original, wish, cancel)
        copy = _shrunk(_redacted(original, wish, desk, cancel), wish, desk, cancel)
        if not self.keeps:
            return copy
        if copy is original:
            self.shelf.keep_none(key)
            return original
        return self.shelf.keep(key, copy)

    def _original(self, wish: Wish) -> Copy:
        file = wish.use.file
        path = self.store.path_of(file.sha256)
        try:
            size = path.stat().st_size
        except OSError as fault:
            raise OriginalMissing(wish.use.original_name, file.sha256) from fault
        if size != file.size:
            raise OriginalAltered(wish.use.original_name, file.sha256)
        return Copy(path, file, frozenset())

    def _locked(self, copy: Copy, wish: Wish, desk: Path) -> Copy:
        from zidesk.services.privacy.locking import lock_copy

        out = _new(desk)
        name = f"{wish.use.title}{opening_suffix(wish.use.original_name, copy.file.inspection)}"
        try:
            lock_copy(copy.path, out, copy.file.inspection, name, self.passphrase)
        except (FileVanished, FileUnreadable) as fault:
            raise OriginalMissing(wish.use.original_name, wish.use.file.sha256) from fault
        except LockTooLarge as fault:
            raise LockTooLarge(fault.path, wish.use.original_name, fault.size, fault.limit) from fault
        return _copy_at(out, ".pdf", copy.treatments | {Treatment.LOCKED})


def _compare(original: Copy, wish: Wish, cancel: CancelToken) -> None:
    """A copy of damaged content would pass every later check."""
    try:
        same = sha256_of(original.path, cancel) == original.file.sha256
    except OSError as fault:
        raise OriginalMissing(wish.use.original_name, original.file.sha256) from fault
    if not same:
        raise OriginalAltered(wish.use.original_name, original.file.sha256)


def _redacted(original: Copy, wish: Wish, desk: Path, cancel: CancelToken) -> Copy:
    if not wish.boxes:
        return original
    from zidesk.services.redaction.burning import burn, burnt_suffix

    out = _new(desk)
    try:
        burn(original.path, out, original.file.inspection, wish.boxes, cancel)
    except RedactionFailed as fault:
        raise RedactionFailed(fault.path, fault.reason, fault.page, wish.use.original_name) from fault
    return _copy_at(out, burnt_suffix(original.file.inspection), frozenset({Treatment.REDACTED}))


def _shrunk(copy: Copy, wish: Wish, desk: Path, cancel: CancelToken) -> Copy:
    aim = _aim(wish)
    if aim is None or not _is_above(copy.file, aim):
        return copy
    out = _new(desk)
    if not shrink(copy.path, out, copy.file.inspection, aim, cancel):
        return copy
    if copy.treatments:  # a step on the way, on the same desk
        copy.path.unlink()
    return _copy_at(out, copy.file.inspection.suffix, copy.treatments | {Treatment.SHRUNK})


def _aim(wish: Wish) -> int | None:
    """How many bytes a shrunk copy may have; what is locked afterwards grows a little."""
    if wish.limit is None or not wish.lock:
        return wish.limit
    return max(1, wish.limit - _LOCK_TAKES - wish.limit // 100)


def _copy_at(path: Path, suffix: str, treatments: frozenset[Treatment]) -> Copy:
    found = inspect_file(path, f"salinan{suffix}")
    if Treatment.LOCKED in treatments:
        found = replace(found, state_detail="")  # what the treatment says
    return Copy(path, StoredFile(sha256_of(path), path.stat().st_size, found), treatments)


def _new(desk: Path) -> Path:
    return desk / uuid.uuid4().hex
