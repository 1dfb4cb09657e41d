"""An invented school that has used everything the program offers, with a few kilobytes of files.

A release with a new table adds here what fills it; the maker refuses while one is empty.
"""

from datetime import date
from fractions import Fraction
from pathlib import Path

from PIL import Image

from zidesk.domain.plan import PlanRow, PlanState, Week
from zidesk.domain.redaction import Box
from zidesk.domain.staff import StaffMember
from zidesk.services.answers.answering import answer_question
from zidesk.services.changes.kinds import DecidePersonal, RemoveUses, SetFulfilment, SetRedactions, ShareUses
from zidesk.services.changes.performing import perform
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.papers import changes as papers
from zidesk.services.papers.making import make_paper
from zidesk.services.papers.signed import attach_signed
from zidesk.services.plan.editing import add_row
from zidesk.services.plan.monitoring import take_snapshot
from zidesk.services.staff.listing import add_member
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

FIRST, SECOND = "A.I.1.i.a", "A.I.1.i.b"


def fill(workspace: Workspace, resources: Resources, scratch: Path) -> None:
    _answers(workspace)
    _evidence(workspace, scratch)
    _plan_and_staff(workspace)
    _papers(workspace, resources, scratch)
    take_snapshot(workspace, "Triwulan I")


def _answers(workspace: Workspace) -> None:
    for code, text, note in (
        (FIRST, "Tidak", ""),
        (FIRST, "Ya", "SK sudah terbit; “lihat butir b”."),
        (SECOND, "A", ""),
        ("A.I.1.ii.a", "Ya", "dihapus lagi"),
        ("A.I.1.ii.a", "", ""),
    ):
        answer_question(workspace, code, text, note, "siti")


def _evidence(workspace: Workspace, scratch: Path) -> None:
    decree, photo, table, late = (
        small_file(scratch, name) for name in ("SK Tim.pdf", "Rapat.jpg", "Nilai.csv", "b.png")
    )
    caption = Caption("SK Tim Kerja ZI", "421.3/12/2026", date(2026, 1, 12))
    use = add_files(workspace, [FIRST], [decree], caption).added_uses[0]
    expected = workspace.instrument.question(FIRST).documents[0].name
    perform(workspace, SetFulfilment(use.id, expected, True))
    perform(workspace, ShareUses((use.id,), (SECOND,)))
    shown = add_files(workspace, [SECOND], [photo]).added_uses[0].file.sha256
    names = add_files(workspace, [], [table]).added_uses[0].file.sha256
    thrown = add_files(workspace, [SECOND], [late]).added_uses[0]
    perform(workspace, RemoveUses((thrown.id,)))
    perform(workspace, DecidePersonal((names,), True), "siti")
    perform(workspace, DecidePersonal((shown,), False), "siti")
    perform(workspace, SetRedactions(shown, (Box(1, 0.25, 0.25, 0.5, 0.75),)))


def _plan_and_staff(workspace: Workspace) -> None:
    add_row(
        workspace,
        PlanRow(
            FIRST, "Tim terbentuk", "Menyusun SK tim", ("Rapat", "Penetapan"), "SK", ("SK Tim",), "Pokja 1",
            frozenset({Week(1, 2), Week(2, 1)}), Fraction(100), Fraction(175, 2), "catatan", PlanState.RUNNING,
        ),
    )  # fmt: skip
    add_row(workspace, PlanRow("A.I.2"))
    add_member(
        workspace, StaffMember("Siti Rahma, S.Pd.", "", "Penata, III/c", "Guru", ("Ketua", "Agen Perubahan"))
    )
    add_member(workspace, StaffMember("Budi"))


def _papers(workspace: Workspace, resources: Resources, scratch: Path) -> None:
    papers.perform(workspace, papers.SetFields("cover", {"penerima": "Tim Penilai Internal"}))
    papers.perform(workspace, papers.SetText("surat-pernyataan/pembuka", "Yang bertanda tangan di bawah ini:"))
    make_paper(workspace, "cover", scratch / "surat.pdf", resources)
    attach_signed(workspace, "statement", small_file(scratch, "Pernyataan.jpg"), resources)


def small_file(scratch: Path, name: str) -> Path:
    """A small file of the kind its name says; its content differs with the name."""
    path = scratch / name
    if path.suffix == ".csv":
        path.write_text("kode;nilai\nA;100\n", encoding="utf-8")
    else:
        shade = sum(name.encode()) % 256
        Image.new("RGB", (48, 32), (shade, 255 - shade, 120)).save(path)
    return path
