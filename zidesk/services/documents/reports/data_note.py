"""Catatan penanganan data pribadi (UU 27/2022): what personal data is handed over, how, to whom, for how long."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from zidesk.domain.evidence import EvidenceUse, Treatment
from zidesk.domain.indonesian import format_number
from zidesk.domain.instrument import Place
from zidesk.domain.privacy import PersonalKind
from zidesk.domain.profile import Person
from zidesk.services.documents.checklists.fitting import shortened
from zidesk.services.documents.letters.kind import DATE, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.letters.parts import (
    document,
    letterhead,
    place_and_date,
    principal,
    signed,
    text_blocks,
)
from zidesk.services.documents.model.blocks import Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.signatures import Signatures, Signer
from zidesk.services.documents.model.table import Column, Row, Table, row

_KINDS = {
    PersonalKind.NIK: "NIK",
    PersonalKind.NISN: "NISN",
    PersonalKind.NIP: "NIP",
    PersonalKind.PHONE: "nomor telepon",
}
_LATER = "ditetapkan saat paket dibuat"
_LEFT_OUT, _LOCKED, _COVERED, _AS_IT_IS = (
    "tidak disertakan",
    "dikunci",
    "sebagian ditutup",
    "disertakan apa adanya",
)
_COLUMNS = (
    Column("No.", 10, "right"),
    Column("Kode", 21),
    Column("Butir", share=1.6),
    Column("Berkas", 15, "right"),
    Column("Jenis data", share=1.0),
    Column("Cara diserahkan", share=1.0),
)


@dataclass(frozen=True)
class _Held:
    """The marked evidence of a question."""

    place: Place
    uses: tuple[EvidenceUse, ...]


def build_data_note(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    held = _held(facts)
    ways = {_content(use): way_of(use, facts) for item in held for use in item.uses}
    told = {
        "berkas": len(ways),
        "butir": len(held),
        "dikunci": sum(1 for way in ways.values() if way == _LOCKED),
    }
    blocks: list[Block] = [letterhead(facts), Title((KIND.title.upper(),))]
    blocks += text_blocks(facts, "catatan-data/pembuka", told)
    if held:
        rows = tuple(_row(facts, number, item) for number, item in enumerate(held, 1))
        blocks.append(Table(_COLUMNS, rows, size=8.5, padding=2))
    blocks += text_blocks(facts, "catatan-data/ketentuan", told)
    blocks.append(_signatures(facts))
    return document(facts, KIND.title, tuple(blocks))


def way_of(use: EvidenceUse, facts: PaperFacts) -> str:
    """How a marked file is handed over, in the words of the note; outside a bundle that is not settled yet."""
    if facts.bundled and use.id not in {item.use.id for item in facts.plan.by_question.get(use.question_code, ())}:
        return _LEFT_OUT
    done = frozenset() if use.handed is None else use.handed.treatments
    if Treatment.LOCKED in done:
        return _LOCKED
    if Treatment.REDACTED in done or (use.covered and not facts.bundled):
        return _COVERED
    return _AS_IT_IS if facts.bundled else _LATER


def _held(facts: PaperFacts) -> tuple[_Held, ...]:
    """Within what the bundle covers, in the order of the sheet."""
    found = (
        _Held(place, tuple(use for use in facts.assessment.uses_of(place.question.code) if use.personal))
        for place in facts.plan.places
    )
    return tuple(item for item in found if item.uses)


def _row(facts: PaperFacts, number: int, item: _Held) -> Row:
    ways = Counter(way_of(use, facts) for use in item.uses)
    question = item.place.question
    return row(
        str(number),
        question.code,
        shortened(question.short_title or question.text, 160),
        format_number(len(item.uses), 0),
        _kinds(facts, item.uses),
        "\n".join(f"{count} {way}" for way, count in ways.items()) if len(ways) > 1 else next(iter(ways)),
    )


def _kinds(facts: PaperFacts, uses: Sequence[EvidenceUse]) -> str:
    """What was found in the texts of these files; what is in pictures nobody has read."""
    found = {kind for use in uses for kind in facts.personal_kinds.get(_content(use), ())}
    named = [_KINDS[kind] for kind in PersonalKind if kind in found]
    return ", ".join(filter(None, (*named, facts.entry("jenis")))) or "data pribadi lain"


def _content(use: EvidenceUse) -> str:
    """The hash of what was attached, whatever is handed over for it."""
    return (use.file if use.handed is None else use.handed.original).sha256


def _signatures(facts: PaperFacts) -> Signatures:
    """Who is in charge of the data signs and the principal takes note; with nobody named the principal signs."""
    name = facts.entry("pengelola_nama")
    if not name:
        return signed(principal(facts, place_and_date(facts)))
    person = Person(name, facts.entry("pengelola_nip"))
    position = facts.entry("pengelola_jabatan") or "Penanggung jawab data pribadi"
    return signed(principal(facts, "Mengetahui,"), Signer(position, person, (place_and_date(facts),)))


KIND = Kind(
    "data-note",
    "Catatan Penanganan Data Pribadi",
    fields=(
        DATE,
        Field("tujuan", "Tujuan penyerahan", "lines", optional=True),
        Field("penerima", "Yang boleh membuka", "lines", optional=True),
        Field("hapus", "Dihapus paling lambat"),
        Field("jenis", "Jenis data lain yang termuat", optional=True),
        Field("pengelola_nama", "Penanggung jawab data pribadi", optional=True),
        Field("pengelola_nip", "NIP penanggung jawab", optional=True),
        Field("pengelola_jabatan", "Jabatan penanggung jawab", optional=True),
    ),
    needs=(*PRINCIPAL, *PLACE),
    build=build_data_note,
)
