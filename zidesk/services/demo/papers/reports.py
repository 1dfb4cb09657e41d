"""Reports, plans, surveys, registers and other documents with a table."""

from itertools import chain

from zidesk.services.demo.papers.blocks import (
    Block,
    Chart,
    Clause,
    Heading,
    Letterhead,
    PageBreak,
    Section,
    Space,
    Table,
    Text,
)
from zidesk.services.demo.papers.context import Context

_TOTALS = ("Jumlah", "Indeks", "Rata-rata")


def _numbered(items: tuple[str, ...]) -> Clause:
    return Clause("", items, tuple(f"{i}." for i in range(1, len(items) + 1)))


def _paragraphs(texts: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(Text(text, indent=True) for text in texts)


def chart_of(table: Table, column: int, title: str) -> Chart:
    """Bars for one numeric column, totals left out; the label is the first wordy cell of each row."""
    label_at = 0 if table.header[0] != "No" else 1
    rows = [row for row in table.rows if row[label_at] not in _TOTALS and row[0] not in _TOTALS]
    values = tuple(float(row[column].replace(".", "").replace(",", ".")) for row in rows)
    return Chart(title, tuple(row[label_at] for row in rows), values)


def _data(context: Context) -> tuple[Block, ...]:
    table, column = context.table(), context.chart_column()
    if table is None:
        return ()
    if column is None:
        return (table,)
    return (table, chart_of(table, column, f"{table.header[column]} menurut {context.matter}"))


def report(context: Context) -> tuple[Block, ...]:
    """Laporan and rencana: title page, three chapters, data, signature."""
    school, evidence = context.school, context.evidence
    cover: tuple[Block, ...] = (
        Letterhead(),
        Space(35),
        Heading((evidence.title.upper(),), f"Nomor {evidence.number}", size=19),
        Space(80),
        Text(
            f"{school.name.upper()}\n{school.regency.upper()}\nTAHUN {context.day.year}",
            "center",
            bold=True,
            size=14,
        ),
        PageBreak(),
    )
    body: tuple[Block, ...] = (
        Heading(("BAB I", "PENDAHULUAN")),
        Section("A. Latar Belakang"),
        *_paragraphs(context.area("latar")),
        Section("B. Tujuan"),
        _numbered(context.area("tujuan")),
        Section("C. Dasar Hukum"),
        _numbered((*context.general("mengingat"), *context.area("mengingat"))),
        PageBreak(),
        Heading(("BAB II", "PELAKSANAAN DAN HASIL")),
        Section("A. Kegiatan"),
        _numbered(context.area("kegiatan")),
        Section("B. Hasil"),
        *_paragraphs(context.findings()),
        *_data(context),
    )
    closing: tuple[Block, ...] = (
        Heading(("BAB III", "PENUTUP")),
        Section("A. Rencana Tindak Lanjut"),
        _numbered(context.area("tindak_lanjut")),
        Section("B. Penutup"),
        Text(f"Demikian {evidence.title} ini disusun untuk dipergunakan sebagaimana mestinya.", indent=True),
        context.principal_signature(),
    )
    return tuple(chain(cover, body, closing))


def survey(context: Context) -> tuple[Block, ...]:
    """Survei: method, result for each element, chart, conclusion."""
    return (
        Letterhead(),
        Heading((context.evidence.title.upper(),), f"Nomor {context.evidence.number}"),
        Section("A. Cara Pengukuran"),
        Text(context.wording.general["survei"], indent=True),
        Section("B. Hasil"),
        *_data(context),
        Section("C. Simpulan"),
        *_paragraphs(context.findings()),
        context.principal_signature(),
    )


def register(context: Context) -> tuple[Block, ...]:
    """Daftar and formulir: hardly more than the table."""
    return (
        Letterhead(),
        Heading((context.evidence.title.upper(),), context.evidence.number and f"Nomor {context.evidence.number}"),
        Text(context.wording.general["register"], indent=True),
        *_data(context),
        context.principal_signature(),
    )


def document(context: Context) -> tuple[Block, ...]:
    """Dokumen: introduction, data, result; the service pledge has its own wording."""
    if context.evidence.table == "maklumat":
        return _pledge(context)
    return (
        Letterhead(),
        Heading((context.evidence.title.upper(),), context.evidence.number and f"Nomor {context.evidence.number}"),
        *_paragraphs(context.area("latar")),
        *_data(context),
        Section("Keterangan"),
        *_paragraphs(context.findings()),
        context.principal_signature(),
    )


def _pledge(context: Context) -> tuple[Block, ...]:
    return (
        Letterhead(),
        Space(18),
        Heading(("MAKLUMAT PELAYANAN",), f"Nomor {context.evidence.number}", size=24),
        Space(10),
        Text(f"“{context.wording.general['maklumat']}”", "center", bold=True, size=17),
        Space(10),
        context.principal_signature(),
    )
