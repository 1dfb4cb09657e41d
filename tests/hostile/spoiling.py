"""Sound files of every kind the program opens, and copies of them spoiled at random, the same on every run."""

import random
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from tests.unit.services.ingest.inspection.inspection_samples import SOUND
from tests.unit.services.pictures.picture_samples import pdf

_CORPUS = Path(__file__).parents[1] / "data" / "corpus"
_LOOKED_AT = ("inspect", "small")
_READ = ("inspect", "small", "page", "texts", "find")


def _bag() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tas/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        archive.writestr("tas/bag-info.txt", "Payload-Oxum: 1.1\nContact-Name: A\n")
        archive.writestr("tas/fetch.txt", "https://example.org/a 1 data/a\n")
        archive.writestr("tas/manifest-md5.txt", "0cc175b9c0f1b6a831c399e269772661  data/a\n")
        archive.writestr("tas/data/a", "a")
    return out.getvalue()


def _book() -> bytes:
    import openpyxl

    book, out = openpyxl.Workbook(), BytesIO()
    for row in (("kode", "jawaban", "catatan"), ("A.I.1.i.a", "Ya", "=1+1"), ("A.I.1.i.b", 3.5, None)):
        book.worksheets[0].append(row)
    book.save(out)
    return out.getvalue()


def seeds() -> Mapping[str, tuple[bytes, tuple[str, ...]]]:
    """By name: the bytes, and what the program does with such a file."""
    found = {name: (make(), _READ if name.endswith(".pdf") else _LOOKED_AT) for name, make in SOUND.items()}
    for path in _CORPUS.iterdir():
        if path.suffix != ".md":
            found[path.name] = (path.read_bytes(), _READ if path.suffix == ".pdf" else _LOOKED_AT)
    tables = ("answers", "plan", "staff")
    table = 'kode;rencana_aksi;jawaban;nama;nip;waktu;Mar 1\r\nA.I.1.i.a;"=a";Ya;Siti;;Mar 1-2;x\r\n'
    found |= {
        "tas.zip": (_bag(), ("verify", "restore", "inspect")),
        "tabel.xlsx": (_book(), ("inspect", *tables)),
        "tabel.csv": (table.encode(), tables),
        "profil.toml": (b'[sekolah]\nnama = "SMAN 1"\n[penilaian]\ntahun = 2026\n', ("profile",)),
        "kata.pdf": (pdf("satu dua", "tiga"), _READ),
    }
    return found


def spoiled(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Flipped, cut, doubled, moved, filled up or crossed with another file, some of it several times."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not result:
            break
        at, length = chance.randrange(len(result)), chance.choice((1, 2, 4, 16, 256, 4096))
        match chance.randrange(8):
            case 0 | 1:
                result[at] ^= 1 << chance.randrange(8)
            case 2:
                del result[at:]
            case 3:
                del result[at : at + length]
            case 4:
                result[at:at] = result[at : at + length] * chance.choice((1, 2, 50))
            case 5:
                start = chance.randrange(len(other))
                result[at : at + length] = other[start : start + length]
            case 6:
                result[at : at + length] = bytes([chance.choice((0, 0xFF, 0x7F, 0x80))]) * length
            case 7:
                number = chance.choice((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, chance.getrandbits(32)))
                result[at : at + 4] = number.to_bytes(4, chance.choice(("little", "big")))
    return bytes(result)


def spoiled_files(folder: Path, rounds: int, seed: int = 1) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """So many files, one after the other, each with what is to be done with it."""
    chance = random.Random(seed)
    sound = seeds()
    names = sorted(sound)
    for turn in range(rounds):
        name = names[turn % len(names)]
        data, doings = sound[name]
        path = folder / f"{turn}-{name}"
        path.write_bytes(spoiled(data, sound[chance.choice(names)][0], chance))
        yield path, doings
        path.unlink(missing_ok=True)
