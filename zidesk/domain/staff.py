"""The people of the school, and who does what in the team that builds the integrity zone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from zidesk.domain.clean_text import single_line
from zidesk.domain.errors import NipRejected, NipRounded, StaffNameMissing, StaffTextTooLong
from zidesk.domain.profile import is_nip

STAFF_ROWS = 5_000
NAME_CHARACTERS = 150  # of a name and of every other text
CHANGE_AGENT = "Agen Perubahan"

_NO_NIP = {"", "-", "–", "—", "0"}
_POKJA = re.compile(r"\b(?:pokja|kelompok kerja)\s*(?:nomor\s*)?([1-9])\b", re.IGNORECASE)
_RANKS = (
    "penanggung jawab",
    "pengarah",
    "penasihat",
    "pembina",
    "ketua",
    "wakil ketua",
    "sekretaris",
    "bendahara",
)
_LEADERS = ("ketua", "koordinator", "wakil", "sekretaris")


@dataclass(frozen=True, slots=True)
class StaffMember:
    """`nip`: 18 digits, or "" for those who have none. `rank`: pangkat and golongan as printed.

    `roles`: in the team, e.g. "Ketua", "Anggota Pokja 1", "Agen Perubahan". `id` 0: not stored yet.
    """

    name: str
    nip: str = ""
    rank: str = ""
    position: str = ""  # jabatan
    roles: tuple[str, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class TeamPlace:
    """One line of the team's table: a role and who has it. `pokja` None: the head of the team."""

    role: str
    pokja: int | None
    member: StaffMember


def checked_member(member: StaffMember) -> StaffMember:
    """The member as it is kept: one line of text each, the NIP as digits only.

    Raises StaffNameMissing, StaffTextTooLong, NipRejected, NipRounded.
    """
    texts = {"nama": member.name, "pangkat": member.rank, "jabatan": member.position}
    kept = {column: single_line(text) for column, text in texts.items()}
    roles = tuple(role for role in map(single_line, member.roles) if role)
    if not kept["nama"]:
        raise StaffNameMissing
    for column, text in (*kept.items(), ("peran", "; ".join(roles))):
        if len(text) > NAME_CHARACTERS:
            raise StaffTextTooLong(column, len(text), NAME_CHARACTERS)
    return replace(
        member,
        name=kept["nama"],
        nip=_nip(member.nip),
        rank=kept["pangkat"],
        position=kept["jabatan"],
        roles=roles,
    )


def team(staff: Iterable[StaffMember]) -> tuple[TeamPlace, ...]:
    """The team's table: its head first, then each pokja with its leader first; within that as listed.

    Someone with two roles stands there twice; change agents have a table of their own.
    """
    places = [
        TeamPlace(role, pokja_of(role), member)
        for member in staff
        for role in member.roles
        if not is_change_agent(role)
    ]
    return tuple(sorted(places, key=lambda place: (place.pokja or 0, _seniority(place))))


def change_agents(staff: Iterable[StaffMember]) -> tuple[StaffMember, ...]:
    """Those whose roles say so, in the order of the list."""
    return tuple(member for member in staff if any(is_change_agent(role) for role in member.roles))


def is_change_agent(role: str) -> bool:
    return role.casefold().startswith(CHANGE_AGENT.casefold())


def pokja_of(role: str) -> int | None:
    """The number of the working group a role belongs to: "Anggota Pokja 3" → 3; None for the team's head."""
    found = _POKJA.search(role)
    return int(found[1]) if found else None


def _seniority(place: TeamPlace) -> int:
    role = place.role.casefold()
    order = _RANKS if place.pokja is None else _LEADERS
    # the longest word first, or "wakil ketua" would be found under "wakil"
    return next((order.index(word) for word in sorted(order, key=len, reverse=True) if role.startswith(word)), 99)


def _nip(text: str) -> str:
    digits = re.sub(r"[\s'’.]", "", text)
    if digits in _NO_NIP:
        return ""
    if not is_nip(digits):
        raise NipRejected(single_line(text))
    if digits.endswith("000"):  # serial numbers begin at 001
        raise NipRounded(digits)
    return digits
