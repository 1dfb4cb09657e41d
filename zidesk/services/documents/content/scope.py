"""Which part of the sheet a bundle covers, in words."""

from zidesk.domain.archive_layout import BundlePlan


def scope_words(plan: BundlePlan) -> str:
    """ "hanya area 1, 2 dan B", in the order they were asked for."""
    names = [f"area {area}" if area.isdigit() else f"bagian {area.upper()}" for area in plan.areas]
    return f"hanya {', '.join(names)} ({len(plan.places)} butir)"
