"""The order in which a bag is verified; every step adds its faults and none stops the next."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from zidesk.domain.manifest import format_manifest
from zidesk.domain.progress import CancelToken, Progress, Report, Stage, silent
from zidesk.domain.zip_form import AGENT
from zidesk.services.verify import checks
from zidesk.services.verify.findings import Findings
from zidesk.services.verify.hashing import HashJob, HashResult, hash_files
from zidesk.services.verify.manifests import Manifest, read_manifests
from zidesk.services.verify.opening import open_source
from zidesk.services.verify.result import FaultKind, Verification
from zidesk.services.verify.source import Listing, Source
from zidesk.services.verify.tags import Declaration, TagReader

UNFINISHED_SUFFIX: Final = ".belum-selesai"


def verify_bundle(
    path: Path,
    report: Report = silent,
    cancel: CancelToken | None = None,
    *,
    more_parts: tuple[Path, ...] = (),
    drop_cache: bool = False,
    threads: int = 2,
) -> Verification:
    """Verify the bag at `path`, a folder or a ZIP file, of any BagIt version from 0.93 to 1.0.

    What is wrong with the bag is in the result. Raises `BundleNotFound`, `NotABundle`, `DamagedZip` or
    `BundleUnreadable` when there is nothing to verify, `Cancelled` when asked to stop. `report` is called in
    this thread, once before the first file and after each. `drop_cache`: read from the device (Linux only;
    files just written must have been flushed). `more_parts`: the other ZIP files of a bag in several; those of
    ZIDesk are found beside `path` by themselves.
    """
    cancel = cancel or CancelToken()
    findings = Findings()
    with open_source(path, more_parts, drop_cache=drop_cache) as source:
        listing = source.scan(cancel)
        if not _note_listing(source, listing, findings):
            return Verification(False, 0, 0, findings.errors, findings.warnings)

        reader = TagReader(source, listing, findings)
        declaration = reader.declaration()
        info = reader.info(declaration)
        fetch = reader.fetch(declaration)
        manifests = read_manifests(reader, listing, declaration, findings)
        if any(label == "Bag-Software-Agent" and value.startswith(AGENT) for label, value in info):
            _note_changes_of_form(source, reader, declaration, manifests, findings)

        matching = checks.match_entries(listing, manifests, findings)
        checks.check_scope(manifests, declaration, findings)
        checks.check_missing(listing, matching, fetch, findings)
        checks.check_fetch(listing, matching, manifests, fetch, declaration, findings)
        checks.check_coverage(listing, matching, manifests, declaration, findings)
        checks.check_names(listing, manifests, findings)
        checks.check_oxum(listing, info, declaration, findings)

        _check_content(source, listing, matching, findings, report, cancel, threads)
    files, total = checks.payload_totals(listing.files)
    errors = findings.errors
    return Verification(not errors, files, total, errors, findings.warnings)


def _note_listing(source: Source, listing: Listing, findings: Findings) -> bool:
    """What the listing alone shows; False when there is too little of the bag to say more."""
    if any(name.endswith(UNFINISHED_SUFFIX) for name in source.root_names):
        findings.error(FaultKind.INCOMPLETE)
    for oddity in listing.oddities:
        findings.add(oddity.serious, oddity.kind, oddity.path, **dict(oddity.facts))
    if any(oddity.kind is FaultKind.PARTS_MISSING for oddity in listing.oddities):
        return False
    if "data" not in listing.folders and "data" not in listing.blocked:
        findings.error(FaultKind.NO_PAYLOAD_FOLDER, "data")
    return True


def _note_changes_of_form(
    source: Source,
    reader: TagReader,
    declaration: Declaration,
    manifests: Iterable[Manifest],
    findings: Findings,
) -> None:
    """Bits that change nothing any tool reads, such as the case of a checksum in the list nothing else covers."""
    for oddity in source.changes_of_form():
        findings.error(oddity.kind, oddity.path, **dict(oddity.facts))
    for manifest in manifests:
        if manifest.for_tags:
            rows = ((entry.path, entry.checksum) for entry in manifest.entries.values())
            if reader.text(manifest.name, declaration) != format_manifest(rows):
                findings.error(FaultKind.CHANGED_LIST, manifest.name)


def _check_content(
    source: Source,
    listing: Listing,
    matching: checks.Matching,
    findings: Findings,
    report: Report,
    cancel: CancelToken,
    threads: int,
) -> None:
    """Hash every listed file and compare; one fault for each file, whatever the number of manifests."""
    jobs = [
        HashJob(path, frozenset(algorithm for algorithm, _ in expected))
        for path, expected in _in_listing_order(listing, matching)
    ]
    bytes_total = sum(listing.files[job.path] for job in jobs)
    done = bytes_done = 0

    def compare(result: HashResult) -> None:
        nonlocal done, bytes_done
        if result.fault is not None:
            findings.error(result.fault.kind, result.path, **result.fault.facts)
        else:
            expected = matching.expected[result.path]
            wrong = sorted({name for name, checksum in expected if result.digests[name] != checksum})
            if wrong:
                findings.error(FaultKind.CHECKSUM_MISMATCH, result.path, algorithms=", ".join(wrong))
        done += 1
        bytes_done += listing.files[result.path]
        report(Progress(Stage.VERIFY, done, len(jobs), bytes_done, bytes_total, result.path))

    cancel.check()
    report(Progress(Stage.VERIFY, 0, len(jobs), 0, bytes_total))
    hash_files(source, jobs, cancel, threads, compare)


def _in_listing_order(listing: Listing, matching: checks.Matching) -> Iterable[tuple[str, set[tuple[str, str]]]]:
    """Folder by folder, as a drive with moving parts or a plain stick likes best."""
    return ((path, expected) for path in listing.files if (expected := matching.expected.get(path)))
