"""The forms a table of actions can take, and which of them were chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from zidesk.domain.plan import PlanRow
from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.table import Table
from zidesk.services.documents.work_plan.tables.program import program_table
from zidesk.services.documents.work_plan.tables.schedule import schedule_table
from zidesk.services.documents.work_plan.tables.steps import steps_table
from zidesk.services.documents.work_plan.tables.targets import targets_table

_Column: TypeAlias = Callable[[PlanRow], object]

_ACTION: Mapping[str, _Column] = {"sasaran": lambda row: row.objective, "rencana_aksi": lambda row: row.action}
_ACTIVITIES: Mapping[str, _Column] = {"rencana_kegiatan": lambda row: row.activities}
_EVIDENCE: Mapping[str, _Column] = {"data_dukung": lambda row: row.evidence}
_WEEKS: Mapping[str, _Column] = {"waktu": lambda row: row.weeks}


@dataclass(frozen=True)
class Form:
    """`text`: name of the text above the table. `columns`: what a complete row fills, by the plan's column.
    `table` gives the table for the facts, with room to write where the plan is empty."""

    key: str
    name: str
    heading: str
    text: str
    columns: Mapping[str, _Column]
    table: Callable[[PaperFacts], Table]


FORMS = (
    Form(
        "jadwal",
        "Jadwal bulanan",
        "Jadwal Rencana Aksi",
        "jadwal",
        {**_ACTION, **_ACTIVITIES, **_WEEKS},
        schedule_table,
    ),
    Form(
        "program",
        "Program dan data dukung",
        "Program, Kegiatan, dan Data Dukung",
        "program",
        {"sasaran": lambda row: row.objective, **_ACTIVITIES, **_EVIDENCE},
        program_table,
    ),
    Form(
        "langkah",
        "Langkah aksi dan eviden",
        "Langkah Aksi dan Eviden",
        "langkah",
        {
            "indikator": lambda row: row.indicator,
            "rencana_aksi": lambda row: row.action,
            **_EVIDENCE,
            **_WEEKS,
        },
        steps_table,
    ),
    Form(
        "target",
        "Target capaian",
        "Target Capaian Rencana Aksi",
        "target",
        {**_ACTION, **_ACTIVITIES, "target": lambda row: row.target is not None},
        targets_table,
    ),
)


def chosen_forms(facts: PaperFacts) -> tuple[Form, ...]:
    """The form that was chosen (the first of all if none was), and a second one if it is another."""
    by_key = {form.key: form for form in FORMS}
    first = by_key.get(facts.entry("bentuk"), FORMS[0])
    second = by_key.get(facts.entry("bentuk_kedua"))
    return (first,) if second in (None, first) else (first, second)
