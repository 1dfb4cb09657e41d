"""Members of staff and the team's table."""

import pytest

from zidesk.domain.errors import NipRejected, NipRounded, StaffNameMissing, StaffTextTooLong
from zidesk.domain.staff import StaffMember, change_agents, checked_member, pokja_of, team

NIP = "196803141994031007"


def test_a_member_is_tidied() -> None:
    given = StaffMember(" Budi \n Santosa ", "19680314 199403 1 007", " Pembina ", "Guru", (" Ketua ", " "))
    assert checked_member(given) == StaffMember("Budi Santosa", NIP, "Pembina", "Guru", ("Ketua",))


@pytest.mark.parametrize("nip", ["", "-", "–", " ", "0"])
def test_some_have_no_nip(nip: str) -> None:
    assert checked_member(StaffMember("Budi", nip)).nip == ""


@pytest.mark.parametrize(
    ("member", "fault"),
    [
        (StaffMember(" "), StaffNameMissing),
        (StaffMember("x" * 151), StaffTextTooLong),
        (StaffMember("Budi", "12345"), NipRejected),
        (StaffMember("Budi", "196813141994031007"), NipRejected),
        (StaffMember("Budi", "196803141994031000"), NipRounded),
    ],
)
def test_refused(member: StaffMember, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        checked_member(member)


def test_a_name_of_120_characters_is_kept() -> None:
    assert len(checked_member(StaffMember("x" * 120)).name) == 120


def test_the_teams_table() -> None:
    staff = (
        StaffMember("A", roles=("Anggota Pokja 2", "Agen Perubahan")),
        StaffMember("B", roles=("Sekretaris",)),
        StaffMember("C", roles=("Koordinator Pokja 2",)),
        StaffMember("D", roles=("Ketua", "Koordinator Pokja 1")),
        StaffMember("E", roles=("Wakil Ketua",)),
        StaffMember("F"),
    )
    assert [(place.member.name, place.pokja) for place in team(staff)] == [
        ("D", None),
        ("E", None),
        ("B", None),
        ("D", 1),
        ("C", 2),
        ("A", 2),
    ]
    assert [member.name for member in change_agents(staff)] == ["A"]


@pytest.mark.parametrize(
    ("role", "pokja"), [("Anggota Pokja 3", 3), ("anggota kelompok kerja 1", 1), ("Ketua", None)]
)
def test_pokja(role: str, pokja: int | None) -> None:
    assert pokja_of(role) == pokja
