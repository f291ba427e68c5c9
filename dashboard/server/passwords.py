"""Passwords: which will do, and how they are kept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from threading import BoundedSemaphore
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 12
# Nobody types more, and working it out would keep a processor busy.
LONGEST: Final = 1024
COMMON: Final = 3000
# Shorter names stand in many words.
TELLING: Final = 4
# Each takes 64 MB and half a second of a processor, so that guessing takes long.
AT_ONCE: Final = BoundedSemaphore(2)
PATIENCE: Final = 2.0
# Who tries to sign in, or waits for a turn. More would take the places of people who read.
IN_THE_QUEUE: Final = BoundedSemaphore(4)
HASHER: Final = PasswordHasher()
# Of a password that nobody knows: an unknown account is to cost what a known one costs.
NOBODYS: Final = (
    "$argon2id$v=19$m=65536,t=3,p=4$"
    "c29tZXRoaW5nLXNhbHR5IQ$3TUgjw1sC1YNFhlFOlsG2NCGYhJpKBVJKHZrPqfGlVI"
)


class BusyError(Exception):
    """Too many passwords are being looked at just now."""


@contextmanager
def queue() -> Iterator[None]:
    """Hold a place among the few who may try to sign in at the same moment.

    Raises:
        BusyError: They are all taken.
    """
    if not IN_THE_QUEUE.acquire(blocking=False):
        raise BusyError
    try:
        yield
    finally:
        IN_THE_QUEUE.release()


def hashed(password: str) -> str:
    """Return what is kept of a password.

    Raises:
        BusyError: Too many are being worked out just now.
    """
    with _Turn():
        return HASHER.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Return whether a password is the one that was kept; without one it takes as long.

    Raises:
        BusyError: Too many are being looked at just now.
    """
    if len(password) > LONGEST:
        return False
    with _Turn():
        try:
            return HASHER.verify(kept or NOBODYS, password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Return whether what is kept was worked out in a weaker way than is usual now."""
    return HASHER.check_needs_rehash(kept)


def fault(password: str, names: Iterable[str]) -> str:
    """Return why a password won't do, in words; nothing if it will.

    Args:
        password: The password.
        names: Of the person, their organisations and the service: the first things to be tried.
    """
    if len(password) < SHORTEST:
        return f"Use at least {SHORTEST} characters; three unrelated words will do."
    if len(password) > LONGEST:
        return f"Use at most {LONGEST:,} characters."
    plain = password.casefold()
    if plain in _common() or len(set(plain)) < SHORTEST // 2:
        return "That is one of the first to be tried. Use three unrelated words."
    for name in names:
        bare = _bare(name)
        if len(bare) >= TELLING and len(_bare(password).replace(bare, "")) < SHORTEST // 2:
            return f"It is little more than “{name}”. Use three unrelated words."
    return ""


@cache
def _common() -> frozenset[str]:
    # A list of a megabyte, wanted only when somebody chooses a password.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415

    return frozenset(FREQUENCY_LISTS["passwords"][:COMMON])


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


class _Turn:
    """One of the few that work on a password at the same time."""

    def __enter__(self) -> None:
        if not AT_ONCE.acquire(timeout=PATIENCE):
            raise BusyError

    def __exit__(self, *_: object) -> None:
        AT_ONCE.release()
