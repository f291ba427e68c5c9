"""Rows that change now and then, and the figures that cells and rows make of them."""

from datetime import date

from hypothesis import strategies as st

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.selection import Selection
from data.workbench import Workbench
from tests.support.files import row

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


def added_up(store, ask, where):
    """The statements by which rows of a sheet are added up for a question."""
    with store.snapshot() as snapshot:
        asked = []
        rows = snapshot.rows
        snapshot.rows = lambda *asked_for: asked.append(str(asked_for[0])) or rows(*asked_for)
        evaluate(Workbench(snapshot, store), [ask])
    return [each for each in asked if where in each and "GROUP BY" in each]


def figure(store, ask):
    """What a question is answered through kept cells."""
    with store.snapshot() as snapshot:
        return evaluate(Workbench(snapshot, store), [ask])[ask][0]
