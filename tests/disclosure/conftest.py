"""Ask for figures as a reader of an edition would."""

import pytest

from dashboard.disclosure.plan import plan
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.selection import Selection
from data.workbench import Workbench
from tests import factories

DAY = factories.NOW.date()


@pytest.fixture
def edition(reader):
    """Make a protection of all partnerships, and ask for figures under it."""

    def make(*names, mode="rounded"):
        planned = [INDICATORS[name] for name in names]
        with reader.snapshot() as snapshot:
            protection = plan(Workbench(snapshot), Selection(DAY), mode, planned)

        def ask(indicator, by=(), **filters):
            selection = Selection(**({"as_at": DAY} | filters))
            question = Ask(INDICATORS[indicator], selection, by)
            with reader.snapshot() as snapshot:
                bench = Workbench(snapshot, protection=protection)
                return {each.key: each for each in evaluate(bench, [question])[question]}

        return ask

    return make
