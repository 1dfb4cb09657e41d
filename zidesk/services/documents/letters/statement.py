"""Surat pernyataan tanggung jawab mutlak, signed by the principal over a duty stamp."""

from zidesk.services.documents.letters.kind import DATE, NUMBER, PLACE, PRINCIPAL, Kind, PaperFacts
from zidesk.services.documents.letters.parts import (
    document,
    identity,
    letterhead,
    place_and_date,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import KeyValues, Title
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.model.inline import Run, filled

TITLE = "Surat Pernyataan Tanggung Jawab Mutlak"


def build(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    school, person = facts.profile.school, facts.profile.principal
    number = filled(facts.entry("nomor"), 50)
    blocks = (
        letterhead(facts),
        Title((TITLE.upper(),), ((Run("Nomor: "), *((Run(number),) if isinstance(number, str) else number)),)),
        *text_blocks(facts, "surat-pernyataan/pembuka"),
        KeyValues(identity(person, "Kepala Sekolah", school.name), indent=8),
        *text_blocks(facts, "surat-pernyataan/isi"),
        signed(principal(facts, place_and_date(facts), stamp=True)),
    )
    return document(facts, TITLE, blocks)


KIND = Kind("statement", TITLE, fields=(NUMBER, DATE), needs=(*PRINCIPAL, *PLACE), build=build)
