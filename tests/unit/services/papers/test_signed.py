"""Signed copies: kept, followed, taken back."""

from pathlib import Path

import pytest

from tests.unit.services.papers.conftest import Gather
from zidesk.domain.errors import NotAScan, SignedCopyGone, WorkspaceReadOnly
from zidesk.services.documents.making import KINDS
from zidesk.services.papers.changes import SetFields, SetIncluded, SetSigned, SetText, perform, record_of
from zidesk.services.papers.making import make_paper
from zidesk.services.papers.signed import attach_signed, detach_signed
from zidesk.services.papers.standing import KindStatus, Standing, standings
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace, open_workspace


def status(workspace: Workspace, sources: Gather, kind: str = "cover") -> KindStatus:
    return next(item for item in standings(workspace, sources()) if item.whole.kind.key == kind)


def test_a_paper_from_not_made_to_signed_to_stale(
    staffed: Workspace, sources: Gather, scan: Path, resources: Resources, tmp_path: Path
) -> None:
    def standing() -> Standing:
        return status(staffed, sources).whole.standing

    assert standing() is Standing.NOT_MADE
    make_paper(staffed, "cover", tmp_path / "surat.pdf", resources)
    assert standing() is Standing.WAITING
    attach_signed(staffed, "cover", scan, resources)
    assert standing() is Standing.SIGNED
    inverse = perform(staffed, SetFields("cover", {"nomor": "421/2"}))
    assert standing() is Standing.CHANGED
    perform(staffed, inverse)
    assert standing() is Standing.SIGNED
    detach_signed(staffed, "cover")
    assert standing() is Standing.WAITING


def test_a_paper_without_signature_is_just_made(
    staffed: Workspace, sources: Gather, resources: Resources, tmp_path: Path
) -> None:
    make_paper(staffed, "index", tmp_path / "i.pdf", resources)
    assert status(staffed, sources, "index").whole.standing is Standing.MADE
    staffed.papers.override("maklumat/isi", "{{", staffed.clock())
    assert status(staffed, sources, "pledge").whole.standing is Standing.FAULTY


def test_the_copy_is_kept_whole_and_goes_into_the_bundle(
    staffed: Workspace, scan: Path, resources: Resources
) -> None:
    attach_signed(staffed, "cover", scan, resources)
    record = record_of(staffed, "cover")
    assert record.signed is not None and record.in_bundle and record.signed.name == "pindaian.pdf"
    assert staffed.store.path_of(record.signed.sha256).read_bytes() == scan.read_bytes()
    assert record.signed.sha256 in {sha for sha, _, _ in staffed.contents()}


def test_attaching_is_taken_back_and_done_again(staffed: Workspace, scan: Path, resources: Resources) -> None:
    back = attach_signed(staffed, "cover", scan, resources)
    again = perform(staffed, back)
    assert record_of(staffed, "cover").signed is None and not record_of(staffed, "cover").in_bundle
    assert isinstance(again, SetSigned) and again.copy is not None
    perform(staffed, again)
    assert record_of(staffed, "cover").signed == again.copy
    perform(staffed, back)
    staffed.store.path_of(again.copy.sha256).unlink()
    with pytest.raises(SignedCopyGone):
        perform(staffed, again)
    assert record_of(staffed, "cover").signed is None


def test_another_copy_takes_the_place_of_the_first(staffed: Workspace, scan: Path, resources: Resources) -> None:
    attach_signed(staffed, "cover", scan, resources)
    first = record_of(staffed, "cover").signed
    scan.write_bytes(scan.read_bytes() + b"\n% kedua\n")
    back = attach_signed(staffed, "cover", scan, resources)
    assert back.copy == first != record_of(staffed, "cover").signed


def test_what_is_no_scan_is_refused_and_leaves_nothing(
    staffed: Workspace, tmp_path: Path, resources: Resources
) -> None:
    text = tmp_path / "surat.pdf"
    text.write_text("bukan PDF")
    with pytest.raises(NotAScan):
        attach_signed(staffed, "cover", text, resources)
    assert not list(staffed.store.contents()) and record_of(staffed, "cover").signed is None


def test_a_misnamed_scan_gets_the_suffix_it_opens_by(staffed: Workspace, scan: Path, resources: Resources) -> None:
    attach_signed(staffed, "cover", scan.rename(scan.with_name("foto.jpg")), resources)
    record = record_of(staffed, "cover")
    assert record.signed is not None and record.signed.name == "foto.pdf"


def test_nothing_changes_in_a_workspace_open_for_reading(
    staffed: Workspace, scan: Path, resources: Resources, tmp_path: Path
) -> None:
    reader = open_workspace(staffed.paths.root, read_only=True)
    try:
        with pytest.raises(WorkspaceReadOnly):
            attach_signed(reader, "cover", scan, resources)
        with pytest.raises(WorkspaceReadOnly):
            perform(reader, SetIncluded("cover", "", True))
        assert make_paper(reader, "cover", tmp_path / "surat.pdf", resources) is None
    finally:
        reader.close()


@pytest.mark.parametrize(
    "change",
    [
        SetFields("cover", {"nomor": "7"}),
        SetIncluded("cover", "", True),
        SetText("maklumat/isi", "Kami melayani."),
    ],
    ids=lambda change: type(change).__name__,
)
def test_every_change_has_its_way_back(staffed: Workspace, change: SetFields | SetIncluded | SetText) -> None:
    def state() -> object:
        papers = staffed.papers
        return papers.fields("cover"), record_of(staffed, "cover").in_bundle, papers.overrides()

    before = state()
    back = perform(staffed, change)
    after = state()
    assert after != before
    again = perform(staffed, back)
    assert state() == before and again == change
    perform(staffed, again)
    assert state() == after


def test_members_have_papers_of_their_own(
    staffed: Workspace, sources: Gather, scan: Path, resources: Resources
) -> None:
    parts = [part.part for part in status(staffed, sources, "pact").parts]
    assert parts == ["198001012005012001", "rahmat", "rahmat (2)"]
    attach_signed(staffed, "pact", scan, resources, part="rahmat")
    found = status(staffed, sources, "pact")
    assert [part.standing for part in found.parts] == [Standing.NOT_MADE, Standing.SIGNED, Standing.NOT_MADE]
    assert found.signed_parts == 1 and found.of("rahmat").name == "Rahmat"
    assert found.of("siapa") is found.whole and KINDS["pact"] is found.whole.kind
