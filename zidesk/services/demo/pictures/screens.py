"""Screenshots of made-up web pages, dashboards and phone screens, as PNG."""

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from zidesk.services.demo.dates import in_words
from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.school import DemoSchool

_DESK, _PHONE = (1366, 768), (720, 1520)
_INK, _GREY, _LINE, _WHITE = (33, 37, 41), (108, 117, 125), (222, 226, 230), (255, 255, 255)
_ACCENTS = ((13, 110, 124), (31, 78, 150), (156, 54, 48), (46, 116, 72))
_MENU = ("Beranda", "Profil", "Layanan", "PPID", "Zona Integritas", "Kontak")
_OUR_TURNS = (1, 3, 4, 6)  # of the chat's messages, those the school wrote
_SIDE_MENU = (
    "Ringkasan",
    "Data Pegawai",
    "Rencana Kinerja",
    "Penilaian",
    "Permohonan",
    "Laporan",
    "Pengaturan",
)


def take_screenshot(
    evidence: DemoEvidence,
    school: DemoSchool,
    sentences: tuple[str, ...],
    resources: Path,
    scene: Image.Image,
) -> bytes:
    """The screenshot for `evidence.look`: "laman", "dasbor", "gawai" or "percakapan".

    `sentences` become the page's text, or the chat's messages in turn; `scene` is the picture shown on web pages.
    """
    screen = Screen(evidence, school, sentences, resources / "fonts", scene)
    target = io.BytesIO()
    _LOOKS[evidence.look](screen).save(target, "PNG")
    return target.getvalue()


class Screen:
    """One screenshot in the making."""

    def __init__(
        self,
        evidence: DemoEvidence,
        school: DemoSchool,
        sentences: tuple[str, ...],
        fonts: Path,
        scene: Image.Image,
    ) -> None:
        self.evidence = evidence
        self.school = school
        self.sentences = sentences
        self.scene = scene
        self.chance = evidence.chance("layar")
        self.accent = self.chance.choice(_ACCENTS)
        self.matter = evidence.title.removeprefix("Tangkapan Layar ")
        self._fonts = fonts
        self.image = Image.new("RGB", _DESK, _WHITE)
        self.pen = ImageDraw.Draw(self.image)

    def resize(self, size: tuple[int, int], ground: tuple[int, int, int]) -> None:
        self.image = Image.new("RGB", size, ground)
        self.pen = ImageDraw.Draw(self.image)

    def font(self, size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
        name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
        return ImageFont.truetype(self._fonts / name, size, layout_engine=ImageFont.Layout.BASIC)

    def text(
        self, at: tuple[int, int], words: str, size: int = 15, *, bold: bool = False,
        ink: tuple[int, int, int] = _INK, width: int = 10_000,
    ) -> int:  # fmt: skip
        """Write words wrapped to `width`; the y below the last line."""
        font, y, line = self.font(size, bold), at[1], ""
        for word in [*words.split(), ""]:
            candidate = f"{line} {word}".strip()
            if word and font.getlength(candidate) <= width:
                line = candidate
                continue
            self.pen.text((at[0], y), line, ink, font)
            y, line = y + int(size * 1.45), word
        return y

    def browser(self, address: str) -> None:
        """Tabs and address line at the top, the task bar's clock at the bottom."""
        pen = self.pen
        pen.rectangle((0, 0, 1366, 36), fill=(222, 225, 230))
        pen.rounded_rectangle((12, 6, 270, 44), 8, fill=_WHITE)
        self.text((28, 13), self.school.name[:26], 13)
        pen.rectangle((0, 36, 1366, 76), fill=_WHITE)
        for i in range(3):
            pen.ellipse((18 + i * 34, 48, 34 + i * 34, 64), outline=_GREY, width=2)
        pen.rounded_rectangle((126, 43, 1240, 69), 13, fill=(241, 243, 244))
        self.text((148, 48), address, 13, ink=_GREY)
        pen.line((0, 76, 1366, 76), fill=_LINE)
        pen.rectangle((0, 732, 1366, 768), fill=(24, 32, 46))
        for i in range(6):
            pen.rounded_rectangle((16 + i * 46, 739, 38 + i * 46, 761), 4, fill=_ACCENTS[i % 4])
        clock = f"{self.chance.randint(8, 14):02d}.{self.chance.randint(0, 59):02d}"
        self.text((1296, 736), clock, 12, ink=_WHITE)
        if self.evidence.dated:
            self.text((1272, 751), f"{self.evidence.dated:%d/%m/%Y}", 12, ink=_WHITE)


def _website(s: Screen) -> Image.Image:
    slug = "-".join(s.matter.lower().split())
    s.browser(f"https://{s.school.site}/{slug}")
    s.pen.rectangle((0, 77, 1366, 140), fill=s.accent)
    s.text((70, 96), s.school.name.upper(), 22, bold=True, ink=_WHITE)
    for i, word in enumerate(_MENU):
        s.text((660 + i * 112, 100), word, 14, ink=_WHITE)
    y = s.text((70, 164), s.matter, 27, bold=True, width=800)
    day = in_words(s.evidence.dated) if s.evidence.dated else ""
    y = s.text((70, y + 2), f"{day}  |  Humas {s.school.name}", 13, ink=_GREY)
    photo = s.scene.resize((800, 330), Image.Resampling.BILINEAR, box=(0, 120, s.scene.width, 780))
    s.image.paste(photo, (70, y + 10))
    y += 354
    for sentence in s.sentences:
        if y < 700:
            y = s.text((70, y), sentence, 15, width=800) + 8
    s.pen.rectangle((0, 728, 1366, 732), fill=_WHITE)
    s.pen.rounded_rectangle((920, 168, 1300, 420), 8, fill=(246, 248, 250), outline=_LINE)
    s.text((944, 184), "Layanan Cepat", 17, bold=True, ink=s.accent)
    for i, word in enumerate(
        ("Surat keterangan", "Legalisasi ijazah", "Izin murid", "Pengaduan", "Informasi publik")
    ):
        s.pen.rounded_rectangle((944, 220 + i * 38, 1276, 250 + i * 38), 5, fill=_WHITE, outline=_LINE)
        s.text((960, 226 + i * 38), word, 14)
    s.pen.rounded_rectangle((920, 440, 1300, 700), 8, fill=s.accent)
    s.text((944, 458), "ZONA INTEGRITAS", 22, bold=True, ink=_WHITE)
    s.text(
        (944, 496),
        "Kami menolak gratifikasi. Seluruh layanan tidak dipungut biaya.",
        16,
        ink=_WHITE,
        width=330,
    )
    return s.image


def _dashboard(s: Screen) -> Image.Image:
    s.browser(f"https://aplikasi.{s.school.site.removeprefix('www.')}/dasbor")
    s.pen.rectangle((0, 77, 216, 732), fill=(30, 41, 59))
    for i, word in enumerate(_SIDE_MENU):
        if i == 1 + len(s.matter) % 5:
            s.pen.rectangle((0, 134 + i * 42, 216, 170 + i * 42), fill=s.accent)
        s.text((28, 142 + i * 42), word, 15, ink=(226, 232, 240))
    s.text((28, 94), "SMAN 1 LC", 18, bold=True, ink=_WHITE)
    s.pen.rectangle((217, 77, 1366, 732), fill=(243, 245, 248))
    s.text((244, 96), s.matter, 22, bold=True)
    for i, word in enumerate(("Pegawai", "Lengkap", "Menunggu", "Capaian")):
        x = 244 + i * 276
        s.pen.rounded_rectangle((x, 140, x + 258, 226), 8, fill=_WHITE, outline=_LINE)
        s.pen.rectangle((x, 140, x + 6, 226), fill=_ACCENTS[i])
        s.text((x + 22, 152), word, 14, ink=_GREY)
        value = ("87", "84", "3", "96,6 %")[i]
        s.text((x + 22, 176), value, 28, bold=True)
    s.pen.rounded_rectangle((244, 244, 620, 716), 8, fill=_WHITE, outline=_LINE)
    s.text((262, 258), "Capaian per bulan", 15, bold=True)
    for i, month in enumerate(("Okt", "Nov", "Des", "Jan", "Feb", "Mar")):
        height = s.chance.randint(180, 360)
        s.pen.rounded_rectangle((270 + i * 57, 676 - height, 308 + i * 57, 676), 3, fill=s.accent)
        s.text((276 + i * 57, 684), month, 13, ink=_GREY)
    s.pen.rounded_rectangle((638, 244, 1330, 716), 8, fill=_WHITE, outline=_LINE)
    s.pen.rectangle((639, 245, 1329, 284), fill=(233, 237, 242))
    for x, word in ((656, "No"), (700, "Nama"), (980, "Pembaruan"), (1130, "Status")):
        s.text((x, 256), word, 14, bold=True)
    first = s.chance.randint(3, 50)
    for i, person in enumerate(s.school.staff[first : first + 12]):
        y = 292 + i * 35
        s.pen.line((639, y + 28, 1329, y + 28), fill=_LINE)
        s.text((656, y), str(i + 1), 14)
        s.text((700, y), person.name, 14)
        s.text((980, y), f"{s.chance.randint(1, 28):02d}/{s.chance.randint(1, 3):02d}/2026", 14)
        done = s.chance.random() < 0.85
        s.pen.rounded_rectangle((1126, y - 3, 1226, y + 21), 10, fill=(209, 236, 220) if done else (255, 236, 204))
        s.text((1142, y), "Lengkap" if done else "Diperiksa", 13)
    return s.image


def _phone_head(s: Screen, ground: tuple[int, int, int], ink: tuple[int, int, int]) -> None:
    s.pen.rectangle((0, 0, 720, 140), fill=ground)
    s.text((30, 12), f"{s.chance.randint(8, 14):02d}.{s.chance.randint(0, 59):02d}", 22, bold=True, ink=ink)
    s.pen.rounded_rectangle((632, 16, 684, 38), 5, outline=ink, width=2)
    s.pen.rectangle((636, 20, 668, 34), fill=ink)


def _phone_app(s: Screen) -> Image.Image:
    s.resize(_PHONE, (248, 249, 251))
    _phone_head(s, s.accent, _WHITE)
    s.text((36, 76), s.matter[:44], 27, bold=True, ink=_WHITE)
    s.image.paste(s.scene.resize((720, 480), Image.Resampling.BILINEAR), (0, 140))
    s.pen.ellipse((36, 560, 136, 660), fill=_WHITE, outline=s.accent, width=5)
    s.text((58, 592), "SMA", 28, bold=True, ink=s.accent)
    s.text((160, 636), s.school.name, 27, bold=True)
    y = 690
    for sentence in s.sentences:
        y = s.text((36, y), sentence, 24, width=650) + 18
    for label, value in (("Status", "Tersimpan"), ("Pembaruan", "Hari ini"), ("Saluran", "Aktif")):
        s.pen.rounded_rectangle((30, y, 690, y + 96), 14, fill=_WHITE, outline=_LINE, width=2)
        s.text((58, y + 30), label, 25, ink=_GREY)
        s.text((420, y + 30), value, 25, bold=True)
        y += 112
    s.pen.rectangle((0, 1430, 720, 1520), fill=_WHITE)
    for i in range(5):
        s.pen.rounded_rectangle((60 + i * 140, 1454, 104 + i * 140, 1498), 8, outline=_GREY, width=4)
    return s.image


def _chat(s: Screen) -> Image.Image:
    s.resize(_PHONE, (236, 229, 221))
    _phone_head(s, (7, 94, 84), _WHITE)
    s.pen.ellipse((28, 58, 100, 130), fill=(190, 210, 206))
    s.text((122, 62), "Aduan SMAN 1 LC", 27, bold=True, ink=_WHITE)
    s.text((122, 98), "daring", 21, ink=(200, 224, 220))
    y = 180
    for i, words in enumerate(s.sentences):
        ours = i in _OUR_TURNS
        lines = -(-int(s.font(25).getlength(words)) // 430) + (1 if len(words) > 60 else 0)
        height = lines * 36 + 44
        left = 150 if ours else 30
        s.pen.rounded_rectangle((left, y, left + 530, y + height), 14, fill=(220, 248, 198) if ours else _WHITE)
        s.text((left + 20, y + 12), words, 25, width=480)
        s.text((left + 452, y + height - 28), f"09.{12 + y // 60:02d}", 17, ink=_GREY)
        y += height + 22
    s.pen.rounded_rectangle((20, 1430, 610, 1500), 34, fill=_WHITE)
    s.text((52, 1450), "Ketik pesan", 25, ink=_GREY)
    s.pen.ellipse((630, 1430, 700, 1500), fill=(7, 94, 84))
    return s.image


_LOOKS: dict[str, Callable[[Screen], Image.Image]] = {
    "laman": _website,
    "dasbor": _dashboard,
    "gawai": _phone_app,
    "percakapan": _chat,
}
