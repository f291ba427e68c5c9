"""Where placements flow, from universities to employers."""

from hypothesis import HealthCheck, settings
from hypothesis import given as given_any
from hypothesis import strategies as st

from dashboard.views import flows


def flow(given, cells, *, partners=None):
    """Flows from universities to employers, with their totals of rows and columns."""
    groups = {("allocated", "university", "employer"): cells}
    for place, name in enumerate(("university", "employer")):
        sums = {}
        for key, number in cells.items():
            sums[key[place]] = sums.get(key[place], 0) + number
        groups["allocated", name] = sums
    groups["allocated", "organisation"] = partners or {}
    return given(groups=groups, totals={"allocated": sum(cells.values())}).draw(flows.VIEW)


def test_flows_have_totals_of_rows_and_columns(given, rows):
    drawn = flow(given, {("uni", "city"): 5, ("uni", "shire"): 2, ("poly", "city"): 1})
    assert rows(drawn) == [["University", "5", "2", "7"], ["Polytechnic", "1", "0", "1"]]
    assert [cell.text for cell in drawn.table.footer] == ["All", "6", "2", "8"]
    assert drawn.title == "The largest of 3 flows, of 8 placements: University to City (5)"


def test_a_university_that_has_not_reported_has_no_noughts(given, figures, rows):
    drawn = flow(given, {("uni", "city"): 5}, partners={"poly": figures.missing()})
    assert rows(drawn)[-1] == ["Polytechnic", "not reported", "not reported"]
    assert drawn.alt.endswith("Polytechnic has not reported.")


def test_employers_beyond_what_one_reads_share_a_column(given):
    cells = {("uni", f"e{number}"): 20 - number for number in range(13)}
    drawn = flow(given, cells)
    assert drawn.table.columns[-2:] == ("3 other employers", "All")
    assert drawn.table.rows[0][-2].value == 10 + 9 + 8


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given_any(
    cells=st.dictionaries(
        st.tuples(st.sampled_from(("uni", "poly")), st.sampled_from([f"e{n}" for n in range(14)])),
        st.integers(1, 9),
        min_size=1,
    )
)
def test_columns_add_up_to_their_rows(given, cells):
    table = flow(given, cells).table
    for row in (*table.rows, table.footer):
        assert sum(cell.value for cell in row[1:-1]) == row[-1].value
