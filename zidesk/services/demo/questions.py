"""The few facts of the sheet the demo needs, read straight from the instrument's JSON."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """One entry of a question's document list; `kind` is the sheet's `jenis`."""

    name: str
    kind: str
    required: bool


@dataclass(frozen=True, slots=True)
class Question:
    code: str
    short_title: str
    papers: tuple[AskedPaper, ...]


def load_questions(instrument_json: Path) -> tuple[Question, ...]:
    """All questions of the sheet in its own order."""
    sheet = json.loads(instrument_json.read_text(encoding="utf-8"))
    return tuple(_questions(sheet["komponen"]))


def _questions(node: Any) -> Iterator[Question]:
    if isinstance(node, list):
        for child in node:
            yield from _questions(child)
    elif isinstance(node, dict):
        if "judul_pendek" in node and "tipe_jawaban" in node:
            papers = tuple(
                AskedPaper(p["nama"], p["jenis"], bool(p.get("wajib"))) for p in node.get("dokumen", ())
            )
            yield Question(node["kode"], node["judul_pendek"], papers)
            return
        for child in node.values():
            yield from _questions(child)
