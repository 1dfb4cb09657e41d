"""Chapters by place, and the names of headings."""

import pytest

from zidesk.domain.guide import Chapter, Guide, anchor_of


def chapter(key: str, *places: str) -> Chapter:
    return Chapter(key, key.title(), "Mulai", frozenset(places), "", ())


GUIDE = Guide((chapter("mulai", "start"), chapter("bukti", "choose", "preview")))


def test_a_place_has_its_chapter_and_others_the_first() -> None:
    assert GUIDE.for_place("preview").key == "bukti"
    assert GUIDE.for_place("start").key == GUIDE.for_place("nowhere").key == GUIDE.for_place("").key == "mulai"


def test_a_chapter_is_found_by_its_key() -> None:
    found = GUIDE.chapter("bukti")
    assert found is not None and found.title == "Bukti"
    assert GUIDE.chapter("lain") is None


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [("Batas ukuran berkas", "batas-ukuran-berkas"), ("1. Buat", "1-buat"), ("Ya & tidak", "ya--tidak"), ("", "")],
)
def test_headings_have_the_names_that_hosts_of_markdown_give_them(heading: str, anchor: str) -> None:
    assert anchor_of(heading) == anchor
