"""A filled school with evidence of every kind, for the tests of papers."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.unit.services.documents.samples import CHANGED_AT, make_use
from zidesk.domain.answer import Answer
from zidesk.domain.archive_layout import BundlePlan, Layout, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileState
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Person, Profile, School
from zidesk.services.documents.drawing.sheet import Sheet
from zidesk.services.documents.paper import MM, Stationery
from zidesk.storage.layout_loader import load_layout


@pytest.fixture(scope="session")
def stationery(resources_root: Path) -> Stationery:
    return Stationery(resources_root / "fonts")


@pytest.fixture(scope="session")
def layout(resources_root: Path) -> Layout:
    return load_layout("lke", resources_root / "layouts")


@pytest.fixture(scope="session")
def profile() -> Profile:
    return Profile(
        School(
            name="SMA Negeri 1 Lembah Cendana",
            npsn="99900126",
            address="Jalan Kenari Raya Nomor 12",
            regency="Kabupaten Lembah Cendana",
            postal_code="90912",
            phone="(0999) 555126",
            email="tatausaha@sman1.example",
            website="www.sman1.example",
            government="Pemerintah Provinsi Nusa Kencana",
            office="Dinas Pendidikan dan Kebudayaan",
        ),
        principal=Person("Dra. Sri Wahyuni, M.Pd.", "196511121990022002", "Pembina Tingkat I, IV/b"),
        year=2026,
        target="WBK",
        place="Lembah Cendana",
    )


@pytest.fixture(scope="session")
def assessment(instrument: Instrument, sample_answers: Mapping[str, Answer], profile: Profile) -> Assessment:
    """Every question answered; 1.iii.b has four kinds of evidence, most others two, some none."""
    evidence = {
        code: tuple(
            make_use(code, place, f"Dokumen {place} butir {code}", number=f"421/{place}/2026") for place in (1, 2)
        )
        for code in (question.code for question in instrument.questions[::2])
    }
    evidence["A.I.1.iii.b"] = (
        make_use(
            "A.I.1.iii.b",
            1,
            "Laporan Monitoring Semester II",
            number="421.3/198/SMAN1-LC/2025",
            dated=date(2025, 12, 18),
            content="sama",
        ),
        make_use("A.I.1.iii.b", 2, "Foto rapat", original="IMG_0021.jpg", pages=None),
        make_use("A.I.1.iii.b", 3, "Notula", state=FileState.DAMAGED, detail="halaman terakhir terpotong"),
        make_use("A.I.1.iii.b", 4, "Daftar hadir", state=FileState.LOCKED),
    )
    evidence["A.I.1.i.b"] = (make_use("A.I.1.i.b", 1, "Laporan bersama", content="sama"),)
    evidence.pop("A.I.1.ii.a", None)
    return Assessment(profile, instrument, sample_answers, evidence, CHANGED_AT)


@pytest.fixture(scope="session")
def plan(assessment: Assessment, layout: Layout) -> BundlePlan:
    return plan_layout(assessment, layout)


@pytest.fixture(scope="session")
def empty_assessment(instrument: Instrument) -> Assessment:
    """Nothing but a name and a year."""
    return Assessment(Profile(School("SD Negeri 3"), year=2026), instrument, {}, {}, CHANGED_AT)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[float, float, str]]:
    """Left end, right end and text of every line that is drawn."""
    lines: list[tuple[float, float, str]] = []
    original: Callable[..., None] = Sheet.text

    def record(
        sheet: Sheet, x: float, y: float, line: str, style: Any, align: str = "left", spacing: float = 0.0
    ) -> None:
        width = sheet.type.width(line, style) + spacing * line.count(" ")
        left = x - {"left": 0.0, "right": width, "center": width / 2}[align]
        lines.append((left, left + width, line))
        assert y >= 20 * MM or y == 11 * MM  # nothing but the footer stands in the margin
        original(sheet, x, y, line, style, align, spacing)

    monkeypatch.setattr(Sheet, "text", record)
    return lines
