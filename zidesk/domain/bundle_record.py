"""What a bundle holds, as values: the record each bundle carries of itself, so that two can be compared."""

from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class RecordedFile:
    """A file of the payload. `path` relative to the bundle; `sha256` and `size` (bytes) of what is in the bundle;
    `original`: the hash of the original it was made from, the same where it went in as it is.

    `question` is "" for papers and where nothing is known of it."""

    path: str
    sha256: str
    size: int
    title: str
    question: str = ""
    number: str = ""
    dated: date | None = None
    original: str = ""
    original_name: str = ""

    @property
    def source(self) -> str:
        """The hash by which it is known as the same piece of evidence, however it was prepared."""
        return self.original or self.sha256

    @property
    def label(self) -> tuple[str, str, date | None]:
        """What it is called by people."""
        return (self.title, self.number, self.dated)


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """A question the bundle covers. `answer`: canonical text, "" if none; `score` 0..1, None without one."""

    code: str
    text: str
    answer: str
    score: Fraction | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecordedScore:
    """The points of an area, a result or the whole, as papers name it."""

    label: str
    score: Fraction
    weight: Fraction


@dataclass(frozen=True, slots=True)
class BundleIdentity:
    """Whose bundle it is and of which moment. Facts that are not known are "" or 0 or None.

    `areas`: what it is limited to, empty for the whole sheet. `changed_at`: when its data last changed."""

    school: str = ""
    npsn: str = ""
    year: int = 0
    instrument: str = ""
    areas: tuple[str, ...] = ()
    changed_at: datetime | None = None


@dataclass(frozen=True)
class BundleRecord:
    """`whole` False: a bundle without a record of its own, of which only the names and hashes of its files are
    known. Paths are unique."""

    identity: BundleIdentity
    evidence: tuple[RecordedFile, ...] = field(repr=False)
    papers: tuple[RecordedFile, ...] = field(repr=False, default=())
    answers: tuple[RecordedAnswer, ...] = field(repr=False, default=())
    scores: tuple[RecordedScore, ...] = field(repr=False, default=())
    whole: bool = True

    @property
    def files(self) -> tuple[RecordedFile, ...]:
        return (*self.evidence, *self.papers)
