"""Whose row an entry of the history is about, worked out by the database.

The history calls a row by its partnership, its owner and its key, with a slash between them.
"""

from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction


class partnership_of_row(GenericFunction[str]):
    """The partnership of what the history calls a row."""

    type = Text()
    inherit_cache = True


class owner_of_row(GenericFunction[str]):
    """The owner of what the history calls a row."""

    type = Text()
    inherit_cache = True


def _row(element: GenericFunction[Any], compiler: Any, **kw: Any) -> str:
    (row,) = element.clauses
    written: str = compiler.process(row, **kw)
    return written


@compiles(partnership_of_row, "sqlite")
def _(element: partnership_of_row, compiler: Any, **kw: Any) -> str:
    row = _row(element, compiler, **kw)
    return f"substr({row}, 1, instr({row}, '/') - 1)"


@compiles(owner_of_row, "sqlite")
def _(element: owner_of_row, compiler: Any, **kw: Any) -> str:
    row = _row(element, compiler, **kw)
    rest = f"substr({row}, instr({row}, '/') + 1)"
    return f"substr({rest}, 1, instr({rest}, '/') - 1)"


@compiles(partnership_of_row, "postgresql")
def _(element: partnership_of_row, compiler: Any, **kw: Any) -> str:
    return f"split_part({_row(element, compiler, **kw)}, '/', 1)"


@compiles(owner_of_row, "postgresql")
def _(element: owner_of_row, compiler: Any, **kw: Any) -> str:
    return f"split_part({_row(element, compiler, **kw)}, '/', 2)"
