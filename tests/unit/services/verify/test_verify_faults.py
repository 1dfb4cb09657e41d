"""Each thing that can be wrong with a bag in a folder: exactly these faults, no more and no fewer."""

import pytest

from zidesk.services.verify import FaultKind, verify_bundle

SUM = "ab" * 32
M = "manifest-sha256.txt"
UNCHECKABLE = "ab  data/a.txt\nab  data/sub/b c.txt\nab  data/kosong\n"


def kinds(faults):
    return [(str(fault.kind), fault.path) for fault in faults]


def remove(name):
    return lambda bag: (bag.root / name).unlink()


def write(name, content):
    return lambda bag: bag.write(name, content)


def append(name, text):
    return lambda bag: bag.append(name, text)


def repeat_line(bag):
    bag.append(M, bag.line("data/a.txt").upper().replace("DATA/A.TXT", "data/a.txt"))


def second_manifest_without_one_file(bag):
    bag.write("manifest-sha512.txt", bag.line("data/a.txt", "sha512") + bag.line("data/kosong", "sha512"))


def payload_manifest_lists_a_tag_file(bag):
    bag.append(M, bag.line("bagit.txt"))


def declaration(text):
    return write("bagit.txt", text)


V1_LINE, UTF8_LINE = "BagIt-Version: 1.0\n", "Tag-File-Character-Encoding: UTF-8\n"

SPOILED = {
    "content changed": (write("data/a.txt", "Satu"), [("checksum_mismatch", "data/a.txt")]),
    "content cut": (
        write("data/a.txt", "sat"),
        [("checksum_mismatch", "data/a.txt"), ("payload_oxum_mismatch", "")],
    ),
    "file missing": (
        remove("data/a.txt"),
        [("missing", "data/a.txt"), ("payload_oxum_mismatch", "")],
    ),
    "file added": (
        write("data/sub/Thumbs.db", ""),
        [("not_in_manifest", "data/sub/Thumbs.db"), ("payload_oxum_mismatch", "")],
    ),
    "no bagit.txt": (remove("bagit.txt"), [("no_bagit_txt", "bagit.txt")]),
    "no manifest": (remove(M), [("no_manifest", "")]),
    "folder listed": (append(M, f"{SUM}  data/sub\n"), [("directory_listed", "data/sub")]),
    "two different lines": (append(M, f"{SUM}  data/a.txt\n"), [("conflicting_entry", "data/a.txt")]),
    "the same line twice": (repeat_line, [("duplicate_entry", "data/a.txt")]),
    "no line": (append(M, "???\n"), [("bad_manifest_line", M)]),
    "short checksum": (append(M, "abcd  data/x\n"), [("bad_manifest_line", M)]),
    "parent path": (append(M, f"{SUM}  ../x\n"), [("unsafe_path", "../x")]),
    "absolute path": (append(M, f"{SUM}  /etc/passwd\n"), [("unsafe_path", "/etc/passwd")]),
    "not payload": (payload_manifest_lists_a_tag_file, [("outside_payload", "bagit.txt")]),
    "not in every manifest": (
        second_manifest_without_one_file,
        [("not_in_manifest", "data/sub/b c.txt")],
    ),
    "unknown algorithm": (
        write("manifest-crc32.txt", UNCHECKABLE),
        [("unknown_algorithm", "manifest-crc32.txt")],
    ),
    "shake has no length": (
        write("manifest-shake128.txt", UNCHECKABLE),
        [("unknown_algorithm", "manifest-shake128.txt")],
    ),
    "manifest not UTF-8": (
        write("manifest-md5.txt", b"\xff\xfe\xfa"),
        [("bad_encoding", "manifest-md5.txt")],
    ),
    "bag-info not UTF-8": (write("bag-info.txt", b"A: \xff\n"), [("bad_encoding", "bag-info.txt")]),
    "bagit.txt not UTF-8": (declaration(b"\xff"), [("bad_encoding", "bagit.txt")]),
    "mark in bagit.txt": (
        declaration(b"\xef\xbb\xbf" + (V1_LINE + UTF8_LINE).encode()),
        [("byte_order_mark", "bagit.txt")],
    ),
    "mark in bag-info": (write("bag-info.txt", b"\xef\xbb\xbfA: b\n"), [("byte_order_mark", "bag-info.txt")]),
    "space before the colon": (
        declaration(V1_LINE.replace(":", " :") + UTF8_LINE),
        [("bad_declaration", "bagit.txt")],
    ),
    "lines swapped": (declaration(UTF8_LINE + V1_LINE), [("bad_declaration", "bagit.txt")]),
    "third line": (declaration(V1_LINE + UTF8_LINE + "A: b\n"), [("bad_declaration", "bagit.txt")]),
    "no encoding": (declaration(V1_LINE), [("bad_declaration", "bagit.txt")] * 2),
    "empty bagit.txt": (declaration(""), [("bad_declaration", "bagit.txt")] * 3),
    "version 1.1": (
        declaration(V1_LINE.replace("1.0", "1.1") + UTF8_LINE),
        [("unsupported_version", "bagit.txt")],
    ),
    "version .97": (
        declaration(V1_LINE.replace("1.0", ".97") + UTF8_LINE),
        [("unsupported_version", "bagit.txt")],
    ),
    "unknown encoding": (
        declaration(V1_LINE + UTF8_LINE.replace("UTF-8", "KOI-99")),
        [("unknown_encoding", "bagit.txt")],
    ),
    "zlib is no encoding": (
        declaration(V1_LINE + UTF8_LINE.replace("UTF-8", "zlib")),
        [("unknown_encoding", "bagit.txt")],
    ),
    "idna is no encoding": (
        declaration(V1_LINE + UTF8_LINE.replace("UTF-8", "idna")),
        [("unknown_encoding", "bagit.txt")],
    ),
    "metadata without colon": (
        append("bag-info.txt", "tanpa titik dua\n"),
        [("bad_tag_line", "bag-info.txt")],
    ),
    "oxum wrong": (write("bag-info.txt", "payload-oxum: 11.4\n"), [("payload_oxum_mismatch", "")]),
    "oxum malformed": (write("bag-info.txt", "Payload-Oxum: banyak\n"), [("bad_payload_oxum", "")]),
    "oxum twice": (append("bag-info.txt", "Payload-Oxum: 11.3\n"), [("bad_payload_oxum", "")]),
    "fetch not done": (
        write("fetch.txt", "http://h/x - data/x\n"),
        [("fetch_missing", "data/x"), ("fetch_not_in_manifest", "data/x")],
    ),
    "fetch of an unlisted file": (
        lambda bag: (
            bag.write("data/x", ""),
            bag.write("fetch.txt", "http://h/x - data/x\n"),
            bag.write("bag-info.txt", ""),
        ),
        [("not_in_manifest", "data/x"), ("fetch_not_in_manifest", "data/x")],
    ),
    "fetch of a listed file": (
        lambda bag: (bag.append(M, f"{SUM}  data/x\n"), bag.write("fetch.txt", "http://h/x 5 data/x\n")),
        [("fetch_missing", "data/x")],
    ),
    "fetch of a file not in every manifest": (
        lambda bag: (
            bag.list_payload("sha512"),
            bag.append(M, f"{SUM}  data/x\n"),
            bag.write("fetch.txt", "http://h/x 5 data/x\n"),
        ),
        [("fetch_missing", "data/x"), ("fetch_not_in_manifest", "data/x")],
    ),
    "fetch leads out": (write("fetch.txt", "http://h/x - data/../../x\n"), [("unsafe_path", "data/../../x")]),
    "fetch of a tag file": (
        write("fetch.txt", "http://h/x - bagit.txt\n"),
        [("outside_payload", "bagit.txt")],
    ),
    "fetch line cut": (write("fetch.txt", "http://h/x -\n"), [("bad_fetch_line", "fetch.txt")]),
    "fetch without host": (write("fetch.txt", "x - data/a.txt\n"), [("bad_fetch_line", "fetch.txt")]),
    "fetch with a bad address": (
        write("fetch.txt", "http://[x - data/a.txt\n"),
        [("bad_fetch_line", "fetch.txt")],
    ),
    "fetch with a bad size": (
        write("fetch.txt", "http://h/x 1kB data/a.txt\n"),
        [("bad_fetch_line", "fetch.txt")],
    ),
}


@pytest.mark.parametrize(("spoil", "faults"), SPOILED.values(), ids=SPOILED.keys())
def test_a_spoiled_bag_has_exactly_these_errors(bag, spoil, faults):
    assert verify_bundle(bag.root).valid
    spoil(bag)
    result = verify_bundle(bag.root)
    assert kinds(result.errors) == faults
    assert not result.valid
    assert all(fault.detail.endswith((".", "???", "data/x")) for fault in result.errors)


TOLERATED = {
    "the same line twice": (repeat_line, [("duplicate_entry", "data/a.txt")]),
    "not in every manifest": (second_manifest_without_one_file, []),
    "space before the colon": (
        declaration("BagIt-Version : 0.97\n" + UTF8_LINE),
        [("bad_declaration", "bagit.txt")],
    ),
    "mark in a manifest": (
        lambda bag: bag.write(M, b"\xef\xbb\xbf" + (bag.root / M).read_bytes()),
        [("byte_order_mark", M)],
    ),
    "oxum twice": (append("bag-info.txt", "Payload-Oxum: 11.3\n"), [("bad_payload_oxum", "")]),
    "comment": (append(M, "# catatan\n"), [("nonstandard_line", M)]),
    "fetched size differs": (
        write("fetch.txt", "http://h/x 5 data/a.txt\n"),
        [("fetch_size_differs", "data/a.txt")],
    ),
}


@pytest.mark.parametrize(("spoil", "faults"), TOLERATED.values(), ids=TOLERATED.keys())
def test_what_older_versions_allow_is_a_warning(make_bag, spoil, faults):
    bag = make_bag(version="0.97")
    spoil(bag)
    result = verify_bundle(bag.root)
    assert (kinds(result.errors), kinds(result.warnings)) == ([], faults)


def test_loose_metadata_of_a_1_0_bag_is_a_warning(bag):
    bag.append("bag-info.txt", "Nama : a\nAlamat:b\nKosong:\n")
    result = verify_bundle(bag.root)
    assert result.valid
    assert kinds(result.warnings) == [("bad_tag_line", "bag-info.txt")] * 2


def test_every_fault_is_listed_and_each_once(make_bag):
    bag = make_bag({f"data/{n}": bytes([n]) for n in range(40)}, algorithms=("md5", "sha256"), info=False)
    for n in range(10):
        (bag.root / f"data/{n}").unlink()
    for n in range(10, 20):
        bag.write(f"data/{n}", b"rusak")
    for n in range(5):
        bag.write(f"data/baru-{n}", b"")
    result = verify_bundle(bag.root)
    assert kinds(result.errors) == (
        [("missing", f"data/{n}") for n in range(10)]
        + [("not_in_manifest", f"data/baru-{n}") for n in range(5)]
        + [("checksum_mismatch", f"data/{n}") for n in range(10, 20)]
    )
    assert "manifest-md5.txt, manifest-sha256.txt" in result.errors[0].detail
    assert "md5, sha256" in result.errors[-1].detail
    assert (result.files, result.bytes) == (35, 70)


def test_only_the_wrong_algorithm_is_named(make_bag):
    bag = make_bag(algorithms=("md5", "sha256"))
    text = (bag.root / "manifest-md5.txt").read_text("utf-8")
    bag.write("manifest-md5.txt", "0" * 32 + text[32:])
    (fault,) = verify_bundle(bag.root).errors
    assert "nilai md5 tidak" in fault.detail


def test_tag_manifests(make_bag):
    bag = make_bag(tag_algorithms=("sha256",))
    bag.write("bag-info.txt", "Payload-Oxum: 11.3\n")
    bag.append("tagmanifest-sha256.txt", bag.line("data/a.txt") + f"{SUM}  hilang.txt\n")
    bag.write("manifest-sha512.txt", "".join(bag.line(path, "sha512") for path in
              ("data/a.txt", "data/sub/b c.txt", "data/kosong")))  # fmt: skip
    bag.write("tagmanifest-md5.txt", bag.line("tagmanifest-sha256.txt", "md5"))
    result = verify_bundle(bag.root)
    assert kinds(result.errors) == [
        ("payload_in_tagmanifest", "data/a.txt"),
        ("tagmanifest_listed", "tagmanifest-sha256.txt"),
        ("manifest_not_listed", "manifest-sha256.txt"),
        ("manifest_not_listed", "manifest-sha512.txt"),
        ("manifest_not_listed", "manifest-sha512.txt"),
        ("missing", "hilang.txt"),
        ("checksum_mismatch", "bag-info.txt"),
    ]


def test_a_bag_that_is_still_being_written(make_bag):
    bag = make_bag(name="ZI-2026.belum-selesai")
    assert kinds(verify_bundle(bag.root).errors) == [("incomplete", "")]
    (bag.root / "data/a.txt").unlink()
    assert ("missing", "data/a.txt") in kinds(verify_bundle(bag.root).errors)


def test_half_a_bag_named_through_the_current_folder(make_bag, monkeypatch):
    bag = make_bag(name="ZI-2026.belum-selesai")
    monkeypatch.chdir(bag.root / "data")
    (fault,) = verify_bundle(bag.root.parent / bag.root.name / "data" / "..").errors
    assert fault.kind is FaultKind.INCOMPLETE


def test_half_a_bag_behind_a_link(make_bag, tmp_path):
    (tmp_path / "paket-baru").symlink_to(make_bag(name="ZI-2026.belum-selesai").root)
    assert kinds(verify_bundle(tmp_path / "paket-baru").errors) == [("incomplete", "")]


def test_utf_16_without_byte_order_is_not_guessed(make_bag):
    bag = make_bag(encoding="UTF-16")
    bag.write(M, (bag.root / M).read_text("utf-16").encode("utf-16-le"))
    assert kinds(verify_bundle(bag.root).errors) == [("bad_encoding", M)]


def test_a_folder_that_is_no_bag_is_told_without_walking_it(tmp_path):
    (tmp_path / "foto" / "dalam").mkdir(parents=True)
    (tmp_path / "foto" / "a.jpg").write_bytes(b"x")
    (tmp_path / "foto" / "pintasan").symlink_to("/")
    result = verify_bundle(tmp_path)
    assert kinds(result.errors) == [
        ("no_bagit_txt", "bagit.txt"), ("no_payload_folder", "data"), ("no_manifest", "")
    ]  # fmt: skip
    assert result.files == 0


def test_a_missing_file_names_its_twin_in_other_case(bag):
    (bag.root / "data/a.txt").rename(bag.root / "data/A.TXT")
    result = verify_bundle(bag.root)
    assert kinds(result.errors) == [("missing", "data/a.txt"), ("not_in_manifest", "data/A.TXT")]
    assert "“data/A.TXT”" in result.errors[0].detail


def test_names_are_shown_without_control_characters(bag):
    bag.append(M, f"{SUM}  data/\x1b[31mmerah\u202e\n")
    (fault,) = verify_bundle(bag.root).errors
    assert fault.path == "data/\\x1b[31mmerah\\u202e"
