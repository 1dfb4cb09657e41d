"""The loader gives what it has at once, makes the rest beside the window, and never stops."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QThread
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zidesk.domain.evidence import FileKind, Inspection, StoredFile
from zidesk.services.ingest.inspection import inspect_file
from zidesk.services.pictures.picture import Picture
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.storage.file_store import FileStore
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.ui.pixmap_memory import PixmapMemory
from zidesk.ui.thumbnails import ThumbnailLoader

Keep = Callable[[str, tuple[int, int, int]], StoredFile]


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "bukti")


@pytest.fixture
def thumbnails(store: FileStore, tmp_path: Path) -> Thumbnails:
    return Thumbnails(store, ThumbnailCache(tmp_path / "cache"))


@pytest.fixture
def keep(store: FileStore, tmp_path: Path) -> Keep:
    """Takes a photo of one colour in."""

    def make(name: str, colour: tuple[int, int, int]) -> StoredFile:
        source = tmp_path / name
        Image.new("RGB", (640, 480), colour).save(source)
        kept = store.put(source)
        return StoredFile(kept.sha256, kept.size, inspect_file(source, name))

    return make


@pytest.fixture
def loader(dressed: QApplication, thumbnails: Thumbnails) -> Iterator[ThumbnailLoader]:
    made = ThumbnailLoader()
    made.take(thumbnails)
    yield made
    made.close()


def arrivals(loader: ThumbnailLoader) -> list[str]:
    heard: list[str] = []
    loader.ready.connect(heard.append)
    return heard


class Gate(Thumbnails):
    """Thumbnails that are made when the test lets them; it notes what was asked for, in order."""

    def __init__(self, store: FileStore, cache: ThumbnailCache) -> None:
        super().__init__(store, cache)
        self.open = threading.Event()
        self.asked: list[str] = []

    def picture(self, file: StoredFile) -> Picture | None:
        self.asked.append(file.sha256)
        assert self.open.wait(10)
        if file.inspection.kind is FileKind.OTHER:
            raise ZeroDivisionError("a bug of ours")
        return super().picture(file)


@pytest.fixture
def gate(store: FileStore, tmp_path: Path) -> Gate:
    return Gate(store, ThumbnailCache(tmp_path / "cache"))


def numbered(number: int) -> StoredFile:
    """A file that has no picture."""
    return StoredFile(f"{number:064x}", 1, Inspection(FileKind.TEXT))


def test_a_thumbnail_arrives_and_stays(loader: ThumbnailLoader, keep: Keep, qtbot: QtBot) -> None:
    file = keep("foto.png", (200, 40, 40))
    with qtbot.waitSignal(loader.ready) as told:
        assert loader.request(file) is None
    assert told.args == [file.sha256]
    pixmap = loader.request(file)
    assert isinstance(pixmap, QPixmap)
    assert (pixmap.width(), pixmap.height()) == (160, 120)
    colour = pixmap.toImage().pixelColor(80, 60)
    assert abs(colour.red() - 200) < 8
    assert abs(colour.green() - 40) < 8


def test_it_is_told_in_the_windows_thread(loader: ThumbnailLoader, keep: Keep, qtbot: QtBot) -> None:
    threads = []
    loader.ready.connect(lambda _sha256: threads.append(QThread.currentThread()))
    for number in range(3):
        loader.request(keep(f"{number}.png", (number, 0, 0)))
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert set(threads) == {loader.thread()}


def test_a_dense_screen_gets_more_pixels(
    dressed: QApplication, thumbnails: Thumbnails, keep: Keep, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zidesk.ui.thumbnails._density", lambda: 2.0)
    loader = ThumbnailLoader(edge=120)
    loader.take(thumbnails)
    file = keep("foto.png", (0, 90, 0))
    with qtbot.waitSignal(loader.ready):
        loader.request(file)
    pixmap = loader.request(file)
    assert pixmap is not None
    assert pixmap.width() == 240
    assert pixmap.deviceIndependentSize().width() == 120
    loader.close()


def test_the_last_asked_for_is_made_first_and_the_queue_is_bounded(
    loader: ThumbnailLoader, gate: Gate, qtbot: QtBot
) -> None:
    loader.take(gate)
    loader.request(numbered(0))
    qtbot.waitUntil(lambda: len(gate.asked) == 1)
    for number in range(1, 1001):
        loader.request(numbered(number))
    loader.request(numbered(900))  # scrolled back to it
    loader.request(numbered(0))  # in hand already
    gate.open.set()
    qtbot.waitUntil(lambda: len(gate.asked) == 201)
    qtbot.wait(80)
    assert [int(name, 16) for name in gate.asked[1:4]] == [900, 1000, 999]
    assert len(gate.asked) == 201
    assert int(gate.asked[-1], 16) == 801


def test_what_has_no_picture_is_asked_once(loader: ThumbnailLoader, gate: Gate, qtbot: QtBot) -> None:
    loader.take(gate)
    gate.open.set()
    heard = arrivals(loader)
    loader.request(numbered(1))
    qtbot.waitUntil(lambda: bool(gate.asked))
    qtbot.wait(100)
    for _ in range(5):
        assert loader.request(numbered(1)) is None
    qtbot.wait(60)
    assert len(gate.asked) == 1
    assert heard == []


def test_what_was_out_of_reach_is_tried_again(
    loader: ThumbnailLoader, store: FileStore, keep: Keep, qtbot: QtBot
) -> None:
    file = keep("foto.png", (1, 2, 3))
    path = store.path_of(file.sha256)
    path.rename(path.with_suffix(".jauh"))
    loader.request(file)
    qtbot.wait(150)
    assert loader.request(file) is None
    path.with_suffix(".jauh").rename(path)
    qtbot.waitUntil(lambda: loader.request(file) is not None)


def test_a_bug_is_told_once_and_the_work_goes_on(
    loader: ThumbnailLoader, gate: Gate, keep: Keep, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _fault, _trace: told.append(kind))
    loader.take(gate)
    gate.open.set()
    for number in range(3):
        loader.request(StoredFile(f"{number:064x}", 1, Inspection(FileKind.OTHER)))
    file = keep("foto.png", (9, 9, 90))
    with qtbot.waitSignal(loader.ready):
        loader.request(file)
    qtbot.waitUntil(lambda: len(gate.asked) == 4)
    qtbot.wait(80)
    assert told == [ZeroDivisionError]
    assert loader.request(file) is not None


def test_another_workspace_forgets_the_one_before(
    loader: ThumbnailLoader, gate: Gate, thumbnails: Thumbnails, keep: Keep, qtbot: QtBot
) -> None:
    heard = arrivals(loader)
    loader.take(gate)
    file = keep("foto.png", (50, 60, 70))
    loader.request(file)
    loader.request(keep("lain.png", (70, 60, 50)))
    qtbot.waitUntil(lambda: bool(gate.asked))
    loader.take(None)
    gate.open.set()
    qtbot.wait(100)
    assert heard == []
    assert len(gate.asked) == 1
    assert loader.request(file) is None
    loader.take(thumbnails)
    with qtbot.waitSignal(loader.ready):
        loader.request(file)


def test_asking_never_waits_for_the_making(loader: ThumbnailLoader, gate: Gate, keep: Keep) -> None:
    loader.take(gate)
    files = [keep(f"{number}.png", (number, 0, 0)) for number in range(5)]
    started = time.perf_counter()
    for file in files * 100:
        loader.request(file)
    assert time.perf_counter() - started < 0.5
    gate.open.set()


def test_closing_waits_and_tells_nothing_more(dressed: QApplication, gate: Gate, keep: Keep, qtbot: QtBot) -> None:
    loader = ThumbnailLoader()
    heard = arrivals(loader)
    loader.take(gate)
    files = [keep(f"{number}.png", (0, number, 0)) for number in range(3)]
    for file in files:
        loader.request(file)
    qtbot.waitUntil(lambda: bool(gate.asked))
    threading.Timer(0.2, gate.open.set).start()
    loader.close()
    assert gate.open.is_set()
    assert "zidesk-thumbnails" not in [thread.name for thread in threading.enumerate()]
    loader.request(files[0])
    qtbot.wait(80)
    assert heard == []
    assert len(gate.asked) == 1
    loader.close()


def test_the_memory_has_a_limit_and_the_longest_unseen_go(dressed: QApplication) -> None:
    memory = PixmapMemory(limit=100 * 100 * 4 * 3)
    for name in ("a", "b", "c", "a2"):
        memory.keep(name, QPixmap(100, 100))
        assert memory.get(name) is not None
        memory.get("b")
    assert [name for name in ("a", "b", "c", "a2") if memory.get(name)] == ["b", "c", "a2"]
    memory.keep("b", QPixmap(100, 300))
    assert [name for name in ("b", "c", "a2") if memory.get(name)] == ["b"]
    memory.clear()
    assert memory.get("b") is None
