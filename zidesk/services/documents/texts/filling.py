"""Filling a template in a sandbox that knows few words, counts every step and stops at a limit."""

import time
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from zidesk.domain.errors import TemplateFaulty
from zidesk.services.documents.model.inline import dots
from zidesk.services.documents.texts.allowed import forbidden_line
from zidesk.services.documents.texts.filters import FILTERS
from zidesk.services.documents.texts.markup import literal

if TYPE_CHECKING:
    from jinja2 import Environment, Template, nodes

MOST_STEPS = 20_000  # rounds of all loops together
MOST_OUTPUT = 200_000  # characters; about 60 pages
MOST_TEMPLATE = 100_000  # characters of the template itself
MOST_SECONDS = 2.0
_COUNTED = "_dihitung"
_BLANK = dots(55)


class _StoppedError(Exception):
    def __init__(self, reason: str) -> None:
        self.reason = reason


class _Meter:
    """What one filling may use up."""

    def __init__(self) -> None:
        self._steps, self._output = 0, 0
        self._end = time.monotonic() + MOST_SECONDS

    def rounds(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise _StoppedError("endless")
            self._check_time()
            yield value

    def wrote(self, text: str) -> str:
        self._output += len(text)
        if self._output > MOST_OUTPUT:
            raise _StoppedError("output")
        self._check_time()
        return text

    def _check_time(self) -> None:
        if time.monotonic() > self._end:
            raise _StoppedError("endless")


def fill(key: str, template: str, facts: Mapping[str, Any]) -> str:
    """The text with its facts; an empty fact is a dotted line.

    Raises TemplateFaulty with the line and the reason: "syntax", "forbidden", "unknown" (a fact or filter there
    is none of), "value" (a filter cannot use what it is given), "endless", "output", "size".
    """
    from jinja2 import TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    if len(template) > MOST_TEMPLATE:
        raise TemplateFaulty(key, 1, "size")
    meter = _Meter()
    environment = _environment(meter)
    try:
        compiled = _compiled(environment, template, key)
        return "".join(map(meter.wrote, compiled.generate(**facts)))
    except TemplateSyntaxError as fault:
        raise TemplateFaulty(key, fault.lineno, "syntax") from fault
    except _StoppedError as fault:
        raise TemplateFaulty(key, _line_of(fault), fault.reason) from fault
    except UndefinedError as fault:
        raise TemplateFaulty(key, _line_of(fault), "unknown") from fault
    except SecurityError as fault:
        raise TemplateFaulty(key, _line_of(fault), "forbidden") from fault
    except OverflowError as fault:  # a range beyond what the sandbox lets through
        raise TemplateFaulty(key, _line_of(fault), "endless") from fault
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError, MemoryError) as fault:
        raise TemplateFaulty(key, _line_of(fault), "value") from fault


def _compiled(environment: "Environment", template: str, key: str) -> "Template":
    """Only what `allowed` lets through, with every loop counted."""
    from jinja2 import Template, nodes

    try:
        tree = environment.parse(template)
    except RecursionError as fault:  # brackets within brackets without end
        raise TemplateFaulty(key, 1, "forbidden") from fault
    found = forbidden_line(tree)
    if found:
        raise TemplateFaulty(key, *found)
    for loop in tree.find_all(nodes.For):
        loop.iter = _counted(loop.iter)
    return Template.from_code(environment, environment.compile(tree), environment.make_globals(None))


def _counted(node: "nodes.Node") -> "nodes.Node":
    from jinja2 import nodes

    assert isinstance(node, nodes.Expr)
    return nodes.Filter(node, _COUNTED, [], [], None, None, lineno=node.lineno, environment=node.environment)


def _environment(meter: _Meter) -> "Environment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Facts are read from mappings only; no object shows its attributes, but `loop`."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if isinstance(obj, Mapping):
                return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
            if type(obj).__module__ == "jinja2.runtime":
                return super().getattr(obj, attribute)
            return self.undefined(obj=obj, name=attribute)

        def getitem(self, obj: Any, argument: Any) -> Any:
            return self.getattr(obj, argument) if isinstance(argument, str) else super().getitem(obj, argument)

    environment = Sandbox(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False, finalize=_shown
    )
    environment.filters = {**FILTERS, _COUNTED: meter.rounds}
    environment.tests = {name: environment.tests[name] for name in ("defined", "undefined", "none")}
    environment.globals = {"range": environment.globals["range"]}
    return environment


def _shown(value: Any) -> Any:
    """Facts as they are printed; one that is empty becomes a dotted line."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return _BLANK
    if isinstance(value, str):
        return literal(value)
    if isinstance(value, int) or _is_undefined(value):
        return value
    raise TypeError(value)


def _is_undefined(value: Any) -> bool:
    from jinja2 import Undefined

    return isinstance(value, Undefined)


def _line_of(fault: BaseException) -> int:
    """The last line of the template that was at work."""
    line, trace = 1, fault.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is not None or _in_template(trace.tb_frame):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _in_template(frame: Any) -> bool:
    return frame.f_code.co_filename in ("<template>", "<unknown>")
