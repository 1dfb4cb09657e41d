"""Each change: what it does, what it tells, and the way back."""

from dataclasses import replace

import pytest

from zidesk.domain.answer import Answer, Chosen
from zidesk.domain.errors import (
    AnswerChanged,
    AnswerRejected,
    UnknownQuestion,
    WorkspaceReadOnly,
    ZideskError,
)
from zidesk.domain.evidence import INBOX, EvidenceUse, Inspection, StoredFile
from zidesk.services.changes.kinds import (
    AddUses,
    EditUse,
    MoveUses,
    RemoveUses,
    ReplaceFile,
    ReplaceProfile,
    RestoreUses,
    SetAnswer,
    SetFulfilment,
    ShareUses,
)
from zidesk.services.changes.performing import perform
from zidesk.storage.workspace import Workspace, open_workspace

A, B, C = "A.I.1.i.a", "A.I.1.i.b", "A.I.2.i.a"
OTHER = StoredFile("ab" * 32, 7, Inspection())


def ids(workspace: Workspace, code: str = A) -> list[int]:
    return [use.id for use in uses(workspace, code)]


def uses(workspace: Workspace, code: str = A) -> tuple[EvidenceUse, ...]:
    return workspace.evidence.lists().get(code, ())


def document(workspace: Workspace, code: str = A, at: int = 0) -> str:
    return workspace.instrument.question(code).documents[at].name


class TestAnswers:
    def test_answer_and_note_are_separate(self, workspace: Workspace) -> None:
        perform(workspace, SetAnswer(A, text="Ya"), "Siti")
        done = perform(workspace, SetAnswer(A, note="SK ada"), "Budi")
        assert (done.codes, done.changed) == ((A,), True)
        assert workspace.answers.all()[A] == Answer(Chosen("Ya"), "SK ada")
        assert [change.changed_by for change in workspace.answers.history(A)] == ["Siti", "Budi"]

    def test_undoing_the_answer_leaves_a_note_written_since(self, workspace: Workspace) -> None:
        done = perform(workspace, SetAnswer(A, text="Ya"))
        perform(workspace, SetAnswer(A, note="ditulis sesudahnya"))
        perform(workspace, done.inverse)
        assert workspace.answers.all()[A] == Answer(None, "ditulis sesudahnya")

    def test_answered_meanwhile_it_is_not_undone(self, workspace: Workspace) -> None:
        done = perform(workspace, SetAnswer(A, text="Ya", note="x"))
        perform(workspace, SetAnswer(A, text="Tidak"))
        with pytest.raises(AnswerChanged) as refused:
            perform(workspace, done.inverse)
        assert refused.value.code == A
        assert workspace.answers.all()[A] == Answer(Chosen("Tidak"), "x")

    def test_the_same_answer_is_no_change(self, workspace: Workspace) -> None:
        perform(workspace, SetAnswer(A, text="Ya"))
        done = perform(workspace, SetAnswer(A, text="ya "))
        assert (done.changed, done.codes) == (False, ())
        assert perform(workspace, done.inverse).changed is False
        assert len(workspace.answers.history(A)) == 1

    @pytest.mark.parametrize(("code", "error"), [(A, AnswerRejected), ("Z.9", UnknownQuestion)])
    def test_refusals(self, workspace: Workspace, code: str, error: type[ZideskError]) -> None:
        with pytest.raises(error):
            perform(workspace, SetAnswer(code, text="Mungkin", note="x"))
        assert workspace.answers.all() == {}


class TestUses:
    def test_moved_to_the_end_of_another_list(self, workspace: Workspace) -> None:
        first, second, third = ids(workspace)
        before = ids(workspace, C)
        done = perform(workspace, MoveUses((third, first), C))
        assert (ids(workspace), ids(workspace, C)) == ([second], [*before, third, first])
        assert (done.codes, set(done.use_ids)) == ((A, C), {first, third})
        perform(workspace, done.inverse)
        assert (ids(workspace), ids(workspace, C)) == ([first, second, third], before)

    def test_out_of_the_inbox_and_into_it(self, workspace: Workspace) -> None:
        _, second, _ = ids(workspace)
        perform(workspace, SetFulfilment(second, document(workspace), on=True))
        evidence = workspace.assessment().counts.evidence
        done = perform(workspace, MoveUses((second,), INBOX))
        assessment = workspace.assessment()
        assert [use.id for use in assessment.inbox] == [second]
        assert assessment.inbox[0].fulfils == frozenset()  # its question's documents are not the inbox's
        assert (assessment.counts.evidence, assessment.counts.unplaced) == (evidence - 1, 1)
        assert done.codes == (INBOX, A)
        perform(workspace, done.inverse)
        assert uses(workspace)[1].fulfils == {document(workspace)}
        assert workspace.assessment().inbox == ()

    def test_shared_with_other_questions(self, workspace: Workspace) -> None:
        _, second, third = ids(workspace)
        perform(workspace, EditUse(third, "Notula", "421/3", note="hal. 2"))
        done = perform(workspace, ShareUses((second, third), (B, C)))
        assert [use.title for use in uses(workspace, B)][-2:] == ["Notula rapat 1", "Notula"]
        assert uses(workspace, C)[-1].number == "421/3"
        assert uses(workspace, C)[-1].file == uses(workspace)[2].file
        assert len(done.use_ids) == 4
        perform(workspace, done.inverse)
        assert len(uses(workspace, B)) == 1
        assert len(workspace.evidence.bin()) == 4

    def test_a_document_is_ticked_and_unticked(self, workspace: Workspace) -> None:
        first, *_ = ids(workspace)
        names = {document(workspace, at=0), document(workspace, at=1)}
        for name in names:
            done = perform(workspace, SetFulfilment(first, name, on=True))
        assert uses(workspace)[0].fulfils == names
        perform(workspace, done.inverse)
        assert len(uses(workspace)[0].fulfils) == 1
        again = perform(workspace, SetFulfilment(first, *uses(workspace)[0].fulfils, on=True))
        assert again.changed is False

    def test_another_file_takes_the_place_with_all_facts(self, workspace: Workspace) -> None:
        before = uses(workspace)
        perform(workspace, SetFulfilment(before[1].id, document(workspace), on=True))
        done = perform(workspace, ReplaceFile(before[1].id, OTHER, "pindaian baru.pdf"))
        now = uses(workspace)
        assert [use.title for use in now] == [use.title for use in before]
        assert (now[1].file, now[1].original_name) == (OTHER, "pindaian baru.pdf")
        assert now[1].fulfils == {document(workspace)}
        assert now[1].id == done.use_ids[-1]
        assert [use.id for use in workspace.evidence.bin()] == [before[1].id]
        perform(workspace, done.inverse)
        assert [use.file for use in uses(workspace)] == [use.file for use in before]

    def test_removed_and_restored(self, workspace: Workspace) -> None:
        first, second, third = before = ids(workspace)
        perform(workspace, RemoveUses((first, third)))
        assert ids(workspace) == [second]
        done = perform(workspace, RestoreUses((third, first)))
        assert ids(workspace) == before
        assert perform(workspace, RestoreUses((first,))).changed is False
        perform(workspace, done.inverse)
        assert ids(workspace) == [second]

    def test_what_was_attached_can_be_taken_back_and_brought_again(self, workspace: Workspace) -> None:
        before = workspace.assessment().evidence
        done = perform(workspace, AddUses(tuple(ids(workspace))))
        assert (done.inverse, done.codes) == (RemoveUses(tuple(ids(workspace)), if_there=True), (A,))
        assert workspace.assessment().evidence == before
        redo = perform(workspace, done.inverse)
        assert ids(workspace) == []
        perform(workspace, redo.inverse)
        assert workspace.assessment().evidence == before


def test_a_profile_is_replaced_and_brought_back(workspace: Workspace) -> None:
    before = workspace.facts.profile()
    wanted = replace(before, place="Balaraja", target="WBBM")
    done = perform(workspace, ReplaceProfile(wanted))
    assert workspace.facts.profile() == wanted
    assert perform(workspace, ReplaceProfile(wanted)).changed is False
    perform(workspace, done.inverse)
    assert workspace.facts.profile() == before


def test_read_only_everything_is_refused(workspace: Workspace) -> None:
    workspace.close()
    reader = open_workspace(workspace.paths.root, read_only=True)
    try:
        for change in (SetAnswer(A, "Ya"), RemoveUses((999,)), ReplaceProfile(reader.facts.profile())):
            with pytest.raises(WorkspaceReadOnly):
                perform(reader, change)
    finally:
        reader.close()
