"""The columns of a table of the plan, those of a grid of weeks included."""

import re
from collections.abc import Sequence

from zidesk.domain.plan import Week, month_number, month_weeks
from zidesk.services.exchange.headings import Headings

CODE, ACTION, WEEKS = "kode", "rencana_aksi", "waktu"
COLUMNS = (
    CODE,
    "program",
    "tujuan",
    "sasaran",
    ACTION,
    "rencana_kegiatan",
    "indikator",
    "data_dukung",
    "penanggung_jawab",
    WEEKS,
    "target",
    "capaian",
    "keterangan",
    "status",
)
_ALIASES = {
    **{name.replace("_", " "): name for name in COLUMNS if "_" in name},
    "kegiatan": "rencana_kegiatan",
    "langkah aksi": ACTION,
    "eviden": "data_dukung",
    "bukti": "data_dukung",
    "pic": "penanggung_jawab",
    "waktu pelaksanaan": WEEKS,
    "target capaian": "target",
    "target (%)": "target",
    "capaian (%)": "capaian",
    "catatan": "keterangan",
}
_WEEK_HEADING = re.compile(r"([a-z]+)\.?\s*[-/]?\s*(?:minggu|mg|m)?\.?\s*(?:ke\s*-?\s*)?([1-4])")
_NO_MARKS = {"", "-", "0", "tidak"}


class PlanHeadings(Headings):
    """Those of COLUMNS, and columns of a grid: "Mar 1" … "Mar 4", or "Mar" over up to four columns."""

    __slots__ = ()

    def wanted(self, cells: Sequence[str]) -> list[int]:
        """The places of the named columns and of the grid."""
        return sorted({*Headings.wanted(self, cells), *grid_places(cells)})


PLAN = PlanHeadings((CODE, ACTION), COLUMNS, _ALIASES)


def grid_places(cells: Sequence[str]) -> dict[int, tuple[Week, ...]]:
    """The columns of a grid: the weeks that a mark in each means.

    A month that stands over several columns, repeated or with nothing beside it, has a week in each; one that
    stands over a single column means its four weeks.
    """
    places: dict[int, tuple[Week, ...]] = {}
    spread: dict[int, list[int]] = {}
    month: int | None = None
    for place, cell in enumerate(cells):
        text = " ".join(cell.split()).casefold()
        found = _WEEK_HEADING.fullmatch(text)
        named = month_number(found[1]) if found else None
        if found and named is not None:
            places[place], month = (Week(named, int(found[2])),), None
            continue
        month = month_number(text) if text else month
        if month is not None and len(spread.setdefault(month, [])) < len(month_weeks(month)):
            spread[month].append(place)
    for number, columns in spread.items():
        weeks = month_weeks(number)
        if len(columns) == 1:
            places[columns[0]] = weeks
        else:
            places.update({place: (week,) for place, week in zip(columns, weeks, strict=False)})
    return places


def is_mark(text: str) -> bool:
    """Whether a cell of the grid says that there is work in its week."""
    return text.strip().casefold() not in _NO_MARKS
