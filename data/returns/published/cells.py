"""Cells of the published workforce file: each function returns a value or raises ``RefusedError``.

Nothing is guessed here: a number stays as it is printed, and a symbol is no number.
"""

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from data.calendar import FIRST_YEAR, LAST_YEAR
from data.returns import values, words
from data.returns.grid import Raw
from data.returns.problems import RefusedError
from data.schema.published import OK, SYMBOLS

REPORTING_YEAR: Final = "Reporting year"
CENSUS: Final = (9, 30)
YEAR: Final = re.compile(r"\d{4}", re.ASCII)
ONS_CODE: Final = re.compile(r"[A-Z]\d{8}", re.ASCII)
DFE_NUMBER: Final = re.compile(r"\d{3}", re.ASCII)
# Between the codes of joint councils, and between their names.
JOINED: Final = " / "
AS_PUBLISHED: Final = "Take the file as it is published."


class Number(NamedTuple):
    """A number of the file, or what its symbol says about the lack of one."""

    value: float | None
    state: str


def text(raw: Raw) -> str:
    """Return words, of which there must be some."""
    found = words.text(raw) if raw is not None else ""
    if not found:
        raise RefusedError("A value is missing.", AS_PUBLISHED)
    return found


def census_on(raw: Raw) -> date:
    """Return the day of the census in a year of the file."""
    found = text(raw)
    if not YEAR.fullmatch(found) or not FIRST_YEAR <= int(found) <= LAST_YEAR:
        raise RefusedError("This is not a year.", "Write it like 2025.")
    return date(int(found), *CENSUS)


def one_of(known: Collection[str]) -> Callable[[Raw], str]:
    """Return a function that lets the words known pass, and no others."""

    def read(raw: Raw) -> str:
        found = text(raw)
        if found not in known:
            raise RefusedError("This is unknown.", f"It is one of: {', '.join(known)}.")
        return found

    return read


def codes(form: re.Pattern[str]) -> Callable[[Raw], list[str]]:
    """Return a function that reads one code of a form, or several of joint councils."""

    def read(raw: Raw) -> list[str]:
        found = text(raw).split(JOINED)
        if not all(map(form.fullmatch, found)):
            raise RefusedError("This is not a code of the form expected.", AS_PUBLISHED)
        return found

    return read


def number(raw: Raw) -> Number:
    """Return a number as it is printed, or the state that a symbol stands for."""
    symbol = raw.strip() if isinstance(raw, str) else raw
    if symbol in SYMBOLS:
        return Number(None, SYMBOLS[str(symbol)])
    try:
        found = values.decimal(symbol)
    except RefusedError as refused:
        known = ", ".join(SYMBOLS)
        raise RefusedError(
            "This is neither a number nor a symbol that is known.", f"The symbols are {known}."
        ) from refused
    if found < 0:
        raise RefusedError("This is under 0.", AS_PUBLISHED)
    if isinstance(symbol, str) and Decimal(repr(found)) != Decimal(symbol.replace(",", "")):
        raise RefusedError("This number has more digits than can be kept.", AS_PUBLISHED)
    return Number(found, OK)
