"""Opens whatever the user points at: a folder, a ZIP file, or one of several that belong together."""

import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from zidesk.domain.bundle_parts import Part
from zidesk.domain.errors.bags import BundleNotFound, BundleUnreadable, DamagedZip, NotABundle
from zidesk.services.verify.archive import ZipSource
from zidesk.services.verify.folder import FolderSource
from zidesk.services.verify.parts import LackingSource, PartsSource
from zidesk.services.verify.source import Source
from zidesk.storage.faults import words_of


@contextmanager
def open_source(path: Path, more_parts: tuple[Path, ...] = (), *, drop_cache: bool) -> Iterator[Source]:
    """The bag at `path`; the other ZIP files of a bag in parts are `more_parts`, or lie beside it.

    A link the user names himself is followed; links inside the bag never are. Raises `BundleNotFound`,
    `NotABundle`, `DamagedZip` or `BundleUnreadable`.
    """
    if stat.S_ISDIR(_mode(path)):
        yield FolderSource(path, drop_cache=drop_cache)
        return
    with ExitStack() as opened:
        first = _open_zip(path, opened, drop_cache=drop_cache)
        if more_parts:
            others = [_open_zip(other, opened, drop_cache=drop_cache) for other in more_parts]
            yield PartsSource((first, *others))
        elif first.part is None:
            yield first
        else:
            yield _with_siblings(path, first, first.part, opened, drop_cache=drop_cache)


def _with_siblings(path: Path, first: ZipSource, part: Part, opened: ExitStack, *, drop_cache: bool) -> Source:
    sources, missing = [], []
    for number, name in enumerate(part.siblings(), start=1):
        if number == part.number:  # under whatever name
            sources.append(first)
            continue
        try:
            source = _open_zip(path.with_name(name), opened, drop_cache=drop_cache)
        except BundleNotFound:
            missing.append(name)
            continue
        if source.part != Part(part.root_name, number, part.total):
            raise DamagedZip(path.with_name(name))
        sources.append(source)
    return LackingSource(part, missing) if missing else PartsSource(sources)


def _open_zip(path: Path, opened: ExitStack, *, drop_cache: bool) -> ZipSource:
    if not stat.S_ISREG(_mode(path)):
        raise NotABundle(path)
    try:
        file = opened.enter_context(path.open("rb"))
        return ZipSource(path, file, drop_cache=drop_cache)
    except OSError as error:
        raise BundleUnreadable(path, words_of(error)) from error


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BundleNotFound(path) from error
    except OSError as error:
        raise BundleUnreadable(path, words_of(error)) from error
