"""Label ordner: labels for the backs of binders, several on a sheet, to be cut apart."""

from collections.abc import Iterator
from itertools import groupby

from zidesk.domain.gaps import AreaProgress
from zidesk.services.documents.checklists.areas import AREA, area_key, area_title, chosen_areas
from zidesk.services.documents.checklists.fitting import fitted
from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.letters.parts import document
from zidesk.services.documents.model.blocks import PageBreak, Paragraph, QrLabel, Title
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.model.inline import dots

_ON_A_SHEET = 4
_SIDE = 38.0  # mm, of the code
_WIDTH = 112.0  # mm beside it
_CUT = "✂" + " –" * 77


def build_spines(facts: PaperFacts) -> Document:
    """Labels of the areas, then of their sub-areas. Raises UnknownArea."""
    areas = chosen_areas(facts)
    blocks: list[Block] = []
    for title, labels in (
        ("Label per Area", [_area_label(facts, area) for area in areas]),
        ("Label per Sub-Area", [label for area in areas for label in _sub_area_labels(facts, area)]),
    ):
        for start in range(0, len(labels), _ON_A_SHEET):
            blocks += [PageBreak()] if blocks else []
            blocks += _sheet(title if start == 0 else "", labels[start : start + _ON_A_SHEET])
    return document(facts, KIND.title, tuple(blocks))


def _sheet(title: str, labels: list[QrLabel]) -> Iterator[Block]:
    """A line to cut along above and below each label."""
    if title:
        yield Title((title.upper(),), ("Gunting pada garis putus-putus, lalu tempel pada punggung ordner.",))
    yield _cut()
    for label in labels:
        yield label
        yield _cut()


def _cut() -> Paragraph:
    return Paragraph(_CUT, "left", size=7, space=4)


def _area_label(facts: PaperFacts, area: AreaProgress) -> QrLabel:
    return _label(facts, area_key(area), area_title(area), "")


def _sub_area_labels(facts: PaperFacts, area: AreaProgress) -> Iterator[QrLabel]:
    """None for results, whose area is all there is."""
    if not area.combined:
        return
    for _, of_sub_area in groupby(area.places, key=lambda place: place.sub_area.code):
        place = next(of_sub_area)
        name = f"{place.sub_area.code} {place.sub_area.name}"
        yield _label(facts, place.sub_area.code, name, f"{area_title(area)} · {place.group.name}")


def _label(facts: PaperFacts, code: str, title: str, within: str) -> QrLabel:
    """Of one height, whatever the names: each is cut to the lines it has."""
    profile = facts.profile
    lines = (
        fitted(within, _WIDTH, 11),
        fitted(profile.school.name, _WIDTH, 11),
        f"Zona Integritas menuju {profile.target} tahun {profile.year}",
        f"Ordner ke {dots(14)} dari {dots(14)}",
    )
    return QrLabel(code, fitted(title, _WIDTH, 18, 2), tuple(line for line in lines if line), _SIDE)


KIND = Kind("spines", "Label Ordner", fields=(AREA,), build=build_spines)
