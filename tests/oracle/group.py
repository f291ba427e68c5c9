"""The rows of one group of an answer, and which groups there are."""

from dataclasses import replace
from itertools import product

from tests.oracle.question import dated, day_of_stock


class Group:
    """The rows of one group of a question's answer."""

    def __init__(self, world, question, key=()):
        self.world = world
        self.key = dict(zip(question.by, key, strict=True))
        self.question = question
        self.as_at = question.as_at

    @property
    def stock_day(self):
        return day_of_stock(self._of_year())

    def _of_year(self):
        year = self.key.get("academic_year")
        return replace(self.question, years=(year,)) if year else self.question

    @property
    def years(self):
        return self._of_year().years

    def rows(self, view):
        """Rows of a sheet that pass the filters and fall into the group."""
        asked = self._of_year() if view.stock else self.question
        return [
            row
            for row in self.world.rows(view.sheet)
            if dated(view, row)
            and view.passes(self.world, self.question, row)
            and all(
                value in view.answer(self.world, asked, row, dimension)
                for dimension, value in self.key.items()
            )
        ]


def keys(world, question, views):
    """Every group that a row of one of the sheets falls into."""
    return {
        key
        for view in views
        for row in world.rows(view.sheet)
        if dated(view, row) and view.passes(world, question, row)
        for key in product(*(view.answer(world, question, row, name) for name in question.by))
    }
