"""A page that says what is enclosed in it, for files that are no pages themselves."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pikepdf

from zidesk.domain.archive_layout import opening_suffix
from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.domain.filenames import clean_component
from zidesk.domain.indonesian import format_size
from zidesk.services.documents.model.blocks import Item, ItemList, KeyValues, Paragraph, Title
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.render_pdf.document import write_pdf
from zidesk.services.ingest.inspection.source import Source
from zidesk.storage.paths import shipped_resources

_HEADING = "BERKAS TERLAMPIR DI DALAM PDF INI"
_FOOT = "Lampiran terkunci"
_KINDS = {
    FileKind.IMAGE: "Gambar",
    FileKind.PDF: "PDF",
    FileKind.DOCUMENT: "Dokumen",
    FileKind.SPREADSHEET: "Lembar sebar",
    FileKind.PRESENTATION: "Salindia",
    FileKind.VIDEO: "Video",
    FileKind.AUDIO: "Rekaman suara",
    FileKind.ARCHIVE: "Arsip",
    FileKind.TEXT: "Teks",
    FileKind.OTHER: "Berkas lain",
}
_STATES = {
    FileState.OK: "",
    FileState.DAMAGED: "Berkas ini rusak; disertakan sebagaimana adanya.",
    FileState.LOCKED: "Berkas ini terkunci dengan kata sandinya sendiri, yang tidak diketahui ZIDesk.",
}
_STEPS = (
    "Buka panel Lampiran (Attachments) pada program pembaca PDF: tanda klip kertas di sisi jendela, atau tombol "
    "lampiran di peramban.",
    "Pilih nama berkas di atas, lalu simpan ke komputer dan buka dari sana.",
)


def enclosing_pdf(source: Source, scratch: Path, inspection: Inspection, title: str) -> pikepdf.Pdf:
    """One page with `source` as its attachment, read whole. `scratch`: a file that may be overwritten.

    Raises OSError.
    """
    name = _name(title, inspection)
    write_pdf(scratch, _page(name, source.size, inspection), Stationery(shipped_resources().fonts))
    pdf = pikepdf.open(io.BytesIO(scratch.read_bytes()))
    pdf.attachments[name] = pikepdf.AttachedFileSpec(
        pdf,
        source.rewound().read(source.size),
        filename=name,
        description=name,
        mime_type=inspection.media_type if inspection.media_type.isascii() else "application/octet-stream",
    )
    pdf.Root.PageMode = pikepdf.Name.UseAttachments
    return pdf


def _name(title: str, inspection: Inspection) -> str:
    """A name that can be saved anywhere, with the suffix the content opens by."""
    suffix = opening_suffix(title, inspection)
    stem = title[: -len(suffix)] if suffix and title.lower().endswith(suffix) else title
    return clean_component(stem, 80 - len(suffix)) + suffix


def _page(name: str, size: int, inspection: Inspection) -> Document:
    facts = [("Nama berkas", name), ("Jenis", _KINDS[inspection.kind]), ("Ukuran", format_size(size))]
    state = _STATES[inspection.state]
    blocks = (
        Title((_HEADING,)),
        Paragraph(
            "Berkas ini memuat data pribadi, sehingga disimpan di dalam PDF yang terkunci. Isinya bukan halaman, "
            "jadi dibuka dari lampiran PDF ini.",
        ),
        KeyValues(tuple((label, words) for label, words in facts)),
        *((Paragraph(state, "left"),) if state else ()),
        Paragraph("Cara membukanya:", "left", keep=True),
        ItemList(tuple(map(Item, _STEPS))),
    )
    moment = datetime.fromtimestamp(0, UTC)  # what was enclosed when is nobody's business
    return Document(DocumentFacts(name, "", _FOOT, moment), _FOOT, name, blocks)
