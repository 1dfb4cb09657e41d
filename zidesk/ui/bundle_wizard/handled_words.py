"""What is told of files that are handed over otherwise than they were attached. Pure functions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zidesk.domain.archive_layout import Omission
from zidesk.domain.indonesian import format_size
from zidesk.services.renditions.wishes import PERSONAL_WORDS

if TYPE_CHECKING:
    from zidesk.services.bundle.request import BundleResult
    from zidesk.services.renditions.copies import Shrunk


def chosen_away(item: Omission) -> bool:
    """Whether it is not there because the user wanted it so."""
    return item.reason == PERSONAL_WORDS


def handled_sentences(result: "BundleResult") -> Iterator[str]:
    """One line for each kind of handling, with how many files."""
    smaller = [item for item in result.shrunk if item.fits]
    above = [item for item in result.shrunk if not item.fits]
    if smaller:
        before, after = (
            sum(sizes) for sizes in zip(*((item.before, item.after) for item in smaller), strict=True)
        )
        yield f"{len(smaller)} berkas diperkecil, dari {format_size(before)} menjadi {format_size(after)}."
    if above:
        yield f"{len(above)} berkas tetap di atas batas ukuran karena tidak dapat diperkecil sampai batas itu."
    if result.locked:
        yield f"{len(result.locked)} berkas dikunci dengan kata sandi."
    if result.redacted:
        yield f"{len(result.redacted)} berkas disertakan dengan sebagian isinya ditutup."
    left_out = sum(map(chosen_away, result.omitted))
    if left_out:
        yield f"{left_out} berkas tidak disertakan karena bertanda memuat data pribadi."


def handled_lines(result: "BundleResult") -> Iterator[str]:
    """Every such file with what became of it."""
    for item in result.shrunk:
        if item.fits:
            yield f"Diperkecil: {_sizes(item)}"
    for item in result.shrunk:
        if not item.fits:
            yield f"Tetap di atas batas: {_sizes(item)}"
    for treated in result.locked:
        yield f"Dikunci: {treated.code} {treated.title}"
    for treated in result.redacted:
        yield f"Sebagian ditutup: {treated.code} {treated.title}"
    for left in result.omitted:
        if chosen_away(left):
            yield f"Tidak disertakan: {left.question_code} {left.title}"


def _sizes(item: "Shrunk") -> str:
    sizes = format_size(item.before)
    if item.after != item.before:
        sizes += f" → {format_size(item.after)}"
    return f"{item.code} {item.title}, {sizes}"
