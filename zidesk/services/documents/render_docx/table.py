"""Tables: heads that repeat, rows that are not divided, spans."""

from zidesk.services.documents.model.table import Cell, Row, Table, column_widths, spanned
from zidesk.services.documents.paper import MM
from zidesk.services.documents.render_docx.xml import ParagraphLook, paragraph, runs, twips

_SHADE = "9E9E9E"
_PAD = 3.0


def table_xml(table: Table, width: float, *, keep: bool = False) -> str:
    """The table, `width` points wide. Rows of its head repeat on every page; `keep`: the last row stays with
    what follows."""
    widths = column_widths(table.columns, width, MM)
    heads = _head_rows(table, widths)
    ends = [False] * (len(table.rows) - 1) + [keep]
    rows = "".join(_row(table, row, widths, end) for row, end in zip(table.rows, ends, strict=False))
    properties = table_properties(widths, ruled=table.rule, pad=_side(widths), above=table.padding * 0.7)
    return f"<w:tbl>{properties}{heads}{rows}</w:tbl>"


def table_properties(widths: list[float], *, ruled: bool, pad: float = _PAD, above: float = 2.0) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{edges}</w:tblBorders>" if ruled else ""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    margins = (
        f'<w:tblCellMar><w:top w:w="{twips(above)}" w:type="dxa"/><w:left w:w="{twips(pad)}" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(above)}" w:type="dxa"/><w:right w:w="{twips(pad)}" w:type="dxa"/></w:tblCellMar>'
    )
    return (
        f'<w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def cell_xml(content: str, width: float, properties: str = "") -> str:
    """`content`: at least one paragraph."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _side(widths: list[float]) -> float:
    """Between a cell's text and its edge: little where columns are weeks."""
    return _PAD if min(widths) > 12 else 0.5


def _head_rows(table: Table, widths: list[float]) -> str:
    """A cell over several rows begins in the first and goes on, empty, in those below."""
    going_on: dict[int, tuple[int, int]] = {}  # column → rows left, columns covered
    rows: list[str] = []
    for head in table.head_rows:
        cells, column, waiting = "", 0, list(head.cells)
        while column < len(widths):
            if column in going_on:
                left, span = going_on.pop(column)
                cells += _cell(table, Cell(), column, widths, span, "<w:vMerge/>", head=True)
                if left > 1:
                    going_on[column] = (left - 1, span)
            else:
                cell = waiting.pop(0) if waiting else Cell()
                span = min(cell.colspan, len(widths) - column)
                merge = '<w:vMerge w:val="restart"/>' if cell.rowspan > 1 else ""
                cells += _cell(table, cell, column, widths, span, merge, head=True)
                if cell.rowspan > 1:
                    going_on[column] = (cell.rowspan - 1, span)
            column += span
        rows.append(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>")
    return "".join(rows)


def _row(table: Table, row: Row, widths: list[float], end: bool) -> str:
    height = f'<w:trHeight w:val="{twips(row.height * MM)}" w:hRule="atLeast"/>' if row.height else ""
    cells, column = "", 0
    for cell in spanned(row.cells, len(widths)):
        cells += _cell(table, cell, column, widths, cell.colspan, bold=row.bold, keep=row.keep or end)
        column += cell.colspan
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"


def _cell(
    table: Table,
    cell: Cell,
    column: int,
    widths: list[float],
    span: int,
    merge: str = "",
    *,
    head: bool = False,
    bold: bool = False,
    keep: bool = False,
) -> str:
    width = sum(widths[column : column + span])
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += merge
    properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>' if cell.filled else ""
    properties += '<w:vAlign w:val="center"/>' if head else ""
    align = cell.align or ("center" if head else table.columns[column].align)
    look = ParagraphLook(align=align, after=0, line=table.size * 1.28, keep=keep or head)
    text = runs(cell.text, bold=head or bold or cell.bold, size=table.size)
    return cell_xml(paragraph(text, look), width, properties)
