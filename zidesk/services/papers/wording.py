"""The texts a paper is worded with, and whether another wording could be used."""

from dataclasses import dataclass

from zidesk.domain.errors import TemplateFaulty
from zidesk.services.documents.letters.kind import Kind
from zidesk.services.documents.making import KINDS
from zidesk.services.documents.texts.catalogue import TextCatalogue
from zidesk.services.papers.sources import PaperSources


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in use and the program's own."""

    key: str
    text: str
    default: str

    @property
    def changed(self) -> bool:
        return self.text != self.default


def wordings(kind: str, sources: PaperSources) -> tuple[Wording, ...]:
    """The texts this kind is made with, in the order it takes them; empty for those without any."""
    texts = sources.common.texts
    return tuple(Wording(key, texts.text(key), texts.default(key)) for key in _keys(KINDS[kind], sources))


def check_wording(kind: str, key: str, text: str, sources: PaperSources) -> TemplateFaulty | None:
    """The first fault the paper would stop at with this wording of one of its texts; None if there is none."""
    what, tried = KINDS[kind], sources.with_text(key, text)
    try:
        what.document(tried.facts(what, fields={}))
    except TemplateFaulty as fault:
        return fault
    return None


def worded_kinds(sources: PaperSources) -> frozenset[str]:
    """The kinds that have texts of their own."""
    return frozenset(key for key, kind in KINDS.items() if _keys(kind, sources))


def _keys(kind: Kind, sources: PaperSources) -> tuple[str, ...]:
    """Found by building the paper with the program's own texts, which have no fault."""
    if kind.build is None:
        return ()
    asked: dict[str, None] = {}

    class Listening(TextCatalogue):
        def text(self, key: str) -> str:
            asked[key] = None
            return self.default(key)

    listening = Listening(sources.resources.root / "letters")
    kind.document(sources.reworded(kind, listening))
    return tuple(asked)
