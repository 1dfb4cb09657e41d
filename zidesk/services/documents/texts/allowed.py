"""What a template may be made of: facts, our filters, if and for. Everything else is refused before it runs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import nodes

_DEEPEST_LOOP = 3


def forbidden_line(tree: "nodes.Template") -> tuple[int, str] | None:
    """Line and reason of the first thing a template may not hold: "forbidden", "unknown" (filter)."""
    found = sorted(_faults(tree, 0))
    return found[0] if found else None


def _faults(node: "nodes.Node", depth: int) -> list[tuple[int, str]]:
    from jinja2 import nodes

    if isinstance(node, nodes.For):
        depth += 1
    reason = _reason(node, depth)
    faults = [(node.lineno, reason)] if reason else []
    for child in node.iter_child_nodes():
        if isinstance(node, nodes.For) and child is node.iter and _is_range(child):
            assert isinstance(child, nodes.Call)
            for argument in child.args:
                faults.extend(_faults(argument, depth))
        else:
            faults.extend(_faults(child, depth))
    return faults


def _is_range(node: "nodes.Node") -> bool:
    """`range(3)`, the one call there is, and only to go through it."""
    from jinja2 import nodes

    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name == "range"
        and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    )


def _reason(node: "nodes.Node", depth: int) -> str:
    from jinja2 import nodes

    from zidesk.services.documents.texts.filters import FILTERS

    match node:
        case nodes.Filter():
            return "" if node.name in FILTERS else "unknown"
        case nodes.Test():
            return "" if node.name in ("defined", "undefined", "none") else "forbidden"
        case nodes.Getattr():
            return "forbidden" if node.attr.startswith("_") else ""
        case nodes.Name():
            return "forbidden" if node.name.startswith("_") else ""
        case nodes.For():
            return "forbidden" if node.recursive or depth > _DEEPEST_LOOP else ""
        case (
            nodes.Template()
            | nodes.Output()
            | nodes.TemplateData()
            | nodes.Const()
            | nodes.Getitem()
            | nodes.If()
            | nodes.Compare()
            | nodes.Operand()
            | nodes.And()
            | nodes.Or()
            | nodes.Not()
            | nodes.CondExpr()
        ):
            return ""
    return "forbidden"
