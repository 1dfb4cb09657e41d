"""Folders among the files that are attached: every file within, in the order a person would list them."""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from zidesk.domain.errors import FileRefused, FileUnreadable, FolderEmpty, FolderTooLarge
from zidesk.domain.progress import CancelToken
from zidesk.storage.faults import words_of

LARGEST_FOLDER = 20_000  # files of one folder, its folders included
_SYSTEM_NAMES = {"thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin", "system volume information"}
_OPEN_DOCUMENT = "~$"  # the note an office program keeps beside a document that is open
_JUNCTION = 0xA0000003  # Windows' link to a folder elsewhere, which is no symbolic link
_PIECE = re.compile(r"(\d+)")


@dataclass(slots=True)
class Found:
    """`files` to attach, names of those `skipped` as the system's own, and folders refused."""

    files: list[Path] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    refused: list[FileRefused] = field(default_factory=list)


def walk(sources: Iterable[Path], workspace: Path, cancel: CancelToken | None = None) -> Found:
    """Put each folder's files in its place; whatever else was given stays as it is.

    Hidden and system files and links within a folder are skipped, and so is the folder of the workspace.
    A folder with nothing to attach or with more than LARGEST_FOLDER files is refused as a whole. Raises
    Cancelled.
    """
    found = Found()
    for source in sources:
        if not os.path.isdir(source):  # noqa: PTH112 - what is closed to us is told when it is opened
            found.files.append(source)
            continue
        within = Found()
        try:
            for path in _files_of(source, workspace.resolve(), within, cancel):
                within.files.append(path)
                if len(within.files) > LARGEST_FOLDER:
                    raise FolderTooLarge(source, LARGEST_FOLDER)
            if not within.files and not within.refused:
                raise FolderEmpty(source)
        except FileRefused as refusal:
            within.files.clear()
            found.refused.append(refusal)
        found.files += within.files
        found.skipped += within.skipped
        found.refused += within.refused
    return found


def natural_key(name: str) -> tuple[tuple[bool, int, str], ...]:
    """For sorting as people do: "Notula 2" before "Notula 10", whatever the letter case."""
    pieces = _PIECE.split(name.casefold())
    return tuple(
        (False, int(piece), "") if at % 2 else (True, 0, piece) for at, piece in enumerate(pieces) if piece
    )


def _files_of(folder: Path, workspace: Path, told: Found, cancel: CancelToken | None) -> Iterator[Path]:
    waiting = [folder]  # a stack: folders may lie deeper than a program may call itself
    while waiting:
        if cancel is not None:
            cancel.check()
        here = waiting.pop()
        try:
            if here is not folder and not stat.S_ISDIR(here.lstat().st_mode):
                yield here
                continue
            if here.resolve().is_relative_to(workspace):
                told.skipped.append(here.name)
                continue
            entries = sorted(here.iterdir(), key=lambda path: (natural_key(path.name), path.name))
        except OSError as fault:
            told.refused.append(FileUnreadable(here, words_of(fault)))
            continue
        for path in reversed(entries):
            if _is_the_systems_own(path):
                told.skipped.append(path.name)
            else:
                waiting.append(path)


def _is_the_systems_own(path: Path) -> bool:
    """Hidden and system files; and links, which may lead out of the folder and back into it."""
    name = path.name
    if name.startswith((".", _OPEN_DOCUMENT)) or name.casefold() in _SYSTEM_NAMES or path.is_symlink():
        return True
    try:
        found = path.lstat()
    except OSError:
        return False  # what cannot be looked at is told when it cannot be read
    if getattr(found, "st_reparse_tag", 0) == _JUNCTION:
        return True
    hidden = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM
    return bool(getattr(found, "st_file_attributes", 0) & hidden)
