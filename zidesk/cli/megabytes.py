"""Sizes as people give them on the command line: 2, 2.5 or 2,5 megabytes."""

import math

import click

MB = 1_000_000  # bytes; the smaller of the two that limits are given in
_MOST = 1_000_000  # megabytes


def bytes_of(context: click.Context, option: click.Parameter, value: str | None) -> int | None:
    """A whole number of bytes, for an option's `callback`. Raises click.BadParameter."""
    if value is None:
        return None
    try:
        size = float(value.strip().replace(",", "."))
    except ValueError:
        raise click.BadParameter("harus angka, misalnya 2 atau 2,5", context, option) from None
    if not math.isfinite(size) or not 1 <= size * MB <= _MOST * MB:
        raise click.BadParameter("harus lebih dari 0 sampai 1.000.000", context, option)
    return round(size * MB)
