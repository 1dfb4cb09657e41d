"""What stands before the first chapter: cover, approval, preface, table of contents."""

from zidesk.domain.indonesian import format_date
from zidesk.services.documents.content.letterhead_lines import address_line, office_lines, reach_parts
from zidesk.services.documents.content.score_rows import PREDICATES
from zidesk.services.documents.letters.approval import two_signatures
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.letters.parts import (
    NAME_OF_LEADER,
    place_and_date,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import Contents, Cover, Heading, KeyValues, Spacer
from zidesk.services.documents.model.document import Block
from zidesk.services.documents.model.inline import filled
from zidesk.services.documents.model.signatures import Approval, approval_table
from zidesk.services.documents.work_plan.texts import plan_text

_NAME = "Dokumen Rencana Kerja Pembangunan Zona Integritas"


def front_blocks(facts: PaperFacts) -> tuple[Block, ...]:
    """Raises TemplateFaulty."""
    return (
        _cover(facts),
        Heading(1, "Lembar Pengesahan", numbered=False),
        *text_blocks(facts, "lembar-pengesahan/isi", {"dokumen": _NAME}),
        _identity(facts),
        Spacer(6),
        *_approval(facts),
        Heading(1, "Kata Pengantar", numbered=False),
        *plan_text(facts, "kata_pengantar"),
        signed(principal(facts, place_and_date(facts))),
        Heading(1, "Daftar Isi", numbered=False, listed=False),
        Contents(),
    )


def _cover(facts: PaperFacts) -> Cover:
    profile = facts.profile
    school, target = profile.school, profile.target
    predicate = PREDICATES.get(target, target).upper()
    return Cover(
        title=(
            "DOKUMEN RENCANA KERJA",
            "PEMBANGUNAN ZONA INTEGRITAS",
            f"MENUJU {predicate} ({target})",
            f"TAHUN {profile.year}",
        ),
        middle=(*_decree(facts), f"Disusun oleh Tim Pembangunan Zona Integritas {school.name}"),
        below=(
            *office_lines(school),
            school.name.upper(),
            *filter(None, (school.address, f"{school.regency} {school.postal_code}".strip())),
        ),
    )


def _identity(facts: PaperFacts) -> KeyValues:
    """Who the plan is of, and how to reach them."""
    school = facts.profile.school
    reach = "\n".join(reach_parts(school))
    return KeyValues(
        (
            ("Unit kerja", school.name),
            ("NPSN", filled(school.npsn, 90)),
            ("Alamat", filled(address_line(school), 90)),
            ("Kontak", filled(reach, 90)),
        )
    )


def _decree(facts: PaperFacts) -> tuple[str, ...]:
    """The number under which the plan was decreed, if there is one."""
    number, day = facts.entry("nomor_sk"), facts.day("tanggal_sk")
    if not number:
        return ()
    dated = f" tanggal {format_date(day)}" if day else ""
    return (
        f"Keputusan Kepala {facts.profile.school.name}",
        f"Nomor {number}{dated}",
        "tentang Penetapan Rencana Kerja Pembangunan Zona Integritas",
        "",
    )


def _approval(facts: PaperFacts) -> tuple[Block, ...]:
    if facts.entry("pengesahan") != "tabel":
        return two_signatures(facts)
    profile = facts.profile
    return (
        approval_table(
            (
                Approval("Disiapkan oleh", profile.team_leader.name, NAME_OF_LEADER),
                Approval("Diperiksa oleh", facts.entry("diperiksa_nama"), facts.entry("diperiksa_jabatan")),
                Approval("Disetujui oleh", profile.principal.name, f"Kepala {profile.school.name}"),
            )
        ),
    )
