"""Templates in their sandbox: what they may do, and how the rest is stopped, with its line."""

import time
from typing import Any

import pytest

from zidesk.domain.errors import TemplateFaulty
from zidesk.services.documents.texts import filling
from zidesk.services.documents.texts.checking import TemplateFault, check_template
from zidesk.services.documents.texts.filling import fill
from zidesk.services.documents.texts.markup import blocks_of

_FACTS: dict[str, Any] = {
    "nama": "Budi",
    "kosong": "",
    "orang": {"nip": "196511121990022002", "items": "isi sendiri"},
    "tim": [{"nama": "Ani"}, {"nama": "Edi"}],
    "banyak": list(range(500)),
    "jumlah": 1250,
    "tanggal": "2026-01-19",
}


def _filled(text: str) -> str:
    return fill("uji", text, _FACTS).replace("\u2060", "")


def test_facts_are_filled_in() -> None:
    assert _filled("Yth. {{ nama }}, {{ tanggal|tanggal }}") == "Yth. Budi, 19 Januari 2026"
    assert _filled("{{ orang.nip|nip }}") == "19651112 199002 2 002"
    assert _filled("{{ jumlah|angka }} ({{ jumlah|terbilang }})") == "1.250 (seribu dua ratus lima puluh)"
    assert _filled("{% for a in tim %}{{ loop.index }} {{ a.nama }};{% endfor %}") == "1 Ani;2 Edi;"
    assert _filled("{{ tim[0].nama }} {{ orang.items }}") == "Ani isi sendiri"
    assert _filled("{% if kosong %}a{% elif jumlah > 3 %}b{% endif %}") == "b"
    assert _filled("{% for n in range(3) %}{{ n }}{% endfor %}") == "012"
    assert _filled("{{ kosong|bawaan('–') }}") == "–"


def test_empty_facts_are_dotted_lines() -> None:
    assert "....." in _filled("Nomor {{ kosong }}")
    assert "....." in _filled("{{ kosong|tanggal }}")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a\nb {{ tidak_ada }}", 2, "unknown"),
        ("a\n\n{{ orang.alamat }}", 3, "unknown"),
        ("{{ nama|hapus }}", 1, "unknown"),
        ("a\n{% for x in %}", 2, "syntax"),
        ("a\n{{ nama", 2, "syntax"),
        ("\n\n{{ nama.__class__ }}", 3, "forbidden"),
        ("{{ nama['__class__'] }}", 1, "unknown"),
        ("{{ nama.upper }}", 1, "unknown"),
        ("{{ nama.upper() }}", 1, "forbidden"),
        ("\n{{ ''.__class__.__mro__ }}", 2, "forbidden"),
        ("a\n{{ 'x' * 999999999 }}", 2, "forbidden"),
        ("{{ 9 ** 9 ** 9 ** 9 }}", 1, "forbidden"),
        ("{{ nama ~ nama }}", 1, "forbidden"),
        ("a\n{% set b = nama %}", 2, "forbidden"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "forbidden"),
        ("{% include 'x' %}", 1, "forbidden"),
        ("{% for a in tim recursive %}{{ loop(tim) }}{% endfor %}", 1, "forbidden"),
        ("{{ range(3) }}", 1, "forbidden"),
        ("{{ " + "(" * 4000 + "1" + ")" * 4000 + " }}", 1, "forbidden"),
        ("a\n{{ nama|tanggal }}", 2, "value"),
        ("{{ nama|angka }}", 1, "value"),
        ("{{ tim }}", 1, "value"),
        ("{{ orang }}", 1, "value"),
        ("a\n{% for x in range(99999999999) %}y{% endfor %}", 2, "endless"),
        ("{% for a in banyak %}\n{% for b in banyak %}{% endfor %}\n{% endfor %}", 2, "endless"),
        ("{% for a in banyak %}" + "panjang " * 200 + "{% endfor %}", 1, "output"),
        ("x" * 100_001, 1, "size"),
    ],
)
def test_faults_are_told_with_their_line(text: str, line: int, reason: str) -> None:
    started = time.monotonic()
    assert check_template(text, _FACTS) == TemplateFault(line, reason)
    assert time.monotonic() - started < 3
    with pytest.raises(TemplateFaulty) as caught:
        fill("sk-tim/menimbang", text, _FACTS)
    assert (caught.value.key, caught.value.line, caught.value.reason) == ("sk-tim/menimbang", line, reason)


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MOST_SECONDS", -1.0)
    fault = check_template("a\n{% for x in tim %}{% endfor %}", _FACTS)
    assert fault is not None
    assert fault.reason == "endless"


def test_a_good_text_has_no_fault() -> None:
    assert check_template("Yth. {{ nama }}", _FACTS) is None


@pytest.mark.parametrize("name", ["# Judul", "- butir", "a :: b", "**tebal** *x*", "1. satu", "= tengah", "---"])
def test_what_a_fact_holds_is_never_markup(name: str) -> None:
    (block,) = blocks_of(fill("uji", "{{ nama }}", {"nama": name}))
    (other,) = blocks_of("Kata biasa")
    assert type(block) is type(other)
    assert str(block.text).replace("\u2060", "") == name  # type: ignore[union-attr]
