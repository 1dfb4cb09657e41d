"""What a paper lacks is told in a sentence, for every fact any kind of paper asks for."""

from zidesk.domain.errors import FieldRejected
from zidesk.messages import explain
from zidesk.messages.documents import missing_words
from zidesk.services.documents.letters.registry import LETTERS


def test_every_need_has_words() -> None:
    assert missing_words("kepala.nip", {}) == "NIP kepala sekolah belum diisi"
    for kind in LETTERS:
        labels = {item.key: item.label for item in kind.fields}
        needs = (*kind.needs, *(f"isian.{key}" for key in labels))
        for need in needs:
            words = missing_words(need, labels)
            assert words[0].isupper()
            assert "." not in words.replace("..", "")
            assert "_" not in words


def test_the_plan_is_named_in_words() -> None:
    assert missing_words("rencana_aksi", {}) == "Rencana aksi masih kosong"
    assert missing_words("rencana_aksi.data_dukung", {}) == "Kolom data dukung pada rencana aksi belum lengkap"
    label = {"periode": "Periode (bulan, triwulan, atau semester)"}
    assert missing_words("isian.periode", label) == "Periode belum diisi"


def test_no_choice_of_those_offered() -> None:
    message = explain(FieldRejected("Bentuk tabel rencana aksi", "bulat", "choice"))
    assert "bukan salah satu pilihannya" in message.happened
