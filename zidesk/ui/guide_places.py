"""What the guide calls each dialog; pages have the keys of `page_keys`."""

from PySide6.QtWidgets import QWidget

# by the name of the class, so that no dialog has to be loaded for it
DIALOG_PLACES = {
    "NewWorkspaceDialog": "new",
    "SchoolDataDialog": "school",
    "SettingsDialog": "settings",
    "QuestionChooser": "choose",
    "PreviewDialog": "preview",
    "RedactionDialog": "cover",
    "BinDialog": "bin",
    "BundleChangesDialog": "changes",
    "StaffDialog": "staff",
    "TextEditor": "wording",
    "PrintPreview": "print",
    "FaultList": "faults",
    "ShortcutsDialog": "shortcuts",
    "AboutDialog": "about",
}


def place_of(dialog: QWidget) -> str:
    """ "" for a window without a chapter of its own."""
    names = (kind.__name__ for kind in type(dialog).__mro__)
    return next((DIALOG_PLACES[name] for name in names if name in DIALOG_PLACES), "")
