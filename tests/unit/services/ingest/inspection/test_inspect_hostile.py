"""Nothing that a file holds makes the inspection raise; everything that the disk does is raised."""

import contextlib
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.services.ingest.inspection.inspection_samples import (
    SOUND,
    boxes,
    docx,
    pdf,
    photo,
    picture,
    rar5,
    zipped,
)
from zidesk.domain.evidence import FileState, Inspection
from zidesk.services.ingest.inspection import inspect_file, jpeg
from zidesk.services.ingest.inspection import source as source_module

_SAMPLES = {name: make() for name, make in SOUND.items()}
_STARTS = sorted(
    {content[:16] for content in _SAMPLES.values()} | {b"%PDF-1.7\n", b"PK\x03\x04", b"OggS", b"<svg"}
)
_fuzz = settings(max_examples=150, deadline=5000, suppress_health_check=[HealthCheck.function_scoped_fixture])


def check(found: Inspection) -> None:
    assert (found.state is not FileState.OK) <= bool(found.state_detail)
    assert found.suffix == "" or found.suffix.startswith(".")
    assert found.pages is None or found.pages > 0
    assert found.orientation is None or 1 <= found.orientation <= 8


@_fuzz
@given(
    start=st.sampled_from(_STARTS),
    rest=st.binary(max_size=600),
    name=st.sampled_from(["a", "a.pdf", "a.jpg", "a.docx"]),
)
def test_random_bytes_after_every_signature(look, start, rest, name):
    check(look(name, start + rest))


@_fuzz
@given(name=st.sampled_from(sorted(_SAMPLES)), share=st.floats(0, 1))
def test_every_truncation(look, name, share):
    content = _SAMPLES[name]
    kept = content[: int(len(content) * share)]
    found = look(name, kept)
    check(found)
    if 16 <= len(kept) < len(content) * 0.9:
        assert found.state is FileState.DAMAGED


@_fuzz
@given(
    name=st.sampled_from(sorted(_SAMPLES)),
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=12),
    near_start=st.booleans(),
)
def test_flipped_bytes(look, name, flips, near_start):
    content = bytearray(_SAMPLES[name])
    reach = min(len(content), 400) if near_start else len(content)
    for where, value in flips:
        content[int(where * reach)] = value
    started = time.perf_counter()
    check(look(name, bytes(content)))
    assert time.perf_counter() - started < 3


def test_missing_files_and_folders_raise(tmp_path):
    with pytest.raises(FileNotFoundError):
        inspect_file(tmp_path / "tidak-ada", "a.pdf")
    with pytest.raises(OSError):
        inspect_file(tmp_path, "a.pdf")


_LARGE = {
    "foto.jpg": lambda: picture("JPEG", photo(600, 500), quality=95),
    "layar.png": lambda: picture("PNG", photo(600, 500)),
    "pindai.tif": lambda: picture("TIFF", photo(600, 500), compression="tiff_lzw"),
    "surat.pdf": lambda: pdf(2000, object_stream_mode=pikepdf.ObjectStreamMode.disable),
    "rapat.zip": lambda: zipped({f"{part}.bin": b"x" * 90_000 for part in "abc"}, zipfile.ZIP_STORED),
    "video.mp4": lambda: boxes((b"ftyp", b"isom" * 4), (b"mdat", bytes(300_000)), (b"moov", bytes(90))),
    "arsip.rar": lambda: rar5(data=100_000),
}


@pytest.mark.parametrize("name", _LARGE)
def test_a_disk_that_fails_while_reading_is_not_a_damaged_file(tmp_path, monkeypatch, name):
    """The device gives the first 64 KiB and fails from then on, as a pulled stick does."""
    path = tmp_path / "isi"
    path.write_bytes(_LARGE[name]())
    assert inspect_file(path, name).state is FileState.OK
    armed = source_module.HEAD_BYTES

    class FailingFile(source_module._WatchedFile):
        def readinto(self, buffer):
            self._fail_behind_the_head()
            return super().readinto(buffer)

        def read(self, size=-1):
            self._fail_behind_the_head()
            return super().read(size)

        def _fail_behind_the_head(self):
            if self.tell() >= armed:
                self._note(OSError(5, "Input/output error"))
                raise self.fault

    monkeypatch.setattr(source_module, "_WatchedFile", FailingFile)
    with pytest.raises(OSError, match="Input/output error"):
        inspect_file(path, name)


def test_a_decoder_that_fails_as_nobody_foresaw(look, monkeypatch):
    class SurpriseError(Exception):
        pass

    def surprised(*_args):
        raise SurpriseError

    monkeypatch.setattr(jpeg, "JpegImageFile", surprised)
    found = look("foto.jpg", _SAMPLES["foto.jpg"])
    assert (found.state, found.state_detail) == (FileState.DAMAGED, "isi berkas tidak dapat dibaca")


def test_a_broken_installation_is_not_a_damaged_file(look, monkeypatch):
    monkeypatch.delattr(jpeg, "inspect_jpeg")
    with pytest.raises(ImportError):
        look("foto.jpg", _SAMPLES["foto.jpg"])


def test_nothing_reaches_the_terminal(tmp_path, corpus):
    """Run as a program: no logging is set up, and libraries in C write where they like."""
    lzw = bytearray(_SAMPLES["pindai.tif"])
    lzw[300:3000] = bytes(2700)
    crooked = bytearray((corpus / "habibi-rotated.pdf").read_bytes())
    crooked[15766] ^= 6  # in the table of objects: the page tree now leads to something that is no page
    (tmp_path / "a.tif").write_bytes(lzw)
    (tmp_path / "b.pdf").write_bytes(crooked)
    code = """if True:
        import sys
        from pathlib import Path
        from zidesk.services.ingest.inspection import inspect_file, jpeg
        print(*[inspect_file(Path(name), name).state for name in sys.argv[1:]])
    """
    command = [sys.executable, "-c", code, str(tmp_path / "a.tif"), str(tmp_path / "b.pdf")]
    shown = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (shown.stdout.split(), shown.stderr) == (["damaged", "damaged"], "")


def test_a_fault_that_a_decoder_swallows_is_raised_all_the_same(tmp_path):
    path = tmp_path / "isi"
    path.write_bytes(bytes(200_000))
    with source_module.Source(path) as source:
        source.raise_fault()
        unreadable = os.open(path, os.O_WRONLY)
        os.dup2(unreadable, source.raw.fileno())
        os.close(unreadable)
        for swallowed in (lambda: source.read_at(150_000, 10), source.prove_readable, source.raw.readall):
            source.raw.fault = None
            with contextlib.suppress(OSError):
                swallowed()
            with pytest.raises(OSError, match="Bad file descriptor"):
                source.raise_fault()


@pytest.mark.parametrize("content", [b"\x01\x02\x03\xfe" * 50, docx(), pdf()])
def test_large_files_are_read_in_part_only(tmp_path, monkeypatch, content):
    """A file of 1 GB (with a hole) is judged by its ends."""
    path = tmp_path / "isi"
    path.write_bytes(content)
    with path.open("r+b") as file:
        file.truncate(1_000_000_000)
    read = []
    original = source_module._WatchedFile.readinto

    def counting(self, buffer):
        count = original(self, buffer)
        read.append(count)
        return count

    monkeypatch.setattr(source_module._WatchedFile, "readinto", counting)
    check(inspect_file(path, "a.bin"))
    assert sum(read) < 2_000_000


def test_the_file_is_closed_and_unchanged(tmp_path):
    for name, content in _SAMPLES.items():
        path = tmp_path / name
        path.write_bytes(content)
        inspect_file(path, name)
        path.rename(tmp_path / "lain")  # an open file could not be moved on Windows
        assert (tmp_path / "lain").read_bytes() == content
    if sys.platform == "linux":
        links = [link for link in Path("/proc/self/fd").iterdir() if link.exists()]
        assert not [link for link in links if link.readlink().is_relative_to(tmp_path)]


def test_decoders_are_loaded_when_needed_only():
    code = "import sys, zidesk.services.ingest.inspection; print({'PIL', 'pikepdf', 'pi_heif'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
