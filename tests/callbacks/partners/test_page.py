"""A page for each partner: who finds it by which name, and what it says."""

from datetime import date

import pytest

from dashboard import ids
from tests import factories
from tests.callbacks.partners.conftest import YEAR
from tests.support.drawn import found


@pytest.mark.parametrize("name", ["riverside", "Riverside", "The%20River"])
def test_a_partner_has_a_page_under_each_of_its_names(draw, north, holding, name):
    holding(factories.alias("The River", "riverside"))
    assert draw(f"/partners/{name}")["slots"][ids.HEADING]["children"] == "Riverside"


def test_the_browser_tab_names_the_partner(draw, north):
    assert draw("/partners/riverside")["title"].startswith("Riverside \u2013")


def test_the_page_of_a_partner_stands_under_partners(draw, north):
    slots = draw("/partners/riverside")["slots"]
    assert slots[ids.nav("/partners")]["aria-current"] == "true"


def test_actions_about_a_partner_stand_on_its_page_what_is_open_first(draw, north, holding):
    about = {"scope": "organisation:riverside"}
    holding(
        factories.action(words="Done already", state="done", closed_on=date(2026, 1, 20), **about),
        factories.action(words="Ask for more places", **about),
        factories.action(words="Elsewhere", scope="all"),
    )
    text = str(found(draw("/partners/riverside")["slots"][ids.CONTENT]["children"], "actions"))
    assert 0 < text.index("Ask for more places") < text.index("Done already")
    assert "Elsewhere" not in text


def test_comments_on_a_partner_s_scorecard_stand_beside_it(draw, north, holding):
    holding(factories.comment("partners-riverside/scorecard"))
    slots = draw("/partners/riverside", "?partnership=north")["slots"]
    said = found(slots[ids.CONTENT]["children"], ids.view("scorecard", "comments"))
    assert "Two teams moved." in str(said)


@pytest.mark.parametrize("view", ["scorecard", "year-by-year"])
def test_the_tables_of_a_partner_are_files_too(application, north, view):
    file = application.server.test_client().get(f"/download/partners-riverside/{view}.csv{YEAR}")
    assert (file.status_code, "Places offered" in file.text) == (200, True)


def test_agreements_are_told_in_numbers_and_none_of_their_words(draw, north, holding):
    holding(
        factories.agreement(title="Between ourselves", places_per_year_low=4),
        factories.agreement(
            title="Also", hei="northern", places_per_year_low=2, places_per_year_high=3
        ),
        factories.agreement(title="Theirs", owner="lakeside"),
    )
    content = draw("/partners/riverside")["slots"][ids.CONTENT]["children"]
    text = str(found(content, "agreements"))
    assert "In force: 2 (service level agreement: 2)" in text
    assert "Places a year in these: at least 6" in text
    assert ("Between ourselves" in text, "Theirs" in text) == (False, False)
