"""Changes of evidence, each worked out on the desk: what it reads, what it refuses, what it writes."""

from collections.abc import Sequence
from dataclasses import replace

from zidesk.domain.errors import AlreadyAttached, OrderIncomplete
from zidesk.domain.instrument import Instrument
from zidesk.domain.plain_text import storable_text
from zidesk.services.changes.documents import check_expected, documents_of
from zidesk.services.changes.kinds import (
    AddUses,
    Done,
    EditUse,
    MoveUses,
    PlaceUses,
    PutBack,
    RemoveUses,
    ReorderUses,
    ReplaceFile,
    RestoreUses,
    SetFulfilment,
    ShareUses,
    UseChange,
)
from zidesk.services.changes.pen import Pen
from zidesk.storage.repositories.use_desk import UseDesk


def revise_uses(desk: UseDesk, instrument: Instrument, change: UseChange) -> Done:
    """Raises what `perform` names; the desk's transaction is then to be given up."""
    pen = Pen(desk)
    match change:
        case EditUse():
            _edit(pen, change)
        case ReorderUses():
            _reorder(pen, change)
        case AddUses(use_ids):
            _restore(pen, use_ids)
            codes = tuple(sorted({pen.desk.record(use_id).question_code for use_id in use_ids}))
            return Done(RemoveUses(use_ids, if_there=True), codes, use_ids, changed=bool(use_ids))
        case RemoveUses():
            _remove(pen, change)
        case RestoreUses():
            _restore(pen, change.use_ids)
        case MoveUses():
            _move(pen, instrument, change)
        case ShareUses():
            _share(pen, instrument, change)
        case PlaceUses():
            _place(pen, instrument, change)
        case ReplaceFile():
            _replace_file(pen, change)
        case SetFulfilment():
            _fulfil(pen, instrument, change)
        case PutBack():
            pen.put_back(change.pairs)
    return pen.done()


def _edit(pen: Pen, change: EditUse) -> None:
    pen.write(
        replace(
            pen.in_use(change.use_id),
            title=storable_text(change.title),
            number=storable_text(change.number),
            dated=change.dated,
            note=storable_text(change.note),
        )
    )


def _reorder(pen: Pen, change: ReorderUses) -> None:
    listed = {record.id: record for record in pen.desk.listed(change.code)}
    if sorted(change.use_ids) != sorted(listed):
        raise OrderIncomplete(change.code)
    if change.use_ids == tuple(listed):  # gaps in the positions alone are nothing to undo
        return
    for position, use_id in enumerate(change.use_ids, start=1):
        pen.write(replace(listed[use_id], position=position))


def _remove(pen: Pen, change: RemoveUses) -> None:
    for use_id in pen.there(change.use_ids) if change.if_there else change.use_ids:
        if not change.if_there or pen.desk.record(use_id).removed_at is None:
            pen.write(replace(pen.in_use(use_id), removed_at=pen.desk.now))


def _restore(pen: Pen, use_ids: Sequence[int]) -> None:
    for use_id in use_ids:
        record = pen.desk.record(use_id)
        if record.removed_at is not None:
            pen.write(replace(record, removed_at=None))


def _move(pen: Pen, instrument: Instrument, change: MoveUses) -> None:
    known = documents_of(instrument, change.code)
    for use_id in change.use_ids:
        record = pen.in_use(use_id)
        if record.question_code != change.code:
            position = pen.desk.last_position(change.code) + 1
            kept = record.fulfils & known
            pen.write(replace(record, question_code=change.code, position=position, fulfils=kept))


def _share(pen: Pen, instrument: Instrument, change: ShareUses) -> None:
    for code in change.codes:
        known = documents_of(instrument, code)
        for use_id in change.use_ids:
            record = pen.in_use(use_id)
            position = pen.desk.last_position(code) + 1
            kept = record.fulfils & known
            pen.add(replace(record, question_code=code, position=position, fulfils=kept, added_at=pen.desk.now))


def _place(pen: Pen, instrument: Instrument, change: PlaceUses) -> None:
    first, *others = change.codes
    _move(pen, instrument, MoveUses(change.use_ids, first))
    if change.document:
        for use_id in change.use_ids:
            _fulfil(pen, instrument, SetFulfilment(use_id, change.document, on=True))
    _share(pen, instrument, ShareUses(change.use_ids, tuple(others)))


def _replace_file(pen: Pen, change: ReplaceFile) -> None:
    former = pen.in_use(change.use_id)
    if pen.desk.holder(former.question_code, change.file.sha256) is not None:
        raise AlreadyAttached(former.title, former.question_code)
    pen.desk.keep_file(change.file)
    pen.write(replace(former, removed_at=pen.desk.now))
    name = storable_text(change.original_name)
    pen.add(replace(former, file_sha256=change.file.sha256, original_name=name, added_at=pen.desk.now))


def _fulfil(pen: Pen, instrument: Instrument, change: SetFulfilment) -> None:
    record = pen.in_use(change.use_id)
    check_expected(instrument, [record.question_code], change.document)
    one = {change.document}
    pen.write(replace(record, fulfils=record.fulfils | one if change.on else record.fulfils - one))
