"""Notes that are no proper text."""

from zidesk.services.answers.answering import answer_question
from zidesk.storage.workspace import Workspace


def test_a_note_that_is_not_utf8_is_kept_as_far_as_it_can_be_read(empty_workspace: Workspace) -> None:
    answer_question(empty_workspace, "1.i.a", "Ya", "SK \udcff ada", "operator")
    assert empty_workspace.answers.all()["A.I.1.i.a"].note == "SK \ufffd ada"
