"""Widths of columns, spans of cells, orientation of sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.services.documents.model_samples import month_table, signature
from zidesk.services.documents.model.blocks import Heading, Paragraph
from zidesk.services.documents.model.document import sections
from zidesk.services.documents.model.inline import Blank, Run, filled, plain_text, runs_of
from zidesk.services.documents.model.signatures import Approval, approval_table
from zidesk.services.documents.model.table import Cell, Column, column_widths, spanned

_COLUMNS = st.lists(
    st.builds(Column, width=st.sampled_from([0.0, 5.0, 30.0, 400.0]), share=st.sampled_from([0.5, 1.0, 3.0])),
    min_size=1,
    max_size=8,
)


@given(_COLUMNS)
def test_columns_fill_the_width_exactly(columns: list[Column]) -> None:
    widths = column_widths(columns, 165.0)
    assert sum(widths) == pytest.approx(165.0)
    assert min(widths) > 0


def test_shares_divide_what_is_left() -> None:
    widths = column_widths((Column(width=25), Column(share=1), Column(share=3)), 125.0)
    assert widths == pytest.approx([25, 25, 75])


@given(st.lists(st.integers(1, 5), max_size=8), st.integers(1, 6))
def test_rows_cover_every_column_once(spans: list[int], columns: int) -> None:
    cells = spanned([Cell("x", colspan=span) for span in spans], columns)
    assert sum(cell.colspan for cell in cells) == columns


def test_a_wide_table_takes_its_headings_along() -> None:
    table = month_table(3)
    blocks = (Paragraph("a"), Heading(2, "b"), Paragraph("c", keep=True), table, Paragraph("d"), signature())
    found = sections(blocks)
    assert [part.landscape for part in found] == [False, True, False]
    assert [len(part.blocks) for part in found] == [1, 3, 2]
    assert sum((part.blocks for part in found), ()) == blocks


def test_nothing_wide_is_one_section() -> None:
    assert len(sections((Paragraph("a"), Paragraph("b")))) == 1
    assert sections(()) == ()


def test_missing_facts_become_dots() -> None:
    assert plain_text(filled("Balaraja")) == "Balaraja"
    assert set(plain_text(filled("  ", 40))) == {"."}
    assert len(plain_text((Blank(80),))) == pytest.approx(2 * len(plain_text((Blank(40),))), abs=1)
    assert runs_of((Run("a"), Blank(20)), bold=True)[0].bold


def test_approvals_leave_room_to_sign() -> None:
    table = approval_table((Approval("Disiapkan oleh", "Budi", "Ketua Tim"), Approval("Disetujui oleh")))
    assert [column.title for column in table.columns] == ["", "Nama", "Jabatan", "Tanda Tangan", "Tanggal"]
    assert all(line.height >= 25 for line in table.rows)
    assert "...." in plain_text(table.rows[1].cells[1].text)
