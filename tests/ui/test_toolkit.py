"""The toolkit that is installed suits the interpreter: PySide6 6.12 under Python 3.11 gives away references to
`True` and `None` it never took, and aborts after some hundred calls. pyproject.toml keeps the two apart.
"""

import sys

from PySide6.QtCore import QObject, Signal


class _Sender(QObject):
    sent = Signal()


def test_calls_give_no_references_away() -> None:
    sender = _Sender()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(300):
        sender.sent.emit()
        sender.setObjectName("pengirim")
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert all(new > old - 100 for new, old in zip(after, before, strict=True))
