"""What a page shows to one person alone is drawn for them, and never kept for another."""

import json

import pytest
from plotly.utils import PlotlyJSONEncoder

from callbacks.pages import Drawing
from callbacks.tables import Tables
from dashboard import ids
from dashboard.listing import IN_A_FILE, ON_SCREEN, Listed, Listing
from dashboard.views.view import Cell, Table
from data.people.person import Person
from data.people.rights import DeniedError
from data.reader import Reader
from layouts.page import Page
from tests import factories

PATH = "/desk"


def read(visit, most):
    """A list of one row, which names whoever reads it; a viewer may not."""
    if visit.person.role == "viewer":
        return Listed("Not for you", "", Table((), ()), "Ask your manager.", refused=True)
    row = (Cell(visit.person.name), Cell(str(most), most, href="/update"))
    return Listed("One row", "Rows, everywhere", Table(("Who", "Most"), (row,)))


LISTING = Listing("whose", "Whose it is", "It names whoever reads it.", "accounts", read)
PAGE = Page(PATH, "Desk", "Whose desk?", lists=(LISTING,))


def somebody(name, role="manager"):
    return Person(1, f"{name}@example.org", name, role, partnerships=frozenset({"north"}))


def content_of(slots):
    """The list on a page, as it goes to the browser."""
    return json.dumps(slots.get(ids.CONTENT, slots.get(ids.LISTS)), cls=PlotlyJSONEncoder)


@pytest.fixture
def look(sqlite_engine, holding):
    """Look at the page as somebody: `look.at(somebody("Sam"))`; one process draws for all."""
    holding(*factories.reference())

    class Looking:
        person = somebody("Sam")
        drawing = Drawing(
            (PAGE,), Reader(sqlite_engine), lambda: factories.AUTUMN, lambda: Looking.person
        )

        def at(self, person, mounted=""):
            Looking.person = person
            slots = self.drawing.answer(PATH, "", mounted, lambda *_: {})["slots"]
            return slots, content_of(slots)

        def file(self, person):
            Looking.person = person
            return (
                Tables(self.drawing.at, self.drawing.read, lambda: person)
                .file("desk", "whose", "")
                .decode()
            )

    return Looking()


def test_a_page_is_sent_with_its_lists(look):
    _, content = look.at(somebody("Sam"))
    assert "Sam" in content


def test_a_page_that_is_there_takes_new_lists(look):
    slots, _ = look.at(somebody("Sam"))
    slots, content = look.at(somebody("Sam"), slots[ids.MOUNTED]["data"])
    assert (ids.CONTENT in slots, "Sam" in content) == (False, True)


@pytest.mark.parametrize("role", ["manager", "viewer"])
def test_who_reaches_as_far_does_not_see_another_s_list(look, role):
    look.at(somebody("Sam"))
    _, content = look.at(somebody("Alex", role))
    assert "Sam" not in content


def test_somebody_whose_role_is_taken_sees_the_list_no_more(look):
    slots, _ = look.at(somebody("Sam"))
    _, content = look.at(somebody("Sam", "viewer"), slots[ids.MOUNTED]["data"])
    assert "Ask your manager." in content


def test_a_list_on_the_screen_is_shorter_than_its_file(look):
    _, content = look.at(somebody("Sam"))
    assert f"[`{ON_SCREEN}`]" in content
    assert f"Sam,{IN_A_FILE}" in look.file(somebody("Sam"))


def test_a_file_says_how_it_was_counted(look):
    assert "How it is counted,It names whoever reads it." in look.file(somebody("Sam"))


def test_the_file_of_a_list_is_refused_to_who_may_not_see_it(look):
    with pytest.raises(DeniedError):
        look.file(somebody("Vic", "viewer"))


def test_what_a_row_leads_to_is_loaded_by_the_browser(look):
    _, content = look.at(somebody("Sam"))
    assert "{`href`:`/update`,`target`:`_self`}" in content
