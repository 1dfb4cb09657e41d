"""A ZIP of ZIDesk's own is held to every bit; the same bag packed by another program is not."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from zidesk.domain.manifest import BAGIT_TXT, format_bag_info, format_manifest
from zidesk.services.bundle.zip_volume import ZipVolume
from zidesk.services.verify import verify_bundle

_FILES = {f"data/Notula {number}.txt": f"isi {number}".encode() * (number * 9 + 1) for number in range(12)}


def _texts() -> dict[str, bytes]:
    """A bag that says ZIDesk made it; the tag manifest has letters in its checksums."""
    import hashlib

    def rows(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
        return ((name, hashlib.sha256(data).hexdigest()) for name, data in files.items())

    tags = {
        "bagit.txt": BAGIT_TXT.encode(),
        "bag-info.txt": format_bag_info([("Bag-Software-Agent", "ZIDesk 1.0")]).encode(),
        "manifest-sha256.txt": format_manifest(rows(_FILES)).encode(),
    }
    return {**_FILES, **tags, "tagmanifest-sha256.txt": format_manifest(rows(tags)).encode()}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """As ZIDesk packs it, with a name that is not ASCII."""
    volume = ZipVolume(tmp_path / "paket.zip", datetime(2026, 3, 2, 8, 30, 58))  # noqa: DTZ001
    volume.add_folder("Paket Süd/data")
    for name, data in _texts().items():
        volume.add_file(f"Paket Süd/{name}", len(data), lambda write, data=data: write(data))  # type: ignore[misc]
    volume.close("", flush=False)
    return tmp_path / "paket.zip"


def _kinds(bundle: Path) -> set[str]:
    return {str(fault.kind) for fault in verify_bundle(bundle).errors}


def _flip(path: Path, byte: int, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[byte] ^= 1 << bit
    path.write_bytes(data)


def test_as_it_was_written(own: Path) -> None:
    assert verify_bundle(own).valid


def test_every_bit_of_an_entry_twice_and_of_the_end(own: Path) -> None:
    """The header before a file, its line in the directory, and all that follows the directory."""
    with zipfile.ZipFile(own) as archive:
        entry = archive.getinfo("Paket Süd/data/Notula 5.txt")
        name = len(entry.filename.encode())
        at = own.read_bytes().index(entry.filename.encode(), archive.start_dir) - 46
    size = own.stat().st_size
    spans = ((entry.header_offset, 30 + name), (at, 46 + name), (size - 22, 22))
    missed = []
    for start, length in spans:
        for byte in range(start, start + length):
            for bit in (0, 3, 7):
                _flip(own, byte, bit)
                try:
                    if verify_bundle(own).valid:
                        missed.append((byte - start, bit))
                except Exception as refusal:
                    assert type(refusal).__name__ in ("DamagedZip", "NotABundle")
                _flip(own, byte, bit)
    assert missed == []


def test_the_case_of_a_checksum_in_the_list_nothing_covers(tmp_path: Path) -> None:
    root = tmp_path / "paket"
    for name, data in _texts().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    assert verify_bundle(root).valid
    listed = root / "tagmanifest-sha256.txt"
    text = listed.read_text()
    letter = next(char for char in text if char in "abcdef")
    listed.write_text(text.replace(letter, letter.upper(), 1))
    assert _kinds(root) == {"changed_list"}


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_packed_again_by_another_program(own: Path, tmp_path: Path, compression: int) -> None:
    target = tmp_path / "lain.zip"
    with zipfile.ZipFile(own) as source, zipfile.ZipFile(target, "w", compression) as archive:
        for number, entry in enumerate(source.infolist()):
            fresh = zipfile.ZipInfo(entry.filename, (2026, 5, 1, 10, number, 0))
            fresh.compress_type = compression
            archive.writestr(fresh, source.read(entry))
    assert verify_bundle(target).valid


def test_entries_and_directory_of_zip64(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own: Path) -> None:
    """As beyond 4 GiB: with the limit brought down, some sizes and offsets stand in the extra."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 400)
    volume = ZipVolume(tmp_path / "besar.zip", datetime(2026, 3, 2))  # noqa: DTZ001
    for name, data in _texts().items():
        volume.add_file(f"paket/{name}", len(data), lambda write, data=data: write(data))  # type: ignore[misc]
    volume.close("", flush=False)
    assert verify_bundle(tmp_path / "besar.zip").valid
    with zipfile.ZipFile(tmp_path / "besar.zip") as archive:
        at = archive.getinfo("paket/data/Notula 11.txt").header_offset
    _flip(tmp_path / "besar.zip", at + 10, 2)  # the time
    assert _kinds(tmp_path / "besar.zip") == {"changed_entry"}
