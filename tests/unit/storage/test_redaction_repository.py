"""Boxes in the database: by content, in their order, exactly as they were given."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zidesk.domain.redaction import Box
from zidesk.storage.workspace import Workspace

ONE, OTHER = "a" * 64, "b" * 64
UPPER, LOWER = Box(1, 0.1, 0.1, 0.9, 0.2), Box(1, 0.1, 0.8, 0.9, 0.9)
_places = st.floats(0, 1)
_boxes = st.lists(st.builds(Box, st.integers(1, 9), _places, _places, _places, _places), max_size=4)


def test_a_content_has_none_to_begin_with(workspace: Workspace) -> None:
    assert workspace.redactions.of(ONE) == ()
    assert workspace.redactions.all() == {}


def test_they_replace_those_before_and_tell_which_these_were(workspace: Workspace) -> None:
    assert workspace.redactions.replace(ONE, (LOWER, UPPER), workspace.clock()) == ()
    assert workspace.redactions.of(ONE) == (LOWER, UPPER)
    assert workspace.redactions.replace(ONE, (UPPER,), workspace.clock()) == (LOWER, UPPER)
    assert workspace.redactions.all() == {ONE: (UPPER,)}


def test_contents_do_not_meet(workspace: Workspace) -> None:
    workspace.redactions.replace(ONE, (UPPER,), workspace.clock())
    workspace.redactions.replace(OTHER, (LOWER, UPPER), workspace.clock())
    assert workspace.redactions.all() == {ONE: (UPPER,), OTHER: (LOWER, UPPER)}
    workspace.redactions.replace(ONE, (), workspace.clock())
    assert workspace.redactions.all() == {OTHER: (LOWER, UPPER)}


def test_only_what_is_another_is_noted(workspace: Workspace) -> None:
    now = workspace.clock()
    workspace.redactions.replace(ONE, (UPPER,), now)
    assert workspace.facts.changed_at() == now
    workspace.redactions.replace(ONE, (UPPER,), workspace.clock())
    assert workspace.facts.changed_at() == now


@settings(suppress_health_check=list(HealthCheck), max_examples=25, deadline=None)
@given(_boxes)
def test_every_box_comes_back_as_it_was(workspace: Workspace, boxes: list[Box]) -> None:
    workspace.redactions.replace(ONE, boxes, workspace.clock())
    assert workspace.redactions.of(ONE) == tuple(boxes)
    assert workspace.redactions.all().get(ONE, ()) == tuple(boxes)
