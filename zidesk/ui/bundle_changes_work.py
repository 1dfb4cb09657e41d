"""What comparing two bundles has done in the background: plain functions over the services. No Qt."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zidesk.domain.bundle_changes import Changes
from zidesk.domain.progress import CancelToken
from zidesk.storage.paths import Resources

if TYPE_CHECKING:
    from zidesk.services.documents.bundle_changes.lines import ChangeLine


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: the question or what stands for it, what it is, what is said of it."""

    place: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Comparison:
    """What was found, and in words: `moments` of both bundles, a summary, remarks, the list by section."""

    changes: Changes
    moments: tuple[str, str]
    summary: str
    remarks: tuple[str, ...]
    sections: tuple[Section, ...]


def compare(earlier: Path, later: Path, cancel: CancelToken) -> Comparison:
    """Raises like `compare_bundles`."""
    from zidesk.services.bundle_changes.comparing import compare_bundles
    from zidesk.services.documents.bundle_changes.lines import change_groups
    from zidesk.services.documents.bundle_changes.words import moment_words, remarks, summary_words

    changes = compare_bundles(earlier, later, cancel)
    files = (
        Section(f"{group.title} ({len(group.lines)})", tuple(map(_file_row, group.lines)))
        for group in change_groups(changes)
    )
    return Comparison(
        changes,
        (moment_words(changes.before), moment_words(changes.after)),
        summary_words(changes),
        remarks(changes),
        (*_scores(changes), *_answers(changes), *files),
    )


def export(changes: Changes, out: Path, resources: Resources) -> Path:
    """Write the list as PDF. Raises WrongSuffix, StorageFault."""
    from zidesk.services.documents.bundle_changes.document import write_changes
    from zidesk.services.documents.paper import Stationery

    write_changes(out, changes, Stationery(resources.fonts))
    return out


def _file_row(line: "ChangeLine") -> Row:
    return Row(line.place, line.title, line.detail)


def _scores(changes: Changes) -> tuple[Section, ...]:
    from zidesk.services.documents.bundle_changes.words import score_words

    rows = tuple(Row("", pair.label, score_words(pair)) for pair in changes.score_changes)
    return (Section(f"Nilai ({len(rows)})", rows),) if rows else ()


def _answers(changes: Changes) -> tuple[Section, ...]:
    from zidesk.services.documents.bundle_changes.words import answer_text, note_words

    rows = tuple(
        Row(
            pair.after.code,
            pair.after.text,
            ", ".join(filter(None, (f"{answer_text(pair.before)} → {answer_text(pair.after)}", note_words(pair)))),
        )
        for pair in changes.answers
    )
    return (Section(f"Jawaban ({len(rows)})", rows),) if rows else ()
