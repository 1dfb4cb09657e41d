"""The way back beside the sentence that tells of a change: it takes back that very change, or it is gone."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from zidesk.ui.messenger import Messenger
from zidesk.ui.undo_stack import UndoStack

Undo = Callable[[], None]


class UndoOffer(QObject):
    """One offer at a time. Once another change is the last one, *Urungkan* would mean that one."""

    def __init__(self, stack: UndoStack, messenger: Messenger) -> None:
        super().__init__(stack)
        self._stack, self._messenger = stack, messenger
        self._change: object | None = None
        self._withdraw: Callable[[], None] = lambda: None
        stack.changed.connect(self._look)

    def show(self, words: str, when_known: Callable[[Undo], None]) -> None:
        """Tell `words` of the change that was the last to be pushed. `when_known` is asked to call what undoes it
        as soon as the stack knows of every change made until then."""
        change = self._change = self._stack.top
        if change is None:
            self._messenger.tell(words)
            return
        self._withdraw = self._messenger.offer(words, "Urungkan", lambda: when_known(lambda: self._undo(change)))

    def _undo(self, change: object) -> None:
        if self._stack.top is change:
            self._stack.undo()

    def _look(self) -> None:
        if self._change is not None and self._stack.top is not self._change:
            self._change = None
            self._withdraw()
