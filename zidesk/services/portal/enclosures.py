"""The scripts beside the portal: small pictures in packs, texts of PDFs in parts, read only when they are needed.

A browser reads nothing but scripts and pictures beside a page that was opened from a stick. Packs, rather than
a file for each picture: a stick holds a hundred files of a megabyte far better than thousands of a few KB.
"""

import base64
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from zidesk.domain.archive_layout import BundlePlan, PlannedFile
from zidesk.domain.evidence import EvidenceUse, StoredFile
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.portal.safe_text import script_json

FOLDER = "portal"
MOST_TEXT = 40_000_000  # characters in all; the search stays quick with so many
_PACK, _PART = 750_000, 1_000_000  # characters after which the next file begins
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+"
)


class Extras(Protocol):
    """Where small pictures and texts come from; the same answers for the same files."""

    def picture(self, file: StoredFile) -> bytes | None:
        """A small JPEG."""

    def texts(self, file: StoredFile, cancel: CancelToken) -> tuple[str, ...]:
        """The text of each page. Raises Cancelled."""


@dataclass(frozen=True, slots=True)
class Enclosures:
    """`names`: what was written, relative to the bundle. `packs`: the pack with a file's small picture, by its
    place in the plan. `text_parts`: how many files of texts there are; `without_text`: how many PDFs found no
    room in them."""

    names: tuple[str, ...] = ()
    packs: Mapping[int, int] = field(default_factory=dict)
    text_parts: int = 0
    without_text: int = 0


def write_enclosures(
    root: Path, plan: BundlePlan, extras: Extras, report: Report = silent, cancel: CancelToken | None = None
) -> Enclosures:
    """Write them into the folder `portal` of the bundle at `root`. Raises OSError, Cancelled."""
    cancel = cancel or CancelToken()
    pictures = _Scripts(root, "gambar", "ziGambar", _PACK)
    texts = _Scripts(root, "teks", "ziTeks", _PART)
    packs: dict[int, int] = {}
    room, without = MOST_TEXT, 0
    for place, (item, is_first) in enumerate(_first_of_each(plan.files)):
        cancel.check()
        report(Progress(Stage.TEXTS, place, len(plan.files), item=item.use.title))
        shown = shown_file(item.use)
        picture = extras.picture(shown)
        if picture is not None:
            packs[place] = pictures.add(json.dumps([place, base64.b64encode(picture).decode("ascii")]))
        pages = tuple(map(searchable, extras.texts(shown, cancel))) if is_first else ()
        size = sum(map(len, pages))
        if size > room:
            without += 1
        elif size:
            room -= size
            texts.add(script_json([place, pages]))
    names = (*pictures.close(), *texts.close())
    report(Progress(Stage.TEXTS, len(plan.files), len(plan.files)))
    return Enclosures(names, packs, texts.number, without)


def shown_file(use: EvidenceUse) -> StoredFile:
    """Whose looks and words may be told: of a shrunk copy the original's, of a covered or locked one its own."""
    if use.handed is not None and use.handed.looks_like_original:
        return use.handed.original
    return use.file


def searchable(text: str) -> str:
    """One line of what a page says, ligatures and wide letters as their plain ones."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(_UNSEEN.sub(" ", text).split())


def _first_of_each(files: tuple[PlannedFile, ...]) -> Iterator[tuple[PlannedFile, bool]]:
    """Each file of the plan, and whether its content has not come before."""
    seen: set[str] = set()
    for item in files:
        content = item.use.file.sha256
        yield item, content not in seen
        seen.add(content)


class _Scripts:
    """Numbered files `<stem>-<n>.js`, each one call of `function` with a list; none where nothing is added."""

    def __init__(self, root: Path, stem: str, function: str, limit: int) -> None:
        self._root, self._stem, self._function, self._limit = root, stem, function, limit
        self._items: list[str] = []
        self._size = 0
        self._names: list[str] = []

    @property
    def number(self) -> int:
        """Of the file that is being filled; after `close`, how many there are."""
        return len(self._names) + bool(self._items)

    def add(self, item: str) -> int:
        """Add a value as JSON; the number of the file it goes into."""
        if self._items and self._size + len(item) > self._limit:
            self._write()
        self._items.append(item)
        self._size += len(item)
        return self.number

    def close(self) -> tuple[str, ...]:
        """Write what is left; the names of all, relative to the bundle."""
        if self._items:
            self._write()
        return tuple(self._names)

    def _write(self) -> None:
        name = f"{FOLDER}/{self._stem}-{self.number}.js"
        (self._root / FOLDER).mkdir(exist_ok=True)
        with (self._root / name).open("w", encoding="utf-8", newline="\n") as out:
            out.write(f"{self._function}([\n")
            out.write(",\n".join(self._items))
            out.write("\n]);\n")
        self._names.append(name)
        self._items, self._size = [], 0
