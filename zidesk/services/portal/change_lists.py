"""Berubah sejak paket sebelumnya: the differences to an earlier bundle, as the portal shows them."""

from dataclasses import dataclass

from zidesk.domain.bundle_changes import Changes
from zidesk.domain.indonesian import format_number
from zidesk.services.documents.bundle_changes.lines import ChangeLine, change_groups
from zidesk.services.documents.bundle_changes.words import (
    answer_text,
    moment_words,
    note_words,
    remarks,
    summary_words,
)
from zidesk.services.documents.reports.progress_table import change_words
from zidesk.services.portal.area_pages import question_anchor
from zidesk.services.portal.safe_text import fragment, plain, relative_href


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """`href`: the file in this bundle, "" where it is in the earlier one only. `question`: where its question
    stands in the page, "" without one."""

    place: str
    question: str
    title: str
    href: str
    path: str
    detail: str


@dataclass(frozen=True, slots=True)
class ChangedFiles:
    title: str
    about: str
    files: tuple[ChangedFile, ...]


@dataclass(frozen=True, slots=True)
class ChangedAnswer:
    """Before and after as words; `note`: how the note differs, "" where it does not."""

    code: str
    href: str
    text: str
    before: str
    after: str
    note: str


@dataclass(frozen=True, slots=True)
class ChangeLists:
    """`scores`: rows of label, before, after, change, and whether anything changed."""

    before: str
    after: str
    summary: str
    remarks: tuple[str, ...]
    scores: tuple[tuple[str, str, str, str, bool], ...]
    answers: tuple[ChangedAnswer, ...]
    groups: tuple[ChangedFiles, ...]


def change_lists(changes: Changes) -> ChangeLists:
    """All texts harmless for reading; escaping is the template's work."""
    return ChangeLists(
        plain(moment_words(changes.before)),
        plain(moment_words(changes.after)),
        plain(summary_words(changes)),
        tuple(map(plain, remarks(changes))),
        _scores(changes),
        tuple(
            ChangedAnswer(
                plain(pair.after.code),
                fragment(question_anchor(pair.after.code)),
                plain(pair.after.text),
                plain(answer_text(pair.before)),
                plain(answer_text(pair.after)),
                note_words(pair),
            )
            for pair in changes.answers
        ),
        tuple(
            ChangedFiles(group.title, group.about, tuple(map(_file, group.lines)))
            for group in change_groups(changes)
        ),
    )


def _scores(changes: Changes) -> tuple[tuple[str, str, str, str, bool], ...]:
    if not changes.score_changes:
        return ()
    return tuple(
        (
            plain(pair.label),
            format_number(pair.before),
            format_number(pair.after),
            change_words(pair.gain),
            pair.before != pair.after,
        )
        for pair in changes.scores
    )


def _file(line: ChangeLine) -> ChangedFile:
    return ChangedFile(
        plain(line.place),
        fragment(question_anchor(line.question)) if line.question and not line.gone else "",
        plain(line.title),
        "" if line.gone else relative_href(line.path),
        plain(line.path),
        plain(line.detail),
    )
