"""What part of the sheet a row of the plan belongs to."""

from zidesk.domain.errors import UnknownScope
from zidesk.domain.instrument import Instrument, Node


def resolve_scope(instrument: Instrument, spoken: str) -> str:
    """The full code of a question or node: "1.i" stands for "A.I.1.i", "1" for "A.I.1". Raises UnknownScope.

    Letter case does not matter; short forms are tried where `Instrument.resolve` tries them.
    """
    asked = spoken.strip().strip(".")
    codes = [node.code for node in instrument.nodes()] + [question.code for question in instrument.questions]
    known = {code.casefold(): code for code in codes}
    first = instrument.components[0]
    for prefix in ("", f"{first.children[0].code}.", f"{first.code}."):
        code = known.get(f"{prefix}{asked}".casefold())
        if asked and code is not None:
            return code
    raise UnknownScope(spoken.strip())


def scope_name(instrument: Instrument, code: str) -> str:
    """The name of the sub-area (of a question: the one it is in), area, group or component.

    Raises UnknownScope.
    """
    for node in _path(instrument, code)[::-1]:
        return node.name
    raise UnknownScope(code)


def scope_path(instrument: Instrument, code: str) -> tuple[Node, ...]:
    """The nodes from the component down to the scope. Raises UnknownScope."""
    path = _path(instrument, code)
    if not path:
        raise UnknownScope(code)
    return path


def _path(instrument: Instrument, code: str) -> tuple[Node, ...]:
    def search(node: Node) -> tuple[Node, ...]:
        if node.code == code or any(question.code == code for question in node.questions):
            return (node,)
        for child in node.children:
            below = search(child)
            if below:
                return (node, *below)
        return ()

    return next((path for component in instrument.components if (path := search(component))), ())
