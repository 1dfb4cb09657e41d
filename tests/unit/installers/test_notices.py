"""Nothing is shipped without its licence."""

from pathlib import Path


def _listed(repository: Path) -> dict[str, str]:
    from notices import LIST

    lines = (repository / LIST).read_text(encoding="utf-8").splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return dict(rows[1:])


def test_the_list_names_all_that_goes_along_and_nothing_else(repository: Path) -> None:
    from notices import ONLY_ON_WINDOWS, needed_libraries, notices_list

    listed = _listed(repository)
    libraries = {name for name in listed if name == name.lower() and "(" not in name}
    assert libraries == needed_libraries() | set(ONLY_ON_WINDOWS), "python installers/notices.py"
    assert all(listed.values())
    assert notices_list().startswith("# Third-party notices")


def test_the_full_texts_are_written(repository: Path, tmp_path: Path) -> None:
    from notices import needed_libraries, write_notices

    write_notices(repository, tmp_path / "all.txt")
    text = (tmp_path / "all.txt").read_text(encoding="utf-8")
    for name in needed_libraries():
        assert f"\n{name}" in text.lower().replace("_", "-").replace(".", "-"), name
    for words in ("GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE", "Bitstream Vera", "PDFium"):
        assert words in text, words
