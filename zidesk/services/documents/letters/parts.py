"""What letters have in common: who they are from, place and date, reference, signatures, filled texts."""

from collections.abc import Mapping
from typing import Any

from zidesk.domain.indonesian import format_date, format_nip
from zidesk.domain.profile import SECTIONS, Person
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.content.score_rows import PREDICATES
from zidesk.services.documents.letters.citations import full_citation
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.blocks import Letterhead, Paragraph, Spacer
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.model.inline import Blank, Run, Text, filled
from zidesk.services.documents.model.signatures import Signatures, Signer
from zidesk.services.documents.model.table import Cell, Column, Row, Table
from zidesk.services.documents.texts.filling import fill
from zidesk.services.documents.texts.markup import blocks_of

NAME_OF_LEADER = "Ketua Tim Pembangunan Zona Integritas"


def document(
    facts: PaperFacts, title: str, blocks: tuple[Block, ...], *, about: str = "", leading: float = 14.0
) -> Document:
    profile = facts.profile
    return Document(
        DocumentFacts(
            title=f"{title} Zona Integritas {profile.year} – {profile.school.name}",
            author=profile.school.name,
            subject=about or f"{title} pembangunan Zona Integritas menuju {profile.target} tahun {profile.year}",
            changed_at=facts.assessment.changed_at,
        ),
        title,
        profile.school.name,
        blocks,
        leading,
    )


def letterhead(facts: PaperFacts) -> Letterhead:
    return Letterhead(facts.profile.school)


def template_facts(facts: PaperFacts, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """What every text may name; facts that are not known are empty, and print as dotted lines."""
    profile, instrument = facts.profile, facts.assessment.instrument
    sections = {
        section: {key: _printable(getattr(part, SECTIONS[section][key])) for key in SECTIONS[section]}
        for section, part in profile.sections.items()
    }
    return {
        **sections,
        "predikat": PREDICATES.get(profile.target, profile.target),
        "peraturan": instrument.regulation or instrument.title,
        "peraturan_lengkap": full_citation(instrument.regulation) or instrument.title,
        "isian": dict(facts.fields),
        **(more or {}),
    }


def _printable(value: object) -> object:
    return value if isinstance(value, str) else str(value)


def text_blocks(facts: PaperFacts, key: str, more: Mapping[str, Any] | None = None) -> tuple[Block, ...]:
    """The text of this key, filled. Raises TemplateFaulty, TemplateUnknown."""
    return blocks_of(fill(key, facts.texts.text(key), template_facts(facts, more)))


def place_and_date(facts: PaperFacts, field: str = "tanggal") -> Text:
    """ "Balaraja, 5 Maret 2026", dotted where something is missing."""
    place, day = facts.profile.place.strip(), facts.day(field)
    return (
        Run(place) if place else Blank(28),
        Run(", "),
        Run(format_date(day)) if day else Blank(34),
    )


def day_text(facts: PaperFacts, field: str, length: float = 40) -> Text:
    day = facts.day(field)
    return format_date(day) if day else (Blank(length),)


def principal(facts: PaperFacts, *above: Text, stamp: bool = False) -> Signer:
    return Signer(f"Kepala {facts.profile.school.name}", facts.profile.principal, above, stamp=stamp)


def leader(facts: PaperFacts, *above: Text) -> Signer:
    return Signer(NAME_OF_LEADER, facts.profile.team_leader, above)


def is_principal(facts: PaperFacts, member: StaffMember) -> bool:
    """Nobody witnesses his own signature."""
    head = facts.profile.principal
    if head.nip and member.nip:
        return head.nip.replace(" ", "") == member.nip
    return bool(member.name) and member.name.casefold() == head.name.strip().casefold()


def signed(*signers: Signer) -> Signatures:
    return Signatures(signers)


def identity(person: Person, position: str, unit: str) -> tuple[tuple[str, Text], ...]:
    """Rows of who declares something; dotted where a fact is missing."""
    return (
        ("Nama", filled(person.name, 90)),
        ("NIP", filled(format_nip(person.nip), 90)),
        ("Pangkat, golongan", filled(person.rank, 90)),
        ("Jabatan", filled(position, 90)),
        ("Unit kerja", filled(unit, 90)),
    )


def reference(facts: PaperFacts, subject: str, attachments: Text) -> tuple[Block, ...]:
    """Number, enclosures and subject at the left; place and date at the right."""
    rows = (
        ("Nomor", filled(facts.entry("nomor"), 46), place_and_date(facts)),
        ("Lampiran", attachments, ""),
        ("Hal", subject, ""),
    )
    wide = tuple(
        Row((Cell(label), Cell(":"), Cell(value), Cell(right, align="right")))
        if right
        else Row((Cell(label), Cell(":"), Cell(value, colspan=2)))
        for label, value, right in rows
    )
    columns = (Column(width=20), Column(width=4), Column(share=1.0), Column(share=1.0))
    return (Table(columns, wide, size=11, rule=False, padding=0.5),)


def recipient(name: Text, place: Text) -> tuple[Block, ...]:
    return (
        Paragraph((Run("Yth. "), *_inlines(name)), "left", space=0),
        Paragraph((Run("di "), *_inlines(place)), "left"),
        Spacer(1),
    )


def _inlines(text: Text) -> tuple[Run | Blank, ...]:
    return (Run(text),) if isinstance(text, str) else text
