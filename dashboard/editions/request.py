"""How somebody asks for an edition, and is told how far it is."""

from collections.abc import Callable
from dataclasses import dataclass

# What is done at present, how much of it is done, and of how much; nought where none can tell.
Tell = Callable[[str, int, int], None]


def untold(_step: str, _done: int, _whole: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class EditionRequest:
    """How somebody asks for an edition.

    Attributes:
        once: Tells the request from every other, so that it is carried out once.
        seen: The data version that they looked at; nothing where they looked at none.
        tell: Is told how far it is.
    """

    once: str
    seen: int | None = None
    tell: Tell = untold
