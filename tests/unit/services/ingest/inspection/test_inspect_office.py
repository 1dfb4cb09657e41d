"""Office files and archives: pages, locks, damage, and archives made to harm."""

import io
import struct
import tracemalloc
import zipfile

import pytest

from tests.unit.services.ingest.inspection.inspection_samples import (
    SOUND,
    compound,
    docx,
    mp4,
    ooxml,
    open_document,
    rar4,
    rar5,
    seven_zip,
    wav,
    zipped,
)
from zidesk.domain.evidence import FileKind, FileState
from zidesk.services.ingest.inspection import zip_archive

_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def flagged_encrypted(content: bytes) -> bytes:
    """The same ZIP, its members marked as encrypted in the directory."""
    data = bytearray(content)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def test_pages_and_slides_as_their_maker_counted(look):
    assert look("a.docx", docx(7)).pages == 7
    assert look("a.pptx", ooxml(_SLIDES, "ppt", "<Slides>12</Slides>")).pages == 12
    assert look("a.odt", open_document("text", 5)).pages == 5


@pytest.mark.parametrize(
    "properties", ["", "<Pages>0</Pages>", "<Pages>banyak</Pages>", "<Pages>-3</Pages>", "<Pages"]
)
def test_no_pages_without_a_sensible_count(look, properties):
    found = look("a.docx", ooxml(_WORD, "word", properties))
    assert (found.state, found.pages) == (FileState.OK, None)


def test_entities_in_the_properties_are_not_expanded(look):
    bomb = '<!DOCTYPE p [<!ENTITY a "9"><!ENTITY b "&a;&a;">]>'
    content = zipped({"[Content_Types].xml": _WORD, "word/a": "x", "docProps/app.xml": f"{bomb}<p>&b;</p>"})
    assert (look("a.docx", content).state, look("a.docx", content).pages) == (FileState.OK, None)


def test_locked_ooxml_is_an_envelope(look):
    envelope = compound({"EncryptionInfo": bytes(200), "EncryptedPackage": bytes(5000)})
    found = look("nilai.xlsx", envelope)
    assert (found.kind, found.suffix, found.state) == (FileKind.SPREADSHEET, ".xlsx", FileState.LOCKED)
    assert found.state_detail == "dokumen terkunci dengan kata sandi"
    assert look("tanpa-nama", envelope).state is FileState.LOCKED


def test_locked_open_document_is_told_by_its_manifest(look):
    manifest = '<manifest:encryption-data manifest:checksum="x"/>'
    assert look("a.odt", open_document("text", manifest=manifest)).state is FileState.LOCKED


def test_locked_word(look):
    fib = bytes(10) + struct.pack("<H", 0x0100)
    assert look("a.doc", compound({"WordDocument": fib.ljust(5000, b"\1")})).state is FileState.LOCKED
    assert look("a.doc", compound({"WordDocument": bytes(5000)})).state is FileState.OK


def test_locked_powerpoint(look):
    for token, state in ((0xF3D1C4DF, FileState.LOCKED), (0xE391C05F, FileState.OK)):
        user = bytes(12) + struct.pack("<L", token) + bytes(40)
        assert look("a.ppt", compound({"PowerPoint Document": bytes(4096), "Current User": user})).state is state


def workbook(filepass: bytes | None) -> bytes:
    records = struct.pack("<HH", 0x0809, 16) + bytes(16)
    if filepass is not None:
        records += struct.pack("<HH", 0x002F, len(filepass)) + filepass
    return compound({"Workbook": (records + struct.pack("<HH", 0x0042, 2) + b"\xb0\x04").ljust(4096, b"\0")})


def test_locked_excel(look):
    assert look("a.xls", workbook(None)).state is FileState.OK
    assert look("a.xls", workbook(b"\1\0\1\0\1\0" + bytes(48))).state is FileState.LOCKED
    assert look("a.xls", workbook(b"\0\0\x11\x22\x33\x44")).state is FileState.LOCKED


def test_the_password_that_excel_tries_by_itself_locks_nothing(look):
    from zidesk.services.ingest.inspection.xls_lock import _md5, _rc4

    assert look("a.xls", workbook(b"\0\0\x11\x22\x0a\x9a")).state is FileState.OK
    salt, secret = bytes(range(16)), bytes(range(50, 66))
    short = _md5("VelvetSweatshop".encode("utf-16-le"))[:5]
    key = _md5(_md5((short + salt) * 16)[:5] + bytes(4))
    filepass = b"\1\0\1\0\1\0" + salt + _rc4(key, secret + _md5(secret))
    assert look("a.xls", workbook(filepass)).state is FileState.OK


def test_the_cipher_of_old_excel():
    """Test vectors of RC4 (RFC 6229 lists the same cipher; these are the well-known ones)."""
    from zidesk.services.ingest.inspection.xls_lock import _rc4

    assert _rc4(b"Key", b"Plaintext").hex() == "bbf316e8d940af0ad3"
    assert _rc4(b"Wiki", b"pedia").hex() == "1021bf0420"


@pytest.mark.parametrize("kept", [300, 520, 2000, 4096])
def test_cut_old_office(look, kept):
    content = SOUND["lama.doc"]()
    found = look("lama.doc", content[:kept])
    assert (found.suffix, found.state, found.state_detail) == (".doc", FileState.DAMAGED, "berkas terpotong")


def test_chains_that_run_in_circles_end(look):
    content = bytearray(SOUND["lama.doc"]())
    content[512:1024] = struct.pack("<L", 1) * 128
    assert look("a.doc", bytes(content)).state is FileState.DAMAGED


@pytest.mark.parametrize("name", ["rapat.docx", "daftar.ods", "arsip.zip"])
@pytest.mark.parametrize("share", [0.3, 0.8])
def test_a_cut_container_is_damaged(look, name, share):
    content = SOUND[name]()
    found = look(name, content[: int(len(content) * share)])
    assert (found.state, found.state_detail) == (FileState.DAMAGED, "berkas terpotong")
    assert name.endswith(found.suffix)


def test_a_wrong_checksum_is_noticed(look):
    content = bytearray(zipped({"a.txt": "halo " * 300}, zipfile.ZIP_STORED))
    content[100] ^= 1
    assert look("a.zip", bytes(content)).state_detail == "isi arsip rusak"
    content = bytearray(docx())
    content[content.index(b"word/main.xml") + 100] ^= 1
    assert look("a.docx", bytes(content)).state_detail == "isi dokumen rusak"


def test_a_locked_zip(look):
    found = look("a.zip", flagged_encrypted(zipped({"a.txt": "x"})))
    assert (found.state, found.state_detail) == (FileState.LOCKED, "arsip terkunci dengan kata sandi")


def test_an_empty_zip_is_sound(look):
    assert look("a.zip", zipped({})).state is FileState.OK


def test_a_bomb_is_not_unpacked(look, tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("nol", "w") as member:
        for _ in range(zip_archive.MAX_CHECKED // 1_000_000 + 8):
            member.write(bytes(1_000_000))
    look("a.zip", zipped({"a": "b"}))
    tracemalloc.start()
    state = look("a.zip", bomb.getvalue()).state
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert state is FileState.OK
    assert peak < 4_000_000


def test_large_archives_are_judged_by_their_directory(look, monkeypatch):
    content = bytearray(zipped({"a": b"a" * 500, "b": b"b" * 500, "c": b"c" * 500}, zipfile.ZIP_STORED))
    content[content.index(b"bbbb") + 9] ^= 1
    assert look("a.zip", bytes(content)).state is FileState.DAMAGED
    monkeypatch.setattr(zip_archive, "MAX_CHECKED", 1000)
    assert look("a.zip", bytes(content)).state is FileState.OK
    content[content.rindex(b"PK\x03\x04") + 1] ^= 1
    assert look("a.zip", bytes(content)).state is FileState.DAMAGED


def test_a_directory_beyond_all_measure_is_not_read(look):
    content = bytearray(zipped({"a.txt": "x"}))
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = (zip_archive.MAX_DIRECTORY + 1).to_bytes(4, "little")
    found = look("a.zip", bytes(content))
    assert (found.state, found.state_detail) == (FileState.OK, "arsip terlalu besar, isinya tidak diperiksa")


@pytest.mark.parametrize("content", [rar4(0x0080), rar5(header_lock=True), rar5(file_lock=True)])
def test_a_locked_rar(look, content):
    assert look("a.rar", content).state is FileState.LOCKED


@pytest.mark.parametrize("content", [rar4(), rar5(), seven_zip(), mp4(), wav()])
@pytest.mark.parametrize("lost", [20, 120, 210])
def test_cut_archives_and_recordings(look, content, lost):
    assert look("a", content[:-lost]).state is FileState.DAMAGED


def test_a_recording_without_its_index_cannot_be_played(look):
    assert look("a.mp4", mp4().replace(b"moov", b"free")).state_detail == "rekaman tidak lengkap"


def test_a_7z_with_a_wrong_start(look):
    content = bytearray(seven_zip())
    content[14] ^= 1
    assert look("a.7z", bytes(content)).state_detail == "isi arsip rusak"
