"""One piece of evidence as the portal shows it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from zidesk.domain.archive_layout import PlannedFile
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState
from zidesk.domain.indonesian import format_date_short, format_number, format_size
from zidesk.services.documents.content.handling_words import handling_words, is_locked_on_purpose
from zidesk.services.portal.safe_text import paragraphs, plain, relative_href

# formats that every browser shows by itself; phones' HEIC and scanners' TIFF are opened as files
_SHOWN_BY_BROWSERS = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".gif", ".webp", ".bmp"})
_LARGEST_PREVIEW = 12_000_000  # bytes; a larger photo is read from the stick only when it is asked for

_KINDS: dict[FileKind, tuple[str, str]] = {  # icon, word
    FileKind.IMAGE: ("image", "foto"),
    FileKind.PDF: ("file-text", "PDF"),
    FileKind.DOCUMENT: ("file-text", "dokumen"),
    FileKind.SPREADSHEET: ("sheet", "lembar hitung"),
    FileKind.PRESENTATION: ("presentation", "presentasi"),
    FileKind.VIDEO: ("video", "video"),
    FileKind.AUDIO: ("music", "rekaman"),
    FileKind.ARCHIVE: ("archive", "arsip"),
    FileKind.TEXT: ("file-text", "teks"),
    FileKind.OTHER: ("file", "berkas"),
}
KIND_ICONS = tuple(dict.fromkeys(icon for icon, _ in _KINDS.values()))
_STATES = {FileState.DAMAGED: "rusak", FileState.LOCKED: "terkunci"}


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """`picture`: the file can be looked at in the page; `preview`: and is small enough to do so unasked.
    `pack`: where its small picture lies, 0 without one. `trouble`: "", "rusak" or "terkunci". `handling`: how it
    differs from what was attached; `locked`: the passphrase is needed to open it."""

    anchor: str
    href: str
    title: str
    number: str
    dated: str
    size: str
    icon: str
    kind: str
    picture: bool
    preview: bool
    pack: int
    trouble: str
    trouble_detail: str
    note: str
    handling: tuple[str, ...]
    locked: bool


def evidence_card(item: PlannedFile, place: int, pack: int) -> EvidenceCard:
    """`place`: the file's place in the plan; it makes the anchor."""
    use, found, locked = item.use, item.use.file.inspection, is_locked_on_purpose(item.use)
    icon, word = _KINDS[found.kind]
    # a table's or a photo's one page says nothing
    counted = found.pages and (found.pages > 1 or found.kind is FileKind.PDF)
    pages = f" · {format_number(found.pages or 0, 0)} hlm" if counted else ""
    picture = (
        found.kind is FileKind.IMAGE
        and found.state is FileState.OK
        and PurePosixPath(item.path).suffix.lower() in _SHOWN_BY_BROWSERS
    )
    return EvidenceCard(
        anchor=evidence_anchor(place),
        href=relative_href(item.path),
        title=shown_title(use),
        number=plain(use.number),
        dated=format_date_short(use.dated) if use.dated else "",
        size=format_size(use.file.size),
        icon=icon,
        kind=f"{word}{pages}",
        picture=picture,
        preview=picture and use.file.size <= _LARGEST_PREVIEW,
        pack=pack,
        trouble="" if locked else _STATES.get(found.state, ""),
        trouble_detail=plain(found.state_detail) if found.state is not FileState.OK else "",
        note=paragraphs(use.note),
        handling=handling_words(use),
        locked=locked,
    )


def evidence_anchor(place: int) -> str:
    return f"bukti-{place + 1}"


def shown_title(use: EvidenceUse) -> str:
    """The title, or what the file was called; never empty."""
    return plain(use.title) or plain(use.original_name) or "tanpa judul"
