"""The formulas calculated by LibreOffice, where it is installed, against the scores of the domain."""

import random
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from tests.unit.services.documents.lke.workbooks import (
    Written,
    make_assessment,
    questions_of,
    random_answer,
    read,
    rows_of,
    typed_cells,
    write,
)
from zidesk.domain.answer import Answer
from zidesk.domain.assessment import Assessment
from zidesk.domain.instrument import Instrument
from zidesk.services.documents.lke.columns import ASSESSORS, SCHOOL, Side, cell
from zidesk.services.documents.lke.rows import RowKind

OFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]


def recalculated(path: Path, cells: dict[str, object], folder: Path) -> Written:
    """The workbook with other answers typed in, as LibreOffice calculates it."""
    workbook = openpyxl.load_workbook(path)  # openpyxl drops the stored values: all are calculated anew
    for name, value in cells.items():
        workbook["LKE"][name].value = value
    changed, made = folder / "diubah.xlsx", folder / "hasil"
    workbook.save(changed)
    home = (folder / "profil").as_uri()
    command = [str(OFFICE), f"-env:UserInstallation={home}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(made), str(changed)], check=True, capture_output=True, timeout=120)
    return read(made / changed.name)


def random_assessment(instrument: Instrument, seed: int) -> Assessment:
    chance = random.Random(seed)
    answers = {question.code: Answer(random_answer(question, chance)) for question in instrument.questions}
    return make_assessment(instrument, answers)


def answer_cells(assessment: Assessment, side: Side) -> dict[str, object]:
    return {
        name: value
        for code, row in questions_of(assessment.instrument).items()
        for name, value in typed_cells(row, assessment.answer_of(code).value, side).items()
    }


def same(shown: object, expected: Fraction | None) -> bool:
    if expected is None:
        return shown in (None, "")
    return isinstance(shown, (int, float)) and abs(shown - float(expected)) < 1e-9


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_changed_answers_give_the_scores_of_the_domain(
    instrument: Instrument, older_instrument: Instrument, tmp_path: Path, seed: int
) -> None:
    sheet = older_instrument if seed == 3 else instrument
    before = write(tmp_path, random_assessment(sheet, seed * 100))
    school, assessors = random_assessment(sheet, seed), random_assessment(sheet, seed + 50)
    typed = answer_cells(school, SCHOOL) | answer_cells(assessors, ASSESSORS)
    after = recalculated(before.path, typed, tmp_path)
    for row in rows_of(sheet):
        if row.kind in (RowKind.INPUT, RowKind.NIL):
            continue
        for side, assessment in ((SCHOOL, school), (ASSESSORS, assessors)):
            expected: Fraction | None
            if row.kind is RowKind.QUESTION:
                expected = assessment.scores.questions[row.code]
                percent = expected
            else:
                expected = assessment.scores.nodes[row.code].score
                percent = assessment.scores.nodes[row.code].percent / 100
                if side.optional and not any(
                    assessment.scores.questions[below.code] is not None
                    for below in rows_of(sheet)
                    if below.kind is RowKind.QUESTION and row.line <= below.line <= row.last
                ):
                    expected = percent = None
            name = cell(side.score, row.line)
            assert same(after.value("LKE", name), expected), (name, after.value("LKE", name), expected)
            assert same(after.value("LKE", cell(side.percent, row.line)), percent)
    check_criteria(after, school, 3)
    check_criteria(after, assessors, 6)
    errors = [
        (page.title, found.coordinate, found.value)
        for page in after.values.worksheets
        for line in page.iter_rows()
        for found in line
        if isinstance(found.value, str) and found.value.startswith("#")
    ]
    assert errors == []


def check_criteria(after: Written, assessment: Assessment, column: int) -> None:
    """`column`: of the side's figures, from 0."""
    sheet = after.values["Kriteria"]
    line = 4
    for predicate, criteria in assessment.criteria.items():
        assert sheet.cell(line, 1).value == f"Menuju {predicate}"
        met = sum(criterion.met is True for criterion in criteria)
        assert sheet.cell(line, column + 1).value == f"{met} dari {len(criteria)} kriteria terpenuhi"
        for row, criterion in enumerate(criteria, start=line + 2):
            value, state, missing = (sheet.cell(row, column + step).value for step in (1, 2, 3))
            if criterion.id == "prasyarat":
                assert state == "belum"
                continue
            words = {None: "belum terkonfirmasi", True: "terpenuhi", False: "kurang"}
            assert state == words[criterion.met]
            scale = 100 if criterion.percent else 1
            assert same(value, criterion.value / scale)
            assert same(missing, None if criterion.minimum is None else criterion.missing / scale)
        line += len(criteria) + 3


def test_impossible_and_unfinished_numbers_score_nothing(instrument: Instrument, tmp_path: Path) -> None:
    before = write(tmp_path, make_assessment(instrument, {}))
    rows = questions_of(instrument)
    cases: list[tuple[str, list[object], object, object]] = [
        ("A.II.1.i.a", [0, 3, None], "pilih nihil", None),
        ("A.II.1.i.b", [3, 4, None], "periksa angka", None),
        ("A.II.3.iii.a", [4, None, 1, None], "belum lengkap", None),
        ("A.II.4.i.a", [2.5, 1, None], "periksa angka", None),
        ("A.II.5.ii.a", ["dua", 1, 1, None], "belum lengkap", None),
        ("A.II.5.iii.a", [0, 0, 0, 0, "nihil=0"], "nihil=0", 0),
        ("A.II.5.iii.b", [1, 2, -3, 0, " NIHIL "], "nihil", 1),
        ("A.II.6.i.b", [None, None, None], None, None),
    ]
    typed: dict[str, object] = {f"F{rows['B.I.a'].line}": 4.5, f"F{rows['B.II.a'].line}": "x", "F10": " ya "}
    typed["F11"] = "Z"
    for code, values, _, _ in cases:
        typed |= {f"F{line}": value for line, value in zip(rows[code].parts, values, strict=True)}
    after = recalculated(before.path, typed, tmp_path)
    for code, _, shown, score in cases:
        line = rows[code].line
        assert (after.value("LKE", f"F{line}") or None) == shown, code
        assert after.value("LKE", f"G{line}") in ((score,) if score is not None else (None, "")), code
    for name in (f"G{rows['B.I.a'].line}", f"G{rows['B.II.a'].line}", "G11"):
        assert after.value("LKE", name) in (None, "")
    assert after.value("LKE", "G10") == 1
    expected = Fraction(1, 2) * Fraction(1, 2) + 2 * Fraction(1, 2)  # A.I.1.i and A.II.5.iii
    assert same(after.value("LKE", "G5"), expected)


def test_a_percentage_typed_over_the_formula_counts(instrument: Instrument, tmp_path: Path) -> None:
    before = write(tmp_path, make_assessment(instrument, {}))
    line = questions_of(instrument)["A.II.4.i.a"].line
    after = recalculated(before.path, {f"F{line}": 0.85}, tmp_path)
    assert same(after.value("LKE", f"G{line}"), Fraction(85, 100))
