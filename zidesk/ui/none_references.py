"""The guard of `reference_count` for `None`: under Python 3.11, PySide6 6.12 gives away one reference to it with
each call that returns nothing (`update`, `setText`, every stroke of a painter). Some hundred repaints of a page
are enough for the interpreter to free `None` and abort.
"""

import ctypes
import sys

_PLENTY = 1 << 40  # references; no session makes so many calls


def guard_none() -> None:
    """Give `None` references to spare. From Python 3.12 on it is immortal and nothing needs doing."""
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    if ctypes.sizeof(ctypes.c_ssize_t) < 8:
        return
    count = ctypes.c_ssize_t.from_address(id(None))  # the first field of every object of CPython
    if count.value < _PLENTY:
        count.value += _PLENTY * 2
