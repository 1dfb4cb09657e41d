"""The program `zidesk`: its commands, and what becomes of every kind of error.

Exit codes: 0 done, 1 could not, 2 wrong usage, 3 verification found faults.
"""

import gc
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from zidesk import __version__
from zidesk.cli import (
    answer_commands,
    bundle_commands,
    changes_command,
    demo_command,
    guide_command,
    merge_command,
    open_command,
    paper_commands,
    plan_commands,
    privacy_commands,
    verify_command,
    workspace_commands,
)
from zidesk.cli.context import Session, real_session
from zidesk.cli.output import OutputRefused, complain
from zidesk.cli.self_test_option import run_self_test
from zidesk.cli.usage import Program, usage_sentence
from zidesk.domain.errors import Cancelled, ZideskError
from zidesk.messages import explain

DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2

_ABOUT = (
    "ZIDesk menyusun bukti dukung Zona Integritas: jawaban LKE, berkas bukti, dan paket untuk penilai.\n\n"
    "Tanpa perintah, ZIDesk membuka jendela."
)


@click.group(
    cls=Program,
    name="zidesk",
    help=_ABOUT,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 110},
)
@click.version_option(__version__, prog_name="ZIDesk", message="%(prog)s %(version)s", help="Tampilkan versi.")
@click.option("--self-test", is_flag=True, hidden=True, is_eager=True, expose_value=False, callback=run_self_test)
@click.pass_context
def program(context: click.Context) -> None:
    if context.invoked_subcommand is None:
        context.invoke(open_command.open_window)


for command in (
    open_command.open_window,
    demo_command.demo,
    workspace_commands.new,
    answer_commands.answer,
    answer_commands.attach,
    plan_commands.plan,
    plan_commands.staff,
    workspace_commands.status,
    privacy_commands.personal,
    paper_commands.doc,
    merge_command.merge,
    bundle_commands.bundle,
    verify_command.verify,
    changes_command.changes,
    workspace_commands.backup,
    workspace_commands.restore_backup,
    workspace_commands.doctor,
    guide_command.guide,
):
    program.add_command(command)

_OBJECTS = 50_000  # made before unused ones are looked for: commands are short, and it takes a tenth of their time


def run(arguments: Sequence[str], session: Session) -> int:
    """Carry out one call and return its exit code; the only thing printed for an error is its sentence."""
    try:
        result = program.main(list(arguments), prog_name="zidesk", standalone_mode=False, obj=session)
    except click.UsageError as error:
        complain(usage_sentence(error))
        return WRONG_USAGE
    except ZideskError as error:
        complain(str(explain(error)))
        return COULD_NOT
    except (KeyboardInterrupt, click.Abort):
        complain(str(explain(Cancelled())))
        return COULD_NOT
    except BrokenPipeError:
        return COULD_NOT
    except OutputRefused:
        complain("Hasilnya tidak dapat ditulis ke keluaran. Periksa ruang kosong tempat hasil itu diarahkan.")
        return COULD_NOT
    except Exception:  # our own bug: the user gets a sentence, the maker the traceback
        note = _write_crash_note(traceback.format_exc())
        complain(
            "Terjadi kesalahan yang tidak terduga; data yang sudah tersimpan tetap aman. "
            f"Kirimkan catatan {note} kepada pembuat ZIDesk."
        )
        return COULD_NOT
    return result if isinstance(result, int) else DONE


def main() -> None:
    """The console script."""
    gc.set_threshold(_OBJECTS, 20, 50)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # old consoles lack signs such as “ or ✓
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:], real_session()))


def _write_crash_note(text: str) -> Path:
    import platformdirs

    note = Path(platformdirs.user_log_dir("ZIDesk", appauthor=False)) / "kesalahan.txt"
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(f"ZIDesk {__version__}\n{sys.version}\n\n{text}", encoding="utf-8")
    except OSError:
        print(text, file=sys.stderr)
    return note
