"""The text of BagIt's tag files (RFC 8493): manifests, bagit.txt, bag-info.txt, and safe paths in them.

Writing is strict and deterministic: UTF-8, LF, two spaces, sorted. Reading is lenient and complete: every
line that is not as the standard wants it becomes a `LineProblem`, and how bad that is, the caller decides.
Lines end with LF, CR or CRLF only; other separators of Unicode are part of a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

Version = tuple[int, int]

BAGIT_TXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD_PREFIX = "data/"
MAX_LINE = 32 * 1024  # characters; no file system has paths that long

_ENCODED = re.compile(r"%(0[Aa]|0[Dd]|25)")
_ENCODED_NEWLINE = re.compile(r"%(0[Aa]|0[Dd])")
_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_LINE_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"([^ \t]+)[ \t]+(.*)", re.DOTALL)
_HEX = re.compile(r"[0-9A-Fa-f]+")
_OXUM = re.compile(r"([0-9]{1,19})\.([0-9]{1,19})")


class LineIssue(StrEnum):
    """What is wrong with one line of a manifest."""

    MALFORMED = "malformed"  # no checksum and path, or a checksum that is none; not an entry
    TOO_LONG = "too_long"  # not an entry
    UNSAFE_PATH = "unsafe_path"  # could lead out of the bag; not an entry
    COMMENT = "comment"  # tools before 1.0 skip lines that start with '#'; not an entry
    BINARY_MARK = "binary_mark"  # "*" of md5sum before the path
    NOT_PLAIN = "not_plain"  # "./", "//" or a closing "/" in the path
    BARE_PERCENT = "bare_percent"  # 1.0 wants "%25" for "%"


@dataclass(frozen=True, slots=True)
class LineProblem:
    """An issue of the line with this number (from 1); `text`: the path where known, else the line."""

    line: int
    issue: LineIssue
    text: str


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One line: a checksum in lower-case hex and a safe, plain path with "/" relative to the bag.

    `other_spellings` are the paths that older or looser tools mean by the same line, tried when `path`
    is not there: without percent-decoding, without spaces at the end.
    """

    line: int
    checksum: str
    path: str
    other_spellings: tuple[str, ...] = ()


def format_manifest(entries: Iterable[tuple[str, str]]) -> str:
    """The text of a manifest for pairs of path (relative to the bag) and hex checksum.

    Raises `ValueError` for a path listed twice or one that would be unsafe to read back.
    """
    rows = sorted(entries)
    for (path, _), (following, _) in pairwise(rows):
        if path == following:
            raise ValueError(f"listed twice: {path!r}")
    for path, _ in rows:
        if is_unsafe(path) or plain(path) != path:
            raise ValueError(f"not a path inside a bag: {path!r}")
    return "".join(f"{checksum.lower()}  {encode_path(path)}\n" for path, checksum in rows)


def format_bag_info(pairs: Iterable[tuple[str, str]]) -> str:
    """The text of bag-info.txt in the given order; line breaks in values become spaces.

    Raises `ValueError` for a label that is empty, has a colon or line break, or begins or ends in space.
    """
    lines = []
    for label, value in pairs:
        if not label or ":" in label or label.splitlines() != [label] or label != label.strip():
            raise ValueError(f"not a label: {label!r}")
        # splitlines knows more separators than the standard: bagit-python breaks lines at those too
        lines.append(f"{label}: {' '.join(value.splitlines()).strip()}\n")
    return "".join(lines)


def payload_oxum(total_bytes: int, files: int) -> str:
    """The value of Payload-Oxum: bytes and number of payload files."""
    return f"{total_bytes}.{files}"


def parse_payload_oxum(value: str) -> tuple[int, int] | None:
    """(bytes, files) of a Payload-Oxum, or None when it is not one."""
    match = _OXUM.fullmatch(value.strip())
    return (int(match[1]), int(match[2])) if match else None


def encode_path(path: str) -> str:
    """Percent-encode the three characters RFC 8493 §2.1.3 names, and only those."""
    return re.sub(r"[%\r\n]", lambda match: _ESCAPES[match[0]], path)


def decode_path(text: str, version: Version) -> str:
    """Undo `encode_path`; before 1.0 the percent sign itself was not encoded."""
    pattern = _ENCODED if version >= (1, 0) else _ENCODED_NEWLINE
    return pattern.sub(lambda match: chr(int(match[1], 16)), text)


def is_unsafe(path: str) -> bool:
    r"""Whether some system could read `path` as a place outside the bag.

    Absolute, "~", a drive letter, a ".." part, NUL, or a backslash anywhere ("..\x", "\\server\share",
    "%HomeDrive%\x"): one rule on every system, so that a bag has the same verdict on each.
    """
    return (
        path.startswith(("/", "~"))
        or "\\" in path
        or "\0" in path
        or path[1:2] == ":"  # Windows takes any character there for a drive
        or ".." in path.split("/")
    )


def plain(path: str) -> str:
    """`path` without ".", empty parts and closing slash."""
    return "/".join(part for part in path.split("/") if part not in ("", "."))


def split_lines(text: str) -> list[str]:
    """The lines of a tag file, without the empty rest after the last line end."""
    lines = _LINE_END.split(text)
    if lines[-1] == "":
        lines.pop()
    return lines


def parse_manifest(
    text: str, version: Version, hex_digits: int | None = None
) -> tuple[list[ManifestEntry], list[LineProblem]]:
    """Entries in file order and every problem; empty lines are passed over.

    `hex_digits`: length of a checksum of this algorithm, None when it is not known.
    """
    entries: list[ManifestEntry] = []
    problems: list[LineProblem] = []
    for number, line in enumerate(split_lines(text), start=1):
        if not line.strip():
            continue
        entry, found = _parse_line(line, number, version, hex_digits)
        problems.extend(found)
        if entry is not None:
            entries.append(entry)
    return entries, problems


def _parse_line(
    line: str, number: int, version: Version, hex_digits: int | None
) -> tuple[ManifestEntry | None, list[LineProblem]]:
    def problem(issue: LineIssue, subject: str = line) -> LineProblem:
        return LineProblem(number, issue, subject[:500])

    if len(line) > MAX_LINE:
        return None, [problem(LineIssue.TOO_LONG)]
    line = line.lstrip(" \t")
    if line.startswith("#"):
        return None, [problem(LineIssue.COMMENT)]
    match = _LINE.fullmatch(line)
    if match is None or not _is_checksum(match[1], hex_digits):
        # "\<checksum>  a\\b" of md5sum is told as what it is: a path with backslashes
        if match and match[1].startswith("\\") and _is_checksum(match[1][1:], hex_digits):
            return None, [problem(LineIssue.UNSAFE_PATH, match[2])]
        return None, [problem(LineIssue.MALFORMED)]

    problems = []
    written = match[2].lstrip("*")
    if written != match[2]:
        problems.append(problem(LineIssue.BINARY_MARK, written))
    decoded = decode_path(written, version)
    path = plain(decoded)
    if is_unsafe(written) or is_unsafe(decoded):
        return None, [*problems, problem(LineIssue.UNSAFE_PATH, written)]
    if not path:
        return None, [*problems, problem(LineIssue.MALFORMED)]
    if path != decoded:
        problems.append(problem(LineIssue.NOT_PLAIN, written))
    if version >= (1, 0) and "%" in _ENCODED.sub("", written):
        problems.append(problem(LineIssue.BARE_PERCENT, written))
    return ManifestEntry(number, match[1].lower(), path, _other_spellings(written, path)), problems


def _is_checksum(text: str, hex_digits: int | None) -> bool:
    return _HEX.fullmatch(text) is not None and (hex_digits is None or len(text) == hex_digits)


def _other_spellings(written: str, path: str) -> tuple[str, ...]:
    if "%" not in written and written == written.rstrip():
        return ()
    texts = (written, decode_path(written, (0, 97)), decode_path(written, (1, 0)))
    found = dict.fromkeys(plain(text) for spelled in texts for text in (spelled, spelled.rstrip(" \t")))
    return tuple(text for text in found if text and text != path)
