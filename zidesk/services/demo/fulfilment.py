"""Which expected document a demo paper stands for: one of the same kind, or one whose name says the same."""

import re

from zidesk.services.demo.evidence import DemoEvidence
from zidesk.services.demo.questions import AskedPaper

_WORD = re.compile(r"[a-z0-9]+")
_EMPTY_WORDS = {
    "dan", "di", "ke", "dari", "untuk", "yang", "atas", "bagi", "pada", "per", "serta", "atau", "dengan",
    "hasil", "kerja", "sekolah", "zi", "tahun", "2025", "2026",
}  # fmt: skip
_SAME_KIND = 0.5  # what the same kind is worth beside names that say the same, which is 1 …
_ENOUGH = 0.5  # … and what it takes


def asked_paper(evidence: DemoEvidence, papers: tuple[AskedPaper, ...]) -> AskedPaper | None:
    """The document among those a question asks for; the earlier one when two fit as well."""
    best = max(papers, key=lambda paper: _fit(evidence, paper), default=None)
    return best if best is not None and _fit(evidence, best) >= _ENOUGH else None


def _fit(evidence: DemoEvidence, paper: AskedPaper) -> float:
    asked, given = _words(paper.name), _words(evidence.title)
    shared = len(asked & given) / max(1, min(len(asked), len(given)))
    return shared + (_SAME_KIND if paper.kind == evidence.form else 0)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - _EMPTY_WORDS
