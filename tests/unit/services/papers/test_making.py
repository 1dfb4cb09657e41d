"""Making papers from a workspace."""

from pathlib import Path

import pypdf
import pytest

from tests.unit.services.papers.conftest import Gather
from zidesk.domain.errors import Cancelled, FieldRejected, WrongSuffix
from zidesk.domain.progress import CancelToken, Progress
from zidesk.services.documents.making import KINDS
from zidesk.services.papers.changes import SetFields, perform, record_of
from zidesk.services.papers.making import make_each, make_paper
from zidesk.services.papers.wording import check_wording, worded_kinds, wordings
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


def text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_what_is_entered_is_used_and_can_be_overridden_once(
    staffed: Workspace, resources: Resources, tmp_path: Path
) -> None:
    perform(staffed, SetFields("cover", {"nomor": "421/9", "penerima": "Bupati"}))
    make_paper(staffed, "cover", tmp_path / "a.pdf", resources)
    assert "421/9" in text(tmp_path / "a.pdf") and "Bupati" in text(tmp_path / "a.pdf")
    make_paper(staffed, "cover", tmp_path / "a.pdf", resources, fields={"nomor": "500/1"})
    assert "500/1" in text(tmp_path / "a.pdf") and "Bupati" in text(tmp_path / "a.pdf")
    assert staffed.papers.fields("cover")["nomor"] == "421/9"


def test_making_is_noted_and_touches_nothing(staffed: Workspace, resources: Resources, tmp_path: Path) -> None:
    changed = staffed.facts.changed_at()
    record = make_paper(staffed, "statement", tmp_path / "s.docx", resources)
    assert record is not None and record == record_of(staffed, "statement")
    assert record.made_at == staffed.clock() and staffed.facts.changed_at() == changed


@pytest.mark.parametrize(
    ("name", "fields"), [("s.txt", {}), ("s.pdf", {"tanggal": "kemarin"}), ("s.pdf", {"x": "1"})]
)
def test_what_cannot_be_made_leaves_nothing(
    staffed: Workspace, resources: Resources, tmp_path: Path, name: str, fields: dict[str, str]
) -> None:
    with pytest.raises((WrongSuffix, FieldRejected)):
        make_paper(staffed, "statement", tmp_path / name, resources, fields=fields)
    assert not (tmp_path / name).exists() and record_of(staffed, "statement").made_at is None


def test_a_file_for_each_member(staffed: Workspace, resources: Resources, tmp_path: Path) -> None:
    told: list[Progress] = []
    made = make_each(staffed, "pact", tmp_path, resources, report=told.append)
    assert [path.name for path in made] == [
        "Pakta Integritas – Siti Aminah, S.Pd.pdf",
        "Pakta Integritas – Rahmat.pdf",
        "Pakta Integritas – Rahmat (2).pdf",
    ]
    assert {path.parent for path in made} == {tmp_path / "Pakta Integritas"}
    assert all(len(pypdf.PdfReader(path).pages) == 1 for path in made)
    assert "Penjaga" in text(made[2]) and (told[-1].done, told[-1].total) == (3, 3)
    assert record_of(staffed, "pact", "rahmat").made_at is not None


def test_stopped_in_the_middle_nothing_stays(staffed: Workspace, resources: Resources, tmp_path: Path) -> None:
    cancel = CancelToken()
    with pytest.raises(Cancelled):
        make_each(staffed, "pact", tmp_path, resources, report=lambda _told: cancel.cancel(), cancel=cancel)
    assert not list((tmp_path / "Pakta Integritas").iterdir())
    assert record_of(staffed, "pact", "rahmat").made_at is None


def test_one_members_paper(staffed: Workspace, resources: Resources, tmp_path: Path) -> None:
    make_paper(staffed, "pact", tmp_path / "p.pdf", resources, part="198001012005012001")
    assert len(pypdf.PdfReader(tmp_path / "p.pdf").pages) == 1 and "Siti Aminah" in text(tmp_path / "p.pdf")


def test_the_texts_of_a_kind(staffed: Workspace, sources: Gather) -> None:
    assert [item.key for item in wordings("cover", sources())] == [
        "surat-pengantar/pembuka",
        "surat-pengantar/penutup",
        "surat-pengantar/salam",
    ]
    assert not wordings("index", sources())
    staffed.papers.override("maklumat/isi", "Kami {{", staffed.clock())
    found = wordings("pledge", sources())[0]
    assert found.changed and found.text == "Kami {{" and "{{" not in found.default[:3]
    worded = worded_kinds(sources())
    assert {"cover", "pact", "pledge"} <= worded <= set(KINDS) and "lke" not in worded


def test_another_wording_is_checked_before_it_is_kept(sources: Gather) -> None:
    assert check_wording("pledge", "maklumat/isi", "Kami melayani {{ sekolah.nama }}.", sources()) is None
    fault = check_wording("pledge", "maklumat/isi", "a\nb\n{{ sekolah.bukan }}", sources())
    assert fault is not None and (fault.line, fault.reason) == (3, "unknown")
