"""The search for the most that fits: right for everything that grows with its quality, safe for all else."""

from hypothesis import given
from hypothesis import strategies as st

from zidesk.services.renditions.size_search import (
    SMALLEST_LONG,
    SMALLEST_SHORT,
    best_quality,
    next_edge,
    smallest_edge,
)

_edges = st.integers(1, 20_000)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=60).map(sorted), st.integers(0, 500))
def test_it_finds_the_highest_quality_that_fits(sizes: list[int], limit: int) -> None:
    asked: list[int] = []

    def encode(quality: int) -> bytes:
        asked.append(quality)
        return b"x" * sizes[quality - 10]

    found = best_quality(encode, limit, 10, 9 + len(sizes))

    fitting = [size for size in sizes if size <= limit]
    assert (found is None) == (not fitting)
    assert found is None or len(found) == max(fitting)
    assert len(asked) <= len(sizes).bit_length()


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30), st.integers(0, 50))
def test_what_does_not_grow_evenly_still_fits(sizes: list[int], limit: int) -> None:
    found = best_quality(lambda quality: b"x" * sizes[quality], limit, 0, len(sizes) - 1)
    assert found is None or len(found) <= limit


@given(_edges, _edges)
def test_the_floor_keeps_print_legible_and_never_enlarges(width: int, height: int) -> None:
    edge = smallest_edge(width, height)
    longest, shortest = max(width, height), min(width, height)
    assert edge <= longest
    if edge < longest:
        assert edge >= SMALLEST_LONG
        assert edge * shortest >= SMALLEST_SHORT * longest


@given(st.integers(2, 20_000), st.integers(1, 10**8), st.integers(1, 10**7), st.integers(1, 20_000))
def test_every_step_is_a_step_down(edge: int, size: int, limit: int, least: int) -> None:
    """So the search ends."""
    least = min(edge - 1, least)
    assert least <= next_edge(edge, size, limit, least) < edge
