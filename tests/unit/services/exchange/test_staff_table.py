"""The list of staff from tables."""

from pathlib import Path

import openpyxl
import pytest

from zidesk.domain.errors import StaffImportRejected, StaffTableUnreadable
from zidesk.domain.staff import StaffMember
from zidesk.messages import explain
from zidesk.services.exchange.staff_table import read_staff_table

NIP = "196803141994031007"


def written(folder: Path, text: str) -> Path:
    path = folder / "pegawai.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_people(tmp_path: Path) -> None:
    text = (
        "Nama,NIP,Pangkat/Golongan,Jabatan,Peran\n"
        f'Budi,"{NIP}",Pembina,Guru,"Anggota Pokja 1, Agen Perubahan"\n'
        "Siti,-,,Laboran,\n"
    )
    assert read_staff_table(written(tmp_path, text)) == (
        StaffMember("Budi", NIP, "Pembina", "Guru", ("Anggota Pokja 1", "Agen Perubahan")),
        StaffMember("Siti", position="Laboran"),
    )


def test_only_names_and_numbers_must_be_there(tmp_path: Path) -> None:
    assert read_staff_table(written(tmp_path, "nama,nip\nBudi,\n")) == (StaffMember("Budi"),)


def test_every_bad_row_is_told(tmp_path: Path) -> None:
    text = f"nama;nip\nBudi;{NIP}\nSiti;123\n;{NIP}\nAni;{NIP}\n{'x' * 200};\nBeni;\nCici;\n"
    with pytest.raises(StaffImportRejected) as refused:
        read_staff_table(written(tmp_path, text))
    assert [(row.line, type(row.fault).__name__) for row in refused.value.rows] == [
        (3, "NipRejected"),
        (4, "StaffNameMissing"),
        (5, "NipTwice"),
        (6, "StaffTextTooLong"),
    ]
    message = explain(refused.value)
    assert "Baris 5 (Ani): NIP 196803141994031007 sudah ada pada baris 2." in message.details[2]


def test_a_number_that_excel_rounded(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["nama", "nip"])
    book.active.append(["Budi", float(NIP)])
    book.save(tmp_path / "pegawai.xlsx")
    with pytest.raises(StaffImportRejected) as refused:
        read_staff_table(tmp_path / "pegawai.xlsx")
    assert type(refused.value.rows[0].fault).__name__ == "NipRounded"


def test_a_formula_without_a_result(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["nama", "nip"])
    book.active.append(['="Bu"&"di"', NIP])
    book.save(tmp_path / "pegawai.xlsx")
    with pytest.raises(StaffTableUnreadable) as refused:
        read_staff_table(tmp_path / "pegawai.xlsx")
    assert "A2" in refused.value.detail


@pytest.mark.parametrize(
    ("text", "reason"),
    [("kode,jawaban\na,b\n", "columns"), ("nama,nip\n" + "x,\n" * 5001, "large"), ("nama,nip\n", "empty")],
)
def test_no_list_of_staff(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(StaffTableUnreadable) as refused:
        read_staff_table(written(tmp_path, text))
    assert refused.value.reason == reason
    assert "nama, NIP" in str(explain(refused.value))


def test_five_thousand_people_are_taken(tmp_path: Path) -> None:
    assert len(read_staff_table(written(tmp_path, "nama,nip\n" + "x,\n" * 5000))) == 5000


def test_formulas_are_no_names(tmp_path: Path) -> None:
    table = written(tmp_path, 'nama,nip,jabatan\nBudi,,Guru\n"=HYPERLINK(""http://x"")",,Guru\n')
    with pytest.raises(StaffTableUnreadable) as refused:
        read_staff_table(table)
    assert "baris 3 berisi rumus" in explain(refused.value).happened
