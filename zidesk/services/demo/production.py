"""Making one evidence file's content, whatever it is."""

from functools import cached_property
from pathlib import Path

from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.papers.certificate import print_certificate
from zidesk.services.demo.papers.compose import compose
from zidesk.services.demo.papers.context import Context
from zidesk.services.demo.papers.pdf import print_paper
from zidesk.services.demo.papers.scan import scan_paper
from zidesk.services.demo.pictures.camera import PLAIN_SIDE, take_photo
from zidesk.services.demo.pictures.logo import draw_logo
from zidesk.services.demo.pictures.scenes import SCENE_NAMES, ScenePool
from zidesk.services.demo.pictures.screens import take_screenshot
from zidesk.services.demo.school import DemoSchool, load_school
from zidesk.services.demo.sheets import write_sheet
from zidesk.services.demo.wording import Wording, load_wording

PASSWORD = "zi2026"
_LARGEST_SIDE = 2560
_USUAL_SIDE = 2048
_SHARE_THAT_ARRIVED = 0.7  # of the damaged file


class Production:
    """Everything shared by the files of one demo: the school, its words, the scenes. Safe between threads."""

    def __init__(self, resources: Path) -> None:
        self._resources = resources
        self._school: DemoSchool = load_school(resources)
        self._wording: Wording = load_wording(resources)
        self._scenes = ScenePool(resources)
        self._logo = draw_logo()

    def make(self, evidence: DemoEvidence) -> bytes:
        """The content of any file but a photo."""
        if evidence.form == "tangkapan_layar":
            return self._screenshot(evidence)
        if evidence.look == "excel":
            return self._sheet(evidence)
        if evidence.form == "sertifikat":
            return print_certificate(evidence, self._school, self._wording.general, self._logo)
        paper = compose(evidence, self._school, self._wording)
        if evidence.look == "pindai":
            return scan_paper(paper, self._resources, self._head, self._logo, evidence.chance("pindai"))
        password = PASSWORD if evidence.look == "terkunci" else ""
        content = print_paper(paper, self._resources, self._head, self._logo, password)
        return content[: int(len(content) * _SHARE_THAT_ARRIVED)] if evidence.look == "rusak" else content

    def photograph(self, evidence: DemoEvidence, size: int | None, many: bool) -> bytes:
        """The photo, `size` bytes exactly when given; a smaller picture when there are `many`."""
        chance = evidence.chance("foto")
        scene = self._scenes.scene(evidence.look, chance.randrange(2))
        usual = _USUAL_SIDE if size is None else _LARGEST_SIDE
        side = PLAIN_SIDE if many else usual
        return take_photo(scene, chance, evidence.dated, size, long_side=side)

    @cached_property
    def _head(self) -> tuple[str, ...]:
        school = self._school
        return (
            school.government.upper(),
            school.office.upper(),
            school.name.upper(),
            f"{school.address}, {school.regency} {school.post_code}",
            f"Telepon {school.phone}  Pos-el {school.email}  Laman {school.site}",
        )

    def _screenshot(self, evidence: DemoEvidence) -> bytes:
        sentences = Context(evidence, self._school, self._wording).findings()
        if evidence.look == "percakapan":
            sentences = tuple(self._wording.general["percakapan"])
        chance = evidence.chance("layar")
        scene = self._scenes.scene(chance.choice(SCENE_NAMES), chance.randrange(2))
        return take_screenshot(evidence, self._school, sentences, self._resources, scene)

    def _sheet(self, evidence: DemoEvidence) -> bytes:
        table = Context(evidence, self._school, self._wording).table()
        if table is None:
            raise ValueError(f"the catalogue gives no table for {evidence.file_name}")
        return write_sheet(evidence, self._school, table)
