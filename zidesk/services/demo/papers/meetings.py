"""Minutes and attendance lists."""

from zidesk.services.demo.dates import in_words, weekday
from zidesk.services.demo.papers.blocks import Block, Clause, Facts, Heading, Letterhead, Section, Table, Text
from zidesk.services.demo.papers.context import Context


def _occasion(context: Context) -> Facts:
    return Facts(
        (
            ("Hari, tanggal", f"{weekday(context.day)}, {in_words(context.day)}"),
            ("Pukul", "09.00-11.30"),
            ("Tempat", "Aula sekolah"),
            ("Acara", context.matter.removeprefix("Notula ").removeprefix("Daftar Hadir ")),
        )
    )


def minutes(context: Context) -> tuple[Block, ...]:
    """Notula: occasion, discussion, decisions, who does what by when."""
    chance = context.evidence.chance("notula")
    staff = context.school.staff
    points = context.area("pembahasan")
    actions = context.area("tindak_lanjut")
    due = ("akhir bulan ini", "dua minggu", "rapat berikutnya", "akhir triwulan")
    follow_up = Table(
        ("No", "Tindak Lanjut", "Penanggung Jawab", "Batas Waktu"),
        tuple(
            (str(i), action, chance.choice(staff[2:40]).name, chance.choice(due))
            for i, action in enumerate(actions, start=1)
        ),
        (1, 8, 6, 4),
    )
    return (
        Letterhead(),
        Heading(("NOTULA",), context.evidence.number and f"Nomor {context.evidence.number}"),
        _occasion(context),
        Facts(
            (
                ("Pimpinan rapat", context.school.principal.name),
                ("Peserta", f"{chance.randint(21, 34)} orang (daftar hadir terlampir)"),
            )
        ),
        Section("A. Pembahasan"),
        Clause("", points, tuple(f"{i}." for i in range(1, len(points) + 1))),
        Section("B. Simpulan"),
        *(Text(finding, indent=True) for finding in context.findings()),
        Section("C. Tindak Lanjut"),
        follow_up,
        context.two_signatures(chance.choice(staff[6:40]), "Notulis,"),
    )


def attendance(context: Context) -> tuple[Block, ...]:
    """Daftar hadir; a table with a signature column, or a recapitulation."""
    table = context.table()
    return (
        Letterhead(),
        Heading((context.evidence.title.upper(),), context.evidence.number and f"Nomor {context.evidence.number}"),
        *((_occasion(context),) if table is None or table.signed else ()),
        *((table,) if table else ()),
        context.principal_signature(),
    )
