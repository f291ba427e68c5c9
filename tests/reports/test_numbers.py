"""Every number of a workbook and of a bundle is the figure that the edition keeps."""

import json
from csv import DictReader
from io import StringIO

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.cli import main
from dashboard.editions.between import between
from dashboard.editions.making import make
from dashboard.editions.request import EditionRequest
from dashboard.reports.tidy_tables import name
from data.engine import writing
from tests import factories
from tests.editions.conftest import AUTHOR, wanted
from tests.reports.conftest import BOTH, Files, files_of
from tests.reports.numbers import as_told, check, in_bundle, in_workbook, kept
from tests.reports.reading import lines, table


def test_every_number_is_the_figure_that_the_edition_keeps(files):
    check(files)


LEVELS = st.sampled_from(["first", "final"])
AREAS = st.sampled_from(["adults", "children", "mental_health"])
ROWS = st.lists(
    st.tuples(st.integers(0, 60), LEVELS, AREAS, st.sampled_from([2024, 2025])), max_size=6
)


def rows(make, count, found):
    start = factories.AUTUMN
    return [
        make(
            **{count: number},
            level=level,
            service_area=area,
            window_start=start.replace(year=year),
        )
        for number, level, area, year in found
        if number or count == "students"
    ]


@settings(max_examples=3)
@given(needed=ROWS, offered=ROWS)
def test_so_it_is_of_any_rows(sqlite_template, tmp_path_factory, needed, offered):
    demand = rows(factories.demand, "students", needed)
    offers = rows(factories.offer, "places", offered)
    world = (*factories.reference(), factories.period(), *demand, *offers)
    with files_of(sqlite_template, tmp_path_factory.mktemp("any"), world) as files:
        files.editions()
        check(files)


def test_the_same_edition_gives_the_same_bytes(files):
    for form in ("workbook", "bundle"):
        again = Files(files.engine)
        assert files(form, 1) == again(form, 1)


def test_what_changes_later_changes_no_file(files_apart):
    files = files_apart
    before = [files(form, 1) for form in ("workbook", "bundle")]
    with writing(files.engine) as connection:
        connection.execute(factories.demand(students=40))
    assert [files(form, 1) for form in ("workbook", "bundle")] == before


def test_a_revised_total_is_marked(files_apart):
    files = files_apart
    with writing(files.engine) as connection:
        connection.execute(factories.demand(students=40))
    another = wanted(partnerships=BOTH, revises=1, reason="A row came late")
    number = make(files.engine, AUTHOR, another, EditionRequest("a revision"))
    revised = {each.indicator for each in between(files.at(), files.editions.all()[-1])}
    marked = {
        row["Indicator id"]
        for row in table(files.workbook(number)["Totals"])
        if row["State"].startswith("[r] Revised since edition 1.")
    }
    assert "demand" in marked == revised


def test_a_funders_workbook_shows_what_its_bundle_does(files):
    archive = files.bundle(2)
    cuts = [by for by in kept(files, 2) if f"figures/{'-'.join(by) or 'total'}.csv" in archive]
    book, lines_of = in_workbook(files, cuts, archive, 2), in_bundle(cuts, archive)
    told = set()
    for by in cuts:
        assert book[by].keys() == lines_of[by].keys()
        for key, line in lines_of[by].items():
            assert book[by][key]["Value"] == pytest.approx(as_told(line)), (by, key)
            told.add(as_told(line))
    assert {"[c]", "[low]", "[x]", "[z]", 45.0} <= told


BY = [(), ("academic_year",), ("partnership", "level")]


@pytest.mark.parametrize("number", [1, 2], ids=["exact", "for funders"])
@pytest.mark.parametrize("by", BY, ids=map(name, BY))
def test_figures_of_a_bundle_are_those_of_the_command_line(files, monkeypatch, number, by):
    monkeypatch.setenv("DATABASE_URL", str(files.engine.url))
    split = [word for each in by for word in ("--by", each)]
    order = ["indicators", "--edition", str(number), *split, "--format", "csv"]
    printed = CliRunner().invoke(main, order).stdout
    listed = [
        row for row in DictReader(StringIO(printed)) if not by or any(row[each] for each in by)
    ]
    found = lines(files.bundle(number)[f"figures/{'-'.join(by) or 'total'}.csv"])
    assert [row for row in found if not by or any(row[each] for each in by)] == listed


def test_the_dictionary_knows_every_column_and_indicator(files):
    archive = files.bundle(1)
    known = json.loads(archive["dictionary.json"])
    figures = [name for name in archive if name.startswith("figures/")]
    columns = {column for name in figures for column in lines(archive[name])[0]}
    ids = {row["indicator"] for name in figures for row in lines(archive[name])}
    statuses = {row["status"] for name in figures for row in lines(archive[name])}
    assert columns <= known["columns"].keys() | known["dimensions"].keys()
    assert ids <= {each["id"] for each in known["indicators"]}
    assert statuses <= known["statuses"].keys()
    assert set(archive) - set(known["files"]) == {"dictionary.json", "readme.txt"}
