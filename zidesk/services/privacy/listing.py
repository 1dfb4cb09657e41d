"""Personal data of a workspace as a list, and deciding by name, for the command line."""

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from zidesk.domain.assessment import Assessment
from zidesk.domain.errors import PersonalUnknown, UnknownQuestion
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.progress import CancelToken, Report
from zidesk.services.changes.kinds import DecidePersonal
from zidesk.services.changes.performing import perform
from zidesk.services.privacy.suggesting import PersonalSearch, Suggestion, first_uses
from zidesk.services.search.index import SearchIndex
from zidesk.storage.search.entries import all_uses
from zidesk.storage.workspace import Workspace

_SHORTEST = 8  # characters of a SHA-256 that name a content
_HASH = re.compile(rf"[0-9a-f]{{{_SHORTEST},64}}")


@dataclass(frozen=True)
class PersonalList:
    """`marked`: the first use of each content that is marked; `suggested`: those undecided."""

    marked: tuple[EvidenceUse, ...]
    suggested: tuple[Suggestion, ...]


def personal_list(workspace: Workspace, report: Report, cancel: CancelToken | None = None) -> PersonalList:
    """What is marked and what might be, in the order of the sheet; texts not read yet are read first.

    Raises StorageFault, Cancelled.
    """
    cancel, assessment = cancel or CancelToken(), workspace.assessment()
    with closing(SearchIndex(workspace)) as index:
        index.refresh(assessment)
        index.read_texts(assessment, report, cancel)
    marked = tuple(use for use in first_uses(all_uses(assessment)) if use.personal)
    return PersonalList(marked, PersonalSearch(workspace).suggestions(assessment, report, cancel))


def decide(workspace: Workspace, named: Sequence[str], by: str, *, personal: bool) -> int:
    """Mark what is named ("1.i.a-02", or the start of a SHA-256), or decide that it holds none: all or nothing.

    Returns how many contents are marked otherwise than before. Raises PersonalUnknown and what performing a
    change raises.
    """
    if not named:
        return 0
    assessment = workspace.assessment()
    before = _marked(assessment)
    contents = tuple(_content_of(assessment, name) for name in named)
    perform(workspace, DecidePersonal(contents, personal), by)
    return len(before ^ _marked(workspace.assessment()))


def _marked(assessment: Assessment) -> set[str]:
    return {use.file.sha256 for use in all_uses(assessment) if use.personal}


def _content_of(assessment: Assessment, name: str) -> str:
    """The content named by a question and a number in its list ("1.i.a-02"), or by the start of its SHA-256.

    Raises PersonalUnknown.
    """
    code, dash, number = name.strip().rpartition("-")
    if dash and number.isascii() and number.isdigit():
        try:
            uses = assessment.uses_of(assessment.instrument.resolve(code))
        except UnknownQuestion:
            uses = ()
        if 1 <= int(number[:9]) <= len(uses):
            return uses[int(number[:9]) - 1].file.sha256
    elif _HASH.fullmatch(name.strip().lower()):
        found = {
            use.file.sha256 for use in all_uses(assessment) if use.file.sha256.startswith(name.strip().lower())
        }
        if len(found) == 1:
            return found.pop()
    raise PersonalUnknown(name)
