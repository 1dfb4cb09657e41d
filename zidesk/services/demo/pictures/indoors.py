"""Scenes inside the school: hall, training room, service counter, complaint box, notice board, award."""

from zidesk.services.demo.pictures.canvas import CLOTH, HEIGHT, WIDTH, Canvas, Colour, shade

_WALLS: tuple[tuple[Colour, Colour], ...] = (
    ((226, 220, 204), (196, 188, 170)),
    ((208, 222, 214), (176, 192, 186)),
    ((222, 214, 196), (190, 178, 158)),
)
_KHAKI: tuple[Colour, ...] = ((150, 132, 92), (142, 124, 86), (156, 138, 100), (58, 74, 96))
_BATIK: tuple[Colour, ...] = ((112, 62, 46), (52, 70, 96), (96, 84, 52), (120, 50, 60), (64, 92, 84))


def _room(canvas: Canvas, horizon: int, floor: Colour = (176, 168, 152)) -> None:
    top, bottom = canvas.chance.choice(_WALLS)
    canvas.gradient((0, 0, WIDTH, 150), (236, 234, 228), (214, 210, 200))
    canvas.gradient((0, 150, WIDTH, horizon), top, bottom)
    canvas.gradient((0, horizon, WIDTH, HEIGHT), shade(floor, 0.86), shade(floor, 1.12))
    line = shade(floor, 0.78)
    for i in range(-14, 15):
        canvas.pen.line((WIDTH / 2 + i * 60, horizon, WIDTH / 2 + i * 420, HEIGHT), fill=line, width=3)
    for y in (horizon + 30, horizon + 75, horizon + 140, horizon + 240, horizon + 390):
        canvas.pen.line((0, y, WIDTH, y), fill=line, width=2)
    canvas.pen.rectangle((0, horizon - 14, WIDTH, horizon), fill=shade(bottom, 0.7))


def _windows(canvas: Canvas, left: int, top: int, count: int) -> None:
    for i in range(count):
        x = left + i * 190
        canvas.pen.rectangle((x - 10, top - 10, x + 160, top + 290), fill=(118, 88, 60))
        canvas.gradient((x, top, x + 150, top + 280), (252, 254, 255), (206, 226, 214))
        canvas.pen.rectangle((x + 70, top, x + 80, top + 280), fill=(128, 96, 66))
        canvas.pen.rectangle((x, top + 90, x + 150, top + 98), fill=(128, 96, 66))


def _lamps(canvas: Canvas) -> None:
    for x in (320, 800, 1280):
        canvas.pen.polygon([(x - 110, 40), (x + 110, 40), (x + 130, 66), (x - 130, 66)], fill=(255, 255, 250))


def hall(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Aula: a meeting seen from the back rows, speakers at a table under a banner."""
    _room(canvas, 640)
    _windows(canvas, 40, 250, 1)
    _windows(canvas, 1410, 250, 1)
    _lamps(canvas)
    canvas.gradient((250, 190, 1350, 640), (118, 30, 38), (84, 20, 28))
    for x in range(250, 1350, 44):
        canvas.pen.line((x, 190, x + 8, 640), fill=(98, 22, 30), width=9)
    canvas.lettering(
        [(360, 230), (1240, 222), (1240, 440), (360, 446)],
        banner,
        (16, 92, 110),
        (250, 248, 236),
        (228, 180, 52),
    )
    canvas.pen.rectangle((180, 380, 188, 640), fill=(200, 180, 120))
    canvas.pen.polygon([(188, 384), (236, 400), (230, 520), (188, 500)], fill=(196, 28, 36))
    canvas.pen.polygon([(188, 442), (233, 458), (230, 520), (188, 500)], fill=(244, 244, 244))
    for x in (560, 700, 840, 980):
        canvas.person(x, 770, 300, cloth=canvas.chance.choice(_KHAKI))
    canvas.gradient((430, 640, 1120, 780), (238, 236, 228), (188, 184, 176))
    for x in range(430, 1120, 60):
        canvas.pen.line((x, 660, x - 6, 780), fill=(206, 202, 192), width=5)
    canvas.gradient((430, 634, 1120, 656), (30, 118, 92), (22, 96, 76))
    for x in (540, 690, 850, 1000):
        canvas.pen.rectangle((x, 604, x + 16, 640), fill=(206, 226, 240))
    canvas.soften(2.2)
    canvas.audience(((800, 34, 11), (900, 46, 9), (1030, 64, 7)), _KHAKI)


def training(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Kelas: a training with a projected slide, people at tables."""
    _room(canvas, 600, (198, 190, 172))
    _windows(canvas, 30, 230, 2)
    canvas.pen.rectangle((560, 150, 1300, 610), fill=(60, 60, 64))
    canvas.lettering(
        [(576, 166), (1284, 160), (1284, 594), (576, 598)],
        banner,
        (240, 246, 252),
        (20, 60, 110),
        (46, 118, 180),
    )
    canvas.person(1430, 800, 480, cloth=canvas.chance.choice(_BATIK))
    canvas.gradient((1340, 560, 1500, 820), (120, 82, 52), (88, 58, 36))
    canvas.soften(2.0)
    for y, height, xs in ((760, 70, (90, 640, 1180)), (930, 110, (-60, 560, 1180))):
        for x in xs:
            canvas.shadow((x, y + height, x + 460, y + height + 60), 70)
            canvas.gradient((x if x > 0 else 0, y, x + 460, y + height), (206, 168, 118), (160, 122, 78))
            canvas.pen.polygon(
                [(x + 140, y - 56), (x + 270, y - 60), (x + 286, y + 8), (x + 128, y + 10)], fill=(44, 46, 52)
            )
            canvas.pen.polygon(
                [(x + 150, y - 48), (x + 262, y - 52), (x + 274, y), (x + 140, y + 2)], fill=(196, 216, 238)
            )
        canvas.audience(((y - 10, 34 + (y - 760) * 0.12, 7),), _BATIK)


def counter(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Loket: the service desk with two clerks, a sign above and visitors waiting."""
    _room(canvas, 560, (206, 204, 198))
    _lamps(canvas)
    canvas.gradient((120, 170, 1480, 300), (14, 110, 128), (10, 84, 102))
    canvas.lettering(
        [(160, 186), (1440, 180), (1440, 286), (160, 290)],
        banner[:1] or ("LAYANAN TERPADU",),
        (12, 98, 116),
        (255, 252, 240),
    )
    for i, label in enumerate(("LOKET 1", "LOKET 2", "PENGADUAN")):
        x = 190 + i * 430
        canvas.gradient((x, 320, x + 380, 560), (214, 228, 230), (180, 200, 204))
        canvas.lettering(
            [(x + 110, 326), (x + 270, 326), (x + 270, 366), (x + 110, 366)],
            (label,),
            (236, 190, 60),
            (40, 40, 44),
        )
        if i < 2 or canvas.chance.random() < 0.5:
            canvas.person(x + 190, 740, 370, cloth=canvas.chance.choice(_BATIK))
        canvas.pen.rectangle((x + 260, 510, x + 350, 572), fill=(36, 38, 44))
    canvas.gradient((100, 570, 1500, 600), (236, 226, 206), (206, 192, 166))
    canvas.gradient((120, 600, 1480, 850), (168, 124, 82), (116, 80, 50))
    for x in range(160, 1480, 150):
        canvas.pen.rectangle((x, 630, x + 118, 826), outline=(98, 66, 40), width=5)
    canvas.lettering(
        [(640, 650), (960, 650), (960, 790), (640, 790)],
        ("MAKLUMAT", "PELAYANAN"),
        (250, 250, 244),
        (30, 70, 110),
        (190, 30, 40),
    )
    canvas.soften(1.6)
    for x in (330, 1180, 1340)[: canvas.chance.randint(1, 3)]:
        canvas.person(x, 1130, 620, back=True, cloth=(236, 236, 232) if canvas.chance.random() < 0.6 else None)


def complaint_box(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Kotak: the complaint box on the lobby's wall with its poster."""
    top, bottom = canvas.chance.choice(_WALLS)
    canvas.gradient((0, 0, WIDTH, HEIGHT), shade(top, 1.05), shade(bottom, 0.9), across=True)
    canvas.gradient((0, 980, WIDTH, HEIGHT), (150, 120, 92), (112, 88, 66))
    canvas.lettering(
        [(240, 90), (700, 120), (700, 700), (240, 740)],
        (*banner, "0999 555126", "KAMI SIAP", "MENDENGAR"),
        (250, 250, 246),
        (20, 70, 120),
        (200, 40, 44),
    )
    canvas.shadow((860, 840, 1340, 900), 110)
    canvas.gradient((880, 380, 1310, 860), (236, 244, 248), (178, 200, 210), across=True)
    canvas.pen.polygon([(880, 380), (1310, 380), (1350, 340), (930, 340)], fill=(206, 224, 232))
    canvas.pen.polygon([(1310, 380), (1350, 340), (1350, 815), (1310, 860)], fill=(142, 166, 178))
    canvas.pen.rectangle((990, 420, 1200, 436), fill=(26, 28, 32))
    canvas.lettering(
        [(910, 470), (1280, 470), (1280, 720), (910, 720)],
        ("KOTAK", "SARAN DAN", "PENGADUAN"),
        (14, 98, 116),
        (255, 250, 230),
        (236, 190, 60),
    )
    canvas.pen.ellipse((1070, 760, 1120, 810), fill=(196, 164, 70))
    canvas.pen.rectangle((1084, 790, 1106, 830), fill=(160, 130, 50))
    canvas.soften(0.8)


def notice_board(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Papan: sheets pinned to a board behind glass."""
    top, bottom = canvas.chance.choice(_WALLS)
    canvas.gradient((0, 0, WIDTH, HEIGHT), top, shade(bottom, 0.88))
    canvas.shadow((130, 900, 1490, 990), 110)
    canvas.pen.polygon([(130, 150), (1480, 110), (1480, 990), (130, 940)], fill=(122, 92, 62))
    canvas.pen.polygon([(165, 186), (1446, 150), (1446, 954), (165, 904)], fill=(64, 108, 84))
    canvas.lettering([(420, 196), (1180, 178), (1180, 272), (420, 286)], banner[:1], (236, 190, 60), (30, 40, 60))
    sheets = (
        ("MAKLUMAT", "PELAYANAN"),
        ("ALUR", "LAYANAN"),
        ("HASIL", "SURVEI"),
        ("STANDAR", "PELAYANAN"),
        ("JADWAL",),
        ("STOP", "PUNGLI"),
    )
    for i, words in enumerate(sheets):
        x, y = 215 + (i % 3) * 415, 315 + (i // 3) * 300 - (i % 3) * 4
        tilt = canvas.chance.uniform(-9, 9)
        ground = canvas.chance.choice(((252, 252, 248), (250, 246, 226), (232, 244, 250)))
        canvas.lettering(
            [
                (x, y + tilt),
                (x + 360, y - tilt),
                (x + 360 + tilt, y + 260 - tilt),
                (x + tilt, y + 260 + tilt),
            ],
            (*words, "............................", "............................"),
            ground,
            (40, 70, 110),
            canvas.chance.choice(((190, 40, 44), (20, 110, 130), (230, 180, 50))),
        )
        canvas.pen.ellipse((x + 172, y + 4, x + 190, y + 22), fill=(204, 40, 40))
    without_glare = canvas.image.copy()
    canvas.pen.polygon([(300, 180), (560, 172), (250, 910), (170, 900), (170, 500)], fill=(226, 236, 240))
    canvas.fade_to(without_glare, 0.86)
    canvas.soften(0.9)


def award(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Penghargaan: the principal hands over a framed certificate, colleagues beside."""
    _room(canvas, 760, (150, 60, 56))
    canvas.gradient((120, 120, 1480, 760), (20, 70, 112), (14, 50, 84))
    canvas.lettering(
        [(200, 160), (1400, 152), (1400, 420), (200, 426)],
        banner,
        (24, 82, 128),
        (255, 248, 220),
        (232, 182, 60),
    )
    for x in (220, 380, 1230, 1390):
        canvas.person(x, 930, 480, cloth=canvas.chance.choice(_BATIK))
    canvas.soften(2.4)
    canvas.person(640, 1090, 690, cloth=(150, 132, 92))
    canvas.person(960, 1090, 660, cloth=canvas.chance.choice((*_BATIK, CLOTH[2])))
    canvas.pen.rectangle((706, 690, 894, 830), fill=(176, 132, 60))
    canvas.lettering(
        [(718, 702), (882, 702), (882, 818), (718, 818)],
        ("PIAGAM", "..........", ".........."),
        (252, 250, 240),
        (120, 30, 40),
    )
