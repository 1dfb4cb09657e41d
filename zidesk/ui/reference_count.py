"""A guard against a fault of PySide6 6.12 under Python 3.11: each `Signal.emit()` gives away one reference
to `True` that it never took. After some thousand signals the interpreter frees `True` and aborts.
"""

import ctypes
import sys

_PLENTY = 1 << 40  # references; no session sends so many signals


def guard_true() -> None:
    """Give `True` references to spare. From Python 3.12 on it is immortal and nothing needs doing."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    if ctypes.sizeof(ctypes.c_ssize_t) < 8:
        return
    count = ctypes.c_ssize_t.from_address(id(True))  # the first field of every object of CPython
    if count.value < _PLENTY:
        count.value += _PLENTY * 2
