"""Lembar pengesahan: with two signatures, or with a table of who prepared, checked and approved."""

from zidesk.services.documents.letters.kind import (
    DATE,
    LEADER,
    PLACE,
    PRINCIPAL,
    Field,
    Kind,
    PaperFacts,
)
from zidesk.services.documents.letters.parts import (
    NAME_OF_LEADER,
    day_text,
    document,
    leader,
    place_and_date,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import KeyValues, Spacer, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import filled
from zidesk.services.documents.model.signatures import Approval, approval_table

TITLE = "Lembar Pengesahan"
_DOCUMENT = Field("dokumen", "Nama dokumen", optional=True)


def two_signatures(facts: PaperFacts) -> tuple[Block, ...]:
    """The leader of the team signs at the right, the principal takes note at the left."""
    return (signed(principal(facts, "Mengetahui,"), leader(facts, place_and_date(facts))),)


def build_signed(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    return document(facts, TITLE, (*_head(facts), *two_signatures(facts)))


def build_table(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    profile = facts.profile
    approvals = (
        Approval(
            "Disiapkan oleh",
            facts.entry("disiapkan_nama") or profile.team_leader.name,
            facts.entry("disiapkan_jabatan") or NAME_OF_LEADER,
        ),
        Approval("Diperiksa oleh", facts.entry("diperiksa_nama"), facts.entry("diperiksa_jabatan")),
        Approval(
            "Disetujui oleh",
            facts.entry("disetujui_nama") or profile.principal.name,
            facts.entry("disetujui_jabatan") or f"Kepala {profile.school.name}",
        ),
    )
    about = KeyValues(
        (
            ("Nama dokumen", _name(facts)),
            ("Nomor dokumen", filled(facts.entry("nomor"), 70)),
            ("Tanggal", day_text(facts, "tanggal", 70)),
        )
    )
    return document(facts, TITLE, (*_head(facts), about, Spacer(2), approval_table(approvals)))


def _head(facts: PaperFacts) -> tuple[Block, ...]:
    title = Title((TITLE.upper(), _name(facts).upper(), facts.profile.school.name.upper()))
    return (title, Spacer(4), *text_blocks(facts, "lembar-pengesahan/isi", {"dokumen": _name(facts)}), Spacer(4))


def _name(facts: PaperFacts) -> str:
    return facts.entry("dokumen") or "Dokumen Rencana Kerja Pembangunan Zona Integritas"


SIGNED = Kind(
    "approval",
    f"{TITLE} (dua tanda tangan)",
    fields=(_DOCUMENT, DATE),
    needs=(*PRINCIPAL, *LEADER, *PLACE),
    build=build_signed,
)
TABLE = Kind(
    "approval-table",
    f"{TITLE} (disiapkan, diperiksa, disetujui)",
    fields=(
        _DOCUMENT,
        Field("nomor", "Nomor dokumen"),
        DATE,
        Field("disiapkan_nama", "Disiapkan oleh", optional=True),
        Field("disiapkan_jabatan", "Jabatan yang menyiapkan", optional=True),
        Field("diperiksa_nama", "Diperiksa oleh"),
        Field("diperiksa_jabatan", "Jabatan yang memeriksa"),
        Field("disetujui_nama", "Disetujui oleh", optional=True),
        Field("disetujui_jabatan", "Jabatan yang menyetujui", optional=True),
    ),
    needs=("kepala.nama", "ketua_tim.nama"),
    build=build_table,
)
