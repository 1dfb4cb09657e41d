"""Personal data in texts: identity numbers and telephone numbers of people (UU 27/2022), and what is decided."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from zidesk.domain.profile import is_nip


class PersonalKind(StrEnum):
    """What a number is that tells who someone is, in the order they are told."""

    NIK = "nik"
    NISN = "nisn"
    NIP = "nip"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class PersonalDecision:
    """What a person decided about a content. `personal` False: looked at, and it holds no personal data."""

    personal: bool
    at: datetime
    by: str


# Kode wilayah of the Ministry of Home Affairs: the provinces that have been given one
_ISLANDS = ((11, 19), (21, 21), (31, 36), (51, 53), (61, 65), (71, 76), (81, 82), (91, 96))
_PROVINCES = frozenset(code for first, last in _ISLANDS for code in range(first, last + 1))
_REGENCIES = frozenset((*range(1, 50), *range(71, 80)))  # kabupaten, and kota from 71

# every pattern is bounded in length, so that a text of any kind takes time in proportion to it
_ALONE = r"(?<!\w)(?<![0-9][.,/-])"  # no part of a longer number, a hash or a code
_ENDS = r"(?!\w)(?![.,/-][0-9])"
_NIK = re.compile(
    _ALONE + r"(?:[0-9]{16}"
    r"|[0-9]{6}(?P<a>[ .-])[0-9]{6}(?P=a)[0-9]{4}"
    r"|(?<![0-9]{4} )[0-9]{4}(?P<b>[ .-])[0-9]{4}(?P=b)[0-9]{4}(?P=b)[0-9]{4}(?! [0-9]{4}\b)"
    r"|[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{6}\.[0-9]{4})" + _ENDS
)
_NIP = re.compile(_ALONE + r"[0-9]{8}[ .-]?[0-9]{6}[ .-]?[12][ .-]?[0-9]{3}" + _ENDS)
_PHONE = re.compile(
    _ALONE + r"(?:\+62[ .-]?|62(?=8)|0)"
    r"8[1-9](?:[0-9]{7,10}|[0-9]{0,2}(?P<s>[ .-])[0-9]{3,4}(?P=s)[0-9]{2,5}|[0-9]{1,2}[ .-][0-9]{6,8})" + _ENDS
)
_NISN_WORD = re.compile(r"(?<![A-Za-z])(?:NISN|nomor induk siswa nasional)(?![A-Za-z])", re.IGNORECASE)
_NISN = re.compile(r"(?<!\w)(?<![0-9][.,-])[0-9]{10}" + _ENDS)
_NEAR = 300  # characters from the word NISN to the first number under it, and from one row's to the next
_ACCOUNT = re.compile(r"\b(?:rek(?:ening)?|norek|virtual account|VA)\b[^0-9]{0,20}\Z", re.IGNORECASE)
_WINDOW, _LONGEST = 32_768, 64  # characters; of a text at once, and of a match with what follows it
_BEFORE = 40  # characters in which a number is said to be an account's


def find_personal(text: str, public: Collection[str] = ()) -> Mapping[PersonalKind, int]:
    """How many different numbers of each kind the text holds; a kind without any is left out.

    `public`: numbers that tell of an office, not of a person, such as the NIP of who signs every letter; their
    digits count for nothing.
    """
    known = frozenset(_digits(number).removeprefix("62").lstrip("0") for number in public)
    found: dict[PersonalKind, set[str]] = {kind: set() for kind in PersonalKind}
    for kind, number in _numbers(text):
        if number.lstrip("0") not in known:
            found[kind].add(number)
    return {kind: len(numbers) for kind, numbers in found.items() if numbers}


def is_nik(digits: str) -> bool:
    """A population number: province, regency, district, day (women's +40), month, year, serial number."""
    if not re.fullmatch(r"[0-9]{16}", digits):
        return False
    province, regency, district, day, month = (int(digits[at : at + 2]) for at in range(0, 10, 2))
    if province not in _PROVINCES or regency not in _REGENCIES or not district:
        return False
    try:
        date(2000, month, day - 40 if day > 40 else day)  # a leap year: the century is not told
    except ValueError:
        return False
    return digits[12:] != "0000"


def is_nisn(digits: str) -> bool:
    """A pupil's number: the last three digits of the year of birth, then seven more."""
    return re.fullmatch(r"(?:99|98|00|01|02)[0-9]{8}", digits) is not None


def _numbers(text: str) -> Iterator[tuple[PersonalKind, str]]:
    """Every number, by its kind and as digits only."""
    for match in _matches(_NIK, text):
        if is_nik(_digits(match[0])) and not _is_account(text, match.start()):
            yield PersonalKind.NIK, _digits(match[0])
    for match in _matches(_NIP, text):
        if is_nip(_digits(match[0])):
            yield PersonalKind.NIP, _digits(match[0])
    for number in _nisn_numbers(text):
        yield PersonalKind.NISN, number
    for match in _matches(_PHONE, text):
        number = _digits(match[0]).removeprefix("62").lstrip("0")
        if 9 <= len(number) <= 12 and not _is_account(text, match.start()):
            yield PersonalKind.PHONE, number


def _nisn_numbers(text: str) -> Iterator[str]:
    """Ten digits say nothing alone: they stand after the word NISN, or go on the column that began under it."""
    words = [match.end() for match in _matches(_NISN_WORD, text)]
    if not words:
        return
    reach, at = -1, 0  # up to where a number belongs to what was before it
    for match in _matches(_NISN, text):
        while at < len(words) and words[at] <= match.start():
            reach = max(reach, words[at] + _NEAR)
            at += 1
        if match.start() <= reach and is_nisn(match[0]):
            reach = match.end() + _NEAR
            yield match[0]


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As `finditer`, a window at a time: a search through millions of characters lets no other thread run."""
    start = 0
    for window in range(0, len(text), _WINDOW):
        for match in pattern.finditer(text, max(start, window), window + _WINDOW + _LONGEST):
            if match.start() >= window + _WINDOW:
                break
            start = match.end()
            yield match


def _is_account(text: str, at: int) -> bool:
    return _ACCOUNT.search(text, max(0, at - _BEFORE), at) is not None


def _digits(number: str) -> str:
    return re.sub(r"[^0-9]", "", number)
