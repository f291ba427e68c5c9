"""Every view of every page, drawn from protected figures of random worlds."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from dashboard import addresses
from dashboard.disclosure.plan import plan
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import evaluate
from dashboard.scene import gather, names, with_words
from dashboard.views import partner_list, partner_years, scorecard, tiles
from dashboard.views.peers import Peers
from data import options
from data.selection import Selection
from data.workbench import Workbench
from layouts.frame import asks, frame
from layouts.pages import PAGES
from tests.oracle.database import holding
from tests.oracle.questions import cases

SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
MODES = pytest.mark.parametrize("mode", ["rounded", "suppressed"])
# What is not among these is hidden everywhere.
FEW = [INDICATORS[name] for name in ("demand", "allocated", "pe_current", "early_ended_rate")]


def drawn(snapshot, protection, search):
    """The views of every page, and the pages themselves."""
    known = options.load(snapshot)
    bench = Workbench(snapshot, protection=protection)
    for page in PAGES:
        asked = addresses.read(search, known, protection.as_at)
        scene = gather(bench, known, asked, asks(page, asked.selection), attention=page.attention)
        scene = with_words(scene, bench, snapshot, page.slug, page.records)
        pictures = {
            view.name: view.draw(scene.answers, scene.names, scene.selection) for view in page.views
        }
        frame(page, PAGES, scene, known, pictures)
        yield from pictures.values()
    for view in of_addresses(known):
        asked = addresses.read(search, known, protection.as_at).selection
        yield view.draw(evaluate(bench, view.asks(asked)), names(known), asked)


def of_addresses(known):
    """The views that are made for the partner or the figure that an address names."""
    yield partner_list.view(known)
    for show in ("demand", "statutory_share"):
        yield tiles.view(show, known)
    for partner in list(known.partners.values())[:2]:
        yield scorecard.view(partner, Peers("nobody else", ()), known.years)
        yield partner_years.view(partner, known.years)


def words(view):
    cells = [cell for row in (*view.table.rows, view.table.footer) for cell in row]
    return [view.title, view.subtitle, view.alt, *view.points, *(cell.text for cell in cells)]


@MODES
@pytest.mark.timeout(900)
@settings(max_examples=8, deadline=None, suppress_health_check=SHARED)
@given(case=cases())
def test_every_view_reads_well_however_much_is_hidden(sqlite_engine, mode, case):
    world, (question, _) = case
    with holding(sqlite_engine, world) as snapshot:
        made = plan(Workbench(snapshot), Selection(question.as_at), mode, FEW)
        for search in ("", "?partnership=north", "?partnership=north&year=2025/26", "?level=final"):
            for view in drawn(snapshot, made, search):
                assert all(
                    text and not re.search(r"\bNone\b(?! of)|nan\b", text) for text in words(view)
                )
