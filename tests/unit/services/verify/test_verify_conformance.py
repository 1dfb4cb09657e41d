"""The cases of the Library of Congress' conformance suite for BagIt, made here, folder and ZIP, with the verdict
of bagit-python beside ours.

The two differ in the cases of STRICTER and of LENIENT only, each with its reason.
"""

import logging
import unicodedata
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest

from zidesk.services.verify import FaultKind, verify_bundle

WHOLE: frozenset[str] = frozenset()
_NAME = "Núñez.txt"
_MANIFEST = "manifest-sha256.txt"
_OUTSIDE = {
    "parent": "../../../README.md",
    "absolute": "/tmp/foo",
    "home": "~/foo",
    "home of another": "~root/foo",
    "drive": "C:\\Windows\\System32\\setx.exe",
    "variable": "%HomeDrive%\\Windows\\setx.exe",
    "server": "\\\\?\\UNC\\server\\Windows\\setx.exe",
}


@pytest.fixture(autouse=True)
def quiet():
    logging.getLogger("bagit").setLevel(logging.CRITICAL + 1)


def _bagits(root: Path) -> bool:
    try:
        return bool(bagit.Bag(str(root)).validate())
    except (bagit.BagError, ValueError, UnicodeError, OSError):
        return False


def _edit(bag, name: str, change: Callable[[str], str]) -> None:
    bag.write(name, change((bag.root / name).read_bytes().decode(bag.encoding)))


def _listed(name: str):
    return lambda bag: bag.append(_MANIFEST, f"{'0' * 64}  {name}\n")


def _fetched(name: str):
    return lambda bag: bag.write("fetch.txt", f"https://example.org/a 4 {name}\n")


def _twice(checksum: str | None):
    def spoil(bag) -> None:
        line = bag.line("data/a.txt")
        bag.append(_MANIFEST, line if checksum is None else f"{checksum}  data/a.txt\n")

    return spoil


def _both_forms(bag) -> None:
    bag.write(f"data/{_NAME}", "isi")
    (bag.root / "bag-info.txt").unlink()
    bag.list_payload("sha256")
    bag.append(_MANIFEST, bag.line(f"data/{_NAME}", listed_as=f"data/{unicodedata.normalize('NFD', _NAME)}"))


def _spaced_declaration(bag) -> None:
    bag.write("bagit.txt", "BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n")


def _in_one_manifest_only(bag) -> None:
    bag.list_payload("md5")
    _edit(bag, "manifest-md5.txt", lambda text: "".join(text.splitlines(keepends=True)[1:]))


def _mark(bag) -> None:
    bag.write("bagit.txt", b"\xef\xbb\xbf" + (bag.root / "bagit.txt").read_bytes())


def _system_files(bag) -> None:
    bag.append(_MANIFEST, f"{'0' * 64}  data/Thumbs.db\n")


def _holey(bag) -> None:
    bag.write("fetch.txt", "https://example.org/a.txt 4 data/a.txt\n")


VALID = {
    "basic": lambda _bag: None,
    "bag in a bag": lambda bag: [bag.write("data/tas/bagit.txt", "x"), bag.list_payload("sha256"), _no_oxum(bag)],
    "encoded names": lambda bag: [bag.write("data/%20a.txt", "x"), bag.list_payload("sha256"), _no_oxum(bag)],
    "leading dot": lambda bag: _edit(bag, _MANIFEST, lambda text: text.replace("  data/", "  ./data/")),
    "spaces": lambda bag: [bag.write("data/a  b.txt", "x"), bag.list_payload("sha256"), _no_oxum(bag)],
    "metadata twice": lambda bag: bag.append("bag-info.txt", "Contact-Name: A\nContact-Name: B\n"),
    "holey but fetched": _holey,
    "minimal": lambda bag: (bag.root / "bag-info.txt").unlink(),
    "made with md5sum": lambda bag: _edit(bag, _MANIFEST, lambda text: text.replace("  data/", " *data/")),
    "uncommon separators": lambda bag: bag.append("bag-info.txt", "Contact-Name  :  A\n"),
}
INVALID = {
    "encoding missing": (lambda bag: bag.write("bagit.txt", f"BagIt-Version: {bag.version}\n"), "bad_declaration"),
    "byte order mark": (_mark, "byte_order_mark"),
    "corrupt payload": (lambda bag: bag.write("data/a.txt", "SATU"), "checksum_mismatch"),
    "extra file": (lambda bag: bag.write("data/baru.txt", "x"), "not_in_manifest"),
    "bad version": (
        lambda bag: _edit(bag, "bagit.txt", lambda text: text.replace(bag.version, ".97")), "unsupported_version"
    ),
    "no bagit.txt": (lambda bag: (bag.root / "bagit.txt").unlink(), "no_bagit_txt"),
    "case differs": (lambda bag: bag.append(_MANIFEST, f"{'0' * 64}  data/A.TXT\n"), "missing"),
    "system files listed": (_system_files, "missing"),
    "two checksums": (_twice("1" * 64), "conflicting_entry"),
    **{f"listed: {where}": (_listed(name), "unsafe_path") for where, name in _OUTSIDE.items()},
    **{
        f"to fetch: {where}": (_fetched(_OUTSIDE[where]), "unsafe_path")
        for where in ("parent", "absolute", "home", "home of another")
    },
}  # fmt: skip
# RFC 8493 2.1.1: no space before the colon; 2.1.3 and 5.2: no path that some system takes for one elsewhere
STRICTER = {
    "space before a colon": (_spaced_declaration, "bad_declaration"),
    **{
        f"to fetch: {where}": (_fetched(_OUTSIDE[where]), "unsafe_path")
        for where in ("drive", "variable", "server")
    },
}
STRICT_SINCE_1_0 = {
    "in one manifest only": (_in_one_manifest_only, "not_in_manifest"),
    "the same line twice": (_twice(None), "duplicate_entry"),
}


def _no_oxum(bag) -> None:
    _edit(bag, "bag-info.txt", lambda text: text.partition("Payload-Oxum")[0])


def _verdict(bag, tmp_path: Path) -> tuple[bool, set[str]]:
    found = verify_bundle(bag.root)
    zipped = verify_bundle(bag.zip(tmp_path / "paket.zip", top=f"{bag.root.name}/"))
    kinds = {fault.kind.value for fault in found.errors}
    assert (zipped.valid, {fault.kind.value for fault in zipped.errors}) == (found.valid, kinds)
    return found.valid, kinds


@pytest.mark.parametrize("version", ["0.96", "0.97", "1.0"])
@pytest.mark.parametrize("case", VALID)
def test_valid_for_both(make_bag, tmp_path, case, version):
    bag = make_bag(version=version)
    VALID[case](bag)
    assert _verdict(bag, tmp_path) == (True, WHOLE)
    assert _bagits(bag.root)


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95"])
def test_older_bags_are_valid_for_both(make_bag, tmp_path, version):
    bag = make_bag(version=version)
    bag.append("package-info.txt", "Contact-Name: A\nContact-Name: B\n")
    assert _verdict(bag, tmp_path) == (True, WHOLE)
    assert _bagits(bag.root)


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-16"])
def test_other_encodings_are_valid_for_both(make_bag, tmp_path, encoding):
    bag = make_bag(version="0.97", encoding=encoding)
    assert _verdict(bag, tmp_path) == (True, WHOLE)
    assert _bagits(bag.root)


@pytest.mark.parametrize("version", ["0.97", "1.0"])
@pytest.mark.parametrize("case", INVALID)
def test_invalid_for_both(make_bag, tmp_path, case, version):
    bag = make_bag(version=version)
    spoil, kind = INVALID[case]
    spoil(bag)
    valid, kinds = _verdict(bag, tmp_path)
    assert not valid and kind in kinds
    assert not _bagits(bag.root)


@pytest.mark.parametrize("name", ["bag-info.txt", _MANIFEST])
def test_a_tag_file_that_is_gone_or_changed(make_bag, tmp_path, name):
    for spoil, kind in ((Path.unlink, "missing"), (lambda path: path.write_text("a: b\n"), "checksum_mismatch")):
        bag = make_bag(name=f"{name}-{kind}", version="0.97", tag_algorithms=("sha256",))
        spoil(bag.root / name)
        valid, kinds = _verdict(bag, tmp_path)
        assert not valid and kind in kinds
        assert not _bagits(bag.root)


@pytest.mark.parametrize("case", STRICTER)
def test_stricter_than_bagit_python(make_bag, tmp_path, case):
    bag = make_bag()
    spoil, kind = STRICTER[case]
    spoil(bag)
    assert _verdict(bag, tmp_path) == (False, {kind, *_verdict(bag, tmp_path)[1]})
    assert _bagits(bag.root), "no difference any more: move this case"


@pytest.mark.parametrize("case", STRICT_SINCE_1_0)
def test_what_1_0_tightened(make_bag, tmp_path, case):
    spoil, kind = STRICT_SINCE_1_0[case]
    older, newer = make_bag(name="lama", version="0.97"), make_bag(name="baru")
    spoil(older)
    spoil(newer)
    assert _verdict(older, tmp_path)[0]
    valid, kinds = _verdict(newer, tmp_path)
    assert not valid and kind in kinds


def test_both_unicode_forms_of_a_name_are_a_warning(make_bag, tmp_path):
    """The suite wants a warning. bagit-python calls the bag broken: it finds the file under either form, but then
    opens it under the one that is not there."""
    bag = make_bag(version="0.97")
    _both_forms(bag)
    assert _verdict(bag, tmp_path) == (True, WHOLE)
    warnings = {fault.kind for fault in verify_bundle(bag.root).warnings}
    assert {FaultKind.NORMALIZATION_CLASH, FaultKind.NORMALIZATION_DIFFERS} <= warnings
    assert not _bagits(bag.root), "no difference any more"
