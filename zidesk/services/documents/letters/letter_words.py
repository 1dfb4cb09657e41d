"""The sentences of the cover letter: our own wording, claiming nothing the scores do not show."""

from zidesk.domain.archive_layout import BundlePlan
from zidesk.domain.assessment import Assessment
from zidesk.domain.criteria import Criterion, all_met
from zidesk.domain.indonesian import format_number, format_size
from zidesk.services.documents.content.scope import scope_words
from zidesk.services.documents.content.score_rows import verdict

_NAMED_MOST = 4  # shortfalls named one by one


def subject(assessment: Assessment) -> str:
    profile = assessment.profile
    return f"Penyampaian bukti dukung Zona Integritas menuju {profile.target} tahun {profile.year}"


def scope_sentence(assessment: Assessment, plan: BundlePlan) -> str:
    """What the bundle covers and what it lacks; "" if it covers everything and lacks nothing."""
    scope = f"Paket ini memuat {scope_words(plan)}." if plan.areas else ""
    absent = sum(len(assessment.uses_of(place.question.code)) for place in plan.places) - len(plan.files)
    if absent:
        scope += f" Sebanyak {absent} berkas tidak disertakan dan disebut satu per satu dalam INDEKS.pdf."
    return scope.strip()


def verdict_sentence(assessment: Assessment) -> str:
    """Whether the target's criteria are met; an unconfirmed limit is never taken as met."""
    target = assessment.profile.target
    criteria = assessment.criteria.get(target, ())
    failed = [criterion for criterion in criteria if criterion.met is False]
    unclear = [criterion for criterion in criteria if criterion.met is None]
    if criteria and all_met(criteria):
        return f"Menurut penilaian mandiri tersebut, seluruh {len(criteria)} syarat {target} terpenuhi."
    if failed:
        also = f" Batas untuk {len(unclear)} syarat lain belum terkonfirmasi." if unclear else ""
        return (
            f"Menurut penilaian mandiri tersebut, syarat {target} belum seluruhnya terpenuhi, yaitu "
            f"{_listed(failed)}.{also} Bukti kami sampaikan untuk dinilai sebagaimana adanya."
        )
    return (
        f"Sebagian batas nilai {target} pada lembar penilaian ini belum terkonfirmasi, sehingga surat ini tidak "
        "menyatakan terpenuhi atau tidaknya syarat tersebut."
    )


def _listed(failed: list[Criterion]) -> str:
    """ "Area 2 … (kurang 3,20 %), B.II … (kurang 0,61) dan 3 syarat lain"."""
    named = [f"{criterion.label} ({verdict(criterion)})" for criterion in failed[:_NAMED_MOST]]
    rest = len(failed) - len(named)
    if rest:
        return f"{', '.join(named)}, dan {rest} syarat lain"
    return ", ".join(named) if len(named) < 2 else f"{', '.join(named[:-1])}, dan {named[-1]}"


def enclosures(plan: BundlePlan, merged: int = 0, *, compared: bool = False) -> list[tuple[str, str]]:
    """Name and description of what comes with the letter. `merged`: how many merged PDFs do; `compared`: the
    report of what is new since an earlier bundle does."""
    files = f"{format_number(len(plan.files), 0)} berkas bukti, {format_size(plan.bytes)}"
    if plan.documents:
        files += f", dan {format_number(len(plan.documents), 0)} dokumen"
    listed = [
        ("INDEKS.pdf", "indeks bukti menurut butir penilaian"),
        ("LKE.xlsx", "lembar kerja evaluasi yang telah diisi"),
        ("data", f"folder berisi {files}"),
    ]
    if merged:
        pdfs = format_number(merged, 0)
        listed.append(("GABUNGAN", f"folder berisi {pdfs} PDF gabungan dari berkas bukti yang sama"))
    if compared:
        listed.append(("PERUBAHAN.pdf", "daftar perubahan sejak paket sebelumnya"))
    return [*listed, ("manifest-sha256.txt", "kode pemeriksaan keutuhan berkas (caranya pada PERIKSA.txt)")]


def count_words(count: int) -> str:
    """ "4 (empat) berkas", as letters write numbers."""
    words = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
    return f"{count} ({words[count]}) berkas" if count < len(words) else f"{count} berkas"
