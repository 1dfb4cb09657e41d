"""Watches a thread's beats from beside it: how long it stood still, and what it was doing then."""

import sys
import threading
import time
import traceback
from collections import Counter

_LOOK_EVERY, _WORTH_A_LOOK = 0.01, 0.03  # seconds
_LINES = 5


class Heartbeat:
    """`beat` is called by the thread that made this; `longest` tells what was found since `start`."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        self._last = 0.0
        self._gaps: list[tuple[float, str]] = []
        self._seen: Counter[str] = Counter()  # places in the code, within the present gap

    def start(self) -> None:
        self._last = time.perf_counter()
        threading.Thread(target=self._watch, daemon=True).start()

    def beat(self) -> None:
        now = time.perf_counter()
        if self._last:
            places = "; ".join(f"{count}× {place}" for place, count in self._seen.most_common(3))
            self._gaps.append(((now - self._last) * 1000, places))
        self._seen = Counter()
        self._last = time.perf_counter()

    def longest(self, most: int = 20) -> list[tuple[float, str]]:
        """Milliseconds and places, the longest first."""
        return sorted(self._gaps, reverse=True)[:most]

    def _watch(self) -> None:
        while True:
            time.sleep(_LOOK_EVERY)
            if time.perf_counter() - self._last > _WORTH_A_LOOK:
                frame = sys._current_frames().get(self._thread)
                lines = traceback.extract_stack(frame)[-_LINES:]
                self._seen[" < ".join(f"{line.name}:{line.lineno}" for line in reversed(lines))] += 1
