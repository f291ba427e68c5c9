"""The list of partners, and a page for each: who finds it by which name, and what it says."""

from datetime import date

import pytest

from dashboard import ids
from tests import factories
from tests.support.application import question
from tests.support.drawn import found, rows

YEAR = "?year=2025/26"


@pytest.fixture
def north(holding):
    """A partnership with a council that offers five places, and another council beside it."""
    holding(
        *factories.reference(),
        factories.council("lakeside", services="children"),
        factories.membership("lakeside"),
        factories.offer(places=5),
        factories.offer(owner="lakeside", places=3, service_area="children"),
    )


@pytest.fixture
def table(draw):
    """The cells of a table of a page, by the heading of their row."""

    def read(path, view, search=YEAR):
        slots = draw(path, search)["slots"]
        content = slots[ids.CONTENT]["children"]
        return rows(found(content, ids.view(view, "table")))

    return read


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


@pytest.mark.parametrize("name", ["riverside", "Riverside", "The%20River"])
def test_a_partner_has_a_page_under_each_of_its_names(draw, north, holding, name):
    holding(factories.alias("The River", "riverside"))
    assert draw(f"/partners/{name}")["slots"][ids.HEADING]["children"] == "Riverside"


def test_the_browser_tab_names_the_partner(draw, north):
    assert draw("/partners/riverside")["title"].startswith("Riverside \u2013")


def test_the_page_of_a_partner_stands_under_partners(draw, north):
    slots = draw("/partners/riverside")["slots"]
    assert slots[ids.nav("/partners")]["aria-current"] == "true"


def test_its_figures_are_its_own_whatever_the_filters_say(table, north):
    own = table(
        "/partners/riverside", "scorecard", f"{YEAR}&organisation=lakeside&region=W92000004"
    )
    assert own["Places offered"][1].startswith("5")


def test_a_count_stands_beside_the_total_of_region_and_peers(table, north):
    *_, region, peers = table("/partners/riverside", "scorecard")["Places offered"]
    assert (region, peers) == ("8 total", "3 total")


def test_a_figure_is_judged_by_its_target_once_the_year_has_ended(table, north, holding):
    holding(factories.target("net_supply", 5, scope="organisation:riverside"))
    row = table("/partners/riverside", "scorecard", f"{YEAR}&as_at=2026-09-01")["Places offered"]
    assert row[2:4] == ["5", "● On track On track from 5, at risk from 5, below that behind"]


@pytest.mark.parametrize(
    ("search", "why"),
    [
        ("&as_at=2026-02-01", "the academic year has not ended"),
        ("&as_at=2026-09-01&level=final", "the target is for all of its work"),
    ],
)
def test_a_figure_that_can_not_be_judged_says_why(table, north, holding, search, why):
    holding(factories.target("net_supply", 5, scope="organisation:riverside"))
    row = table("/partners/riverside", "scorecard", YEAR + search)["Places offered"]
    assert row[3] == f"○ No data Not judged: {why}"


def test_part_of_its_partnerships_is_not_held_against_the_target_for_all(table, north, holding):
    holding(
        factories.partnership("south"),
        factories.membership("riverside", "south"),
        factories.target("net_supply", 5, scope="organisation:riverside"),
    )
    search = f"{YEAR}&as_at=2026-09-01&partnership=north"
    row = table("/partners/riverside", "scorecard", search)["Places offered"]
    assert row[3].endswith("the target is for all of its work")


def test_a_children_s_only_partner_has_no_adult_share_and_says_so(table, north):
    row = table("/partners/lakeside", "scorecard")["Adults' share of places"]
    assert (row[0], row[1]) == ("no numbers", "children's only")


def test_a_university_has_the_figures_of_a_university(table, north):
    card = table("/partners/northern", "scorecard")
    assert "Students who need a placement" in card
    assert "Places offered" not in card


def test_the_years_say_what_the_line_draws(table, north, holding):
    holding(factories.offer(places=2, window_start=date(2023, 9, 22)))
    line = table("/partners/riverside", "scorecard")["Places offered"][0]
    years = table("/partners/riverside", "year-by-year")["Places offered"]
    assert line.startswith("2023/24: 2; 2024/25: 0; 2025/26: 5")
    assert [cell.split()[0] for cell in years] == ["2", "0", "5"]


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


@pytest.fixture
def two(holding, north):
    """A second partnership, whose council nobody of the first may know of."""
    holding(
        factories.partnership("south", name="South Partnership"),
        factories.council("southwick"),
        factories.membership("southwick", "south"),
        factories.membership("riverside", "south"),
        factories.action(words="South's own", partnership="south", scope="organisation:riverside"),
        factories.comment("partners-riverside/scorecard", "Said in the south", partnership="south"),
    )


@pytest.mark.parametrize(("code", "status"), [("riverside", 200), ("southwick", 404), ("x", 404)])
def test_a_page_that_one_may_not_see_answers_as_one_that_is_not_there(
    two, account, browser_of, code, status
):
    browser = browser_of(account("viewer", "partnership:north"))
    assert browser.get(f"/partners/{code}").status_code == status


def test_both_are_drawn_alike(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    answers = [
        browser.send("/_dash-update-component", question(f"/partners/{code}")).get_json()
        for code in ("southwick", "nowhere")
    ]
    assert answers[0] == answers[1]


def test_nothing_of_another_partnership_is_on_a_page(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    answer = browser.send("/_dash-update-component", question("/partners/riverside")).text
    told = [
        word
        for word in ("South Partnership", "South's own", "Said in the south", "southwick")
        if word in answer
    ]
    assert told == []


@pytest.mark.parametrize("view", ["scorecard", "year-by-year"])
def test_the_tables_of_a_partner_are_files_too(application, north, view):
    file = application.server.test_client().get(f"/download/partners-riverside/{view}.csv{YEAR}")
    assert (file.status_code, "Places offered" in file.text) == (200, True)


def test_a_partner_that_one_may_not_see_has_no_files(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    assert browser.get("/download/partners-southwick/scorecard.csv").status_code == 404


def test_an_unknown_figure_for_the_map_is_left_out_and_said_so(draw, north):
    line = draw("/partners", "?show=happiness")["slots"][ids.SELECTION_LINE]["children"]
    assert "Figure on the map “happiness” is not known here, so it is left out." in line


def test_the_file_of_the_map_holds_the_figure_that_is_shown(application, north):
    client = application.server.test_client()
    file = client.get(f"/download/partners/map.csv{YEAR}&show=pe_current").text
    assert "Current practice educators" in file


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
