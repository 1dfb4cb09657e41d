"""The content decides what a file is; its name only where the content leaves it open."""

import pytest

from tests.unit.services.ingest.inspection.inspection_samples import (
    SOUND,
    boxes,
    compound,
    docx,
    ooxml,
    open_document,
    picture,
    zipped,
)
from zidesk.domain.evidence import FileKind, FileState

_W = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize("name", SOUND)
def test_every_sound_sample_is_what_its_name_says(look, name):
    found = look(name, SOUND[name]())
    assert (found.state, found.state_detail) == (FileState.OK, "")
    assert name.endswith(found.suffix)
    assert found.kind is not FileKind.OTHER


@pytest.mark.parametrize("name", SOUND)
def test_a_wrong_name_changes_nothing(look, name):
    content = SOUND[name]()
    assert look("salah.xyz", content) == look(name, content)


def test_a_picture_called_pdf_is_a_picture(look):
    found = look("sk-tim.pdf", picture("JPEG"))
    assert (found.kind, found.media_type, found.suffix) == (FileKind.IMAGE, "image/jpeg", ".jpg")


@pytest.mark.parametrize(
    ("main_part", "folder", "suffix", "kind"),
    [
        (f"{_W}wordprocessingml.document.main+xml", "word", ".docx", FileKind.DOCUMENT),
        (f"{_W}spreadsheetml.sheet.main+xml", "xl", ".xlsx", FileKind.SPREADSHEET),
        (f"{_W}presentationml.presentation.main+xml", "ppt", ".pptx", FileKind.PRESENTATION),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xl", ".xlsm", FileKind.SPREADSHEET),
        ("sesuatu/yang-lain", "word", ".docx", FileKind.DOCUMENT),
    ],
)
def test_ooxml_is_named_by_its_main_part(look, main_part, folder, suffix, kind):
    found = look("berkas.zip", ooxml(main_part, folder))
    assert (found.suffix, found.kind) == (suffix, kind)


@pytest.mark.parametrize(("kind", "suffix"), [("text", ".odt"), ("spreadsheet", ".ods"), ("presentation", ".odp")])
def test_open_document_is_named_by_its_mimetype_member(look, kind, suffix):
    assert look("berkas", open_document(kind)).suffix == suffix


@pytest.mark.parametrize(
    ("stream", "suffix"), [("WordDocument", ".doc"), ("Workbook", ".xls"), ("PowerPoint Document", ".ppt")]
)
def test_old_office_is_named_by_its_streams(look, stream, suffix):
    assert look("berkas.bin", compound({stream: bytes(4096)})).suffix == suffix


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (boxes((b"ftyp", b"heic\0\0\0\0mif1heic")), "image/heic"),
        (boxes((b"ftyp", b"mif1\0\0\0\0mif1heic")), "image/heic"),
        (boxes((b"ftyp", b"mif1\0\0\0\0mif1")), "image/heif"),
        (boxes((b"ftyp", b"mif1\0\0\0\0mif1avif")), "image/avif"),
        (boxes((b"ftyp", b"avif\0\0\0\0mif1")), "image/avif"),
        (boxes((b"ftyp", b"qt  \0\0\0\0qt  ")), "video/quicktime"),
        (boxes((b"ftyp", b"3gp4\0\0\0\0isom")), "video/3gpp"),
        (boxes((b"ftyp", b"M4A \0\0\0\0isom")), "audio/mp4"),
        (boxes((b"ftyp", b"isom\0\0\0\0mp42")), "video/mp4"),
        (b"RIFF\x10\0\0\0AVI LIST", "video/x-msvideo"),
        (b"OggS" + bytes(24) + b"OpusHead", "audio/opus"),
        (b"OggS" + bytes(25) + b"vorbis", "audio/ogg"),
        (b"ID3\x04" + bytes(30), "audio/mpeg"),
        (b"\x1a\x45\xdf\xa3\x01\0\0\0\0\0\0\x1fwebm", "video/webm"),
        (b"{\\rtf1 halo}", "application/rtf"),
        (b"BM halo semua, ini bukan gambar", "text/plain"),
        (b"MZ\x90\0\x03\0\0\0", "application/vnd.microsoft.portable-executable"),
        (b"8BPS\0\x01" + bytes(30), "image/vnd.adobe.photoshop"),
        (bytes(257) + b"ustar\x0000", "application/x-tar"),
    ],
)
def test_signatures(look, head, media_type):
    assert look("berkas", head).media_type == media_type


@pytest.mark.parametrize(
    ("name", "content", "media_type", "kind"),
    [
        ("catatan", b"Rapat tim kerja\r\n", "text/plain", FileKind.TEXT),
        ("nilai.csv", b"kode,jawaban\n1.i.a,Ya\n", "text/csv", FileKind.SPREADSHEET),
        ("nilai.txt", b"kode,jawaban\n1.i.a,Ya\n", "text/plain", FileKind.TEXT),
        ("utf8", "Café “kutipan”".encode() + b"\xe2\x80", "text/plain", FileKind.TEXT),
        ("ansi", "Café di sekolah kami yang lama".encode("cp1252"), "text/plain", FileKind.TEXT),
        ("unicode", "Daftar hadir".encode("utf-16"), "text/plain", FileKind.TEXT),
        ("rekap.xls", b"<html><body><table><tr><td>1", "text/html", FileKind.TEXT),
        ("surat.doc", b"\xef\xbb\xbf <!-- x --><!DOCTYPE html><p>", "text/html", FileKind.TEXT),
        ("logo", b'<?xml version="1.0"?>\n<svg xmlns="x"/>', "image/svg+xml", FileKind.IMAGE),
        ("tinggi", bytes(range(0xA0, 0xFF)) * 4, "application/octet-stream", FileKind.OTHER),
        ("biner", b"\x01\x02\x03\x04\xfe\xff acak", "application/octet-stream", FileKind.OTHER),
    ],
)
def test_text_and_what_is_none(look, name, content, media_type, kind):
    found = look(name, content)
    assert (found.media_type, found.kind, found.state) == (media_type, kind, FileState.OK)


@pytest.mark.parametrize("head", [b"RIFF\0\0\0\0XXXX" + bytes(30), b"PK\x07\x08" + bytes(range(40))])
def test_what_only_looks_like_a_known_type_is_not_named(look, head):
    assert look("berkas", head).media_type == "application/octet-stream"


def test_the_name_tells_frames_of_mp3_from_arbitrary_bytes(look):
    frames = b"\xff\xfb\x90\x00" + bytes(200)
    assert look("rekaman.mp3", frames).media_type == "audio/mpeg"
    assert look("rekaman", frames).media_type != "audio/mpeg"


def test_an_app_is_no_plain_archive(look):
    assert look("a.zip", zipped({"AndroidManifest.xml": "x"})).suffix == ".apk"
    assert look("a.apk", zipped({"a.txt": "x"})).suffix == ".zip"


@pytest.mark.parametrize("name", ["sk.pdf", "foto.JPG", "rapat.docx", "kartu.heic"])
def test_unknown_content_under_a_telling_name_is_damaged(look, name):
    found = look(name, b"\x01\x02\x03\x04\xfe\xff acak" * 9)
    assert found.state is FileState.DAMAGED
    assert found.suffix == name[name.index(".") :].lower()
    assert found.state_detail == "isi berkas tidak sesuai dengan akhiran namanya"


def test_zeros_and_nothing_are_damaged(look):
    assert look("sk.pdf", bytes(5000)).state_detail == "berkas hanya berisi byte nol"
    assert look("data.xyz", bytes(5000)).state is FileState.DAMAGED
    empty = look("sk.pdf", b"")
    assert (empty.kind, empty.state, empty.state_detail) == (FileKind.PDF, FileState.DAMAGED, "berkas kosong")


def test_a_cut_office_file_is_still_known(look):
    found = look("tanpa-nama", docx()[:-60])
    assert (found.suffix, found.state_detail) == (".docx", "berkas terpotong")
