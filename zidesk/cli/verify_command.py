"""The command that checks a bundle."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zidesk.cli.output import print_json, progress_shown, say
from zidesk.cli.usage import Command

if TYPE_CHECKING:
    from zidesk.services.verify import Fault

FAULTS_FOUND = 3


@click.command(cls=Command, help="Periksa paket BagIt mana pun, folder atau ZIP. Kode keluar 3: ada kesalahan.")
@click.argument("bundle_path", metavar="PAKET", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
def verify(bundle_path: Path, as_json: bool) -> int:
    from zidesk.services.verify import verify_bundle

    with progress_shown() as report:
        found = verify_bundle(bundle_path, report)
    if as_json:
        print_json(
            {
                "valid": found.valid,
                "files": found.files,
                "errors": [_fault_record(fault) for fault in found.errors],
                "warnings": [_fault_record(fault) for fault in found.warnings],
            }
        )
    else:
        for fault in found.errors:
            say(f"SALAH  {_fault_line(fault)}")
        for fault in found.warnings:
            say(f"catatan  {_fault_line(fault)}")
        say("valid" if found.valid else f"tidak valid: {len(found.errors)} kesalahan")
    return 0 if found.valid else FAULTS_FOUND


def _fault_line(fault: "Fault") -> str:
    """Some faults are of the bag as a whole."""
    return f"{fault.path}: {fault.detail}" if fault.path else fault.detail


def _fault_record(fault: "Fault") -> dict[str, str]:
    return {"kind": str(fault.kind), "path": fault.path, "detail": fault.detail}
