"""The whole document, chapter by chapter."""

from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.letters.parts import document, place_and_date, principal, signed
from zidesk.services.documents.model.blocks import Heading
from zidesk.services.documents.model.document import Block, Document
from zidesk.services.documents.work_plan.actions import action_blocks
from zidesk.services.documents.work_plan.areas import enabler_blocks
from zidesk.services.documents.work_plan.front import front_blocks
from zidesk.services.documents.work_plan.results import result_blocks
from zidesk.services.documents.work_plan.texts import plan_text

TITLE = "Dokumen Rencana Kerja"
_INTRODUCTION = (
    ("Latar Belakang", "latar_belakang"),
    ("Dasar Hukum", "dasar_hukum"),
    ("Maksud dan Tujuan", "maksud_tujuan"),
    ("Pengertian Umum", "pengertian_umum"),
)


def build_work_plan(facts: PaperFacts) -> Document:
    """Raises TemplateFaulty, UnknownScope for a plan of another sheet."""
    blocks = (*front_blocks(facts), *_introduction(facts), *_main(facts), *_closing(facts))
    return document(facts, TITLE, blocks, leading=15.5)


def _introduction(facts: PaperFacts) -> tuple[Block, ...]:
    sections = (
        block for title, name in _INTRODUCTION for block in (Heading(2, title), *plan_text(facts, name))
    )  # fmt: skip
    return (Heading(1, "Pendahuluan"), *sections)


def _main(facts: PaperFacts) -> tuple[Block, ...]:
    return (
        Heading(1, "Rencana Aksi Pembangunan Zona Integritas"),
        *plan_text(facts, "rencana_aksi"),
        Heading(2, "Pencanangan dan Sosialisasi"),
        Heading(3, "Pencanangan Zona Integritas"),
        *plan_text(facts, "pencanangan"),
        Heading(3, "Sosialisasi Zona Integritas"),
        *plan_text(facts, "sosialisasi"),
        *enabler_blocks(facts),
        *result_blocks(facts),
        *action_blocks(facts),
        Heading(2, "Pemantauan, Evaluasi, dan Pelaporan"),
        *plan_text(facts, "pemantauan"),
        Heading(2, "Pembinaan dan Pengawasan"),
        *plan_text(facts, "pembinaan"),
    )


def _closing(facts: PaperFacts) -> tuple[Block, ...]:
    return (
        Heading(1, "Penutup"),
        *plan_text(facts, "penutup"),
        signed(principal(facts, place_and_date(facts))),
    )
