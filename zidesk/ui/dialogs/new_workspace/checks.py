"""What is said about a field while it is typed: kindly, and only complaining once it is left. Pure, no Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from zidesk.domain.indonesian import format_date_short
from zidesk.domain.profile import is_nip, is_npsn


@dataclass(frozen=True, slots=True)
class Verdict:
    """`words` in the colour role `look`; `stops`: the wizard cannot go on with it."""

    words: str = ""
    look: str = "muted"
    stops: bool = False


Check = Callable[[str, bool], Verdict]  # the text; whether the user has left the field
FINE = Verdict()
FIRST_YEAR, LAST_YEAR = 2000, 2100


def anything(_text: str, _left: bool) -> Verdict:
    return FINE


def check_school_name(text: str, left: bool) -> Verdict:
    if not text.strip() and left:
        return _bad("Nama sekolah perlu diisi; nama ini tercetak di kop surat.")
    return FINE


def check_npsn(text: str, left: bool) -> Verdict:
    digits = _without_spaces(text)
    if not digits or is_npsn(digits):
        return FINE
    return _count(digits, 8, "NPSN", left)


def check_nip(text: str, left: bool) -> Verdict:
    digits = _without_spaces(text)
    if not digits:
        return FINE
    if is_nip(digits):
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        return Verdict(f"Lahir {format_date_short(born)}, diangkat {digits[8:12]}", "ok")
    if len(digits) != 18 or not _digits_only(digits):
        return _count(digits, 18, "NIP", left)
    return _bad("Periksa lagi: 8 angka pertama tanggal lahir, 6 berikutnya tahun dan bulan pengangkatan.")


def check_year(text: str, left: bool) -> Verdict:
    digits = text.strip()
    if _digits_only(digits) and len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return FINE
    if left or len(digits) >= 4 or not _digits_only(digits or "0"):
        return _bad(f"Isi tahun dengan 4 angka, antara {FIRST_YEAR} dan {LAST_YEAR}.")
    return Verdict(f"{len(digits)} dari 4 angka")


def check_postal_code(text: str, left: bool) -> Verdict:
    digits = text.strip()
    if left and digits and not (_digits_only(digits) and len(digits) == 5):
        return Verdict("Kode pos biasanya 5 angka.", "warn")
    return FINE


def check_email(text: str, left: bool) -> Verdict:
    name, at, host = text.strip().partition("@")
    if left and text.strip() and not (name and at and "." in host.strip(".") and " " not in text.strip()):
        return Verdict("Alamat surel biasanya seperti tu@sekolah.sch.id.", "warn")
    return FINE


def _count(text: str, wanted: int, name: str, left: bool) -> Verdict:
    """How far a number has come: a count while it is typed, a fault once it is left or cannot become right."""
    if not _digits_only(text):
        return _bad(f"{name} hanya berisi angka.")
    if len(text) > wanted:
        return _bad(f"Terlalu panjang: {name} {wanted} angka.")
    if left:
        return _bad(f"Baru {len(text)} dari {wanted} angka.")
    return Verdict(f"{len(text)} dari {wanted} angka")


def _bad(words: str) -> Verdict:
    return Verdict(words, "bad", stops=True)


def _digits_only(text: str) -> bool:
    return text.isascii() and text.isdecimal()


def _without_spaces(text: str) -> str:
    return "".join(text.split())
