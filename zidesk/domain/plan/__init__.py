"""The work plan (rencana aksi): its rows, the weeks they take, and what is late. Standard library only."""

from zidesk.domain.plan.action_plan import PLAN_ROWS, ActionPlan, PlanArea, PlanSummary, submission_date
from zidesk.domain.plan.checking import checked_row
from zidesk.domain.plan.row import (
    ITEMS,
    TEXT_CHARACTERS,
    PlanRow,
    PlanState,
    join_items,
    parse_percent,
    parse_state,
    split_items,
)
from zidesk.domain.plan.scope import resolve_scope, scope_name
from zidesk.domain.plan.week_text import MONTHS_SHORT, format_weeks, month_number, parse_weeks
from zidesk.domain.plan.weeks import Week, last_day, month_weeks, week_of, week_span

__all__ = [
    "ITEMS",
    "MONTHS_SHORT",
    "PLAN_ROWS",
    "TEXT_CHARACTERS",
    "ActionPlan",
    "PlanArea",
    "PlanRow",
    "PlanState",
    "PlanSummary",
    "Week",
    "checked_row",
    "format_weeks",
    "join_items",
    "last_day",
    "month_number",
    "month_weeks",
    "parse_percent",
    "parse_state",
    "parse_weeks",
    "resolve_scope",
    "scope_name",
    "split_items",
    "submission_date",
    "week_of",
    "week_span",
]
