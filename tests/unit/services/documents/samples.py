"""Evidence and nasty texts for the tests of papers."""

import hashlib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile
from zidesk.domain.profile import Person

CHANGED_AT = datetime(2026, 4, 17, 10, 32)  # noqa: DTZ001  as a snapshot without a zone

HOSTILE = (
    '<b>tebal</b> & =SUM(A1) "kutip" \\ (kurung)',
    "محمد بن عبد الله 2026 (تقرير)",
    "Laporan שלום עולם (2026) akhir",
    "日本語の書類 報告書",
    "📄✅ emoji 👩‍👩‍👧 selesai",
    "x" * 2000,
    "A_" * 400 + ".pdf",
    "a\u202egpj.exe\u0000\u0007 tab\tbaris\nbaru",
    "e\u0301\u0301 tổng hợp ﷺ \ud800 \ue000",
)


def make_use(
    code: str,
    position: int,
    title: str,
    *,
    original: str = "",
    content: str = "",
    state: FileState = FileState.OK,
    detail: str = "",
    pages: int | None = 3,
    number: str = "",
    dated: date | None = None,
    note: str = "",
) -> EvidenceUse:
    """Evidence whose content is `content` (or its title): equal contents are the same file."""
    suffix = Path(original).suffix or ".pdf"
    kind = FileKind.PDF if suffix == ".pdf" else FileKind.IMAGE
    found = Inspection(kind, suffix=suffix, state=state, state_detail=detail, pages=pages)
    sha256 = hashlib.sha256((content or title).encode("utf-8", "replace")).hexdigest()
    return EvidenceUse(
        id=position,
        question_code=code,
        file=StoredFile(sha256, 1_234_567, found),
        position=position,
        title=title,
        original_name=original or "scan0001.pdf",
        added_at=CHANGED_AT,
        number=number,
        dated=dated,
        note=note,
    )


def hostile(assessment: Assessment) -> Assessment:
    """The same assessment with every text from outside replaced by something nasty."""
    count = len(HOSTILE)
    evidence = {
        code: tuple(
            make_use(
                code,
                use.position,
                HOSTILE[n % count],
                original=HOSTILE[(n + 1) % count],
                number=HOSTILE[(n + 4) % count],
                note=HOSTILE[(n + 2) % count],
                detail=HOSTILE[(n + 3) % count],
            )
            for n, use in enumerate(uses, start)
        )
        for start, (code, uses) in enumerate(assessment.evidence.items())
    }
    answers = {
        code: replace(answer, note=f"{HOSTILE[n % count]}\n\n{HOSTILE[(n + 1) % count]}")
        for n, (code, answer) in enumerate(assessment.answers.items())
    }
    school = replace(
        assessment.profile.school,
        name=f"Madrasah {HOSTILE[1]} <Negeri> & {'Q' * 200}",
        address="J" * 300,
        government=HOSTILE[3],
        office=HOSTILE[4],
        email="m" * 300,
        phone=HOSTILE[2],
    )
    profile = replace(
        assessment.profile, school=school, principal=Person("N" * 300, "9" * 60, "R " * 150), place="P" * 200
    )
    return replace(assessment, profile=profile, evidence=evidence, answers=answers)
