"""Who signs, and the table papers are prepared, checked and approved in."""

from dataclasses import dataclass

from zidesk.domain.profile import Person
from zidesk.services.documents.model.inline import Text, filled
from zidesk.services.documents.model.table import Cell, Column, Row, Table


@dataclass(frozen=True, slots=True)
class Signer:
    """`above`: lines over the position ("Mengetahui,", place and date). Facts of `person` that are missing
    become dotted lines; `nip` False leaves rank and NIP out. `stamp`: room for a duty stamp is marked."""

    position: str
    person: Person
    above: tuple[Text, ...] = ()
    nip: bool = True
    stamp: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """One signer stands at the right, two side by side, more in rows of two. Never alone on a page."""

    signers: tuple[Signer, ...]


@dataclass(frozen=True, slots=True)
class Approval:
    """One line of the table: "Disiapkan oleh", who, as what."""

    label: str
    name: str = ""
    position: str = ""


def approval_table(approvals: tuple[Approval, ...]) -> Table:
    """Disiapkan / diperiksa / disetujui: name, position, room to sign, date."""
    return Table(
        columns=(
            Column("", 30),
            Column("Nama", share=1.2),
            Column("Jabatan", share=1.2),
            Column("Tanda Tangan", 36),
            Column("Tanggal", 26),
        ),
        rows=tuple(
            Row(
                (
                    Cell(approval.label, bold=True),
                    Cell(filled(approval.name, 30)),
                    Cell(filled(approval.position, 30)),
                    Cell(),
                    Cell(),
                ),
                height=25,
            )
            for approval in approvals
        ),
    )
