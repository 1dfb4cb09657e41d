"""The boxes as they are being drawn, with the one in hand and the way back. No Qt."""

from zidesk.domain.redaction import Box, tidied

Boxes = tuple[Box, ...]


class Draft:
    """Begins with the boxes that are kept. Equal boxes are one."""

    def __init__(self, boxes: Boxes = ()) -> None:
        self.boxes: Boxes = tidied(boxes)
        self.chosen: Box | None = None
        self._kept = self.boxes
        self._undo: list[tuple[Boxes, Box | None]] = []
        self._redo: list[tuple[Boxes, Box | None]] = []
        self._nudged: Box | None = None  # what the keys have just made: the next key goes on with it

    @property
    def changed(self) -> bool:
        """Whether something would be saved."""
        return tidied(self.boxes) != self._kept

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        return bool(self._redo)

    def on_page(self, page: int) -> Boxes:
        """In the order they were drawn in; their numbers count from 1 on each page."""
        return tuple(box for box in self.boxes if box.page == page)

    def number(self, box: Box) -> int:
        return self.on_page(box.page).index(box) + 1

    def choose(self, box: Box | None) -> None:
        self.chosen = box if box in self.boxes else None

    def add(self, box: Box) -> None:
        """And take it in hand."""
        self._put(self.boxes if box in self.boxes else (*self.boxes, box), box)

    def alter(self, box: Box, *, by_key: bool = False) -> None:
        """The one in hand becomes `box`; what many keys do one after another is taken back at once."""
        former = self.chosen
        if former is None or former == box:
            return
        boxes = tuple(dict.fromkeys(box if one == former else one for one in self.boxes))
        if by_key and self._nudged == former and self._undo:
            self.boxes, self.chosen = boxes, box
            self._redo.clear()
        else:
            self._put(boxes, box)
        self._nudged = box if by_key else None

    def remove(self) -> None:
        """The one in hand; the next one of its page is then in hand, so that a key removes all of them."""
        if self.chosen is None:
            return
        place = self.number(self.chosen) - 1
        left = tuple(one for one in self.boxes if one != self.chosen)
        same = tuple(one for one in left if one.page == self.chosen.page)
        self._put(left, same[min(place, len(same) - 1)] if same else None)

    def clear(self) -> None:
        if self.boxes:
            self._put((), None)

    def undo(self) -> None:
        if self._undo:
            self._redo.append((self.boxes, self.chosen))
            self.boxes, self.chosen = self._undo.pop()
            self._nudged = None

    def redo(self) -> None:
        if self._redo:
            self._undo.append((self.boxes, self.chosen))
            self.boxes, self.chosen = self._redo.pop()
            self._nudged = None

    def _put(self, boxes: Boxes, chosen: Box | None) -> None:
        if boxes != self.boxes:
            self._undo.append((self.boxes, self.chosen))
            self._redo.clear()
        self.boxes, self.chosen, self._nudged = boxes, chosen, None
