"""A world in a real database, and the application's answers about it."""

from contextlib import contextmanager
from datetime import UTC, datetime

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.measured import measured
from data.cells.store import Store
from data.reader import Snapshot
from data.schema import (
    FACTS,
    MEMBERSHIP,
    ORGANISATION,
    PARTNERSHIP,
    PROGRAMME,
    PUBLISHED_COUNCIL,
    PUBLISHED_WORKFORCE,
    RETURN_PERIOD,
    RETURN_STATUS,
    SETTING,
)
from data.selection import Selection
from data.workbench import Workbench
from layouts.frame import shown
from layouts.pages import PAGES
from tests.oracle import scenery

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@contextmanager
def holding(engine, world):
    """A snapshot of a database that holds a world, and no longer does afterwards."""
    with engine.connect().execution_options(writes=True) as connection:
        transaction = connection.begin()
        for table, rows in (
            (PARTNERSHIP, world.partnerships),
            (ORGANISATION, world.organisations),
            (MEMBERSHIP, world.memberships),
            (PROGRAMME, world.programmes),
            (SETTING, [row for row in world.settings if row not in scenery.SETTINGS]),
            (PUBLISHED_WORKFORCE, list(published_numbers(world.published))),
            (PUBLISHED_COUNCIL, published_councils(world.published)),
            (RETURN_PERIOD, world.periods),
            (RETURN_STATUS, world.states),
            *((FACTS[sheet], stored(rows)) for sheet, rows in world.facts.items()),
        ):
            if rows:
                connection.execute(table.insert(), rows)
        yield Snapshot(connection)
        transaction.rollback()


def stored(rows):
    """Rows with what every stored row carries besides."""
    return [
        {name: value for name, value in row.items() if name != "voided"}
        | {
            "updated_at": NOW,
            "updated_by": "test",
            "voided_at": NOW if row["voided"] else None,
            "voided_reason": "Entered twice" if row["voided"] else None,
        }
        for row in rows
    ]


def published_numbers(rows):
    """A row for each number that is published."""
    for row in rows:
        place = {name: row[name] for name in ("ons_code", "geographic_level", "census_on")}
        for measure, (value, state) in row["cells"].items():
            yield place | {"name": "A place", "measure": measure, "value": value, "state": state}


def published_councils(rows):
    """A row for each council that published rows are about."""
    found = {
        (code, row["ons_code"], number) for row in rows for code, number in row["councils"].items()
    }
    names = ("ons_code", "published_as", "dfe_code")
    return [dict(zip(names, each, strict=True)) for each in sorted(found)]


class Held:
    """A reader that gives one snapshot that is open already."""

    def __init__(self, snapshot):
        self._snapshot = snapshot

    @contextmanager
    def snapshot(self):
        yield self._snapshot

    @contextmanager
    def beside(self, snapshot):
        yield (snapshot,)


@contextmanager
def bench(snapshot, *, cells):
    """A workbench that adds up in the database, or one that adds up cells kept in memory."""
    if not cells:
        yield Workbench(snapshot)
        return
    store = Store(Held(snapshot), measured(shown(PAGES, NOW.date())))
    with store.snapshot() as held:
        yield Workbench(held, store)


def figures(bench, question, indicators):
    """The application's figures for one question of several indicators, by indicator and group."""
    fields = {name: value for name, value in vars(question).items() if name != "by"}
    asks = {name: Ask(INDICATORS[name], Selection(**fields), question.by) for name in indicators}
    answers = evaluate(bench, asks.values())
    return {name: {figure.key: figure for figure in answers[ask]} for name, ask in asks.items()}
