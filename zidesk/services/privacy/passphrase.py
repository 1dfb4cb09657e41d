"""Passphrases that a clerk can write down and read to somebody over the telephone."""

import secrets

# none of the signs that look alike in handwriting or sound alike: B8 D0OQ I1L S5 UV Z2
_SIGNS = "ACEFGHJKMNPRTWXY34679"
_GROUPS, _GROUP = 5, 4


def new_passphrase() -> str:
    """Five groups of four capital letters and digits, "KX7M-3TGA-…": 87 bits from the system's own source."""
    groups = ("".join(secrets.choice(_SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
