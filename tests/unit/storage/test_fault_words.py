"""What the system says is told in Indonesian, whatever language the system speaks."""

import errno
import os

import pytest

from zidesk.storage.faults import words_of


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "ruang habis"),
        (errno.EACCES, "izin ditolak"),
        (errno.EROFS, "terkunci tulis"),
        (errno.ENOENT, "tidak ditemukan"),
        (errno.EIO, "gangguan baca-tulis"),
    ],
)
def test_common_refusals_are_indonesian(code: int, words: str) -> None:
    assert words_of(OSError(code, os.strerror(code), "/di/sini")) == words


def test_a_rare_one_keeps_the_systems_words() -> None:
    assert words_of(OSError(errno.EPROTO, "Protocol error", "/di/sini")) == "Protocol error"
    assert words_of(OSError("tanpa nomor")) == "tanpa nomor"
