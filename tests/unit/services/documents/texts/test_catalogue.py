"""The program's texts, and the school's own in their place."""

from pathlib import Path

import pytest

from zidesk.domain.errors import TemplateUnknown
from zidesk.services.documents.texts.catalogue import TextCatalogue


def test_the_school_s_own_text_is_used_and_the_default_kept(resources_root: Path) -> None:
    plain = TextCatalogue(resources_root / "letters")
    own = TextCatalogue(resources_root / "letters", {"undangan/penutup": "Terima kasih.", "asing/x": "y"})
    assert own.text("undangan/penutup") == "Terima kasih."
    assert own.default("undangan/penutup") == plain.text("undangan/penutup") != "Terima kasih."
    assert own.changed("undangan/penutup")
    assert not own.changed("undangan/pembuka")
    assert "asing/x" not in own.keys
    assert own.keys == plain.keys


@pytest.mark.parametrize("key", ["asing/x", "../README", "undangan", ""])
def test_only_known_texts_are_read(resources_root: Path, key: str) -> None:
    with pytest.raises(TemplateUnknown):
        TextCatalogue(resources_root / "letters", {key: "z"}).text(key)
