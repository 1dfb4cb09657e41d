"""How many graphics states a page's instructions leave open, or close too often: a stamp drawn after them must
not be moved about by what they left behind."""

import re
from typing import Any

_LARGEST = 256 * 1024  # packed bytes of instructions that are looked through
_STATE = re.compile(rb"(?<![^\s\]\)>])([qQ])(?![^\s\[\(<])")
_MOST = 64


def open_states(parts: list[Any]) -> tuple[int, int]:
    """States to open before the instructions, and to close after them, beside the pair around them all.

    Counted in the raw text: a letter within a string may count too, which costs an operator that does nothing.
    """
    depth = lowest = 0
    try:
        if sum(int(part.get("/Length", 0)) for part in parts) > _LARGEST:
            return 0, 0
        for part in parts:
            for letter in _STATE.findall(part.read_bytes()):
                depth += 1 if letter == b"q" else -1
                lowest = min(lowest, depth)
    except Exception:  # packed in a way nobody knows, or broken: readers will show what they can
        return 0, 0
    return min(_MOST, -lowest), min(_MOST, depth - lowest)
