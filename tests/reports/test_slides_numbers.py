"""Every number on a slide is the figure that the edition keeps."""

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.reports import pack as packs
from dashboard.reports.building import build
from dashboard.units import WRITING, written
from dashboard.wording import AREAS, LEVELS, LOW, TERMS
from data.migrations.reports import SCORECARD
from data.selection import Selection
from tests.reports import deck
from tests.reports.numbers import kept

YEAR, BEFORE = "2025/26", "2024/25"
COLUMNS = ("Figure", YEAR, BEFORE, "Target", "Status")
SERIES = {"demand": "Students who need a placement", "net_supply": "Places offered"}
SPLITS = {"term": TERMS, "level": LEVELS}
PLACES = {"north": "North Teaching Partnership", "south": "South Teaching Partnership"}


@pytest.fixture(scope="module", params=[1, 2], ids=["exact", "for funders"])
def number_of(request):
    return request.param


@pytest.fixture
def slides(files, number_of):
    return deck.opened(files("slides", number_of))


class Figures:
    """The figures of an edition, as it keeps them; of one for funders, as it may be asked."""

    def __init__(self, files, number):
        self._kept = kept(files, number)
        self._at = files.at()(f"edition={number}")

    def __getitem__(self, by):
        """Value and words by indicator and group."""
        if self._at.edition.disclosure == "exact":
            return {
                each: (row["value"], as_written(each[0], row))
                for each, row in self._kept[by].items()
            }
        selection = Selection(self._at.today, partnerships=tuple(PLACES))
        asks = [Ask(INDICATORS[key], selection, by) for key in {each for each, _ in self._kept[by]}]
        with self._at.reader.snapshot() as snapshot:
            found = evaluate(self._at.bench(snapshot), asks)
        return {
            (ask.indicator.id, figure.key): (figure.value, written(figure, ask.indicator.unit))
            for ask, figures in found.items()
            for figure in figures
        }


def as_written(indicator, row):
    """How a figure that is kept reads, where it has a number."""
    return "" if row["value"] is None else WRITING[INDICATORS[indicator].unit].write(row["value"])


@pytest.fixture
def figures(files, number_of):
    return Figures(files, number_of)


def shown(slides, words):
    """What the charts draw whose notes say some words, by series and row."""
    drawn = deck.drawn(deck.about(slides, words))
    # A name that lacks a number says why behind it.
    return {(series, name.partition(" (")[0]): value for (series, name), value in drawn.items()}


@pytest.mark.parametrize(("dimension", "names"), SPLITS.items(), ids=SPLITS)
def test_supply_and_demand_are_those_of_the_edition(slides, figures, dimension, names):
    drawn = shown(slides, "Students who need a placement and places offered, ")
    found = {
        (SERIES[indicator], names[key[1]]): value
        for (indicator, key), (value, _) in figures["academic_year", dimension].items()
        if indicator in SERIES and key[0] == YEAR and key[1]
    }
    assert any(found.values())
    assert {each: drawn.get(each) for each in found} == found


def test_supply_and_demand_over_the_years_are_those_of_the_edition(slides, figures):
    drawn = shown(slides, "Students, places offered and shortfall, ")
    names = {**SERIES, "unmatched_shortfall": "Unmatched shortfall"}
    found = {
        # What reads nought and is not is no point of a line.
        (names[indicator], key[0]): None if words == LOW else value
        for (indicator, key), (value, words) in figures["academic_year",].items()
        if indicator in names and key[0]
    }
    assert {year for _, year in found} == {YEAR, BEFORE}
    assert {each: drawn[each] for each in found} == found


def test_shares_of_each_partnership_are_those_of_the_edition(slides, figures):
    drawn = shown(slides, "Adults' share of places offered and of students who need a placement, ")
    found = {
        (name, PLACES[key[1]]): value
        for (indicator, key), (value, _) in figures["academic_year", "partnership"].items()
        for name in [{"adult_share_supply": "Adults' share of places"}.get(indicator)]
        if name and key[0] == YEAR and value is not None
    }
    assert {each: drawn[each] for each in found} == found


@pytest.mark.parametrize("indicator", SCORECARD)
def test_the_scorecard_is_of_this_year_and_the_last(slides, figures, indicator):
    rows = [row for row in deck.cells(slides) if len(row) == len(COLUMNS)]
    assert list(COLUMNS) in rows
    (row,) = [row for row in rows if row[0] == INDICATORS[indicator].name]
    for place, year in enumerate((YEAR, BEFORE), 1):
        value, words = figures["academic_year",].get((indicator, (year,)), (None, ""))
        without = ("not reported", "not applicable", "0", "hidden")
        assert row[place].startswith(without if value is None else words)


def test_charts_draw_every_row_of_their_table(files, number_of, slides):
    found = {value for value in deck.drawn(slides).values() if value is not None}
    pack = build(files.at()(f"edition={number_of}"))
    charted = [section for section in pack.sections if section.chart]
    numbers = {
        packs.drawn(row[place])
        for section in charted
        for row in section.table.rows
        for place in section.chart.columns
    }
    assert len(charted) > 4
    assert found == numbers - {None}


def test_areas_of_the_edition_are_all_shown(slides, figures):
    found = {
        AREAS[key[1]]: words
        for (indicator, key), (value, words) in figures["academic_year", "service_area"].items()
        if indicator == "unmatched_shortfall" and key[0] == YEAR and value
    }
    rows = {row[0]: row for row in deck.cells(slides)}
    assert found
    assert all(text in rows[area] for area, text in found.items())
