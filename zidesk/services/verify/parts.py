"""A bag in several ZIP files, each of which opens by itself; together they hold the whole bag."""

from collections.abc import Iterator, Sequence

from zidesk.domain.bundle_parts import Part
from zidesk.domain.progress import CancelToken
from zidesk.services.verify.archive import ZipSource
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.source import Listing, Oddity


class PartsSource:
    """Open ZIP files as one `Source`; closing them is the caller's business."""

    def __init__(self, sources: Sequence[ZipSource]) -> None:
        self._sources = sources
        self._holder: dict[str, ZipSource] = {}  # path → the ZIP file it is in

    @property
    def root_names(self) -> tuple[str, ...]:
        return tuple(name for source in self._sources for name in source.root_names)

    def scan(self, cancel: CancelToken) -> Listing:
        """What any of the files holds; a name that two of them hold is a fault, as within one."""
        whole = Listing()
        for source in self._sources:
            listing = source.scan(cancel)
            whole.folders |= listing.folders
            whole.blocked |= listing.blocked
            whole.oddities += listing.oddities
            for path, size in listing.files.items():
                if path in self._holder:
                    whole.block(FaultKind.DUPLICATE_MEMBER, path)
                else:
                    self._holder[path] = source
                    whole.files[path] = size
        note = (("total", len(self._sources)),)
        whole.oddities.append(Oddity(FaultKind.PARTS_TOGETHER, "", serious=False, facts=note))
        return whole

    def changes_of_form(self) -> Iterator[Oddity]:
        for source in self._sources:
            yield from source.changes_of_form()

    def blocks(self, path: str, buffer: bytearray) -> Iterator[memoryview]:
        return self._holder[path].blocks(path, buffer)


class LackingSource(PartsSource):
    """Some of several ZIP files, of which nothing can be said but which are missing."""

    def __init__(self, part: Part, missing: Sequence[str]) -> None:
        super().__init__(())
        self._part, self._missing = part, missing

    @property
    def root_names(self) -> tuple[str, ...]:
        return (self._part.root_name,)

    def scan(self, cancel: CancelToken) -> Listing:
        cancel.check()
        listing = Listing()
        facts = (
            ("total", self._part.total),
            ("root", self._part.root_name),
            ("missing", ", ".join(self._missing)),
        )
        listing.oddities.append(Oddity(FaultKind.PARTS_MISSING, "", facts=facts))
        return listing
