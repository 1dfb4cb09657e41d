from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.errors import DemoSizeTooLarge, DemoSizeTooSmall
from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.sizes import LARGEST_PHOTO, SMALLEST_PHOTO, share_bytes

PHOTO = DemoEvidence("a.jpg", "Foto", "", date(2026, 1, 5), "", ("A.I.1.i.a",), "foto", "aula")


def _photos(count: int) -> list[DemoEvidence]:
    return [replace(PHOTO, file_name=f"{i}.jpg") for i in range(count)]


@given(st.integers(1, 200), st.integers(0, 10**7), st.integers(0, 10**8))
def test_shares_fill_the_total_exactly(count: int, others: int, spare: int) -> None:
    wanted = others + count * SMALLEST_PHOTO + min(spare, count * (LARGEST_PHOTO - SMALLEST_PHOTO))
    sizes = share_bytes(_photos(count), wanted, others, count)
    assert sum(sizes) + others == wanted
    assert min(sizes) >= SMALLEST_PHOTO


def test_photos_vary_in_size() -> None:
    sizes = share_bytes(_photos(50), 50_000_000, 0, 50)
    assert len(set(sizes)) > 40
    assert max(sizes) < 2.5 * min(sizes)


def test_a_total_below_the_papers_is_refused_with_the_smallest_possible() -> None:
    with pytest.raises(DemoSizeTooSmall) as refusal:
        share_bytes(_photos(3), 1_000_000, 990_000, 10)
    assert refusal.value.smallest == 990_000 + 3 * SMALLEST_PHOTO


def test_without_photos_nothing_can_grow() -> None:
    with pytest.raises(DemoSizeTooLarge) as refusal:
        share_bytes([], 1_000_000, 990_000, 10)
    assert refusal.value.largest == 990_000
