"""Kinds of which each member of staff has one, and how each of these is called."""

from collections.abc import Iterable

from zidesk.domain.staff import StaffMember

_PER_MEMBER = frozenset({"pact", "conflict"})


def has_parts(kind: str) -> bool:
    """Whether a paper of this kind is made for each member of staff."""
    return kind in _PER_MEMBER


def member_parts(staff: Iterable[StaffMember]) -> dict[str, StaffMember]:
    """The members by the name of their part: the NIP, else the name, so that it outlives a new import of the
    list; namesakes without NIP are counted."""
    parts: dict[str, StaffMember] = {}
    for member in staff:
        base = member.nip or member.name.casefold()
        part, turn = base, 1
        while part in parts:
            turn += 1
            part = f"{base} ({turn})"
        parts[part] = member
    return parts
