"""The differences of two bundles in words: papers, the portal, the window and the command line say the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from zidesk.domain.archive_layout import DOCUMENTS, PAYLOAD
from zidesk.domain.bundle_changes import Changes, FilePair
from zidesk.domain.bundle_record import RecordedFile
from zidesk.domain.clean_text import single_line
from zidesk.domain.indonesian import format_date_short, format_size

PAPER = "Dokumen"  # stands for a question's code where a paper is meant
_PAPERS = f"{PAYLOAD}/{DOCUMENTS}/"


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """`place`: the question's code, "Dokumen", or the folder where no more is known. `question`: the code, ""
    where there is none. `path`: where the file lies; in the later bundle, unless it is `gone`."""

    place: str
    question: str
    title: str
    detail: str
    path: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Files of one fate. `key` is "added", "replaced", "recopied", "moved" or "removed"."""

    key: str
    title: str
    about: str
    lines: tuple[ChangeLine, ...]


_TITLES = {
    "added": ("Ditambahkan", "Ada di paket ini, tidak ada di paket sebelumnya."),
    "replaced": ("Diganti", "Judul, nomor, atau tempatnya sama, isinya lain."),
    "recopied": ("Disalin ulang", "Berkas aslinya sama; salinan di dalam paket disiapkan dengan cara lain."),
    "moved": ("Berganti nama atau tempat", "Berkas aslinya sama; keterangan atau letaknya lain."),
    "removed": ("Tidak ada lagi", "Ada di paket sebelumnya, tidak ada di paket ini."),
}


def change_groups(changes: Changes) -> tuple[ChangeGroup, ...]:
    """The groups that have something in them, each in the order of its bundle."""
    lines = {
        "added": map(_added, changes.added),
        "replaced": _pairs(changes.replaced, _replaced_detail),
        "recopied": _pairs(changes.recopied, _size_then),
        "moved": _pairs(changes.moved, _moved_detail),
        "removed": map(_removed, changes.removed),
    }
    groups = (ChangeGroup(key, *_TITLES[key], tuple(lines[key])) for key in _TITLES)
    return tuple(group for group in groups if group.lines)


def _added(file: RecordedFile) -> ChangeLine:
    return _line(file, _facts(file))


def _removed(file: RecordedFile) -> ChangeLine:
    return _line(file, _facts(file), gone=True)


def _pairs(pairs: Iterable[FilePair], detail: Callable[[FilePair], str]) -> Iterable[ChangeLine]:
    return (_line(pair.after, detail(pair)) for pair in pairs)


def _line(file: RecordedFile, detail: str, *, gone: bool = False) -> ChangeLine:
    return ChangeLine(_place(file), file.question, _title(file), detail, file.path, gone)


def _replaced_detail(pair: FilePair) -> str:
    before, after = pair.before, pair.after
    facts = [_facts(after), f"semula {format_size(before.size)}" if before.size else "", *_label_then(pair)]
    if before.question != after.question:
        facts.append(f"semula pada {_place(before)}")
    return " · ".join(filter(None, facts))


def _size_then(pair: FilePair) -> str:
    return f"{format_size(pair.after.size)} · semula {format_size(pair.before.size)}"


def _moved_detail(pair: FilePair) -> str:
    """What differs of its place and label; where only the file's own name does, that. Then how it was prepared."""
    before, after = pair.before, pair.after
    facts = [f"semula pada {_place(before)}"] if _place(before) != _place(after) else []
    facts += _label_then(pair)
    if not facts:
        facts.append(f"nama berkas semula {single_line(PurePosixPath(before.path).name)}")
    if before.sha256 != after.sha256:
        facts.append(f"disalin ulang, {_size_then(pair)}")
    return " · ".join(facts)


def _label_then(pair: FilePair) -> list[str]:
    """The former title, number and date, where they were others."""
    before, after = pair.before, pair.after
    facts = []
    if before.title != after.title:
        facts.append(f"judul semula “{_title(before)}”")
    if before.number != after.number:
        facts.append(f"nomor semula {single_line(before.number) or 'kosong'}")
    if before.dated != after.dated:
        facts.append(f"tanggal semula {format_date_short(before.dated) if before.dated else 'kosong'}")
    return facts


def _facts(file: RecordedFile) -> str:
    """Number, date and size, as far as they are known."""
    dated = format_date_short(file.dated) if file.dated else ""
    size = format_size(file.size) if file.size else ""
    return " · ".join(filter(None, (single_line(file.number), dated, size)))


def _place(file: RecordedFile) -> str:
    if file.question:
        return single_line(file.question)
    if file.path.startswith(_PAPERS):
        return PAPER
    return single_line(PurePosixPath(file.path).parent.name)


def _title(file: RecordedFile) -> str:
    return single_line(file.title) or single_line(file.original_name) or PurePosixPath(file.path).stem
