"""Two bundles side by side."""

from pathlib import Path

from zidesk.domain.bundle_changes import Changes, compare_records
from zidesk.domain.bundle_record import BundleIdentity, BundleRecord
from zidesk.domain.errors import BundlesUnrelated
from zidesk.domain.progress import CancelToken
from zidesk.services.bundle_changes.reading import read_bundle


def compare_bundles(earlier: Path, later: Path, cancel: CancelToken | None = None) -> Changes:
    """Raises BundlesUnrelated and what `read_bundle` raises."""
    before = read_bundle(earlier, cancel)
    return changes_since(before, read_bundle(later, cancel), earlier)


def changes_since(before: BundleRecord, after: BundleRecord, earlier: Path) -> Changes:
    """`earlier`: where `before` was read from. Raises BundlesUnrelated."""
    check_related(before.identity, after.identity, earlier)
    return compare_records(before, after)


def check_related(before: BundleIdentity, after: BundleIdentity, earlier: Path) -> None:
    """Both are of one school, year and sheet, as far as that is known. Raises BundlesUnrelated."""
    if not _same_school(before, after):
        raise BundlesUnrelated(earlier, "school", _school(before), _school(after))
    if before.year and after.year and before.year != after.year:
        raise BundlesUnrelated(earlier, "year", str(before.year), str(after.year))
    if before.instrument and after.instrument and before.instrument != after.instrument:
        raise BundlesUnrelated(earlier, "instrument", before.instrument, after.instrument)


def _same_school(before: BundleIdentity, after: BundleIdentity) -> bool:
    """By number where both have one: names are spelled in several ways."""
    if before.npsn and after.npsn:
        return before.npsn == after.npsn
    names = [" ".join(of.school.split()).casefold() for of in (before, after)]
    return not all(names) or names[0] == names[1]


def _school(of: BundleIdentity) -> str:
    return f"{of.school} (NPSN {of.npsn})" if of.npsn else of.school
