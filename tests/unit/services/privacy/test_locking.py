"""Locked copies: opened by the passphrase and by nothing else, in Chromium's own reader and in qpdf."""

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from tests.faults import small_drive
from zidesk.domain.errors import FileVanished, LockTooLarge, StorageFault
from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.privacy import locking
from zidesk.services.privacy.locking import lock_copy
from zidesk.services.privacy.passphrase import new_passphrase

WORD = "NIK 3603011205780001"
Locked = Callable[..., Path]


@pytest.fixture
def passphrase() -> str:
    return new_passphrase()


@pytest.fixture
def locked(tmp_path: Path, passphrase: str) -> Locked:
    def lock(source: Path, title: str = "", inspection: Inspection | None = None) -> Path:
        out = tmp_path / "terkunci.pdf"
        lock_copy(source, out, inspection or inspect_file(source, source.name), title or source.name, passphrase)
        return out

    return lock


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A PDF of two pages with words, a title and metadata."""
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "siswa.pdf"
    canvas = Canvas(str(path))
    canvas.setTitle("Daftar rahasia")
    for page in range(2):
        canvas.drawString(72, 700, f"{WORD} halaman {page + 1}")
        canvas.showPage()
    canvas.save()
    return path


def assert_locked(out: Path, passphrase: str) -> None:
    data = out.read_bytes()
    for wrong in (None, "", passphrase.lower(), passphrase[:-1], passphrase.replace("-", "")):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(out, password=wrong or "")
        with pytest.raises(pdfium.PdfiumError):
            pdfium.PdfDocument(data, password=wrong)
    with pikepdf.open(out, password=passphrase) as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        methods = (pdf.encryption.stream_method, pdf.encryption.string_method, pdf.encryption.file_method)
        assert [method.name for method in methods] == ["aesv3"] * 3


def words_of(out: Path, passphrase: str) -> list[str]:
    document = pdfium.PdfDocument(out, password=passphrase)
    try:
        return [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    finally:
        document.close()


def enclosed(out: Path, passphrase: str) -> dict[str, bytes]:
    with pikepdf.open(out, password=passphrase) as pdf:
        return {name: pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments}


class TestPdfs:
    def test_stay_what_they_are(self, paper: Path, locked: Locked, passphrase: str) -> None:
        out = locked(paper)
        assert_locked(out, passphrase)
        assert words_of(out, passphrase) == [f"{WORD} halaman 1", f"{WORD} halaman 2"]
        assert enclosed(out, passphrase) == {}

    def test_nothing_of_them_is_told_outside(self, paper: Path, locked: Locked) -> None:
        data = locked(paper).read_bytes()
        for told in ("Daftar rahasia", WORD, "reportlab"):
            assert told.encode() not in data
            assert told.encode("utf-16-be") not in data

    def test_attachments_are_locked_with_them(self, test_data: Path, locked: Locked, passphrase: str) -> None:
        source = test_data / "corpus" / "with-attachment.pdf"
        with pikepdf.open(source) as pdf:
            names = list(pdf.attachments)
        out = locked(source)
        assert_locked(out, passphrase)
        assert list(enclosed(out, passphrase)) == names
        assert not any(name.encode() in out.read_bytes() for name in names)

    def test_one_with_an_owner_only_is_locked_anew(self, paper: Path, locked: Locked, passphrase: str) -> None:
        half = paper.with_name("cetak.pdf")
        with pikepdf.open(paper) as pdf:
            pdf.save(half, encryption=pikepdf.Encryption(owner="tuan", user="", R=4))
        assert_locked(locked(half), passphrase)

    def test_one_that_is_locked_already_is_enclosed(
        self, test_data: Path, locked: Locked, passphrase: str
    ) -> None:
        source = test_data / "corpus" / "libreoffice-writer-password.pdf"
        out = locked(source)
        assert_locked(out, passphrase)
        assert enclosed(out, passphrase) == {source.name: source.read_bytes()}
        assert "terkunci dengan kata sandinya sendiri" in " ".join(words_of(out, passphrase)[0].split())

    @pytest.mark.parametrize("state", [FileState.OK, FileState.DAMAGED])
    def test_one_that_cannot_be_read_is_enclosed(
        self, tmp_path: Path, locked: Locked, passphrase: str, state: FileState
    ) -> None:
        """Also one that was sound when it was attached."""
        source = tmp_path / "rusak.pdf"
        source.write_bytes(b"%PDF-1.7\n" + b"sampah " * 500)
        out = locked(source, "Laporan", Inspection(FileKind.PDF, "application/pdf", ".pdf", state))
        assert_locked(out, passphrase)
        assert enclosed(out, passphrase) == {"Laporan.pdf": source.read_bytes()}

    def test_packed_streams_are_not_unpacked(self, tmp_path: Path, locked: Locked, passphrase: str) -> None:
        """What is a few bytes in the file and 200 MB when it is read stays a few bytes."""
        import zlib

        packer = zlib.compressobj(9)
        packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
        bomb = tmp_path / "bom.pdf"
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.Root.Extra = pdf.make_stream(packed, Filter=pikepdf.Name.FlateDecode)
            pdf.save(bomb, compress_streams=True, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        assert locked(bomb).stat().st_size < 2 * bomb.stat().st_size


class TestOthers:
    def test_a_photo_becomes_a_page_upright(self, test_data: Path, locked: Locked, passphrase: str) -> None:
        for name in ("DSCN0010.jpg", "iphone_13_pro_max-thumbnail.heic"):
            out = locked(test_data / "corpus" / name)
            assert_locked(out, passphrase)
            document = pdfium.PdfDocument(out, password=passphrase)
            assert len(document) == 1
            assert round(max(document[0].get_size())) == 842
            shown = document[0].render(scale=0.5).to_pil().convert("L")
            assert shown.getextrema()[0] < 120 < shown.getextrema()[1], "there is a picture on it"
            document.close()

    def test_every_page_of_a_scan(self, tmp_path: Path, locked: Locked, passphrase: str) -> None:
        scan = tmp_path / "pindai.tif"
        frames = [Image.new("RGB", (200, 100), colour) for colour in ("red", "green", "blue")]
        frames[0].save(scan, save_all=True, append_images=frames[1:])
        document = pdfium.PdfDocument(locked(scan), password=passphrase)
        middles = [document[at].render().to_pil().convert("RGB") for at in range(3)]
        shown = [picture.getpixel((picture.width // 2, picture.height // 2)) for picture in middles]
        assert [colour.index(max(colour)) for colour in shown] == [0, 1, 2]
        document.close()

    def test_a_picture_that_cannot_be_shown_is_enclosed(
        self, tmp_path: Path, locked: Locked, passphrase: str
    ) -> None:
        broken = tmp_path / "foto.jpg"
        broken.write_bytes(b"\xff\xd8\xff\xe0" + b"x" * 300)
        out = locked(broken, "Foto", Inspection(FileKind.IMAGE, "image/jpeg", ".jpg"))
        assert enclosed(out, passphrase) == {"Foto.jpg": broken.read_bytes()}

    def test_any_other_file_is_enclosed_and_said_so(self, tmp_path: Path, locked: Locked, passphrase: str) -> None:
        table = tmp_path / "siswa.xlsx"
        with zipfile.ZipFile(table, "w") as archive:
            archive.writestr("[Content_Types].xml", "<x/>")
        found = Inspection(FileKind.SPREADSHEET, "application/vnd.openxmlformats", ".xlsx")
        out = locked(table, "Daftar siswa", found)
        assert_locked(out, passphrase)
        assert enclosed(out, passphrase) == {"Daftar siswa.xlsx": table.read_bytes()}
        (words,) = words_of(out, passphrase)
        assert "Daftar siswa.xlsx" in words and "Lembar sebar" in words and "Lampiran" in words
        assert b"Daftar siswa" not in out.read_bytes()

    @pytest.mark.parametrize(
        "title", ["../../etc/passwd", "CON", "<img onerror=alert(1)>.exe", "منشور", "a" * 400, "\ud800\x00\n", ""]
    )
    def test_hostile_names(self, tmp_path: Path, locked: Locked, passphrase: str, title: str) -> None:
        source = tmp_path / "isi"
        source.write_bytes(b"isi")
        out = locked(source, title or "\u200b", Inspection())
        ((name, data),) = enclosed(out, passphrase).items()
        assert data == b"isi"
        assert name and not set(name) & set('<>:"/\\|?*\x00\n') and len(name) <= 80

    def test_an_empty_file(self, tmp_path: Path, locked: Locked, passphrase: str) -> None:
        source = tmp_path / "kosong.txt"
        source.touch()
        out = locked(source, "kosong.txt", Inspection(FileKind.TEXT, "text/plain", ".txt"))
        assert enclosed(out, passphrase) == {"kosong.txt": b""}


class TestFaults:
    def test_too_large_is_named_and_leaves_nothing(
        self, tmp_path: Path, locked: Locked, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(locking, "MOST", 1000)
        source = tmp_path / "rapat.mp4"
        source.write_bytes(bytes(1001))
        with pytest.raises(LockTooLarge) as fault:
            locked(source, "Rapat", Inspection(FileKind.VIDEO, "video/mp4", ".mp4"))
        assert (fault.value.name, fault.value.size, fault.value.limit) == ("Rapat", 1001, 1000)
        assert not (tmp_path / "terkunci.pdf").exists()

    def test_one_stream_too_large_in_a_pdf(
        self, tmp_path: Path, locked: Locked, passphrase: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Many small ones are no matter."""
        small, large = tmp_path / "kecil.pdf", tmp_path / "besar.pdf"
        for path, sizes in ((small, [900] * 5), (large, [4500])):
            with pikepdf.new() as pdf:
                pdf.add_blank_page()
                pdf.Root.Extra = pikepdf.Array([pdf.make_stream(bytes(range(90)) * (n // 90)) for n in sizes])
                pdf.save(path, compress_streams=False)
        monkeypatch.setattr(locking, "MOST", 1000)
        assert_locked(locked(small), passphrase)
        with pytest.raises(LockTooLarge):
            locked(large)

    def test_a_source_that_is_gone(self, tmp_path: Path, locked: Locked) -> None:
        with pytest.raises(FileVanished) as fault:
            locked(tmp_path / "tidak-ada.pdf", "x", Inspection(FileKind.PDF))
        assert fault.value.path == tmp_path / "tidak-ada.pdf"
        assert not (tmp_path / "terkunci.pdf").exists()

    @pytest.mark.parametrize("kind", [FileKind.PDF, FileKind.OTHER])
    def test_a_full_drive(self, tmp_path: Path, paper: Path, passphrase: str, kind: FileKind) -> None:
        large = tmp_path / "besar.pdf"
        with pikepdf.open(paper) as pdf:
            pdf.Root.Extra = pdf.make_stream(random.Random(1).randbytes(1_000_000))
            pdf.save(large, compress_streams=False)
        found = replace(inspect_file(large, large.name), kind=kind)
        with small_drive(tmp_path / "stik", "64k") as drive:
            with pytest.raises(StorageFault) as fault:
                lock_copy(large, drive / "x.pdf", found, "x.pdf", passphrase)
            assert (fault.value.reason, fault.value.path) == ("full", drive / "x.pdf")
            assert list(drive.iterdir()) == []

    def test_no_folder_to_write_to(self, tmp_path: Path, paper: Path, passphrase: str) -> None:
        with pytest.raises(StorageFault):
            lock_copy(paper, tmp_path / "tidak" / "ada.pdf", inspect_file(paper, paper.name), "x", passphrase)

    def test_without_a_passphrase_nothing_is_made(self, tmp_path: Path, paper: Path) -> None:
        with pytest.raises(ValueError):
            lock_copy(paper, tmp_path / "x.pdf", inspect_file(paper, paper.name), "x", "")
        assert not (tmp_path / "x.pdf").exists()

    def test_a_file_there_is_replaced_whole(
        self, tmp_path: Path, paper: Path, locked: Locked, passphrase: str
    ) -> None:
        (tmp_path / "terkunci.pdf").write_bytes(b"lama" * 1_000_000)
        out = locked(paper)
        assert b"lama" not in out.read_bytes()
        assert len(pdfium.PdfDocument(io.BytesIO(out.read_bytes()), password=passphrase)) == 2
