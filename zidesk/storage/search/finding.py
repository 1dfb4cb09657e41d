"""The queries behind one keystroke, each bounded: what is too frequent to rank is taken in its order."""

import sqlite3

from zidesk.storage.search.hits import CUT, MARK, UNMARK, Hit, HitKind, Passage
from zidesk.storage.search.schema import PAGES
from zidesk.storage.search.wording import expression, page_words

_RANKED_ENTRIES, _RANKED_PAGES = 3_000, 600  # more matches than these are not weighed against each other
_WEIGHED_WORDS = 3  # weighing counts each word in all pages; more words than these leave little to weigh
_FAIR_SHARE = {HitKind.QUESTION: 12, HitKind.EVIDENCE: 18, HitKind.NOTE: 8, HitKind.PAGE: 12}  # of 50
_PAGES_A_FILE = 3  # matching pages looked at for each one shown
_MARKS = f"'{MARK}', '{UNMARK}'"
_WEIGHTS = {
    "questions": "bm25(20.0, 20.0, 5.0, 1.0, 2.0)",
    "evidence": "bm25(0.0, 20.0, 20.0, 5.0, 1.0, 0.0)",
    "notes": "bm25(0.0, 0.0, 1.0)",
    "pages": "bm25(1.0)",
}
_QUESTION = f"""SELECT code, highlight(questions, 1, {_MARKS}), snippet(questions, -1, {_MARKS}, '{CUT}', 16),
    snippet(questions, 2, {_MARKS}, '{CUT}', 16) FROM questions"""
_EVIDENCE = f"""SELECT rowid, code, highlight(evidence, 1, {_MARKS}), snippet(evidence, -1, {_MARKS}, '{CUT}', 16),
    number, name FROM evidence"""
_NOTE = f"SELECT code, title, snippet(notes, 2, {_MARKS}, '{CUT}', 16) FROM notes"
_PAGE = f"SELECT rowid, snippet(pages, 0, {_MARKS}, '{CUT}', 16) FROM pages"
_USE = """SELECT evidence.rowid, evidence.code, evidence.title FROM texts JOIN uses USING (sha256)
    JOIN evidence ON evidence.rowid = uses.use_id WHERE texts.id = ? ORDER BY uses.use_id LIMIT 1"""


def find(connection: sqlite3.Connection, words: tuple[str, ...], exact: str | None, limit: int) -> tuple[Hit, ...]:
    """What holds all of `words`, at most `limit`: by kind, the best of each first. Kinds whose titles or codes
    say it stand before those in which it is only mentioned.

    `exact`: the code of the question that was typed, which comes first. Raises sqlite3.Error.
    """
    if not words:
        return ()
    wanted = expression(words)
    found = {
        HitKind.QUESTION: _questions(connection, wanted, exact, limit),
        HitKind.EVIDENCE: _evidence(connection, wanted, limit),
        HitKind.NOTE: _notes(connection, wanted, limit),
        HitKind.PAGE: _pages(connection, page_words(words), limit),
    }
    room = _room({kind: len(hits) for kind, hits in found.items()}, limit)
    order = sorted(found, key=lambda kind: not any(_names(hit, words) for hit in found[kind][:1]))
    return tuple(hit for kind in order for hit in found[kind][: room[kind]])


def _names(hit: Hit, words: tuple[str, ...]) -> bool:
    """Whether it was found by its title or by the code of its question."""
    return bool(hit.title.hits) or all(word.casefold() in hit.code.casefold() for word in words)


def _room(counts: dict[HitKind, int], limit: int) -> dict[HitKind, int]:
    """How many of each kind are shown: a fair share, and what others leave free, in order."""
    room = {kind: min(count, _FAIR_SHARE[kind] * limit // 50) for kind, count in counts.items()}
    for kind, count in counts.items():
        room[kind] += min(count - room[kind], limit - sum(room.values()))
    return room


def _questions(connection: sqlite3.Connection, wanted: str, exact: str | None, limit: int) -> list[Hit]:
    rows = list(connection.execute(f"{_QUESTION} {_ranked('questions')}", (wanted, limit)))
    hits = [
        Hit(HitKind.QUESTION, code, Passage.parse(title), _other_than(title, code, best, text))
        for code, title, best, text in rows
    ]
    return sorted(hits, key=lambda hit: hit.code != exact)


def _evidence(connection: sqlite3.Connection, wanted: str, limit: int) -> list[Hit]:
    if _is_rare(connection, "evidence", wanted, _RANKED_ENTRIES):
        rows = list(connection.execute(f"{_EVIDENCE} {_ranked('evidence')}", (wanted, limit)))
    else:
        unranked = f"{_EVIDENCE} WHERE evidence MATCH ? LIMIT ?"
        rows = list(connection.execute(unranked, (f"{{title number}} : ({wanted})", limit)))
        if len(rows) < limit:
            known = {row[0] for row in rows}
            rows += [row for row in connection.execute(unranked, (wanted, limit)) if row[0] not in known]
    return [
        Hit(
            HitKind.EVIDENCE,
            code,
            Passage.parse(title),
            _other_than(title, code, best, " · ".join(filter(None, (number, name)))),
            use_id,
        )
        for use_id, code, title, best, number, name in rows[:limit]
    ]


def _notes(connection: sqlite3.Connection, wanted: str, limit: int) -> list[Hit]:
    rows = connection.execute(f"{_NOTE} {_ranked('notes')}", (wanted, limit))
    return [Hit(HitKind.NOTE, code, Passage(title), Passage.parse(note)) for code, title, note in rows]


def _pages(connection: sqlite3.Connection, words: tuple[str, ...], limit: int) -> list[Hit]:
    """The best page of each content, under the first of its uses; contents in nobody's use are left out."""
    if not words:
        return []
    wanted = expression(words)
    ranked = len(words) <= _WEIGHED_WORDS and _is_rare(connection, "pages", wanted, _RANKED_PAGES)
    query = f"{_PAGE} {_ranked('pages') if ranked else 'WHERE pages MATCH ? LIMIT ?'}"
    hits: dict[int, Hit] = {}
    for row, snippet in connection.execute(query, (wanted, _PAGES_A_FILE * limit)):
        number, page = divmod(row, PAGES)
        if number in hits:
            continue
        use = connection.execute(_USE, (number,)).fetchone()
        if use is not None:
            use_id, code, title = use
            hits[number] = Hit(HitKind.PAGE, code, Passage(title), Passage.parse(snippet), use_id, page)
        if len(hits) == limit:
            break
    return list(hits.values())


def _ranked(table: str) -> str:
    return f"WHERE {table} MATCH ? AND rank MATCH '{_WEIGHTS[table]}' ORDER BY rank LIMIT ?"


def _is_rare(connection: sqlite3.Connection, table: str, wanted: str, bound: int) -> bool:
    counted = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {bound + 1})"
    count: int = connection.execute(counted, (wanted,)).fetchone()[0]
    return count <= bound


def _other_than(title: str, code: str, best: str, otherwise: str) -> Passage:
    """The best passage, unless it only repeats the title or the code."""
    passage = Passage.parse(best)
    repeated = passage.text.strip(CUT) in Passage.parse(title).text or passage.text == code
    return Passage.parse(otherwise) if repeated else passage
