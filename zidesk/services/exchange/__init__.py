"""Tables of people: answers, plan and staff in, the plan out (CSV, XLSX).

Imports domain and storage; the libraries for spreadsheets are loaded when one is read or written.
"""

from zidesk.services.exchange.answer_check import ParsedRow, check_answer_rows
from zidesk.services.exchange.answer_table import AnswerRow, read_answer_table

__all__ = ["AnswerRow", "ParsedRow", "check_answer_rows", "read_answer_table"]
