"""bagit-python as the second opinion: bags it made, spoiled at random, get the same verdict.

Left out because bagit-python calls its own fresh bag broken there: names with separators of Unicode (it
breaks lines at them), with spaces at the end (it strips them), with "%0A" (it takes them for a line end).
Left out because this program is stricter on purpose, which is tested elsewhere: "\\" and "~".
"""

import logging
import shutil
import tempfile
from pathlib import Path

import bagit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zidesk.services.verify import verify_bundle

part = (
    st.text(st.characters(categories=["L", "N", "P", "S"], exclude_characters="/\\~"), min_size=1, max_size=12)
    .filter(lambda text: text.strip(".") != "")
    .filter(lambda text: len(text.encode()) < 200 and text == "".join(text.split()))
    .filter(lambda text: "%0A" not in text and "%0D" not in text)
)
payload = st.dictionaries(
    st.lists(part, min_size=1, max_size=3).map("/".join), st.binary(max_size=40), min_size=1, max_size=6
)
algorithms = st.lists(
    st.sampled_from(["md5", "sha1", "sha256", "sha512", "sha3_256"]), min_size=1, max_size=3, unique=True
)


@pytest.fixture(autouse=True)
def quiet():
    logging.getLogger("bagit").setLevel(logging.CRITICAL + 1)


def opinion(root: Path) -> bool:
    try:
        return bool(bagit.Bag(str(root)).is_valid())
    except (bagit.BagError, ValueError, UnicodeError):
        return False


def new_bag(folder: str, files, names) -> Path:
    root = Path(folder) / "paket"
    root.mkdir()
    for name, content in files.items():
        target = root / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        except OSError:  # one name is a folder of another
            continue
    bagit.make_bag(str(root), checksums=names)
    return root


def flip(root: Path, file: Path, data) -> None:
    content = bytearray(file.read_bytes())
    if content:
        content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        file.write_bytes(content)


def delete(root: Path, file: Path, data) -> None:
    file.unlink()


def add(root: Path, file: Path, data) -> None:
    (file.parent / f"{file.name[:20]}-baru").write_bytes(data.draw(st.binary(max_size=3)))


def rename(root: Path, file: Path, data) -> None:
    file.rename(file.with_name(f"{file.name[:20]}-lain"))


def swap(root: Path, file: Path, data) -> None:
    other = data.draw(st.sampled_from(sorted(path for path in root.rglob("*") if path.is_file())))
    first, second = file.read_bytes(), other.read_bytes()
    file.write_bytes(second)
    other.write_bytes(first)


def drop_line(root: Path, file: Path, data) -> None:
    manifest = data.draw(st.sampled_from(sorted(root.glob("*manifest-*.txt"))))
    lines = manifest.read_bytes().splitlines(keepends=True)
    if lines:
        del lines[data.draw(st.integers(0, len(lines) - 1))]
    manifest.write_bytes(b"".join(lines))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(payload, algorithms, st.data())
def test_the_verdict_is_bagits_own(tmp_path, files, names, data):
    with tempfile.TemporaryDirectory(dir=tmp_path) as folder:
        root = new_bag(folder, files, names)
        assert opinion(root)
        result = verify_bundle(root)
        assert result.errors == ()
        zipped = shutil.make_archive(f"{folder}/paket", "zip", folder, "paket")
        assert verify_bundle(Path(zipped)).errors == ()

        changes = data.draw(
            st.lists(st.sampled_from([flip, delete, add, rename, swap, drop_line]), min_size=1, max_size=3)
        )
        for change in changes:
            candidates = sorted(path for path in root.rglob("*") if path.is_file())
            change(root, data.draw(st.sampled_from(candidates)), data)
        ours, theirs = verify_bundle(root), opinion(root)
        if ours.valid != theirs:
            # stricter only where the standard is: bagit.txt, or a line a 0.97 manifest must not have
            assert theirs, ours
            assert {str(fault.kind) for fault in ours.errors} <= STRICTER, ours
        zipped = shutil.make_archive(f"{folder}/paket-2", "zip", folder, "paket")
        assert verify_bundle(Path(zipped)).valid == ours.valid


STRICTER = {"bad_manifest_line", "unknown_algorithm", "unsupported_version"}


def test_bagit_agrees_on_bags_of_our_own_text(make_bag):
    bag = make_bag({"data/A.I/1 ü.pdf": b"x", "data/B.pdf": b"yy"}, tag_algorithms=("sha256",))
    assert opinion(bag.root)
    bag.write("data/B.pdf", b"yz")
    assert not opinion(bag.root)
    assert not verify_bundle(bag.root).valid
