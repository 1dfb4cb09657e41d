"""SK Tim ZI and SK Agen Perubahan, with the people the staff list names for them."""

from zidesk.domain.indonesian import format_nip
from zidesk.domain.instrument import Instrument
from zidesk.domain.staff import StaffMember, TeamPlace, change_agents, team
from zidesk.services.documents.letters.decree import Decree, build_decree
from zidesk.services.documents.letters.kind import LEADER, PLACE, PRINCIPAL, Field, Kind, PaperFacts
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.model.inline import filled
from zidesk.services.documents.model.table import Cell, Column, Row, Table

_NUMBER = Field("nomor", "Nomor keputusan")
_DATE = Field("tanggal", "Tanggal penetapan", "date")
_BLANK_AGENTS = 5
_BLANK_MEMBERS = 3
_PEOPLE = (
    Column("No.", 10, "center"),
    Column("Nama dan NIP", share=1.5),
    Column("Pangkat, golongan", share=1.0),
    Column("Jabatan", share=1.0),
)


def build_team(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    places = team(facts.staff) or _blank_team(facts)
    columns = (*_PEOPLE, Column("Kedudukan dalam tim", share=1.0))
    rows: list[Row] = []
    pokja: int | None = None
    for number, place in enumerate(places, 1):
        if place.pokja is not None and place.pokja != pokja:
            rows.append(_group(facts.assessment.instrument, place.pokja, len(columns)))
        pokja = place.pokja
        rows.append(Row((*_person(number, place.member), Cell(filled(place.role, 20)))))
    subject = "Tim Pembangunan Zona Integritas"
    return build_decree(facts, Decree("sk-tim", TEAM.title, subject, Table(columns, tuple(rows))))


def build_agents(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty."""
    agents = change_agents(facts.staff) or (StaffMember(""),) * _BLANK_AGENTS
    rows = tuple(Row(_person(number, agent)) for number, agent in enumerate(agents, 1))
    return build_decree(facts, Decree("sk-agen", AGENTS.title, "Agen Perubahan", Table(_PEOPLE, rows)))


def _blank_team(facts: PaperFacts) -> tuple[TeamPlace, ...]:
    """The head from the profile, and lines to fill in for each area."""
    profile = facts.profile
    head, lead = profile.principal, profile.team_leader
    places = [
        TeamPlace("Penanggung jawab", None, StaffMember(head.name, head.nip, head.rank, "Kepala Sekolah")),
        TeamPlace("Ketua", None, StaffMember(lead.name, lead.nip, lead.rank)),
        TeamPlace("Sekretaris", None, StaffMember("")),
    ]
    for number in range(1, len(_areas(facts.assessment.instrument)) + 1):
        places += [
            TeamPlace(f"{role} Pokja {number}", number, StaffMember(""))
            for role in ("Ketua", *("Anggota",) * (_BLANK_MEMBERS - 1))
        ]
    return tuple(places)


def _areas(instrument: Instrument) -> list[str]:
    """The names of the areas, by their number; every group of the enabler component has the same."""
    return [area.name for area in instrument.components[0].children[0].children]


def _group(instrument: Instrument, pokja: int, columns: int) -> Row:
    areas = _areas(instrument)
    name = f"Kelompok Kerja {pokja}"
    if pokja <= len(areas):
        name += f": {areas[pokja - 1]}"
    return Row((Cell(name, bold=True, colspan=columns, align="left"),), keep=True)


def _person(number: int, member: StaffMember) -> tuple[Cell, ...]:
    """Someone without a NIP has none; lines to fill in are dotted throughout."""
    if not member.name.strip():
        return (Cell(str(number)), *(Cell(filled("", 24)) for _ in range(3)))
    nip = f"\nNIP {format_nip(member.nip)}" if member.nip else ""
    return (Cell(str(number)), Cell(member.name + nip), Cell(member.rank or "–"), Cell(member.position or "–"))


TEAM = Kind(
    "decree-team",
    "SK Tim Pembangunan Zona Integritas",
    fields=(_NUMBER, _DATE),
    needs=(*PRINCIPAL, *LEADER, *PLACE, "pegawai"),
    build=build_team,
)
AGENTS = Kind(
    "decree-agents",
    "SK Agen Perubahan",
    fields=(_NUMBER, _DATE),
    needs=(*PRINCIPAL, *PLACE, "pegawai"),
    build=build_agents,
)
