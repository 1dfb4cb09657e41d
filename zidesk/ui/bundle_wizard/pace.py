"""How fast bytes go and how long it still takes, from the last seconds of progress."""

from collections import deque

from zidesk.domain.indonesian import format_size

_WINDOW = 5.0  # seconds looked back on: sticks write in bursts
_FIRST = 1.0  # seconds before anything is said


class Pace:
    """Fed with moments (seconds of any steady clock) and bytes done."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def note(self, now: float, done: int) -> None:
        if self._marks and done < self._marks[-1][1]:
            self._marks.clear()
        self._marks.append((now, done))
        while now - self._marks[0][0] > _WINDOW and len(self._marks) > 2:
            self._marks.popleft()

    @property
    def speed(self) -> float | None:
        """Bytes in a second; None while it is too early to tell."""
        if not self._marks:
            return None
        (first, before), (last, after) = self._marks[0], self._marks[-1]
        return (after - before) / (last - first) if last - first >= _FIRST and after > before else None

    def words(self, total: int) -> str:
        """ "18,0 MB/dtk · 9 dtk lagi", "" while it is too early to tell."""
        speed = self.speed
        if speed is None:
            return ""
        left = max(0, total - self._marks[-1][1])
        return f"{format_size(round(speed))}/dtk · {time_left_words(left / speed)}"


def time_left_words(seconds: float) -> str:
    """ "9 dtk lagi", "3 mnt lagi", "1 jam 5 mnt lagi"; rounded up, for nobody minds being early."""
    whole = int(seconds) + 1
    if whole < 60:
        return f"{whole} dtk lagi"
    minutes = -(-whole // 60)
    return f"{minutes} mnt lagi" if minutes < 60 else f"{minutes // 60} jam {minutes % 60} mnt lagi"
