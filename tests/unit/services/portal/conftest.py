"""A filled school with evidence of every kind, and a way to write its portal and read it back."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.unit.services.portal.reading import Page, Write, writer
from tests.unit.services.portal.samples import CHANGED_AT, make_use
from zidesk.domain.answer import Answer
from zidesk.domain.archive_layout import BundlePlan, Layout, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import FileKind, FileState
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile, School
from zidesk.storage.layout_loader import load_layout


@pytest.fixture(scope="session")
def layout(resources_root: Path) -> Layout:
    return load_layout("lke", resources_root / "layouts")


@pytest.fixture(scope="session")
def assessment(instrument: Instrument, sample_answers: Mapping[str, Answer]) -> Assessment:
    """Every question answered, every second one with two papers, 1.iii.b with the special ones."""
    code = "A.I.1.iii.b"
    evidence = {
        question.code: tuple(
            make_use(question.code, place, f"Dokumen {place} #{question.letter}? 50%", number=f"421/{place}/2026")
            for place in (1, 2)
        )
        for question in instrument.questions[::2]
    }
    evidence[code] = (
        make_use(code, 1, "Laporan Semester II", number="421.3/198", dated=date(2025, 12, 18), pages=14),
        make_use(code, 2, "Rapat", kind=FileKind.IMAGE, suffix=".jpg", original="IMG 21.JPG", note="di aula"),
        make_use(code, 3, "Notula", state=FileState.DAMAGED, detail="halaman terakhir terpotong"),
        make_use(code, 4, "Daftar hadir", state=FileState.LOCKED),
        make_use(code, 5, "Spanduk", kind=FileKind.IMAGE, suffix=".heic"),
        make_use(code, 6, "Baliho", kind=FileKind.IMAGE, suffix=".png", size=40_000_000),
        make_use(code, 7, "Foto rusak", kind=FileKind.IMAGE, suffix=".jpg", state=FileState.DAMAGED),
    )
    profile = Profile(School("SMA Negeri 1 Lembah Cendana", npsn="99900126"), year=2026)
    return Assessment(profile, instrument, sample_answers, evidence, CHANGED_AT)


@pytest.fixture(scope="session")
def plan(assessment: Assessment, layout: Layout) -> BundlePlan:
    return plan_layout(assessment, layout)


@pytest.fixture
def write(tmp_path: Path, resources_root: Path) -> Write:
    return writer(tmp_path, resources_root)


@pytest.fixture(scope="session")
def page(
    assessment: Assessment, plan: BundlePlan, resources_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> Page:
    return writer(tmp_path_factory.mktemp("portal"), resources_root)(assessment, plan)
