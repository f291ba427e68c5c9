"""Answers made by hand, so that a view is tried without a database."""

from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.indicators.parts import Figure
from dashboard.views.view import Names
from data.options import Options
from data.partners import Partner, Stay
from data.selection import Selection

NAMES = Names(
    partnerships={"n": "North", "s": "South", "e": "East"},
    organisations={"uni": "University", "poly": "Polytechnic", "city": "City", "shire": "Shire"},
    regions={"E12000002": "North West"},
    kinds={"uni": "hei", "poly": "hei", "city": "local_authority", "shire": "local_authority"},
    services={"shire": "children"},
    origins={},
)


PARTNERS = {
    code: Partner(
        code=code,
        name=NAMES.organisations[code],
        kind=kind,
        region="E12000002",
        nation="England",
        services=NAMES.services.get(code),
        valid_from=None,
        valid_to=None,
        stays=(Stay("n", "member", None, None),),
        partnerships=1,
    )
    for code, kind in NAMES.kinds.items()
}
# What there is to choose from, for views that are made of it.
OPTIONS = Options(
    regions=NAMES.regions,
    partnerships=NAMES.partnerships,
    organisations=NAMES.organisations,
    years=("2025/26", "2024/25", "2023/24"),
    origins=dict.fromkeys(NAMES.partnerships, "records"),
    kinds=NAMES.kinds,
    services=NAMES.services,
    names=NAMES.organisations,
    every_region={"E12000001": "North East", "E12000002": "North West"},
    make_partners=lambda: PARTNERS,
)


def known(value, *, of=None, status="ok", reported=3, expected=3):
    """A figure with a number; `of` is what a share is of."""
    part = None if of is None else value * of
    return Figure((), value, part, of, of, status, reported, expected)


def partial(value, *, reported=2, expected=3):
    return known(value, status="partial", reported=reported, expected=expected)


def low():
    """A count of one or two, as readers of an edition see it."""
    return replace(known(0), low=True)


def missing(status="not_reported", *, note="", reported=0, expected=3):
    return Figure((), None, None, None, None, status, reported, expected, note)


@dataclass
class Given:
    """What the figures are, by indicator's id; a plain number stands for a figure with it."""

    selection: Selection
    totals: dict = field(default_factory=dict)
    groups: dict = field(default_factory=dict)

    def draw(self, view):
        """The view, drawn from these figures; whatever isn't given is nought everywhere."""
        answers = {ask: self._answer(ask) for ask in view.asks(self.selection)}
        return view.draw(answers, NAMES, self.selection)

    def _answer(self, ask):
        if not ask.by:
            return [_figure((), self.totals.get(ask.indicator.id, 0))]
        groups = self.groups.get((ask.indicator.id, *ask.by), {})
        return [_figure(key, value) for key, value in groups.items()]


def _figure(key, value):
    figure = value if isinstance(value, Figure) else known(value)
    return Figure(
        key if isinstance(key, tuple) else (key,),
        *(getattr(figure, name) for name in ("value", "numerator", "denominator", "n")),
        *(getattr(figure, name) for name in ("status", "reported", "expected", "note")),
        low=figure.low,
    )


@pytest.fixture
def given():
    """Make figures: `given(totals={...}, groups={...}, years=("2025/26",))`."""

    def make(*, totals=None, groups=None, **filters):
        selection = Selection(date(2026, 2, 1), **filters)
        return Given(selection, totals or {}, groups or {})

    return make


@pytest.fixture
def figures():
    """Kinds of figures: `figures.known(0.5, of=42)`, `.partial(3)`, `.missing()`, `.low()`."""
    return SimpleNamespace(known=known, partial=partial, missing=missing, low=low)


def texts(row):
    return [cell.text for cell in row]


@pytest.fixture
def rows():
    """The table of something drawn, as its words."""
    return lambda drawn: [texts(row) for row in drawn.table.rows]
