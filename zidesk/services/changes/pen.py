"""Writing uses within a change, remembering how each was, so that the way back is known."""

from collections.abc import Sequence
from dataclasses import replace

from zidesk.domain.errors import AlreadyAttached, EvidenceChanged, EvidenceInBin, UnknownEvidence
from zidesk.services.changes.kinds import Done, PutBack
from zidesk.storage.repositories.use_desk import UseDesk
from zidesk.storage.repositories.use_record import UseRecord


class Pen:
    """One change's writing. `done` tells it."""

    def __init__(self, desk: UseDesk) -> None:
        self.desk = desk
        self._before: dict[int, UseRecord] = {}
        self._after: dict[int, UseRecord] = {}
        self._gone: set[int] = set()

    def there(self, use_ids: Sequence[int]) -> list[int]:
        """Those that were not purged from the bin. Raises UnknownEvidence when all of them were."""
        found = [use_id for use_id in use_ids if self.desk.knows(use_id)]
        if use_ids and not found:
            raise UnknownEvidence(use_ids[0])
        self._gone.update(set(use_ids) - set(found))
        return found

    def in_use(self, use_id: int) -> UseRecord:
        """A use outside the bin. Raises UnknownEvidence, EvidenceInBin."""
        record = self.desk.record(use_id)
        if record.removed_at is not None:
            raise EvidenceInBin(use_id, record.title)
        return record

    def write(self, record: UseRecord) -> None:
        """Raises AlreadyAttached when the content would be twice in one list."""
        former = self.desk.record(record.id)
        if record != former:
            self._check_alone(record)
            self.desk.save(record)
        self._before.setdefault(record.id, former)
        self._after[record.id] = record

    def add(self, record: UseRecord) -> None:
        """A new use with the facts of `record`; undone, it lies in the bin. Raises AlreadyAttached."""
        self._check_alone(replace(record, id=0))
        added = self.desk.add(record)
        self._before[added.id] = replace(added, removed_at=self.desk.now)
        self._after[added.id] = added

    def put_back(self, pairs: Sequence[tuple[UseRecord, UseRecord]]) -> None:
        """Make each use what it shall be, those that were purged left out.

        Raises UnknownEvidence when all of them were, EvidenceInBin, EvidenceChanged.
        """
        there = set(self.there([expected.id for expected, _ in pairs]))
        pairs = [pair for pair in pairs if pair[0].id in there]
        for expected, _ in pairs:
            found = self.desk.record(expected.id)
            if found.removed_at is not None and expected.removed_at is None:
                raise EvidenceInBin(found.id, found.title)
            if found != expected:
                raise EvidenceChanged(found.id, found.title)
        # what leaves its list makes room there for what comes into it, whichever of them was noted first
        for expected, wanted in pairs:
            leaves = wanted.removed_at is not None or wanted.question_code != expected.question_code
            if leaves and expected.removed_at is None:
                self.write(replace(expected, removed_at=self.desk.now))
        for _, wanted in pairs:
            self.write(wanted)

    def done(self) -> Done:
        """What was written, in the order of writing, with the way back."""
        changed = [use_id for use_id, before in self._before.items() if before != self._after[use_id]]
        touched = [self._before[use_id] for use_id in changed] + [self._after[use_id] for use_id in changed]
        return Done(
            PutBack(tuple((self._after[use_id], self._before[use_id]) for use_id in changed)),
            codes=tuple(sorted({record.question_code for record in touched})),
            use_ids=tuple(self._after),
            changed=bool(changed),
            gone=len(self._gone),
        )

    def _check_alone(self, record: UseRecord) -> None:
        if record.removed_at is None:
            holder = self.desk.holder(record.question_code, record.file_sha256)
            if holder is not None and holder != record.id:
                raise AlreadyAttached(record.title, record.question_code)
