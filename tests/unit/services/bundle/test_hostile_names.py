"""Names and notes made to harm: they are attached, bundled, and do nothing on the stick or in a spreadsheet."""

import logging
import sys
import unicodedata
from pathlib import Path

import bagit
import openpyxl
import pytest

from tests.unit.services.bundle.conftest import Build
from zidesk.domain.filenames import FILE_NAME_MAX, PATH_MAX, collision_key
from zidesk.services.answers.answering import answer_question
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.verify import verify_bundle
from zidesk.storage.workspace import Workspace

_FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "\t=1", "\r=1")
_NAMES = (
    *(name.replace("/", "_") for name in _FORMULAS),
    "<img src=x onerror=alert(1)>.pdf", "\"'><script>alert(1)<_script>.txt", "a&b;c.txt", "%00.txt", "%2e%2e.txt",
    "CON", "con.txt", "AUX.pdf", "NUL", "COM1.txt", "lpt9", "CONIN$", "titik.", "titik..", "spasi ", " spasi",
    "...", "~", "~root", "-rf", "C:", "C:\\Windows\\x.txt", "\\\\server\\x", "..\\..\\x",
    "a\nb.txt", "a\rb.txt", "a\tb.txt", "a\x1b[2Jb.txt", "a\x7fb.txt", "a\x01b",
    "surat\u202efdp.exe", "\u2066x\u2069.pdf", "nol\u200blebar.txt", "\ufeffbom.txt", "baris\u2028baru.txt",
    "Núñez.txt", unicodedata.normalize("NFD", "Núñez.txt"), "NÚÑEZ.TXT", "ﬁle.txt", "file.txt", "FILE.TXT",
    "straße", "STRASSE", "ı", "I", "İ", "K", "K",
    "ꦧꦱꦗꦮ.pdf", "ᬩᬮᬶ.pdf", "العربية.pdf", "中文名.pdf", "ไทย.pdf", "עברית.pdf", "हिन्दी.pdf", "한국어.pdf",
    "ქართული",
    "😀😀😀.pdf", "👩‍👩‍👧‍👦.pdf", "🏳️‍🌈", "𝕬𝖇𝖈.pdf", "z̴̧̛͔̪a̸͇͑l̶̢̍g̸̰̈́o̶.pdf",
    "x" * 255, "é" * 127, "😀" * 63, "a" * 251 + ".pdf", "x." + "b" * 200,
)  # fmt: skip


@pytest.fixture
def harmful(tmp_path: Path) -> list[Path]:
    """Files of those names, each in a folder of its own, with a content of its own."""
    made = []
    for number, name in enumerate(_NAMES):
        folder = tmp_path / "jahat" / str(number)
        folder.mkdir(parents=True)
        path = folder / name
        path.write_text(f"isi {number}")
        made.append(path)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_every_name_is_bundled_under_a_legal_one(
    empty_workspace: Workspace, build: Build, workspace: Workspace, harmful: list[Path]
) -> None:
    result = add_files(empty_workspace, ["1.i.a"], harmful)
    assert (result.added, result.refused) == (len(_NAMES), ())

    bundle = build().path
    payload = [path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()]
    assert len({collision_key(path) for path in payload}) == len(payload)
    for path in payload:
        name = path.rpartition("/")[2]
        assert len(name) <= FILE_NAME_MAX and len(path) <= PATH_MAX and len(name.encode()) <= 255
        assert name == unicodedata.normalize("NFC", name) == name.strip(" .")
        assert not any(char in '<>:"\\|?*%#' or unicodedata.category(char)[0] == "C" for char in name), name
    logging.getLogger("bagit").setLevel(logging.CRITICAL + 1)
    assert verify_bundle(bundle).valid
    assert bagit.Bag(str(bundle)).is_valid()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_nothing_a_user_wrote_becomes_a_formula_or_a_tag(
    empty_workspace: Workspace, build: Build, workspace: Workspace, harmful: list[Path]
) -> None:
    for number, text in enumerate(
        (*_FORMULAS, "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>")
    ):
        caption = Caption(title=text, number=text, note=text)
        add_files(empty_workspace, ["1.i.a"], harmful[number : number + 1], caption)
    answer_question(empty_workspace, "1.i.a", "Ya", "=cmd|' /C calc'!A0", "Siti")

    bundle = build().path
    texts, formulas = set(), set()
    for sheet in openpyxl.load_workbook(bundle / "LKE.xlsx").worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                (formulas if cell.data_type == "f" else texts).add(str(cell.value))
    assert "=cmd|' /C calc'!A0" in texts
    assert not any(mark in formula for formula in formulas for mark in ("cmd|", 'HYPERLINK("http', "@SUM", "1+1"))
    page = (bundle / "BUKA-DI-SINI.html").read_text(encoding="utf-8")
    assert "alert(1)" in page and "<script>alert" not in page
    assert "<img src=x" not in page and "</script><img" not in page
