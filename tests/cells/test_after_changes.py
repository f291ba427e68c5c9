"""Cells kept in memory say after every change what the rows in the database say."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.indicators.measured import measured
from data.cells.store import Store
from data.changes.reference import upload_reference
from data.changes.reference_check import Named
from data.reader import Reader
from data.returns.read import read
from data.returns.reference import REFERENCE
from data.schema import DATA_VERSION, FACTS
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.support.files import AUTHOR, as_csv, row

TODAY = date(2026, 9, 15)
DAYS = [date(2024, 9, 23), date(2025, 1, 13), date(2025, 9, 22), date(2026, 2, 2), date(2026, 6, 1)]
ASKS = [
    Ask(indicator, selection, by)
    for indicator in INDICATORS.values()
    for selection in (Selection(TODAY), Selection(TODAY, years=("2025/26",)))
    for by in ((), ("organisation",))
]
day = st.sampled_from(DAYS)
level = st.sampled_from(("first", "final"))
area = st.sampled_from(("adults", "children", "mixed"))
REFS = ("R1", "R2", "R3")
ref = st.sampled_from(REFS)
student = st.sampled_from(("S1", "S2"))
educator = st.sampled_from(("PE-1", "PE-2"))


def one(sheet, **columns):
    return st.fixed_dictionaries(columns).map(lambda values: (sheet, row(sheet, **values)))


def ended(start):
    """A completed placement that began on a day."""
    return {
        "planned_start": start,
        "actual_start": start,
        "actual_end": start.replace(year=start.year + 1, day=1),
    }


placement = st.tuples(ref, student, level, area, educator, day, st.booleans()).map(
    lambda drawn: (
        "placements",
        row(
            "placements",
            ref=drawn[0],
            student_ref=drawn[1],
            level=drawn[2],
            service_area=drawn[3],
            pe_ref=drawn[4],
            offer_ref=drawn[0],
            statutory="yes" if drawn[6] else "no",
            status="completed" if drawn[6] else "matched",
            **(ended(drawn[5]) if drawn[6] else {"planned_start": drawn[5]}),
        ),
    )
)
changes = st.one_of(
    placement,
    one("demand", ref=ref, level=level, service_area=area, students=st.integers(0, 9)),
    one("offers", ref=ref, level=level, window_start=day, agreement_ref=ref),
    one("requests", ref=ref, places=st.integers(0, 9)),
    one(
        "pe_training",
        ref=ref,
        pe_ref=educator,
        outcome=st.just("passed"),
        started_on=st.just(date(2024, 9, 1)),
        outcome_on=day,
    ),
    one("agreements", ref=ref, places_per_year_low=st.integers(1, 9)),
    one("activities", ref=ref, held_on=day, hours=st.integers(1, 9), people=st.integers(1, 9)),
    one("finance", ref=ref, actual=st.integers(1, 9)),
)
# A cell of a row that was sent before, or of a plain one.
SLIGHT = {
    "placements": {
        "concern": ("yes", "no"),
        "pe_mode": ("on_site", "off_site_external"),
        "offer_ref": REFS,
        "level": ("first", "final"),
        "status": ("matched", "cancelled"),
    },
    "offers": {"places": (1, 2), "agreement_ref": REFS},
    "agreements": {"places_per_year_low": (1, 2)},
    "pe_training": {"pe_ref": ("PE-1", "PE-2"), "category": ("employed", "independent")},
}
slight = st.one_of(
    st.tuples(st.just(sheet), ref, st.fixed_dictionaries({name: st.sampled_from(values)}))
    for sheet, columns in SLIGHT.items()
    for name, values in columns.items()
)


def disagreements(store, reader, asks=ASKS):
    """The figures in which cells and rows part."""
    with store.snapshot() as snapshot:
        kept = evaluate(Workbench(snapshot, store), asks)
    with reader.snapshot() as snapshot:
        read = evaluate(Workbench(snapshot), asks)
    return [(ask.indicator.id, ask.by) for ask in asks if kept[ask] != read[ask]]


@pytest.fixture
def educated(sqlite_send):
    """A database whose employer has two practice educators."""
    sqlite_send(
        practice_educators=[row("practice_educators", ref=name) for name in ("PE-1", "PE-2")]
    )
    return sqlite_send


@pytest.fixture
def two_employers(educated):
    """The same, with another employer."""
    educated.do(factories.council("lakeside"), factories.membership("lakeside"))
    return educated


@pytest.fixture
def agreed(educated):
    """The same, with agreements, and an offer under each of them."""
    agreements = [row("agreements", ref=name) for name in REFS]
    offers = [row("offers", ref=name, agreement_ref=name) for name in REFS]
    assert not educated(agreements=agreements, offers=offers).errors
    return educated


@pytest.fixture
def reader(educated):
    return Reader(educated.engine)


@pytest.fixture
def store(reader):
    return Store(reader, measured(INDICATORS.values()))


@pytest.mark.timeout(600)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(several=st.lists(st.lists(changes, min_size=1, max_size=3), min_size=1, max_size=3))
def test_figures_follow_every_change(agreed, reader, store, several):
    for sent in several:
        by_ref = {(sheet, values["ref"]): values for sheet, values in sent}
        sheets = {}
        for (sheet, _ref), values in by_ref.items():
            sheets.setdefault(sheet, []).append(values)
        assert not agreed(**sheets).errors
        assert not disagreements(store, reader)


@pytest.mark.timeout(600)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(first=st.lists(changes, max_size=3), cells=st.lists(slight, min_size=1, max_size=4))
def test_figures_follow_every_cell(agreed, reader, store, first, cells):
    sent = {(sheet, values["ref"]): values for sheet, values in first}
    for (sheet, _ref), values in sent.items():
        assert not agreed(**{sheet: [values]}).errors
    assert not disagreements(store, reader)
    for sheet, name, cell in cells:
        values = sent[sheet, name] = sent.get((sheet, name), row(sheet, ref=name)) | cell
        agreed(**{sheet: [values]})
        assert not disagreements(store, reader)


OF_PLACEMENTS = [ask for ask in ASKS if "placements" in ask.indicator.sheets]
placed = st.fixed_dictionaries(
    {
        "ref": ref,
        "employer": st.sampled_from(("riverside", "lakeside")),
        "level": level,
        "concern": st.sampled_from(("yes", "no")),
        "planned_start": st.sampled_from(DAYS[2:4]),
        "status": st.sampled_from(("matched", "cancelled")),
    }
)


@pytest.mark.timeout(600)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sent=st.lists(placed, min_size=2, max_size=8))
def test_figures_follow_placements_that_move_between_employers(two_employers, reader, store, sent):
    for values in sent:
        assert not two_employers(placements=[row("placements", **values)]).errors
        assert not disagreements(store, reader, OF_PLACEMENTS)


def test_a_change_reads_the_rows_of_its_employer_alone(two_employers, store):
    here = row("placements", ref="R1", planned_start=DAYS[2])
    two_employers(placements=[here, here | {"ref": "R2", "employer": "lakeside"}])
    ask = Ask(INDICATORS["unplaced"], Selection(TODAY), ())
    _figure(store, ask)
    assert not two_employers(placements=[here | {"status": "cancelled"}]).errors
    (statement,) = _added_up(store, ask, "FROM placements")
    assert ":employer" in statement


def test_a_file_that_names_many_employers_has_its_term_read_once(two_employers, store):
    two_employers.do(factories.council("hillside"), factories.membership("hillside"))
    employers = ("riverside", "lakeside", "hillside")
    here = row("placements", planned_start=DAYS[2])
    rows = [here | {"ref": f"R-{each}", "employer": each} for each in employers]
    two_employers(placements=rows)
    ask = Ask(INDICATORS["unplaced"], Selection(TODAY), ())
    _figure(store, ask)
    assert not two_employers(placements=[each | {"status": "cancelled"} for each in rows]).errors
    (statement,) = _added_up(store, ask, "FROM placements")
    assert ":employer" not in statement


def test_a_cell_that_nothing_adds_up_has_nothing_read_again(educated, store):
    placed = row("placements", ref="R1", status="started", actual_start=DAYS[2])
    educated(placements=[placed])
    ask = Ask(INDICATORS["unplaced"], Selection(TODAY), ())
    _figure(store, ask)
    assert not educated(placements=[placed | {"days_attended": 12}]).errors
    assert _added_up(store, ask, "FROM placements") == []


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


def test_a_student_s_first_placement_counts_with_the_final_that_is_there(educated, reader, store):
    final = row("placements", ref="R2", level="final", status="completed", **ended(DAYS[2]))
    educated(placements=[final])
    disagreements(store, reader)
    educated(placements=[row("placements", ref="R1", level="first", statutory="yes")])
    assert not disagreements(store, reader)


def test_a_student_counts_for_whoever_takes_the_course_before_them(educated, reader, store):
    course = row(
        "pe_training",
        pe_ref="PE-1",
        started_on=date(2024, 9, 1),
        outcome="passed",
        outcome_on=date(2025, 3, 3),
    )
    educated(pe_training=[course])
    disagreements(store, reader)
    educated(
        placements=[
            row("placements", pe_ref="PE-1", status="started", actual_start=date(2025, 9, 22))
        ]
    )
    assert not disagreements(store, reader)


def test_a_placement_counts_under_the_agreement_that_its_offer_names_later(educated, reader, store):
    offer = row("offers", ref="O1")
    educated(agreements=[row("agreements", ref="A1", places_per_year_low=2)], offers=[offer])
    begun = {"status": "started", "actual_start": date(2025, 9, 22)}
    educated(placements=[row("placements", offer_ref="O1", **begun)])
    disagreements(store, reader)
    assert not educated(offers=[offer | {"agreement_ref": "A1"}]).errors
    assert not disagreements(store, reader)


def test_a_change_reads_the_part_again_that_it_touched_and_no_other(educated, store):
    offers = [
        row("offers", ref=f"R{number}", window_start=start) for number, start in enumerate(DAYS)
    ]
    educated(offers=offers)
    ask = Ask(INDICATORS["net_supply"], Selection(TODAY), ())
    _figure(store, ask)
    educated(offers=[offers[0] | {"places": 5}])
    added_up = _added_up(store, ask, "FROM offers")
    assert (_figure(store, ask).value, len(added_up)) == (9, 1)


def test_an_organisation_that_moves_takes_its_figures_along(educated, store, tmp_path):
    educated(offers=[row("offers")])
    there = Ask(INDICATORS["net_supply"], Selection(TODAY, regions=("E12000009",)), ())
    before = _figure(store, there)
    columns = ["code", "name", "kind", "region_code"]
    moved = ["riverside", "Riverside", "local_authority", "E12000009"]
    path = as_csv(tmp_path / "organisation.csv", [columns, moved])
    upload_reference(educated.engine, read(path, REFERENCE), AUTHOR, named=Named())
    assert (before.value, _figure(store, there).value) == (0, 1)


def test_a_backup_put_in_place_of_the_data_is_read_anew(educated, store):
    educated(offers=[row("offers", ref="R1", places=3)])
    educated(offers=[row("offers", ref="R1", places=4)])
    ask = Ask(INDICATORS["net_supply"], Selection(TODAY), ())
    _figure(store, ask)
    educated.do(
        update(FACTS["offers"]).values(places=3),
        update(DATA_VERSION).values(number=DATA_VERSION.c.number - 1),
    )
    assert _figure(store, ask).value == 3


def _added_up(store, ask, where):
    """The statements by which rows of a sheet are added up for a question."""
    with store.snapshot() as snapshot:
        asked = []
        rows = snapshot.rows
        snapshot.rows = lambda *asked_for: asked.append(str(asked_for[0])) or rows(*asked_for)
        evaluate(Workbench(snapshot, store), [ask])
    return [each for each in asked if where in each and "GROUP BY" in each]


def _figure(store, ask):
    with store.snapshot() as snapshot:
        return evaluate(Workbench(snapshot, store), [ask])[ask][0]


def test_a_rule_that_changes_changes_the_figures_it_stands_behind(educated, store, tmp_path):
    current = Ask(INDICATORS["pe_current"], Selection(TODAY), ())
    before = _figure(store, current).value
    columns = ["key", "value", "valid_from", "country"]
    path = as_csv(
        tmp_path / "setting.csv", [columns, ["currency_months", 1, "2026-01-01", "England"]]
    )
    upload_reference(educated.engine, read(path, REFERENCE), AUTHOR, named=Named())
    assert (before, _figure(store, current).value) == (2, 0)


def test_a_return_that_falls_due_is_missed_at_once(educated, store, tmp_path):
    educated(offers=[row("offers")])
    offered = Ask(INDICATORS["net_supply"], Selection(TODAY, years=("2025/26",)), ())
    before = _figure(store, offered)
    quarter = {"quarter": "2025/26 Q1", "starts_on": "2025-09-01", "ends_on": "2025-11-30"}
    quarter |= {"opens": "2025-11-16", "due": "2025-12-14"}
    path = as_csv(tmp_path / "return_period.csv", [[*quarter], [*quarter.values()]])
    upload_reference(educated.engine, read(path, REFERENCE), AUTHOR, named=Named())
    after = _figure(store, offered)
    assert [figure.status for figure in (before, after)] == ["ok", "partial"]


def test_what_a_change_does_not_touch_is_not_worked_out_again(educated, store):
    educated(offers=[row("offers")], demand=[row("demand", ref="R1")])
    ask = Ask(INDICATORS["net_supply"], Selection(TODAY), ("organisation",))
    with store.snapshot() as snapshot:
        before = evaluate(Workbench(snapshot, store), [ask])[ask]
    educated(demand=[row("demand", ref="R1", students=7)])
    with store.snapshot() as snapshot:
        assert evaluate(Workbench(snapshot, store), [ask])[ask] is before
