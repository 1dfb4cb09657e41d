"""What a paper lacks is told in a sentence, for every fact any kind of paper asks for."""

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
