"""Maklumat pelayanan, and the statement that nobody's own interests are at stake."""

from collections.abc import Iterator
from dataclasses import replace

from zidesk.domain.profile import Person
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.letters.kind import DATE, PERSON, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.letters.parts import (
    document,
    identity,
    is_principal,
    letterhead,
    place_and_date,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import ItemList, KeyValues, PageBreak, Paragraph, Spacer, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.signatures import Signer

_HEAD = "Kepala Sekolah"


def build_pledge(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    blocks = (
        letterhead(facts),
        Spacer(12),
        Title((PLEDGE.title.upper(), facts.profile.school.name.upper())),
        Spacer(8),
        *map(_enlarged, text_blocks(facts, "maklumat/isi")),
        Spacer(8),
        signed(principal(facts, place_and_date(facts))),
    )
    return document(facts, PLEDGE.title, blocks)


def _enlarged(block: Block) -> Block:
    """It hangs on a wall and is read from a distance."""
    return replace(block, size=14.0) if isinstance(block, Paragraph | ItemList) else block


def build_conflict(facts: PaperFacts) -> Document:
    """Of whoever is entered, else one page for each member of staff, of the principal where the list is empty.

    Raises TemplateFaulty.
    """
    text = text_blocks(facts, "benturan-kepentingan/isi")
    blocks = tuple(
        block
        for at, member in enumerate(_declaring(facts))
        for block in _declaration(facts, member, text, first=at == 0)
    )
    return document(facts, CONFLICT.title, blocks)


def _declaring(facts: PaperFacts) -> tuple[StaffMember, ...]:
    name, nip, rank, position = map(facts.entry, PERSON)
    if name:
        return (StaffMember(name, nip, rank, position),)
    return facts.staff or (_head(facts),)


def _head(facts: PaperFacts) -> StaffMember:
    head = facts.profile.principal
    return StaffMember(head.name, head.nip, head.rank, _HEAD)


def _declaration(
    facts: PaperFacts, member: StaffMember, text: tuple[Block, ...], *, first: bool
) -> Iterator[Block]:
    person = Person(member.name, member.nip, member.rank)
    if not first:
        yield PageBreak()
    yield letterhead(facts)
    head = ("SURAT PERNYATAAN", "BEBAS BENTURAN KEPENTINGAN")
    yield Title(head, outline=f"{CONFLICT.title} – {member.name}" if member.name else CONFLICT.title)
    yield Paragraph("Saya yang bertanda tangan di bawah ini:")
    yield KeyValues(identity(person, member.position, facts.profile.school.name), indent=8)
    yield from text
    signer = Signer("Pembuat pernyataan", person, (place_and_date(facts),), stamp=True)
    alone = is_principal(facts, member) or member == _head(facts)
    yield signed(signer) if alone else signed(principal(facts, "Mengetahui,"), signer)


PLEDGE = Kind("pledge", "Maklumat Pelayanan", fields=(DATE,), needs=(*PRINCIPAL, *PLACE), build=build_pledge)
CONFLICT = Kind(
    "conflict",
    "Surat Pernyataan Bebas Benturan Kepentingan",
    fields=(
        DATE,
        Field("nama", "Nama (kosong: semua pegawai)", optional=True),
        Field("nip", "NIP", optional=True),
        Field("pangkat", "Pangkat, golongan", optional=True),
        Field("jabatan", "Jabatan", optional=True),
    ),
    needs=(*PRINCIPAL, *PLACE),
    build=build_conflict,
)
