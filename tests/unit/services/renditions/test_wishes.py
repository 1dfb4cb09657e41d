"""What is wanted for a bundle, decided without looking into any file."""

from dataclasses import replace

import pytest

from tests.unit.services.renditions.samples import use
from zidesk.domain.archive_layout import BundlePlan, PlannedFile
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, HandedOver, Inspection, StoredFile, Treatment
from zidesk.domain.redaction import Box
from zidesk.services.renditions.wishes import Terms, omissions_of, original_of, wishes_of

_PHOTO = Inspection(FileKind.IMAGE, "image/jpeg", ".jpg")
_BOXES = (Box(1, 0.1, 0.1, 0.5, 0.5),)


def plan(*uses: EvidenceUse) -> BundlePlan:
    return BundlePlan("ZI", "lke", (), tuple(PlannedFile(f"data/{n}", item) for n, item in enumerate(uses)), ())


def test_without_terms_everything_is_handed_over_as_it_is() -> None:
    wishes = wishes_of(plan(use("a", 10**9, _PHOTO, personal=True)), Terms(), {})
    assert (wishes.copies, wishes.left_out) == ((), frozenset())


@pytest.mark.parametrize(
    ("size", "found", "wanted"),
    [
        (1001, _PHOTO, True),
        (1000, _PHOTO, False),
        (1001, Inspection(FileKind.PDF, "application/pdf", ".pdf"), True),
        (1001, Inspection(FileKind.VIDEO, "video/mp4", ".mp4"), False),
        (1001, Inspection(FileKind.DOCUMENT, "application/msword", ".doc"), False),
        (1001, Inspection(FileKind.IMAGE, "image/gif", ".gif"), False),
        (1001, Inspection(FileKind.IMAGE, "image/jpeg", ".jpg", FileState.DAMAGED), False),
        (1001, Inspection(FileKind.PDF, "application/pdf", ".pdf", FileState.LOCKED), False),
    ],
)
def test_only_what_is_above_the_limit_and_can_be_shrunk(size: int, found: Inspection, wanted: bool) -> None:
    wishes = wishes_of(plan(use("a", size, found)), Terms(limit=1000), {})
    assert [wish.use.file.sha256 for wish in wishes.copies] == (["a"] if wanted else [])


def test_a_content_is_wanted_once() -> None:
    wishes = wishes_of(plan(use("a", 2000, _PHOTO), use("a", 2000, _PHOTO, "A.I.1.i.b")), Terms(limit=1000), {})
    assert len(wishes.copies) == 1


def test_personal_data_is_locked_or_left_out() -> None:
    of = plan(use("a", 10, _PHOTO, personal=True), use("b", 10, _PHOTO))
    locked = wishes_of(of, Terms(lock=True), {})
    assert [(wish.use.file.sha256, wish.lock) for wish in locked.copies] == [("a", True)]
    assert wishes_of(of, Terms(leave_out=True), {}).left_out == {"a"}


@pytest.mark.parametrize("terms", [Terms(lock=True), Terms(leave_out=True), Terms()])
def test_what_is_covered_is_covered_always_and_personal_no_more(terms: Terms) -> None:
    wishes = wishes_of(plan(use("a", 10, _PHOTO, personal=True)), terms, {"a": _BOXES})
    assert [(wish.boxes, wish.lock) for wish in wishes.copies] == [(_BOXES, False)]
    assert not wishes.left_out


def test_every_use_of_what_is_left_out_is_named() -> None:
    copy = HandedOver(StoredFile("a", 2000, _PHOTO), frozenset({Treatment.SHRUNK}))
    of = plan(use("a", 10, _PHOTO), use("b", 10, _PHOTO), use("c", 10, _PHOTO, "A.I.1.i.b", handed=copy))
    named = list(omissions_of(of, {"a": "memuat data pribadi"}, Terms()))
    assert [(item.question_code, item.reason) for item in named] == [
        ("A.I.1.i.a", "memuat data pribadi"),
        ("A.I.1.i.b", "memuat data pribadi"),
    ]
    assert original_of(of.files[2].use) == "a"


@pytest.mark.parametrize(
    ("terms", "personal", "covered"),
    [(Terms(), "asal.jpg", ""), (Terms(lock=True), "", ""), (Terms(leave_out=True), "", "")],
)
def test_names_of_what_is_kept_from_others_are_not_told(terms: Terms, personal: str, covered: str) -> None:
    marked = replace(use("a", 10, _PHOTO, personal=True), original_name="asal.jpg")
    boxed = replace(use("b", 10, _PHOTO), covered=True, original_name="asal.jpg")
    plain = replace(use("c", 10, _PHOTO), original_name="asal.jpg")
    named = omissions_of(plan(marked, boxed, plain), dict.fromkeys("abc", "hilang"), terms)
    assert [item.original_name for item in named] == [personal, covered, "asal.jpg"]
