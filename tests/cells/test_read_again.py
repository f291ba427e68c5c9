"""A change has no more read again than it can concern, and a backup has everything."""

from sqlalchemy import update

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.schema import DATA_VERSION, FACTS
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.cells.changing import DAYS, TODAY, added_up, figure
from tests.support.files import row


def test_a_change_reads_the_rows_of_its_employer_alone(two_employers, store):
    here = row("placements", ref="R1", planned_start=DAYS[2])
    two_employers(placements=[here, here | {"ref": "R2", "employer": "lakeside"}])
    ask = Ask(INDICATORS["unplaced"], Selection(TODAY), ())
    figure(store, ask)
    assert not two_employers(placements=[here | {"status": "cancelled"}]).errors
    (statement,) = added_up(store, ask, "FROM placements")
    assert ":employer" in statement


def test_a_file_that_names_many_employers_has_its_term_read_once(two_employers, store):
    two_employers.do(factories.council("hillside"), factories.membership("hillside"))
    employers = ("riverside", "lakeside", "hillside")
    here = row("placements", planned_start=DAYS[2])
    rows = [here | {"ref": f"R-{each}", "employer": each} for each in employers]
    two_employers(placements=rows)
    ask = Ask(INDICATORS["unplaced"], Selection(TODAY), ())
    figure(store, ask)
    assert not two_employers(placements=[each | {"status": "cancelled"} for each in rows]).errors
    (statement,) = added_up(store, ask, "FROM placements")
    assert ":employer" not in statement


def test_a_cell_that_nothing_adds_up_has_nothing_read_again(educated, store):
    placed = row("placements", ref="R1", status="started", actual_start=DAYS[2])
    educated(placements=[placed])
    ask = Ask(INDICATORS["unplaced"], Selection(TODAY), ())
    figure(store, ask)
    assert not educated(placements=[placed | {"days_attended": 12}]).errors
    assert added_up(store, ask, "FROM placements") == []


def test_a_cell_that_another_measure_adds_up_leaves_a_figure_as_it_is(educated, store):
    placed = row("placements", ref="R1", status="started", actual_start=DAYS[2])
    educated(placements=[placed | {"concern": "no"}])
    asks = [Ask(INDICATORS[name], Selection(TODAY), ()) for name in ("unplaced", "concern_rate")]
    with store.snapshot() as snapshot:
        before = evaluate(Workbench(snapshot, store), asks)
    assert not educated(placements=[placed | {"concern": "yes"}]).errors
    with store.snapshot() as snapshot:
        after = evaluate(Workbench(snapshot, store), asks)
    assert [after[ask] is before[ask] for ask in asks] == [True, False]


def test_a_change_reads_the_part_again_that_it_touched_and_no_other(educated, store):
    offers = [
        row("offers", ref=f"R{number}", window_start=start) for number, start in enumerate(DAYS)
    ]
    educated(offers=offers)
    ask = Ask(INDICATORS["net_supply"], Selection(TODAY), ())
    figure(store, ask)
    educated(offers=[offers[0] | {"places": 5}])
    asked = added_up(store, ask, "FROM offers")
    assert (figure(store, ask).value, len(asked)) == (9, 1)


def test_a_backup_put_in_place_of_the_data_is_read_anew(educated, store):
    educated(offers=[row("offers", ref="R1", places=3)])
    educated(offers=[row("offers", ref="R1", places=4)])
    ask = Ask(INDICATORS["net_supply"], Selection(TODAY), ())
    figure(store, ask)
    educated.do(
        update(FACTS["offers"]).values(places=3),
        update(DATA_VERSION).values(number=DATA_VERSION.c.number - 1),
    )
    assert figure(store, ask).value == 3


def test_what_a_change_does_not_touch_is_not_worked_out_again(educated, store):
    educated(offers=[row("offers")], demand=[row("demand", ref="R1")])
    ask = Ask(INDICATORS["net_supply"], Selection(TODAY), ("organisation",))
    with store.snapshot() as snapshot:
        before = evaluate(Workbench(snapshot, store), [ask])[ask]
    educated(demand=[row("demand", ref="R1", students=7)])
    with store.snapshot() as snapshot:
        assert evaluate(Workbench(snapshot, store), [ask])[ask] is before


def test_what_is_counted_on_a_day_can_be_read_before_anybody_asks(educated, store):
    of_last_year = Selection(TODAY, years=("2024/25",))
    with store.snapshot() as snapshot:
        store.read_stocks(snapshot, Workbench(snapshot, store).context(of_last_year))
    ask = Ask(INDICATORS["pe_current"], of_last_year, ())
    assert added_up(store, ask, "FROM practice_educators") == []
