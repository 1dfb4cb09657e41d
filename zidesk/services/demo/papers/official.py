"""Decrees, letters, invitations, announcements, statements and records."""

from zidesk.services.demo.dates import in_words, weekday
from zidesk.services.demo.papers.blocks import (
    Block,
    Clause,
    Facts,
    Heading,
    Letterhead,
    PageBreak,
    Section,
    Text,
)
from zidesk.services.demo.papers.context import Context

_ORDINALS = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA")
_LETTERS = "abcdefgh"


def decree(context: Context) -> tuple[Block, ...]:
    """Surat Keputusan: considerations, legal bases, decisions, signature, annex."""
    school, evidence = context.school, context.evidence
    considerations = context.area("menimbang")
    bases = (*context.general("mengingat"), *context.area("mengingat"))
    decisions = context.general("menetapkan")
    blocks: list[Block] = [
        Letterhead(),
        Heading(
            (f"KEPUTUSAN KEPALA {school.name.upper()}",),
            f"NOMOR {evidence.number}",
        ),
        Text("TENTANG", "center"),
        Text(context.matter.upper(), "center", bold=True),
        Text(f"KEPALA {school.name.upper()},", "center"),
        Clause("Menimbang", considerations, tuple(f"{c}." for c in _LETTERS[: len(considerations)])),
        Clause("Mengingat", bases, tuple(f"{i}." for i in range(1, len(bases) + 1))),
        Text("MEMUTUSKAN:", "center", bold=True),
        Facts((("Menetapkan", f"KEPUTUSAN KEPALA SEKOLAH TENTANG {context.matter.upper()}."),)),
        *(Clause(label, (text,), ("",)) for label, text in zip(_ORDINALS, decisions, strict=False)),
        context.principal_signature(),
    ]
    table = context.table()
    if table:
        annex = (
            ("Lampiran", f"Keputusan Kepala {school.name}"),
            ("Nomor", evidence.number),
            ("Tanggal", in_words(context.day)),
        )
        blocks += [PageBreak(), Facts(annex), table, context.principal_signature()]
    return tuple(blocks)


def letter(context: Context) -> tuple[Block, ...]:
    """An official letter; statements (pakta, pernyataan) take their own wording."""
    if "Pakta" in context.evidence.title or "Pernyataan Bebas" in context.evidence.title:
        return statement(context)
    opening, middle, closing = context.general("surat")
    return (
        Letterhead(),
        Text(f"{context.school.place}, {in_words(context.day)}", "left"),
        Facts(
            (
                ("Nomor", context.evidence.number),
                ("Sifat", "Biasa"),
                ("Lampiran", "1 (satu) berkas"),
                ("Hal", context.matter),
            )
        ),
        Text("Yth. Bapak/Ibu Orang Tua Murid, Guru, dan Tenaga Kependidikan\ndi tempat", "left"),
        Text(opening, indent=True),
        *(Text(finding, indent=True) for finding in context.findings()[:2]),
        Text(middle, indent=True),
        Text(closing, indent=True),
        context.principal_signature(),
    )


def invitation(context: Context) -> tuple[Block, ...]:
    opening, closing = context.general("undangan")
    agenda = "; ".join(part.rstrip(".") for part in context.area("kegiatan")[:2])
    return (
        Letterhead(),
        Text(f"{context.school.place}, {in_words(context.day)}", "left"),
        Facts((("Nomor", context.evidence.number), ("Sifat", "Penting"), ("Hal", context.evidence.title))),
        Text("Yth. Bapak/Ibu Guru dan Tenaga Kependidikan\ndi tempat", "left"),
        Text(opening, indent=True),
        Facts(
            (
                ("hari, tanggal", f"{weekday(context.day)}, {in_words(context.day)}"),
                ("pukul", "09.00 sampai selesai"),
                ("tempat", "Aula sekolah"),
                ("acara", f"{context.matter}: {agenda}"),
            )
        ),
        Text(closing, indent=True),
        context.principal_signature(),
    )


def announcement(context: Context) -> tuple[Block, ...]:
    opening, closing = context.general("pengumuman")
    table = context.table()
    return (
        Letterhead(),
        Heading(("PENGUMUMAN",), f"Nomor {context.evidence.number}"),
        Text(context.matter.upper(), "center", bold=True),
        Text(opening, indent=True),
        *(Text(finding, indent=True) for finding in context.findings()),
        *((table,) if table else ()),
        Text(closing, indent=True),
        context.principal_signature(),
    )


def statement(context: Context) -> tuple[Block, ...]:
    """Pakta integritas and declarations, signed by everybody in a list."""
    opening, closing = context.general("pernyataan")
    promises = context.general("janji")
    table = context.table()
    return (
        Letterhead(),
        Heading((context.evidence.title.upper(),), f"Nomor {context.evidence.number}"),
        Text(opening),
        Clause("", promises, tuple(f"{i}." for i in range(1, len(promises) + 1))),
        Text(closing),
        *((table,) if table else ()),
        context.principal_signature("Mengetahui\nKepala Sekolah,"),
    )


def record(context: Context) -> tuple[Block, ...]:
    """Berita acara."""
    return (
        Letterhead(),
        Heading(
            ("BERITA ACARA", context.matter.removeprefix("Berita Acara ").upper()),
            f"Nomor {context.evidence.number}",
        ),
        Text(context.fill(context.wording.general["berita_acara"]), indent=True),
        Section("Hasil"),
        *(Text(finding, indent=True) for finding in context.findings()),
        Section("Langkah yang ditempuh"),
        Clause("", context.area("langkah"), tuple(f"{i}." for i in range(1, 7))),
        Text(context.wording.general["penutup_berita_acara"], indent=True),
        context.two_signatures(context.school.leader, "Ketua Tim,"),
    )
