"""The BagIt tag files (RFC 8493) that make the folder a bag any tool can check."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zidesk import __version__
from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.manifest import BAGIT_TXT, format_bag_info, format_manifest, payload_oxum
from zidesk.domain.zip_form import AGENT
from zidesk.services.bundle.documents import MadeDocument
from zidesk.services.bundle.payload import Payload
from zidesk.services.bundle.staging import Staging, drive_faults_named

MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"


@dataclass(frozen=True, slots=True)
class Written:
    """Everything that lies in the payload folder now: what was copied, and papers that were made."""

    payload: Payload
    made: tuple[MadeDocument, ...]

    def entries(self) -> Iterator[tuple[str, str, int]]:
        """Path, hash and size of each file."""
        for item in self.payload.files:
            yield item.path, item.use.file.sha256, item.use.file.size
        for document in self.payload.signed:
            copy = document.paper.signed
            assert copy is not None
            yield document.path, copy.sha256, copy.size
        for made in self.made:
            yield made.path, made.sha256, made.size


def write_manifests(
    assessment: Assessment,
    plan: BundlePlan,
    inside: Written,
    papers: tuple[str, ...],
    staging: Staging,
) -> tuple[str, ...]:
    """Write bagit.txt, bag-info.txt and the manifests, and return their names. Raises DriveFault."""
    manifest = format_manifest((path, sha256) for path, sha256, _ in inside.entries())
    texts = {
        "bagit.txt": BAGIT_TXT,
        "bag-info.txt": format_bag_info(_bag_info(assessment, plan, inside)),
        MANIFEST: manifest,
    }
    with drive_faults_named(staging.path):
        for name, text in texts.items():
            (staging.path / name).write_bytes(text.encode("utf-8"))
        tags = [(name, _hash(staging.path / name)) for name in (*papers, *texts)]
        (staging.path / TAG_MANIFEST).write_bytes(format_manifest(tags).encode("utf-8"))
    return (*texts, TAG_MANIFEST)


def _bag_info(assessment: Assessment, plan: BundlePlan, inside: Written) -> list[tuple[str, str]]:
    school = assessment.profile.school
    sizes = [size for _, _, size in inside.entries()]
    pairs = [
        ("Source-Organization", school.name),
        ("Organization-Address", ", ".join(filter(None, (school.address, school.regency, school.province)))),
        ("External-Description", f"Bukti dukung Zona Integritas {assessment.profile.year}, {school.name}"),
        ("External-Identifier", plan.root_name),
        # the day the data last changed, so that the same data gives the same bag
        ("Bagging-Date", f"{assessment.changed_at:%Y-%m-%d}"),
        ("Bag-Software-Agent", f"{AGENT}{__version__}"),
        ("Payload-Oxum", payload_oxum(sum(sizes), len(sizes))),
        ("ZI-Instrument", assessment.instrument.id),
        ("ZI-Layout", plan.layout_id),
        ("ZI-Scope", ", ".join(plan.areas)),
    ]
    pairs.extend(
        ("ZI-Omitted", f"{item.question_code} {item.name}: {item.reason}") for item in inside.payload.omitted
    )
    return [(name, value) for name, value in pairs if value]


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
