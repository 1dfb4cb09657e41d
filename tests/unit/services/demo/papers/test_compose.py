import io
from pathlib import Path

import pikepdf
import pypdf
import pytest

from zidesk.services.demo.evidence import DemoEvidence, plan_evidence
from zidesk.services.demo.papers.blocks import Block, Chart, Clause, Facts, Heading, Table, Text
from zidesk.services.demo.papers.compose import compose
from zidesk.services.demo.papers.image_pdf import images_to_pdf
from zidesk.services.demo.production import PASSWORD, Production
from zidesk.services.demo.school import load_school
from zidesk.services.demo.wording import load_wording


@pytest.fixture(scope="module")
def plan(resources_root: Path) -> dict[str, DemoEvidence]:
    sheet = resources_root / "instruments" / "permenpan-90-2021.json"
    return {item.file_name: item for item in plan_evidence(resources_root, sheet, 165)}


@pytest.fixture(scope="module")
def production(resources_root: Path) -> Production:
    return Production(resources_root)


def _words(block: Block) -> str:
    match block:
        case Text(text=text):
            return text
        case Heading(lines=lines, number=number):
            return " ".join((*lines, number))
        case Clause(label=label, items=items):
            return " ".join((label, *items))
        case Facts(pairs=pairs):
            return " ".join(" ".join(pair) for pair in pairs)
        case Table(rows=rows, title=title):
            return " ".join((title, *(cell for row in rows for cell in row)))
        case _:
            return ""


def test_every_paper_of_the_catalogue_can_be_composed_and_has_no_open_blanks(
    plan: dict[str, DemoEvidence], resources_root: Path
) -> None:
    school, wording = load_school(resources_root), load_wording(resources_root)
    composed = 0
    for item in plan.values():
        if item.form in ("foto", "tangkapan_layar", "sertifikat") or item.look == "excel":
            continue
        words = " ".join(_words(block) for block in compose(item, school, wording).blocks)
        assert "{" not in words and "}" not in words, item.file_name
        assert len(words) > 60, item.file_name
        if item.number:
            assert item.number in words, item.file_name
        composed += 1
    assert composed >= 110


def test_a_decree_considers_cites_and_decides(plan: dict[str, DemoEvidence], resources_root: Path) -> None:
    item = plan["SK TIM ZI 2026 fix.pdf"]
    blocks = compose(item, load_school(resources_root), load_wording(resources_root)).blocks
    labels = [block.label for block in blocks if isinstance(block, Clause)]
    assert labels == ["Menimbang", "Mengingat", "KESATU", "KEDUA", "KETIGA", "KEEMPAT"]
    (members,) = [block for block in blocks if isinstance(block, Table)]
    assert len(members.rows) == 31 and members.rows[0][1].startswith("Sekar Ayuningrat")


def test_a_report_quotes_the_answer_and_charts_its_table(
    plan: dict[str, DemoEvidence], resources_root: Path
) -> None:
    item = plan["Laporan SKM November 2025.pdf"]
    wording = load_wording(resources_root)
    blocks = compose(item, load_school(resources_root), wording).blocks
    texts = [block.text for block in blocks if isinstance(block, Text)]
    assert wording.notes["A.I.6.iv.a"] in texts
    (chart,) = [block for block in blocks if isinstance(block, Chart)]
    assert len(chart.values) == 9 and max(chart.values) == 3.88


@pytest.mark.parametrize(
    ("name", "total"),
    [("rekap pengaduan 2025.pdf", 24), ("Evaluasi SOP Nov 2025.pdf", 26), ("Hasil Survei IPAK 2025.pdf", 18.6)],
)
def test_a_chart_leaves_totals_out(
    name: str, total: float, plan: dict[str, DemoEvidence], resources_root: Path
) -> None:
    blocks = compose(plan[name], load_school(resources_root), load_wording(resources_root)).blocks
    (chart,) = [block for block in blocks if isinstance(block, Chart)]
    assert not {"Jumlah", "Indeks"} & set(chart.labels)
    assert sum(chart.values) == pytest.approx(total)


def test_the_printed_decree_carries_its_text(plan: dict[str, DemoEvidence], production: Production) -> None:
    content = production.make(plan["SK AGEN PERUBAHAN.pdf"])
    document = pypdf.PdfReader(io.BytesIO(content))
    words = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert "421.3/016/SMAN1-LC/2026" in words
    assert "DINAS PENDIDIKAN DAN KEBUDAYAAN" in words and "NIP 196803141994031007" in words


def test_a_scan_is_a_picture_without_text(plan: dict[str, DemoEvidence], production: Production) -> None:
    content = production.make(plan["scan0012.pdf"])
    with pikepdf.open(io.BytesIO(content)) as document:
        image = document.pages[0].Resources.XObject.Im0
        assert image.Filter == "/DCTDecode"
        assert (int(image.Width), int(image.Height)) == (1240, 1754)
    (page,) = pypdf.PdfReader(io.BytesIO(content), strict=True).pages
    assert page.extract_text() == ""


def test_the_locked_paper_opens_with_its_word_only(plan: dict[str, DemoEvidence], production: Production) -> None:
    content = production.make(plan["Tanda terima LHKPN.pdf"])
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(content))
    with pikepdf.open(io.BytesIO(content), password=PASSWORD) as document:
        assert len(document.pages) >= 1


def test_the_damaged_paper_lacks_its_end(plan: dict[str, DemoEvidence], production: Production) -> None:
    content = production.make(plan["bukti SPT tahunan.pdf"])
    assert content.startswith(b"%PDF-") and b"%%EOF" not in content
    with pytest.raises((pikepdf.PdfError, pypdf.errors.PyPdfError)):
        pypdf.PdfReader(io.BytesIO(content), strict=True)


def test_image_pages_are_counted_and_turned(production: Production) -> None:
    from PIL import Image

    pictures = []
    for mode, size in (("L", (40, 60)), ("RGB", (60, 40))):
        target = io.BytesIO()
        Image.new(mode, size, 200 if mode == "L" else (200, 10, 10)).save(target, "JPEG")
        pictures.append(target.getvalue())
    with pikepdf.open(io.BytesIO(images_to_pdf(pictures, "Judul – é"))) as document:
        boxes = [[float(edge) for edge in page.mediabox] for page in document.pages]
        assert boxes == [[0, 0, 595, 842], [0, 0, 842, 595]]
        assert str(document.docinfo["/Title"]) == "Judul – é"
