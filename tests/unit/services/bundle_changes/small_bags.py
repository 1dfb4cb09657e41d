"""Small bundles written by hand: a payload, a record, manifests that seal them."""

import hashlib
import zipfile
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from zidesk.domain.bundle_record import (
    BundleIdentity,
    BundleRecord,
    RecordedAnswer,
    RecordedFile,
    RecordedScore,
)
from zidesk.services.bundle_changes.record_text import RECORD, write_record

ROOT = "ZI-2026-99900001-SMAN-1"
WHO = BundleIdentity(
    "SMAN 1 Kab. Contoh",
    "99900001",
    2026,
    "permenpan-90-2021",
    (),
    datetime(2026, 4, 17, 10, 32),  # noqa: DTZ001
)


def recorded(name: str, content: str, title: str = "", question: str = "A.I.1.i.a") -> RecordedFile:
    digest = hashlib.sha256(content.encode()).hexdigest()
    return RecordedFile(f"data/{name}", digest, len(content.encode()), title or name, question, original=digest)


def a_record(*files: RecordedFile, who: BundleIdentity = WHO) -> BundleRecord:
    answers = (RecordedAnswer("A.I.1.i.a", "Apakah …", "Ya", Fraction(1), "lihat SK"),)
    scores = (RecordedScore("Nilai total", Fraction(200, 3), Fraction(100)),)
    return BundleRecord(who, files, answers=answers, scores=scores)


def make_bag(folder: Path, contents: dict[str, str], record: BundleRecord | None = None) -> Path:
    """`contents`: name below data/ → text. Without a record: a bundle as older versions made it."""
    root = folder / ROOT
    for name, text in contents.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (root / "bag-info.txt").write_text(
        f"Source-Organization: SMAN 1 Kab. Contoh\nExternal-Identifier: {ROOT}\nBagging-Date: 2026-04-17\n"
    )
    lines = [f"{_hash(root / 'data' / name)}  data/{name}\n" for name in contents]
    (root / "manifest-sha256.txt").write_text("".join(lines), encoding="utf-8")
    if record is not None:
        write_record(root / RECORD, record)
    return reseal(root)


def reseal(root: Path) -> Path:
    """Write the tag manifest anew, as somebody would who has changed a paper of the bundle."""
    names = [path.name for path in sorted(root.iterdir()) if path.is_file() and path.name[:3] != "tag"]
    text = "".join(f"{_hash(root / name)}  {name}\n" for name in names)
    (root / "tagmanifest-sha256.txt").write_text(text)
    return root


def zipped(root: Path) -> Path:
    out = root.with_suffix(".zip")
    with zipfile.ZipFile(out, "w") as archive:
        for path in sorted(root.rglob("*")):
            archive.write(path, f"{root.name}/{path.relative_to(root).as_posix()}")
    return out


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
