"""What every view of the three core pages promises, whatever the figures are."""

import html
import re

import plotly.graph_objects as go
import pytest

from dashboard.disclosure import counts
from dashboard.views import partner_list, partner_years, scorecard, tiles
from dashboard.views.peers import Peers
from layouts.pages import (
    adults_and_children,
    calendar,
    engagement,
    money,
    placements,
    practice_educators,
    progress,
    workforce,
)
from tests.views.conftest import OPTIONS

PAGES = (
    placements.PAGE,
    progress.PAGE,
    calendar.PAGE,
    practice_educators.PAGE,
    adults_and_children.PAGE,
    engagement.PAGE,
    workforce.PAGE,
    money.PAGE,
)
# Those of pages that hang on their address, for one address each.
COUNCIL, UNIVERSITY = (OPTIONS.partners[code] for code in ("city", "uni"))
OTHERS = Peers("same kind in the region, 1 partner", ("shire",))
MADE = {
    "partners": partner_list.view(OPTIONS),
    "map": tiles.view("net_supply", OPTIONS),
    "map-of-shares": tiles.view("statutory_share", OPTIONS),
    "scorecard": scorecard.view(COUNCIL, OTHERS, OPTIONS.years),
    "scorecard-of-a-university": scorecard.view(UNIVERSITY, OTHERS, OPTIONS.years),
    "year-by-year": partner_years.view(COUNCIL, OPTIONS.years),
}
OF_PAGES = {view.name: view for page in PAGES for view in page.views}
VIEWS = OF_PAGES | MADE
WORLDS = (
    "numbers",
    "partial",
    "provisional",
    "missing",
    "suppressed",
    "low",
    "nothing",
    "zero",
    "no cut",
)
CODES = {
    "partnership": ("n", "s", "e"),
    "organisation": ("uni", "poly", "city", "shire"),
    "region": ("E12000002",),
    "university": ("uni", "poly"),
    "employer": ("city", "shire"),
    "programme": ("ba", "ma"),
    "academic_year": ("2023/24", "2025/26"),
    "term": ("autumn", "summer"),
    "level": ("final", "first", "either"),
    "service_area": ("adults", "children", "mixed", "either", "not_known"),
    "stage": ("1", "2", "legacy"),
    "category": ("new", "returning"),
    "activity": ("teaching", "cpd_course", "governance_meeting"),
    "financial_year": ("2024-25", "2025-26"),
    "quarter": ("year", "2"),
    "heading": ("Courses", "Office"),
}
FIGURES = {
    "numbers": lambda figures: figures.known(0.5, of=8),
    "partial": lambda figures: figures.partial(0.5),
    "provisional": lambda figures: figures.known(4, status="provisional"),
    "missing": lambda figures: figures.missing(),
    "suppressed": lambda figures: figures.missing("suppressed"),
    "low": lambda figures: figures.low(),
    "zero": lambda figures: figures.known(0),
    # Numbers in all, and by group nothing but the word that there are none.
    "no cut": lambda figures: figures.known(4),
}


def keys(by):
    found = [()]
    for dimension in by:
        found = [(*key, code) for key in found for code in CODES[dimension]]
    return found


@pytest.fixture(params=WORLDS)
def drawn(request, view, given, figures):
    """The view where every figure is of one kind."""
    world = given(years=("2025/26",))
    if request.param != "nothing":
        figure = FIGURES[request.param](figures)
        for ask in view.asks(world.selection):
            world.totals[ask.indicator.id] = figure
            world.groups[ask.indicator.id, *ask.by] = dict.fromkeys(keys(ask.by), figure)
            if request.param == "no cut" and ask.by:
                nameless = {(None,) * len(ask.by): figures.missing("suppressed")}
                world.groups[ask.indicator.id, *ask.by] = nameless
    return world.draw(view)


@pytest.fixture(params=VIEWS.values(), ids=VIEWS)
def view(request):
    return request.param


def test_its_words_are_sentences_without_full_stop_and_without_code(drawn):
    for words in (drawn.title, drawn.subtitle):
        assert words
        assert not words.endswith(".")
        assert not re.search(r"\bNone\b(?! of)|\bnan\b|_", words)


def test_its_text_alternative_is_made_of_sentences(drawn):
    assert drawn.alt.endswith(".")
    assert drawn.title.rstrip(".") in drawn.alt or drawn.title[1:] in drawn.alt


@pytest.mark.parametrize(
    "view", ["shortfall-by-term", "by-university", "steps", "losses", "lapses", "mix-of-demand"]
)
def test_what_is_low_is_never_called_none(view, given, figures):
    world = given(years=("2025/26",))
    for ask in OF_PAGES[view].asks(world.selection):
        figure = figures.low() if counts.sides(ask.indicator) == ("value",) else figures.known(4)
        world.totals[ask.indicator.id] = figure
        world.groups[ask.indicator.id, *ask.by] = dict.fromkeys(keys(ask.by), figure)
    title = world.draw(OF_PAGES[view]).title
    assert not re.search(r"^(No|None|Neither|Nobody|Nothing) |: none$| has no ", title)


def test_every_cell_says_something(drawn):
    cells = [cell for row in (*drawn.table.rows, drawn.table.footer) for cell in row]
    assert all(cell.text and not re.search(r"None|nan\b|_", cell.text) for cell in cells)


def test_every_row_has_a_cell_under_every_heading(drawn):
    rows = [row for row in (*drawn.table.rows, drawn.table.footer) if row]
    assert all(len(row) == len(drawn.table.columns) for row in rows)


def test_plotly_takes_its_chart(drawn):
    if drawn.figure is not None:
        assert drawn.height >= 40
        assert len(go.Figure(drawn.figure).data) == len(drawn.figure["data"])


def test_a_chart_without_anything_on_it_says_why(drawn):
    if drawn.figure is not None:
        assert bool(drawn.empty) == (not drawn.figure["data"])


def test_its_rows_stand_as_in_its_chart(drawn):
    ticks = (drawn.figure or {"layout": {}})["layout"].get("yaxis", {}).get("ticktext", [])
    names = [row[0].text for row in (*drawn.table.rows, drawn.table.footer) if row]
    assert [html.unescape(name.replace("<br>", " ")) for name in ticks] == names[: len(ticks)]


def test_it_names_the_year_chosen_or_a_day_or_every_year(drawn):
    assert re.search(r"2025/26|\d{1,2} \w+ 20\d\d|all academic years", drawn.subtitle)


def test_it_is_the_same_kind_of_picture_whatever_the_figures(view, given, figures):
    kinds = set()
    for total in (0, figures.missing(), 8):
        world = given()
        for ask in view.asks(world.selection):
            world.totals[ask.indicator.id] = total
            if total == 8:
                world.groups[ask.indicator.id, *ask.by] = dict.fromkeys(keys(ask.by), 8)
        kinds.add(world.draw(view).figure is None)
    assert len(kinds) == 1


def test_names_of_views_are_never_given_twice():
    assert len(OF_PAGES) == sum(len(page.views) for page in PAGES)
