"""Garbage is found in the window's thread, and what has long been there is not looked through again and again."""

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from zidesk.ui.application import Application
from zidesk.ui.collector import WindowCollector


class Ring:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(dressed: Application) -> Iterator[WindowCollector]:
    threshold = gc.get_threshold()
    owner = QObject()
    made = WindowCollector(owner)
    made.stop()
    gc.collect()
    gc.set_threshold(10, 1, 1)
    yield made
    gc.set_threshold(*threshold)


def grow_old(collector: WindowCollector, times: int = 8) -> None:
    for _ in range(times):
        young = [Ring() for _ in range(20)]
        collector._collect()
        del young


def looked_through() -> int:
    return int(gc.get_stats()[2]["collections"])


def test_garbage_is_found_and_the_automatic_collector_stays_off(collector: WindowCollector) -> None:
    ring = weakref.ref(Ring())
    grow_old(collector)
    assert ring() is None
    assert not gc.isenabled()


def test_all_is_looked_through_only_when_it_has_grown(collector: WindowCollector) -> None:
    before = looked_through()
    grow_old(collector, 30)
    assert looked_through() == before + 1, "once, to know how much there is"
    before += 1
    grow_old(collector, 30)
    assert looked_through() == before
    kept = [Ring() for _ in range(len(gc.get_objects()))]
    grow_old(collector, 30)
    assert looked_through() == before + 1
    old = weakref.ref(kept[0])
    kept.clear()
    more = [Ring() for _ in range(2 * len(gc.get_objects(generation=2)))]
    grow_old(collector, 30)
    assert old() is None and more


def test_work_beside_the_window_makes_it_wait_for_a_short_turn_only(dressed: Application) -> None:
    assert sys.getswitchinterval() < 0.001
