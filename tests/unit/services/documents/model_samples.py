"""Documents of the content model for the tests of both renderers."""

from collections.abc import Iterable
from datetime import datetime

from zidesk.domain.profile import Person
from zidesk.services.documents.model.blocks import Contents, Cover, Heading, Paragraph, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.model.signatures import Signatures, Signer
from zidesk.services.documents.model.table import Cell, Column, Row, Table, row

CHANGED = datetime(2026, 3, 5, 9, 30)  # noqa: DTZ001  as a snapshot without a zone
LOREM = (
    "Zona Integritas adalah predikat yang diberikan kepada instansi yang pimpinan dan jajarannya mempunyai "
    "komitmen untuk mewujudkan wilayah bebas dari korupsi melalui reformasi birokrasi. "
)
PERSON = Person("Dra. Sri Wahyuni, M.Pd.", "196511121990022002", "Pembina Tingkat I, IV/b")


def paper(blocks: Iterable[Block]) -> Document:
    facts = DocumentFacts("Rencana Kerja", "SMA Contoh", "Uji", CHANGED)
    return Document(facts, "Dokumen Rencana Kerja", "SMA Contoh", tuple(blocks))


def signature() -> Signatures:
    return Signatures((Signer("Kepala SMA Contoh", PERSON, ("Balaraja, 5 Maret 2026",)),))


def month_table(rows: int) -> Table:
    """A grid of weeks with a head of two rows; wants landscape."""
    months = ("Mar", "Apr", "Mei")
    columns = (Column("No.", 10), Column("Kegiatan"), *(Column(width=6) for _ in range(12)))
    head = (
        Row((Cell("No.", rowspan=2), Cell("Kegiatan", rowspan=2), *(Cell(name, colspan=4) for name in months))),
        Row(tuple(Cell(str(week % 4 + 1)) for week in range(12))),
    )
    body = tuple(
        Row((Cell(str(at)), Cell(f"Kegiatan ke-{at}"), *(Cell(filled=week == at % 12) for week in range(12))))
        for at in range(rows)
    )
    return Table(columns, body, head, landscape=True)


def work_plan() -> Document:
    """Cover, contents, chapters over several pages, a landscape table, a signature."""
    return paper(
        (
            Cover(("DOKUMEN RENCANA KERJA", "TAHUN 2026"), ("Nomor 1",), ("SMA CONTOH",)),
            Heading(1, "Daftar Isi", numbered=False, listed=False),
            Contents(),
            Heading(1, "Pendahuluan"),
            Heading(2, "Latar Belakang"),
            *(Paragraph(LOREM * 4) for _ in range(9)),
            Heading(2, "Dasar Hukum"),
            Paragraph(LOREM),
            Heading(1, "Rencana Aksi"),
            Paragraph(LOREM),
            Heading(2, "Jadwal Bulanan"),
            month_table(40),
            Heading(2, "Ringkasan"),
            Table((Column("Area"), Column("Nilai", 20, "right")), (row("Manajemen Perubahan", "18,25"),)),
            Title(("PENUTUP",)),
            Paragraph(LOREM),
            signature(),
        )
    )
