"""Reads `profil.toml`, the school's own file, and says which field is wrong."""

import tomllib
from pathlib import Path
from typing import Any

from zidesk.domain.errors import ProfileInvalid
from zidesk.domain.profile import SECTIONS, Profile, profile_faults
from zidesk.storage.profile_record import profile_from_record

_MAX_BYTES = 100_000  # a profile has some hundreds
_TYPES: dict[str, type] = {"tahun": int, "sudah_wbk": bool}


def read_profile(path: Path) -> tuple[Profile, Path | None]:
    """The profile and the logo's path (relative ones lie beside the file); the logo is not yet stored.

    Raises ProfileInvalid with every fault: unknown, type, logo, toml, unreadable and the reasons of
    `profile_faults`.
    """
    record = _read_toml(path)
    faults = list(_shape_faults(record))
    if faults:
        raise ProfileInvalid(path, tuple(faults))
    known = {section: dict(record.get(section, {})) for section in SECTIONS}
    logo_name = known["sekolah"].pop("logo", "")
    logo = path.parent / logo_name if logo_name else None
    profile = profile_from_record(known)
    faults = list(profile_faults(profile))
    if logo is not None and not _is_file(logo):
        faults.append(("sekolah.logo", "logo"))
    if faults:
        raise ProfileInvalid(path, tuple(faults))
    return profile, logo


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name no system can hold, or a folder that is closed to us
        return False


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise ProfileInvalid(path, (("", "large"),))
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as fault:  # not UTF-8, not TOML, or a number without end
        raise ProfileInvalid(path, ((str(fault), "toml"),)) from fault
    except OSError as fault:
        raise ProfileInvalid(path, ((fault.strerror or "", "unreadable"),)) from fault


def _shape_faults(record: dict[str, Any]) -> list[tuple[str, str]]:
    """Sections and fields that are not known, and values of the wrong type; typing errors are not ignored."""
    faults: list[tuple[str, str]] = []
    for section, values in record.items():
        if section not in SECTIONS or not isinstance(values, dict):
            faults.append((section, "type" if section in SECTIONS else "unknown"))
            continue
        for key, value in values.items():
            if key not in SECTIONS[section]:
                faults.append((f"{section}.{key}", "unknown"))
            elif type(value) is not _TYPES.get(key, str):
                faults.append((f"{section}.{key}", "type"))
    return faults
