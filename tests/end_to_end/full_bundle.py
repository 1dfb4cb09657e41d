"""A bundle that has all a bundle can have, made from a real workspace, with hostile words wherever words go."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.unit.services.renditions.samples import encoded, grainy
from zidesk.domain.redaction import Box
from zidesk.services.answers.answering import answer_question
from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest, BundleResult, Handling, Merged
from zidesk.services.changes.kinds import DecidePersonal, EditUse, RemoveUses, SetRedactions
from zidesk.services.changes.performing import perform
from zidesk.services.ingest.adding import Caption, add_files
from zidesk.services.ingest.replacing import replace_file
from zidesk.services.workspaces.creation import Wishes, create_from_profile
from zidesk.storage.layout_loader import load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace

IMAGE = "<img src=x onerror=document.title='kena'>"
SCRIPT = "</script><script>document.title='kena'</script>"
RTL = "\u202eأبجد مرحبا 👩🏽\u200d🏫 <b>tebal</b>"


class _School:
    """A workspace, and the files that are brought to it."""

    def __init__(self, folder: Path, resources: Resources) -> None:
        (folder / "profil.toml").write_text(
            f'[sekolah]\nnama = "SMAN 1 {IMAGE}"\nnpsn = "99900001"\n[penilaian]\ntahun = 2026\n',
            encoding="utf-8",
        )
        moment = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
        self.folder, self.resources = folder, resources
        self.workspace: Workspace = create_from_profile(
            folder / "kerja", folder / "profil.toml", Wishes(), resources, lambda: moment
        )

    def paper(self, words: str, name: str) -> Path:
        canvas = Canvas(str(self.folder / name))
        canvas.drawString(40, 700, words)
        canvas.save()
        return self.folder / name

    def photo(self, name: str, width: int, height: int) -> Path:
        (self.folder / name).write_bytes(encoded(grainy(width, height), "JPEG", quality=96))
        return self.folder / name

    def attach(self, codes: str, source: Path, title: str, **more: str) -> tuple[int, str]:
        """The first use's id, and the content's hash."""
        use = add_files(self.workspace, codes.split(), [source], Caption(title, **more)).added_uses[0]
        return use.id, use.file.sha256

    def bundle(self, name: str, **wishes: Any) -> BundleResult:
        destination = self.folder / name
        destination.mkdir()
        layout = load_layout("lke", self.resources.layouts)
        return build_bundle(self.workspace, BundleRequest(destination, layout, **wishes), self.resources)


@pytest.fixture(scope="module")
def made(resources_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BundleResult]:
    """The second bundle of a school: files added, replaced, renamed, removed, shrunk, covered and locked since."""
    of = _School(tmp_path_factory.mktemp("sekolah #1 %41"), Resources(resources_root))
    work = of.workspace
    renamed, _ = of.attach("1.i.a", of.paper("undangan", "undangan.pdf"), "Undangan")
    replaced, _ = of.attach("1.i.a", of.paper("notula lama", "notula.pdf"), f"Notula {IMAGE}", number="421/1")
    removed, _ = of.attach("1.i.b", of.paper("spanduk", "spanduk.pdf"), f"Dicabut {SCRIPT}")
    of.attach("2.i.a", of.photo("besar.jpg", 1500, 1100), "Foto besar")
    _, covered = of.attach("2.i.a", of.paper("ditutup", "gaji.pdf"), "Daftar gaji")
    _, locked = of.attach("3.i.a 3.i.b", of.paper("terkunci", "slip.pdf"), RTL, note=SCRIPT)
    _, plain = of.attach("B.I.a", of.photo("identitas.jpg", 300, 200), "Identitas")
    answer_question(work, "1.i.a", "Ya", "", "penguji")
    first = of.bundle("pertama")

    perform(work, EditUse(renamed, f"Undangan {SCRIPT}"))
    replace_file(work, replaced, of.paper("notula baru", "notula2.pdf"))
    perform(work, RemoveUses((removed,)))
    of.attach("4.i.a", of.paper("tambahan", "tambahan.pdf"), f"Tambahan {IMAGE}", note=RTL, number=SCRIPT)
    perform(work, SetRedactions(covered, (Box(1, 0, 0, 1, 0.5),)))
    perform(work, DecidePersonal((locked, plain), True))
    answer_question(work, "1.i.a", "Tidak", IMAGE, "penguji")
    yield of.bundle("kedua", limit=300_000, merged=Merged.AREAS, personal=Handling.LOCK, since=first.path)
    work.close()
