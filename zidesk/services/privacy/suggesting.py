"""Which contents look as if they held personal data and were not decided about yet."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zidesk.domain.assessment import Assessment
from zidesk.domain.evidence import EvidenceUse, FileKind
from zidesk.domain.privacy import PersonalKind, find_personal
from zidesk.domain.profile import Profile
from zidesk.domain.progress import CancelToken, Progress, Report, Stage
from zidesk.services.privacy.texts import is_readable, text_of
from zidesk.storage.personal_findings import PersonalFindings
from zidesk.storage.search.entries import all_uses
from zidesk.storage.search.kept_texts import KeptTexts, kept_texts
from zidesk.storage.workspace import Workspace

_RULES = "1"  # to be raised when other numbers are found, so that everything is looked at again
_MOST_PAGES, _MOST_CHARACTERS = 2_000, 5_000_000  # looked at of one file
_FEWEST_DIGITS = 10  # of any number that is looked for
Counts = Mapping[PersonalKind, int]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`use`: the first one of the content, in the order of the sheet; `found`: how many different numbers."""

    use: EvidenceUse
    found: Counts


class PersonalSearch:
    """What is known of one open workspace. For one thread at a time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._findings = PersonalFindings(workspace.paths, read_only=workspace.read_only)
        self._rules = ""
        self._found: dict[str, dict[PersonalKind, int]] = {}  # by content whose text was looked at

    def suggestions(self, assessment: Assessment, report: Report, cancel: CancelToken) -> tuple[Suggestion, ...]:
        """Look at the texts that are there and were not looked at yet, then tell what is undecided, in the order
        of the sheet, the inbox last.

        Texts of PDFs are those the search has read; the others are read from the store. What was looked at
        before a cancel is kept. Raises Cancelled, StorageFault.
        """
        decided = self._workspace.personal.decisions()
        waiting = [use for use in first_uses(all_uses(assessment)) if use.file.sha256 not in decided]
        counts = self.counts(assessment.profile, waiting, report, cancel)
        return tuple(Suggestion(use, counts[use.file.sha256]) for use in waiting if counts[use.file.sha256])

    def counts(
        self, profile: Profile, uses: Sequence[EvidenceUse], report: Report, cancel: CancelToken
    ) -> dict[str, Counts]:
        """What each of these contents holds, as far as its text is there. Raises as `suggestions` does."""
        public = public_numbers(profile)
        self._keep_to(public)
        self._look_at([use for use in uses if use.file.sha256 not in self._found], public, report, cancel)
        return {
            use.file.sha256: _together(self._found.get(use.file.sha256, {}), _told(use, public)) for use in uses
        }

    def _keep_to(self, public: tuple[str, ...]) -> None:
        """What was found by other rules, or with other numbers left out, counts no more."""
        rules = f"{_RULES}:{hashlib.sha256(repr(public).encode()).hexdigest()[:16]}"
        if rules != self._rules:
            self._rules, self._found = rules, self._findings.load(rules)

    def _look_at(
        self, uses: list[EvidenceUse], public: tuple[str, ...], report: Report, cancel: CancelToken
    ) -> None:
        before = len(self._found)
        try:
            with kept_texts(self._workspace.paths) as texts:
                for done, use in enumerate(uses):
                    cancel.check()
                    report(Progress(Stage.PERSONAL, done, len(uses), item=use.original_name))
                    text = self._text(use, texts)
                    if text is not None:
                        self._found[use.file.sha256] = dict(find_personal(text, public))
        finally:
            if len(self._found) != before:
                self._findings.save(self._rules, self._found)

    def _text(self, use: EvidenceUse, texts: KeptTexts) -> str | None:
        """None: it is not there yet."""
        if use.file.inspection.kind is FileKind.PDF:
            pages = texts.pages(use.file.sha256, _MOST_PAGES)
            return None if pages is None else "\n".join(pages)[:_MOST_CHARACTERS]
        if not is_readable(use.file.inspection):
            return ""
        try:
            return text_of(self._workspace.store.path_of(use.file.sha256), use.file.inspection)
        except OSError:
            return None  # a stick that was pulled out; it may come back


def first_uses(uses: Iterable[EvidenceUse]) -> tuple[EvidenceUse, ...]:
    """One use of each content, the first, in their order."""
    found: dict[str, EvidenceUse] = {}
    for use in uses:
        found.setdefault(use.file.sha256, use)
    return tuple(found.values())


def public_numbers(profile: Profile) -> tuple[str, ...]:
    """Numbers that stand on every letter because of an office: they make no file personal."""
    return (profile.principal.nip, profile.team_leader.nip, profile.school.phone)


def _told(use: EvidenceUse, public: tuple[str, ...]) -> Counts:
    """What its name and its facts say; most hold too few digits for any number."""
    told = f"{use.original_name}\n{use.title}\n{use.number}\n{use.note}"
    return find_personal(told, public) if sum(map(str.isdigit, told)) >= _FEWEST_DIGITS else {}


def _together(text: Counts, told: Counts) -> Counts:
    """The more of each: a number in the name mostly stands in the text, too."""
    return {
        kind: max(text.get(kind, 0), told.get(kind, 0)) for kind in PersonalKind if kind in text or kind in told
    }
