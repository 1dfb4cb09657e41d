"""Whatever is done to lists of evidence, in any order: the repository and a plain list agree."""

import hashlib
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from zidesk.domain.errors import OrderIncomplete
from zidesk.domain.evidence import Inspection, StoredFile
from zidesk.storage import schema
from zidesk.storage.database import Database
from zidesk.storage.drives import Drive
from zidesk.storage.repositories.evidence import EvidenceRepository, NewUse, UseFacts
from zidesk.storage.repositories.workspace_facts import WorkspaceFacts
from zidesk.storage.tables import WorkspaceRow

CODES = st.sampled_from(["A.I.1.i.a", "A.I.1.i.b", "B.I.a"])
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
        self.changed_at = self.tick()
        self.evidence.remove(use.id, self.changed_at)
        use.removed = True
        self.binned.insert(0, use.id)

    @precondition(lambda self: self.binned)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        use_id = data.draw(st.sampled_from(self.binned))
        use = next(use for use in self.uses if use.id == use_id)
        self.changed_at = self.tick()
        self.evidence.restore(use_id, self.changed_at)
        if not self.is_listed(use.code, use.sha256):
            use.removed = False
            self.binned.remove(use_id)

    @precondition(lambda self: self.uses)
    @rule(data=st.data(), title=st.text(max_size=5))
    def edit(self, data: st.DataObject, title: str) -> None:
        use = data.draw(st.sampled_from(self.uses))
        self.changed_at = self.tick()
        edited = self.evidence.edit(use.id, UseFacts(title), self.changed_at)
        use.title = title
        assert edited.title == title
        if not use.removed:
            assert edited.position == self.listed(use.code).index(use) + 1

    @rule(code=CODES, data=st.data())
    def reorder(self, code: str, data: st.DataObject) -> None:
        listed = self.listed(code)
        order = data.draw(st.permutations(listed))
        self.changed_at = self.tick()
        self.evidence.reorder(code, [use.id for use in order], self.changed_at)
        for place, use in enumerate(order, start=1):
            use.place = place

    @rule(code=CODES, data=st.data())
    def reorder_wrongly(self, code: str, data: st.DataObject) -> None:
        ids = [use.id for use in self.listed(code)]
        wrong = data.draw(st.sampled_from([[*ids, 10_000], [*ids, *ids[:1]] if ids else [1], ids[1:] or [10_000]]))
        try:
            self.evidence.reorder(code, wrong, self.tick())
        except OrderIncomplete as refused:
            assert refused.code == code
        else:
            raise AssertionError(f"{wrong} was taken for an order of {ids}")

    @invariant()
    def both_say_the_same(self) -> None:
        found = self.evidence.by_question()
        assert set(found) == {use.code for use in self.uses if not use.removed}
        for code, uses in found.items():
            assert [(use.id, use.title) for use in uses] == [(use.id, use.title) for use in self.listed(code)]
            assert [use.position for use in uses] == list(range(1, len(uses) + 1))
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
