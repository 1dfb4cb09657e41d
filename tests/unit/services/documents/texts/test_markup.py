"""The little markup of the texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.services.documents.model.blocks import Heading, Item, ItemList, KeyValues, PageBreak, Paragraph
from zidesk.services.documents.model.inline import Run, plain_text
from zidesk.services.documents.texts.filters import gabung, hari, tanggal_terbilang
from zidesk.services.documents.texts.markup import blocks_of, inline
from zidesk.services.documents.texts.spelled import spelled


def test_each_kind_of_line_makes_its_block() -> None:
    text = """# Pendahuluan
Satu baris
dan lanjutannya.

## ! Lepas

1. pertama
   terusan
2. kedua
  a. dalam
  b. lagi
3. ketiga

Nama :: Budi
NIP :: 1

= **Tengah**
---
- butir
"""
    assert blocks_of(text) == (
        Heading(1, "Pendahuluan"),
        Paragraph("Satu baris dan lanjutannya."),
        Heading(2, "Lepas", numbered=False),
        ItemList(
            (
                Item("pertama terusan"),
                Item("kedua", ItemList((Item("dalam"), Item("lagi")), "a.")),
                Item("ketiga"),
            )
        ),
        KeyValues((("Nama", "Budi"), ("NIP", "1"))),
        Paragraph((Run("Tengah", bold=True),), "center", keep=True),
        PageBreak(),
        ItemList((Item("butir"),), "-"),
    )


def test_words_stand_out() -> None:
    assert inline("a **b** *c* d") == (
        Run("a "),
        Run("b", bold=True),
        Run(" "),
        Run("c", italic=True),
        Run(" d"),
    )
    assert inline("2 * 3 * 4") == "2 * 3 * 4"


def test_a_list_can_go_on() -> None:
    (block,) = blocks_of("c) tiga\nd) empat")
    assert isinstance(block, ItemList)
    assert (block.style, block.start) == ("a)", 3)


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    for block in blocks_of(text):
        assert not isinstance(block, Paragraph) or plain_text(block.text) is not None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (100, "seratus"),
        (2026, "dua ribu dua puluh enam"),
        (1_001_000, "satu juta seribu"),
        (21_000, "dua puluh satu ribu"),
        (-5, "minus lima"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert spelled(number) == words


@given(st.integers(0, 10**15 - 1), st.integers(0, 10**15 - 1))
def test_different_numbers_have_different_words(one: int, other: int) -> None:
    assert (spelled(one) == spelled(other)) == (one == other)
    assert "  " not in spelled(one)


def test_days_and_lists() -> None:
    assert hari("2026-01-19") == "Senin"
    assert tanggal_terbilang("2026-01-19") == "tanggal sembilan belas bulan Januari tahun dua ribu dua puluh enam"
    assert [gabung(["a", "b", "c"][:count]) for count in (1, 2, 3)] == ["a", "a dan b", "a, b, dan c"]
