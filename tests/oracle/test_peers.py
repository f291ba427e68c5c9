"""A partner's peers are taken together as if they were one: worked out again by hand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import evaluate
from dashboard.views import peers, scorecard_figures
from dashboard.views.partner_comparison import Comparison
from data import options
from data.selection import Selection
from data.workbench import Workbench
from tests.oracle.compare import agrees
from tests.oracle.database import holding
from tests.oracle.everything import answer, groups
from tests.oracle.question import Question
from tests.oracle.random_rows.values import DAYS
from tests.oracle.test_figures import SHARED
from tests.oracle.worlds import worlds

YEARS = ("2023/24", "2024/25", "2025/26")
GROUPS = (*peers.GROUPS, "none")


def by_hand(world, partner, group, added):
    """Codes of the peers, from plain rows."""
    places = {
        row["code"]: {
            m["partnership_code"]
            for m in world.memberships
            if m["organisation_code"] == row["code"]
        }
        for row in world.organisations
    }
    own = world.organisation(partner)
    tests = {
        "region": lambda row: (
            bool(world.region(partner)) and world.region(row["code"]) == world.region(partner)
        ),
        "partnerships": lambda row: bool(places[row["code"]] & places[partner]),
        "everywhere": lambda row: True,
        "chosen": lambda row: False,
    }
    return {
        row["code"]
        for row in world.organisations
        if row["code"] != partner
        and places[row["code"]]
        and (row["code"] in added or (row["kind"] == own["kind"] and tests[group](row)))
    }


@pytest.mark.timeout(600)
@settings(max_examples=100, suppress_health_check=SHARED)
@given(data=st.data())
def test_what_stands_under_peers_is_what_their_rows_come_to_together(sqlite_engine, data):
    world = data.draw(worlds())
    with holding(sqlite_engine, world) as snapshot:
        known = options.load(snapshot)
        partner = known.partners[data.draw(st.sampled_from(sorted(known.partners)))]
        others = sorted(set(known.partners) - {partner.code})
        added = data.draw(st.lists(st.sampled_from(others), max_size=4, unique=True))
        group = data.draw(st.sampled_from(sorted(peers.GROUPS)))
        day = data.draw(st.sampled_from(DAYS))
        year = data.draw(st.sampled_from(YEARS))
        asked = peers.asked({"peers": (group,), "peer": tuple(added)}, partner, known)
        found = peers.peers(asked, partner, known)
        wanted = by_hand(world, partner.code, group, added)
        assert set(found.codes) == wanted
        if not wanted:
            return
        selection = Selection(day, organisations=(partner.code,), years=(year,))
        shown = tuple(INDICATORS[key] for key in scorecard_figures.shown(partner.kind))
        comparison = Comparison(partner, found, shown, ())
        answers = evaluate(Workbench(snapshot), dict.fromkeys(comparison.asks(selection)))
        rows = comparison.rows(answers, selection)
    years = (year,)
    home = world.region(partner.code)
    basis = "hei" if partner.kind == "hei" else "employer"
    questions = {
        "own": Question(day, organisations=(partner.code,), years=years),
        "peers": Question(day, organisations=tuple(sorted(wanted)), years=years),
        "region": Question(day, regions=(home,), years=years, basis=basis),
    }
    for row in rows:
        for side, question in questions.items():
            if side != "region" or home:
                check(world, row.indicator.id, question, getattr(row, side))


def check(world, indicator, question, figure):
    if groups(world, indicator, question) is None:
        assert figure.status == "not_applicable"
    else:
        expected = answer(world, indicator, question, ())
        assert agrees(figure, expected), f"{indicator}: {figure}, but by hand {expected}"
