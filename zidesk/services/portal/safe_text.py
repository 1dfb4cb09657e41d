"""Text from outside made harmless: for reading, as an address, inside a script element.

HTML escaping itself is the templates' work (autoescape); here is what escaping does not do.
"""

import json
import unicodedata
from urllib.parse import quote

_SUBSTITUTE = "\ufffd"
# they turn the reading direction of what follows: "gpj.exe" would show as "exe.jpg"
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """One line: white space collapsed, no control or direction marks, nothing that UTF-8 cannot hold."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join("".join(map(_shown, text)).split())


def paragraphs(text: str) -> str:
    """As `plain`, line by line; empty lines go."""
    return "\n".join(line for line in map(plain, text.splitlines()) if line)


def relative_href(path: str) -> str:
    """The address of a file of the bundle: its path percent-encoded, slashes kept.

    A colon is encoded too and leading slashes go, so that no path can name a scheme or a host.
    """
    return quote(path.lstrip("/"), safe="/")


def fragment(anchor: str) -> str:
    """The address of an element of the page by its id."""
    return f"#{quote(anchor, safe='')}"


def script_json(value: object) -> str:
    """JSON for the inside of a script element: no `<`, `>` or `&` in it, so nothing can end or open one."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _shown(char: str) -> str:
    if char in _DIRECTION:
        return ""
    category = unicodedata.category(char)
    if category == "Cs" or (ord(char) & 0xFFFE) == 0xFFFE:
        return _SUBSTITUTE
    if char.isspace():
        return " "
    return "" if category == "Cc" else char
