"""Words of files, bounded: nothing is unpacked, parsed or expanded without end."""

import zipfile
from pathlib import Path

import pytest

from zidesk.domain.evidence import FileKind, FileState, Inspection
from zidesk.services.privacy.texts import MOST_BYTES, is_readable, text_of

DOCX = Inspection(FileKind.DOCUMENT, "application/vnd.openxmlformats", ".docx")


def office(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return path


def test_tags_part_cells_but_not_runs(tmp_path: Path) -> None:
    text = "<w:p><w:r><w:t>3603</w:t></w:r><w:r><w:t>0152</w:t></w:r></w:p><w:tc>12</w:tc><w:tc>a &amp; b</w:tc>"
    assert text_of(office(tmp_path / "x.docx", word__document=text), DOCX).split("\n")[:3] == [
        "36030152",
        "12",
        "a & b",
    ]


def test_numbers_written_into_cells_of_a_sheet(tmp_path: Path) -> None:
    sheet = "<row><c><v>3603015205780001</v></c><c t='inlineStr'><is><t>0812</t></is></c></row>"
    assert text_of(office(tmp_path / "x.xlsx", xl__worksheets__sheet1=sheet), DOCX).strip() == "0812"


def test_a_bomb_is_read_no_further_than_its_words_go(tmp_path: Path) -> None:
    bomb = office(tmp_path / "bom.docx", word__document="<a>" + "1" * (200 * 1024 * 1024))
    assert bomb.stat().st_size < 1_000_000
    assert len(text_of(bomb, DOCX)) == MOST_BYTES


@pytest.mark.parametrize("hostile", ["<" * 2_000_000, "<is>" * 300_000, "&#x41;" * 100_000, "<w:tab " * 300_000])
def test_hostile_markup_comes_to_an_end(tmp_path: Path, hostile: str) -> None:
    path = office(tmp_path / "x.docx", word__document=hostile, xl__worksheets__sheet1=hostile)
    assert len(text_of(path, DOCX)) <= MOST_BYTES


def test_entities_are_not_obeyed(tmp_path: Path) -> None:
    text = '<!DOCTYPE x [<!ENTITY a "0812"><!ENTITY b SYSTEM "file:///etc/hostname">]><w:p>&a;&b;</w:p>'
    assert "&a;&b;" in text_of(office(tmp_path / "x.docx", word__document=text), DOCX)


def test_long_texts_are_cut(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"a" * (MOST_BYTES + 10))
    assert len(text_of(path, Inspection(FileKind.TEXT, "text/plain"))) == MOST_BYTES


def test_what_can_be_read() -> None:
    assert is_readable(DOCX) and is_readable(Inspection(FileKind.SPREADSHEET, "text/csv"))
    assert not is_readable(Inspection(FileKind.PDF)) and not is_readable(Inspection(FileKind.IMAGE, "image/png"))
    assert not is_readable(Inspection(FileKind.DOCUMENT, state=FileState.LOCKED))


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        text_of(tmp_path / "x.docx", DOCX)
