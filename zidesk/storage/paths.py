"""Every path of a workspace and of the program, in one place."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WorkspacePaths:
    """The parts of a workspace folder; all relative to `root`, so it opens from any drive."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "zidesk.db"

    @property
    def originals(self) -> Path:
        return self.root / "bukti"

    @property
    def backups(self) -> Path:
        return self.root / "cadangan"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    @property
    def lock(self) -> Path:
        return self.root / "zidesk.lock"

    @property
    def lock_holder(self) -> Path:
        return self.root / "zidesk.lock.json"


@dataclass(frozen=True, slots=True)
class Resources:
    """The data that ships with the program."""

    root: Path

    @property
    def instruments(self) -> Path:
        return self.root / "instruments"

    @property
    def layouts(self) -> Path:
        return self.root / "layouts"

    @property
    def fonts(self) -> Path:
        return self.root / "fonts"

    @property
    def icons(self) -> Path:
        return self.root / "icons"

    @property
    def guide(self) -> Path:
        return self.root / "guide"

    @property
    def app_picture(self) -> Path:
        """The program's own sign, large."""
        return self.icons / "app" / "zidesk-256.png"

    @property
    def demo(self) -> Path:
        return self.root / "demo"


def shipped_resources() -> Resources:
    """The resources folder: beside the package in a checkout, inside it when frozen."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "resources"
    return Resources(inside if inside.is_dir() else package.parent / "resources")
