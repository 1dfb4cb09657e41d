"""Links to files, as PDF objects."""

from zidesk.services.documents.drawing.links import file_link

_RECT = (1, 2, 3, 4)


def test_a_pdf_is_opened_in_the_viewer() -> None:
    link = file_link("data/a/Notula (2).pdf", _RECT)
    assert rb"/S /GoToR /F (data/a/Notula \(2\).pdf)" in link
    assert b"/Rect [ 1.00 2.00 3.00 4.00 ]" in link


def test_other_files_are_relative_percent_encoded_addresses() -> None:
    link = file_link("data/A.I Pemenuhan/foto é#1.JPG", _RECT)
    assert b"/S /URI /URI (data/A.I%20Pemenuhan/foto%20%C3%A9%231.JPG)" in link


def test_names_beyond_ascii_are_given_in_both_encodings() -> None:
    link = file_link("data/é.PDF", _RECT)
    assert b"/UF <FEFF" + "data/é.PDF".encode("utf-16-be").hex().upper().encode() + b">" in link
    assert b"/F (" + "data/é.PDF".encode() + b")" in link


def test_a_backslash_cannot_end_the_string() -> None:
    assert rb"(a\\.pdf)" in file_link("a\\.pdf", _RECT)
