"""Pakta integritas: one page for each member of staff, a blank one where the list is empty."""

from collections.abc import Iterator
from dataclasses import replace

from zidesk.domain.profile import Person
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.letters.kind import DATE, PLACE, PRINCIPAL, Kind, PaperFacts
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
from zidesk.services.documents.model.blocks import KeyValues, PageBreak, Paragraph, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.signatures import Signer

TITLE = "Pakta Integritas"


def build(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    text = text_blocks(facts, "pakta-integritas/isi")
    members = facts.staff or (StaffMember(""),)
    blocks = tuple(
        block for at, member in enumerate(members) for block in _page(facts, member, text, first=at == 0)
    )
    return document(facts, TITLE, blocks)


def for_each(facts: PaperFacts) -> Iterator[tuple[StaffMember, PaperFacts]]:
    """The facts of a paper of its own for each member of staff."""
    for member in facts.staff:
        yield member, replace(facts, staff=(member,))


def _page(facts: PaperFacts, member: StaffMember, text: tuple[Block, ...], *, first: bool) -> Iterator[Block]:
    person = Person(member.name, member.nip, member.rank)
    if not first:
        yield PageBreak()
    yield letterhead(facts)
    yield Title((TITLE.upper(),), outline=f"{TITLE} – {member.name}" if member.name else TITLE)
    yield Paragraph("Saya yang bertanda tangan di bawah ini:")
    yield KeyValues(identity(person, member.position, facts.profile.school.name), indent=8)
    yield from text
    declares = Signer("Pembuat pernyataan", person, (place_and_date(facts),))
    if is_principal(facts, member):
        yield signed(replace(declares, position=f"Kepala {facts.profile.school.name}"))
    else:
        yield signed(principal(facts, "Menyaksikan,"), declares)


KIND = Kind("pact", TITLE, fields=(DATE,), needs=(*PRINCIPAL, *PLACE, "pegawai"), build=build)
