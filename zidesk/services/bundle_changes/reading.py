"""The record of a bundle read from where it lies: a folder, a ZIP file, or several that belong together.

Only the bundle's own papers at its top are opened, each bounded; no file of the payload is read. The record is
believed only where the bundle's manifests agree with it. A bundle made before there were records is known by its
manifest: names and hashes.
"""

import hashlib
import re
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Final

from zidesk.domain.bundle_record import BundleIdentity, BundleRecord, RecordedFile
from zidesk.domain.errors import (
    BundlePartsMissing,
    BundleUnfinished,
    ContentsUnknown,
    RecordDamaged,
    RecordTooNew,
)
from zidesk.domain.manifest import PAYLOAD_PREFIX, ManifestEntry, parse_manifest, split_lines
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle_changes.record_parsing import NewerRecordError, NotARecordError, parse_record
from zidesk.services.bundle_changes.record_text import RECORD
from zidesk.services.verify.opening import open_source
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.source import EntryUnreadableError, Listing, Source
from zidesk.services.verify.tags import parse_tags
from zidesk.services.verify.verifier import UNFINISHED_SUFFIX

_MANIFEST, _TAG_MANIFEST, _INFO = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"
MOST_BYTES: Final = 32 * 1024 * 1024  # of one of these papers; 20,000 files take 12 MB
_BLOCK: Final = 256 * 1024
_SHA256_DIGITS: Final = 64
_ROOT_NAME = re.compile(r"ZI-(\d{4})-(\d{8})-.*")


def read_bundle(path: Path, cancel: CancelToken | None = None) -> BundleRecord:
    """What the bundle at `path` holds.

    Raises BundleNotFound, NotABundle, DamagedZip, BundleUnreadable, BundlePartsMissing, BundleUnfinished,
    ContentsUnknown, RecordDamaged, RecordTooNew, Cancelled.
    """
    cancel = cancel or CancelToken()
    with open_source(path, drop_cache=False) as source:
        listing = source.scan(cancel)
        for oddity in listing.oddities:
            if oddity.kind is FaultKind.PARTS_MISSING:
                raise BundlePartsMissing(path, str(dict(oddity.facts)["missing"]))
        if any(name.endswith(UNFINISHED_SUFFIX) for name in source.root_names):
            raise BundleUnfinished(path)
        papers = _Papers(path, source, listing)
        manifest = papers.entries(_MANIFEST)
        if papers.has(RECORD):
            return _trusted(path, papers, manifest)
        if not manifest:
            raise ContentsUnknown(path)
        return _from_manifest(papers, manifest, listing)


class _Papers:
    """The bundle's own papers, read whole within bounds."""

    def __init__(self, path: Path, source: Source, listing: Listing) -> None:
        self._path, self._source, self._listing = path, source, listing

    def has(self, name: str) -> bool:
        return name in self._listing.files or name in self._listing.blocked

    def content(self, name: str) -> bytes:
        """Raises RecordDamaged."""
        size = self._listing.files.get(name)
        if size is None:
            raise RecordDamaged(self._path, "unreadable", name)
        if size > MOST_BYTES:
            raise RecordDamaged(self._path, "large", name)
        data = bytearray()
        try:
            for block in self._source.blocks(name, bytearray(_BLOCK)):
                data += block
                if len(data) > MOST_BYTES:  # it grew since it was listed
                    raise RecordDamaged(self._path, "large", name)
        except EntryUnreadableError as fault:
            raise RecordDamaged(self._path, "unreadable", name) from fault
        return bytes(data)

    def entries(self, name: str) -> dict[str, ManifestEntry]:
        """A manifest's lines by path; empty without one. Raises RecordDamaged."""
        if not self.has(name):
            return {}
        try:
            text = self.content(name).decode("utf-8")
        except UnicodeDecodeError as fault:
            raise RecordDamaged(self._path, "unreadable", name) from fault
        found, _ = parse_manifest(text, (1, 0), _SHA256_DIGITS)
        return {entry.path: entry for entry in found}

    def info(self) -> dict[str, str]:
        """The first value of each label of bag-info.txt."""
        if not self.has(_INFO):
            return {}
        pairs, _, _ = parse_tags(split_lines(self.content(_INFO).decode("utf-8", "replace")))
        return dict(reversed(pairs))


def _trusted(path: Path, papers: _Papers, manifest: dict[str, ManifestEntry]) -> BundleRecord:
    """The record, held against the manifests: it must be the one that was sealed, and name what is there."""
    data = papers.content(RECORD)
    sealed = papers.entries(_TAG_MANIFEST).get(RECORD)
    if sealed is None or sealed.checksum != hashlib.sha256(data).hexdigest():
        raise RecordDamaged(path, "altered", RECORD)
    try:
        record = parse_record(data)
    except NewerRecordError as fault:
        raise RecordTooNew(path, fault.version) from fault
    except NotARecordError as fault:
        raise RecordDamaged(path, "form", fault.what) from fault
    for file in record.files:
        entry = manifest.get(file.path)
        if entry is None or entry.checksum != file.sha256:
            raise RecordDamaged(path, "altered", file.path)
    return record


def _from_manifest(papers: _Papers, manifest: dict[str, ManifestEntry], listing: Listing) -> BundleRecord:
    files = tuple(
        RecordedFile(path, entry.checksum, listing.files.get(path, 0), PurePosixPath(path).stem)
        for path, entry in sorted(manifest.items())
        if path.startswith(PAYLOAD_PREFIX)
    )
    return BundleRecord(_identity(papers.info()), files, whole=False)


def _identity(info: dict[str, str]) -> BundleIdentity:
    """Year and NPSN stand in the name every bundle is made under."""
    named = _ROOT_NAME.fullmatch(info.get("External-Identifier", ""))
    return BundleIdentity(
        school=info.get("Source-Organization", ""),
        npsn=named[2] if named else "",
        year=int(named[1]) if named else 0,
        instrument=info.get("ZI-Instrument", ""),
        changed_at=_day(info.get("Bagging-Date", "")),
    )


def _day(text: str) -> datetime | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 – a day, as the bag tells it
