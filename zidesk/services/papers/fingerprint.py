"""Whether a paper would still come out the same: a hash of its content, without drawing it."""

import hashlib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from zidesk.services.documents.letters.kind import Kind, PaperFacts
from zidesk.services.documents.model.document import Document
from zidesk.services.documents.model.signatures import Signatures


@dataclass(frozen=True, slots=True)
class Content:
    """`fingerprint`: the same as long as the paper says the same; `signable`: it has room for a signature."""

    fingerprint: str
    signable: bool


def content_of(kind: Kind, facts: PaperFacts) -> Content:
    """The moment of the last change, which every file tells of itself, does not count.

    Raises what building the paper raises: FieldRejected, TemplateFaulty and the like.
    """
    if kind.build is None:
        return Content(_hash(_told(facts)), signable=False)
    document = kind.document(facts)
    value = (document.facts.title, document.name, document.school, document.blocks, document.leading)
    return Content(_hash(value), _is_signed(document))


def _is_signed(document: Document) -> bool:
    return any(isinstance(block, Signatures) for block in document.blocks)


def _told(facts: PaperFacts) -> tuple[object, ...]:
    """What the index and the sheet tell: the whole assessment but its inbox, and where the files lie."""
    assessment = facts.assessment
    answers = {code: (str(answer.value), answer.note) for code, answer in assessment.answers.items()}
    files = [
        (
            item.path,
            item.use.question_code,
            item.use.position,
            item.use.title,
            item.use.original_name,
            item.use.number,
            item.use.dated,
            item.use.note,
            item.use.file,
        )
        for item in facts.plan.files
    ]
    return (facts.profile, assessment.instrument.id, answers, files)


def _hash(value: object) -> str:
    digest = hashlib.sha256()
    for piece in _pieces(value):
        digest.update(piece.encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def _pieces(value: Any) -> Iterator[str]:
    """The same words for the same value in every run of the program: sets have no order of their own."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        yield type(value).__name__
        for field in fields(value):
            yield from _pieces(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield f"{{{len(value)}"
        for key in sorted(value, key=str):
            yield from _pieces(key)
            yield from _pieces(value[key])
    elif isinstance(value, list | tuple):
        yield f"[{len(value)}"
        for item in value:
            yield from _pieces(item)
    elif isinstance(value, Set):
        yield from _pieces(sorted(map(str, value)))
    else:
        yield repr(value)
