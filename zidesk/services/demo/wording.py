"""The texts of the demo's papers, from resources/demo: phrases, tables, and the answers' notes."""

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Wording:
    """`general` and `areas` hold phrases of naskah.toml, `tables` tabel.toml, `notes` note by question."""

    general: dict[str, Any]
    areas: dict[str, dict[str, list[str]]]
    tables: dict[str, dict[str, Any]]
    notes: dict[str, str]


def load_wording(resources: Path) -> Wording:
    demo = resources / "demo"
    phrases = tomllib.loads((demo / "naskah.toml").read_text(encoding="utf-8"))
    tables = tomllib.loads((demo / "tabel.toml").read_text(encoding="utf-8"))
    with (demo / "contoh-jawaban.csv").open(encoding="utf-8-sig", newline="") as file:
        notes = {row["kode"]: row["catatan"] for row in csv.DictReader(file)}
    return Wording(phrases["umum"], phrases["area"], tables, notes)
