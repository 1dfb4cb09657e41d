"""The data of the window's benchmarks: a school with 10,000 evidence files, small photos, made once and kept."""

import hashlib
import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from zidesk.domain.evidence import INBOX, FileKind, Inspection, StoredFile
from zidesk.services.answers.answering import import_answers
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.paths import shipped_resources
from zidesk.storage.repositories.evidence import NewUse
from zidesk.storage.workspace import Workspace

FILES, AT_ONE = 10_000, 500
CROWDED = "A.I.1.i.a"  # the question that has so many of them
_ANSWERS = Path(__file__).resolve().parents[1] / "data" / "contoh-jawaban.csv"
_NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)


def workspace_with(folder: Path, *, in_inbox: bool) -> Path:
    """The workspace in `folder`; made if it is not there. All files in the inbox, or spread over the questions."""
    root = folder / ("kotak" if in_inbox else "butir")
    if (root / "siap").exists():
        return root
    shutil.rmtree(root, ignore_errors=True)
    print(f"Making {FILES} evidence files …", flush=True)
    resources = shipped_resources()
    workspace = create_from_profile(root, resources.demo / "profil.toml", Wishes(), resources, lambda: _NOW)
    import_answers(workspace, _ANSWERS, "siti")
    codes = [question.code for question in workspace.instrument.questions]
    places = [CROWDED] * AT_ONE + [codes[number % len(codes)] for number in range(FILES - AT_ONE)]
    if in_inbox:
        places = [INBOX] * FILES
    workspace.evidence.add([_use(workspace, number, code) for number, code in enumerate(places)], _NOW)
    workspace.close()
    (root / "siap").touch()
    return root


def _use(workspace: Workspace, number: int, code: str) -> NewUse:
    """A photo like no other, put where the store keeps it."""
    made = io.BytesIO()
    colour = (number * 7 % 256, number * 13 % 256, number * 29 % 256)
    Image.linear_gradient("L").resize((320, 240)).convert("RGB").point(lambda v: v // 2).save(made, "JPEG")
    content = made.getvalue() + f"{number} {colour}".encode()
    sha256 = hashlib.sha256(content).hexdigest()
    path = workspace.store.path_of(sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    found = Inspection(FileKind.IMAGE, "image/jpeg", ".jpg", width=320, height=240)
    name = f"Foto kegiatan {number:05}.jpg"
    return NewUse(code, StoredFile(sha256, len(content), found), title=name[:-4], original_name=name)
