"""Bags built in code: `make_bag` writes a whole, valid one; tests then spoil it."""

import hashlib
import zipfile
from pathlib import Path

import pytest

PAYLOAD = {"data/a.txt": b"satu", "data/sub/b c.txt": b"dua dua", "data/kosong": b""}


class Bag:
    """A bag folder. `sums` of a file are those of its content at that moment."""

    def __init__(self, root: Path, version: str, encoding: str) -> None:
        self.root = root
        self.version = version
        self.encoding = encoding

    def write(self, path: str, content: bytes | str) -> None:
        data = content.encode(self.encoding) if isinstance(content, str) else content
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

    def append(self, path: str, text: str) -> None:
        self.write(path, (self.root / path).read_bytes().decode(self.encoding) + text)

    def line(self, path: str, algorithm: str = "sha256", listed_as: str | None = None) -> str:
        digest = hashlib.new(algorithm, (self.root / path).read_bytes()).hexdigest()
        return f"{digest}  {listed_as or path}\n"

    def list_payload(self, *algorithms: str) -> None:
        files = sorted(
            item.relative_to(self.root).as_posix() for item in (self.root / "data").rglob("*") if item.is_file()
        )
        for algorithm in algorithms:
            lines = "".join(self.line(path, algorithm) for path in files)
            self.write(f"manifest-{algorithm.replace('_', '')}.txt", lines)

    def seal(self, *algorithms: str) -> None:
        """Write tag manifests of all the tag files at the top."""
        files = sorted(
            item.name
            for item in self.root.iterdir()
            if item.is_file() and not item.name.startswith("tagmanifest-")
        )
        for algorithm in algorithms:
            self.write(f"tagmanifest-{algorithm}.txt", "".join(self.line(path, algorithm) for path in files))

    def zip(self, target: Path, top: str = "", compression: int = zipfile.ZIP_DEFLATED) -> Path:
        with zipfile.ZipFile(target, "w", compression) as archive:
            for item in sorted(self.root.rglob("*")):
                archive.write(item, top + item.relative_to(self.root).as_posix())
        return target


@pytest.fixture
def make_bag(tmp_path):
    def make(
        payload=PAYLOAD,
        *,
        name="paket",
        version="1.0",
        encoding="UTF-8",
        algorithms=("sha256",),
        tag_algorithms=(),
        info=True,
    ) -> Bag:
        bag = Bag(tmp_path / name, version, encoding)
        (bag.root / "data").mkdir(parents=True)
        for path, content in payload.items():
            bag.write(path, content)
        bag.write(
            "bagit.txt",
            f"BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n".encode(),
        )
        if info:
            oxum = f"{sum(map(len, payload.values()))}.{len(payload)}"
            name = "package-info.txt" if version <= "0.95" else "bag-info.txt"
            bag.write(name, f"Source-Organization: SMAN 1\nPayload-Oxum: {oxum}\n")
        bag.list_payload(*algorithms)
        bag.seal(*tag_algorithms)
        return bag

    return make


@pytest.fixture
def bag(make_bag) -> Bag:
    """A valid 1.0 bag without tag manifests, so that spoiling a tag file is one fault."""
    return make_bag()
