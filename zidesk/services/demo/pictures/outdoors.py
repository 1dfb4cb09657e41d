"""Scenes in the yard: flag ceremony, morning roll call, welcome at the gate, banner on the fence."""

from zidesk.services.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, Colour, shade

_PUPILS: tuple[Colour, ...] = ((240, 240, 238), (236, 236, 234), (244, 244, 242))
_STAFF: tuple[Colour, ...] = ((150, 132, 92), (144, 126, 88), (156, 138, 98))


def _sky(canvas: Canvas, horizon: int) -> None:
    early = canvas.chance.random() < 0.5
    top: Colour = (148, 188, 226) if early else (112, 164, 222)
    canvas.gradient((0, 0, WIDTH, horizon), top, (232, 236, 232))
    for _ in range(9):
        x, y = canvas.chance.uniform(0, WIDTH), canvas.chance.uniform(20, horizon * 0.45)
        for i in range(5):
            r = canvas.chance.uniform(30, 75)
            canvas.pen.ellipse((x + i * 46 - r, y - r * 0.4, x + i * 46 + r, y + r * 0.4), fill=(246, 248, 250))
    canvas.soften(16)


def _trees(canvas: Canvas, horizon: int) -> None:
    for _ in range(90):
        x, r = canvas.chance.uniform(-40, WIDTH + 40), canvas.chance.uniform(26, 74)
        y = horizon - canvas.chance.uniform(40, 190)
        green = shade((74, 116, 62), canvas.chance.uniform(0.62, 1.22))
        canvas.pen.ellipse((x - r, y - r, x + r, y + r), fill=green)


def _building(canvas: Canvas, left: int, right: int, horizon: int) -> None:
    roof: Colour = canvas.chance.choice(((158, 76, 52), (138, 66, 48), (112, 78, 66)))
    top = horizon - 250
    canvas.gradient((left, top, right, horizon), (244, 238, 220), (214, 204, 182))
    canvas.pen.polygon(
        [(left - 50, top + 6), (left + 60, top - 110), (right - 60, top - 110), (right + 50, top + 6)],
        fill=roof,
    )
    for y in range(top - 100, top, 14):
        canvas.pen.line((left - 40, y + 8, right + 40, y + 8), fill=shade(roof, 0.86), width=3)
    for x in range(left + 30, right - 90, 150):
        canvas.gradient((x, top + 60, x + 80, top + 160), (98, 122, 134), (150, 172, 178))
        canvas.pen.rectangle((x, top + 60, x + 80, top + 160), outline=(236, 236, 230), width=7)
        canvas.pen.rectangle((x + 104, top + 30, x + 122, horizon), fill=(232, 226, 208))
    canvas.gradient((left, horizon - 26, right, horizon), (30, 108, 112), (22, 88, 94))


def _yard(canvas: Canvas, horizon: int) -> None:
    canvas.gradient((0, horizon, WIDTH, HEIGHT), (168, 164, 152), (196, 190, 176))
    for i in range(-12, 13):
        canvas.pen.line((WIDTH / 2 + i * 90, horizon, WIDTH / 2 + i * 520, HEIGHT), fill=(160, 154, 142), width=3)
    for y in (horizon + 40, horizon + 110, horizon + 230, horizon + 400):
        canvas.pen.line((0, y, WIDTH, y), fill=(162, 156, 144), width=2)


def _ranks(canvas: Canvas, horizon: int, cloth: tuple[Colour, ...]) -> None:
    for y, height, gap in ((horizon + 70, 170, 62), (horizon + 130, 230, 84), (horizon + 230, 310, 112)):
        x = -20.0
        while x < WIDTH + 30:
            canvas.person(
                x,
                y + canvas.chance.uniform(-4, 4),
                height * canvas.chance.uniform(0.94, 1.05),
                back=True,
                cloth=canvas.chance.choice(cloth),
            )
            x += gap * canvas.chance.uniform(0.92, 1.08)


def ceremony(canvas: Canvas, _banner: tuple[str, ...]) -> None:
    """Upacara: the flag is up, pupils in white stand in ranks, the principal on the dais."""
    _sky(canvas, 560)
    _trees(canvas, 540)
    _building(canvas, 180, 1420, 560)
    _yard(canvas, 560)
    canvas.pen.line((800, 60, 800, 640), fill=(226, 228, 230), width=11)
    canvas.pen.polygon([(806, 74), (960, 92), (1010, 84), (1010, 140), (950, 150), (806, 134)], fill=(204, 24, 34))
    canvas.pen.polygon(
        [(806, 134), (950, 150), (1010, 140), (1010, 196), (948, 206), (806, 190)], fill=(248, 248, 248)
    )
    canvas.gradient((1010, 590, 1210, 650), (196, 30, 38), (150, 22, 30))
    canvas.person(1110, 604, 190, cloth=(150, 132, 92))
    for x in (560, 640, 720):
        canvas.person(x, 640, 180, cloth=_STAFF[0])
    canvas.soften(1.4)
    _ranks(canvas, 690, _PUPILS)


def roll_call(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Apel: the staff in khaki in the yard."""
    _sky(canvas, 520)
    _trees(canvas, 520)
    _building(canvas, -80, 1180, 540)
    _yard(canvas, 540)
    canvas.lettering([(330, 380), (900, 378), (900, 450), (330, 452)], banner[:2], (196, 30, 40), (255, 252, 240))
    canvas.person(1280, 660, 260, cloth=(150, 132, 92))
    canvas.soften(1.5)
    _ranks(canvas, 640, _STAFF)


def welcome(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Gerbang: teachers greet arriving pupils at the gate."""
    _sky(canvas, 520)
    _trees(canvas, 540)
    _building(canvas, 420, 1180, 560)
    _yard(canvas, 560)
    for x in (170, 1330):
        canvas.gradient((x, 260, x + 100, 900), (222, 214, 196), (176, 166, 146))
    canvas.lettering(
        [(150, 150), (1450, 138), (1450, 268), (150, 280)],
        banner[:1],
        (14, 92, 108),
        (252, 250, 236),
        (232, 182, 50),
    )
    canvas.soften(1.8)
    for i, x in enumerate((360, 500, 640)):
        canvas.person(x, 960 - i * 50, 540 - i * 50, cloth=_STAFF[i % 3])
    for i, x in enumerate((760, 900, 1060, 1210)):
        canvas.person(x, 900 + i * 60, 430 + i * 46, back=i % 2 == 1, cloth=_PUPILS[0])


def street_banner(canvas: Canvas, banner: tuple[str, ...]) -> None:
    """Spanduk: a long banner hung on the school's fence."""
    _sky(canvas, 560)
    _trees(canvas, 600)
    _building(canvas, 260, 1340, 600)
    canvas.gradient((0, 600, WIDTH, 900), (126, 142, 84), (96, 116, 66))
    canvas.gradient((0, 900, WIDTH, HEIGHT), (104, 104, 106), (132, 132, 134))
    canvas.pen.polygon([(0, 1090), (WIDTH, 1050), (WIDTH, 1066), (0, 1108)], fill=(226, 226, 222))
    for x in range(-20, WIDTH, 46):
        canvas.pen.rectangle((x, 430, x + 10, 900), fill=(58, 70, 76))
    for y in (450, 860):
        canvas.pen.rectangle((0, y, WIDTH, y + 14), fill=(50, 60, 66))
    canvas.soften(1.6)
    sag = canvas.chance.uniform(4, 22)
    canvas.lettering(
        [(170, 500), (1450, 500 - sag), (1440, 806 + sag), (180, 800)],
        banner,
        (252, 252, 250),
        (190, 24, 34),
        (14, 100, 120),
    )
    for x, y in ((170, 500), (1450, 500), (180, 800), (1440, 806)):
        canvas.pen.line((x, y, x + (-70 if x < 800 else 70), y - 40), fill=(230, 230, 230), width=4)
