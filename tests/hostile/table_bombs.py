"""Tables that hold or unfold to far more than a table does."""

import zipfile
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEADING = '<row r="1"><c t="inlineStr"><is><t>kode</t></is></c><c t="inlineStr"><is><t>jawaban</t></is></c></row>'
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % "".join(  # noqa: UP031 - braces would be doubled
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(12)
)


def _workbook(
    rows: Iterable[str], strings: str = "", prologue: str = "", names: str = "", extent: str = "A1:B9"
) -> bytes:
    out = BytesIO()
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
        f'ContentType="{_SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{_SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" '
        f'ContentType="{_SHEET_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{_RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
        f'Type="{_RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'{prologue}<workbook xmlns="{_MAIN}" xmlns:r="{_RELS}"><sheets><sheet name="a" '
        f'sheetId="1" r:id="r"/></sheets>{names}</workbook>',
        "xl/sharedStrings.xml": f'{prologue}<sst xmlns="{_MAIN}">{strings}</sst>',
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        size = f'<dimension ref="{extent}"/>' if extent else ""
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'{prologue}<worksheet xmlns="{_MAIN}">{size}<sheetData>{_HEADING}'.encode())
            for row in rows:
                sheet.write(row.encode())
            sheet.write(b"</sheetData></worksheet>")
    return out.getvalue()


def all_rows() -> bytes:
    """Every row there is, each with something in it."""
    row = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 1000
    return _workbook(row for _ in range(1048))


def unmeasured_rows() -> bytes:
    row = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 1000
    return _workbook((row for _ in range(1048)), extent="")


def one_long_row() -> bytes:
    return _workbook(["<row>", *("<c><v>1</v></c>" * 100_000 for _ in range(30)), "</row>"])


def empty_rows() -> bytes:
    return _workbook("<row/>" * 10_000 for _ in range(104))


def wide_rows() -> bytes:
    """19,000 rows of 200 columns, all of which are told in one go."""
    row = "<row>" + "<c><v>1</v></c>" * 200 + "</row>"
    return _workbook(row for _ in range(19_000))


def far_column() -> bytes:
    return _workbook(['<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'])


def shared_texts() -> bytes:
    """A table of texts that is as large as may be."""
    return _workbook((), "<si><t>a</t></si>" * 2_900_000)


def one_long_text() -> bytes:
    return _workbook((), f"<si><t>{'a' * 49_000_000}</t></si>")


def laughs() -> bytes:
    row = '<row><c t="inlineStr"><is><t>&l;</t></is></c></row>'
    return _workbook([row], prologue='<?xml version="1.0"?>' + _LAUGHS)


def outside() -> bytes:
    row = '<row><c t="inlineStr"><is><t>&a;</t></is></c></row>'
    return _workbook([row], prologue='<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')


def deep_elements() -> bytes:
    return _workbook(["<row><c>" + "<is>" * 5_000_000])


def many_names() -> bytes:
    names = "".join(f'<definedName name="n{at}">Sheet1!$A$1</definedName>' for at in range(600_000))
    return _workbook((), names=f"<definedNames>{names}</definedNames>")


def csv_field_without_end() -> bytes:
    return b'kode,jawaban\n"' + b"a" * 1_000_000_000


def csv_just_allowed() -> bytes:
    return b"kode,jawaban\n" + b"a,b\n" * 4_990_000


def csv_of_columns() -> bytes:
    return b"," * 19_000_000 + b"\nkode,jawaban\n"


def csv_of_quotes() -> bytes:
    return b'kode,jawaban\n"' + b'""' * 9_900_000


def csv_of_empty_lines() -> bytes:
    return b"kode,jawaban" + b"\r" * 19_900_000


def numbers_without_end() -> bytes:
    return b"kode,jawaban\nA.I.1.i.a," + b"9" * 32_000 + b"\n"


def profile_of_one_number() -> bytes:
    return b"[penilaian]\ntahun = " + b"9" * 90_000


def profile_of_brackets() -> bytes:
    return b"a = " + b"[" * 90_000


def profile_of_tables() -> bytes:
    return b"[" + b"a." * 40_000 + b"a]\n"


def profile_of_inline_tables() -> bytes:
    return b"a = " + b"{a=" * 30_000


def profile_of_dates() -> bytes:
    return b"a = [" + b"2026-01-01T00:00:00Z," * 4_000 + b"]\n"


def profile_of_dotted_keys() -> bytes:
    return b"".join(b"a." * 200 + b"b%d = 1\n" % at for at in range(240))


TABLE_BOMBS: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    make.__name__: (suffix, make)
    for suffix, makers in {
        "xlsx": (all_rows, unmeasured_rows, one_long_row, empty_rows, wide_rows, far_column, shared_texts,
                 one_long_text, laughs, outside, deep_elements, many_names),
        "csv": (csv_field_without_end, csv_just_allowed, csv_of_columns, csv_of_quotes, csv_of_empty_lines,
                numbers_without_end),
        "toml": (profile_of_one_number, profile_of_brackets, profile_of_tables, profile_of_inline_tables,
                 profile_of_dates, profile_of_dotted_keys),
    }.items()
    for make in makers
}  # fmt: skip


def write(folder: Path, name: str) -> Path:
    suffix, make = TABLE_BOMBS[name]
    path = folder / f"{name}.{suffix}"
    path.write_bytes(make())
    return path
