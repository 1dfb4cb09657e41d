"""How much a table may hold, and the words of what is wrong with one."""

from zidesk.domain.indonesian import format_number

FILE_BYTES = 20_000_000
ROWS = 20_000  # with something in them, the heading not counted
CELL_CHARACTERS = 32_767  # what Excel itself holds in a cell
UNPACKED_BYTES = 30_000_000  # of an XLSX, all parts together
OTHER_PARTS_BYTES = 20_000_000  # of those, what is held in memory: all but the sheets themselves
DIRECTORY_BYTES = 1_000_000  # of an XLSX: some ten thousand parts
UNMEASURED_BYTES = 10_000_000  # of sheets that do not say how far they go
ROW_BYTES = 4_000_000  # of a sheet; characters of a line of CSV
SHEET_LINES = 1_048_576  # of Excel
SHEET_COLUMNS = 256  # looked at; a plan with a grid of weeks needs about sixty

UNPACKED = "isinya setelah dibuka"
LONG_LINE = "satu baris lebih dari 4 juta huruf"
TOO_MANY_BYTES = "lebih dari 20 MB"


def too_many_rows(most: int) -> str:
    return f"lebih dari {format_number(most, 0)} baris"


def long_cell(line: int) -> str:
    return f"isi satu sel pada baris {line} lebih dari {format_number(CELL_CHARACTERS, 0)} huruf"


def formula(line: int) -> str:
    return f"baris {line} berisi rumus; simpan ulang tabel dengan nilainya"
