"""The tables of actions in the forms that were chosen, each on pages lying on their side."""

from collections.abc import Iterator

from zidesk.services.documents.letters.kind import PaperFacts
from zidesk.services.documents.model.blocks import Heading
from zidesk.services.documents.model.document import Block
from zidesk.services.documents.work_plan.forms import chosen_forms
from zidesk.services.documents.work_plan.texts import text_above


def action_blocks(facts: PaperFacts) -> Iterator[Block]:
    """Raises TemplateFaulty, UnknownScope."""
    for form in chosen_forms(facts):
        yield Heading(2, form.heading)
        yield from text_above(facts, form.text)
        if not facts.plan_rows:
            yield from text_above(facts, "rencana_kosong")
        yield form.table(facts)
