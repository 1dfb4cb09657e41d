"""The palettes: one table of named roles for each. Which role stands on which is listed in PAIRS."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """A palette: each colour named for what it is for, as "#RRGGBB"."""

    window: str
    surface: str
    line: str  # between parts, carries no meaning
    faint_line: str
    control_line: str  # borders of fields
    text: str
    muted: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    focus: str
    track: str  # behind a bar that fills
    strip: str  # the message strip and tooltips
    on_strip: str
    strip_line: str
    strip_warn: str
    ink: str  # "black" or "white": the ready-made signs of the style sheet that suit the surface
    ink_on_accent: str


LIGHT = Colours(
    window="#F3F4F6",
    surface="#FFFFFF",
    line="#D9DDE3",
    faint_line="#ECEFF3",
    control_line="#7E8794",
    text="#1B2430",
    muted="#5B6675",
    accent="#0F5C8C",
    accent_soft="#E6F0F7",
    accent_hover="#0C4C75",
    on_accent="#FFFFFF",
    ok="#1D7446",
    ok_soft="#E5F3EB",
    warn="#8A5A00",
    warn_soft="#FDF1D8",
    bad="#A8271F",
    bad_soft="#FBE9E7",
    focus="#0F5C8C",
    track="#E4E8EE",
    strip="#1B2430",
    on_strip="#FFFFFF",
    strip_line="#98A2AF",
    strip_warn="#FDF1D8",
    ink="black",
    ink_on_accent="white",
)

DARK = Colours(
    window="#14181E",
    surface="#1C222A",
    line="#343D49",
    faint_line="#272E38",
    control_line="#7C8796",
    text="#E6EAF0",
    muted="#A7B1BE",
    accent="#6DB3E2",
    accent_soft="#1B3A50",
    accent_hover="#8CC5EC",
    on_accent="#0B1620",
    ok="#6CC795",
    ok_soft="#17352A",
    warn="#E3B25A",
    warn_soft="#3A2E14",
    bad="#F2908A",
    bad_soft="#43211F",
    focus="#8CC5EC",
    track="#343D49",
    strip="#39434F",
    on_strip="#F2F5F8",
    strip_line="#A7B1BE",
    strip_warn="#F0C878",
    ink="white",
    ink_on_accent="black",
)

HIGH_CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    line="#FFFFFF",
    faint_line="#6B6B6B",
    control_line="#FFFFFF",
    text="#FFFFFF",
    muted="#E0E0E0",
    accent="#FFE14D",
    accent_soft="#3A3300",
    accent_hover="#FFF0A0",
    on_accent="#000000",
    ok="#6DFF9E",
    ok_soft="#003818",
    warn="#FFC266",
    warn_soft="#3D2600",
    bad="#FF9C94",
    bad_soft="#4A0D08",
    focus="#00E5FF",
    track="#4D4D4D",
    strip="#FFFFFF",
    on_strip="#000000",
    strip_line="#000000",
    strip_warn="#7A4B00",
    ink="white",
    ink_on_accent="black",
)
