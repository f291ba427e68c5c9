"""What's changed, as a page and as a file: corrections first, old and new."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from data.changes import audit
from data.changes.author import Author
from data.engine import writing
from layouts.static_parts import plain
from tests import factories
from tests.support.drawn import elements

OFFER = "north/riverside/O1"


@pytest.fixture
def noted(world, sqlite_engine):
    """Writes lines of history: `noted(Entry(...), days=3, who="sam@example.org")`."""

    def write(*entries, days=0, who="coordinator@example.org"):
        author = Author(who, "form", datetime.now(UTC) - timedelta(days=days))
        with writing(sqlite_engine) as connection:
            audit.record(connection, author, entries)

    return write


@pytest.fixture
def corrected(noted):
    """An offer that was added and corrected, and another that was added later."""
    new = {"ref": "O1", "places": 8127}
    noted(audit.Entry("offers", OFFER, None, new), days=2)
    noted(audit.Entry("offers", OFFER, {"places": 8127}, {"places": 8050}), days=1)
    noted(audit.Entry("offers", "north/riverside/O2", None, {"ref": "O2", "places": 1}))


def lines(browser, query=""):
    """The file of what has changed, as dictionaries."""
    answer = browser.get(f"/changes.csv{query}")
    assert answer.status_code == 200
    rows = list(csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"))))
    start = rows.index([]) + 1
    return [dict(zip(rows[start], row, strict=True)) for row in rows[start + 1 :]]


def test_corrections_come_before_what_is_newer(corrected, person):
    page = person("manager", "partnership:north").get("/changes").text
    assert page.index("<h2>Corrections") < page.index("O1") < page.index("<h2>All changes by day")
    assert page.index(">8127<") < page.index(">8050<")
    assert "O2" not in page


def test_a_viewer_reads_whose_rows_and_which_columns_and_no_value(corrected, person):
    page = person("viewer", "partnership:north").get("/changes").text
    assert "Riverside, Offers" in page
    assert "1 row corrected (Places)" in page
    assert [secret for secret in ("8127", "8050", "O1", "coordinator@") if secret in page] == []


def test_the_file_says_the_same(corrected, person):
    first, *then = lines(person("manager", "partnership:north"))
    assert (first["What"], first["Was"], first["Now"]) == ("corrected", "8127", "8050")
    assert [(each["What"], each["Rows"]) for each in then] == [
        ("rows added", "1"),
        ("rows changed", "1"),
        ("rows added", "1"),
    ]


def test_the_file_of_a_viewer_holds_no_value(corrected, person):
    text = str(lines(person("viewer", "partnership:north")))
    assert ("8127" in text, "8050" in text, "O1" in text) == (False, False, False)


def test_a_formula_in_a_reason_stays_text(noted, person):
    void = {"voided_at": "2026-01-01"}
    noted(audit.Entry("offers", OFFER, {"voided_at": None}, void, "=cmd()"))
    first, _ = lines(person("manager", "partnership:north"))
    assert first["Why"] == "'=cmd()"


@pytest.mark.parametrize("path", ["/changes", "/changes.csv"])
@pytest.mark.parametrize(
    "query", ["", "?partnership=north", "?partnership=north&organisation=riverside"]
)
def test_nothing_of_another_partnership_is_told(corrected, person, holding, path, query):
    holding(
        factories.partnership("south"),
        factories.university("southern"),
        factories.membership("southern", "south"),
    )
    text = person("manager", "partnership:south").get(path + query).get_data(as_text=True)
    assert [word for word in ("Riverside", "8127", "O1", "Offers") if word in text] == []


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 4),
        ("?days=7", 4),
        ("?partnership=north", 4),
        ("?organisation=riverside", 4),
        ("?organisation=northern", 0),
        (f"?since={date.today() - timedelta(days=1)}", 3),
        (f"?since={date.today()}", 1),
        ("?partnership=&organisation=&since=", 4),
    ],
)
def test_the_address_says_which_part_is_shown(corrected, person, query, count):
    assert len(lines(person("manager", "partnership:north"), query)) == count


@pytest.mark.parametrize(
    ("query", "whose"),
    [
        ("", "all partners that you read"),
        ("?partnership=north&organisation=riverside", "North Teaching Partnership, Riverside"),
    ],
)
def test_on_paper_it_is_said_whose_changes_they_are(corrected, person, query, whose):
    page = person("manager", "partnership:north").get(f"/changes{query}").text
    assert page.partition("Showing: ")[2].partition(".<")[0] == whose


@pytest.mark.parametrize(
    "query",
    ["since=yesterday", "since=2999-01-01", "partnership=atlantis", "organisation=atlantis"],
)
def test_what_is_unknown_is_left_out_and_said(corrected, person, query):
    browser = person("manager", "partnership:north")
    assert "It is left out." in browser.get(f"/changes?{query}").text
    assert len(lines(browser, f"?{query}")) == 4


@pytest.mark.parametrize(
    "query",
    ["days=x", "days=-1", "days=" + "9" * 5000, "page=x", "corrections=999999", "since=%00"],
)
def test_a_strange_address_is_answered(corrected, person, query):
    assert person("manager", "partnership:north").get(f"/changes?{query}").status_code == 200


def test_steps_of_returns_are_told_and_reasons_to_who_reads_the_rows(noted, person):
    for quarter in ("2025/26 Q1", "2025/26 Q2"):
        row = f"north/riverside/{quarter}"
        step = ({"state": "signed_off"}, {"state": "reopened"}, "Counted twice")
        noted(audit.Entry("return_status", row, *step))
    noted(audit.Entry("return_status", row, {"state": "reopened"}, {"state": "in_progress"}))
    manager, viewer = person("manager", "partnership:north"), person("viewer")
    words = "returns of 2025/26 Q1 to Q2 reopened"
    assert f"{words} (“Counted twice”)" in manager.get("/changes").text
    assert words in viewer.get("/changes").text
    assert "Counted twice" not in viewer.get("/changes").text


def test_what_came_all_at_once_is_one_line_for_who_reads_everything(noted, person):
    noted(audit.Entry("generated", "size M", None, {"offers": 12_000}))
    assert "Offers 12,000" in person("administrator").get("/changes").text
    assert "12,000" not in person("manager", "partnership:north").get("/changes").text


def test_many_corrections_are_parted_into_pages(noted, person):
    for days in range(25):
        noted(audit.Entry("offers", OFFER, {"places": 1}, {"places": 2}), days=days)
    browser = person("manager", "partnership:north")
    first, second = (browser.get(f"/changes?corrections={page}").text for page in (1, 2))
    assert first.count("Riverside, Offers</h3>") == 20
    assert second.count("Riverside, Offers</h3>") == 5
    assert "Page 1 of 2" in first


def test_nothing_is_said_to_have_changed_where_nothing_has(person):
    page = person("viewer", "partnership:north").get("/changes").text
    assert "Nothing was corrected." in page
    assert "Nothing was changed." in page


def test_a_stranger_is_asked_to_sign_in(world, browser_of):
    assert browser_of().get("/changes").status_code == 303
    assert browser_of().get("/changes.csv").status_code == 303


def test_every_page_leads_there(person, shell):
    assert "/changes" in person().get("/account").text
    links = [element for element in elements([plain(shell)]) if element[0] == "a"]
    assert [link[2] for link in links if link[1]["href"] == "/changes"] == [["What's changed"]]
