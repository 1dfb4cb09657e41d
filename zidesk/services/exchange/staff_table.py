"""The list of staff from a table: columns nama, NIP, pangkat, jabatan, peran; all of it or nothing."""

import re
from collections.abc import Iterable
from pathlib import Path

from zidesk.domain.errors import (
    BadRow,
    NipTwice,
    StaffImportRejected,
    StaffTableUnreadable,
    TableUnreadable,
    ZideskError,
)
from zidesk.domain.plan import split_items
from zidesk.domain.staff import STAFF_ROWS, StaffMember, checked_member
from zidesk.services.exchange import limits
from zidesk.services.exchange.headings import Headings
from zidesk.services.exchange.safe_cells import unguarded
from zidesk.services.exchange.table_file import refused_as
from zidesk.services.exchange.table_records import Record, table_records

NAME, NIP, RANK, POSITION, ROLES = "nama", "nip", "pangkat", "jabatan", "peran"
STAFF = Headings(
    (NAME, NIP),
    (NAME, NIP, RANK, POSITION, ROLES),
    {
        "nama lengkap": NAME,
        "nama pegawai": NAME,
        "pangkat/golongan": RANK,
        "pangkat / golongan": RANK,
        "pangkat, golongan": RANK,
        "golongan": RANK,
        "peran dalam tim": ROLES,
        "jabatan dalam tim": ROLES,
    },
)
_COMMA_BEFORE_ROLE = re.compile(r",\s*(?=(?:ketua|wakil|sekretaris|koordinator|anggota|agen)\b)", re.IGNORECASE)


def read_staff_table(path: Path) -> tuple[StaffMember, ...]:
    """The members in the order of the table; empty cells and missing columns but name and NIP are allowed.

    Raises StaffTableUnreadable; StaffImportRejected with every bad row: no name, a wrong or a second NIP, a
    text too long; and FileVanished, FileIsFolder, FileNotRegular or FileUnreadable.
    """
    with refused_as(StaffTableUnreadable):
        _, records = table_records(path, STAFF, STAFF_ROWS)
        _refuse_formulas(path, records)
    first_lines: dict[str, int] = {}
    members: list[StaffMember] = []
    bad: list[BadRow] = []
    for record in records:
        try:
            member = checked_member(_member(record))
            first = first_lines.setdefault(member.nip, record.line)
            if member.nip and first != record.line:
                raise NipTwice(member.nip, first)
            members.append(member)
        except ZideskError as fault:
            bad.append(BadRow(record.line, record.texts[NAME], fault))
    if bad:
        raise StaffImportRejected(path, tuple(bad))
    return tuple(members)


def _refuse_formulas(path: Path, records: Iterable[Record]) -> None:
    """Nobody is called like one; a table saved with them has lost what they stood for. Raises TableUnreadable."""
    for record in records:
        if any(text.startswith("=") for text in record.texts.values()):
            raise TableUnreadable(path, "format", limits.formula(record.line))


def _member(record: Record) -> StaffMember:
    texts = {name: unguarded(text) for name, text in record.texts.items()}
    roles = _COMMA_BEFORE_ROLE.sub(";", texts.get(ROLES, ""))
    return StaffMember(texts[NAME], texts[NIP], texts.get(RANK, ""), texts.get(POSITION, ""), split_items(roles))
