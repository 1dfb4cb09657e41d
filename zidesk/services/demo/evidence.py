"""What the demo's evidence files are, before any is made: names, papers, and the questions they serve."""

import random
from dataclasses import dataclass
from datetime import date
from pathlib import Path

LARGEST_PLAN = 10_000


@dataclass(frozen=True, slots=True)
class DemoEvidence:
    """One evidence file to be made.

    `codes`: question codes it serves, the first is its main one. `form`: the instrument's `jenis`
    ("sk", "foto" …). `look`: "pdf", "pindai" (scan), "excel", "terkunci" (locked), "rusak" (damaged),
    or the scene of a photo or screenshot. `table`: key of a table in tabel.toml or "".
    `subject`: short title of the main question.
    """

    file_name: str
    title: str
    number: str
    dated: date | None
    note: str
    codes: tuple[str, ...]
    form: str
    look: str
    table: str = ""
    subject: str = ""

    @property
    def area(self) -> str:
        """Area digit "1".."6", or "B" for the result component."""
        parts = self.codes[0].split(".")
        return "B" if parts[0] == "B" else parts[2]

    @property
    def is_photo(self) -> bool:
        return self.form == "foto"

    def chance(self, purpose: str = "") -> random.Random:
        """The file's own source of chance, the same on every run and machine."""
        return random.Random(f"{self.file_name}|{purpose}")


def plan_evidence(resources: Path, instrument_json: Path, files: int = 160) -> tuple[DemoEvidence, ...]:
    """`files` evidence files (1 to 10,000) for the sheet in `instrument_json`.

    Papers of the catalogue come first, such that every question that has any evidence is reached as early
    as possible; beyond the catalogue follow photos and papers of recurring activities. Papers whose codes
    the sheet does not know are left out. Raises ValueError when `files` is out of range.
    """
    from zidesk.services.demo.catalogue import load_catalogue
    from zidesk.services.demo.questions import load_questions
    from zidesk.services.demo.series import recurring_evidence

    if not 1 <= files <= LARGEST_PLAN:
        raise ValueError(f"files must be 1 to {LARGEST_PLAN}, not {files}")
    questions = load_questions(instrument_json)
    chosen = load_catalogue(resources, questions)[:files]
    if len(chosen) < files:
        chosen += recurring_evidence(questions, chosen, files - len(chosen))
    return chosen
