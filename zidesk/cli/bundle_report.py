"""What the command tells of a bundle it has made: sentences for people, one record for scripts."""

from typing import TYPE_CHECKING, Any

from zidesk.cli.output import complain, say
from zidesk.domain.indonesian import format_number, format_size
from zidesk.messages.bundle import NETWORK_CAVEAT

if TYPE_CHECKING:
    from zidesk.services.bundle.request import BundleResult


def say_result(result: "BundleResult", limit: int | None) -> None:
    """`limit` in bytes, as it was asked for. Raises OutputRefused, BrokenPipeError."""
    for path in result.parts or (result.path,):
        say(f"Paket {path}")
    papers = f" dan {result.documents} dokumen" if result.documents else ""
    seconds = format_number(int(result.seconds), 0)
    say(f"{result.files} berkas bukti{papers}, {format_size(result.bytes)}, {seconds} detik.")
    if limit is not None:
        _say_shrunk(result, limit)
    for item in result.redacted:
        say(f"Sebagian ditutup: {item.code} {item.title}.")
    for item in result.locked:
        say(f"Terkunci sandi: {item.code} {item.title}.")
    for omission in result.omitted:
        complain(f"TIDAK LENGKAP: {omission.question_code} {omission.name} ({omission.reason}).")
    if result.read_back and result.network:
        say("Sudah dibaca ulang dari tujuan dan cocok.")
        say(NETWORK_CAVEAT)
    elif result.read_back:
        say("Sudah dibaca ulang dari tujuan dan cocok; aman untuk dicabut.")
    else:
        say("Belum dibaca ulang: keluarkan flashdisk lewat sistem sebelum dicabut.")
    if result.passphrase:
        say(f"Kata sandi berkas yang terkunci: {result.passphrase}")
        say("Catat sekarang dan sampaikan terpisah dari paket: kata sandi ini tidak disimpan di mana pun.")


def _say_shrunk(result: "BundleResult", limit: int) -> None:
    for item in result.shrunk:
        sizes = f"{format_size(item.before)} → {format_size(item.after)}"
        if item.fits:
            say(f"Diperkecil: {item.code} {item.title}, {sizes}.")
        else:
            why = format_size(item.after) if item.after == item.before else sizes
            complain(f"MASIH DI ATAS BATAS {format_size(limit)}: {item.code} {item.title}, {why}.")
    if not result.shrunk:
        say(f"Semua berkas bukti sudah di bawah batas {format_size(limit)}.")


def result_record(result: "BundleResult") -> dict[str, Any]:
    """Sizes in bytes. `passphrase` is there only when files were locked."""
    record: dict[str, Any] = {
        "path": str(result.path),
        "parts": [str(path) for path in result.parts or (result.path,)],
        "files": result.files,
        "bytes": result.bytes,
        "documents": result.documents,
        "reused": result.reused,
        "omitted": [
            {"code": item.question_code, "name": item.name, "reason": item.reason} for item in result.omitted
        ],
        "shrunk": [
            {
                "code": item.code,
                "title": item.title,
                "before": item.before,
                "after": item.after,
                "fits": item.fits,
            }
            for item in result.shrunk
        ],
        "locked": [{"code": item.code, "title": item.title} for item in result.locked],
        "redacted": [{"code": item.code, "title": item.title} for item in result.redacted],
        "read_back": result.read_back,
        "network": result.network,
        "seconds": round(result.seconds, 3),
    }
    if result.passphrase:
        record["passphrase"] = result.passphrase
    return record
