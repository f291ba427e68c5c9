"""What the address of a program's request asks for; whatever can't be is refused, all at once.

A page leaves out what is unknown and says so. Nobody may read what a program is told, and a
figure without one of its filters is another figure: so here it is refused.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, cast
from urllib.parse import parse_qsl

from dashboard.addresses import AS_AT, BASIS, EDITION, FILTERS, Asked
from dashboard.api import faults
from dashboard.api.faults import Pairs
from dashboard.api.problems import Fault, wrong
from data.options import Options
from data.selection import DIMENSIONS, Dimension

BY: Final = "by"
FORMAT: Final = "format"
FORMATS: Final = ("json", "csv")
AFTER: Final = "after"
LIMIT: Final = "limit"
MOST_ROWS: Final = 5_000
USUAL_ROWS: Final = 1_000
# No row has a number of more digits.
DIGITS: Final = 12
REPEATABLE: Final = (*(item.parameter for item in FILTERS), BY)
OF_FIGURES: Final = (*(item.parameter for item in FILTERS), BASIS, AS_AT, EDITION, BY, FORMAT)


@dataclass(frozen=True)
class Part:
    """Which rows of a table are asked for.

    Attributes:
        after: The ``id`` of the last row that the program has; nought for none.
        limit: How many it wants.
    """

    after: int
    limit: int


def dimensions(search: str, asked: Asked, known: Options) -> tuple[Dimension, ...]:
    """Return what the figures of an address are split by.

    Args:
        search: The query string.
        asked: What pages make of it.
        known: What there is to choose from.

    Raises:
        ProblemError: Something that it says can't be.
    """
    pairs = said(search)
    by = dict.fromkeys(value for name, value in pairs if name == BY)
    _refuse(
        *_usual(pairs, OF_FIGURES),
        *faults.unknown(asked, known),
        *(faults.no_such(BY, each, DIMENSIONS) for each in by if each and each not in DIMENSIONS),
    )
    return cast("tuple[Dimension, ...]", tuple(by))


def part(search: str, asked: Asked, known: Options, follows: Collection[str]) -> Part:
    """Return which rows of a table an address asks for.

    Args:
        search: The query string.
        asked: What pages make of it.
        known: What there is to choose from.
        follows: Fields of a selection that the table can be filtered by.

    Raises:
        ProblemError: Something that it says can't be.
    """
    pairs = said(search)
    given = {name: value for name, value in pairs if value}
    after, limit = given.get(AFTER, "0"), given.get(LIMIT, str(USUAL_ROWS))
    _refuse(
        *_usual(pairs, of_rows(follows)),
        *faults.unknown(asked, known),
        *_numbers(after, limit),
    )
    return Part(int(after), int(limit))


def nothing(search: str) -> None:
    """Do nothing, if an address asks for no more than a format.

    Raises:
        ProblemError: It asks for more.
    """
    _refuse(*_usual(said(search), (FORMAT,)))


def of_rows(follows: Collection[str]) -> tuple[str, ...]:
    """Return the parameters of a table that can be filtered by some fields of a selection."""
    filters = (item.parameter for item in FILTERS if item.field in follows)
    basis = (BASIS,) if BASIS in follows else ()
    return (*filters, *basis, AFTER, LIMIT, FORMAT)


def said(search: str) -> Pairs:
    """Return the parameters of a query string, those left blank too."""
    return parse_qsl(search.removeprefix("?"), keep_blank_values=True)


def _usual(pairs: Pairs, parameters: Collection[str]) -> Iterable[Fault]:
    yield from faults.strange(pairs, parameters, REPEATABLE)
    for name, value in pairs:
        if name == FORMAT and value and value not in FORMATS:
            yield faults.no_such(FORMAT, value, FORMATS)


def _numbers(after: str, limit: str) -> Iterable[Fault]:
    if not _is_number(after):
        yield faults.no_number(AFTER, after, "from 0 on")
    if not _is_number(limit) or not 1 <= int(limit) <= MOST_ROWS:
        yield faults.no_number(LIMIT, limit, f"from 1 to {MOST_ROWS:,}")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= DIGITS


def _refuse(*found: Fault) -> None:
    if found:
        raise wrong(found)
