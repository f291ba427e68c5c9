"""A Hypothesis strategy: small worlds that the database takes."""

from hypothesis import strategies as st

from tests.oracle import scenery
from tests.oracle.publications import publications
from tests.oracle.random_rows.partners import (
    activity,
    educator,
    finance,
    newly_qualified,
    training,
    workforce,
)
from tests.oracle.random_rows.places import agreement, demand, offer, placement, request
from tests.oracle.random_rows.values import AUTUMN, a_row, day

# In an order in which each sheet's references are already there.
SHEETS = {
    "demand": (demand, scenery.UNIVERSITIES, 8),
    "requests": (request, scenery.UNIVERSITIES, 6),
    "agreements": (agreement, scenery.EMPLOYERS, 3),
    "offers": (offer, scenery.EMPLOYERS, 8),
    "placements": (placement, scenery.UNIVERSITIES, 9),
    "practice_educators": (educator, (*scenery.EMPLOYERS, ("north", "abbey")), 8),
    "pe_training": (training, scenery.EMPLOYERS, 5),
    "activities": (activity, (*scenery.UNIVERSITIES, *scenery.EMPLOYERS), 8),
    "workforce": (workforce, scenery.EMPLOYERS, 6),
    "newly_qualified": (newly_qualified, scenery.EMPLOYERS, 6),
    "finance": (finance, (*scenery.UNIVERSITIES, *scenery.EMPLOYERS), 6),
}


@st.composite
def worlds(draw):
    """A world: the scenery, a few rows of each sheet, and perhaps a rule that has changed."""
    facts = {}
    for sheet, (make, pairs, most) in SHEETS.items():
        places = range(draw(st.integers(most // 3, most)))
        facts[sheet] = [make(draw, a_row(draw, pairs, n, sheet), facts) for n in places]
    if draw(st.booleans()):
        # All in one term, students and places compete.
        facts |= {
            sheet: [row | {"window_start": AUTUMN} for row in facts[sheet]]
            for sheet in ("demand", "offers")
        }
    facts["workforce"] = _one_a_key(facts["workforce"])
    return scenery.world(
        settings=[*scenery.SETTINGS, *draw(st.lists(settings(), max_size=3, unique_by=_key))],
        facts=facts,
        published=draw(publications()),
    )


def _one_a_key(rows):
    key = ("partnership", "owner", "census_on", "service_area")
    return list({tuple(row[name] for name in key): row for row in rows}.values())


def _key(setting):
    return setting["key"], setting["valid_from"], setting["country"]


def settings():
    """A rule that has changed for everybody, or holds in one country alone."""
    keys = st.sampled_from([row["key"] for row in scenery.SETTINGS] + ["daily_fee_pence"] * 4)
    values = st.sampled_from(("1", "12", "14", "36"))
    countries = st.sampled_from(("any", "Wales"))
    return st.builds(
        lambda key, value, valid_from, country: {
            "key": key,
            "value": value,
            "valid_from": valid_from,
            "country": country,
        },
        keys,
        values,
        day,
        countries,
    )
