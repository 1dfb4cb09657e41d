"""What the program does with a file somebody gives it, one doing for each word."""

import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from zidesk.domain.errors import ZideskError
from zidesk.domain.evidence import FileKind
from zidesk.domain.progress import CancelToken


def inspect(path: Path) -> str:
    from zidesk.services.ingest.inspection import inspect_file

    found = inspect_file(path, path.name)
    return f"{found.media_type} {found.state} {found.state_detail}".strip()


def small(path: Path) -> str:
    from zidesk.services.ingest.inspection import inspect_file
    from zidesk.services.pictures.images import image_picture
    from zidesk.services.pictures.pdf_pages import pdf_picture
    from zidesk.services.pictures.picture import within_edge

    found = inspect_file(path, path.name)
    if found.kind is FileKind.PDF:
        made = pdf_picture(path, within_edge(320, enlarge=True))
    else:
        made = image_picture(path, found, within_edge(320))
    return f"{made.width}×{made.height}"


def page(path: Path) -> str:
    from zidesk.services.ingest.inspection import inspect_file
    from zidesk.services.pictures.pages import page_count, render_page

    found = inspect_file(path, path.name)
    pages = page_count(path, found)
    made = render_page(path, found, pages - 1, 1000)
    return f"{pages} pages, {made.width}×{made.height}"


def texts(path: Path) -> str:
    from zidesk.services.pictures.pdf_text import page_texts

    with closing(page_texts(path, CancelToken())) as pages:
        return f"{sum(map(len, pages))} characters"


def find(path: Path) -> str:
    from zidesk.services.pictures.finding import find_text

    return f"{len(find_text(path, ['a']))} places"


def verify(path: Path) -> str:
    from zidesk.services.verify import verify_bundle

    found = verify_bundle(path)
    kinds = ", ".join(sorted({fault.kind for fault in found.errors}))
    return f"valid {found.valid}: {kinds}"


def restore(path: Path) -> str:
    from zidesk.services.workspaces.archive import restore as restored

    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        return f"{restored(path, Path(folder) / 'kerja').files} files"


def answers(path: Path) -> str:
    from zidesk.services.exchange import read_answer_table

    return f"{len(read_answer_table(path))} rows"


def plan(path: Path) -> str:
    from zidesk.services.exchange.plan_table import read_plan_table

    return f"{len(read_plan_table(path))} rows"


def staff(path: Path) -> str:
    from zidesk.services.exchange.staff_table import read_staff_table

    return f"{len(read_staff_table(path))} rows"


def profile(path: Path) -> str:
    from zidesk.storage.profile_file import read_profile

    return read_profile(path)[0].school.name


DOINGS: Mapping[str, Callable[[Path], str]] = {
    doing.__name__: doing
    for doing in (inspect, small, page, texts, find, verify, restore, answers, plan, staff, profile)
}


def outcome(doing: str, path: Path) -> str:
    """What came of it in a few words. Raises whatever is no named error."""
    try:
        return DOINGS[doing](path)
    except ZideskError as fault:
        reason = getattr(fault, "reason", "")
        return f"{type(fault).__name__} {reason}".strip()
