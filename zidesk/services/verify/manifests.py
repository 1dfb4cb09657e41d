"""Finds and reads every manifest of a bag, and says what is wrong with their lines.

Stricter than bagit-python: a line that is not understood is an error (there only a log message), a
manifest of an unknown algorithm is an error (there it is ignored), and tag manifests count in every version.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from zidesk.domain.manifest import LineIssue, LineProblem, ManifestEntry, parse_manifest
from zidesk.services.verify.findings import Findings
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.source import Listing
from zidesk.services.verify.tags import Declaration, TagReader

_NAME = re.compile(r"(tag)?manifest-(.+)\.txt", re.IGNORECASE)
# the RFC's names have no signs ("sha3256"); bagit-python writes Python's own ("sha3_256")
ALGORITHMS: Final[Mapping[str, str]] = {
    re.sub(r"[^a-z0-9]", "", name): name
    for name in hashlib.algorithms_guaranteed
    if hashlib.new(name, usedforsecurity=False).digest_size  # shake_* have no length of their own
}
_REASONS: Final[Mapping[LineIssue, str]] = {
    LineIssue.COMMENT: "komentar",
    LineIssue.BINARY_MARK: "ada tanda * di depan nama berkas",
    LineIssue.NOT_PLAIN: "alamat memuat ./ atau garis miring berlebih",
    LineIssue.BARE_PERCENT: "tanda % tidak ditulis %25",
}


@dataclass(frozen=True, slots=True)
class Manifest:
    """One manifest. `algorithm` is hashlib's name, None when it is not known; `entries` by path."""

    name: str
    for_tags: bool
    algorithm: str | None
    entries: Mapping[str, ManifestEntry]


def read_manifests(
    reader: TagReader, listing: Listing, declaration: Declaration, findings: Findings
) -> list[Manifest]:
    """Every manifest that can be read, payload manifests first."""
    found = [
        (match[1] is not None, name, match[2])
        for name in listing.files
        if "/" not in name and (match := _NAME.fullmatch(name))
    ]
    if not any(not for_tags for for_tags, _, _ in found):
        findings.error(FaultKind.NO_MANIFEST)
    manifests = []
    for for_tags, name, written in sorted(found):
        if name != name.lower():
            findings.warn(FaultKind.NAME_CASE, name)
        algorithm = ALGORITHMS.get(re.sub(r"[^a-z0-9]", "", written.lower()))
        if algorithm is None:
            findings.error(FaultKind.UNKNOWN_ALGORITHM, name, algorithm=written)
        text = reader.text(name, declaration)
        if text is None:
            continue
        digits = hashlib.new(algorithm, usedforsecurity=False).digest_size * 2 if algorithm else None
        entries, problems = parse_manifest(text, declaration.version, digits)
        _note_problems(name, problems, findings)
        manifests.append(Manifest(name, for_tags, algorithm, _by_path(name, entries, declaration, findings)))
    return manifests


def _by_path(
    name: str, entries: list[ManifestEntry], declaration: Declaration, findings: Findings
) -> Mapping[str, ManifestEntry]:
    by_path: dict[str, ManifestEntry] = {}
    for entry in entries:
        first = by_path.setdefault(entry.path, entry)
        if first.checksum != entry.checksum:
            findings.error(FaultKind.CONFLICTING_ENTRY, entry.path, manifest=name)
        elif first is not entry:
            findings.add(declaration.strict, FaultKind.DUPLICATE_ENTRY, entry.path, manifest=name)
    return by_path


def _note_problems(name: str, problems: list[LineProblem], findings: Findings) -> None:
    tolerated: defaultdict[LineIssue, list[int]] = defaultdict(list)
    for problem in problems:
        match problem.issue:
            case LineIssue.MALFORMED | LineIssue.TOO_LONG:
                shown = problem.text if len(problem.text) <= 80 else f"{problem.text[:80]}…"
                findings.error(FaultKind.BAD_MANIFEST_LINE, name, line=problem.line, text=shown)
            case LineIssue.UNSAFE_PATH:
                where = f" (baris {problem.line} dalam {name})"
                findings.error(FaultKind.UNSAFE_PATH, problem.text, where=where)
            case issue:
                tolerated[issue].append(problem.line)
    for issue, numbers in tolerated.items():  # md5sum marks every line: one warning, not thousands
        more = f" dan {len(numbers) - 1} baris lain" if len(numbers) > 1 else ""
        findings.warn(FaultKind.NONSTANDARD_LINE, name, lines=f"{numbers[0]}{more}", reason=_REASONS[issue])
