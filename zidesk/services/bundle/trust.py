"""An earlier bundle under update: which of its files need not be read again, and that it is none meanwhile."""

from zidesk.domain.manifest import parse_manifest
from zidesk.services.bundle.manifests import MANIFEST
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.bundle.staging import Staging, drive_faults_named

_SEALS = ("bagit.txt", "manifest-*.txt", "tagmanifest-*.txt")


def trusted_hashes(staging: Staging, request: BundleRequest) -> dict[str, str]:
    """Path → SHA-256 from the finished bundle's own manifest, for an update only.

    A file of the right size at its place is then taken for what the manifest says: reading back proves it
    afterwards. What an interrupted run left has no manifest and is hashed.
    """
    path = staging.path / MANIFEST
    if not request.update or not path.is_file():
        return {}
    entries, problems = parse_manifest(path.read_text(encoding="utf-8"), (1, 0))
    return {} if problems else {entry.path: entry.checksum for entry in entries}


def break_seals(staging: Staging) -> None:
    """Remove the manifests of an earlier bundle: what is being changed must not pass a check meanwhile."""
    with drive_faults_named(staging.path):
        for pattern in _SEALS:
            for path in staging.path.glob(pattern):
                path.unlink()
