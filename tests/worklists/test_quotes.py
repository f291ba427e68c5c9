"""Quotes of documents: for those who read the rows that they were entered in."""

import pytest

from dashboard.worklists.quotes import QUOTES
from tests import factories
from tests.worklists.conftest import of


@pytest.fixture
def quoted(held):
    """A quote of the council, one of the university, and a figure without one."""
    held(
        factories.reported_figure(ref="R1", quote="We offered plenty.", period="2025/26"),
        factories.reported_figure(ref="R2", owner="northern", quote="We asked for more."),
        factories.reported_figure(ref="R3"),
        factories.demand(),
    )


def shown(found):
    return [row["Figure"] for row in found]


@pytest.mark.parametrize(
    ("person", "figures"),
    [
        (of("manager"), ["R2", "R1"]),
        (of("administrator"), ["R2", "R1"]),
        (of("coordinator", "riverside"), ["R1"]),
        (of("approver", "northern"), ["R2"]),
    ],
)
def test_everybody_reads_the_quotes_of_rows_that_they_read(rows_of, quoted, person, figures):
    assert shown(rows_of(QUOTES, person)) == figures


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_reads_figures_alone_is_refused(rows_of, quoted, role):
    assert rows_of.look(QUOTES, of(role)).refused


def test_it_follows_the_filters(rows_of, quoted):
    assert shown(rows_of(QUOTES, of("manager"), "?organisation=riverside")) == ["R1"]
    assert shown(rows_of(QUOTES, of("manager"), "?year=2025/26")) == ["R1"]


def test_no_more_are_shown_than_asked_for_and_that_is_said(rows_of, quoted):
    listed = rows_of.look(QUOTES, of("manager"), most=1)
    assert (len(listed.table.rows), listed.title) == (
        1,
        "2 figures are quoted word for word; the first 1 quotes are listed",
    )
