"""PDF: pages, passwords, cut and crooked files."""

import logging
import re
import zlib

import pikepdf
import pytest

from tests.unit.services.ingest.inspection.inspection_samples import pdf
from zidesk.domain.evidence import FileKind, FileState
from zidesk.services.ingest.inspection import inspect_file


@pytest.mark.parametrize(
    ("name", "pages"), [("minimal-document.pdf", 1), ("habibi-rotated.pdf", 4), ("with-attachment.pdf", 1)]
)
def test_real_files(corpus, name, pages):
    found = inspect_file(corpus / name, name)
    assert (found.kind, found.state, found.state_detail, found.pages) == (FileKind.PDF, FileState.OK, "", pages)


def test_a_real_file_that_asks_for_a_password(corpus):
    found = inspect_file(corpus / "libreoffice-writer-password.pdf", "sk.pdf")
    assert (found.state, found.state_detail) == (FileState.LOCKED, "PDF terkunci dengan kata sandi")
    assert found.pages is None


def test_only_the_password_for_opening_locks(look):
    owner = pdf(3, encryption=pikepdf.Encryption(owner="rahasia", user=""))
    assert (look("a.pdf", owner).state, look("a.pdf", owner).pages) == (FileState.OK, 3)
    user = pdf(3, encryption=pikepdf.Encryption(owner="rahasia", user="buka"))
    assert look("a.pdf", user).state is FileState.LOCKED


def test_a_lock_that_qpdf_does_not_know_is_a_lock(look):
    content = pdf(1, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert look("a.pdf", content.replace(b"/Standard", b"/Adobe.PS")).state is FileState.LOCKED


def test_a_folder_called_encrypt_locks_nothing(tmp_path):
    folder = tmp_path / "encrypted"
    folder.mkdir()
    (folder / "isi").write_bytes(b"%PDF-1.4\nomong kosong\nstartxref\n9\n%%EOF")
    assert inspect_file(folder / "isi", "a.pdf").state is FileState.DAMAGED


@pytest.mark.parametrize("linearize", [False, True])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_file_is_damaged(look, share, linearize):
    content = pdf(40, linearize=linearize)
    found = look("a.pdf", content[: int(len(content) * share)])
    assert (found.state, found.state_detail) == (FileState.DAMAGED, "berkas terpotong")
    filled = content[: int(len(content) * share)].ljust(len(content), b"\0")
    assert look("a.pdf", filled).state is FileState.DAMAGED


def test_what_readers_put_up_with(look):
    content = pdf(2)
    for crooked in (content + bytes(4096), content + b"\r\n", b"\r\n\r\n" + content):
        assert (look("a.pdf", crooked).state, look("a.pdf", crooked).pages) == (FileState.OK, 2)


def test_a_wrong_directory_is_repaired_and_said(look):
    content = re.sub(rb"startxref\n\d+", b"startxref\n7", pdf(2))
    found = look("a.pdf", content)
    assert (found.state, found.pages) == (FileState.OK, 2)
    assert found.state_detail == "susunan PDF tidak rapi, tetapi halamannya terbaca"


def test_lost_pages_are_noticed(look):
    content = pdf(3, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    promised = content.replace(b"/Count 3", b"/Count 8")
    assert promised != content
    assert look("a.pdf", promised).state_detail == "sebagian halaman PDF tidak dapat dibaca"
    assert look("a.pdf", pdf(0)).state_detail == "PDF tidak mempunyai halaman"


def test_a_pdf_header_with_nothing_behind_it(look):
    assert look("a.pdf", b"%PDF-1.7\nhanya ini\n%%EOF\n").state_detail == "halaman PDF tidak dapat dibaca"


def _with_packed_objects(packed: bytes) -> bytes:
    """A PDF whose catalogue is in a packed list of objects."""
    start = b"%PDF-1.5\n"
    listed = b"1 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    body = start + listed + packed + b"\nendstream endobj\n"
    rows = [(0, 0), (1, len(start)), (2, 1), (0, 0), (0, 0), (1, len(body))]
    table = b"".join(bytes([kind]) + at.to_bytes(4, "big") + b"\0" for kind, at in rows)
    index = b"5 0 obj<</Type/XRef/Size 6/W[1 4 1]/Root 2 0 R/Length 36>>stream\n"
    return body + index + table + b"\nendstream endobj\nstartxref\n%d\n%%%%EOF" % len(body)


@pytest.mark.skipif(not hasattr(pikepdf.settings, "set_qpdf_limits"), reason="this qpdf knows no limits")
def test_a_small_file_cannot_unpack_into_gigabytes(look):
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(80)) + packer.flush()
    assert look("a.pdf", _with_packed_objects(packed)).state is FileState.DAMAGED
    assert pikepdf.settings.get_qpdf_limits()["flate_max_memory"] == 64 * 1024 * 1024


def test_nothing_is_said_aloud(look, capfd, caplog):
    caplog.set_level(logging.CRITICAL)
    look("a.pdf", re.sub(rb"startxref\n\d+", b"startxref\n7", pdf(2)))
    look("a.pdf", pdf(2).replace(b"/Page\n", b"/Oops"))
    said = capfd.readouterr()
    assert said.out + said.err == ""
