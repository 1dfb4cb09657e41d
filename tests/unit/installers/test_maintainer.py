"""The package names whoever builds it, and claims nobody's mailbox."""

import pytest


def test_without_a_name_the_address_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    from debian_package import _maintainer

    for name in ("DEBFULLNAME", "DEBEMAIL"):
        monkeypatch.delenv(name, raising=False)
    assert _maintainer().startswith("ZIDesk <") and _maintainer().endswith(".invalid>")


def test_who_builds_it_names_himself(monkeypatch: pytest.MonkeyPatch) -> None:
    from debian_package import _maintainer

    monkeypatch.setenv("DEBFULLNAME", "Siti Rahma")
    monkeypatch.setenv("DEBEMAIL", "siti@sekolah.sch.id")
    assert _maintainer() == "Siti Rahma <siti@sekolah.sch.id>"
