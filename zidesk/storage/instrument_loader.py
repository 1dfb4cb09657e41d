"""Reads a sheet (JSON, the format of resources/instruments) and refuses a broken one, naming node and reason."""

import json
from decimal import Decimal
from pathlib import Path

from zidesk.domain.errors import InstrumentInvalid, InstrumentNotFound
from zidesk.domain.instrument import Instrument
from zidesk.domain.instrument_check import instrument_faults
from zidesk.storage.instrument_fields import NodeError
from zidesk.storage.instrument_record import instrument_from_record

_MAX_BYTES = 20_000_000


def find_instrument(name: str, folder: Path) -> Path:
    """The file of a sheet that ships with the program (by its name), or the user's own file.

    Raises InstrumentNotFound.
    """
    shipped = {path.stem: path for path in sorted(folder.glob("*.json"))}
    if name in shipped:
        return shipped[name]
    try:
        if Path(name).is_file():
            return Path(name)
    except OSError:  # a name no system can hold
        pass
    raise InstrumentNotFound(name, tuple(shipped))


def read_instrument_text(path: Path) -> str:
    """The file's text, for keeping in a workspace. Raises InstrumentInvalid."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InstrumentInvalid(path.name, (("", "berkas lebih besar dari 20 MB"),))
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InstrumentInvalid(path.name, (("", "berkas bukan teks UTF-8"),)) from fault
    except OSError as fault:
        raise InstrumentInvalid(path.name, (("", "berkas tidak dapat dibaca"),)) from fault


def parse_instrument(text: str, name: str) -> Instrument:
    """The sheet, checked. Raises InstrumentInvalid with every fault found."""
    try:
        data = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as fault:
        where = f"baris {fault.lineno}, kolom {fault.colno}"
        raise InstrumentInvalid(name, (("", f"bukan JSON yang benar ({where})"),)) from fault
    except (ValueError, ArithmeticError, RecursionError) as fault:
        raise InstrumentInvalid(name, (("", "bukan JSON yang benar"),)) from fault
    try:
        instrument = instrument_from_record(data, name)
    except NodeError as fault:
        raise InstrumentInvalid(name, ((fault.code, fault.reason),)) from fault
    faults = instrument_faults(instrument)
    if faults:
        raise InstrumentInvalid(name, faults)
    return instrument


def load_instrument(path: Path) -> Instrument:
    """Raises InstrumentInvalid."""
    return parse_instrument(read_instrument_text(path), path.name)
