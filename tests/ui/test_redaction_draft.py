"""Boxes as they are drawn: choosing, altering, removing, the way back; and what lies under the mouse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.redaction import Box
from zidesk.ui.dialogs.redaction.draft import Draft
from zidesk.ui.dialogs.redaction.grips import grip_at
from zidesk.ui.redaction_words import box_words, boxes_words, covering_words

ONE, TWO, THREE = Box(1, 0.1, 0.1, 0.3, 0.2), Box(1, 0.5, 0.5, 0.7, 0.6), Box(2, 0.1, 0.1, 0.2, 0.2)
REACH = (0.01, 0.01)
WHOLE = frozenset(("left", "top", "right", "bottom"))


def test_a_new_box_is_in_hand() -> None:
    draft = Draft((ONE,))
    draft.add(TWO)
    assert draft.boxes == (ONE, TWO) and draft.chosen == TWO and draft.changed


def test_numbers_count_on_each_page() -> None:
    draft = Draft((ONE, TWO, THREE))
    assert [draft.number(box) for box in (ONE, TWO, THREE)] == [1, 2, 1]
    assert draft.on_page(2) == (THREE,)


def test_removing_goes_on_with_the_next_of_the_page() -> None:
    draft = Draft((ONE, TWO, THREE))
    draft.choose(ONE)
    draft.remove()
    assert draft.boxes == (TWO, THREE) and draft.chosen == TWO
    draft.remove()
    assert draft.boxes == (THREE,) and draft.chosen is None
    draft.remove()
    assert draft.boxes == (THREE,)


def test_what_is_not_there_cannot_be_chosen() -> None:
    draft = Draft((ONE,))
    draft.choose(TWO)
    assert draft.chosen is None
    draft.alter(THREE)
    assert draft.boxes == (ONE,)


def test_many_keys_are_taken_back_at_once_and_a_drag_alone() -> None:
    draft = Draft((ONE,))
    draft.choose(ONE)
    for _ in range(5):
        assert draft.chosen is not None
        draft.alter(draft.chosen.moved(0.01, 0), by_key=True)
    draft.alter(TWO)
    draft.undo()
    assert draft.chosen == ONE.moved(0.05, 0)
    draft.undo()
    assert draft.boxes == (ONE,) and not draft.can_undo and not draft.changed


def test_a_box_pushed_onto_another_is_one_with_it() -> None:
    draft = Draft((ONE, TWO))
    draft.choose(ONE)
    draft.alter(TWO)
    assert draft.boxes == (TWO,) and draft.chosen == TWO


def test_a_box_inside_another_is_nothing_to_save() -> None:
    draft = Draft((ONE,))
    draft.add(Box(1, 0.15, 0.12, 0.2, 0.18))
    assert not draft.changed


_box = st.builds(Box, st.integers(1, 2), *[st.floats(0, 1)] * 4)
_steps = st.lists(st.tuples(st.integers(0, 4), _box), max_size=12)


@given(st.lists(_box, max_size=3), _steps)
def test_undone_in_reverse_it_is_as_it_was_and_done_again_as_it_came_to_be(
    boxes: list[Box], steps: list[tuple[int, Box]]
) -> None:
    draft = Draft(tuple(boxes))
    first = draft.boxes
    for kind, box in steps:
        if draft.boxes and kind != 0:
            draft.choose(draft.boxes[box.page % len(draft.boxes)])
        do = (lambda b: draft.add(b), lambda b: draft.alter(b), lambda b: draft.alter(b, by_key=True))
        (*do, lambda _b: draft.remove(), lambda _b: draft.clear())[kind](box)
        assert draft.chosen is None or draft.chosen in draft.boxes
        assert len(set(draft.boxes)) == len(draft.boxes)
    last, count = draft.boxes, 0
    while draft.can_undo:
        draft.undo()
        count += 1
    assert draft.boxes == first and count <= len(steps)
    while draft.can_redo:
        draft.redo()
    assert draft.boxes == last


@pytest.mark.parametrize(
    ("at", "edges"),
    [
        ((0.2, 0.15), WHOLE),
        ((0.1, 0.15), frozenset({"left"})),
        ((0.305, 0.15), frozenset({"right"})),
        ((0.2, 0.195), frozenset({"bottom"})),
        ((0.1, 0.1), frozenset({"left", "top"})),
        ((0.3, 0.2), frozenset({"right", "bottom"})),
    ],
)
def test_what_the_mouse_takes_hold_of(at: tuple[float, float], edges: frozenset[str]) -> None:
    grip = grip_at((ONE, TWO), ONE, at, REACH)
    assert grip is not None and grip.box == ONE and grip.edges == edges


def test_only_the_chosen_box_has_edges_to_take() -> None:
    grip = grip_at((ONE, TWO), None, (0.1, 0.15), REACH)
    assert grip is not None and grip.is_whole
    assert grip_at((ONE, TWO), None, (0.305, 0.15), REACH) is None


def test_a_small_box_is_moved_and_not_sized_from_inside() -> None:
    small = Box(1, 0.5, 0.5, 0.52, 0.504)
    inside = grip_at((small,), small, (0.51, 0.502), REACH)
    beside = grip_at((small,), small, (0.528, 0.502), REACH)
    assert inside is not None and inside.is_whole
    assert beside is not None and "right" in beside.edges


def test_dragging_moves_sizes_and_turns_over() -> None:
    whole, right = grip_at((ONE,), ONE, (0.2, 0.15), REACH), grip_at((ONE,), ONE, (0.3, 0.15), REACH)
    assert whole is not None and right is not None
    assert whole.dragged((0.2, 0.15), (0.3, 0.25)) == Box(1, 0.2, 0.2, 0.4, 0.3)
    assert right.dragged((0.3, 0.15), (0.4, 0.9)) == Box(1, 0.1, 0.1, 0.4, 0.2)
    assert right.dragged((0.3, 0.15), (0.05, 0.15)) == Box(1, 0.05, 0.1, 0.1, 0.2)


def test_words() -> None:
    assert boxes_words(()) == "Belum ada kotak"
    assert boxes_words((ONE, TWO, THREE)) == "3 kotak pada 2 halaman"
    assert box_words(THREE, 1) == "Halaman 2, kotak 1"
    assert covering_words("KTP", (ONE,)) == "“KTP” ditutup sebagian: 1 kotak pada 1 halaman."
    assert covering_words("KTP", ()) == "Tidak ada lagi bagian “KTP” yang ditutup."
