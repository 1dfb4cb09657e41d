"""The workbook read back: figures, formulas, links, texts from outside, printing, determinism."""

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.unit.services.documents.lke.workbooks import (
    Written,
    make_assessment,
    make_use,
    questions_of,
    read,
    rows_of,
    write,
)
from zidesk.domain.answer import Answer, Chosen, Nil
from zidesk.domain.assessment import Assessment
from zidesk.domain.instrument import Instrument
from zidesk.services.documents.lke import evidence_sheet as lke_evidence_sheet
from zidesk.services.documents.lke.columns import Col, cell
from zidesk.services.documents.lke.rows import RowKind
from zidesk.services.documents.lke.styles import DEFAULT_FONT

FIRST = "A.I.1.i.a"
RATIO = "A.II.1.i.b"
SURVEY = "B.I.a"
DATA_OF = datetime(2026, 3, 2, 1, 30)  # noqa: DTZ001 - openpyxl gives UTC without saying so
DATED = datetime(2026, 8, 5)  # noqa: DTZ001 - a cell knows no zone


@pytest.fixture(scope="module")
def assessment(instrument: Instrument, sample_answers: Mapping[str, Answer]) -> Assessment:
    evidence = {
        FIRST: (make_use(FIRST, 1, "SK Tim", number="421/7"), make_use(FIRST, 2, "Daftar Hadir")),
        SURVEY: (make_use(SURVEY, 1, "Hasil Survei"),),
    }
    return make_assessment(instrument, sample_answers, evidence)


@pytest.fixture(scope="module")
def written(assessment: Assessment, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The workbook of a filled sheet; tests only read it."""
    return write(tmp_path_factory.mktemp("lke"), assessment)


@pytest.fixture(scope="module")
def older(older_instrument: Instrument, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The empty workbook of the sheet whose limits are not confirmed."""
    return write(tmp_path_factory.mktemp("lama"), make_assessment(older_instrument, {}))


def targets(path: Path, sheet: int) -> list[str]:
    """Addresses of the links that lead out of a sheet, in the order they were written."""
    with zipfile.ZipFile(path) as archive:
        tree = ElementTree.fromstring(archive.read(f"xl/worksheets/_rels/sheet{sheet}.xml.rels"))
    return [item.attrib["Target"] for item in tree if item.attrib.get("TargetMode") == "External"]


def test_every_stored_figure_is_the_score_of_the_domain(assessment: Assessment, written: Written) -> None:
    checked = 0
    for row in rows_of(assessment.instrument):
        if row.kind in (RowKind.INPUT, RowKind.NIL):
            continue
        score = written.value("LKE", cell(Col.SCORE, row.line))
        percent = written.value("LKE", cell(Col.PERCENT, row.line))
        if row.kind is RowKind.QUESTION:
            expected = assessment.scores.questions[row.code]
            assert expected is not None
            assert (score, percent) == pytest.approx((float(expected), float(expected)))
        else:
            node = assessment.scores.nodes[row.code]
            assert (score, percent) == pytest.approx((float(node.score), float(node.percent) / 100))
        assert written.formula("LKE", cell(Col.SCORE, row.line)).startswith("=")
        assert written.formula("LKE", cell(Col.PERCENT, row.line)).startswith("=")
        checked += 1
    assert checked == 113 + 45 + 12 + 4 + 2 + 1  # questions, sub-areas, areas, groups, components, total
    assert written.value("LKE", "G5") == pytest.approx(79.5553511904762)


def test_rows_follow_the_sheet_and_weights_stand_beside_them(assessment: Assessment, written: Written) -> None:
    sheet = written.values["LKE"]
    assert [sheet.cell(4, column).value for column in range(3, 15)] == [
        "Bobot", "Penjelasan", "Pilihan Jawaban", "Jawaban", "Nilai", "%", "Catatan/Keterangan/Penjelasan",
        "Link Evidence", "Jawaban TPI", "Nilai TPI", "% TPI", "Catatan TPI",
    ]  # fmt: skip
    head = [(sheet.cell(line, 1).value, sheet.cell(line, 3).value) for line in range(5, 12)]
    assert head == [
        (None, 100), ("A", 60), ("A.I", 30), ("A.I.1", 4), ("A.I.1.i", 0.5), (FIRST, None), ("A.I.1.i.b", None),
    ]  # fmt: skip
    codes = [sheet.cell(row, 1).value for row in range(5, sheet.max_row + 1)]
    asked = [code for code in codes if code in assessment.scores.questions]
    lone = {"B.I.a", "B.I.b", "B.II.a"}  # a sub-area and its only question
    assert [code for code in asked if code not in lone] == [
        question.code for question in assessment.instrument.questions if question.code not in lone
    ]
    assert codes.count("B.I") == 1  # the area that only passes the group's figures on is not printed


def test_a_sub_area_is_the_mean_of_its_questions_times_its_weight(
    assessment: Assessment, written: Written
) -> None:
    assert written.formula("LKE", "G9") == "=SUM(G10:G11)/2*C9"
    assert written.formula("LKE", "L9") == '=IF(COUNT(L10:L11)=0,"",SUM(L10:L11)/2*C9)'
    assert written.formula("LKE", "G10") == '=IF(TRIM(F10)="Ya",1,IF(TRIM(F10)="Tidak",0,""))'
    ratio = questions_of(assessment.instrument)["A.II.1.i.a"].line
    below = questions_of(assessment.instrument)["A.II.1.i.b"].last
    assert written.formula("LKE", f"G{ratio - 1}") == f"=SUM(G{ratio}:G{below})/2*C{ratio - 1}"


def test_a_ratio_has_a_row_for_each_number_and_one_for_nihil(assessment: Assessment, written: Written) -> None:
    line = questions_of(assessment.instrument)[RATIO].line
    sheet = written.values["LKE"]
    assert [sheet.cell(line + step, 6).value for step in range(4)] == [0.8, 5, 4, None]
    assert sheet.cell(line + 1, 2).value == "Jumlah Perubahan yang dibuat"
    assert "nihil=0 = tidak dinilai" in sheet.cell(line + 3, 2).value
    shown = written.formula("LKE", f"F{line}")
    assert f'IF(TRIM(F{line + 3})="nihil","nihil"' in shown
    assert f"MAX(0,MIN(1,MIN(1,(F{line + 2}/F{line + 1}))))" in shown
    assert f"F{line + 2}<=F{line + 1}" in shown


@pytest.mark.parametrize(("counts", "word", "score"), [(True, "nihil", 1), (False, "nihil=0", 0)])
def test_nihil_stands_in_its_own_row(
    assessment: Assessment, tmp_path: Path, counts: bool, word: str, score: int
) -> None:
    answers = {**assessment.answers, RATIO: Answer(Nil(counts))}
    written = write(tmp_path, make_assessment(assessment.instrument, answers))
    line = questions_of(assessment.instrument)[RATIO].line
    sheet = written.values["LKE"]
    assert [sheet.cell(line + step, 6).value for step in range(4)] == [word, None, None, word]
    assert sheet.cell(line, 7).value == score


def test_an_empty_assessment_shows_empty_scores_and_zero_totals(instrument: Instrument, tmp_path: Path) -> None:
    written = write(tmp_path, make_assessment(instrument, {}))
    assert written.value("LKE", "G5") == 0
    assert not written.value("LKE", "G10")
    assert not written.value("LKE", "H10")
    assert written.value("Kriteria", "D4") == "0 dari 12 kriteria terpenuhi"
    xml = zipfile.ZipFile(written.path).read("xl/worksheets/sheet1.xml").decode()
    assert re.search(r'<c r="G10" [^>]*><f>[^<]*</f><v></v>', xml)  # empty, not 0


def test_the_assessors_columns_are_empty_but_live(assessment: Assessment, written: Written) -> None:
    for row in rows_of(assessment.instrument):
        for column in (Col.TPI_ANSWER, Col.TPI_SCORE, Col.TPI_PERCENT, Col.TPI_NOTE):
            assert not written.value("LKE", cell(column, row.line))
        if row.kind not in (RowKind.INPUT, RowKind.NIL):
            formula = written.formula("LKE", cell(Col.TPI_SCORE, row.line))
            assert re.search(r"[LK]\d", formula)
            assert not re.search(r"[FG]\d", formula)  # the school's answers have no part in it


def test_answers_and_notes_may_be_changed_and_nothing_is_locked_up(
    assessment: Assessment, written: Written
) -> None:
    sheet = written.formulas["LKE"]
    assert not sheet.protection.sheet
    unlocked = {name for name in "BCDEFGHIJKLMN" if not sheet[f"{name}10"].protection.locked}
    assert unlocked == {"F", "I", "K", "N"}


def test_answer_cells_say_what_they_take(assessment: Assessment, written: Written) -> None:
    sheet = written.formulas["LKE"]
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    lines = questions_of(assessment.instrument)
    assert rules["F10"].formula1 == '"Ya,Tidak"'
    assert rules["F10"].prompt == "Pilih Ya atau Tidak."
    assert rules["K11"].formula1 == '"A,B,C"'
    survey = rules[f"F{lines[SURVEY].line}"]
    assert (survey.type, survey.formula1, survey.formula2) == ("decimal", "0", "4")
    assert survey.error == "Isian ini harus angka, 0 sampai 4."
    whole, part, nil = (rules[f"F{lines[RATIO].line + step}"] for step in (1, 2, 3))
    assert (whole.type, whole.operator, whole.formula1) == ("whole", "greaterThanOrEqual", "0")
    at = lines[RATIO].line
    assert part.type == "custom"
    assert part.formula1 == (
        f"AND(ISNUMBER(F{at + 2}),F{at + 2}>=0,F{at + 2}=INT(F{at + 2}),"
        f"IF(COUNT(F{at + 1})<1,TRUE,F{at + 2}<=F{at + 1}))"
    )
    assert nil.formula1 == '"nihil,nihil=0"'
    assert f"F{at}" not in rules  # a formula stands there
    assert all(rule.errorStyle in (None, "stop") and rule.showErrorMessage for rule in rules.values())


def test_criteria_follow_the_sheet(assessment: Assessment, written: Written) -> None:
    sheet = written.values["Kriteria"]
    for predicate, criteria in assessment.criteria.items():
        heading = next(row for row in range(1, 40) if sheet.cell(row, 1).value == f"Menuju {predicate}")
        met = sum(criterion.met is True for criterion in criteria)
        assert sheet.cell(heading, 4).value == f"{met} dari {len(criteria)} kriteria terpenuhi"
        for row, criterion in enumerate(criteria, start=heading + 2):
            minimum, value, state, missing = (sheet.cell(row, column).value for column in range(3, 7))
            assert sheet.cell(row, 2).value.startswith(criterion.label)
            if criterion.id == "prasyarat":
                assert (minimum, value, state, missing) == ("Ya", "Tidak", "belum", None)
                continue
            assert state == ("terpenuhi" if criterion.met else "kurang")
            scale = 100 if criterion.percent else 1
            assert criterion.minimum is not None
            assert minimum == pytest.approx(float(criterion.minimum) / scale)
            assert value == pytest.approx(float(criterion.value) / scale)
            assert missing == pytest.approx(float(criterion.missing) / scale)
            assert "LKE!G" in written.formula("Kriteria", f"D{row}")
    assert written.formula("Kriteria", "D6") == "=SUM(LKE!G5)"
    assert written.formula("Kriteria", "E6") == '=IF(D6="","",IF(ROUND(D6-C6,9)>=0,"terpenuhi","kurang"))'
    area = written.formula("Kriteria", "D8")
    assert re.fullmatch(r"=IF\(SUM\((LKE!C\d+,LKE!C\d+)\)=0,0,SUM\(LKE!G8,LKE!G\d+\)/SUM\(\1\)\)", area)


def test_limits_that_are_not_confirmed_are_not_decided(older: Written) -> None:
    sheet = older.values["Kriteria"]
    labels = {sheet.cell(row, 2).value: row for row in range(6, 18)}
    row = next(row for label, row in labels.items() if label and label.startswith("Komponen"))
    assert [sheet.cell(row, column).value for column in (3, 5)] == ["belum terkonfirmasi"] * 2
    assert not sheet.cell(row, 6).value
    assert "belum terkonfirmasi" in sheet["A2"].value
    assert "belum terkonfirmasi" in [row[1].value for row in older.values["Keterangan"].iter_rows()]


def test_keterangan_tells_the_source_and_every_open_question(assessment: Assessment, written: Written) -> None:
    cells = [row[1].value for row in written.values["Keterangan"].iter_rows()]
    assert assessment.instrument.regulation in cells
    assert set(assessment.instrument.open_questions) <= set(cells)
    noted = [question.note for question in assessment.instrument.questions if question.note]
    assert all(any(note in (text or "") for text in cells) for note in noted)


def test_evidence_is_listed_with_its_facts(assessment: Assessment, written: Written) -> None:
    sheet = written.values["Bukti"]
    assert sheet.max_row == 4 + 3
    first = [sheet.cell(5, column).value for column in range(1, 12)]
    assert first == [
        FIRST, 1, "SK Tim", "421/7", DATED, "Buka", f"data/{FIRST}/{FIRST}-01 SK Tim.pdf", "1.pdf",
        3, 1_234_567, f"{1:064x}",
    ]  # fmt: skip
    assert targets(written.path, 3) == [
        rf"data\{FIRST}\{FIRST}-01%20SK%20Tim.pdf",
        rf"data\{FIRST}\{FIRST}-02%20Daftar%20Hadir.pdf",
        rf"data\{SURVEY}\{SURVEY}-01%20Hasil%20Survei.pdf",
    ]
    assert sheet["A5"].hyperlink.location == "'LKE'!A10"
    assert sheet["A6"].hyperlink is None  # one way back for each question


def test_a_question_leads_to_its_only_file_or_to_its_list(assessment: Assessment, written: Written) -> None:
    several = written.values["LKE"]["J10"]
    assert (several.value, several.hyperlink.location) == ("2 bukti", "'Bukti'!A5")
    assert several.hyperlink.tooltip == "1. SK Tim; 2. Daftar Hadir"
    line = questions_of(assessment.instrument)[SURVEY].line
    assert written.values["LKE"][f"J{line}"].value == "Buka bukti"
    assert targets(written.path, 1) == [rf"data\{SURVEY}\{SURVEY}-01%20Hasil%20Survei.pdf"]
    assert written.values["LKE"]["J11"].value is None


def test_signs_in_a_title_make_a_link_that_works(assessment: Assessment, tmp_path: Path) -> None:
    evidence = {FIRST: (make_use(FIRST, 1, "Rapat #3 & [draf] 100^ 'é' 会"),)}
    written = write(tmp_path, make_assessment(assessment.instrument, {}, evidence))
    assert targets(written.path, 3) == [
        rf"data\{FIRST}\{FIRST}-01%20Rapat%203%20&%20%5Bdraf%5D%20100%5E%20'é'%20会.pdf"
    ]


def test_links_end_where_the_file_format_ends_them(
    assessment: Assessment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lke_evidence_sheet, "_LINKED_LINES", 5)
    written = write(tmp_path, assessment)
    assert len(targets(written.path, 3)) == 1
    assert written.value("Bukti", "G6") == f"data/{FIRST}/{FIRST}-02 Daftar Hadir.pdf"  # the path still tells


def test_evidence_outside_a_limited_bundle_is_named_without_a_link(assessment: Assessment, tmp_path: Path) -> None:
    written = write(tmp_path, assessment, areas=("1",))
    sheet = written.values["Bukti"]
    assert [sheet.cell(row, 7).value for row in (5, 7)] == [
        f"data/{FIRST}/{FIRST}-01 SK Tim.pdf",
        "tidak dalam paket ini",
    ]
    assert len(targets(written.path, 3)) == 2
    line = questions_of(assessment.instrument)[SURVEY].line
    assert written.values["LKE"][f"J{line}"].hyperlink.location == "'Bukti'!A7"


OUTSIDE = {
    "=1+1": "=1+1",
    "{=A1}": "{=A1}",
    '=HYPERLINK("http://x","y")': '=HYPERLINK("http://x","y")',
    "+62 812": "+62 812",
    "-5": "-5",
    "@SUM(A1)": "@SUM(A1)",
    "http://contoh.example": "http://contoh.example",
    "a\x00\x08\x1fb\ud800c\ufffe": "abc",
    "satu\r\ndua\rtiga": "satu\ndua\ntiga",
    "😀" * 20_000: "😀" * 16_383,
    "x" * 40_000: "x" * 32_767,
    "_x0041_": "_x0041_",
}


def test_text_from_outside_is_text(instrument: Instrument, tmp_path: Path) -> None:
    asked = dict(zip(OUTSIDE, instrument.questions, strict=False))
    evidence = {
        question.code: (make_use(question.code, 1, text, number=text, original_name=text, note=text),)
        for text, question in asked.items()
    }
    answers = {question.code: Answer(Chosen(question.options[0].key), text) for text, question in asked.items()}
    written = write(tmp_path, make_assessment(instrument, answers, evidence))
    for bukti, (text, kept) in enumerate(OUTSIDE.items(), start=5):
        line = questions_of(instrument)[asked[text].code].line
        cells = [("LKE", f"I{line}"), *(("Bukti", f"{column}{bukti}") for column in "CDHL")]
        for sheet, name in cells:
            found = written.formulas[sheet][name]
            shown = found.value.replace("_x005F_", "_")  # openpyxl leaves this escape of the format as it is
            assert (found.data_type, shown) == ("s", kept)


@pytest.mark.parametrize("name", ["=1+1", "a\x00\ud800", "😀" * 20_000])
def test_the_school_may_be_called_anything(instrument: Instrument, tmp_path: Path, name: str) -> None:
    written = write(tmp_path, make_assessment(instrument, {}, name=name))
    assert written.formulas["LKE"]["A2"].data_type == "s"
    assert written.value("Keterangan", "B4")[:5] == name.replace("\x00\ud800", "")[:5]


@pytest.mark.parametrize(("paper", "number"), [("A4", "9"), ("F4", "14")])
def test_it_prints_across_one_page_with_its_heading_and_footer(
    assessment: Assessment, tmp_path: Path, paper: str, number: str
) -> None:
    written = write(tmp_path, assessment, paper=paper)
    for sheet in written.formulas.worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == number
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)  # 1 is not written
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "SMA Negeri 1 Contoh" in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text.endswith("Halaman &P dari &N")
    assert written.formulas["LKE"].print_title_rows == "$3:$4"
    assert written.formulas["Bukti"].print_title_rows == "$4:$4"
    assert written.formulas["LKE"].freeze_panes == "C5"


def test_the_footer_bears_any_name_of_a_school(instrument: Instrument, tmp_path: Path) -> None:
    name = "1 & 2 " + "&" * 300
    footer = write(tmp_path, make_assessment(instrument, {}, name=name)).formulas["LKE"].oddFooter
    xml = zipfile.ZipFile(tmp_path / "LKE.xlsx").read("xl/worksheets/sheet1.xml").decode()
    text = ElementTree.fromstring(re.search(r"<oddFooter>.*?</oddFooter>", xml)[0]).text  # type: ignore[index]
    assert text is not None
    assert len(text) <= 255
    left = text.removeprefix('&L&"Arial,Regular"&8 ').split("&R")[0]
    assert "&" not in left.replace("&&", "")
    assert footer.right.text.endswith("&N")


def test_groups_collapse_and_rows_grow_with_what_is_typed(assessment: Assessment, written: Written) -> None:
    sheet = written.formulas["LKE"]
    assert [sheet.row_dimensions[line].outlineLevel for line in range(5, 11)] == [0, 0, 1, 2, 3, 4]
    assert sheet.sheet_properties.outlinePr.summaryBelow is False
    assert sheet.row_dimensions[11].height > sheet.row_dimensions[10].height > 20
    xml = zipfile.ZipFile(written.path).read("xl/worksheets/sheet1.xml").decode()
    assert "customHeight" not in xml


def test_writing_leaves_nothing_behind_for_the_next_workbook(assessment: Assessment, tmp_path: Path) -> None:
    before = dict(DEFAULT_FONT)
    write(tmp_path, assessment)
    assert before == DEFAULT_FONT


def test_the_same_assessment_gives_the_same_bytes(assessment: Assessment, tmp_path: Path) -> None:
    first = write(tmp_path, assessment).path.read_bytes()
    again = write(tmp_path, assessment).path
    assert again.read_bytes() == first
    assert read(again).formulas.properties.created == DATA_OF


def test_a_paper_older_than_spreadsheets_keeps_its_date(instrument: Instrument, tmp_path: Path) -> None:
    evidence = {
        FIRST: (
            make_use(FIRST, 1, "Akta", dated=date(1899, 8, 17)),
            make_use(FIRST, 2, "Surat", dated=None),
        )
    }
    sheet = write(tmp_path, make_assessment(instrument, {}, evidence)).values["Bukti"]
    assert [sheet.cell(row, 5).value for row in (5, 6)] == ["17 Agu 1899", None]


def test_an_older_sheet_without_columns_of_its_own_has_the_official_ones(older: Written) -> None:
    assert older.value("LKE", "A4") == "Penilaian"
    assert older.value("LKE", "I4") == "Catatan/Keterangan"
