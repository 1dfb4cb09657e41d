"""Pieces of paper that are never divided, and how they are placed on pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from zidesk.services.documents.drawing.flow import Flow

Draw: TypeAlias = Callable[[Flow], None]


@dataclass(frozen=True)
class Group:
    """What a table does around a page break: closes its frame, and repeats its head, moving the height."""

    close: Draw
    open: Draw


@dataclass(slots=True)
class Piece:
    """`draw` finds its top at the flow's height and leaves that as it is. `gap`: empty space above, none at
    the top of a page. `keep`: on the same page as the next piece."""

    height: float
    draw: Draw
    gap: float = 0.0
    keep: bool = False
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height between pieces; it goes where a page begins."""

    height: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Part: TypeAlias = Piece | Space | NewPage


def kept(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, the last piece of them on the same page as what follows."""
    waiting: list[Part] = []
    for part in parts:
        if isinstance(part, Piece):
            yield from waiting
            waiting = []
        waiting.append(part)
    for part in waiting:
        if isinstance(part, Piece):
            part.keep = True
        yield part


class Placer:
    """Puts pieces on the pages of a flow; those kept together wait until they are complete."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._waiting: list[Piece] = []
        self._group: Group | None = None
        self._space = 0.0

    def place(self, parts: Iterable[Part]) -> None:
        for part in parts:
            if isinstance(part, Space):
                self._space += part.height
            elif isinstance(part, NewPage):
                self.end_page()
            else:
                part.gap += self._space
                self._space = 0.0
                self._waiting.append(part)
                if not part.keep:
                    self.flush()

    def end_page(self) -> None:
        """Draws what waits and begins a page, unless one is begun."""
        self.flush()
        self._space = 0.0
        self._group = None
        if not self._flow.at_top:
            self._flow.next_page()

    def flush(self) -> None:
        """Draws what waits. Pieces kept together that are higher than a page are divided after all."""
        waiting, self._waiting = self._waiting, []
        height = sum(piece.gap + piece.height for piece in waiting)
        flow = self._flow
        whole = height - waiting[0].gap <= flow.frame.height if waiting else True
        if whole and height > flow.room + 0.01 and not flow.at_top:
            self._break(waiting[0])
        for piece in waiting:
            if piece.gap + piece.height > flow.room + 0.01 and not flow.at_top:
                self._break(piece)
            self._draw(piece)

    def _break(self, coming: Piece) -> None:
        """A new page; a table that goes on there is closed here and its head drawn again."""
        goes_on = self._group is not None and coming.group is self._group
        if goes_on and self._group:
            self._group.close(self._flow)
        self._flow.next_page()
        if goes_on and self._group:
            self._group.open(self._flow)

    def _draw(self, piece: Piece) -> None:
        flow = self._flow
        if not flow.at_top:
            flow.y -= piece.gap
        piece.draw(flow)
        flow.y -= piece.height
        self._group = piece.group
