"""Maklumat pelayanan, and the statement that nobody's own interests are at stake."""

from dataclasses import replace

from zidesk.domain.profile import Person
from zidesk.services.documents.letters.kind import DATE, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.letters.parts import (
    document,
    identity,
    letterhead,
    place_and_date,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import ItemList, KeyValues, Paragraph, Spacer, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.signatures import Signer


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
    """Of whoever is entered, else of the principal. Raises TemplateFaulty."""
    school, head = facts.profile.school.name, facts.profile.principal
    own = facts.entry("nama") != ""
    person = Person(facts.entry("nama"), facts.entry("nip"), facts.entry("pangkat")) if own else head
    position = facts.entry("jabatan") if own else "Kepala Sekolah"
    signer = Signer("Pembuat pernyataan", person, (place_and_date(facts),), stamp=True)
    witnesses = (principal(facts, "Mengetahui,"), signer) if own else (signer,)
    blocks = (
        letterhead(facts),
        Title(("SURAT PERNYATAAN", "BEBAS BENTURAN KEPENTINGAN")),
        Paragraph("Saya yang bertanda tangan di bawah ini:"),
        KeyValues(identity(person, position, school), indent=8),
        *text_blocks(facts, "benturan-kepentingan/isi"),
        signed(*witnesses),
    )
    return document(facts, CONFLICT.title, blocks)


PLEDGE = Kind("pledge", "Maklumat Pelayanan", fields=(DATE,), needs=(*PRINCIPAL, *PLACE), build=build_pledge)
CONFLICT = Kind(
    "conflict",
    "Surat Pernyataan Bebas Benturan Kepentingan",
    fields=(
        DATE,
        Field("nama", "Nama (kosong: kepala sekolah)", optional=True),
        Field("nip", "NIP", optional=True),
        Field("pangkat", "Pangkat, golongan", optional=True),
        Field("jabatan", "Jabatan", optional=True),
    ),
    needs=(*PRINCIPAL, *PLACE),
    build=build_conflict,
)
