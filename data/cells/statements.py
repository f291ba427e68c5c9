"""The statements that add up the cells of one source: of several owners, or of one part."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Select

from data.cells.dimensions import Part, of_employer, of_owner, of_owners, of_term, statement
from data.columns_used import columns_used
from data.schema import FACTS
from data.slicing import Condition, Measure, Source
from data.thresholds import Context


class Statements:
    """Makes the statements, and knows which columns they look at."""

    def __init__(self, source: Source, context: Context, measures: Sequence[Measure]) -> None:
        """Keep what is asked; make nothing yet."""
        self._source = source
        self._context = context
        self._measures = measures
        self._used: dict[str, frozenset[str]] = {}

    def of_owners(self, owners: Sequence[str]) -> Select[Any]:
        """Return the statement of every cell of some owners."""
        return self._statement(of_owners(self._source, owners))

    def of(self, part: Part, employer: str = "") -> Select[Any]:
        """Return the statement of a part's cells, or of one employer's; ``values_of`` say whose."""
        if employer:
            return self._of_term_at_employer
        return self._of_term if part.year else self._of_owner

    def look_at(self, sheet: str, changed: str | None) -> bool:
        """Return whether cells may be others, once some columns of a sheet have other values.

        Args:
            sheet: Name of the sheet.
            changed: The columns, with spaces between; nothing means that any may be.
        """
        if changed is None or sheet not in FACTS:
            return True
        if sheet not in self._used:
            self._used[sheet] = columns_used(sheet, [self._of_owner])
        return not self._used[sheet].isdisjoint(changed.split())

    # Making a statement takes longer than what it asks, so that those asked often are kept.
    @cached_property
    def _of_owner(self) -> Select[Any]:
        return self._statement(of_owner(self._source))

    @cached_property
    def _of_term(self) -> Select[Any]:
        day = self._source.day
        return self._statement(
            of_owner(self._source) if day is None else of_term(self._source, day)
        )

    @cached_property
    def _of_term_at_employer(self) -> Select[Any]:
        return self._of_term.where(of_employer(self._source))

    def _statement(self, rows: Iterable[Condition]) -> Select[Any]:
        return statement(self._source, self._context, self._measures, rows)
