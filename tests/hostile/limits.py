"""What each doing may cost, and which doings a file is put to."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.hostile import pdf_bombs, picture_bombs, table_bombs, zip_bombs

MEGABYTES = 300  # above what the libraries take
SECONDS = 10  # of a processor

_AS_TABLE = ("inspect", "answers", "plan", "staff")
BOMBS: Mapping[str, tuple[Callable[[Path, str], Path], tuple[str, ...]]] = {
    **dict.fromkeys(pdf_bombs.PDF_BOMBS, (pdf_bombs.write, ("inspect", "small", "texts", "find"))),
    **dict.fromkeys(picture_bombs.PICTURE_BOMBS, (picture_bombs.write, ("inspect", "small"))),
    **dict.fromkeys(zip_bombs.ZIP_BOMBS, (zip_bombs.write, ("inspect", "verify", "restore", "answers"))),
    **{
        name: (table_bombs.write, ("profile",) if kind == "toml" else _AS_TABLE)
        for name, (kind, _) in table_bombs.TABLE_BOMBS.items()
    },
}
