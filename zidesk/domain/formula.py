"""Formulas of the sheet ("min(1, perubahan / agen)"): parsed once, evaluated exactly with fractions.

A formula knows numbers, names, + - * /, brackets, min and max, and nothing else: text from a sheet that
came from outside is never executed. The same tree can be written as a spreadsheet formula.
"""

import ast
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

_FUNCTIONS: Mapping[str, Callable[..., Fraction]] = {"min": min, "max": max}
_SIGNS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_MAX_DEPTH = 50  # levels of the tree; deeper ones would exhaust the stack of whoever walks it


class FormulaError(ValueError):
    """The text is not a formula of the sheet; the argument says which part is not understood."""


@dataclass(frozen=True)
class Formula:
    """A checked formula over named numbers."""

    text: str

    def __post_init__(self) -> None:
        try:
            _check(self._tree, _MAX_DEPTH)
        except RecursionError as fault:  # what is refused may be too deep to be named
            raise FormulaError(self.text) from fault

    @cached_property
    def _tree(self) -> ast.expr:
        try:
            return ast.parse(self.text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
            raise FormulaError(self.text) from fault

    @cached_property
    def names(self) -> frozenset[str]:
        """The inputs the formula needs."""
        names = {node.id for node in ast.walk(self._tree) if isinstance(node, ast.Name)}
        return frozenset(names - set(_FUNCTIONS))

    @cached_property
    def divisors(self) -> tuple["Formula", ...]:
        """What the formula divides by, as formulas: any of them being zero leaves it without a value."""
        return tuple(
            Formula(ast.unparse(node.right))
            for node in ast.walk(self._tree)
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        )

    def evaluate(self, values: Mapping[str, Fraction]) -> Fraction:
        """The exact value. Raises ZeroDivisionError for a zero denominator, KeyError for a missing name."""
        return _evaluate(self._tree, values)

    def as_spreadsheet(self, cells: Mapping[str, str]) -> str:
        """The formula in a spreadsheet's English syntax, without the leading "=", names replaced by cells."""
        return _spreadsheet(self._tree, cells)


def _check(node: ast.expr, depth: int) -> None:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            if isinstance(number, float) and not math.isfinite(number):
                raise FormulaError(ast.unparse(node))
        case ast.Name(id=name) if name not in _FUNCTIONS:
            return
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _SIGNS and depth:
            _check(left, depth - 1)
            _check(right, depth - 1)
        case ast.UnaryOp(op=ast.USub(), operand=operand) if depth:
            _check(operand, depth - 1)
        case ast.Call(func=ast.Name(id=name), args=[_, _, *_] as args, keywords=[]) if (
            name in _FUNCTIONS and depth
        ):
            for arg in args:
                _check(arg, depth - 1)
        case _:
            raise FormulaError(ast.unparse(node))


def _evaluate(node: ast.expr, values: Mapping[str, Fraction]) -> Fraction:
    match node:
        case ast.Constant(value=value):
            return Fraction(str(value))
        case ast.Name(id=name):
            return values[name]
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _evaluate(left, values), _evaluate(right, values)
            match op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case _:
                    return a / b
        case ast.UnaryOp(operand=operand):
            return -_evaluate(operand, values)
        case ast.Call(func=ast.Name(id=name), args=args):
            return _FUNCTIONS[name](*(_evaluate(arg, values) for arg in args))
    raise FormulaError(ast.unparse(node))  # cannot happen: checked when made


def _spreadsheet(node: ast.expr, cells: Mapping[str, str]) -> str:
    match node:
        case ast.Constant(value=value):
            return str(value)
        case ast.Name(id=name):
            return cells[name]
        case ast.BinOp(left=left, op=op, right=right):
            return f"({_spreadsheet(left, cells)}{_SIGNS[type(op)]}{_spreadsheet(right, cells)})"
        case ast.UnaryOp(operand=operand):
            return f"(-{_spreadsheet(operand, cells)})"
        case ast.Call(func=ast.Name(id=name), args=args):
            return f"{name.upper()}({','.join(_spreadsheet(arg, cells) for arg in args)})"
    raise FormulaError(ast.unparse(node))  # cannot happen: checked when made
