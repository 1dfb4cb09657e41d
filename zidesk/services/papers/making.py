"""Making a paper of a workspace at a place the user chose, and noting that it was made."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from zidesk.domain.filenames import unique_names
from zidesk.domain.paper_record import PaperRecord
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.services.documents import making
from zidesk.services.documents.making import KINDS
from zidesk.services.papers.fingerprint import content_of
from zidesk.services.papers.sources import PaperSources, gather
from zidesk.storage.faults import storage_faults_named
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


def make_paper(
    workspace: Workspace,
    kind: str,
    out: Path,
    resources: Resources,
    *,
    paper: str = "A4",
    part: str = "",
    fields: Mapping[str, str] | None = None,
) -> PaperRecord | None:
    """Make the paper `kind` (a key of KINDS) at `out`, whole or not at all; an older file is replaced.

    What is entered for the kind is used, with `fields` on top of it. That it was made is noted where the
    workspace can be written, else None comes back.
    Raises WrongSuffix, FieldRejected, TemplateFaulty, StorageFault.
    """
    sources = gather(workspace, resources)
    entered = {**sources.entries.get(kind, {}), **(fields or {})}
    KINDS[kind].check(fields or {})
    facts = sources.facts(KINDS[kind], part, entered)
    making.make_paper(KINDS[kind], out, facts, sources.stationery(paper))
    if workspace.read_only:
        return None
    fingerprint = content_of(KINDS[kind], facts).fingerprint
    return workspace.papers.record_made(kind, part, fingerprint, workspace.clock())


def missing_of(
    workspace: Workspace, kind: str, resources: Resources, fields: Mapping[str, str]
) -> tuple[str, ...]:
    """What the paper will print as dotted lines, as `Kind.missing` tells it. Raises StorageFault."""
    sources = gather(workspace, resources)
    return KINDS[kind].missing(sources.facts(KINDS[kind], "", {**sources.entries.get(kind, {}), **fields}))


def logo_prints(workspace: Workspace) -> bool:
    """Whether the school's logo, if there is one, is a picture that papers can show."""
    from zidesk.services.documents.drawing.logo import logo_png

    return workspace.logo() is None or logo_png(workspace.logo()) is not None


def draw_paper(
    kind: str, out: Path, sources: PaperSources, paper: str, part: str, fields: Mapping[str, str]
) -> None:
    """As `make_paper`, without a workspace and noting nothing: for a look at the paper."""
    facts = sources.facts(KINDS[kind], part, fields)
    making.make_paper(KINDS[kind], out, facts, sources.stationery(paper))


def make_each(
    workspace: Workspace,
    kind: str,
    folder: Path,
    resources: Resources,
    *,
    suffix: str = ".pdf",
    paper: str = "A4",
    report: Report = silent,
    cancel: CancelToken | None = None,
) -> tuple[Path, ...]:
    """A file for each member of staff, in a folder named after the kind within `folder`.

    Raises FieldRejected, TemplateFaulty, StorageFault, Cancelled; what this run has made is removed then.
    """
    sources, what = gather(workspace, resources), KINDS[kind]
    stationery = sources.stationery(paper)
    place = folder / what.title
    members = sources.members
    names = unique_names((f"{what.title} – {member.name}", suffix) for member in members.values())
    made: list[Path] = []
    try:
        with storage_faults_named(place):
            place.mkdir(parents=True, exist_ok=True)
        for done, (part, name) in enumerate(zip(members, names, strict=True), start=1):
            if cancel is not None:
                cancel.check()
            made.append(place / name)
            making.make_paper(what, place / name, sources.facts(what, part), stationery)
            report(Progress(Stage.DOCUMENTS, done, len(members), item=members[part].name))
        if not workspace.read_only:
            for part in members:
                fingerprint = content_of(what, sources.facts(what, part)).fingerprint
                workspace.papers.record_made(kind, part, fingerprint, workspace.clock())
    except BaseException:
        for path in made:
            with suppress(OSError):  # the first fault is the one to tell
                path.unlink(missing_ok=True)
        raise
    return tuple(made)
