"""The whole job as `make demo` does it, in processes of its own, read back with other libraries."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import bagit
import openpyxl
import pypdf
import pytest

_ZIDESK = Path(sys.executable).with_name("zidesk")


def zidesk(*arguments: object, code: int = 0) -> str:
    done = subprocess.run([_ZIDESK, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert done.stderr == "" or code
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo's folder and what it printed."""
    folder = tmp_path_factory.mktemp("contoh")
    return folder, zidesk("demo", folder)


@pytest.fixture(scope="module")
def bundle(demo: tuple[Path, str]) -> Path:
    (path,) = (demo[0] / "paket").iterdir()
    return path


@pytest.fixture(scope="module")
def status(demo: tuple[Path, str]) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(zidesk("status", demo[0] / "kerja", "--json"))
    return record


def test_it_ends_with_what_matters(demo: tuple[Path, str], bundle: Path) -> None:
    lines = demo[1].splitlines()
    assert lines[0] == "SMA Negeri 1 Lembah Cendana · 2026 · nilai 79,56"
    assert "WBK: semua 12 kriteria terpenuhi" in lines
    assert any(line.startswith("WBBM: ") and "terpenuhi" in line for line in lines)
    assert any("Nilai total: 79,56 dari minimal 85,00, kurang 5,44" in line for line in lines)
    assert f"Paket {bundle}" in lines
    assert lines[-1] == "valid"


def test_the_demo_has_gaps_and_shared_papers(status: dict[str, Any]) -> None:
    assert status["counts"]["answered"] == 113
    assert status["counts"]["files"] >= 150
    assert status["counts"]["evidence"] > status["counts"]["files"]
    assert sum(1 for question in status["questions"].values() if question["evidence"] == 0) >= 5
    assert round(status["nodes"]["total"]["score"], 2) == 79.56


def test_other_tools_find_the_bundle_whole(bundle: Path) -> None:
    bagit.Bag(str(bundle)).validate(processes=1)
    subprocess.run(["sha256sum", "-c", "--quiet", "manifest-sha256.txt"], cwd=bundle, check=True)
    assert json.loads(zidesk("verify", bundle, "--json")) | {"files": 0} == {
        "valid": True,
        "files": 0,
        "errors": [],
        "warnings": [],
    }


def test_count_in_is_count_out(bundle: Path, status: dict[str, Any]) -> None:
    written = [path for path in (bundle / "data").rglob("*") if path.is_file()]
    assert len(written) == status["counts"]["evidence"]


def test_paths_are_short_and_legal(bundle: Path) -> None:
    for path in bundle.rglob("*"):
        relative = path.relative_to(bundle).as_posix()
        assert len(relative) <= 140
        assert len(path.name) <= 80
        assert not set(path.name) & set('<>:"\\|?*%')


def test_the_index_names_every_file_and_links_to_it(bundle: Path) -> None:
    reader = pypdf.PdfReader(bundle / "INDEKS.pdf")
    text = "".join("".join(page.extract_text().split()) for page in reader.pages)
    files = [path for path in (bundle / "data").rglob("*") if path.is_file()]
    for path in files:
        assert hashlib.sha256(path.read_bytes()).hexdigest()[:8] in text
    links = [
        annotation.get_object()
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if annotation.get_object().get("/Subtype") == "/Link"
    ]
    outside = [link for link in links if link.get("/A", {}).get("/S") in ("/GoToR", "/URI", "/Launch")]
    assert len(outside) >= len(files)
    assert len(_flat(reader.outline)) >= 113
    assert f"dari{len(reader.pages)}" in text


def test_the_letter_is_ready_to_sign(bundle: Path) -> None:
    reader = pypdf.PdfReader(bundle / "SURAT-PENGANTAR.pdf")
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert len(reader.pages) <= 2
    for words in ("SMA Negeri 1 Lembah Cendana", "79,56", "19680314 199403 1 007", "Yth. Ketua Tim Penilai"):
        assert words.casefold() in text.casefold()


def test_the_sheet_holds_every_answer(bundle: Path, status: dict[str, Any]) -> None:
    book = openpyxl.load_workbook(bundle / "LKE.xlsx", data_only=True)
    text = {str(cell.value) for row in book["LKE"].iter_rows() for cell in row if cell.value is not None}
    figures = [
        cell.value for row in book["LKE"].iter_rows() for cell in row if isinstance(cell.value, int | float)
    ]
    assert any(abs(figure - status["nodes"]["total"]["score"]) < 1e-9 for figure in figures)
    assert sum(1 for code in status["questions"] if any(code in words for words in text)) >= 110


def test_the_same_arguments_give_the_same_bundle(tmp_path: Path) -> None:
    prints = []
    for turn in ("satu", "dua"):
        zidesk("demo", tmp_path / turn, "--files", 30)
        (path,) = (tmp_path / turn / "paket").iterdir()
        prints.append({p.relative_to(path): p.read_bytes() for p in path.rglob("*") if p.is_file()})
    assert prints[0] == prints[1]


def test_real_photos_and_papers_from_elsewhere(demo: tuple[Path, str], tmp_path: Path, test_data: Path) -> None:
    files = [path for path in (test_data / "corpus").iterdir() if path.suffix != ".md"]
    workspace = tmp_path / "kerja"
    zidesk("backup", demo[0] / "kerja", tmp_path / "c.zip")
    zidesk("restore", tmp_path / "c.zip", workspace)
    assert f"{len(files)} bukti dilampirkan" in zidesk("attach", workspace, "6.i.a", *files)
    made = json.loads(zidesk("bundle", workspace, tmp_path / "stik", "--areas", "6", "--json"))
    assert made["omitted"] == []
    assert zidesk("verify", made["path"]).rstrip().endswith("valid")


def _flat(outline: Any) -> list[Any]:
    return [leaf for item in outline for leaf in (_flat(item) if isinstance(item, list) else [item])]
