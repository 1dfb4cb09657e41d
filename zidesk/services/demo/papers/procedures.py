"""SOP: the head with its facts and the flow table of steps and who does them."""

from zidesk.services.demo.dates import in_words
from zidesk.services.demo.papers.blocks import Block, Facts, Heading, Letterhead, Table
from zidesk.services.demo.papers.context import Context

_MARK = "•"


def procedure(context: Context) -> tuple[Block, ...]:
    actors: list[str] = context.wording.general["pelaksana_sop"]
    chance = context.evidence.chance("sop")
    steps = context.area("langkah")
    rows = []
    for i, step in enumerate(steps):
        doer = 0 if i == 0 else len(actors) - 1 if i == len(steps) - 2 else 1 + (i > 2)
        marks = [_MARK if place == doer else "" for place in range(len(actors))]
        minutes = chance.choice(("5 menit", "10 menit", "15 menit", "30 menit", "1 jam"))
        output = chance.choice(("Berkas lengkap", "Catatan register", "Naskah", "Lembar kendali", "Disposisi"))
        rows.append((str(i + 1), step, *marks, "Berkas permohonan", minutes, output))
    return (
        Letterhead(),
        Heading(("STANDAR OPERASIONAL PROSEDUR", context.matter.upper())),
        Facts(
            (
                ("Nomor SOP", context.evidence.number),
                ("Tanggal pengesahan", in_words(context.day)),
                ("Disahkan oleh", f"{context.school.principal.name}, NIP {context.school.principal.nip}"),
                ("Dasar hukum", context.area("mengingat")[0].rstrip(";")),
            )
        ),
        Table(
            ("No", "Kegiatan", *actors, "Kelengkapan", "Waktu", "Keluaran"),
            tuple(rows),
            (1, 8, *(2.6 for _ in actors), 4.5, 2.6, 4.5),
        ),
    )
