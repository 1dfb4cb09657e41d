"""What can be undone and redone, and in which order. Nothing is performed here: changes run beside the window."""

from collections import deque
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

LONGEST = 200  # entries of each list


class Way(Enum):
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class _Entry:
    change: object
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A change that is to be performed now; the answer to it is `done` or `failed` with this very object."""

    change: object
    words: str
    way: Way


class UndoStack(QObject):
    """`asked` carries a Step to perform. Steps are asked for one after another: wishes that come while one is
    running wait for its end. `changed` carries the words of what would be undone and redone next, "" for nothing.
    """

    asked = Signal(object)  # Step
    changed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lists: dict[Way, deque[_Entry]] = {way: deque(maxlen=LONGEST) for way in Way}
        self._running: Step | None = None
        self._wishes: deque[Way] = deque()

    @property
    def words(self) -> tuple[str, str]:
        """Of what would be undone and redone next, "" for nothing."""
        undo, redo = (self._lists[way][-1].words if self._lists[way] else "" for way in Way)
        return undo, redo

    @property
    def top(self) -> object | None:
        """Stands for the change that would be undone next: the very same object for as long as it is that one."""
        return self._lists[Way.UNDO][-1] if self._lists[Way.UNDO] else None

    @property
    def running(self) -> bool:
        return self._running is not None

    def push(self, inverse: object, words: str) -> None:
        """The user has changed something, which `inverse` takes back. What had been undone is gone for good."""
        self._lists[Way.UNDO].append(_Entry(inverse, words))
        self._lists[Way.REDO].clear()
        self._tell()

    def undo(self) -> None:
        """Ask for the last change to be taken back; nothing happens where there is none."""
        self._wish(Way.UNDO)

    def redo(self) -> None:
        """Ask for what was undone last to be done again."""
        self._wish(Way.REDO)

    def done(self, step: Step, inverse: object) -> None:
        """The step was performed; `inverse` takes it back. Ignored for a step from before `clear`."""
        if step is not self._running:
            return
        other = Way.REDO if step.way is Way.UNDO else Way.UNDO
        self._lists[other].append(_Entry(inverse, step.words))
        self._end()

    def failed(self, step: Step, *, again: bool = True) -> None:
        """The step could not be performed and nothing has changed. With `again` it can be tried once more;
        without it, it is gone, so that it does not bar the way to those below it. Waiting wishes are dropped."""
        if step is not self._running:
            return
        if again:
            self._lists[step.way].append(_Entry(step.change, step.words))
        self._wishes.clear()
        self._end()

    def clear(self) -> None:
        """Another workspace: nothing of before counts."""
        for entries in self._lists.values():
            entries.clear()
        self._wishes.clear()
        self._running = None
        self._tell()

    def _wish(self, way: Way) -> None:
        self._wishes.append(way)
        self._go_on()

    def _end(self) -> None:
        self._running = None
        self._tell()
        self._go_on()

    def _go_on(self) -> None:
        while self._running is None and self._wishes:
            way = self._wishes.popleft()
            if self._lists[way]:
                entry = self._lists[way].pop()
                self._running = Step(entry.change, entry.words, way)
                self._tell()
                self.asked.emit(self._running)

    def _tell(self) -> None:
        self.changed.emit(*self.words)
