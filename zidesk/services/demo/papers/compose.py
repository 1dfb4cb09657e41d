"""From a piece of evidence to the blocks of its paper."""

from collections.abc import Callable

from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.papers import meetings, official, procedures, reports
from zidesk.services.demo.papers.blocks import Block, Paper
from zidesk.services.demo.papers.context import Context
from zidesk.services.demo.school import DemoSchool
from zidesk.services.demo.wording import Wording

_SANS_FORMS = frozenset({"laporan", "rencana", "survei", "sop", "daftar"})
_FORMS: dict[str, Callable[[Context], tuple[Block, ...]]] = {
    "sk": official.decree,
    "surat": official.letter,
    "undangan": official.invitation,
    "pengumuman": official.announcement,
    "berita_acara": official.record,
    "notula": meetings.minutes,
    "daftar_hadir": meetings.attendance,
    "laporan": reports.report,
    "rencana": reports.report,
    "survei": reports.survey,
    "daftar": reports.register,
    "dokumen": reports.document,
    "formulir": reports.register,
    "sop": procedures.procedure,
}


def compose(evidence: DemoEvidence, school: DemoSchool, wording: Wording) -> Paper:
    """The paper of any form except photos, screenshots, certificates and sheets."""
    context = Context(evidence, school, wording)
    return Paper(
        title=evidence.title,
        author=school.name,
        blocks=_FORMS[evidence.form](context),
        serif=evidence.form not in _SANS_FORMS,
        wide=evidence.form == "sop",
    )
