"""Ceklis: every expected document of an area with a box to tick, filled from the evidence or left blank."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.gaps import AreaProgress, DocumentState, document_states
from zidesk.domain.indonesian import format_date, format_number
from zidesk.domain.instrument import ExpectedDocument, Place
from zidesk.domain.staff import team
from zidesk.services.documents.checklists.answers import EMPTY_BOX, TICKED_BOX, blank_answer, short_answer
from zidesk.services.documents.checklists.areas import AREA, area_documents, chosen_areas, pokja_title
from zidesk.services.documents.checklists.duties import Duties, until_words
from zidesk.services.documents.checklists.fitting import named, shortened
from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.letters.parts import document
from zidesk.services.documents.model.blocks import Heading, Paragraph
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import Blank, Run, Text, filled
from zidesk.services.documents.model.table import Cell, Column, Row, Table

_COLUMNS = (
    Column(width=22),
    Column(width=8, align="center"),
    Column(share=1.3),
    Column(share=1.0),
    Column(width=42),
    Column(width=25),
)
_LONGEST = 240  # characters of a title or a name in a cell
_OTHERS = 8  # evidence that stands for no expected document, by name


def build_filled(facts: PaperFacts) -> Document:
    """Raises UnknownArea."""
    return _build(facts, FILLED, blank=False)


def build_blank(facts: PaperFacts) -> Document:
    """Raises UnknownArea."""
    return _build(facts, BLANK, blank=True)


def _build(facts: PaperFacts, kind: Kind, *, blank: bool) -> Document:
    duties = Duties(facts.action_plan)
    blocks = tuple(
        block for area in chosen_areas(facts) for block in _area_blocks(facts, area, duties, blank=blank)
    )
    return document(facts, kind.title, blocks)


def _area_blocks(facts: PaperFacts, area: AreaProgress, duties: Duties, *, blank: bool) -> Iterator[Block]:
    """Everything lies on its side, so that a working group can take its pages away."""
    profile, assessment = facts.profile, facts.assessment
    yield Heading(1, f"Ceklis Data Dukung {pokja_title(area)}", numbered=False)
    yield Paragraph(
        f"{shortened(profile.school.name, _LONGEST)} · menuju {profile.target} tahun {profile.year}",
        "center",
        keep=True,
        space=2,
    )
    summary = _blank_summary(assessment, area) if blank else _summary(assessment, area)
    yield Paragraph(summary, "center", keep=True, size=10)
    head = Row(
        (
            Cell("Kode"),
            Cell("Butir penilaian dan dokumen yang diharapkan", colspan=2),
            Cell("Jawaban dan bukti"),
            Cell("Penanggung jawab"),
            Cell("Sampai dengan"),
        )
    )
    *rows, last = _area_rows(facts, area, duties, blank=blank)
    rows.append(replace(last, keep=True))  # the line to sign does not stand alone on a page
    yield Table(_COLUMNS, tuple(rows), head=(head,), size=8.5, landscape=True, padding=2)
    yield _checked_by(facts, area)


def _summary(assessment: Assessment, area: AreaProgress) -> str:
    states = [state for place in area.places for state in document_states(assessment, place.question.code)]
    required = [state for state in states if state.document.required]
    files = sum(len(assessment.uses_of(place.question.code)) for place in area.places)
    score = area.score
    return (
        f"Butir dijawab {area.answered} dari {len(area.places)} · dokumen tersedia {_present(states)} dari "
        f"{len(states)}, yang wajib {_present(required)} dari {len(required)} · bukti {files} berkas · nilai "
        f"{format_number(score.score)} dari {format_number(score.weight)} ({format_number(score.percent)} %) · "
        f"data per {format_date(assessment.changed_at.date())}"
    )


def _present(states: list[DocumentState]) -> int:
    return sum(1 for state in states if state.uses)


def _blank_summary(assessment: Assessment, area: AreaProgress) -> str:
    return f"{len(area.places)} butir, {area_documents(assessment, area)} dokumen yang diharapkan"


def _area_rows(facts: PaperFacts, area: AreaProgress, duties: Duties, *, blank: bool) -> Iterator[Row]:
    for _, of_sub_area in groupby(area.places, key=lambda place: place.sub_area.code):
        places = list(of_sub_area)
        yield _sub_area_row(places[0], area)
        for place in places:
            yield from _question_rows(facts, place, area, duties, blank=blank)


def _sub_area_row(place: Place, area: AreaProgress) -> Row:
    group = f" ({place.group.name})" if area.combined else ""
    title = f"{place.sub_area.code} {place.sub_area.name}{group}"
    return Row((Cell(title, colspan=len(_COLUMNS)),), bold=True, keep=True)


def _question_rows(
    facts: PaperFacts, place: Place, area: AreaProgress, duties: Duties, *, blank: bool
) -> Iterator[Row]:
    assessment, question = facts.assessment, place.question
    states = document_states(assessment, question.code)
    others = [] if blank else _others(assessment, states, question.code)
    duty = duties.of(place, area.node.code)
    answer = (
        blank_answer(question)
        if blank
        else short_answer(
            question, assessment.answer_of(question.code), assessment.scores.questions[question.code]
        )
    )
    yield Row(
        (
            Cell(question.code),
            Cell((Run(question.text, bold=True),), colspan=2, align="left"),
            Cell(answer, bold=not blank),
            Cell(filled(shortened(duty.who, _LONGEST), 34)),
            Cell(until_words(duty, facts.profile.year)),
        ),
        keep=bool(states or others),
    )
    for at, state in enumerate(states):
        last = at == len(states) - 1 and not others
        yield _document_row(state, blank=blank, keep=not last)
    if others:
        yield Row((Cell(), Cell("+"), Cell("Bukti lain"), Cell(named(others, _OTHERS), colspan=3)))


def _document_row(state: DocumentState, *, blank: bool, keep: bool) -> Row:
    found = bool(state.uses) and not blank
    evidence: Text = "\n".join(map(use_words, state.uses)) if found else (Blank(95),)
    return Row(
        (
            Cell(),
            Cell(TICKED_BOX if found else EMPTY_BOX),
            Cell(_document_words(state.document)),
            Cell(evidence, colspan=3),
        ),
        keep=keep,
    )


def _document_words(document: ExpectedDocument) -> str:
    marks = ", ".join(filter(None, ("wajib" if document.required else "", document.period)))
    return f"{document.name} ({marks})" if marks else document.name


def use_words(use: EvidenceUse) -> str:
    """ "02 SK Tim ZI (421/07/2026)"."""
    title = shortened(use.title or use.original_name, _LONGEST)
    number = f" ({shortened(use.number, 80)})" if use.number.strip() else ""
    return f"{use.position:02d} {title}{number}"


def _others(assessment: Assessment, states: tuple[DocumentState, ...], code: str) -> list[str]:
    standing = {use.id for state in states for use in state.uses}
    return [use_words(use) for use in assessment.uses_of(code) if use.id not in standing]


def _checked_by(facts: PaperFacts, area: AreaProgress) -> Table:
    """A line for the leader of the working group to sign."""
    number = area.node.number if area.combined else ""
    leader = next(
        (
            place.member.name
            for place in team(facts.staff)
            if str(place.pokja) == number and place.role.casefold().startswith("ketua")
        ),
        "",
    )
    who = f"Ketua Pokja {number}" if number else "Ketua Tim"
    cells: tuple[Text, ...] = (
        (Run(f"{who}: "), *_inlines(filled(leader, 60))),
        (Run("Diperiksa tanggal: "), Blank(40)),
        (Run("Tanda tangan: "), Blank(40)),
    )
    columns = (Column(share=1.4), Column(), Column())
    return Table(columns, (Row(tuple(map(Cell, cells)), height=12),), rule=False, landscape=True, padding=8)


def _inlines(text: Text) -> tuple[Run | Blank, ...]:
    return (Run(text),) if isinstance(text, str) else text


FILLED = Kind("checklist", "Ceklis Data Dukung", fields=(AREA,), build=build_filled)
BLANK = Kind("checklist-blank", "Ceklis Data Dukung Kosong", fields=(AREA,), build=build_blank)
