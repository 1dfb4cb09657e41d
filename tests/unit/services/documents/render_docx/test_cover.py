"""The cover keeps to one page: gaps give way to words, and at last the logo does."""

import re

import pytest
from PIL import Image

from tests.unit.services.documents.model_samples import CHANGED
from zidesk.services.documents.model.blocks import Cover
from zidesk.services.documents.model.facts import DocumentFacts
from zidesk.services.documents.paper import PAPER_SIZES, Frame
from zidesk.services.documents.render_docx.cover import cover_xml
from zidesk.services.documents.render_docx.package import Package

_TITLE = ("DOKUMEN RENCANA KERJA", "PEMBANGUNAN ZONA INTEGRITAS", "TAHUN 2026")
_SHORT, _LONG = "SMA NEGERI 1", "SEKOLAH MENENGAH ATAS NEGERI " * 10


def drawn(name: str, logo: bytes) -> str:
    below = (name,) * 5
    package = Package(DocumentFacts("Rencana", "SMA", "Uji", CHANGED), Frame(*PAPER_SIZES["A4"]), 1.0)
    return cover_xml(Cover(_TITLE, (f"Disusun oleh {name}",), below), logo, package)


def gaps(xml: str) -> float:
    return sum(int(value) for value in re.findall(r'w:before="([0-9]+)"', xml))


@pytest.fixture
def logo(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("logo") / "logo.png"
    Image.new("RGB", (40, 40)).save(path)
    return path.read_bytes()


def test_gaps_shrink_for_long_names(logo: bytes) -> None:
    usual = drawn(_SHORT, logo)
    assert gaps(usual) == pytest.approx(90 / 25.4 * 72 * 20, abs=3)
    assert "<w:drawing>" in usual
    longer = drawn("SEKOLAH MENENGAH ATAS NEGERI TERPADU 1 KABUPATEN", logo)
    assert 0 < gaps(longer) < gaps(usual) and "<w:drawing>" in longer


def test_no_logo_where_words_fill_the_page(logo: bytes) -> None:
    assert "<w:drawing>" not in drawn(_LONG, logo)
    assert gaps(drawn(_LONG, logo)) == 0
