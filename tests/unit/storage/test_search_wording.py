"""What people type becomes a query that FTS5 takes, whatever it is."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.storage.search import finding, schema
from zidesk.storage.search.hits import MARK, UNMARK, Passage
from zidesk.storage.search.wording import MOST_WORDS, clean, expression, page_words, words_of


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(connection)
    return connection


def test_words_are_quoted_beginnings() -> None:
    assert expression(words_of('notula "rapat  NEAR')) == '"notula"* AND """rapat"* AND "NEAR"*'


def test_words_without_letters_or_digits_are_left_out() -> None:
    assert words_of(" - * “” ( 421/07 ) … ́ ") == ("421/07",)
    assert words_of(" \t\n") == ()


def test_a_pasted_page_is_cut() -> None:
    assert len(words_of("kata " * 1000)) == MOST_WORDS
    assert sum(map(len, words_of("k" * 1000))) == 200


def test_short_beginnings_are_not_looked_for_in_pages() -> None:
    assert page_words(("notula", "r")) == ()
    assert page_words(("1.iii.b",)) == ()
    assert page_words(("no", "421/07/2026")) == ("no", "421/07/2026")


def test_clean_drops_marks_and_half_characters() -> None:
    assert clean(f"rapat{MARK}\x00 \ud800ke\r\n2 ") == "rapat ke 2"


@given(st.text())
def test_nothing_typed_is_syntax(index: sqlite3.Connection, typed: str) -> None:
    assert finding.find(index, words_of(typed), None, 50) == ()


@given(
    st.lists(st.sampled_from(['"', "'", "*", "(", ")", "^", ":", "-", "+", "NEAR", "AND", "a", "{", "}", "\0"]))
)
def test_nothing_of_fts_is_syntax(index: sqlite3.Connection, signs: list[str]) -> None:
    for typed in ("".join(signs), " ".join(signs)):
        assert finding.find(index, words_of(typed), None, 50) == ()


@given(st.lists(st.tuples(st.text("ab…"), st.text("cd", min_size=1))))
def test_a_passage_has_its_hits_where_they_were_marked(pieces: list[tuple[str, str]]) -> None:
    marked = "".join(f"{plain}{MARK}{hit}{UNMARK}" for plain, hit in pieces)
    passage = Passage.parse(marked)
    assert passage.text == "".join(plain + hit for plain, hit in pieces)
    assert [passage.text[start:end] for start, end in passage.hits] == [hit for _, hit in pieces]
