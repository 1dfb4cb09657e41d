"""A broken sheet is refused with node and reason, whatever is broken, and never with a crash."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zidesk.domain.errors import InstrumentInvalid
from zidesk.domain.instrument import AnswerType, Instrument
from zidesk.domain.profile import TARGETS
from zidesk.storage.instrument_loader import parse_instrument

Data = dict[str, Any]


UNREAD = {"source", "sumber", "data_dukung", "opsi_source", "mewakili", "petunjuk", "bobot_area_gabungan"}


def _without(node: Any, keys: set[str]) -> Any:
    if isinstance(node, dict):
        return {key: _without(value, keys) for key, value in node.items() if key not in keys}
    return [_without(item, keys) for item in node] if isinstance(node, list) else node


@pytest.fixture(scope="module")
def fresh(resources_root: Path) -> Callable[[], Data]:
    """The sheet in force as plain data, without what is not read or not needed; a new copy each time."""
    text = (resources_root / "instruments" / "permenpan-90-2021.json").read_text(encoding="utf-8")
    small = json.dumps(_without(json.loads(text), UNREAD))
    return lambda: json.loads(small)


@pytest.fixture
def sheet(fresh: Callable[[], Data]) -> Data:
    return fresh()


def refusal(data: Any) -> tuple[tuple[str, str], ...]:
    with pytest.raises(InstrumentInvalid) as caught:
        parse_instrument(json.dumps(data), "lembar.json")
    assert caught.value.name == "lembar.json"
    assert caught.value.faults
    assert all(reason for _, reason in caught.value.faults)
    return caught.value.faults


def sub_area(data: Data, group: int = 0, area: int = 0, index: int = 0) -> Data:
    return data["komponen"][0]["kelompok"][group]["area"][area]["sub_area"][index]


def question(data: Data, index: int = 0) -> Data:
    return sub_area(data)["pertanyaan"][index]


def ratio(data: Data) -> Data:
    """A.II.1.i.b, whose second input has a limit."""
    return sub_area(data, group=1)["pertanyaan"][1]


def test_a_sheet_may_leave_out_what_is_not_needed(sheet: Data, instrument: Instrument) -> None:
    for key in ("status", "peraturan", "open_questions", "catatan_pembaca", "penilaian", "instrumen"):
        del sheet[key]
    for key in ("judul_pendek", "petunjuk", "dokumen", "kata_kunci", "penjelasan", "label_tipe", "confidence"):
        question(sheet).pop(key, None)
    loaded = parse_instrument(json.dumps(sheet), "lembar-kami.json")
    assert (loaded.id, loaded.status, loaded.confirmed, loaded.open_questions) == ("lembar-kami", "", True, ())
    first = loaded.questions[0]
    assert first.short_title == first.text[:40]
    assert (first.documents, first.keywords, first.confidence) == ((), (), "high")
    others = zip(loaded.questions[1:], instrument.questions[1:], strict=True)
    assert all((a.code, a.options, a.inputs) == (b.code, b.options, b.inputs) for a, b in others)


def test_weights_that_do_not_add_up(sheet: Data) -> None:
    sub_area(sheet)["bobot"] = 0.51
    assert refusal(sheet) == (("A.I.1", "bobot 4, tetapi jumlah bobot di bawahnya 4,01"),)


def test_duplicate_codes(sheet: Data) -> None:
    question(sheet, 1)["kode"] = "A.I.1.i.a"
    assert refusal(sheet) == (("A.I.1.i.a", "kode butir dipakai lebih dari satu kali"),)


@pytest.mark.parametrize("options", [None, []])
def test_a_question_without_options(sheet: Data, options: object) -> None:
    question(sheet)["opsi"] = options
    [(code, reason)] = refusal(sheet)
    assert code == "A.I.1.i.a"
    assert "tidak dapat dijawab" in reason


def test_an_unknown_kind_of_answer(sheet: Data) -> None:
    question(sheet)["tipe_jawaban"] = "pilihan_9"
    assert refusal(sheet) == (("A.I.1.i.a", "tipe jawaban “pilihan_9” tidak dikenal"),)


def test_a_formula_with_an_unknown_name(sheet: Data) -> None:
    ratio(sheet)["rumus"]["skor"] = "min(1, terintegrasi / semua)"
    [(code, reason)] = refusal(sheet)
    assert code == "A.II.1.i.b"
    assert "semua" in reason


@pytest.mark.parametrize("formula", ["__import__('os')", "a.b", "1 +", "min(1)", True, [], {"a": 1}, "(" * 9999])
def test_what_is_not_a_formula(sheet: Data, formula: object) -> None:
    ratio(sheet)["rumus"]["skor"] = formula
    [(code, reason)] = refusal(sheet)
    assert code == "A.II.1.i.b"
    assert "rumus" in reason
    assert len(reason) < 200


@pytest.mark.parametrize("key", ["komponen", "judul"])
def test_missing_at_the_top(sheet: Data, key: str) -> None:
    del sheet[key]
    [(code, reason)] = refusal(sheet)
    assert (code, key in reason) == ("", True)


@pytest.mark.parametrize("key", ["kode", "nama", "bobot", "pertanyaan"])
def test_missing_in_a_node(sheet: Data, key: str) -> None:
    del sub_area(sheet)[key]
    [(code, reason)] = refusal(sheet)
    assert code == ("A.I.1" if key == "kode" else "A.I.1.i")
    assert key in reason


@pytest.mark.parametrize("key", ["kode", "teks", "tipe_jawaban"])
def test_missing_in_a_question(sheet: Data, key: str) -> None:
    del question(sheet)[key]
    [(code, reason)] = refusal(sheet)
    assert code == ("A.I.1.i" if key == "kode" else "A.I.1.i.a")
    assert key in reason


@pytest.mark.parametrize("key", ["pilihan", "teks", "skor"])
def test_missing_in_an_option(sheet: Data, key: str) -> None:
    del question(sheet)["opsi"][0][key]
    [(code, reason)] = refusal(sheet)
    assert (code, key in reason) == ("A.I.1.i.a", True)


@pytest.mark.parametrize("weight", [True, False, None, "0.5", [], {}, float("nan"), float("inf"), float("-inf")])
def test_weights_that_are_no_number(sheet: Data, weight: object) -> None:
    sub_area(sheet)["bobot"] = weight
    assert refusal(sheet) == (("A.I.1.i", "“bobot” bukan angka"),)


@pytest.mark.parametrize("weight", [10**13, -(10**13), 10**40, 1e13, 1e300, 1e-300, 0.5 + 1e-14])
def test_weights_out_of_reach(sheet: Data, weight: float) -> None:
    sub_area(sheet)["bobot"] = weight
    assert refusal(sheet) == (("A.I.1.i", "“bobot” di luar jangkauan"),)


def test_a_number_with_a_million_digits(sheet: Data) -> None:
    text = json.dumps(sheet).replace('"bobot": 0.5', '"bobot": 0.5' + "0" * 1_000_000 + "1", 1)
    with pytest.raises(InstrumentInvalid) as caught:
        parse_instrument(text, "lembar.json")
    assert caught.value.faults == (("A.I.1.i", "“bobot” di luar jangkauan"),)


@pytest.mark.parametrize("value", [5, True, "teks", {"a": 1}, [1], [None], [["a"]]])
@pytest.mark.parametrize(
    "key", ["open_questions", "catatan_pembaca", "kolom_lembar_resmi", "kata_kunci", "dokumen", "opsi", "input"]
)
def test_lists_of_the_wrong_kind(sheet: Data, key: str, value: object) -> None:
    holder = {"open_questions": sheet, "catatan_pembaca": sheet, "kolom_lembar_resmi": sheet["penilaian"]}.get(
        key, question(sheet)
    )
    holder[key] = value
    [(code, _)] = refusal(sheet)
    assert code == ("A.I.1.i.a" if holder is question(sheet) else "")


@pytest.mark.parametrize(
    ("place", "key", "value"),
    [
        ("question", "huruf", 5),
        ("question", "penjelasan", ["a"]),
        ("question", "petunjuk", True),
        ("question", "catatan", {}),
        ("question", "teks", "  "),
        ("question", "teks", "rusak \ud800"),
        ("question", "kata_kunci", ["rusak \udfff"]),
        ("document", "jenis", 1),
        ("document", "berkala", ["bulanan"]),
        ("document", "nama", None),
        ("sub_area", "nomor", ["i"]),
        ("sub_area", "nomor", True),
        ("sub_area", "nomor", 1.5),
        ("sub_area", "nama", 7),
        ("input", "kunci", 1),
        ("input", "min", None),
        ("input", "maks", "4"),
        ("input", "tipe", "bilangan_cacag"),
        ("input", "tidak_melebihi", "perubahan ** 2"),
        ("ratio", "rumus", "perubahan"),
        ("ratio", "input", None),
        ("top", "penilaian", "teks"),
        ("top", "ambang", []),
        ("top", "ambang", None),
        ("top", "status", 1),
        ("limits", "WBK", [1]),
        ("limits", "WBK", "75"),
        ("limits", "WBBM", {"total": 75}),
        ("limits", "WBBM", {"total": {"minimal": True}}),
        ("limits", "WBBM", {"B.I": {"teks": "tanpa angka"}}),
        ("limits", "WBBM", {"C.I": {"minimal": 1}}),
    ],
)  # fmt: skip
def test_fields_of_the_wrong_kind(sheet: Data, place: str, key: str, value: object) -> None:
    places = {
        "top": sheet,
        "limits": sheet["ambang"],
        "sub_area": sub_area(sheet),
        "question": question(sheet),
        "document": question(sheet)["dokumen"][0],
        "ratio": ratio(sheet),
        "input": ratio(sheet)["input"][1],
    }
    places[place][key] = value
    [(code, reason)] = refusal(sheet)
    starts = {"top": ("", "ambang"), "limits": ("ambang.",), "sub_area": ("A.I.1",)}
    assert code.startswith(starts.get(place, ("A.I.1.i.a", "A.II.1.i.b")))
    assert reason


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.just("total")
    | st.just("A"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)
Spot = tuple[Any, ...]  # keys and indices from the top


def _spots(node: Any, above: Spot = ()) -> list[Spot]:
    """Every place of the tree."""
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [spot for key, value in pairs for spot in ((*above, key), *_spots(value, (*above, key)))]


@pytest.fixture(scope="module")
def spots(fresh: Callable[[], Data]) -> tuple[str, dict[str, list[Spot]]]:
    """The sheet, and its places by key: rare keys shall be hit as often as others."""
    sheet = fresh()
    by_key: dict[str, list[Spot]] = {}
    for spot in _spots(sheet):
        by_key.setdefault(spot[-1] if isinstance(spot[-1], str) else f"{spot[-2]}[]", []).append(spot)
    return json.dumps(sheet), by_key


@settings(max_examples=150)
@given(data=st.data(), chance=st.randoms(use_true_random=True))
def test_a_value_replaced_by_anything_is_read_or_refused(
    spots: tuple[str, dict[str, list[Spot]]], data: st.DataObject, chance: Any
) -> None:
    text, by_key = spots
    sheet = holder = json.loads(text)
    *above, last = chance.choice(by_key[data.draw(st.sampled_from(sorted(by_key)))])
    for key in above:
        holder = holder[key]
    holder[last] = data.draw(JSON)
    try:
        loaded = parse_instrument(json.dumps(sheet), "lembar.json")
    except InstrumentInvalid as fault:
        assert all(isinstance(part, str) for pair in fault.faults for part in pair)
        return
    assert loaded.weight == 100
    assert set(loaded.thresholds) == set(TARGETS)
    for one in loaded.questions:
        assert one.options if one.answer_type in (AnswerType.YES_NO, AnswerType.CHOICE) else one.formula


@settings(max_examples=200)
@given(st.one_of(JSON.map(json.dumps), st.text(max_size=40)))
def test_any_text_at_all_is_refused(text: str) -> None:
    with pytest.raises(InstrumentInvalid):
        parse_instrument(text, "lembar.json")
