"""The command about personal data in evidence."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zidesk.cli.context import Session
from zidesk.cli.output import print_json, progress_shown, say
from zidesk.cli.usage import Command
from zidesk.domain.evidence import EvidenceUse
from zidesk.messages.privacy import found_words

if TYPE_CHECKING:
    from zidesk.services.privacy.listing import PersonalList
    from zidesk.services.privacy.suggesting import Suggestion

_PATH = click.Path(path_type=Path)
_HELP = """Lihat dan tandai bukti yang memuat data pribadi (UU 27/2022).

Tanpa pilihan: daftar berkas yang ditandai, dan yang mungkin memuat NIK, NISN, NIP, atau nomor telepon tetapi
belum diputuskan. BUKTI disebut dengan kode butir dan nomornya (1.i.a-02) atau dengan SHA-256 berkasnya; semua
pemakaian berkas yang sama ikut ditandai.
"""


@click.command(cls=Command, help=_HELP)
@click.argument("workspace", metavar="BERKAS_KERJA", type=_PATH)
@click.option("--mark", metavar="BUKTI", multiple=True, help="Tandai: memuat data pribadi. Dapat diulang.")
@click.option("--unmark", metavar="BUKTI", multiple=True, help="Putuskan: tidak memuat. Dapat diulang.")
@click.option("--json", "as_json", is_flag=True, help="Satu objek JSON untuk program lain.")
@click.pass_obj
def personal(
    session: Session, workspace: Path, mark: tuple[str, ...], unmark: tuple[str, ...], as_json: bool
) -> None:
    from zidesk.services.privacy.listing import decide, personal_list

    with session.opened(workspace) as opened, progress_shown() as report:
        changed = decide(opened, mark, session.operator, personal=True)
        changed += decide(opened, unmark, session.operator, personal=False)
        found = personal_list(opened, report)
    if as_json:
        print_json(_record(found, changed))
    else:
        _tell(found, changed if mark or unmark else None)


def _tell(found: "PersonalList", changed: int | None) -> None:
    if changed is not None:
        say(f"{changed} berkas diubah tandanya.")
    say(f"Ditandai memuat data pribadi: {len(found.marked)} berkas.")
    for use in found.marked:
        say(f"  {_named(use)}")
    say(f"Mungkin memuat data pribadi, belum diputuskan: {len(found.suggested)} berkas.")
    for suggestion in found.suggested:
        say(f"  {_named(suggestion.use)} ({found_words(suggestion.found)})")


def _named(use: EvidenceUse) -> str:
    return f"{_place(use) or 'Kotak masuk'} {use.title}"


def _place(use: EvidenceUse) -> str:
    return f"{use.question_code}-{use.position:02d}" if use.question_code else ""


def _record(found: "PersonalList", changed: int) -> dict[str, Any]:
    return {
        "changed": changed,
        "marked": [_use_record(use) for use in found.marked],
        "suggested": _suggestion_records(found.suggested),
    }


def _suggestion_records(suggested: Sequence["Suggestion"]) -> list[dict[str, Any]]:
    return [
        {**_use_record(item.use), "found": {kind.value: count for kind, count in item.found.items()}}
        for item in suggested
    ]


def _use_record(use: EvidenceUse) -> dict[str, Any]:
    return {"sha256": use.file.sha256, "evidence": _place(use), "title": use.title, "name": use.original_name}
