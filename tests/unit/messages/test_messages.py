"""Every error a user can meet has its words, and they are sentences."""

import dataclasses
import inspect
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from zidesk.domain import errors
from zidesk.domain.errors import BadRow, ZideskError
from zidesk.domain.progress import Stage
from zidesk.messages import STAGE_WORDS, explain

_BASES = {"ZideskError", "AnswerRejected", "WorkspaceError", "FileRefused"}
_REASONS = {
    "StorageFault": ("full", "denied", "vanished", "busy", "other"),
    "DriveFault": ("full", "denied", "vanished", "busy", "other"),
    "TableUnreadable": ("columns", "encoding", "format", "empty", "large"),
    "TemplateFaulty": ("syntax", "forbidden", "unknown", "value", "endless", "output", "size"),
    "FieldRejected": ("date", "number", "long", "unknown"),
    "PictureUnavailable": ("locked", "damaged", "too_big", "missing", "unknown"),
    "RedactionFailed": ("locked", "damaged", "too_big", "missing", "unknown", "pages"),
    "PlanTableUnreadable": ("columns", "encoding", "format", "empty", "large"),
    "StaffTableUnreadable": ("columns", "encoding", "format", "empty", "large"),
}
_PROFILE_REASONS = (
    "empty npsn nip year target category long unknown type logo picture toml large unreadable".split()  # noqa: SIM905
)
_ENGLISH = ("error", "invalid", "null", "none", "upload", "failed", "traceback", "file not", "exception")


def _subclasses(kind: type[ZideskError]) -> set[type[ZideskError]]:
    return {kind, *(found for below in kind.__subclasses__() for found in _subclasses(below))}


_CONCRETE = sorted(
    (kind for kind in _subclasses(ZideskError) if kind.__name__ not in _BASES), key=lambda kind: kind.__name__
)


def _sample(kind: Any) -> Any:
    """A value of the type a fact has."""
    if isinstance(kind, UnionType):
        return _sample(get_args(kind)[0])
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return (_sample(inner[0]),)
        return tuple(_sample(part) for part in inner)
    if kind is BadRow:
        return BadRow(7, "A.I.1.i.a", errors.UnknownQuestion("A.I.1.i.z"))
    if kind is ZideskError:
        return errors.UnknownQuestion("A.I.1.i.z")
    return {str: "Sesuatu", int: 7, Path: Path("folder/berkas.pdf")}[kind]


def _made(kind: type[ZideskError], **facts: Any) -> ZideskError:
    if not dataclasses.is_dataclass(kind):
        return kind()
    hints = get_type_hints(kind)
    values = {item.name: _sample(hints[item.name]) for item in dataclasses.fields(kind)}
    return kind(**{**values, **facts})


def _instances(kind: type[ZideskError]) -> list[ZideskError]:
    if kind.__name__ in _REASONS:
        return [_made(kind, reason=reason) for reason in _REASONS[kind.__name__]]
    if kind is errors.ProfileInvalid:
        return [_made(kind, faults=tuple(("sekolah.nama", reason) for reason in _PROFILE_REASONS))]
    return [_made(kind)]


def test_every_error_is_told_of_in_one_place() -> None:
    exported = {value for _, value in inspect.getmembers(errors, inspect.isclass)}
    assert {kind for kind in _CONCRETE if kind.__module__.startswith("zidesk.")} <= exported


@pytest.mark.parametrize("kind", _CONCRETE, ids=lambda kind: kind.__name__)
def test_every_error_has_its_words(kind: type[ZideskError]) -> None:
    for error in _instances(kind):
        message = explain(error)
        assert message.happened[0].isupper() or message.happened[0] in "“1f"
        assert message.happened.endswith(".")
        assert message.remedy.endswith(".") or message.details
        text = str(message).lower()
        assert not [word for word in _ENGLISH if word in text]
        assert "!" not in text


def test_several_obstacles_are_listed() -> None:
    error = errors.PreflightFailed((errors.BundleExists(Path("a")), errors.DestinationMissing(Path("b"))))
    message = explain(error)
    assert "2 hambatan" in message.happened
    assert len(message.details) == 2


def test_one_obstacle_speaks_for_itself() -> None:
    only = errors.BundleExists(Path("a"))
    assert explain(errors.PreflightFailed((only,))) == explain(only)


def test_every_stage_has_its_words() -> None:
    assert set(STAGE_WORDS) == set(Stage)
