"""Which files of a bundle under update need not be read again."""

from zidesk.domain.manifest import parse_manifest
from zidesk.services.bundle.manifests import MANIFEST
from zidesk.services.bundle.request import BundleRequest
from zidesk.services.bundle.staging import Staging


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
