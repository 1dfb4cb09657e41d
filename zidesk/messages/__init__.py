"""The words for every error and stage: what happened, to which thing, what to do. No Qt; window and command
line share them. One module for each module of `zidesk.domain.errors`; imports the domain only.
"""

from zidesk.domain.errors import (
    ImportRejected,
    PasteRejected,
    PlanImportRejected,
    PreflightFailed,
    StaffImportRejected,
    ZideskError,
)
from zidesk.domain.progress import Stage
from zidesk.messages import (
    assessment,
    bags,
    base,
    bundle,
    bundle_changes,
    demo,
    documents,
    evidence,
    guide,
    papers,
    pictures,
    plan,
    privacy,
    redaction,
    workspace,
)
from zidesk.messages.message import Message, Words

STAGE_WORDS = {
    Stage.INGEST: "Melampirkan berkas",
    Stage.PLAN: "Menyusun rencana paket",
    Stage.PREPARE: "Menyiapkan salinan",
    Stage.COPY: "Menyalin berkas",
    Stage.DOCUMENTS: "Membuat indeks, LKE, dan surat",
    Stage.MANIFESTS: "Mencatat sidik jari berkas",
    Stage.READ_BACK: "Membaca ulang dari tujuan",
    Stage.VERIFY: "Memeriksa paket",
    Stage.DEMO: "Membuat berkas contoh",
    Stage.CHECK: "Memeriksa berkas kerja",
    Stage.TEXTS: "Membaca teks PDF",
    Stage.PICTURES: "Menyiapkan gambar kecil",
    Stage.PERSONAL: "Mencari data pribadi",
}

TABLE: dict[type[ZideskError], Words] = {
    **base.WORDS,
    **assessment.WORDS,
    **bags.WORDS,
    **bundle.WORDS,
    **bundle_changes.WORDS,
    **demo.WORDS,
    **documents.WORDS,
    **evidence.WORDS,
    **guide.WORDS,
    **papers.WORDS,
    **pictures.WORDS,
    **plan.WORDS,
    **privacy.WORDS,
    **redaction.WORDS,
    **workspace.WORDS,
}


def explain(error: ZideskError) -> Message:
    """The message for an error, by its class or the nearest base that has words."""
    if isinstance(error, PreflightFailed):
        return bundle.preflight_message(error, explain)
    if isinstance(error, ImportRejected):
        return assessment.import_message(error, explain)
    if isinstance(error, PlanImportRejected):
        return plan.plan_import_message(error, explain)
    if isinstance(error, PasteRejected):
        return plan.paste_message(error, explain)
    if isinstance(error, StaffImportRejected):
        return plan.staff_import_message(error, explain)
    return next(TABLE[kind] for kind in type(error).__mro__ if kind in TABLE)(error)
