"""What may stand in an account: an address, a name, a role."""

import re
from typing import Final

from data.returns.problems import RefusedError, shown
from data.schema.people import ROLES

EMAIL: Final = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
LONGEST: Final = 254
LONGEST_NAME: Final = 200


def email(text: str) -> str:
    """Return an address as it is stored.

    Raises:
        RefusedError: It is none.
    """
    address = text.strip().lower()
    if len(address) > LONGEST or not EMAIL.fullmatch(address):
        raise RefusedError(
            f"“{shown(text)}” is no e-mail address.", "Write it like sam@example.org."
        )
    return address


def name(text: str) -> str:
    """Return a name as it is stored.

    Raises:
        RefusedError: It is blank or too long.
    """
    plain = " ".join(text.split())
    if not plain or len(plain) > LONGEST_NAME:
        raise RefusedError(
            "The name is blank or too long.", f"Write 1 to {LONGEST_NAME} characters."
        )
    return plain


def role(text: str) -> str:
    """Return a role.

    Raises:
        RefusedError: There is none of that name.
    """
    if text not in ROLES:
        raise RefusedError(f"“{shown(text)}” is no role.", f"Use one of: {', '.join(ROLES)}.")
    return text
