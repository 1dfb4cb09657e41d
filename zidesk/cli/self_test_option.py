"""`zidesk --self-test`: for installers and CI, so no user meets it in the help."""

import click

from zidesk.cli.context import Session
from zidesk.cli.output import say


def run_self_test(context: click.Context, _option: click.Parameter, asked: bool) -> None:
    """One line for each part; ends the call with 0 when all work, else with 1."""
    if not asked:
        return
    # the heavy libraries are all loaded by it
    from zidesk.services.self_test.running import self_test
    from zidesk.services.self_test.words import line_of

    session = context.find_object(Session)
    assert session is not None
    works = True
    for result in self_test(session.resources):
        say(line_of(result))
        works = works and result.works
    context.exit(0 if works else 1)
