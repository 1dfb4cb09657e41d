"""What of a box lies under the mouse, and what becomes of the box when that is dragged. Pure, no Qt.

Everything is in parts (0..1) of the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from zidesk.domain.redaction import Box

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grip:
    """A box and the edges that move; all four for the whole of it, none for one that is being drawn."""

    box: Box
    edges: frozenset[str]

    @property
    def is_whole(self) -> bool:
        return len(self.edges) == 4

    def dragged(self, start: Point, now: Point) -> Box:
        """The box once the mouse has gone from `start` to `now`."""
        right, down = now[0] - start[0], now[1] - start[1]
        if self.is_whole:
            return self.box.moved(right, down)
        places = {
            name: getattr(self.box, name) + (right if name in ("left", "right") else down) for name in self.edges
        }
        kept = {name: getattr(self.box, name) for name in ("left", "top", "right", "bottom")}
        return Box(self.box.page, **{**kept, **places})


def grip_at(boxes: Iterable[Box], chosen: Box | None, at: Point, reach: Point) -> Grip | None:
    """The edges of the chosen box first, within `reach` of them; then whichever box was drawn last there."""
    if chosen is not None:
        edges = _edges_near(chosen, at, reach)
        if edges:
            return Grip(chosen, edges)
    inside = [box for box in boxes if _is_inside(box, at)]
    if not inside:
        return None
    return Grip(chosen if chosen in inside else inside[-1], frozenset(("left", "top", "right", "bottom")))


def _edges_near(box: Box, at: Point, reach: Point) -> frozenset[str]:
    (x, y), (wide, high) = at, reach
    edges = set()
    if box.top - high <= y <= box.bottom + high:
        distance = {"left": abs(x - box.left), "right": abs(x - box.right)}
        near = min(distance, key=distance.__getitem__)
        if distance[near] <= wide:
            edges.add(near)
    if box.left - wide <= x <= box.right + wide:
        distance = {"top": abs(y - box.top), "bottom": abs(y - box.bottom)}
        near = min(distance, key=distance.__getitem__)
        if distance[near] <= high:
            edges.add(near)
    inside = _is_inside(box, at)
    small = box.width < 3 * wide or box.height < 3 * high
    return frozenset() if inside and small else frozenset(edges)  # a small box is moved, by its inside


def _is_inside(box: Box, at: Point) -> bool:
    return box.left <= at[0] <= box.right and box.top <= at[1] <= box.bottom
