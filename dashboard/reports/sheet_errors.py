"""A sheet that can't be made is known by its name, so that the others still come."""

from collections.abc import Iterator
from contextlib import contextmanager


class SheetError(Exception):
    """A sheet can't be made."""

    def __init__(self, name: str) -> None:
        """Keep the name of the sheet."""
        super().__init__(name)
        self.name = name


@contextmanager
def naming_the_sheet(name: str) -> Iterator[None]:
    """Have whatever fails be known by the name of its sheet.

    Raises:
        SheetError: It failed.
    """
    try:
        yield
    except Exception as error:
        raise SheetError(name) from error
