"""The papers of a meeting: undangan, daftar hadir, notula, berita acara."""

from zidesk.domain.profile import Person
from zidesk.services.documents.letters.kind import DATE, LEADER, NUMBER, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.letters.parts import (
    day_text,
    document,
    leader,
    letterhead,
    place_and_date,
    principal,
    recipient,
    reference,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import Heading, Item, ItemList, KeyValues, Paragraph, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import Blank, Run, Text, dots, filled
from zidesk.services.documents.model.signatures import Signer
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.texts.filters import hari

_EVENT = Field("acara", "Acara")
_HELD = Field("tanggal_acara", "Hari dan tanggal acara", "date")
_TIME = Field("waktu", "Waktu")
_WHERE = Field("tempat", "Tempat")
_MEETING = (_EVENT, _HELD, _TIME, _WHERE)
_BLANK_ROWS = 25
_BLANK_LINES = 4
_MOST_ROWS = 500


def build_invitation(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    subject = f"Undangan {facts.entry('acara')}".strip()
    blocks = (
        letterhead(facts),
        *reference(facts, subject, facts.entry("lampiran") or "–"),
        *recipient(filled(facts.entry("penerima"), 60), filled(facts.entry("tempat_penerima") or "Tempat", 50)),
        *text_blocks(facts, "undangan/pembuka"),
        _when_and_where(facts),
        *text_blocks(facts, "undangan/penutup"),
        signed(principal(facts)),
    )
    return document(facts, INVITATION.title, blocks)


def build_attendance(facts: PaperFacts) -> Document:
    """The staff, or lines to fill in; every second one signs further right."""
    count = min(int(facts.entry("baris") or _BLANK_ROWS), _MOST_ROWS)
    people: list[tuple[str, str]] = [(member.name, member.position) for member in facts.staff]
    if facts.entry("baris") or not people:
        people = [("", "")] * count
    rows = tuple(
        Row(
            (
                Cell(str(number)),
                Cell(name),
                Cell(position),
                Cell(f"{number}." if number % 2 else ""),
                Cell("" if number % 2 else f"{number}."),
            ),
            height=9,
        )
        for number, (name, position) in enumerate(people, 1)
    )
    columns = (Column(width=10, align="center"), Column(share=1.3), Column(), Column(width=27), Column(width=27))
    head = Row((Cell("No."), Cell("Nama"), Cell("Jabatan"), Cell("Tanda tangan", colspan=2)), bold=True)
    blocks = (
        letterhead(facts),
        Title((ATTENDANCE.title.upper(),)),
        _when_and_where(facts),
        Table(columns, rows, head=(head,), size=10),
        signed(principal(facts, place_and_date(facts, "tanggal_acara"))),
    )
    return document(facts, ATTENDANCE.title, blocks)


def build_minutes(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    led = (
        ("Pemimpin rapat", filled(facts.entry("pemimpin") or facts.profile.principal.name, 80)),
        ("Notulis", filled(facts.entry("notulis"), 80)),
    )
    blocks: tuple[Block, ...] = (
        letterhead(facts),
        Title((MINUTES.title.upper(),)),
        _when_and_where(facts, *led),
        Heading(2, "Agenda"),
        _lines(facts, "agenda"),
        Heading(2, "Jalannya rapat"),
        *_paragraphs(facts, "pembahasan"),
        Heading(2, "Keputusan"),
        _lines(facts, "keputusan"),
        Heading(2, "Tindak lanjut"),
        _follow_up(facts),
        *text_blocks(facts, "notula/penutup"),
        signed(
            principal(facts, "Mengetahui,"),
            Signer(
                "Notulis", Person(facts.entry("notulis")), (place_and_date(facts, "tanggal_acara"),), nip=False
            ),
        ),
    )
    return document(facts, MINUTES.title, blocks)


def build_record(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    title = f"{RECORD.title} {facts.entry('acara')}".upper().strip()
    number: Text = (Run("Nomor: "), *_inlines(filled(facts.entry("nomor"), 50)))
    blocks = (
        letterhead(facts),
        Title((title,), (number,)),
        *text_blocks(facts, "berita-acara/pembuka"),
        _lines(facts, "hasil"),
        *text_blocks(facts, "berita-acara/penutup"),
        signed(principal(facts, "Mengetahui,"), leader(facts, place_and_date(facts))),
    )
    return document(facts, RECORD.title, blocks)


def _when_and_where(facts: PaperFacts, *more: tuple[str, Text]) -> KeyValues:
    day = facts.day("tanggal_acara")
    when: Text = (Run(f"{hari(day)}, "), *_inlines(day_text(facts, "tanggal_acara"))) if day else (Blank(80),)
    return KeyValues(
        (
            ("Acara", filled(facts.entry("acara"), 80)),
            ("Hari, tanggal", when),
            ("Waktu", filled(facts.entry("waktu"), 80)),
            ("Tempat", filled(facts.entry("tempat"), 80)),
            *more,
        ),
        indent=8,
    )


def _lines(facts: PaperFacts, key: str) -> ItemList:
    """What was entered line by line, or dotted lines."""
    return ItemList(tuple(Item(line) for line in facts.lines(key) or (dots(145),) * _BLANK_LINES))


def _paragraphs(facts: PaperFacts, key: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line) for line in facts.lines(key) or (dots(158),) * _BLANK_LINES)


def _follow_up(facts: PaperFacts) -> Table:
    """ "Uraian; penanggung jawab; tenggat" by line."""
    columns = (
        Column("No.", 10, "center"),
        Column("Uraian"),
        Column("Penanggung jawab", 42),
        Column("Tenggat", 32),
    )
    entries = [tuple(part.strip() for part in line.split(";")) for line in facts.lines("tindak_lanjut")]
    rows = [
        Row((Cell(str(number)), *(Cell(part) for part in entry[:3])), height=0 if entries else 9)
        for number, entry in enumerate(entries or [()] * _BLANK_LINES, 1)
    ]
    return Table(columns, tuple(rows))


def _inlines(text: Text) -> tuple[Run | Blank, ...]:
    return (Run(text),) if isinstance(text, str) else text


INVITATION = Kind(
    "invitation",
    "Undangan",
    fields=(
        NUMBER,
        DATE,
        Field("lampiran", "Lampiran", optional=True),
        Field("penerima", "Penerima"),
        Field("tempat_penerima", "Tempat penerima", optional=True),
        *_MEETING,
    ),
    needs=(*PRINCIPAL, *PLACE),
    build=build_invitation,
)
ATTENDANCE = Kind(
    "attendance",
    "Daftar Hadir",
    fields=(*_MEETING, Field("baris", "Jumlah baris kosong", "number", optional=True)),
    needs=(*PRINCIPAL, *PLACE),
    build=build_attendance,
)
MINUTES = Kind(
    "minutes",
    "Notula Rapat",
    fields=(
        *_MEETING,
        Field("pemimpin", "Pemimpin rapat", optional=True),
        Field("notulis", "Notulis"),
        Field("agenda", "Agenda, satu per baris", "lines"),
        Field("pembahasan", "Jalannya rapat", "lines"),
        Field("keputusan", "Keputusan, satu per baris", "lines"),
        Field("tindak_lanjut", "Tindak lanjut: uraian; penanggung jawab; tenggat", "lines"),
    ),
    needs=(*PRINCIPAL, *PLACE),
    build=build_minutes,
)
RECORD = Kind(
    "record",
    "Berita Acara",
    fields=(NUMBER, DATE, _EVENT, _WHERE, Field("hasil", "Hasil, satu per baris", "lines")),
    needs=(*PRINCIPAL, *LEADER, *PLACE),
    build=build_record,
)
