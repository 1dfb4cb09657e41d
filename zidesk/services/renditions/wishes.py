"""Which files of a bundle are to be handed over as something else than the original. Pure rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zidesk.domain.archive_layout import BundlePlan, Omission
from zidesk.domain.evidence import EvidenceUse
from zidesk.domain.redaction import Box
from zidesk.services.renditions.shrinking import is_shrinkable

PERSONAL_WORDS = "memuat data pribadi"


@dataclass(frozen=True, slots=True)
class Terms:
    """`limit`: bytes above which files are shrunk. What is marked as personal is locked or left out, or neither;
    a file parts of which are covered counts as personal no more."""

    limit: int | None = None
    lock: bool = False
    leave_out: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A copy that is wanted of one content; `use`: the first of its uses in the bundle."""

    use: EvidenceUse
    boxes: tuple[Box, ...]
    limit: int | None
    lock: bool


@dataclass(frozen=True, slots=True)
class Wishes:
    """`left_out`: contents that shall not be in the bundle, by their hashes."""

    terms: Terms
    copies: tuple[Wish, ...]
    left_out: frozenset[str]


def wishes_of(plan: BundlePlan, terms: Terms, boxes: Mapping[str, tuple[Box, ...]]) -> Wishes:
    """What is wanted for a bundle, each content once; `boxes`: by the hash of the content."""
    uses: dict[str, list[EvidenceUse]] = {}
    for item in plan.files:
        uses.setdefault(item.use.file.sha256, []).append(item.use)
    copies, left_out = [], set()
    for sha256, of_content in uses.items():
        covers = boxes.get(sha256, ())
        personal = not covers and any(use.personal for use in of_content)
        if personal and terms.leave_out:
            left_out.add(sha256)
            continue
        wish = Wish(of_content[0], covers, terms.limit, personal and terms.lock)
        if _asks_for_a_copy(wish):
            copies.append(wish)
    return Wishes(terms, tuple(copies), frozenset(left_out))


def omissions_of(plan: BundlePlan, reasons: Mapping[str, str], terms: Terms) -> Iterator[Omission]:
    """Every file of the plan that is not handed over, with the reason, by the hash of the original."""
    for item in plan.files:
        use, original = item.use, original_of(item.use)
        if original in reasons:
            name = "" if hides_name(use, terms) else use.original_name
            yield Omission(use.question_code, use.title, name, reasons[original])


def hides_name(use: EvidenceUse, terms: Terms) -> bool:
    """Whether the name it was attached by stays behind: "KTP Budi 3201….jpg" tells what is kept from others."""
    return use.covered or (use.personal and (terms.lock or terms.leave_out))


def original_of(use: EvidenceUse) -> str:
    """The hash of what was attached, whatever is handed over for it."""
    return (use.file if use.handed is None else use.handed.original).sha256


def _asks_for_a_copy(wish: Wish) -> bool:
    if wish.boxes or wish.lock:
        return True
    file = wish.use.file
    return wish.limit is not None and file.size > wish.limit and is_shrinkable(file.inspection)
