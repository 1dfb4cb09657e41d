"""Passphrases a clerk can write down."""

import math
import re

from zidesk.services.privacy.passphrase import new_passphrase


def test_groups_of_signs_that_are_not_mistaken_for_one_another() -> None:
    for _ in range(200):
        made = new_passphrase()
        assert re.fullmatch(r"(?:[A-Z0-9]{4}-){4}[A-Z0-9]{4}", made)
        assert not set(made) & set("01258BDILOQSUVZ")


def test_strong_enough_and_never_twice() -> None:
    signs = {sign for _ in range(500) for sign in new_passphrase().replace("-", "")}
    assert 20 * math.log2(len(signs)) >= 77
    assert len({new_passphrase() for _ in range(500)}) == 500
