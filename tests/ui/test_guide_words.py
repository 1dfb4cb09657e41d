"""Nothing in the guide that is not in the program: every word in bold is read in the window with just these words,
every key does what is said of it, and every page has its chapter."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from markdown_it.tree import SyntaxTreeNode
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from tests.screenshots.guide_shots import PICTURES
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.guide_words import words_in
from tests.ui.tour import fill, tour
from zidesk.domain.guide import Chapter
from zidesk.services.guide.reading import load_guide, plain_words, syntax_tree
from zidesk.storage.paths import shipped_resources
from zidesk.ui.commands import COMMANDS, PAGES
from zidesk.ui.dialogs.guide.window import GuideWindow
from zidesk.ui.guide_places import DIALOG_PLACES
from zidesk.ui.menu import keys_of
from zidesk.ui.page_keys import DOCUMENTS

GUIDE = load_guide(shipped_resources().guide)
UI = Path(__file__).parents[2] / "zidesk" / "ui"
# words of moments that a walk through the window does not meet; they must be whole texts in the sources
PASSING = {
    "Buka berkas kerja", "Cadangkan", "Folder…", "Hari ini", "31 Mei", "Tempatkan", "Salin daftar",
    "Satu berkas untuk semua…", "Satu berkas setiap pegawai, ke folder…", "Perbarui paket", "Buat paket baru",
    "Terang", "Gelap", "Kontras", "Ikuti sistem", "Paket yang sudah ada di tujuan",
}  # fmt: skip
# keys of a part of the window, each pressed in the tests of that part; those held while clicking; Y and T answer
OF_PARTS = {"F2", "F10", "Del", "Esc", "Enter", "Shift+Enter", "Space", "Ctrl", "Shift", "Y", "T"} | {
    f"{held}+{key}" for held, keys in (("Ctrl", "FC"), ("Alt", ("Up", "Down", "Left", "Right"))) for key in keys
}


def codes(kind: str, chapter: Chapter) -> Iterator[SyntaxTreeNode]:
    return (node for node in syntax_tree(chapter.source).walk() if node.type == kind)


def is_key(code: str) -> bool:
    return not code.startswith(("zidesk", "--"))


@pytest.fixture
def seen(make_desk: MakeDesk, paper: Callable[[str], Path]) -> set[str]:
    """Every word of every page and dialog, of a filled workspace."""
    desk = make_desk()
    found = words_in(desk.window)
    desk.open()
    fill(desk, paper)
    for _name, view in tour(desk):
        found |= words_in(view)
    found |= _more_dialogs(desk)
    guide = GuideWindow(GUIDE, shipped_resources().guide)
    found |= words_in(guide)
    guide.deleteLater()
    return found


def _more_dialogs(desk: Desk) -> set[str]:
    window = desk.window
    window.show_page(DOCUMENTS)
    desk.settle()
    look = window.documents.look
    desk.qtbot.waitUntil(lambda: look.stack.currentWidget() is look.preview, timeout=20_000)
    openers: tuple[Callable[[], object], ...] = (
        window.plan.menus.staff_asked.emit,
        window.documents.head.words.click,
        window.documents.head.print.click,
        window.bundle.verify.compare.click,
    )
    found: set[str] = set()
    for ask in openers:
        ask()
        desk.settle()
        desk.qtbot.waitUntil(lambda: bool(_open_dialogs(window)))
        for dialog in _open_dialogs(window):
            found |= words_in(dialog)
            dialog.close()
    return found


def _open_dialogs(window: QWidget) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_every_control_that_is_named_is_there_with_just_these_words(seen: set[str]) -> None:
    missing = [
        f"{chapter.key}: {words}"
        for chapter in GUIDE.chapters
        for node in codes("strong", chapter)
        if (words := " ".join(plain_words(node).split())) not in seen | PASSING
    ]
    assert not missing, "\n".join(missing)


def test_the_words_of_passing_moments_are_whole_texts_of_the_program() -> None:
    texts = {
        node.value.strip()
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert texts >= PASSING


# keys

_KEYS = {key.toString(): command for command in COMMANDS for key in keys_of(command)}


def test_every_key_is_one_of_the_program() -> None:
    unknown = [
        f"{chapter.key}: {node.content}"
        for chapter in GUIDE.chapters
        for node in codes("code_inline", chapter)
        if is_key(node.content)
        and QKeySequence(node.content).toString() not in _KEYS
        and node.content not in OF_PARTS
    ]
    assert unknown == []


def _said() -> Iterator[tuple[str, str]]:
    """Key and words of every "`Ctrl+K` (**Cari…**)", and of every row of the sheet of keys with one of each."""
    for chapter in GUIDE.chapters:
        yield from re.findall(r"`([^`]+)` \(\*\*([^*]+)\*\*\)", chapter.source)
        yield from re.findall(r"^\| `([^`]+)` \| \*\*([^*]+)\*\*", chapter.source, re.MULTILINE)


def test_each_key_does_what_is_said_of_it() -> None:
    said = [(key, words) for key, words in _said() if QKeySequence(key).toString() in _KEYS]
    assert len(said) >= 20
    assert [(key, words) for key, words in said if _KEYS[QKeySequence(key).toString()].words != words] == []
    sheet = next(chapter.source for chapter in GUIDE.chapters if chapter.key == "pintasan")
    without = [command.words for command in COMMANDS if command.shortcut and f"**{command.words}**" not in sheet]
    assert without == ["Pintasan"], "which is named above the sheet"


def test_pages_are_named_with_the_key_that_leads_there() -> None:
    for number, (_key, words, *_rest) in enumerate(PAGES, 1):
        for chapter in GUIDE.chapters:
            for said in re.findall(rf"\*\*{words}\*\* \(`(Ctrl\+\d)`\)", chapter.source):
                assert said == f"Ctrl+{number}", chapter.key


# places


def test_every_page_and_nearly_every_dialog_has_its_chapter() -> None:
    places = [place for chapter in GUIDE.chapters for place in chapter.places]
    assert len(places) == len(set(places))
    assert {key for key, *_ in PAGES} <= set(places)
    assert set(DIALOG_PLACES.values()) - set(places) == {"about"}
    assert set(places) <= {key for key, *_ in PAGES} | set(DIALOG_PLACES.values()) | {"trouble"}


def test_every_picture_of_the_guide_is_one_that_is_taken() -> None:
    files = {path.stem for path in (shipped_resources().guide / "gambar").iterdir()}
    assert files == {picture.name for picture in PICTURES}
