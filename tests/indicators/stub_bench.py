"""A bench that says what it was told, so that a formula can be tried by itself."""

from datetime import date

from data.selection import Selection
from data.workbench import Workbench

NOW = Selection(date(2026, 2, 1))


class StubBench:
    """Knows sums by measure, or by measure and dimensions, and the members of partnerships."""

    sum_of = staticmethod(Workbench.sum_of)

    def __init__(self, sums, members=(), selection=NOW):
        self._sums = sums
        self._members = members
        self._selection = selection

    def sums(self, measure, selection, by):
        assert selection == self._selection
        found = self._sums.get((measure, by))
        found = self._sums[measure] if found is None else found
        assert {len(key) for key in found} <= {len(by)}
        return found

    def members(self, day):
        assert day == self._selection.as_at
        return self._members
