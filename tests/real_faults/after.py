"""What must hold after any fault. Each function gives what is wrong, in a sentence each; nothing means kept."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from zidesk.domain.errors import ZideskError
from zidesk.services.evidence.strays import clean_strays
from zidesk.services.verify import verify_bundle
from zidesk.services.workspaces.health import HealthKind, examine
from zidesk.storage.database import quick_check
from zidesk.storage.workspace import Workspace, open_workspace

_OF_A_WORKSPACE = {"zidesk.db", "bukti", "cadangan", "cache", "zidesk.lock"}


@dataclass(frozen=True)
class Held:
    """All that a workspace holds, without the times: answers, uses in their lists, the bin, hashes."""

    answers: frozenset[tuple[str, str, str]]
    uses: frozenset[tuple[str, str, str]]
    binned: frozenset[tuple[str, str]]

    def lost_in(self, later: "Held") -> list[str]:
        """What was held before and is not any more."""
        lost = [*(self.answers - later.answers), *(self.uses - later.uses), *(self.binned - later.binned)]
        return [f"lost: {item}" for item in lost]


def held_by(workspace: Workspace) -> Held:
    return Held(
        frozenset((code, str(answer.value), answer.note) for code, answer in workspace.answers.all().items()),
        frozenset(
            (code, use.file.sha256, use.title) for code, uses in workspace.evidence.lists().items() for use in uses
        ),
        frozenset((use.file.sha256, use.title) for use in workspace.evidence.bin()),
    )


def held_in(root: Path) -> Held:
    """Read without changing anything."""
    workspace = open_workspace(root, read_only=True)
    try:
        return held_by(workspace)
    finally:
        workspace.close()


def wrong_with_workspace(root: Path, before: Held) -> list[str]:
    """Opens, sound, nothing of `before` lost, every original there with its hash; strays named and removable."""
    try:
        complaint = quick_check(root / "zidesk.db")
        workspace = open_workspace(root)
    except ZideskError as fault:
        return [f"does not open: {fault!r} {vars(fault)}"]
    try:
        found = [f"quick_check: {complaint}"] if complaint else []
        found += before.lost_in(held_by(workspace))
        found += _wrong_originals(workspace)
        found += _wrong_strays(workspace)
    finally:
        workspace.close()
    return found


def _wrong_originals(workspace: Workspace) -> Iterator[str]:
    for sha256, size, name in workspace.contents():
        path = workspace.store.path_of(sha256)
        if not path.is_file():
            yield f"original of {name} is gone"
        else:
            data = path.read_bytes()
            if len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
                yield f"original of {name} is altered"


def _wrong_strays(workspace: Workspace) -> Iterator[str]:
    """The doctor names every file that is not needed, and cleaning removes it."""
    needed = {workspace.store.path_of(sha256) for sha256, _, _ in workspace.contents()}
    root = workspace.paths.root
    strays = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path not in needed and _is_stray(path.relative_to(root))
    }
    kinds = (HealthKind.ORPHANED, HealthKind.LEFTOVER)
    named = {fault.path for fault in examine(workspace).faults if fault.kind in kinds}
    yield from (f"the doctor does not name {path}" for path in sorted(strays - named))
    clean_strays(workspace)
    yield from (f"cleaning leaves {path}" for path in sorted(strays) if (root / path).exists())


def _is_stray(path: Path) -> bool:
    if len(path.parts) == 1:
        return not path.name.startswith(("zidesk.db-", "zidesk.lock")) and path.name != "zidesk.db"
    if path.parts[0] == "cadangan":
        return path.suffix != ".db" and not path.name.startswith("rusak-")
    return path.parts[0] != "cache"  # which heals itself


def wrong_with_bundles(folder: Path, unfinished_may_stay: bool = True) -> list[str]:
    """Nothing under a final name that fails verify; whatever else is there says that it is unfinished."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.endswith(".belum-selesai"):
            if not unfinished_may_stay:
                found.append(f"left: {path.name}")
            continue
        if path.name.startswith(".") or not path.name.startswith("ZI-"):
            continue
        try:
            verdict = verify_bundle(path)
        except ZideskError as fault:
            found.append(f"{path.name} under its final name: {fault!r}")
            continue
        if not verdict.valid:
            found.append(f"{path.name} under its final name fails: {verdict.errors[:3]}")
    return found
