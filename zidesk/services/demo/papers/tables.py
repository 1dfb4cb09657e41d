"""Tables of tabel.toml: fixed rows, or one row for each of some of the staff."""

import random
import re
from typing import Any

from zidesk.services.demo.papers.blocks import Table
from zidesk.services.demo.school import Person

_CHANCE = re.compile(r"\{acak:(\d+)-(\d+)\}")


def build_table(spec: dict[str, Any], staff: tuple[Person, ...], chance: random.Random) -> Table:
    """The table `spec` describes; numbers asked for as {acak:a-b} come from `chance`."""
    rows = tuple(tuple(row) for row in spec.get("baris", ())) or _staff_rows(spec, staff, chance)
    return Table(
        header=tuple(spec["kolom"]),
        rows=rows,
        widths=tuple(float(width) for width in spec["lebar"]),
        title=spec.get("judul", ""),
        signed=bool(spec.get("tanda_tangan")),
    )


def _staff_rows(
    spec: dict[str, Any], staff: tuple[Person, ...], chance: random.Random
) -> tuple[tuple[str, ...], ...]:
    total, start = int(spec["jumlah"]), int(spec.get("mulai", 0))
    chosen = [staff[i] for i in spec["pilih"]] if "pilih" in spec else list(staff[start : start + total])
    roles: list[str] = spec.get("peran", [""])
    last_roles: list[str] = spec.get("peran_terakhir", [])
    further: list[str] = spec.get("tambahan", [])
    rows = []
    for i, person in enumerate(chosen):
        from_end = i - (len(chosen) - len(last_roles))
        role = last_roles[from_end] if from_end >= 0 else roles[i % len(roles)]
        row = tuple(_cell(cell, i + 1, person, role, chance) for cell in spec["sel"])
        rows.append((*row, further[i % len(further)]) if further else row)
    return tuple(rows)


def _cell(template: str, number: int, person: Person, role: str, chance: random.Random) -> str:
    text = _CHANCE.sub(lambda found: str(chance.randint(int(found[1]), int(found[2]))), template)
    return text.format(no=number, nama=person.name, nip=person.nip, jabatan=person.position, peran=role)
