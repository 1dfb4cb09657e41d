"""Click with Indonesian words: headings of the help pages and sentences for wrong usage."""

import re
from typing import Any

import click

from zidesk.domain.indonesian import format_number

HELP_WORDS = "Tampilkan bantuan ini, lalu selesai."


class _Indonesian(click.Command):
    """What a single command and the whole program share."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Pemakaian: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP_WORDS
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [item for item in self.get_params(ctx) if isinstance(item, click.Option)]
        records = [record for item in options if (record := item.get_help_record(ctx))]
        if records:
            with formatter.section("Pilihan"):
                formatter.write_dl(records)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = super().collect_usage_pieces(ctx)
        return [{"[OPTIONS]": "[PILIHAN]"}.get(piece, piece) for piece in pieces]


class Command(_Indonesian):
    """A command of the program."""


class CommandWithNumbers(Command):
    """A command one of whose arguments may be a negative number, which is then no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.ignore_unknown_options = any(re.match(r"-\d", arg) for arg in args)
        return super().parse_args(ctx, args)


class Program(_Indonesian, click.Group):
    """The program with its commands, listed in the order they were added."""

    command_class = Command

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, command.get_short_help_str(90)) for name, command in self.commands.items()]
        with formatter.section("Perintah"):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, _ctx: click.Context) -> list[str]:
        return ["[PILIHAN]", "PERINTAH", "…"]


def usage_sentence(error: click.UsageError) -> str:
    """What is wrong with the call, in one Indonesian sentence."""
    call = error.ctx.command_path if error.ctx is not None else "zidesk"
    return f"{_fault(error)} Lihat “{call} --help”."


def _fault(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"Pilihan “{error.option_name}” tidak dikenal."
        case click.MissingParameter():
            return f"{_name(error)} belum diisi."
        case click.BadOptionUsage() if "does not take a value" in error.message:
            return f"Pilihan “{error.option_name}” tidak memakai nilai."
        case click.BadOptionUsage():
            return f"Pilihan “{error.option_name}” memerlukan nilai."
        case click.BadParameter():
            return f"{_name(error)} tidak dapat dipakai: {_reason(error)}."
        case _:
            return _general(error)


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return "Isian"
    if isinstance(error.param, click.Option):
        return f"Pilihan {error.param.opts[0]}"
    return f"Isian {error.param.make_metavar(error.ctx) if error.ctx else error.param.name}"


def _reason(error: click.BadParameter) -> str:
    kind: Any = error.param.type if error.param is not None else None
    match kind:
        case click.Choice():
            return f"pilih dari {', '.join(kind.choices)}"
        case click.IntRange():
            upper = "" if kind.max is None else f" sampai {format_number(int(kind.max), 0)}"
            return f"harus bilangan bulat mulai dari {kind.min}{upper}"
        case click.types.IntParamType() | click.types.FloatParamType():
            return "harus angka"
        case click.DateTime():
            return "harus tanggal seperti 2026-03-05"
        case click.Path():
            return "tempat itu tidak ada atau tidak sesuai"
        case _:
            return error.message.rstrip(".")


def _general(error: click.UsageError) -> str:
    """Click gives these as English text only."""
    message = error.message
    if message.startswith("No such command"):
        return f"Perintah {message.removeprefix('No such command').strip(' .')} tidak ada."
    if "unexpected extra argument" in message:
        return f"Isian berlebih: {message.partition('(')[2].rstrip(').')}."
    return message
