"""The school and the assessment it prepares for (`profil.toml`), with the checks of each field."""

import re
from dataclasses import dataclass, field, fields
from datetime import date

TARGETS = ("WBK", "WBBM")
CATEGORIES = ("reguler", "afirmasi")


@dataclass(frozen=True, slots=True)
class School:
    name: str
    npsn: str = ""
    level: str = ""  # jenjang: SD, SMP, SMA, SMK …
    address: str = ""
    regency: str = ""
    province: str = ""
    postal_code: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    government: str = ""  # first line of the letterhead
    office: str = ""  # dinas, second line
    logo: str = ""  # SHA-256 of the stored picture, "" without one


@dataclass(frozen=True, slots=True)
class Person:
    name: str = ""
    nip: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    school: School
    principal: Person = field(default_factory=Person)
    team_leader: Person = field(default_factory=Person)
    year: int = 0
    target: str = "WBK"
    place: str = ""  # where letters are dated, e.g. "Balaraja"
    category: str = "reguler"  # printed; limits for afirmasi are not published, so it decides nothing
    wbk_held: bool = False


def is_npsn(text: str) -> bool:
    """A school number: eight digits."""
    return re.fullmatch(r"\d{8}", text) is not None


def is_nip(text: str) -> bool:
    """A civil-servant number: birth date, month of appointment, sex 1 or 2, serial number (8-6-1-3)."""
    digits = text.replace(" ", "")
    if not re.fullmatch(r"\d{14}[12]\d{3}", digits):
        return False
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        appointed = date(int(digits[8:12]), int(digits[12:14]), 1)
    except ValueError:
        return False
    return born.year >= 1940 and appointed.year - born.year >= 15


def profile_faults(profile: Profile) -> tuple[tuple[str, str], ...]:
    """What is wrong with a profile: pairs of field ("sekolah.npsn") and reason key. Empty fields are allowed
    except the school's name and the year; papers print dotted lines for them."""
    faults: list[tuple[str, str]] = []
    if not profile.school.name.strip():
        faults.append(("sekolah.nama", "empty"))
    if profile.school.npsn and not is_npsn(profile.school.npsn):
        faults.append(("sekolah.npsn", "npsn"))
    for where, person in (("kepala", profile.principal), ("ketua_tim", profile.team_leader)):
        if person.nip and not is_nip(person.nip):
            faults.append((f"{where}.nip", "nip"))
    if not 2000 <= profile.year <= 2100:
        faults.append(("penilaian.tahun", "year"))
    if profile.target not in TARGETS:
        faults.append(("penilaian.target", "target"))
    if profile.category not in CATEGORIES:
        faults.append(("penilaian.kategori", "category"))
    for part, values in (("sekolah", profile.school), ("kepala", profile.principal)):
        faults.extend(
            (f"{part}.{item.name}", "long")
            for item in fields(values)
            if len(str(getattr(values, item.name))) > 300
        )
    return tuple(faults)
