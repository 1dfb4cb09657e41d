"""Nothing outside the bag is read, and nothing in it that is not a plain file."""

import os
import socket
import sys
from pathlib import Path

import pytest

from zidesk.domain.errors.bags import NotABundle
from zidesk.services.verify import FaultKind, tags, verify_bundle
from zidesk.services.verify.findings import MAX_FAULTS, Findings

M = "manifest-sha256.txt"
_opened: list[str] = []
_listening = False


def _hook(event, args):
    if _listening and event in ("open", "os.scandir", "os.listdir"):
        _opened.extend(os.fsdecode(arg) for arg in args[:1] if not isinstance(arg, int))  # no descriptors


sys.addaudithook(_hook)


@pytest.fixture
def opened():
    """Every path the interpreter opens or lists during the test."""
    global _listening
    _opened.clear()
    _listening = True
    yield _opened
    _listening = False


def kinds(faults):
    return [(str(fault.kind), fault.path) for fault in faults]


def test_listed_paths_outside_the_bag_are_never_opened(bag, tmp_path, opened):
    secret = tmp_path / "rahasia.txt"
    secret.write_bytes(b"rahasia")
    dangers = [
        "../rahasia.txt",
        str(secret),
        "data/../../rahasia.txt",
        "..\\rahasia.txt",
        "~/x",
        "C:\\x",
        "\\\\h\\x",
    ]
    for danger in dangers:
        bag.append(M, bag.line("data/a.txt", listed_as=danger))
    bag.write("tagmanifest-sha256.txt", bag.line(M) + bag.line("bagit.txt", listed_as="../rahasia.txt"))
    bag.write("fetch.txt", "file:///etc/passwd - ../rahasia.txt\n")
    _opened.clear()
    result = verify_bundle(bag.root)
    faults = [fault for fault in result.errors if fault.kind is FaultKind.UNSAFE_PATH]
    assert {fault.path for fault in faults} == set(dangers)
    assert len(faults) == len(dangers) + 2  # the tag manifest and fetch.txt say one of them again
    assert {fault.kind for fault in result.errors} == {FaultKind.UNSAFE_PATH}
    assert opened
    assert all(path.startswith(str(bag.root)) and ".." not in path for path in opened)


@pytest.mark.parametrize("name", ["data/a.txt", M, "bagit.txt", "bag-info.txt", "data", "tagmanifest-sha256.txt"])
def test_links_are_faults_and_not_followed(make_bag, tmp_path, opened, name):
    bag = make_bag(tag_algorithms=("sha256",))
    (bag.root / name).rename(tmp_path / "asli")
    (bag.root / name).symlink_to(tmp_path / "asli")
    _opened.clear()
    result = verify_bundle(bag.root)
    assert ("symlink", name) in kinds(result.errors)
    assert not [path for path in opened if path == str(bag.root / name) or "asli" in path]


def test_a_link_inside_the_bag_and_a_broken_one(bag):
    (bag.root / "data/pintasan").symlink_to("sub")
    (bag.root / "catatan").symlink_to("tiada")
    assert kinds(verify_bundle(bag.root).errors) == [("symlink", "catatan"), ("symlink", "data/pintasan")]


def test_a_link_to_the_bag_itself_is_the_users_own(bag, tmp_path):
    (tmp_path / "pintasan").symlink_to(bag.root)
    assert verify_bundle(tmp_path / "pintasan").valid


def test_pipes_and_sockets_are_not_opened(bag, monkeypatch):
    os.mkfifo(bag.root / "data/pipa")
    os.mkfifo(bag.root / "manifest-md5.txt")
    monkeypatch.chdir(bag.root)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("soket")
        result = verify_bundle(bag.root)
    assert kinds(result.errors) == [
        ("special_file", "data/pipa"), ("special_file", "manifest-md5.txt"), ("special_file", "soket"),
    ]  # fmt: skip


def test_a_pipe_is_no_bundle(tmp_path):
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(NotABundle):
        verify_bundle(tmp_path / "pipa")


def swap_for_link(path):
    path.unlink()
    path.symlink_to("/etc/passwd")


def swap_for_pipe(path):
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("swap", "kind"),
    [(swap_for_link, "unreadable"), (swap_for_pipe, "special_file"), (Path.unlink, "unreadable")],
)
def test_a_file_swapped_after_listing_is_not_read(bag, swap, kind):
    swapped = []

    def report(progress):
        if not swapped:  # called first when everything is listed and nothing hashed yet
            swapped.append(True)
            swap(bag.root / "data/sub/b c.txt")

    assert kinds(verify_bundle(bag.root, report).errors) == [(kind, "data/sub/b c.txt")]


def test_backslashes_in_file_names(make_bag):
    bag = make_bag({"data/a\\b": b"x"}, algorithms=(), info=False)
    bag.write(M, "")
    assert kinds(verify_bundle(bag.root).errors) == [("unsafe_path", "data/a\\b")]


def test_names_that_are_no_text(bag):
    Path(os.fsdecode(os.fsencode(bag.root) + b"/data/\xff")).write_bytes(b"")
    faults = kinds(verify_bundle(bag.root).errors)
    assert ("not_in_manifest", "data/\\udcff") in faults


def test_a_tag_file_without_end_is_not_read(bag, opened):
    with (bag.root / "manifest-md5.txt").open("wb") as file:
        file.truncate(tags.MAX_TAG_FILE + 1)
    opened.clear()
    assert kinds(verify_bundle(bag.root).errors) == [("tag_file_too_large", "manifest-md5.txt")]
    assert str(bag.root / "manifest-md5.txt") not in opened


def test_the_report_stays_bounded():
    findings = Findings()
    for number in range(MAX_FAULTS + 3):
        findings.error(FaultKind.SYMLINK, str(number))
        findings.error(FaultKind.SYMLINK, "0")
    assert len(findings.errors) == MAX_FAULTS + 1
    assert findings.errors[-1].kind is FaultKind.MORE_FAULTS
    assert findings.warnings == ()
