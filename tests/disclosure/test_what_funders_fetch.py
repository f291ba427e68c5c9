"""A funder fetches all that there is: neither words of exact figures nor anything of today."""

import re
from datetime import date

import pytest

from dashboard.server.limits import Limits
from data.returns.sheets import SHEETS
from tests import factories
from tests.disclosure.gathering import gathered
from tests.editions.conftest import WORLD, Editions, keep_few

pytestmark = pytest.mark.timeout(600)
# Without one named, the latest edition of theirs is on view.
SEARCHES = ("", "?edition=1&level=final")
SUNG = re.compile(r"canary (\S+) sings")
# What funders may read of all that people wrote, and why it tells of nobody.
READ = {
    "reported_figures.measure": "a document was printed",
    "reported_figures.period": "a document was printed",
    "reported_figures.unit": "a document was printed",
    "reported_figures.source": "a document was printed",
    "return_status.by": "somebody stands for a return by name",
}
# How often the data have been changed tells of nobody.
STATE = re.compile(r"data[-_]version\W+\d+|updated_at\W+[\w:-]+")
MANY = 7919
TODAY = (
    factories.placement(ref="P2"),
    factories.practice_educator(ref="PE2"),
    factories.training(),
    factories.activity(),
    factories.demand(students=MANY),
    factories.demand(partnership="south", owner="southern", programme="southern-ba", students=MANY),
    factories.offer(places=MANY),
    factories.reported_figure(measure="Placements arranged", value_low=MANY, period="2025/26"),
    factories.comment("placements/by-term", f"There are {MANY} now."),
    factories.comment("evidence/claims", f"There are {MANY} now."),
    factories.action(scope="organisation:riverside", words=f"Find {MANY} places."),
    factories.target("net_supply", MANY),
    factories.data_version(MANY),
    factories.touched(MANY),
)


@pytest.fixture
def fetched(sqlite_engine, holding, account, browser_of, closed, monkeypatch):
    """All that a funder of a partnership fetches, after some rows: `fetched("north", *rows)`.

    The first time, editions of the first partnership are made of them: two for funders, then one
    for the steering group.
    """
    keep_few(monkeypatch)
    # A browser asks less often.
    monkeypatch.setattr(Limits, "wait", lambda *_: 0)
    holding(*WORLD)
    editions, browsers = Editions(sqlite_engine), {}

    def fetch(funds, *statements):
        holding(*statements)
        if not editions.all():
            for mode in ("rounded", "suppressed"):
                editions(audience="funder", disclosure=mode)
            editions()
        if funds not in browsers:
            browsers[funds] = browser_of(account("funder", f"partnership:{funds}"))
        found = gathered(closed, browsers[funds], SEARCHES)
        return {where: STATE.sub("", text) for where, text in found.items()}

    return fetch


def canary(name):
    """Words that stand nowhere else."""
    return f"canary {name} sings"


def words():
    """A row of every sheet, and what people write beside them: in each column words of its own."""
    for sheet, declared in SHEETS.items():
        texts = [column.name for column in declared.columns if column.kind == "text"]
        yield factories.fact(sheet, **{name: canary(f"{sheet}.{name}") for name in texts})
    about = {"scope": "organisation:riverside", "state": "done", "closed_on": date(2026, 1, 20)}
    said = {name: canary(f"action.{name}") for name in ("words", "owner", "outcome")}
    yield factories.action(**about, **said)
    yield factories.action(scope="organisation:riverside", words=canary("action.open"))
    names = {name: canary(f"comment.{name}") for name in ("author", "updated_by")}
    for number, section in enumerate(("placements/by-term", "evidence/claims"), 1):
        yield factories.comment(section, canary("comment.words"), id=number, **names)
    by = {"confirmed_by": canary("commentary.by"), "confirmed_at": factories.NOW}
    yield factories.rests(1, {canary("commentary.figures"): "3"}, **by)
    state = {name: canary(f"return_status.{name}") for name in ("by", "reason")}
    yield factories.return_state("riverside", **state)


def test_a11_no_words_of_exact_figures_reach_a_funder(fetched):
    found = fetched("north", *words())
    heard = {name for text in found.values() for name in SUNG.findall(text)}
    assert heard == READ.keys()


# Whoever funds the second partnership has no edition to look at.
@pytest.mark.parametrize("funds", ["north", "south"])
def test_a11_nothing_of_today_reaches_a_funder(fetched, funds):
    before, after = fetched(funds), fetched(funds, *TODAY)
    assert [where for where in after if before.get(where) != after[where]] == []
