"""Schools and evidence for the tests of the portal."""

import hashlib
from dataclasses import replace
from datetime import date, datetime

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileKind, FileState, Inspection, StoredFile

CHANGED_AT = datetime(2026, 4, 17, 10, 32)  # noqa: DTZ001  as a snapshot without a zone

# every one of them must come out as the words it is
HOSTILE = (
    "<img src=x onerror=document.title='kena'>",
    "</script><script>document.title='kena'</script>",
    "<!-- <script> ]]> --!>",
    "\" onmouseover=\"document.title='kena'\" x='",
    "javascript:document.title='kena'",
    "{{ 7*7 }} {% raw %} ${7*7} &lt;b&gt; &amp;",
    "محمد بن عبد الله 2026 (تقرير)",
    "a\u202egpj.exe\u0000\u0007 tab\tbaris\nbaru \u2028 \ud800 \uffff",
    "</title></style></svg></textarea>-->",
    "日本語の書類 👩\u200d👩\u200d👧 " + "x" * 600,
)


def make_use(
    code: str,
    position: int,
    title: str,
    *,
    kind: FileKind = FileKind.PDF,
    suffix: str = ".pdf",
    original: str = "",
    state: FileState = FileState.OK,
    detail: str = "",
    pages: int | None = None,
    size: int = 1_234_567,
    number: str = "",
    dated: date | None = None,
    note: str = "",
) -> EvidenceUse:
    found = Inspection(kind, suffix=suffix, state=state, state_detail=detail, pages=pages)
    sha256 = hashlib.sha256(f"{code}{position}{title}".encode("utf-8", "replace")).hexdigest()
    stored = StoredFile(sha256, size, found)
    name = original or f"pindai{suffix}"
    return EvidenceUse(0, code, stored, position, title, name, CHANGED_AT, number, dated, note)


def hostile(assessment: Assessment) -> Assessment:
    """The same school with every text that a user types replaced by something nasty."""

    def nasty(place: int) -> str:
        return HOSTILE[place % len(HOSTILE)]

    evidence = {
        code: tuple(
            replace(
                use,
                title=nasty(n),
                original_name=nasty(n + 1),
                number=nasty(n + 2),
                note=nasty(n + 3),
                file=replace(
                    use.file,
                    inspection=replace(
                        use.file.inspection, state=FileState.DAMAGED, state_detail=nasty(n + 4), suffix=".pdf"
                    ),
                ),
            )
            for n, use in enumerate(uses, start)
        )
        for start, (code, uses) in enumerate(assessment.evidence.items())
    }
    answers = {
        code: replace(answer, note=f"{nasty(n)}\n\n{nasty(n + 1)}")
        for n, (code, answer) in enumerate(assessment.answers.items())
    }
    school = replace(assessment.profile.school, name=nasty(0), address=nasty(1), regency=nasty(2), npsn=nasty(3))
    profile = replace(assessment.profile, school=school, target=nasty(8))
    return replace(assessment, profile=profile, evidence=evidence, answers=answers)
