"""Copies that open with a passphrase only: PDFs encrypted by AES-256 (ISO 32000-2, revision 6).

Whatever is in them is encrypted, names of enclosed files and the facts about the document included.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import pikepdf

from zidesk.domain.errors import FileUnreadable, FileVanished, LockTooLarge
from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.services.ingest.inspection import pdf as _limited  # noqa: F401  sets qpdf's limit for unpacking
from zidesk.services.ingest.inspection.source import Source
from zidesk.services.privacy.locked_enclosure import enclosing_pdf
from zidesk.services.privacy.locked_picture import picture_pdf
from zidesk.storage.faults import storage_fault, words_of
from zidesk.storage.patient_file import PatientFile

MOST = 64 * 1024 * 1024  # bytes of one stream: qpdf holds it whole while it encrypts it
_MOST_REPAIRED = 64 * 1024 * 1024  # bytes of a crooked file whose objects are searched one by one
_BAD_PDF = (pikepdf.PdfError, ValueError, TypeError, LookupError, RuntimeError, MemoryError)

Save = Callable[..., None]


class _NotThisWayError(Exception):
    """The content does not let itself be taken as what it is; it is enclosed then."""


def lock_copy(source: Path, out: Path, inspection: Inspection, title: str, passphrase: str) -> None:
    """Write a copy of `source` to `out`, a PDF that nothing opens but `passphrase`; a file there is replaced.

    PDFs stay what they are, images become pages, everything else (damaged and locked PDFs too) is enclosed in a
    page that says what it is. `title`: what its owner calls it, with the suffix it opens by.
    Raises LockTooLarge, FileVanished, FileUnreadable, StorageFault; nothing is left at `out` then.
    """
    if not passphrase:
        raise ValueError(passphrase)
    with _whole_or_not(out), _source(source) as opened, _Target(out) as target:

        def save(pdf: pikepdf.Pdf, *, pack: bool = False) -> None:
            target.empty()
            _save(pdf, target, passphrase, pack=pack)
            target.raise_fault()

        try:
            _as_it_is(opened, source, inspection, title, save)
        except _NotThisWayError:
            opened.raise_fault()
            target.raise_fault()
            if opened.size > MOST:
                raise LockTooLarge(source, title, opened.size, MOST) from None
            save(enclosing_pdf(opened, out, inspection, title))


def _as_it_is(opened: Source, path: Path, inspection: Inspection, title: str, save: Save) -> None:
    """Raises _NotThisWayError, LockTooLarge."""
    if inspection.state is FileState.OK and inspection.kind is FileKind.PDF:
        _pdf(opened, path, title, save)
    elif inspection.state is FileState.OK and inspection.kind is FileKind.IMAGE:
        pdf = picture_pdf(path, inspection, title)
        if pdf is None:
            raise _NotThisWayError
        save(pdf)
    else:
        raise _NotThisWayError


def _pdf(opened: Source, path: Path, title: str, save: Save) -> None:
    try:
        # a stream, not a path: a mapped file on a stick that is pulled out would kill the process
        with pikepdf.open(
            opened.rewound(),
            access_mode=pikepdf.AccessMode.stream,
            attempt_recovery=opened.size <= _MOST_REPAIRED,
            inherit_page_attributes=False,
            suppress_warnings=True,
        ) as pdf:
            if opened.size > MOST:
                _check_streams(pdf, path, title)
            save(pdf, pack=True)
    except LockTooLarge:
        raise
    except _BAD_PDF as fault:
        raise _NotThisWayError from fault


def _check_streams(pdf: pikepdf.Pdf, path: Path, title: str) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            length = item.get("/Length", 0)
            if isinstance(length, int) and length > MOST:
                raise LockTooLarge(path, title, length, MOST)


def _save(pdf: pikepdf.Pdf, target: "_Target", passphrase: str, *, pack: bool) -> None:
    """With `pack`, packed streams are encrypted as they lie in the file; without it, what is plain stays so."""
    pdf.save(
        target,
        compress_streams=pack,
        encryption=pikepdf.Encryption(owner=passphrase, user=passphrase, R=6, aes=True, metadata=True),
        fix_metadata_version=False,
    )


class _Target(PatientFile):
    """The file being written, whose faults are StorageFault."""

    def __init__(self, path: Path) -> None:
        """Raises StorageFault."""
        self._path = path
        try:
            super().__init__(path, "wb+")
        except OSError as fault:
            raise storage_fault(path, fault) from fault

    def empty(self) -> None:
        self.seek(0)
        self.truncate()

    def raise_fault(self) -> None:
        if self.fault is not None:
            raise storage_fault(self._path, self.fault) from self.fault

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            super().__exit__(kind, fault, trace)
        except OSError as late:  # the last bytes of a network drive
            self.fault = self.fault or late
        self.raise_fault()


@contextmanager
def _source(path: Path) -> Iterator[Source]:
    """The opened source; a fault of its device comes out as one about `path`."""
    try:
        with Source(path) as source:
            try:
                yield source
            finally:
                source.raise_fault()
    except FileNotFoundError as fault:
        raise FileVanished(path) from fault
    except OSError as fault:
        raise FileUnreadable(path, words_of(fault)) from fault


@contextmanager
def _whole_or_not(out: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):  # the first fault is the one to tell
            out.unlink(missing_ok=True)
        raise
