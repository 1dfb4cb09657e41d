import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from zidesk.domain.errors import Cancelled, DemoSizeTooSmall
from zidesk.domain.progress import CancelToken, Progress, Stage
from zidesk.services.demo.evidence import DemoEvidence, plan_evidence
from zidesk.services.demo.writing import write_evidence

FILES = 24


@pytest.fixture(scope="module")
def plan(resources_root: Path) -> tuple[DemoEvidence, ...]:
    return plan_evidence(resources_root, resources_root / "instruments" / "permenpan-90-2021.json", FILES)


@pytest.fixture(scope="module")
def written(
    plan: tuple[DemoEvidence, ...], resources_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ...]:
    return write_evidence(tmp_path_factory.mktemp("bukti"), plan, resources_root, size_mb=9)


def _digest(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        total.update(path.name.encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def test_every_planned_file_is_there_and_no_other(
    plan: tuple[DemoEvidence, ...], written: tuple[Path, ...]
) -> None:
    assert [path.name for path in written] == [item.file_name for item in plan]
    assert {path.name for path in written[0].parent.iterdir()} == {item.file_name for item in plan}


def test_no_two_files_are_the_same(written: tuple[Path, ...]) -> None:
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in written}) == FILES


def test_the_total_is_the_size_asked_for(written: tuple[Path, ...]) -> None:
    assert sum(path.stat().st_size for path in written) == 9_000_000


def test_content_is_what_the_name_says(written: tuple[Path, ...]) -> None:
    starts = {
        ".pdf": b"%PDF-", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff",
        ".png": b"\x89PNG", ".xlsx": b"PK\x03\x04",
    }  # fmt: skip
    seen = set()
    for path in written:
        suffix = path.suffix.lower()
        seen.add(suffix)
        assert path.read_bytes().startswith(starts[suffix]), path.name
    assert {".pdf", ".jpg", ".png", ".xlsx"} <= seen


def test_another_process_elsewhere_makes_the_same_bytes(
    written: tuple[Path, ...], resources_root: Path, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from zidesk.services.demo.evidence import plan_evidence\n"
        "from zidesk.services.demo.writing import write_evidence\n"
        "r = Path(sys.argv[1]); sheet = r / 'instruments' / 'permenpan-90-2021.json'\n"
        f"write_evidence(Path(sys.argv[2]), plan_evidence(r, sheet, {FILES}), r, size_mb=9)\n"
    )
    elsewhere = {**os.environ, "TZ": "Asia/Jayapura", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}
    subprocess.run(
        [sys.executable, "-c", code, str(resources_root), str(tmp_path / "lagi")], check=True, env=elsewhere
    )
    assert _digest(tmp_path / "lagi") == _digest(written[0].parent)


def test_progress_counts_every_file_once(
    plan: tuple[DemoEvidence, ...], resources_root: Path, tmp_path: Path
) -> None:
    heard: list[Progress] = []
    few = [item for item in plan if item.look in ("pdf", "terkunci", "rusak", "excel")][:5]
    write_evidence(tmp_path, few, resources_root, report=heard.append)
    assert sorted(moment.done for moment in heard) == list(range(1, len(few) + 1))
    assert {moment.total for moment in heard} == {len(few)}
    assert {moment.stage for moment in heard} == {Stage.DEMO}
    assert max(moment.bytes_done for moment in heard) == sum(p.stat().st_size for p in tmp_path.iterdir())


@pytest.mark.parametrize("after", [0, 1, 3])
def test_cancelling_leaves_nothing_behind(
    after: int, plan: tuple[DemoEvidence, ...], resources_root: Path, tmp_path: Path
) -> None:
    token = CancelToken()
    if after == 0:
        token.cancel()

    def stop(moment: Progress) -> None:
        if moment.done >= after:
            token.cancel()

    papers = [item for item in plan if item.look in ("pdf", "excel", "dasbor", "laman", "rusak")]
    with pytest.raises(Cancelled):
        write_evidence(tmp_path, papers, resources_root, report=stop, cancel=token)
    assert list(tmp_path.iterdir()) == []


def test_a_total_too_small_is_refused_and_leaves_nothing(
    plan: tuple[DemoEvidence, ...], resources_root: Path, tmp_path: Path
) -> None:
    few = [item for item in plan if item.look in ("pdf", "terkunci") or item.is_photo][:6]
    with pytest.raises(DemoSizeTooSmall) as refusal:
        write_evidence(tmp_path, few, resources_root, size_mb=0.01)
    assert refusal.value.wanted == 10_000 < refusal.value.smallest
    assert list(tmp_path.iterdir()) == []
