"""A workspace with tables and PDFs of people."""

from collections.abc import Callable
from pathlib import Path

import pytest

from zidesk.services.ingest.adding import add_files
from zidesk.storage.workspace import Workspace

ROW = "1;Ani;0051234567;3603015205780001;081234567890"
Attach = Callable[..., str]


@pytest.fixture
def attach(empty_workspace: Workspace, tmp_path: Path) -> Attach:
    """Attaches a file of this content; gives back its SHA-256."""

    def make(name: str, content: str | bytes, code: str = "1.i.a") -> str:
        path = tmp_path / "unduhan" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        add_files(empty_workspace, [code], [path])
        uses = [use for of in empty_workspace.evidence.lists().values() for use in of]
        return max(uses, key=lambda use: use.id).file.sha256

    return make
