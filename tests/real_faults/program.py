"""Calls of the real program, whole or killed in the middle."""

import random
import time
from collections.abc import Callable

from tests.real_faults.nest import Call, Ended, Nest

_nests: list[Nest] = []


def start(*arguments: object, largest_file: int | None = None) -> Call:
    """`zidesk arguments…`; `-m module …` runs a module instead. `largest_file` in bytes (RLIMIT_FSIZE)."""
    nest = next((nest for nest in _nests if nest.free), None)
    if nest is None:
        nest = Nest()
        _nests.append(nest)
    return nest.start([str(argument) for argument in arguments], largest_file)


def zidesk(*arguments: object, largest_file: int | None = None) -> Ended:
    """One whole call."""
    return start(*arguments, largest_file=largest_file).ended()


def close_nests() -> None:
    while _nests:
        _nests.pop().close()


def wait_until(begun: Callable[[], bool], call: Call) -> float:
    """Until the work has begun, or the call is over; the moment."""
    while not begun() and not call.over:
        time.sleep(0.0005)
    return time.monotonic()


def working_time(call: Call, begun: Callable[[], bool]) -> float:
    """Seconds from the beginning of the work to its end."""
    since = wait_until(begun, call)
    call.ended()
    return time.monotonic() - since


def killed_within(call: Call, begun: Callable[[], bool], seconds: float, chance: random.Random) -> Ended:
    """SIGKILL at a random moment of the work, which takes about so many seconds."""
    wait_until(begun, call)
    time.sleep(chance.uniform(0, seconds))
    call.kill()
    return call.ended()
