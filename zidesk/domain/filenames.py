"""File names that are legal on FAT32, exFAT, NTFS and ext4 at once, and stay unique when case is ignored.

Rules: no control characters nor < > : " / \\ | ? *, no percent sign (no BagIt tool follows RFC 8493
there), no "#" (Office cuts links at it), no reserved device names, no leading or trailing dot or space,
Unicode form NFC, at most 255 bytes.
"""

import re
import unicodedata
from collections.abc import Iterable

FILE_NAME_MAX = 80  # characters, suffix included
PATH_MAX = 140  # characters, relative to the bundle
ROOT_MAX = 40
_ROOT_PARTS = 4  # ZI, year, NPSN and the first word stay
_BYTES_MAX = 232  # UTF-8 bytes of a stem; ext4 allows 255 with number and suffix

_FORBIDDEN = re.compile(r'[<>:"/\\|?*%#\x00-\x1f\x7f-\x9f]')
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[ .])", re.IGNORECASE
)
# format and bidi marks, private use, unassigned, lone surrogates: they hide or break a name
_INVISIBLE = {"Cf", "Co", "Cn", "Cs", "Cc", "Zl", "Zp"}


def clean_component(text: str, limit: int = FILE_NAME_MAX, *, fallback: str = "tanpa nama") -> str:
    """`text` as one legal path component of at most `limit` characters, cut at a word where possible."""
    name = "".join(
        " " if unicodedata.category(char) in {"Zs", "Zl", "Zp"} else char
        for char in unicodedata.normalize("NFC", text)
        if unicodedata.category(char) not in _INVISIBLE or char in "\t\n\r"
    )
    # once more: letter and accent may have met when what stood between them went
    name = unicodedata.normalize("NFC", name)
    name = " ".join(_FORBIDDEN.sub(" ", name).split()).strip(" .")
    name = _shorten(name, limit)
    if _RESERVED.match(name):
        name = _shorten(f"_{name}", limit)
    return name or _shorten(fallback, limit)


def clean_suffix(suffix: str) -> str:
    """A file's suffix with its dot, plain ASCII and at most eight characters; "" where there is none."""
    plain = re.sub(r"[^A-Za-z0-9]", "", suffix)[:8]
    return f".{plain.lower()}" if plain else ""


def _shorten(name: str, limit: int) -> str:
    limit = max(1, limit)

    def fits(text: str) -> bool:
        return len(text) <= limit and len(text.encode("utf-8", "ignore")) <= _BYTES_MAX

    if fits(name):
        return name
    cut = name[:limit]
    while not fits(cut):
        cut = cut[:-1]
    at_word = cut.rfind(" ")
    if at_word >= len(cut) // 2 and name[len(cut) : len(cut) + 1] not in {"", " "}:
        cut = cut[:at_word]
    return cut.rstrip(" .,;-(")


def collision_key(path: str) -> str:
    """Paths with the same key may be the same file on some drive."""
    plain = unicodedata.normalize("NFKD", path)
    # both ways: dotless ı equals I only when written large, ß equals ss only when folded
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain.upper()).casefold())


def unique_names(wanted: Iterable[tuple[str, str]], limit: int = FILE_NAME_MAX) -> list[str]:
    """Full names from pairs of stem and suffix, in the same order, made unique by " (2)", " (3)" …"""
    taken: set[str] = set()
    turns: dict[str, int] = {}  # where counting stopped, so that a thousand equal names stay quick
    names: list[str] = []
    for stem, suffix in wanted:
        name = f"{clean_component(stem, limit - len(suffix))}{suffix}"
        first = key = collision_key(name)
        turn = turns.get(first, 1)
        while key in taken:
            turn += 1
            mark = f" ({turn})"
            name = f"{clean_component(stem, limit - len(suffix) - len(mark))}{mark}{suffix}"
            key = collision_key(name)
        turns[first] = turn
        taken.add(key)
        names.append(name)
    return names


def root_name(year: int, npsn: str, school: str) -> str:
    """The bundle's own folder, ASCII, at most 40 characters: "ZI-2026-20605123-SMAN-1-KAB-TANGERANG"."""
    ascii_name = unicodedata.normalize("NFKD", school).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", ascii_name).strip("-").upper()
    parts = [part for part in ("ZI", str(year), re.sub(r"[^0-9]", "", npsn)[:8], *words.split("-")) if part]
    while len(whole := "-".join(parts)) > ROOT_MAX and len(parts) > _ROOT_PARTS:
        parts.pop()  # whole words only
    return whole[:ROOT_MAX].rstrip("-")
