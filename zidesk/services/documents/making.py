"""Making one paper at a place the user chose, by its kind."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from zidesk.domain.archive_layout import BundlePlan, Layout, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import WrongSuffix
from zidesk.services.documents.paper import Stationery
from zidesk.storage.faults import storage_faults_named

Make = Callable[[Path, Assessment, BundlePlan, Stationery], None]


def _index(out: Path, assessment: Assessment, plan: BundlePlan, stationery: Stationery) -> None:
    from zidesk.services.documents.index.document import write_index

    write_index(out, assessment, plan, stationery)


def _cover(out: Path, assessment: Assessment, plan: BundlePlan, stationery: Stationery) -> None:
    from zidesk.services.documents.letters.cover_letter import write_cover_letter

    write_cover_letter(out, assessment, plan, stationery)


def _sheet(out: Path, assessment: Assessment, plan: BundlePlan, stationery: Stationery) -> None:
    from zidesk.services.documents.lke.workbook import write_lke

    write_lke(out, assessment, plan, paper=stationery.paper)


KINDS: dict[str, tuple[str, Make]] = {
    "index": (".pdf", _index),
    "cover": (".pdf", _cover),
    "lke": (".xlsx", _sheet),
}


def make_document(kind: str, out: Path, assessment: Assessment, layout: Layout, stationery: Stationery) -> None:
    """Make the paper `kind` (a key of KINDS) at `out`, whole or not at all; an older one is replaced.

    File names in it are those of a bundle with this layout. Raises WrongSuffix, StorageFault.
    """
    suffix, make = KINDS[kind]
    if out.suffix.lower() != suffix:
        raise WrongSuffix(out, suffix)
    temporary = out.with_name(f".{out.stem}.baru{suffix}")
    try:
        with storage_faults_named(out):
            make(temporary, assessment, plan_layout(assessment, layout), stationery)
            temporary.replace(out)
    finally:
        with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
            temporary.unlink(missing_ok=True)
