"""The list of partners, and the figure on its map."""

import pytest

from dashboard import ids
from tests import factories
from tests.callbacks.partners.conftest import YEAR


def test_the_list_names_kind_region_partnership_and_returns(table, north):
    listed = table("/partners", "partners")
    assert listed["Riverside"] == [
        "Council",
        "Yorkshire and The Humber",
        "North Teaching Partnership (member)",
        "not reported",
        "not asked",
        "not applicable",
        "not applicable",
    ]


@pytest.mark.parametrize(("state", "reads"), [("submitted", "in"), ("in_progress", "late since")])
def test_the_list_says_whose_return_is_in(table, north, holding, state, reads):
    holding(factories.period(), factories.return_state("riverside", state))
    assert table("/partners", "partners")["Riverside"][4].startswith(reads)


def test_the_list_says_how_many_returns_came_in_time_and_when_the_last_was_confirmed(
    table, north, holding
):
    holding(factories.period(), factories.return_state("riverside"))
    assert table("/partners", "partners")["Riverside"][-2:] == ["0.0% of 1", "211 days ago"]


def test_a_filter_leaves_those_that_it_lets_pass(table, north):
    assert list(table("/partners", "partners", f"{YEAR}&organisation=lakeside")) == ["Lakeside"]


def test_an_unknown_figure_for_the_map_is_left_out_and_said_so(draw, north):
    line = draw("/partners", "?show=happiness")["slots"][ids.SELECTION_LINE]["children"]
    assert "Figure on the map “happiness” is not known here, so it is left out." in line


def test_the_file_of_the_map_holds_the_figure_that_is_shown(application, north):
    client = application.server.test_client()
    file = client.get(f"/download/partners/map.csv{YEAR}&show=pe_current").text
    assert "Current practice educators" in file
