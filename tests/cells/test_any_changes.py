"""Cells kept in memory say after every change what the rows in the database say."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cells.changing import ASKS, DAYS, changes, disagreements, level, ref, slight
from tests.support.files import row

OF_PLACEMENTS = [ask for ask in ASKS if "placements" in ask.indicator.sheets]
placed = st.fixed_dictionaries(
    {
        "ref": ref,
        "employer": st.sampled_from(("riverside", "lakeside")),
        "level": level,
        "concern": st.sampled_from(("yes", "no")),
        "planned_start": st.sampled_from(DAYS[2:4]),
        "status": st.sampled_from(("matched", "cancelled")),
    }
)


@pytest.mark.timeout(600)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(several=st.lists(st.lists(changes, min_size=1, max_size=3), min_size=1, max_size=3))
def test_figures_follow_every_change(agreed, reader, store, several):
    for sent in several:
        by_ref = {(sheet, values["ref"]): values for sheet, values in sent}
        sheets = {}
        for (sheet, _ref), values in by_ref.items():
            sheets.setdefault(sheet, []).append(values)
        assert not agreed(**sheets).errors
        assert not disagreements(store, reader)


@pytest.mark.timeout(600)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(first=st.lists(changes, max_size=3), cells=st.lists(slight, min_size=1, max_size=4))
def test_figures_follow_every_cell(agreed, reader, store, first, cells):
    sent = {(sheet, values["ref"]): values for sheet, values in first}
    for (sheet, _ref), values in sent.items():
        assert not agreed(**{sheet: [values]}).errors
    assert not disagreements(store, reader)
    for sheet, name, cell in cells:
        values = sent[sheet, name] = sent.get((sheet, name), row(sheet, ref=name)) | cell
        agreed(**{sheet: [values]})
        assert not disagreements(store, reader)


@pytest.mark.timeout(600)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sent=st.lists(placed, min_size=2, max_size=8))
def test_figures_follow_placements_that_move_between_employers(two_employers, reader, store, sent):
    for values in sent:
        assert not two_employers(placements=[row("placements", **values)]).errors
        assert not disagreements(store, reader, OF_PLACEMENTS)
