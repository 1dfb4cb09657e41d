"""Chapters from Markdown: order, sections, plain words; searching them; HTML of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import GuideMissing
from zidesk.domain.guide import Guide
from zidesk.services.guide.html import chapter_html
from zidesk.services.guide.reading import load_guide
from zidesk.services.guide.search import search_guide

FRONT = "<!-- urutan: {} | bagian: Mulai | halaman: {} -->\n"
FIRST = """# Sepuluh menit

Pilih **Baru…** atau `Ctrl+N`, lihat [bukti](bukti.md#tempel).

## Kemudian

| a | b |
|---|---|
| satu | dua |

![alt](gambar/satu.png)
"""
SECOND = (
    "# Bukti\n\nSeret *berkas* ke daftar.\n\n> Aslinya tidak <b>diubah</b>.\n\n## Tempel\n\n1. Salin\n2. Tempel\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bukti.md").write_text(FRONT.format(20, "choose") + SECOND, encoding="utf-8")
    (tmp_path / "zzz.md").write_text(FRONT.format(10, "start, new") + FIRST, encoding="utf-8")
    (tmp_path / "README.md").write_text("# About\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def guide(folder: Path) -> Guide:
    return load_guide(folder)


def test_chapters_stand_in_their_order_with_their_places(guide: Guide) -> None:
    assert [(found.key, found.title, found.part) for found in guide.chapters] == [
        ("zzz", "Sepuluh menit", "Mulai"),
        ("bukti", "Bukti", "Mulai"),
    ]
    assert guide.chapters[0].places == {"start", "new"}


def test_sections_hold_what_is_read_without_marks(guide: Guide) -> None:
    first, second = guide.chapters
    assert [(part.anchor, part.title) for part in first.sections] == [
        ("", "Sepuluh menit"),
        ("kemudian", "Kemudian"),
    ]
    assert first.sections[0].text == "Pilih Baru… atau Ctrl+N, lihat bukti."
    assert first.sections[1].text == "a b satu dua"
    assert second.sections[0].text == "Seret berkas ke daftar. Aslinya tidak <b>diubah</b>."


def test_a_chapter_for_no_page_is_a_chapter(tmp_path: Path) -> None:
    (tmp_path / "istilah.md").write_text("<!-- urutan: 1 | bagian: Mulai | halaman: -->\n# Istilah\n", "utf-8")
    assert load_guide(tmp_path).chapters[0].places == frozenset()


def test_no_chapters_no_guide(tmp_path: Path) -> None:
    for empty in (tmp_path, tmp_path / "tidak ada"):
        with pytest.raises(GuideMissing) as caught:
            load_guide(empty)
        assert caught.value.path == empty


@pytest.mark.parametrize(
    "text", ["# Tanpa baris depan\n", FRONT.format(1, "") + "Tanpa judul\n", FRONT.format(1, "")]
)
def test_a_chapter_in_another_form_is_a_mistake_of_ours(tmp_path: Path, text: str) -> None:
    (tmp_path / "salah.md").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="salah"):
        load_guide(tmp_path)


# searching


def found(guide: Guide, typed: str) -> list[tuple[str, str]]:
    return [(hit.chapter.key, hit.section.anchor) for hit in search_guide(guide, typed)]


def test_every_word_must_occur_in_a_section_in_any_order_and_case(guide: Guide) -> None:
    assert found(guide, "berkas SERET") == [("bukti", "")]
    assert found(guide, "berkas dua") == []
    assert found(guide, "  ") == []


def test_part_of_a_word_is_enough_and_headings_come_first(guide: Guide) -> None:
    assert found(guide, "bukti") == [("bukti", ""), ("zzz", "")]
    assert found(guide, "empel") == [("bukti", "tempel")]


def test_a_passage_shows_what_was_typed_in_its_place(tmp_path: Path) -> None:
    text = "awal " * 60 + "Flashdisk dicabut " + "akhir " * 60
    (tmp_path / "a.md").write_text(FRONT.format(1, "") + f"# Judul\n\n{text}\n", encoding="utf-8")
    (hit,) = search_guide(load_guide(tmp_path), "flashdisk cabut")
    passage = hit.passage
    assert [passage.text[start:end] for start, end in passage.hits] == ["Flashdisk", "cabut"]
    assert passage.text.startswith("… awal") and passage.text.endswith(" …") and len(passage.text) < 160


@given(st.text(max_size=30))
def test_anything_can_be_typed(typed: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.md").write_text(FRONT.format(1, "") + SECOND, encoding="utf-8")
        for hit in search_guide(load_guide(Path(folder)), typed):
            assert all(0 <= start < end <= len(hit.passage.text) for start, end in hit.passage.hits)


# HTML


def test_html_has_anchors_notes_and_no_html_of_the_source(guide: Guide) -> None:
    html = chapter_html(guide.chapters[1])
    assert '<h2><a name="tempel"></a>Tempel</h2>' in html
    assert '<table class="note"' in html and "&lt;b&gt;diubah" in html and "<b>" not in html
    assert "<li>Salin</li>" in html, "no paragraph within an item"
    first = chapter_html(guide.chapters[0])
    assert '<p class="picture"><img' in first and "<p>Pilih" in first
    assert 'href="bukti.md#tempel"' in first and 'src="gambar/satu.png"' in first and "facts" in first
