"""Answers in from tables that people filled in (CSV, XLSX).

Imports domain and storage; the library that opens spreadsheets is loaded when one is read.
"""

from zidesk.services.exchange.answer_check import ParsedRow, check_answer_rows
from zidesk.services.exchange.answer_table import AnswerRow, read_answer_table

__all__ = ["AnswerRow", "ParsedRow", "check_answer_rows", "read_answer_table"]
