"""A Hypothesis strategy: what is published of the councils of the scenery, and of other places."""

from datetime import date

from hypothesis import strategies as st

from tests.oracle.published import MEASURES

PLACES = [
    {"ons_code": " / ".join(councils) or code, "geographic_level": level, "councils": councils}
    for level, code, councils in (
        ("Local authority", "", {"E06000001": "801"}),
        ("Local authority", "", {"E06000001": "801"}),
        ("Local authority", "", {"E06000002": "802"}),
        # The first council under its next code; then both in one row.
        ("Local authority", "", {"E06000009": "801"}),
        ("Local authority", "", {"E06000001": "801", "E06000002": "802"}),
        ("Regional", "E12000003", {}),
        ("National", "E92000001", {}),
    )
]
CELLS = [
    *((value, "ok") for value in (0.0, 3.5, 3.5, 20.0, 20.0)),
    (None, "not_available"),
    (None, "not_applicable"),
    (None, "low"),
]


def publications():
    """Published rows of councils, alone, recoded or joint, of a region and of England."""
    places = st.sampled_from(PLACES)
    cell = st.sampled_from(CELLS)
    cells = st.fixed_dictionaries(dict.fromkeys(MEASURES, cell))
    rows = st.builds(
        lambda place, census_on, cells: place | {"census_on": census_on, "cells": cells},
        places,
        st.sampled_from([date(year, 9, 30) for year in (2023, 2024, 2025)]),
        cells,
    )
    return st.lists(rows, min_size=2, max_size=9).map(_once_a_census)


def _once_a_census(rows):
    """The rows without those about a place that an earlier one is about."""
    seen, kept = set(), []
    for row in rows:
        about = {(row["census_on"], each) for each in row["councils"].values() or [row["ons_code"]]}
        if not about & seen:
            seen |= about
            kept.append(row)
    return kept
