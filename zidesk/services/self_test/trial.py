"""The trials of every part that needs no screen, in a folder that is thrown away afterwards."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path

from zidesk.domain.evidence import StoredFile
from zidesk.domain.guide import GUIDE_PDF
from zidesk.domain.profile import Profile, School
from zidesk.domain.progress import CancelToken, silent
from zidesk.services.answers.answering import answer_question
from zidesk.services.bundle.recipe import build_bundle
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.documents.making import make_document
from zidesk.services.documents.paper import Stationery
from zidesk.services.guide.document import write_guide
from zidesk.services.pictures.thumbnails import Thumbnails
from zidesk.services.search.index import SearchIndex
from zidesk.services.self_test import sample
from zidesk.services.self_test.parts import NotAsExpected, Part
from zidesk.services.verify import verify_bundle
from zidesk.services.workspaces.archive import restore
from zidesk.services.workspaces.creation import create_from_value, sheet_choices
from zidesk.storage import schema
from zidesk.storage.layout_loader import DEFAULT_LAYOUT, load_layout
from zidesk.storage.paths import Resources, WorkspacePaths
from zidesk.storage.thumbnail_cache import ThumbnailCache
from zidesk.storage.workspace import Workspace, open_workspace

_SHEETS = 2
_OPERATOR = "uji diri"
_PICTURES = {Part.JPEG: "image/jpeg", Part.HEIC: "image/heic", Part.PDF: "application/pdf"}
_LEAST_GUIDE = 200_000  # bytes of it, with its pictures
_SHADES = 16  # different bytes at least in a picture that shows something


class Trial:
    """What one part makes, the next may use: the workspace is opened once, the bundle written once."""

    def __init__(self, resources: Resources, folder: Path) -> None:
        self._resources = resources
        self._folder = folder
        self._open = ExitStack()
        self._layout = load_layout(DEFAULT_LAYOUT, resources.layouts)
        self.parts: Mapping[Part, Callable[[], None]] = {
            Part.SHEETS: self._sheets,
            Part.DATABASE: self._database,
            Part.MIGRATION: self._migration,
            Part.SEARCH: self._search,
            Part.INDEX: lambda: self._paper("index", ".pdf", b"%PDF-"),
            Part.WORKBOOK: lambda: self._paper("lke", ".xlsx", b"PK"),
            Part.LETTER: self._letter,
            Part.GUIDE: self._guide,
            **{part: partial(self._picture, media_type) for part, media_type in _PICTURES.items()},
            Part.BUNDLE: lambda: _expect(self._bundle.is_dir()),
            Part.VERIFY: lambda: _expect(verify_bundle(self._bundle).valid),
            Part.TAMPERED: self._tampered,
        }

    def close(self) -> None:
        self._open.close()

    @cached_property
    def workspace(self) -> Workspace:
        """The shipped one of the first schema, restored from its backup and migrated."""
        root = self._folder / "lama"
        restore(sample.sample_backup(self._resources), root)
        _expect(schema.current_revision(WorkspacePaths(root)) == sample.SCHEMA)
        workspace = open_workspace(root)
        self._open.callback(workspace.close)
        return workspace

    @cached_property
    def _bundle(self) -> Path:
        destination = self._folder / "paket"
        destination.mkdir()
        return build_bundle(self.workspace, BundleRequest(destination, self._layout), self._resources).path

    def _sheets(self) -> None:
        _expect(len([sheet for sheet in sheet_choices(self._resources) if sheet.questions]) == _SHEETS)

    def _database(self) -> None:
        root = self._folder / "baru"
        create_from_value(root, Profile(School("SMP Contoh"), year=2026), self._resources).close()
        workspace = open_workspace(root)
        try:
            answer_question(workspace, sample.CODE, "Ya", sample.ANSWER.note, _OPERATOR)
            _expect(workspace.assessment().answers == {sample.CODE: sample.ANSWER})
        finally:
            workspace.close()

    def _migration(self) -> None:
        workspace = self.workspace
        _expect(schema.current_revision(workspace.paths) == schema.HEAD)
        assessment = workspace.assessment()
        _expect(assessment.answers[sample.CODE] == sample.ANSWER)
        _expect(sum(map(len, assessment.evidence.values())) == sample.FILES)

    def _search(self) -> None:
        assessment, index = self.workspace.assessment(), SearchIndex(self.workspace)
        try:
            index.refresh(assessment)
            index.read_texts(assessment, silent, CancelToken())
            _expect(bool(index.find(sample.WORD)) and not index.unread(assessment))
        finally:
            index.close()

    def _letter(self) -> None:
        self._paper("cover", ".docx", b"PK")
        self._paper("cover", ".pdf", b"%PDF-")

    def _guide(self) -> None:
        out = self._folder / GUIDE_PDF
        write_guide(out, self._resources)
        _expect(out.stat().st_size > _LEAST_GUIDE)

    def _paper(self, kind: str, suffix: str, beginning: bytes) -> None:
        out = self._folder / f"{kind}{suffix}"
        stationery = Stationery(self._resources.fonts)
        make_document(kind, out, self.workspace.assessment(), self._layout, stationery)
        with out.open("rb") as stream:
            _expect(stream.read(len(beginning)) == beginning)

    def _picture(self, media_type: str) -> None:
        workspace = self.workspace
        cache = ThumbnailCache(workspace.paths.cache, read_only=False)
        picture = Thumbnails(workspace.store, cache).picture(self._file_of(media_type))
        _expect(picture is not None and len(set(picture.rgb)) >= _SHADES)

    def _file_of(self, media_type: str) -> StoredFile:
        uses = self.workspace.assessment().evidence.values()
        files = [use.file for group in uses for use in group if use.file.inspection.media_type == media_type]
        _expect(len(files) == 1)
        return files[0]

    def _tampered(self) -> None:
        """Last, for it spoils the bundle."""
        original = next(path for path in sorted((self._bundle / "data").rglob("*")) if path.is_file())
        with original.open("r+b") as stream:
            first = stream.read(1)
            stream.seek(0)
            stream.write(bytes([first[0] ^ 1]))
        _expect(not verify_bundle(self._bundle).valid)


def _expect(held: bool) -> None:
    if not held:
        raise NotAsExpected
