"""The eyes of the first ten minutes tell a button that matters from dots, lines and letters."""

from PIL import Image, ImageDraw


def test_only_what_is_filled_high_and_wide_is_a_button() -> None:
    from hands import ACCENT, _accent_buttons

    screen = Image.new("RGB", (400, 300), "white")
    pen = ImageDraw.Draw(screen)
    pen.rectangle((20, 10, 120, 40), fill=ACCENT)  # in the header
    pen.ellipse((30, 100, 41, 111), fill=ACCENT)  # a chosen option
    pen.rectangle((20, 150, 200, 152), fill=ACCENT)  # a tab that is shown
    assert _accent_buttons(screen, 60) == []
    pen.rectangle((200, 220, 340, 252), fill=ACCENT)
    found = _accent_buttons(screen, 60)
    assert found and all(200 < x < 340 and 220 < y < 252 for x, y in found)


def test_the_accent_is_that_of_the_light_palette() -> None:
    from hands import ACCENT

    from zidesk.ui.theme.palettes import LIGHT

    assert bytes(ACCENT).hex() == LIGHT.accent.removeprefix("#").lower()
