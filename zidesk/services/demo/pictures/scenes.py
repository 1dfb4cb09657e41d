"""The scenes by name, each in a few variants, drawn once and shared by many photos."""

import random
import threading
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter, ImageOps

from zidesk.services.demo.pictures import indoors, outdoors
from zidesk.services.demo.pictures.canvas import HEIGHT, WIDTH, Canvas

VARIANTS = 2
_SCENES: dict[str, tuple[Callable[[Canvas, tuple[str, ...]], None], tuple[tuple[str, ...], ...]]] = {
    "aula": (
        indoors.hall,
        (
            ("RAPAT PEMBANGUNAN", "ZONA INTEGRITAS", "SMA NEGERI 1 LEMBAH CENDANA"),
            ("SOSIALISASI ZONA INTEGRITAS", "MENUJU WBK", "TAHUN 2026"),
        ),
    ),
    "kelas": (
        indoors.training,
        (("PELAYANAN PRIMA", "Ramah Tanpa Pungutan"), ("PELATIHAN DI SEKOLAH", "Asesmen Pembelajaran")),
    ),
    "loket": (indoors.counter, (("LAYANAN TERPADU SATU PINTU",), ("RUANG LAYANAN SEKOLAH",))),
    "kotak": (indoors.complaint_box, (("SALURAN", "PENGADUAN"), ("ADUAN DAN", "KONSULTASI"))),
    "papan": (indoors.notice_board, (("PAPAN INFORMASI LAYANAN",), ("ZONA INTEGRITAS",))),
    "penghargaan": (
        indoors.award,
        (("HARI GURU NASIONAL", "SMA NEGERI 1 LEMBAH CENDANA"), ("PENGHARGAAN PETUGAS", "LAYANAN TELADAN")),
    ),
    "upacara": (outdoors.ceremony, (("",), ("",))),
    "apel": (outdoors.roll_call, (("ZONA INTEGRITAS", "MENUJU WBK"), ("BerAKHLAK", "SMA NEGERI 1"))),
    "gerbang": (outdoors.welcome, (("SMA NEGERI 1 LEMBAH CENDANA",), ("ZONA INTEGRITAS MENUJU WBK",))),
    "spanduk": (
        outdoors.street_banner,
        (
            ("ANDA MEMASUKI KAWASAN", "ZONA INTEGRITAS", "MENUJU WBK"),
            ("KAMI MENOLAK", "GRATIFIKASI", "DALAM BENTUK APA PUN"),
        ),
    ),
}  # fmt: skip
SCENE_NAMES = tuple(_SCENES)


class ScenePool:
    """Draws each scene when first asked for; safe to share between threads."""

    def __init__(self, resources: Path) -> None:
        self._fonts = resources / "fonts"
        self._drawn: dict[tuple[str, int], Image.Image] = {}
        self._locks = {(name, variant): threading.Lock() for name in _SCENES for variant in range(VARIANTS)}

    def scene(self, name: str, variant: int) -> Image.Image:
        """The shared picture: copy or crop it, never draw on it."""
        key = (name, variant % VARIANTS)
        with self._locks[key]:
            if key not in self._drawn:
                paint, banners = _SCENES[name]
                canvas = Canvas(self._fonts, random.Random(f"{name} {key[1]}"))
                paint(canvas, banners[key[1]])
                self._drawn[key] = ImageChops.multiply(canvas.image, _light(canvas.chance))
            return self._drawn[key]


def _light(chance: random.Random) -> Image.Image:
    """Darker corners and uneven light, as a picture to multiply with."""
    corners = Image.radial_gradient("L").resize((160, 120)).point([255 - v * 58 // 255 for v in range(256)])
    patches = Image.frombytes("L", (8, 6), chance.randbytes(48)).resize((160, 120), Image.Resampling.BICUBIC)
    patches = patches.filter(ImageFilter.GaussianBlur(6)).point([214 + v * 41 // 255 for v in range(256)])
    light = ImageChops.multiply(corners, patches).resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR)
    return ImageOps.colorize(light, (0, 0, 8), (255, 254, 250))
