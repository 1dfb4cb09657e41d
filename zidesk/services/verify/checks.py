"""Whether a bag is complete: what the manifests and fetch.txt list against what is there.

Stricter than bagit-python: from 1.0 on each payload file must be in each payload manifest; payload manifests
list the payload only and tag manifests everything but; each tag manifest lists each payload manifest; links
and special files are errors, not content; fetch.txt may name only what the manifests list.
More tolerant, as the RFC recommends: names that differ in Unicode form match in both directions.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from zidesk.domain.manifest import PAYLOAD_PREFIX, parse_payload_oxum
from zidesk.services.verify.findings import Findings
from zidesk.services.verify.manifests import Manifest
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.source import Listing
from zidesk.services.verify.tags import Declaration, FetchEntry

# files that Windows and macOS leave in folders by themselves
_SYSTEM_FILES = {"thumbs.db", "desktop.ini", ".ds_store"}


@dataclass(slots=True)
class Matching:
    """Manifest lines brought together with files.

    `expected`: file → (algorithm, checksum) pairs it must have. `covered`: manifest name → files it lists.
    `missing`: listed path → names of manifests.
    """

    expected: defaultdict[str, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    covered: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    missing: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def match_entries(listing: Listing, manifests: Iterable[Manifest], findings: Findings) -> Matching:
    """Find the file that each line means; unusual spellings are warned of."""
    there = listing.files.keys() | listing.blocked
    by_form: dict[str, str] = {}
    for path in sorted(there):
        by_form.setdefault(_normal(path), path)
    matching = Matching()
    for manifest in manifests:
        for entry in manifest.entries.values():
            spellings = (entry.path, *entry.other_spellings)
            file = next((path for path in spellings if path in there), None)
            if file is None:
                file = next((by_form[form] for form in map(_normal, spellings) if form in by_form), None)
                if file is None:
                    matching.missing[entry.path].append(manifest.name)
                    continue
                findings.warn(FaultKind.NORMALIZATION_DIFFERS, file, manifest=manifest.name)
            elif file != entry.path:
                findings.warn(FaultKind.SPELLING_DIFFERS, file, manifest=manifest.name)
            matching.covered[manifest.name].add(file)
            if manifest.algorithm and file in listing.files:
                matching.expected[file].add((manifest.algorithm, entry.checksum))
    return matching


def check_scope(manifests: Sequence[Manifest], declaration: Declaration, findings: Findings) -> None:
    """Payload manifests list the payload, tag manifests the rest and every payload manifest."""
    payload_manifests = [manifest.name for manifest in manifests if not manifest.for_tags]
    tag_manifests = {manifest.name for manifest in manifests if manifest.for_tags}
    for manifest in manifests:
        for path in manifest.entries:
            if path.startswith(PAYLOAD_PREFIX) == manifest.for_tags:
                kind = FaultKind.PAYLOAD_IN_TAGMANIFEST if manifest.for_tags else FaultKind.OUTSIDE_PAYLOAD
                findings.error(kind, path, manifest=manifest.name)
            elif path in tag_manifests:
                findings.add(declaration.strict, FaultKind.TAGMANIFEST_LISTED, path, manifest=manifest.name)
        if manifest.for_tags:
            for name in payload_manifests:
                if name not in manifest.entries:
                    findings.add(declaration.strict, FaultKind.MANIFEST_NOT_LISTED, name, manifest=manifest.name)


def check_missing(listing: Listing, matching: Matching, fetch: Sequence[FetchEntry], findings: Findings) -> None:
    """Each listed file is there, or told of once: as to be fetched, as a folder, or as missing."""
    to_fetch = {entry.path for entry in fetch}
    by_lower = {path.lower(): path for path in listing.files}
    for path, names in matching.missing.items():
        listed_in = ", ".join(names)
        if path in to_fetch or path == "bagit.txt":  # those have their own fault
            continue
        if path in listing.folders:
            findings.error(FaultKind.DIRECTORY_LISTED, path, manifest=listed_in)
            continue
        twin = by_lower.get(path.lower())
        hint = f" Yang ada “{twin}”, hanya berbeda huruf besar-kecil." if twin else ""
        findings.error(FaultKind.MISSING, path, manifest=listed_in, hint=hint)


def check_fetch(
    listing: Listing,
    matching: Matching,
    manifests: Sequence[Manifest],
    fetch: Sequence[FetchEntry],
    declaration: Declaration,
    findings: Findings,
) -> None:
    """Each line of fetch.txt is listed in the manifests and has been fetched; nothing is downloaded."""
    payload_manifests = [manifest for manifest in manifests if not manifest.for_tags]
    for entry in fetch:
        lists = {*matching.missing.get(entry.path, ())}
        lists |= {name for name, files in matching.covered.items() if entry.path in files}
        lacking = [manifest.name for manifest in payload_manifests if manifest.name not in lists]
        if lacking and (declaration.strict or len(lacking) == len(payload_manifests)):
            findings.error(FaultKind.FETCH_NOT_IN_MANIFEST, entry.path, manifest=", ".join(lacking))
        have = listing.files.get(entry.path)
        if have is None:
            if entry.path not in listing.blocked:
                findings.error(FaultKind.FETCH_MISSING, entry.path)
        elif entry.size is not None and entry.size != have:
            findings.warn(FaultKind.FETCH_SIZE_DIFFERS, entry.path, have=have, want=entry.size)


def check_coverage(
    listing: Listing,
    matching: Matching,
    manifests: Sequence[Manifest],
    declaration: Declaration,
    findings: Findings,
) -> None:
    """Each payload file is listed: from 1.0 on in every payload manifest, before that in one at least."""
    payload_manifests = [manifest.name for manifest in manifests if not manifest.for_tags]
    tag_manifests = [manifest.name for manifest in manifests if manifest.for_tags]
    known = {manifest.name for manifest in manifests}
    covered_tags = {path for name in tag_manifests for path in matching.covered[name]}
    for path in listing.files:
        if path.startswith(PAYLOAD_PREFIX):
            lacking = [name for name in payload_manifests if path not in matching.covered[name]]
            if lacking and (declaration.strict or len(lacking) == len(payload_manifests)):
                system = path.rpartition("/")[2].lower() in _SYSTEM_FILES
                hint = " Ini berkas buatan sistem operasi; boleh dihapus." if system else ""
                findings.error(FaultKind.NOT_IN_MANIFEST, path, manifest=", ".join(lacking), hint=hint)
        elif tag_manifests and path not in known and path not in covered_tags:
            findings.warn(FaultKind.TAG_FILE_NOT_LISTED, path)


def check_names(listing: Listing, manifests: Iterable[Manifest], findings: Findings) -> None:
    """Warn of names that would fall together on another system."""
    listed = {path for manifest in manifests for path in manifest.entries}
    for names in (listing.files.keys(), listed):
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(names):
            groups[_normal(name).lower()].append(name)
        for first, *others in groups.values():
            forms = {_normal(first)}
            for name in others:
                if _normal(name) in forms:
                    findings.warn(FaultKind.NORMALIZATION_CLASH, name)
                else:
                    findings.warn(FaultKind.CASE_CLASH, name, other=first)
                forms.add(_normal(name))


def check_oxum(
    listing: Listing, info: Iterable[tuple[str, str]], declaration: Declaration, findings: Findings
) -> None:
    """Payload-Oxum of bag-info.txt, where given, is the payload's bytes and count."""
    values = [value for label, value in info if label.lower() == "payload-oxum"]
    if not values:
        return
    if len(values) > 1:
        reason = "tertulis lebih dari sekali"
        findings.add(declaration.strict, FaultKind.BAD_PAYLOAD_OXUM, reason=reason)
    wanted = parse_payload_oxum(values[0])
    if wanted is None:
        findings.error(FaultKind.BAD_PAYLOAD_OXUM, reason=f"“{values[0]}” bukan jumlah bita dan berkas")
        return
    files, total = payload_totals(listing.files)
    if wanted != (total, files):
        findings.error(
            FaultKind.PAYLOAD_OXUM_MISMATCH,
            want_bytes=wanted[0],
            want_files=wanted[1],
            have_bytes=total,
            have_files=files,
        )


def payload_totals(files: Mapping[str, int]) -> tuple[int, int]:
    """Number and bytes of the payload files."""
    sizes = [size for path, size in files.items() if path.startswith(PAYLOAD_PREFIX)]
    return len(sizes), sum(sizes)


def _normal(path: str) -> str:
    return path if path.isascii() else unicodedata.normalize("NFC", path)
