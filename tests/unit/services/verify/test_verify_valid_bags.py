"""Bags that are in order, in every version, encoding and algorithm."""

import unicodedata
from pathlib import Path

import pytest

from zidesk.domain.manifest import encode_path
from zidesk.services.verify import Verification, verify_bundle


def kinds(faults):
    return [(str(fault.kind), fault.path) for fault in faults]


@pytest.mark.parametrize("version", ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"])
def test_each_version(make_bag, version):
    bag = make_bag(version=version, algorithms=("md5", "sha256"), tag_algorithms=("md5",))
    assert verify_bundle(bag.root) == Verification(True, 3, 11, (), ())


@pytest.mark.parametrize(
    "algorithm",
    ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_256", "sha3_512"],
)
def test_each_algorithm(make_bag, algorithm):
    bag = make_bag(algorithms=(algorithm,))
    assert verify_bundle(bag.root).valid
    bag.write("data/a.txt", b"Satu")
    assert kinds(verify_bundle(bag.root).errors) == [("checksum_mismatch", "data/a.txt")]


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "UTF-32", "UTF-16LE", "ISO-8859-1", "windows-1252"])
def test_each_encoding(make_bag, encoding):
    bag = make_bag({"data/Café é.txt": b"x"}, encoding=encoding, tag_algorithms=("sha256",))
    assert verify_bundle(bag.root) == Verification(True, 1, 1, (), ())


@pytest.mark.parametrize("name", ["manifest-SHA256.txt", "Manifest-Sha256.TXT", "manifest-sha-256.txt"])
def test_manifest_names_in_any_case(bag, name):
    (bag.root / "manifest-sha256.txt").rename(bag.root / name)
    result = verify_bundle(bag.root)
    assert result.valid
    assert kinds(result.warnings) == ([("name_case", name)] if name != name.lower() else [])


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_each_line_end(bag, end):
    for name in ("manifest-sha256.txt", "bagit.txt", "bag-info.txt"):
        bag.write(name, (bag.root / name).read_text("utf-8").rstrip("\n").replace("\n", end))
    assert verify_bundle(bag.root) == Verification(True, 3, 11, (), ())


def test_names_in_any_script_and_with_separators_of_unicode(make_bag):
    names = [
        "ꦥꦥꦤ꧀.txt",
        "日本.txt",
        "a\u2028b",
        "c\x85d",
        " spasi ",
        "~$dok.docx",
        "a:b",
        "%41",
        "100%",
        "baris\nbaru\r",
    ]
    bag = make_bag({f"data/{name}": b"x" for name in names}, algorithms=())
    paths = [f"data/{name}" for name in names]
    lines = [bag.line(path, listed_as=encode_path(path)) for path in paths]
    bag.write("manifest-sha256.txt", "".join(lines))
    assert verify_bundle(bag.root) == Verification(True, len(names), len(names), (), ())


def test_an_empty_payload_and_a_relative_path(make_bag, monkeypatch):
    bag = make_bag({})
    monkeypatch.chdir(bag.root)
    assert verify_bundle(Path()) == Verification(True, 0, 0, (), ())


def test_tag_folders_are_covered_by_tag_manifests(make_bag):
    bag = make_bag(tag_algorithms=("sha256",))
    bag.write("catatan/isi.txt", "x")
    assert kinds(verify_bundle(bag.root).warnings) == [("tag_file_not_listed", "catatan/isi.txt")]
    bag.append("tagmanifest-sha256.txt", bag.line("catatan/isi.txt"))
    assert verify_bundle(bag.root) == Verification(True, 3, 11, (), ())
    bag.write("catatan/isi.txt", "y")
    assert kinds(verify_bundle(bag.root).errors) == [("checksum_mismatch", "catatan/isi.txt")]


def test_before_1_0_one_manifest_is_enough(make_bag):
    bag = make_bag(version="0.97", algorithms=())
    bag.write("manifest-md5.txt", bag.line("data/a.txt", "md5"))
    bag.write("manifest-sha1.txt", bag.line("data/sub/b c.txt", "sha1") + bag.line("data/kosong", "sha1"))
    assert verify_bundle(bag.root).valid


@pytest.mark.parametrize(("listed", "stored"), [("NFC", "NFD"), ("NFD", "NFC")])
def test_unicode_forms_match_both_ways_with_a_warning(make_bag, listed, stored):
    name = unicodedata.normalize(stored, "data/Núñez é.txt")
    bag = make_bag({name: b"x"}, algorithms=())
    bag.write("manifest-sha256.txt", bag.line(name, listed_as=unicodedata.normalize(listed, name)))
    result = verify_bundle(bag.root)
    assert result.valid
    assert kinds(result.warnings) == [("normalization_differs", name)]
    bag.write(name, b"y")
    assert kinds(verify_bundle(bag.root).errors) == [("checksum_mismatch", name)]


@pytest.mark.parametrize(("written", "lines"), [("*{}", "1 dan 2 baris lain"), ("./{}", "1 dan 2 baris lain")])
def test_md5sum_style_is_one_warning(bag, written, lines):
    paths = ("data/a.txt", "data/sub/b c.txt", "data/kosong")
    bag.write("manifest-sha256.txt", "".join(bag.line(path, listed_as=written.format(path)) for path in paths))
    result = verify_bundle(bag.root)
    assert result.valid
    (warning,) = result.warnings
    assert (warning.kind, warning.path) == ("nonstandard_line", "manifest-sha256.txt")
    assert f"Baris {lines} " in warning.detail


@pytest.mark.parametrize(
    ("stored", "listed"),
    [("data/a%20b", "data/a%20b"), ("data/a%25b", "data/a%25b"), ("data/spasi", "data/spasi  ")],
)
def test_spellings_of_older_tools_are_found_with_a_warning(make_bag, stored, listed):
    bag = make_bag({stored: b"x"}, algorithms=())
    bag.write("manifest-sha256.txt", bag.line(stored, listed_as=listed))
    result = verify_bundle(bag.root)
    assert result.valid
    assert [kind for kind, _ in kinds(result.warnings)] in (["spelling_differs"], ["nonstandard_line"])


def test_names_that_clash_elsewhere_are_warned_of(make_bag):
    nfc, nfd = "data/\u00e9.txt", "data/e\u0301.txt"
    bag = make_bag({"data/A.txt": b"1", "data/a.txt": b"2", nfc: b"3", nfd: b"4"})
    result = verify_bundle(bag.root)
    assert result.valid
    assert kinds(result.warnings) == [("case_clash", "data/a.txt"), ("normalization_clash", nfc)]
    assert "“data/A.txt”" in result.warnings[0].detail


def test_a_fetched_bag_is_whole(bag):
    bag.write("fetch.txt", "https://contoh.id/a 4 data/a.txt\r\nfile:///x - data/sub/b c.txt\n")
    assert verify_bundle(bag.root) == Verification(True, 3, 11, (), ())


def test_a_bag_inside_a_bag_is_payload(make_bag):
    bag = make_bag({"data/bagit.txt": b"BagIt-Version: 9\n", "data/manifest-md5.txt": b"x", "data/data/a": b"y"})
    assert verify_bundle(bag.root).valid


def test_repeated_and_folded_metadata(bag):
    bag.append("bag-info.txt", "Contact-Name: A\nContact-Name: B\nExternal-Description: panjang\n   sekali\n\n")
    assert verify_bundle(bag.root) == Verification(True, 3, 11, (), ())
