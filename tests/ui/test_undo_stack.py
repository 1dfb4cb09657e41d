"""The two lists of undo, held against a text that is really changed, also late and unsuccessfully."""

from collections import deque
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.ui.undo_stack import LONGEST, Step, UndoStack, Way


@dataclass(frozen=True)
class Write:
    text: str


class Desk:
    """A value that changes are performed on, each when `work` is called."""

    def __init__(self) -> None:
        self.text = ""
        self.stack = UndoStack()
        self.queue: deque[Step] = deque()
        self.words: list[tuple[str, str]] = []
        self.stack.asked.connect(self.queue.append)
        self.stack.changed.connect(lambda undo, redo: self.words.append((undo, redo)))

    def write(self, text: str) -> None:
        """The user's own change."""
        before, self.text = self.text, text
        self.stack.push(Write(before), f"jawaban {text}")

    def work(self) -> None:
        while self.queue:
            step = self.queue.popleft()
            assert isinstance(step.change, Write)
            before, self.text = self.text, step.change.text
            self.stack.done(step, Write(before))


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    for text in ("a", "b", "c"):
        desk.write(text)
    return desk


def test_back_and_forth(desk: Desk) -> None:
    seen = []
    for act in (desk.stack.undo, desk.stack.undo, desk.stack.redo, desk.stack.undo, desk.stack.undo):
        act()
        desk.work()
        seen.append(desk.text)
    assert seen == ["b", "a", "b", "a", ""]
    assert desk.stack.words == ("", "jawaban a")


def test_the_words_say_what_comes_next(desk: Desk) -> None:
    assert desk.words[-1] == ("jawaban c", "")
    desk.stack.undo()
    desk.work()
    assert desk.words[-1] == desk.stack.words == ("jawaban b", "jawaban c")


def test_a_new_change_forgets_what_was_undone(desk: Desk) -> None:
    desk.stack.undo()
    desk.work()
    desk.write("d")
    assert desk.stack.words == ("jawaban d", "")
    desk.stack.redo()
    assert not desk.queue and not desk.stack.running


def test_wishes_that_come_while_one_runs_wait(desk: Desk) -> None:
    for _ in range(2):
        desk.stack.undo()
    desk.stack.redo()
    assert len(desk.queue) == 1 and desk.stack.running
    desk.work()
    assert desk.text == "b" and not desk.stack.running
    assert desk.stack.words == ("jawaban b", "jawaban c")


def test_with_nothing_to_undo_nothing_is_asked(desk: Desk) -> None:
    for _ in range(5):
        desk.stack.undo()
        desk.work()
    assert desk.text == "" and desk.stack.words == ("", "jawaban a")
    desk.stack.redo()
    desk.work()
    assert desk.text == "a"


def test_a_failure_leaves_both_lists_as_they_were_and_drops_what_waits(desk: Desk) -> None:
    desk.stack.undo()
    desk.work()
    before = desk.stack.words
    for act in (desk.stack.undo, desk.stack.redo):
        act()
        desk.stack.undo()
        desk.stack.failed(desk.queue.popleft())
        assert desk.stack.words == before and not desk.queue and not desk.stack.running
    desk.stack.undo()
    desk.work()
    assert desk.text == "a"


def test_what_can_never_succeed_does_not_bar_the_way(desk: Desk) -> None:
    desk.stack.undo()
    desk.stack.failed(desk.queue.popleft(), again=False)
    assert desk.stack.words == ("jawaban b", "")


def test_a_change_by_the_user_while_an_undo_runs(desk: Desk) -> None:
    """It was queued behind the undo, whose answer comes first; if it was before, its answer does."""
    desk.stack.undo()
    step = desk.queue.popleft()
    desk.stack.push(Write("b"), "catatan")
    desk.stack.done(step, Write("c"))
    assert desk.stack.words == ("catatan", "jawaban c")


def test_answers_from_another_workspace_do_not_count(desk: Desk) -> None:
    desk.stack.undo()
    late = desk.queue.popleft()
    desk.stack.clear()
    assert desk.words[-1] == ("", "")
    desk.stack.push(Write("lain"), "jawaban lain")
    desk.stack.undo()
    desk.stack.done(late, Write("c"))
    desk.stack.failed(late)
    assert desk.stack.running and desk.stack.words == ("", "")
    desk.stack.done(desk.queue.popleft(), Write("x"))
    assert desk.stack.words == ("", "jawaban lain")


def test_the_oldest_beyond_the_longest_go() -> None:
    desk = Desk()
    for number in range(LONGEST + 7):
        desk.write(str(number))
    for _ in range(LONGEST + 20):
        desk.stack.undo()
    desk.work()
    assert desk.text == "6"
    for _ in range(LONGEST + 20):
        desk.stack.redo()
    desk.work()
    assert desk.text == str(LONGEST + 6)


def test_a_step_says_which_way_it_goes(desk: Desk) -> None:
    desk.stack.undo()
    assert (desk.queue[0].way, desk.queue[0].words) == (Way.UNDO, "jawaban c")


@given(st.lists(st.sampled_from(["write", "undo", "redo", "work", "fail"]), max_size=60))
def test_it_behaves_like_a_list_of_texts(acts: list[str]) -> None:
    """The model: every text there was, and where in it we are. Failing changes nothing."""
    desk, texts, place = Desk(), [""], 0
    for number, act in enumerate(acts):
        if act == "write":
            desk.work()
            desk.write(str(number))
            texts, place = [*texts[: place + 1], str(number)], place + 1
        elif act == "undo":
            desk.stack.undo()
            desk.work()
            place = max(0, place - 1)
        elif act == "redo":
            desk.stack.redo()
            desk.work()
            place = min(len(texts) - 1, place + 1)
        elif act == "fail":
            desk.stack.undo()
            if desk.queue:
                desk.stack.failed(desk.queue.popleft())
        assert desk.text == texts[place]
        undo, redo = desk.stack.words
        assert (undo, redo) == (
            f"jawaban {texts[place]}" if place else "",
            f"jawaban {texts[place + 1]}" if place + 1 < len(texts) else "",
        )
