"""Texts as the index keeps them, and what a person types as a query that FTS5 understands. Pure functions."""

import re
import unicodedata

MOST_CHARACTERS, MOST_WORDS = 200, 10  # of a query; more is a pasted page
_SHORTEST_IN_PAGES = 2  # letters that begin a word; one letter begins words on every page
_UNKEPT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]+")  # our marks are among them; SQLite takes no half characters


def clean(text: str) -> str:
    """Without control characters and halves of characters, on one line."""
    if text.isprintable():  # most are, and this is asked of everything at each change
        return text
    return " ".join(_UNKEPT.sub(" ", text).split())


def words_of(typed: str) -> tuple[str, ...]:
    """The words of a query that can be found at all: with a letter or a digit in them."""
    words = (word for word in clean(typed[:MOST_CHARACTERS]).split() if any(map(_is_token, word)))
    return tuple(words)[:MOST_WORDS]


def expression(words: tuple[str, ...]) -> str:
    """All of the words, each as the beginning of one. Quoted, nothing in them is syntax; "1.iii.b" and
    "421/07/2026" are phrases then."""
    return " AND ".join('"' + word.replace('"', '""') + '"*' for word in words)


def page_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words to look for in the texts of pages, or none when one of them is too short yet."""
    return words if all(_last_token(word) >= _SHORTEST_IN_PAGES for word in words) else ()


def _last_token(word: str) -> int:
    """The length of what is searched as the beginning of a word: "b" of "1.iii.b"."""
    return len("".join(c if _is_token(c) else " " for c in word).split()[-1])


def _is_token(character: str) -> bool:
    """As FTS5's unicode61 sees it: letters, numbers and private characters."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"
