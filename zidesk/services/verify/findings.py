"""Gathers faults while a bag is checked; keeps the report bounded and in a stable order."""

import re
from collections.abc import Mapping
from typing import Final

from zidesk.services.verify.result import Fault, FaultKind
from zidesk.services.verify.words import SENTENCES

MAX_FAULTS: Final = 50_000  # of each list; a hostile bag could otherwise fill the memory with sentences

# controls, line and paragraph separators, bidirectional overrides, undecodable bytes
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

_ORDER: Final[Mapping[FaultKind, int]] = {kind: place for place, kind in enumerate(FaultKind)}


class Findings:
    """Errors and warnings of one verification; used from one thread."""

    def __init__(self) -> None:
        self._errors = _Bounded()
        self._warnings = _Bounded()

    def error(self, kind: FaultKind, path: str = "", /, **facts: object) -> None:
        self._errors.add(_fault(kind, path, facts))

    def warn(self, kind: FaultKind, path: str = "", /, **facts: object) -> None:
        self._warnings.add(_fault(kind, path, facts))

    def add(self, serious: bool, kind: FaultKind, path: str = "", /, **facts: object) -> None:
        """An error when `serious`, else a warning: for rules that version 1.0 tightened."""
        (self.error if serious else self.warn)(kind, path, **facts)

    @property
    def errors(self) -> tuple[Fault, ...]:
        return self._errors.sorted()

    @property
    def warnings(self) -> tuple[Fault, ...]:
        return self._warnings.sorted()


class _Bounded:
    def __init__(self) -> None:
        self._faults: dict[Fault, None] = {}  # a set that keeps order: the same fault twice says nothing new
        self._left_out = 0

    def add(self, fault: Fault) -> None:
        if len(self._faults) < MAX_FAULTS:
            self._faults[fault] = None
        else:
            self._left_out += 1

    def sorted(self) -> tuple[Fault, ...]:
        faults = sorted(self._faults, key=lambda fault: (_ORDER[fault.kind], fault.path, fault.detail))
        if self._left_out:
            faults.append(_fault(FaultKind.MORE_FAULTS, "", {"count": self._left_out}))
        return tuple(faults)


def printable(text: str) -> str:
    """`text` with unprintable characters escaped: a name must not steer a terminal or pose as another."""
    return _UNPRINTABLE.sub(lambda match: ascii(match[0])[1:-1], text)


def _fault(kind: FaultKind, path: str, facts: Mapping[str, object]) -> Fault:
    texts = {name: printable(str(fact)) for name, fact in facts.items()}
    return Fault(kind, printable(path), SENTENCES[kind].format_map(texts))
