"""What has changed between two bundles: every file of both is accounted for exactly once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePosixPath

from zidesk.domain.bundle_record import BundleIdentity, BundleRecord, RecordedAnswer, RecordedFile


@dataclass(frozen=True, slots=True)
class FilePair:
    """A file of the earlier bundle and what stands for it in the later one."""

    before: RecordedFile
    after: RecordedFile


@dataclass(frozen=True, slots=True)
class AnswerPair:
    """A question both bundles cover, whose answer, score or note differs."""

    before: RecordedAnswer
    after: RecordedAnswer

    @property
    def only_note(self) -> bool:
        return (self.before.answer, self.before.score) == (self.after.answer, self.after.score)


@dataclass(frozen=True, slots=True)
class ScorePair:
    """Points before and after; of an area, a result or the whole."""

    label: str
    before: Fraction
    after: Fraction

    @property
    def gain(self) -> Fraction:
        return self.after - self.before


@dataclass(frozen=True)
class Changes:
    """`replaced`: another content in the same question and by the same title or number, or at the same place.
    `moved`: the same original under another name, at another place. `recopied`: the same original at the same
    place, prepared otherwise (shrunk, locked). `same`: how many files are what they were. `scores`: every row
    both have, changed or not. `whole` False: only names and hashes of files could be compared."""

    before: BundleIdentity
    after: BundleIdentity
    added: tuple[RecordedFile, ...] = ()
    removed: tuple[RecordedFile, ...] = ()
    replaced: tuple[FilePair, ...] = ()
    moved: tuple[FilePair, ...] = ()
    recopied: tuple[FilePair, ...] = ()
    answers: tuple[AnswerPair, ...] = ()
    scores: tuple[ScorePair, ...] = ()
    same: int = 0
    whole: bool = True

    @property
    def files_changed(self) -> int:
        lists = (self.added, self.removed, self.replaced, self.moved, self.recopied)
        return sum(map(len, lists))

    @property
    def score_changes(self) -> tuple[ScorePair, ...]:
        return tuple(pair for pair in self.scores if pair.before != pair.after)

    @property
    def none(self) -> bool:
        """Nothing an assessor could see differs."""
        return not (self.files_changed or self.answers or self.score_changes)

    @property
    def scope_differs(self) -> bool:
        """One of the bundles covers other areas, so that files are missing from it without having been removed."""
        return self.whole and self.before.areas != self.after.areas


Key = Callable[[RecordedFile], Hashable]

# how a file is found again, the surest way first; a key of None finds nothing
_WAYS: tuple[Key, ...] = (
    lambda file: (file.path, file.question, file.source, file.label),
    lambda file: (file.question, file.source, file.label),
    lambda file: (file.question, file.source),
    lambda file: file.source,
    lambda file: (file.question, file.label) if any(file.label) else None,
    lambda file: (file.question, file.number) if file.number else None,
    lambda file: (file.question, file.title) if file.title else None,
    lambda file: file.path,
)


def compare_records(before: BundleRecord, after: BundleRecord) -> Changes:
    """Everything that differs; whether the two belong together is the caller's question.

    Where one of them is not whole, files are compared by path and hash alone, and nothing else.
    """
    whole = before.whole and after.whole
    pairs: list[FilePair] = []
    added: list[RecordedFile] = []
    removed: list[RecordedFile] = []
    for old, new in _comparable(before, after) if whole else [(_bare(before), _bare(after))]:
        matched, gone, come = _match(old, new)
        pairs += matched
        removed += gone
        added += come
    kinds: dict[str, list[FilePair]] = defaultdict(list)
    for pair in pairs:
        kinds[_kind(pair)].append(pair)
    return Changes(
        before.identity,
        after.identity,
        added=tuple(added),
        removed=tuple(removed),
        replaced=tuple(kinds["replaced"]),
        moved=tuple(kinds["moved"]),
        recopied=tuple(kinds["recopied"]),
        answers=_answers(before, after) if whole else (),
        scores=_scores(before, after) if whole else (),
        same=len(kinds["same"]),
        whole=whole,
    )


def _comparable(
    before: BundleRecord, after: BundleRecord
) -> list[tuple[tuple[RecordedFile, ...], tuple[RecordedFile, ...]]]:
    """Evidence with evidence, papers with papers: a signed scan attached as evidence is no moved paper."""
    return [(before.evidence, after.evidence), (before.papers, after.papers)]


def _bare(record: BundleRecord) -> tuple[RecordedFile, ...]:
    """Files without what only one of the bundles tells of them."""
    return tuple(RecordedFile(file.path, file.sha256, file.size, "") for file in record.files)


def _match(
    before: Iterable[RecordedFile], after: Iterable[RecordedFile]
) -> tuple[list[FilePair], list[RecordedFile], list[RecordedFile]]:
    """Pairs, then what is left over of either, each in the order of its bundle."""
    old, new = tuple(before), tuple(after)
    waiting, coming = dict(enumerate(old)), dict(enumerate(new))
    found: list[tuple[int, int]] = []
    for key in _WAYS:
        groups = _grouped(waiting, key), _grouped(coming, key)
        for value in groups[0].keys() & groups[1].keys():
            found.extend(zip(groups[0][value], groups[1][value], strict=False))
        waiting = {place: old[place] for place in waiting.keys() - {place for place, _ in found}}
        coming = {place: new[place] for place in coming.keys() - {place for _, place in found}}
    pairs = [FilePair(old[left], new[right]) for left, right in sorted(found, key=lambda pair: pair[1])]
    return pairs, [old[place] for place in sorted(waiting)], [new[place] for place in sorted(coming)]


def _grouped(files: dict[int, RecordedFile], key: Key) -> dict[Hashable, list[int]]:
    """Places by key, each group in the order of paths: from both sides the same files are paired."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for place in sorted(files, key=lambda place: files[place].path):
        value = key(files[place])
        if value is not None:
            groups[value].append(place)
    return groups


def _kind(pair: FilePair) -> str:
    before, after = pair.before, pair.after
    if before.source != after.source:
        return "replaced"
    if before.sha256 != after.sha256 and _stand(before) == _stand(after):
        return "recopied"
    if (before.path, before.question, before.label) != (after.path, after.question, after.label):
        return "moved"
    return "same"


def _stand(file: RecordedFile) -> Hashable:
    """Where it stands, whatever it was prepared as: a photo that is locked becomes a PDF of the same name."""
    return (PurePosixPath(file.path).with_suffix(""), file.question, file.label)


def _answers(before: BundleRecord, after: BundleRecord) -> tuple[AnswerPair, ...]:
    old = {item.code: item for item in before.answers}
    both = (AnswerPair(old[item.code], item) for item in after.answers if item.code in old)
    return tuple(pair for pair in both if not pair.only_note or pair.before.note != pair.after.note)


def _scores(before: BundleRecord, after: BundleRecord) -> tuple[ScorePair, ...]:
    old = {item.label: item.score for item in before.scores}
    return tuple(ScorePair(item.label, old[item.label], item.score) for item in after.scores if item.label in old)
