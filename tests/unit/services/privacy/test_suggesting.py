"""What looks personal and was not decided about: from texts, tables, documents and names."""

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from tests.unit.services.privacy.conftest import ROW, Attach
from zidesk.domain.errors import Cancelled
from zidesk.domain.privacy import PersonalKind
from zidesk.domain.progress import CancelToken, silent
from zidesk.services.changes.kinds import DecidePersonal
from zidesk.services.changes.performing import perform
from zidesk.services.privacy import suggesting
from zidesk.services.privacy.holdings import kinds_held
from zidesk.services.privacy.suggesting import PersonalSearch
from zidesk.services.search.index import SearchIndex
from zidesk.storage.personal_findings import NAME
from zidesk.storage.workspace import Workspace

NIK, NISN, NIP, PHONE = PersonalKind
HEAD = "No;Nama;NISN;NIK;HP\n"


def found(workspace: Workspace, search: PersonalSearch | None = None) -> dict[str, dict[PersonalKind, int]]:
    search = search or PersonalSearch(workspace)
    items = search.suggestions(workspace.assessment(), silent, CancelToken())
    return {item.use.original_name: dict(item.found) for item in items}


def xlsx() -> bytes:
    book, data = Workbook(), io.BytesIO()
    for row in (("Nama", "NIK"), ("Ani", "3603015205780001"), ("Budi", "3603011205780001")):
        book.active.append(row)
    book.save(data)
    return data.getvalue()


def docx() -> bytes:
    document, data = Document(), io.BytesIO()
    line = document.add_paragraph("Telepon 0812")
    line.add_run("34567890").bold = True  # one number in two runs
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "12", "3603011205780001"
    document.save(data)
    return data.getvalue()


def test_tables_texts_and_documents(empty_workspace: Workspace, attach: Attach) -> None:
    attach("siswa.csv", HEAD + ROW)
    attach("catatan.txt", "Hubungi 0812-3456-7890".encode("utf-16"))
    attach("daftar.xlsx", xlsx())
    attach("surat.docx", docx())
    attach("notula.txt", "Rapat tanggal 5 Maret 2026, nomor 421/118/2026")
    assert found(empty_workspace) == {
        "siswa.csv": {NIK: 1, NISN: 1, PHONE: 1},
        "catatan.txt": {PHONE: 1},
        "daftar.xlsx": {NIK: 2},
        "surat.docx": {NIK: 1, PHONE: 1},
    }


def test_pdfs_once_their_texts_were_read(empty_workspace: Workspace, attach: Attach, tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "x.pdf"))
    canvas.drawString(72, 700, "NIK 3603015205780001")
    canvas.save()
    attach("ktp.pdf", (tmp_path / "x.pdf").read_bytes())
    search = PersonalSearch(empty_workspace)
    assert found(empty_workspace, search) == {}
    index = SearchIndex(empty_workspace)
    index.refresh(empty_workspace.assessment())
    index.read_texts(empty_workspace.assessment(), silent, CancelToken())
    index.close()
    assert found(empty_workspace, search) == {"ktp.pdf": {NIK: 1}}


def test_names_tell_too(empty_workspace: Workspace, attach: Attach) -> None:
    attach("KTP 3603015205780001.bin", b"\x00\x01")
    assert found(empty_workspace) == {"KTP 3603015205780001.bin": {NIK: 1}}


def test_numbers_of_the_school_make_no_file_personal(empty_workspace: Workspace, attach: Attach) -> None:
    attach("surat.txt", "Kepala Sekolah NIP 19680314 199403 1 007")
    attach("guru.txt", "NIP 19680314 199403 1 007 dan 19651112 199002 2 002")
    assert found(empty_workspace) == {"guru.txt": {NIP: 1}}


@pytest.mark.parametrize("personal", [True, False])
def test_what_is_decided_is_not_asked_again(empty_workspace: Workspace, attach: Attach, personal: bool) -> None:
    sha256 = attach("siswa.csv", HEAD + ROW)
    attach("siswa.csv", HEAD + ROW, "1.i.b")
    search = PersonalSearch(empty_workspace)
    assert list(found(empty_workspace, search)) == ["siswa.csv"], "one content is asked about once"
    done = perform(empty_workspace, DecidePersonal((sha256,), personal))
    assert found(empty_workspace, search) == {}
    perform(empty_workspace, done.inverse)
    assert list(found(empty_workspace, search)) == ["siswa.csv"]


def test_a_text_is_looked_at_once_also_another_time(
    empty_workspace: Workspace, attach: Attach, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = attach("siswa.csv", HEAD + ROW)
    first = found(empty_workspace)
    cached = (empty_workspace.paths.cache / NAME).read_text()
    assert "3603015205780001" not in cached and sha256 in cached
    empty_workspace.store.path_of(sha256).unlink()
    assert found(empty_workspace) == first
    monkeypatch.setattr(suggesting, "_RULES", "9")
    assert found(empty_workspace) == {}, "by other rules it has to be read again"


def test_what_was_looked_at_before_a_cancel_is_kept(empty_workspace: Workspace, attach: Attach) -> None:
    for number in range(3):
        attach(f"{number}.csv", f"{HEAD}{ROW}{number}\n")
    cancel, search = CancelToken(), PersonalSearch(empty_workspace)
    seen: list[str] = []

    def report(progress: object) -> None:
        seen.append(str(progress))
        if len(seen) == 2:
            cancel.cancel()

    with pytest.raises(Cancelled):
        search.suggestions(empty_workspace.assessment(), report, cancel)
    seen.clear()
    search.suggestions(empty_workspace.assessment(), lambda progress: seen.append(progress.item), CancelToken())
    assert seen == ["2.csv"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bom.docx", b"PK\x03\x04" + b"\x00" * 50),
        ("x.xlsx", b"bukan zip"),
        ("x.csv", b"\xff\xfe\x00"),
        ("x.txt", b"\x81"),
    ],
)
def test_hostile_files_hold_nothing(empty_workspace: Workspace, attach: Attach, name: str, content: bytes) -> None:
    attach(name, content)
    assert found(empty_workspace) == {}


def test_kinds_in_what_is_marked(empty_workspace: Workspace, attach: Attach) -> None:
    marked, other = attach("siswa.csv", HEAD + ROW), attach("hp.txt", "081234567890")
    assert kinds_held(empty_workspace, empty_workspace.assessment()) == {}
    perform(empty_workspace, DecidePersonal((marked,), True))
    perform(empty_workspace, DecidePersonal((other,), False))
    assert kinds_held(empty_workspace, empty_workspace.assessment()) == {marked: (NIK, NISN, PHONE)}
