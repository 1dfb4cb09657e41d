"""Each change has a name a user understands."""

from pathlib import Path
from typing import get_args

import pytest

from zidesk.domain.evidence import INBOX, Inspection, StoredFile
from zidesk.domain.instrument import Instrument
from zidesk.domain.profile import Profile, School
from zidesk.services.changes import kinds
from zidesk.storage.instrument_loader import load_instrument
from zidesk.ui.change_words import change_words

A, B = "A.I.1.i.a", "A.I.1.ii.b"
FILE = StoredFile("0" * 64, 1, Inspection())
CASES: list[tuple[kinds.Change, tuple[str, ...], str]] = [
    (kinds.SetAnswer(A, text="A"), (A,), "jawaban 1.i.a"),
    (kinds.SetAnswer(A, text="", note=""), (A,), "jawaban 1.i.a"),
    (kinds.SetAnswer(A, note="ada"), (A,), "catatan 1.i.a"),
    (kinds.ReplaceProfile(Profile(School("SMA"), year=2026)), (), "data sekolah"),
    (kinds.EditUse(1, "Notula"), (A,), "keterangan bukti 1.i.a"),
    (kinds.ReorderUses(A, (2, 1)), (A,), "urutan bukti 1.i.a"),
    (kinds.AddUses((1, 2, 3)), (A,), "penambahan 3 bukti 1.i.a"),
    (kinds.RemoveUses((1,)), (B,), "pembuangan bukti 1.ii.b"),
    (kinds.RestoreUses((1, 2)), (A, B), "pengembalian 2 bukti dari tempat sampah"),
    (kinds.MoveUses((1, 2, 3), B), (A, B), "pemindahan 3 bukti ke 1.ii.b"),
    (kinds.MoveUses((1,), INBOX), (A, INBOX), "pemindahan bukti ke kotak masuk"),
    (kinds.ShareUses((1,), (A, B)), (A, B), "pemakaian bukti untuk 1.i.a dan 1.ii.b"),
    (kinds.ShareUses((1,), (A, B, "A.I.1.i.b")), (), "pemakaian bukti untuk 3 butir"),
    (kinds.PlaceUses((1, 2), (A, B), "Notula"), (), "penempatan 2 bukti di 1.i.a dan 1.ii.b"),
    (kinds.ReplaceFile(1, FILE, "a.pdf"), (A,), "penggantian berkas bukti 1.i.a"),
    (kinds.SetFulfilment(1, "Notula", True), (A,), "tanda dokumen yang diminta 1.i.a"),
    (kinds.PutBack(()), (), "perubahan bukti"),
    (kinds.DecidePersonal(("0" * 64,), True), (A,), "tanda data pribadi bukti 1.i.a"),
    (
        kinds.DecidePersonal(("0" * 64, "1" * 64), False),
        (A, INBOX),
        "tanda data pribadi 2 bukti 1.i.a dan kotak masuk",
    ),
    (kinds.PutBackDecisions((("0" * 64, None),)), (), "tanda data pribadi bukti"),
    (kinds.SetRedactions("0" * 64, ()), (A,), "penutupan bagian bukti 1.i.a"),
]


@pytest.fixture(scope="module")
def instrument(resources_root: Path) -> Instrument:
    return load_instrument(resources_root / "instruments" / "permenpan-90-2021.json")


@pytest.mark.parametrize(("change", "touched", "words"), CASES, ids=[words for *_, words in CASES])
def test_its_name(instrument: Instrument, change: kinds.Change, touched: tuple[str, ...], words: str) -> None:
    assert change_words(change, instrument, touched) == words


def test_no_kind_of_change_is_forgotten() -> None:
    assert {type(change) for change, *_ in CASES} == set(get_args(kinds.Change))
