"""The differences of two bundles in words, and as a paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.unit.services.documents.bundle_changes.change_samples import all_changes
from zidesk.domain.bundle_changes import Changes, FilePair
from zidesk.domain.bundle_record import BundleIdentity, RecordedFile
from zidesk.domain.errors import StorageFault, WrongSuffix
from zidesk.services.documents.bundle_changes.document import changes_document, write_changes
from zidesk.services.documents.bundle_changes.lines import change_groups
from zidesk.services.documents.bundle_changes.words import (
    NO_RECORD,
    NOTHING,
    OTHER_SCOPE,
    answer_text,
    moment_words,
    note_words,
    remarks,
    score_words,
    summary_words,
)
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.render_pdf.document import write_pdf

_NOBODY = BundleIdentity()


@pytest.fixture
def stationery(resources_root: Path) -> Stationery:
    return Stationery(resources_root / "fonts")


def test_every_fate_has_its_list_and_every_file_its_line() -> None:
    lines = {
        group.key: [(line.place, line.title, line.detail) for line in group.lines]
        for group in change_groups(all_changes())
    }
    code = "A.I.1.i.a"
    assert lines == {
        "added": [(code, "Baru", "421/9 · 4 Mar 2026 · 1,2 MB")],
        "replaced": [
            (code, "SK Tim", "421/1 · 2,0 MB · semula 1,2 MB"),
            ("Dokumen", "Rencana Kerja", "1,2 MB · semula 1,2 MB"),
        ],
        "recopied": [(code, "Pindai", "300 kB · semula 1,2 MB")],
        "moved": [(code, "Foto rapat", "judul semula “Foto” · tanggal semula 12 Jan 2026")],
        "removed": [(code, "Notula", "1,2 MB")],
    }


def test_only_what_is_gone_lies_in_the_earlier_bundle() -> None:
    for group in change_groups(all_changes()):
        assert {line.gone for line in group.lines} == {group.key == "removed"}


def test_a_file_that_only_got_another_name_says_which_it_had() -> None:
    old = RecordedFile("data/a/1 SK.pdf", "a" * 64, 1, "SK", "A.1")
    changes = Changes(_NOBODY, _NOBODY, moved=((pair := FilePair(old, replace(old, path="data/a/2 SK.pdf"))),))
    (group,) = change_groups(changes)
    assert group.lines[0].detail == "nama berkas semula 1 SK.pdf"
    assert pair.after.path == group.lines[0].path


def test_a_file_of_another_question_says_where_it_was() -> None:
    old = RecordedFile("data/a/1 SK.pdf", "a" * 64, 1, "SK", "A.1")
    pair = FilePair(old, replace(old, question="A.2", path="data/b/1 SK.pdf"))
    (group,) = change_groups(Changes(_NOBODY, _NOBODY, moved=(pair,)))
    assert group.lines[0].detail == "semula pada A.1"


def test_what_moved_and_was_prepared_otherwise_says_both() -> None:
    old = RecordedFile("data/a/1 SK.pdf", "a" * 64, 3_000_000, "SK", "A.1")
    new = replace(old, question="A.2", path="data/b/1 SK.pdf", sha256="b" * 64, size=900_000, original="a" * 64)
    (group,) = change_groups(Changes(_NOBODY, _NOBODY, moved=(FilePair(old, new),)))
    assert group.lines[0].detail == "semula pada A.1 · disalin ulang, 900 kB · semula 3,0 MB"


def test_the_whole_in_a_sentence() -> None:
    found = all_changes()
    assert summary_words(found) == (
        "Berkas: 1 ditambahkan, 2 diganti, 1 disalin ulang, 1 berganti nama atau tempat, 1 tidak ada lagi. "
        "2 jawaban berubah."
    )
    assert summary_words(Changes(_NOBODY, _NOBODY)) == NOTHING
    only_answers = Changes(_NOBODY, _NOBODY, answers=found.answers)
    assert summary_words(only_answers) == "Tidak ada berkas yang berubah. 2 jawaban berubah."


def test_answers_scores_and_notes() -> None:
    found = all_changes()
    assert [(answer_text(pair.before), answer_text(pair.after)) for pair in found.answers] == [
        ("Belum dijawab", "Ya · 1,00"),
        ("3,65 · 0,90", "agen = 5, perubahan = 7,5 · 0,67"),
    ]
    assert [note_words(pair) for pair in found.answers] == ["", "catatan diubah"]
    assert [score_words(pair) for pair in found.score_changes] == ["60,00 → 62,50 (+2,50)"]
    assert answer_text(replace(found.answers[0].after, answer="nihil=0", score=None)) == "nihil (tidak dinilai)"


def test_what_must_be_known_to_read_it() -> None:
    assert remarks(all_changes()) == ()
    assert remarks(Changes(_NOBODY, _NOBODY, whole=False)) == (NO_RECORD,)
    assert remarks(Changes(_NOBODY, replace(_NOBODY, areas=("1",)))) == (OTHER_SCOPE,)
    assert moment_words(_NOBODY) == "tanggal tidak diketahui"
    assert (
        moment_words(replace(all_changes().after, areas=("1", "B")))
        == "data per 17 April 2026 pukul 10.00, hanya 1, B"
    )


def test_the_paper_tells_all_and_is_the_same_each_time(tmp_path: Path, stationery: Stationery) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_pdf(tmp_path / name, changes_document(all_changes()), stationery)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    reader = PdfReader(tmp_path / "a.pdf")
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    for words in (
        "Paket sebelumnya",
        "data per 5 Maret 2026",
        "data per 17 April 2026",
        "Ditambahkan (1)",
        "Tidak ada lagi (1)",
        "data/3 Notula.pdf",
        "agen = 5, perubahan = 7,5 · 0,67",
        "62,50",
        "+2,50",
    ):
        assert words in text
    assert reader.metadata is not None and "20260417" in str(reader.metadata.creation_date_raw)


def test_hostile_texts_are_words(tmp_path: Path, stationery: Stationery) -> None:
    nasty = "<b>&\u202e\ud800\x00\nمحمد 👩" + "x" * 600
    write_pdf(tmp_path / "a.pdf", changes_document(all_changes(nasty)), stationery)
    assert "<b>&" in "".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages)


def test_bundles_that_tell_no_day_have_a_paper_too(tmp_path: Path, stationery: Stationery) -> None:
    write_pdf(tmp_path / "a.pdf", changes_document(Changes(_NOBODY, _NOBODY, whole=False)), stationery)
    text = " ".join("".join(page.extract_text() for page in PdfReader(tmp_path / "a.pdf").pages).split())
    assert NOTHING in text and NO_RECORD in text


def test_it_is_written_whole_or_not_at_all(tmp_path: Path, stationery: Stationery) -> None:
    with pytest.raises(WrongSuffix):
        write_changes(tmp_path / "x.docx", all_changes(), stationery)
    with pytest.raises(StorageFault):
        write_changes(tmp_path / "tidak-ada" / "x.pdf", all_changes(), stationery)
    write_changes(tmp_path / "X.PDF", all_changes(), stationery)
    assert [path.name for path in tmp_path.iterdir()] == ["X.PDF"]
