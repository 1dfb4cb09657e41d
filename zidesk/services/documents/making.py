"""Making one paper at a place the user chose, by its kind and by the suffix of its name."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from zidesk.domain.archive_layout import Layout, plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import WrongSuffix
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.letters.registry import LETTERS
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.reports.registry import REPORTS
from zidesk.services.documents.texts.catalogue import TextCatalogue
from zidesk.services.documents.work_plan import kind as work_plan
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.paths import shipped_resources

Write = Callable[[Path, PaperFacts, Stationery], None]


def _index(out: Path, facts: PaperFacts, stationery: Stationery) -> None:
    from zidesk.services.documents.index.document import write_index

    write_index(out, facts.assessment, facts.plan, stationery)


def _sheet(out: Path, facts: PaperFacts, stationery: Stationery) -> None:
    from zidesk.services.documents.lke.workbook import write_lke

    write_lke(out, facts.assessment, facts.plan, paper=stationery.paper)


# kinds that have a writer of their own
_WRITERS: dict[str, Write] = {"index": _index, "lke": _sheet}

KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("index", "Indeks Bukti", formats=(".pdf",)),
        Kind("lke", "Lembar Kerja Evaluasi", formats=(".xlsx",)),
        *LETTERS,
        work_plan.KIND,
        *REPORTS,
    )
}


def paper_facts(
    assessment: Assessment,
    layout: Layout,
    *,
    fields: Mapping[str, str] | None = None,
    staff: tuple[StaffMember, ...] = (),
    texts: TextCatalogue | None = None,
) -> PaperFacts:
    """What papers are made from; without `texts` those that ship with the program."""
    catalogue = texts or TextCatalogue(shipped_resources().root / "letters")
    return PaperFacts(assessment, plan_layout(assessment, layout), catalogue, staff, fields or {})


def make_document(
    kind: str,
    out: Path,
    assessment: Assessment,
    layout: Layout,
    stationery: Stationery,
    *,
    fields: Mapping[str, str] | None = None,
    staff: tuple[StaffMember, ...] = (),
    texts: TextCatalogue | None = None,
) -> None:
    """Make the paper `kind` (a key of KINDS) at `out`, whole or not at all; an older one is replaced.

    File names in it are those of a bundle with this layout. `fields`: what was entered for it; `staff`: the
    school's list. Raises WrongSuffix, FieldRejected, TemplateFaulty, StorageFault.
    """
    facts = paper_facts(assessment, layout, fields=fields, staff=staff, texts=texts)
    make_paper(KINDS[kind], out, facts, stationery)


def make_paper(kind: Kind, out: Path, facts: PaperFacts, stationery: Stationery) -> None:
    """As `make_document`, from facts that are ready."""
    suffix = out.suffix.lower()
    if suffix not in kind.formats:
        raise WrongSuffix(out, " atau ".join(kind.formats))
    write = _WRITERS.get(kind.key)
    document = kind.document(facts) if write is None else None
    with replaced(out) as temporary:
        if write is not None:
            write(temporary, facts, stationery)
        elif document is not None:
            _render(temporary, document, stationery)


def _render(out: Path, document: Document, stationery: Stationery) -> None:
    if out.suffix == ".docx":
        from zidesk.services.documents.render_docx.document import write_docx

        write_docx(out, document, stationery)
    else:
        from zidesk.services.documents.render_pdf.document import write_pdf

        write_pdf(out, document, stationery)


@contextmanager
def replaced(out: Path) -> Iterator[Path]:
    """A name beside `out` to write to; it takes the place of `out` if all went well. Raises StorageFault."""
    temporary = out.with_name(f".{out.stem}.baru{out.suffix.lower()}")
    try:
        with storage_faults_named(out):
            yield temporary
            temporary.replace(out)
    finally:
        with suppress(OSError):  # a drive that failed may refuse this too; the first fault is the one to tell
            temporary.unlink(missing_ok=True)
