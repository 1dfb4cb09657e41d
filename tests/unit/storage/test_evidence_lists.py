"""Whatever is done to lists of evidence, in any order: the repository and a plain list agree."""

import hashlib
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from zidesk.domain.errors import UnknownEvidence
from zidesk.domain.evidence import INBOX, Inspection, StoredFile
from zidesk.storage import schema
from zidesk.storage.database import Database
from zidesk.storage.drives import Drive
from zidesk.storage.repositories.evidence import EvidenceRepository, NewUse
from zidesk.storage.repositories.workspace_facts import WorkspaceFacts
from zidesk.storage.tables import WorkspaceRow

CODES = st.sampled_from(["A.I.1.i.a", "B.I.a", INBOX])
DOCUMENTS = st.frozensets(st.sampled_from(["SK Tim", "Notula", "Foto"]))
NAMES = st.sampled_from("abcdef")
DISK = Drive(Path("/"), "ext4", removable=False, network=False, free=0)


@dataclass
class Use:
    """What the model knows of a use; `place` is where it goes when it comes out of the bin."""

    id: int
    code: str
    sha256: str
    title: str
    place: int
    removed: bool = False
    fulfils: frozenset[str] = frozenset()


@cache
def empty_database() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        schema.create_schema(Path(folder) / "zidesk.db")
        return (Path(folder) / "zidesk.db").read_bytes()


class EvidenceLists(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "zidesk.db"
        path.write_bytes(empty_database())
        self.database = Database(path, read_only=False, drive=DISK)
        self.evidence = EvidenceRepository(self.database)
        self.facts = WorkspaceFacts(self.database)
        self.now = datetime(2026, 1, 1, tzinfo=UTC)
        self.changed_at = self.now
        self.uses: list[Use] = []
        self.binned: list[int] = []
        self.given: set[int] = set()

    @initialize()
    def make_workspace(self) -> None:
        with self.database.writing() as session:
            session.add(WorkspaceRow(id=1, profile={}, created_at=self.now, changed_at=self.now))

    def teardown(self) -> None:
        self.database.close()
        self.folder.cleanup()

    def tick(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def save(self, use: Use, **facts: object) -> None:
        self.changed_at = self.tick()
        with self.evidence.changing(self.changed_at) as desk:
            desk.save(replace(desk.record(use.id), **facts))  # type: ignore[arg-type]

    def listed(self, code: str) -> list[Use]:
        return sorted(
            (use for use in self.uses if use.code == code and not use.removed), key=lambda u: (u.place, u.id)
        )

    def is_listed(self, code: str, sha256: str) -> bool:
        return any(use.sha256 == sha256 for use in self.listed(code))

    @rule(wanted=st.lists(st.tuples(CODES, NAMES), max_size=4))
    def add(self, wanted: list[tuple[str, str]]) -> None:
        files = {
            name: StoredFile(hashlib.sha256(name.encode()).hexdigest(), 1, Inspection()) for _, name in wanted
        }
        new = [NewUse(code, files[name], name, f"{name}.pdf") for code, name in wanted]
        moment = self.tick()
        added, already = self.evidence.add(new, moment)
        expected_added, expected_already = [], []
        remaining = iter(added)
        for item in new:
            if self.is_listed(item.question_code, item.file.sha256):
                expected_already.append(item)
                continue
            of_code = [use.place for use in self.uses if use.code == item.question_code]
            use = Use(
                next(remaining).id,
                item.question_code,
                item.file.sha256,
                item.title,
                max(of_code, default=0) + 1,
            )
            assert use.id not in self.given  # not even the id of one that was purged
            self.given.add(use.id)
            self.uses.append(use)
            expected_added.append((use.id, len(self.listed(use.code))))
        assert [(use.id, use.position) for use in added] == expected_added
        assert list(already) == expected_already
        if added:
            self.changed_at = moment

    @precondition(lambda self: self.uses)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        use = data.draw(st.sampled_from([use for use in self.uses if not use.removed] or self.uses))
        if use.removed:
            return
        self.save(use, removed_at=self.now)
        use.removed = True
        self.binned.insert(0, use.id)

    @precondition(lambda self: self.binned)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        use_id = data.draw(st.sampled_from(self.binned))
        use = next(use for use in self.uses if use.id == use_id)
        with self.evidence.changing(self.now) as desk:
            taken = desk.holder(use.code, use.sha256)
        assert (taken is not None) == self.is_listed(use.code, use.sha256)
        if taken is None:
            self.save(use, removed_at=None)
            use.removed = False
            self.binned.remove(use_id)

    @precondition(lambda self: self.uses)
    @rule(data=st.data(), title=st.text(max_size=5), fulfils=DOCUMENTS)
    def edit(self, data: st.DataObject, title: str, fulfils: frozenset[str]) -> None:
        use = data.draw(st.sampled_from(self.uses))
        self.save(use, title=title, fulfils=fulfils)
        use.title, use.fulfils = title, fulfils

    @rule(code=CODES, data=st.data())
    def reorder(self, code: str, data: st.DataObject) -> None:
        with self.evidence.changing(self.now) as desk:
            assert [record.id for record in desk.listed(code)] == [use.id for use in self.listed(code)]
            assert desk.listed_count(code) == len(self.listed(code))
        for place, use in enumerate(data.draw(st.permutations(self.listed(code))), start=1):
            self.save(use, position=place)
            use.place = place

    @precondition(lambda self: self.binned)
    @rule(data=st.data())
    def purge_one(self, data: st.DataObject) -> None:
        use_id = data.draw(st.sampled_from(self.binned))
        self.changed_at = self.tick()
        self.forget([use_id], self.evidence.purge(use_id, self.changed_at))

    @rule()
    def purge_bin(self) -> None:
        moment = self.tick()
        count, contents = self.evidence.purge_bin(moment)
        assert count == len(self.binned)
        if count:
            self.changed_at = moment
        self.forget(list(self.binned), contents)

    def forget(self, ids: list[int], contents: tuple[tuple[str, int], ...]) -> None:
        gone = {use.sha256 for use in self.uses if use.id in ids}
        self.uses = [use for use in self.uses if use.id not in ids]
        self.binned = [use_id for use_id in self.binned if use_id not in ids]
        assert {sha256 for sha256, _ in contents} == gone - {use.sha256 for use in self.uses}
        for use_id in ids:
            try:
                self.evidence.purge(use_id, self.now)
            except UnknownEvidence as refused:
                assert refused.use_id == use_id
            else:
                raise AssertionError(f"{use_id} was purged twice")

    @invariant()
    def both_say_the_same(self) -> None:
        found = self.evidence.lists()
        assert set(found) == {use.code for use in self.uses if not use.removed}
        for code, uses in found.items():
            listed = [(use.id, use.title, use.fulfils) for use in self.listed(code)]
            assert [(use.id, use.title, use.fulfils) for use in uses] == listed
            assert [use.position for use in uses] == list(range(1, len(uses) + 1))
        found.pop(INBOX, None)
        assert self.evidence.by_question() == found
        assert [use.id for use in self.evidence.bin()] == self.binned
        assert {row[0] for row in self.evidence.contents()} == {use.sha256 for use in self.uses}

    @invariant()
    def only_writing_moves_changed_at(self) -> None:
        with self.database.reading() as session:
            if session.get(WorkspaceRow, 1) is None:  # before make_workspace
                return
        assert self.facts.changed_at() == self.changed_at


TestEvidenceLists = EvidenceLists.TestCase
TestEvidenceLists.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
