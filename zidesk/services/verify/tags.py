"""The bag's papers apart from manifests: bagit.txt, bag-info.txt, fetch.txt.

Stricter than bagit-python: bagit.txt of a 1.0 bag has exactly its two lines, versions after 1.0 are refused,
encodings that only Python knows are refused, a UTF-8 byte-order mark is an error from 1.0 on, each line of
fetch.txt must be whole.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from zidesk.domain.manifest import Version, decode_path, is_unsafe, plain, split_lines
from zidesk.services.verify.findings import Findings
from zidesk.services.verify.result import FaultKind
from zidesk.services.verify.source import EntryUnreadableError, Listing, Source

MAX_TAG_FILE: Final = 32 * 1024 * 1024  # about as many lines as a ZIP may have members
MAX_TAG_FILES: Final = 2 * MAX_TAG_FILE  # of all that are read: a bag may have many manifests
BLOCK: Final = 1024 * 1024

_VERSIONS: Final = {(0, 93), (0, 94), (0, 95), (0, 96), (0, 97), (1, 0)}
_LATEST: Final = (1, 0)
_NUMBER = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")
_STRICT = (re.compile(r"BagIt-Version: \S+"), re.compile(r"Tag-File-Character-Encoding: \S+"))
_PYTHON_ONLY: Final = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-8-sig"}
_NEED_MARK: Final = {"utf-16", "utf-32"}
_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Declaration:
    """What bagit.txt says; where it is silent or wrong, version 1.0 and UTF-8 so that checking can go on."""

    version: Version = _LATEST
    encoding: str = "utf-8"

    @property
    def strict(self) -> bool:
        """Whether the rules that 1.0 tightened apply."""
        return self.version >= (1, 0)


@dataclass(frozen=True, slots=True)
class FetchEntry:
    """One line of fetch.txt. `size` in bytes, None when left open."""

    path: str
    size: int | None


class TagReader:
    """Reads the bag's text files, bounded, and notes what is wrong with them."""

    def __init__(self, source: Source, listing: Listing, findings: Findings) -> None:
        self._source = source
        self._listing = listing
        self._findings = findings
        self._left = MAX_TAG_FILES

    def declaration(self) -> Declaration:
        """What bagit.txt says; where it is missing or not understood (and noted), what 1.0 would say."""
        name = "bagit.txt"
        if name not in self._listing.files:
            if name not in self._listing.blocked:
                self._findings.error(FaultKind.NO_BAGIT_TXT, name)
            return Declaration()
        text = self.text(name, Declaration())
        if text is None:
            return Declaration()
        lines = split_lines(text)
        pairs, _, _ = parse_tags(lines)
        version = self._version(self._only(pairs, "BagIt-Version"))
        encoding = self._encoding(self._only(pairs, "Tag-File-Character-Encoding"))
        if len(lines) != 2 or not all(map(re.Pattern.fullmatch, _STRICT, lines)):
            reason = "harus tepat dua baris, BagIt-Version lalu Tag-File-Character-Encoding"
            self._findings.add(version >= (1, 0), FaultKind.BAD_DECLARATION, name, reason=reason)
        return Declaration(version, encoding)

    def info(self, declaration: Declaration) -> list[tuple[str, str]]:
        """The pairs of bag-info.txt (package-info.txt up to 0.95), in order; empty when there is none."""
        name = "package-info.txt" if declaration.version <= (0, 95) else "bag-info.txt"
        text = self.text(name, declaration)
        if text is None:
            return []
        pairs, bad, loose = parse_tags(split_lines(text))
        for number in bad:
            self._findings.error(FaultKind.BAD_TAG_LINE, name, line=number)
        if declaration.strict:
            for number in loose:
                self._findings.warn(FaultKind.BAD_TAG_LINE, name, line=number)
        return pairs

    def fetch(self, declaration: Declaration) -> list[FetchEntry]:
        """The lines of fetch.txt that name a payload file; what is wrong with the others is noted."""
        name = "fetch.txt"
        entries = []
        for number, line in enumerate(split_lines(self.text(name, declaration) or ""), start=1):
            fields = line.strip(" \t").split(None, 2)
            if not fields:
                continue
            if reason := _fetch_fault(fields):
                self._findings.error(FaultKind.BAD_FETCH_LINE, name, line=number, reason=reason)
            if len(fields) != 3:
                continue
            path = plain(decode_path(fields[2], declaration.version))
            if is_unsafe(fields[2]) or is_unsafe(decode_path(fields[2], declaration.version)):
                where = f" (baris {number} dalam {name})"
                self._findings.error(FaultKind.UNSAFE_PATH, fields[2], where=where)
            elif not path.startswith("data/"):
                self._findings.error(FaultKind.OUTSIDE_PAYLOAD, path, manifest=name)
            else:
                entries.append(FetchEntry(path, _size(fields[1])))
        return entries

    def text(self, name: str, declaration: Declaration) -> str | None:
        """The text of a tag file, without a byte-order mark; None when absent or unreadable (and noted)."""
        data = self._bytes(name)
        if data is None:
            return None
        encoding = declaration.encoding
        marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))
        try:
            if encoding in _NEED_MARK and data and not marked:
                raise UnicodeError  # the byte order would be a guess
            text = data.decode(encoding)
        except (UnicodeError, ValueError):
            self._findings.error(FaultKind.BAD_ENCODING, name, encoding=encoding)
            return None
        if text.startswith(_MARK):
            serious = declaration.strict or name == "bagit.txt"
            self._findings.add(serious, FaultKind.BYTE_ORDER_MARK, name)
            text = text.removeprefix(_MARK)
        return text

    def _bytes(self, name: str) -> bytes | None:
        size = self._listing.files.get(name)
        if size is None:
            return None
        limit = min(MAX_TAG_FILE, self._left)
        if size > limit:
            self._findings.error(FaultKind.TAG_FILE_TOO_LARGE, name, size=size, limit=limit)
            return None
        self._left -= size
        data = bytearray()
        try:
            for block in self._source.blocks(name, bytearray(min(size + 1, BLOCK))):
                data += block
                if len(data) > limit:  # it grew since it was listed
                    self._findings.error(FaultKind.TAG_FILE_TOO_LARGE, name, size=len(data), limit=limit)
                    return None
        except EntryUnreadableError as fault:
            self._findings.error(fault.kind, name, **fault.facts)
            return None
        return bytes(data)

    def _only(self, pairs: list[tuple[str, str]], label: str) -> str | None:
        values = [value for name, value in pairs if name == label]
        if len(values) != 1:
            reason = f"{label} tidak ada" if not values else f"{label} tertulis lebih dari sekali"
            self._findings.error(FaultKind.BAD_DECLARATION, "bagit.txt", reason=reason)
        return values[0] if values else None

    def _version(self, text: str | None) -> Version:
        if text is None:
            return _LATEST
        match = _NUMBER.fullmatch(text)
        version = (int(match[1]), int(match[2])) if match else None
        if version in _VERSIONS:
            return version
        self._findings.error(FaultKind.UNSUPPORTED_VERSION, "bagit.txt", version=text)
        return _LATEST

    def _encoding(self, text: str | None) -> str:
        if text is None:
            return "utf-8"
        try:
            name = codecs.lookup(text).name
            "a".encode(name)  # refuses what is no text encoding ("zlib", "rot13")
            known = name not in _PYTHON_ONLY
        except (LookupError, ValueError):
            known = False
        if known:
            return name
        self._findings.error(FaultKind.UNKNOWN_ENCODING, "bagit.txt", encoding=text)
        return "utf-8"


def parse_tags(lines: list[str]) -> tuple[list[tuple[str, str]], list[int], list[int]]:
    """Pairs of label and value in order, numbers of lines that are none, and of those 1.0 calls loose.

    A line that begins with space continues the value before it.
    """
    pairs: list[tuple[str, str]] = []
    bad: list[int] = []
    loose: list[int] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if line[0] in " \t" and pairs:
            label, value = pairs[-1]
            pairs[-1] = (label, f"{value} {line.strip()}".strip())
            continue
        label, colon, value = line.partition(":")
        if not colon or not label.strip():
            bad.append(number)
            continue
        if label != label.strip() or (value and value[0] not in " \t"):
            loose.append(number)
        pairs.append((label.strip(), value.strip()))
    return pairs, bad, loose


def _fetch_fault(fields: list[str]) -> str:
    """Why a line of fetch.txt is none, in Indonesian, or ""."""
    if len(fields) != 3:
        return "seharusnya alamat, ukuran, dan nama berkas"
    try:
        url = urlsplit(fields[0])
        whole = bool(url.scheme and url.netloc) or url.scheme == "file"
    except ValueError:
        whole = False
    if not whole:
        return "alamat unduhan tidak lengkap"
    return "" if fields[1] == "-" or _size(fields[1]) is not None else "ukuran bukan angka"


def _size(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
