"""Everything the papers of a workspace are made from, gathered once; what follows needs no database."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from zidesk.domain.archive_layout import plan_layout
from zidesk.domain.assessment import Assessment
from zidesk.domain.staff import StaffMember
from zidesk.services.documents.letters.kind import PERSON, Kind, PaperFacts
from zidesk.services.documents.making import KINDS
from zidesk.services.documents.paper import Stationery
from zidesk.services.documents.texts.catalogue import TextCatalogue
from zidesk.services.papers.parts import has_parts, member_parts
from zidesk.services.privacy.holdings import kinds_held
from zidesk.storage.layout_loader import DEFAULT_LAYOUT, load_layout
from zidesk.storage.paths import Resources
from zidesk.storage.workspace import Workspace


@dataclass(frozen=True)
class PaperSources:
    """`common`: facts that all kinds share, without entries; `entries`: what was entered, by kind."""

    common: PaperFacts
    entries: Mapping[str, Mapping[str, str]]
    overrides: Mapping[str, str]
    resources: Resources
    logo: Path | None

    @cached_property
    def members(self) -> dict[str, StaffMember]:
        return member_parts(self.common.staff)

    def facts(self, kind: Kind, part: str = "", fields: Mapping[str, str] | None = None) -> PaperFacts:
        """The facts of one paper; `fields` in place of what is kept. That of a member is his own, whoever is
        entered; one who is gone leaves a blank paper."""
        entered = self.entries.get(kind.key, {}) if fields is None else fields
        known = {item.key for item in kind.fields}
        facts = replace(self.common, fields={key: value for key, value in entered.items() if key in known})
        if part and has_parts(kind.key):
            member = self.members.get(part)
            own = {key: value for key, value in facts.fields.items() if key not in PERSON}
            return replace(facts, staff=() if member is None else (member,), fields=own)
        return facts

    def with_text(self, key: str, text: str) -> "PaperSources":
        """The same with another wording of one text, for a look at it."""
        overrides = {**self.overrides, key: text}
        texts = _catalogue(self.resources, overrides)
        return replace(self, common=replace(self.common, texts=texts), overrides=overrides)

    def reworded(self, kind: Kind, texts: TextCatalogue) -> PaperFacts:
        """The facts of a kind without entries, with other texts."""
        return replace(self.facts(kind, fields={}), texts=texts)

    def stationery(self, paper: str) -> Stationery:
        return Stationery(self.resources.fonts, paper, self.logo)


def gather(workspace: Workspace, resources: Resources, assessment: Assessment | None = None) -> PaperSources:
    """`assessment`: the present one, where it is at hand already. Raises StorageFault."""
    layout = load_layout(DEFAULT_LAYOUT, resources.layouts)
    overrides = workspace.papers.overrides()
    present = assessment or workspace.assessment()
    common = PaperFacts(
        present,
        plan_layout(present, layout),
        _catalogue(resources, overrides),
        staff=workspace.staff.all(),
        plan_rows=workspace.plan.all(),
        snapshots=workspace.snapshots.all(),
        personal_kinds=kinds_held(workspace, present),
    )
    entries = {key: workspace.papers.fields(key) for key, kind in KINDS.items() if kind.fields}
    return PaperSources(common, entries, overrides, resources, workspace.logo())


def _catalogue(resources: Resources, overrides: Mapping[str, str]) -> TextCatalogue:
    return TextCatalogue(resources.root / "letters", overrides)
