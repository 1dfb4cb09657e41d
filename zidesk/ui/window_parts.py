"""The pages a user goes to now and then: made, each with the controller that serves it, when first needed."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from zidesk.storage.paths import shipped_resources
from zidesk.ui.page_keys import BUNDLE, DOCUMENTS, PLAN
from zidesk.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from zidesk.domain.assessment import Assessment
    from zidesk.storage.workspace import Workspace
    from zidesk.ui.bundle_controller import BundleController
    from zidesk.ui.documents_controller import DocumentsController
    from zidesk.ui.editing import Editing
    from zidesk.ui.jobs import Jobs
    from zidesk.ui.messenger import Messenger
    from zidesk.ui.pages.bundle_page import BundlePage
    from zidesk.ui.pages.documents_page import DocumentsPage
    from zidesk.ui.pages.plan_page import PlanPage
    from zidesk.ui.pictures import Pictures
    from zidesk.ui.plan_controller import PlanController
    from zidesk.ui.preferences import Preferences
    from zidesk.ui.privacy_controller import PrivacyController
    from zidesk.ui.window_desk import WindowDesk
    from zidesk.ui.window_events import WindowEvents


class Part(Protocol):
    """What shows or serves one workspace, from `take` to `release`."""

    def take(self, workspace: "Workspace", assessment: "Assessment", /) -> None: ...

    def release(self) -> None: ...


class WindowParts(WindowFrame):
    """Whoever asks for one of these pages, or for what serves it, finds it brought up to the open workspace. What
    they are made of is set by the window before."""

    jobs: "Jobs"
    messenger: "Messenger"
    preferences: "Preferences"
    pictures: "Pictures"
    clock: "Callable[[], datetime]"
    editing: "Editing"
    privacy: "PrivacyController"
    desk: "WindowDesk"
    events: "WindowEvents"

    def __init__(self, parent: "QWidget | None" = None) -> None:
        super().__init__(parent)
        self.parts: list[Part] = []  # made so far
        self._commits: list[Callable[[], None]] = []
        self._makers: dict[str, Callable[[], Part]] = {
            PLAN: lambda: self.planning,
            DOCUMENTS: lambda: self.papers,
            BUNDLE: lambda: self.bundling,
        }

    def commit(self) -> None:
        """Save what is typed and not yet saved, wherever it stands."""
        for commit in self._commits:
            commit()

    def turn_to(self, key: str) -> None:
        self.make(key)
        super().turn_to(key)

    def make(self, key: str) -> None:
        """Have the page, if it is one of those that were not needed before."""
        if key in self._makers:
            self._makers[key]()

    @property
    def plan(self) -> "PlanPage":
        return self._planning[0]

    @property
    def planning(self) -> "PlanController":
        return self._planning[1]

    @cached_property
    def _planning(self) -> "tuple[PlanPage, PlanController]":
        from zidesk.ui.new_school import documents_folder
        from zidesk.ui.pages.plan_page import PlanPage
        from zidesk.ui.plan_controller import PlanController
        from zidesk.ui.plan_dialogs import plan_desktop

        page, folders = PlanPage(), plan_desktop(self, documents_folder)
        if self.preferences.settings.plan_columns:
            page.menus.show_columns(frozenset(self.preferences.settings.plan_columns))
        page.columns_chosen.connect(lambda names: self.preferences.keep_plan_columns(names, self.messenger))
        made = PlanController(page, self.jobs, self.messenger, self.editing, self.clock, folders)
        self._commits.append(made.commit)
        self._join(PLAN, page, made)
        return page, made

    @property
    def documents(self) -> "DocumentsPage":
        return self._papers[0]

    @property
    def papers(self) -> "DocumentsController":
        return self._papers[1]

    @cached_property
    def _papers(self) -> "tuple[DocumentsPage, DocumentsController]":
        from zidesk.ui.dialogs.paper_places import SystemPaperDesktop
        from zidesk.ui.documents_controller import DocumentsController
        from zidesk.ui.pages.documents_page import DocumentsPage

        tools = self.pictures.tools
        page = DocumentsPage(tools)
        made = DocumentsController(
            page,
            tools.lane,
            self.jobs,
            self.messenger,
            self.editing,
            self.preferences,
            shipped_resources(),
            SystemPaperDesktop(self),
        )
        made.school_data_asked.connect(self.desk.ask_school_data)
        self._commits.append(made.commit)
        self._join(DOCUMENTS, page, made)
        return page, made

    @property
    def bundle(self) -> "BundlePage":
        return self._bundling[0]

    @property
    def bundling(self) -> "BundleController":
        return self._bundling[1]

    @cached_property
    def _bundling(self) -> "tuple[BundlePage, BundleController]":
        from zidesk.ui.bundle_controller import BundleController
        from zidesk.ui.desktops import bundle_desktop
        from zidesk.ui.pages.bundle_page import BundlePage

        page = BundlePage()
        page.contents.prefer_paper(self.preferences.settings.paper)
        made = BundleController(page, self.jobs, shipped_resources(), bundle_desktop(self))
        self.preferences.changed.connect(lambda settings: page.contents.prefer_paper(settings.paper))
        made.saving_asked.connect(self.commit)
        made.ended.connect(self.events.tell_bundle)
        made.review_asked.connect(lambda: self.events.review_personal())
        self.privacy.suggested.connect(lambda items, _found: made.show_suggestions(items))
        made.show_suggestions(self.privacy.suggestions)
        self._join(BUNDLE, page, made)
        return page, made

    def _join(self, key: str, page: "QWidget", part: Part) -> None:
        self.add_page(key, page)
        self.parts.append(part)
        self.events.bring_up(key, part)
