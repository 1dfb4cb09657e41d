"""The pages the program draws itself between those of the evidence: photos with caption, and pages that stand
in for files that cannot be shown."""

from dataclasses import dataclass

from zidesk.domain.evidence import FileKind, Inspection
from zidesk.domain.indonesian import format_size
from zidesk.services.documents.drawing.links import file_link
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.drawing.text import clean
from zidesk.services.documents.paper import (
    BODY_BOLD,
    CELL,
    CELL_BOLD,
    MM,
    SMALL_GREY,
    SUBTITLE,
    TEXT,
    Frame,
    Style,
)
from zidesk.services.merged.assembly import Placed
from zidesk.services.merged.job import MergedFile, Why
from zidesk.services.merged.page_shape import numbers_text
from zidesk.services.merged.photos import EmbeddedPicture

_CAPTION = 52.0  # points kept free below a photo
_GAP = 10.0
_MOST_LINES = 6

_KINDS = {
    FileKind.IMAGE: "Gambar",
    FileKind.PDF: "PDF",
    FileKind.DOCUMENT: "Dokumen",
    FileKind.SPREADSHEET: "Lembar hitung",
    FileKind.PRESENTATION: "Presentasi",
    FileKind.VIDEO: "Video",
    FileKind.AUDIO: "Rekaman suara",
    FileKind.ARCHIVE: "Arsip",
    FileKind.TEXT: "Teks",
    FileKind.OTHER: "Berkas lain",
}
_REASONS = {
    Why.KIND: "Berkas jenis ini tidak dapat ditampilkan sebagai halaman PDF. Buka berkas aslinya.",
    Why.LOCKED: "Berkas ini terkunci dengan kata sandi, sehingga halamannya tidak dapat digabungkan.",
    Why.DAMAGED: "Berkas ini rusak, sehingga isinya tidak dapat ditampilkan.",
    Why.UNREADABLE: "Isi berkas ini tidak dapat dibaca pada saat penggabungan.",
    Why.TOO_LARGE: "Berkas ini terlalu besar untuk digabungkan. Buka berkas aslinya.",
    Why.MISSING: "Berkas ini tidak ditemukan pada saat penggabungan.",
}


@dataclass(frozen=True, slots=True)
class OwnPage:
    """A page to be drawn at the end: `number` is its running number. With `picture` a photo, else `why` a page
    stands in for the file."""

    file: MergedFile
    placed: Placed
    stamp: str
    picture: EmbeddedPicture | None = None
    why: Why = Why.KIND

    def operators(self, frame: Frame) -> bytes:
        """How the picture comes to lie on the page."""
        if self.picture is None:
            return b""
        box = numbers_text(_whole(_photo_box(self.picture, frame)))
        return box + b" cm " + numbers_text(tuple(map(float, self.picture.turn))) + b" cm"


def draw_own_page(sheet: Sheet, page: OwnPage, to_bundle: str | None) -> tuple[bytes, ...]:
    """Draw what belongs to the current page beside the picture, and end it; its links to files."""
    links: tuple[bytes, ...] = ()
    if page.picture is not None:
        _, y, _, _ = _photo_box(page.picture, sheet.frame)
        _caption(sheet, page.file, y - _GAP)
    else:
        links = _stand_in(sheet, page, to_bundle)
    sheet.end_page()
    return links


def _photo_box(picture: EmbeddedPicture, frame: Frame) -> tuple[float, float, float, float]:
    """Left, bottom, width, height: as large as the frame lets it, a small one at 72 dots an inch."""
    room = frame.height - _CAPTION - _GAP
    scale = min(frame.width / picture.width, room / picture.height, 1.0)
    width, height = picture.width * scale, picture.height * scale
    return frame.left + (frame.width - width) / 2, frame.y_top - height, width, height


def _whole(box: tuple[float, float, float, float]) -> tuple[float, ...]:
    x, y, width, height = box
    return width, 0.0, 0.0, height, x, y


def _caption(sheet: Sheet, item: MergedFile, y: float) -> None:
    frame = sheet.frame
    baseline = y - CELL_BOLD.ascent
    code = clean(item.label)
    sheet.text(frame.left, baseline, code, CELL_BOLD)
    indent = sheet.type.width(code, CELL_BOLD) + 8
    lines = sheet.type.lines(clean(item.title), CELL, frame.width - indent, 3)
    for line in lines:
        sheet.text(frame.left + indent, baseline, line, CELL)
        baseline -= CELL.leading
    words = clean(item.words)
    if words:
        shown = sheet.type.cut(words, SMALL_GREY, frame.width - indent)
        sheet.text(frame.left + indent, baseline, shown, SMALL_GREY)


def _stand_in(sheet: Sheet, page: OwnPage, to_bundle: str | None) -> tuple[bytes, ...]:
    item, frame = page.file, sheet.frame
    y = frame.y_top - 45 * MM
    y = _lines(sheet, y, [clean(item.label)], BODY_BOLD)
    y = _lines(sheet, y, sheet.type.lines(clean(item.title), SUBTITLE, frame.width, _MOST_LINES), SUBTITLE)
    if words := clean(item.words):
        y = _lines(sheet, y, sheet.type.lines(words, CELL, frame.width, 3), CELL)
    sheet.rule(frame.left, y - 5, frame.width, 0.8)
    y -= 18
    y = _lines(sheet, y, sheet.type.lines(_reason(page.why, item.inspection), TEXT, frame.width, 4), TEXT) - 8
    y = _lines(sheet, y, [clean(_kind_words(item))], SMALL_GREY) - 4
    y = _lines(sheet, y, ["Tempat berkas di dalam paket:"], SMALL_GREY)
    top = y
    y = _lines(sheet, y, sheet.type.path_lines(clean(item.bundle_path), CELL_BOLD, frame.width), CELL_BOLD)
    if to_bundle is None:
        return ()
    return (file_link(to_bundle + item.bundle_path, (frame.left, y, frame.x_right, top)),)


def _lines(sheet: Sheet, y: float, lines: list[str], style: Style) -> float:
    for line in lines:
        sheet.text(sheet.frame.left, y - style.ascent, line, style)
        y -= style.leading
    return y


def _reason(why: Why, found: Inspection) -> str:
    detail = clean(found.state_detail)
    return f"{_REASONS[why]} Keterangan: {detail}." if why is Why.DAMAGED and detail else _REASONS[why]


def _kind_words(item: MergedFile) -> str:
    suffix = item.bundle_path.rpartition("/")[2].rpartition(".")[2]
    return f"{_KINDS[item.inspection.kind]} ({suffix}), {format_size(item.size)}"
