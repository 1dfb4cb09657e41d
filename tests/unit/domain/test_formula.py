"""Formulas: exact values, and nothing from outside is ever executed."""

import ast
import operator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zidesk.domain.formula import Formula, FormulaError
from zidesk.domain.instrument import Instrument

NAMES = ("a", "b", "c")
fractions = st.fractions(min_value=-50, max_value=50, max_denominator=20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", 1),
        ("0.67", Fraction(67, 100)),
        ("a + b * c", 3 + 4 * 5),
        ("(a + b) * c", 35),
        ("-a - -b", 1),
        ("a / b", Fraction(3, 4)),
        ("min(1, b / a)", 1),
        ("max(0, min(1, (a - b) / a))", 0),
        ("min(a, b, c)", 3),
        ("  a  ", 3),
        ("9" * 400, 10**400 - 1),
    ],
)
def test_value(text: str, expected: Fraction | int) -> None:
    values = {"a": Fraction(3), "b": Fraction(4), "c": Fraction(5)}
    assert Formula(text).evaluate(values) == expected


@st.composite
def expressions(draw: st.DrawFn, depth: int = 4) -> tuple[str, "object"]:
    """A formula's text and the same thing as a Python function of three fractions."""
    if depth == 0 or draw(st.booleans()):
        if draw(st.booleans()):
            index = draw(st.integers(0, 2))
            return NAMES[index], lambda values: values[NAMES[index]]
        number = draw(st.integers(0, 99))
        return f"{number}.5", lambda _values: Fraction(2 * number + 1, 2)
    sign, function = draw(
        st.sampled_from(
            [
                ("+", operator.add),
                ("-", operator.sub),
                ("*", operator.mul),
                ("/", operator.truediv),
                ("min", min),
                ("max", max),
                ("neg", None),
            ]
        )
    )
    left, of_left = draw(expressions(depth - 1))
    right, of_right = draw(expressions(depth - 1))
    if function is None:
        return f"(-{left})", lambda values: -of_left(values)
    text = f"{sign}({left}, {right})" if sign in ("min", "max") else f"({left} {sign} {right})"
    return text, lambda values: function(of_left(values), of_right(values))


@given(expressions(), st.tuples(fractions, fractions, fractions))
def test_value_is_that_of_python_fractions(made: tuple[str, object], given_values: tuple[Fraction, ...]) -> None:
    text, expected = made
    values = dict(zip(NAMES, given_values, strict=True))
    formula = Formula(text)
    try:
        wanted = expected(values)  # type: ignore[operator]
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            formula.evaluate(values)
    else:
        assert formula.evaluate(values) == wanted


@given(expressions(), st.tuples(fractions, fractions, fractions))
def test_spreadsheet_text_means_the_same(made: tuple[str, object], given_values: tuple[Fraction, ...]) -> None:
    values = dict(zip(NAMES, given_values, strict=True))
    formula = Formula(made[0])
    written = formula.as_spreadsheet({"a": "a", "b": "b", "c": "c"})
    again = Formula(written.replace("MIN", "min").replace("MAX", "max"))
    try:
        wanted = formula.evaluate(values)
    except ZeroDivisionError:
        with pytest.raises(ZeroDivisionError):
            again.evaluate(values)
    else:
        assert again.evaluate(values) == wanted


def test_names_and_divisors() -> None:
    formula = Formula("min(1, sudah / (kepala + wajib)) + sudah / lain")
    assert formula.names == {"sudah", "kepala", "wajib", "lain"}
    assert {divisor.text for divisor in formula.divisors} == {"kepala + wajib", "lain"}
    assert Formula("a * 2").divisors == ()


def test_as_spreadsheet() -> None:
    formula = Formula("max(0, min(1, (lalu - kini) / lalu)) * -0.5")
    assert formula.as_spreadsheet({"lalu": "C5", "kini": "C6"}) == "(MAX(0,MIN(1,((C5-C6)/C5)))*(-0.5))"


def test_missing_value_and_zero_denominator() -> None:
    with pytest.raises(KeyError):
        Formula("a / b").evaluate({"a": Fraction(1)})
    with pytest.raises(ZeroDivisionError):
        Formula("a / b").evaluate({"a": Fraction(1), "b": Fraction(0)})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "a.b",
        "a.__class__.__mro__",
        "().__class__",
        "__import__('os').system('true')",
        "open('x')",
        "print(1)",
        "eval('1')",
        "min.__self__",
        "min",
        "max + 1",
        "min()",
        "min(1)",
        "min(*a)",
        "min(1, 2, key=a)",
        "abs(1)",
        "a(1, 2)",
        "lambda: 1",
        "lambda a: a",
        "[a]",
        "(a, b)",
        "{a}",
        "{a: b}",
        "[a for a in b]",
        "a[0]",
        "a if b else c",
        "a and b",
        "not a",
        "+a",
        "~a",
        "a < b",
        "a == b",
        "a // b",
        "a % b",
        "a ** b",
        "9 ** 9 ** 9",
        "1 << 9999999",
        "a | b",
        "a @ b",
        "(a := 1)",
        "'a'",
        "'a' * 9",
        "f'{a}'",
        "b'a'",
        "True",
        "None",
        "...",
        "1j",
        "1e999",
        "-1e999",
        "1e308 * 1e308 * 1e309",
        "nan and inf",
        "a b",
        "a = 1",
        "a; b",
        "import os",
        "1 +",
        "a\0b",
        "\ud800",
        "await a",
        "yield",
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        Formula(text)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000 + "1" + ")" * 10_000,
        "-" * 10_000 + "1",
        "-" * 600 + "1",
        "+".join(["a"] * 400),
        "+".join(["1"] * 10_000),
        "min(1, " * 5_000 + "1" + ")" * 5_000,
        "a." * 5_000 + "a",
        "lambda: " * 900 + "1",
        "not " * 900 + "a",
        "9" * 10_000,
    ],
    ids=lambda text: f"{text[:8]}… {len(text)}",
)
def test_monstrous_texts_are_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        Formula(text)


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_refused(text: str) -> None:
    try:
        formula = Formula(text)
    except FormulaError:
        return
    allowed = (ast.Constant, ast.Name, ast.BinOp, ast.UnaryOp, ast.Call, ast.operator, ast.unaryop, ast.Load)
    tree = ast.parse(text.strip(), mode="eval").body
    assert all(isinstance(node, allowed) for node in ast.walk(tree))
    assert isinstance(formula.evaluate(dict.fromkeys(formula.names, Fraction(1))), Fraction)


def test_formulas_of_the_shipped_sheets_can_be_used_everywhere(
    instrument: Instrument, older_instrument: Instrument
) -> None:
    formulas = [
        question.formula
        for sheet in (instrument, older_instrument)
        for question in sheet.questions
        if question.formula is not None
    ]
    assert len(formulas) == 13
    for formula in formulas:
        assert isinstance(formula.evaluate(dict.fromkeys(formula.names, Fraction(2))), Fraction)
        assert formula.as_spreadsheet(dict.fromkeys(formula.names, "A1"))
        assert formula.divisors
