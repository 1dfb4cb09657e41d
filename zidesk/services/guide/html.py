"""A chapter as HTML: what it is, not how it looks; colours and sizes are the window's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from zidesk.domain.guide import Chapter, anchor_of
from zidesk.services.guide.reading import parser

if TYPE_CHECKING:
    from markdown_it.token import Token

_NOTE = ('<table class="note" width="100%" cellpadding="10" cellspacing="0"><tr><td>', "</td></tr></table>\n")
_TABLE = '<table class="facts" width="100%" cellpadding="6" cellspacing="0">\n'


def chapter_html(chapter: Chapter) -> str:
    """Headings carry anchors; links to chapters stay as they are written: bukti.md#tempel."""
    made = parser()
    made.add_render_rule("heading_open", _heading)
    made.add_render_rule("paragraph_open", _paragraph)
    made.add_render_rule("blockquote_open", lambda *_: _NOTE[0])
    made.add_render_rule("blockquote_close", lambda *_: _NOTE[1])
    made.add_render_rule("table_open", lambda *_: _TABLE)
    return str(made.render(chapter.source))


def _heading(_renderer: Any, tokens: "Sequence[Token]", place: int, _options: Any, _env: Any) -> str:
    children = tokens[place + 1].children or ()
    return f'<{tokens[place].tag}><a name="{anchor_of("".join(token.content for token in children))}"></a>'


def _paragraph(_renderer: Any, tokens: "Sequence[Token]", place: int, _options: Any, _env: Any) -> str:
    """None around the only text of an item; one of a picture is no line of text."""
    if tokens[place].hidden:
        return ""
    inside = [token.type for token in tokens[place + 1].children or ()]
    return '<p class="picture">' if inside == ["image"] else "<p>"
