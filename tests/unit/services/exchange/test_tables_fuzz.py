"""Whatever a table or a profile holds, it is read or refused by name."""

from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zidesk.domain.errors import ZideskError
from zidesk.services.exchange import read_answer_table
from zidesk.services.exchange.plan_table import read_plan_table
from zidesk.services.exchange.safe_cells import guarded, unguarded
from zidesk.services.exchange.staff_table import read_staff_table
from zidesk.storage.profile_file import read_profile
from zidesk.storage.settings import SettingsFile

_fuzz = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
_HEADINGS = ("kode", "jawaban", "catatan", "rencana_aksi", "waktu", "Mar 1", "nama", "nip", "peran", "target")
_cell = st.one_of(st.sampled_from([*_HEADINGS, "A.I.1.i.a", "Ya", "=1", "1e999", "٣", '"', "'", "\0"]), st.text())
_table = st.builds(
    lambda rows, delimiter, end: end.join(delimiter.join(row) for row in rows),
    st.lists(st.lists(_cell, max_size=8), max_size=8),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n", "\r", ""]),
)
_encoding = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "utf-32"])


@_fuzz
@given(text=_table, encoding=_encoding, start=st.sampled_from(["", "kode,jawaban\n", "nama;nip\n", "sep=;\n"]))
def test_any_table(tmp_path: Path, text: str, encoding: str, start: str) -> None:
    path = tmp_path / "tabel.csv"
    path.write_bytes((start + text).encode(encoding, "replace"))
    for read in (read_answer_table, read_plan_table, read_staff_table):
        with suppress(ZideskError):
            assert read(path)


_value = st.recursive(
    st.one_of(st.integers(), st.floats(), st.booleans(), st.text().map(repr), st.just("2026-01-01"), st.just("[")),
    lambda inner: st.lists(inner, max_size=3),
)


@_fuzz
@given(
    section=st.one_of(st.sampled_from(["sekolah", "penilaian", "kepala", "a.b", "[x]"]), st.text(max_size=5)),
    key=st.one_of(st.sampled_from(["nama", "npsn", "tahun", "target", "logo", "sudah_wbk"]), st.text(max_size=5)),
    value=_value,
)
def test_any_profile(tmp_path: Path, section: str, key: str, value: object) -> None:
    path = tmp_path / "profil.toml"
    path.write_bytes(f"[{section}]\n{key} = {value}\n".encode("utf-8", "surrogatepass"))
    with suppress(ZideskError):
        read_profile(path)


@_fuzz
@given(st.one_of(st.binary(max_size=300), st.text('[]{}",:0truefalsn\\u ', max_size=200).map(str.encode)))
def test_any_settings_file_gives_settings(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "setelan.json"
    path.write_bytes(content)
    assert SettingsFile(path).load().text_scale == 100


@given(st.one_of(st.text(), st.text("=+-@\t\r'a", max_size=6)))
def test_no_cell_of_a_csv_begins_like_a_formula_and_each_comes_back(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text
