"""One cell at a time: blank, ``n/a``, broken, or a value within its column's bounds."""

from collections.abc import Callable
from typing import Any

from data.returns import values, words
from data.returns.grid import Broken, Raw, is_blank
from data.returns.known import Known
from data.returns.names import normal, trimmed
from data.returns.problems import RefusedError
from data.returns.sheets.declaration import NUMBERS, Column

Reader = Callable[[Raw], Any]


class NotApplicable:
    """What ``n/a`` in a cell stands for."""


NOT_APPLICABLE = NotApplicable()
NA = "n/a"
BLANK = RefusedError("A value is missing.", "Fill in this cell.")
NA_NOT_ALLOWED = RefusedError(
    "“n/a” is not allowed in this column.", "Give the value; leave it blank if it is not reported."
)


def reader(column: Column, known: Known) -> Reader:
    """Return the function that reads a column's cells.

    It returns the value, ``None`` for a blank or ``NOT_APPLICABLE``, and raises ``RefusedError``.
    """
    understand = _understand(column, known)

    def read(raw: Raw) -> Any:
        if is_blank(raw):
            if column.required:
                raise BLANK
            return None
        if isinstance(raw, Broken):
            raise RefusedError(raw.problem, raw.fix)
        if isinstance(raw, str) and trimmed(raw).casefold() == NA:
            if not column.na_allowed:
                raise NA_NOT_ALLOWED
            return NOT_APPLICABLE
        return understand(raw)

    return read


def _understand(column: Column, known: Known) -> Reader:
    readers: dict[str, Reader] = {
        "ref": lambda raw: words.ref(raw, column.longest),
        "text": lambda raw: words.text(raw, column.longest),
        "date": values.day,
        "integer": values.whole_number,
        "decimal": values.decimal,
        "money": values.pence,
        "academic_year": values.academic_year,
        "financial_year": values.financial_year,
        "organisation": lambda raw: organisation(raw, known),
        # Whose programme it is shows only when the whole row is known.
        "programme": words.text,
    }
    if column.kind == "code":
        return words.code(column)
    if column.person:
        return lambda raw: words.pseudonym(raw, column.longest)
    read = readers[column.kind]
    return _bounded(column, read) if column.kind in NUMBERS else read


def _bounded(column: Column, read: Reader) -> Reader:
    def within(raw: Raw) -> Any:
        number = read(raw)
        if column.low is not None and number < column.low:
            raise RefusedError(
                f"This is under {column.low}.", f"The least allowed is {column.low}."
            )
        if column.high is not None and number > column.high:
            raise RefusedError(
                f"This is over {column.high}.", f"The most allowed is {column.high}."
            )
        return number

    return within


def organisation(raw: Raw, known: Known) -> str:
    """Return the code of the organisation that a code, name or alias means."""
    name = normal(words.text(raw))
    code = known.names.get(name)
    if code is None and name in known.names:
        raise RefusedError("Two organisations have this name.", "Give the organisation's code.")
    if code is None:
        raise RefusedError(
            "This organisation is unknown.", "Give its code, its name or a known other name."
        )
    return code


def programme(name: str, owner: str, known: Known) -> str:
    """Return the code of the owner's programme that a code or name means."""
    code = known.programmes.get((owner, normal(name)))
    if code is None:
        own = sorted({c for (whose, _), c in known.programmes.items() if whose == owner and c})
        listed = f"Use one of: {', '.join(own)}." if own else "Have its programmes entered first."
        raise RefusedError(f"This is no programme of {owner}.", listed)
    return code
