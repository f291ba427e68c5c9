"""A file comes in whole or not at all, once, and leaves its history."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import select

from data.returns.sheets import SHEETS
from data.schema import AUDIT, DATA_VERSION, FACTS, METADATA, ROW_QUERY, UPLOAD
from tests import factories
from tests.support.files import AUTHOR, as_csv, as_workbook, lines, row

OFFERS = FACTS["offers"]
EVERYTHING = {name: [row(name)] for name in SHEETS}


def version(sender):
    return sender.stored(DATA_VERSION)[0].number


def everything_stored(sender):
    """Every row of every table, as the database has it."""
    with sender.engine.connect() as connection:
        return {
            table.name: connection.execute(select(table)).all() for table in METADATA.sorted_tables
        }


def test_a_file_of_every_sheet_goes_in_at_once(send):
    outcome = send(**EVERYTHING)
    assert (outcome.errors, outcome.new) == ((), len(SHEETS))


def test_rows_may_stand_before_those_they_refer_to(send):
    outcome = send(
        placements=[row("placements", offer_ref="O1", pe_ref="PE-1")],
        offers=[row("offers", ref="O1", agreement_ref="A1")],
        practice_educators=[row("practice_educators", ref="PE-1")],
        agreements=[row("agreements", ref="A1")],
    )
    assert (outcome.errors, outcome.new) == ((), 4)


def test_the_same_rows_again_change_nothing(send):
    send(**EVERYTHING)
    before = everything_stored(send)
    # Another order of sheets is another file with the same rows.
    outcome = send(**dict(reversed(EVERYTHING.items())))
    after = everything_stored(send) | {UPLOAD.name: before[UPLOAD.name]}
    assert (outcome.unchanged, after) == (len(SHEETS), before)


def test_a_file_that_changed_nothing_is_known_as_well(send):
    send(**EVERYTHING)
    again = dict(reversed(EVERYTHING.items()))
    send(**again)
    assert send.file(send.path).known_since == AUTHOR.at


def test_the_same_file_again_changes_nothing(send):
    send(**EVERYTHING)
    before = everything_stored(send)
    outcome = send.file(send.path)
    assert (outcome.new, outcome.changed, outcome.unchanged) == (0, 0, len(SHEETS))
    assert everything_stored(send) == before


def test_the_same_file_says_when_it_came(send):
    send(**EVERYTHING)
    assert send.file(send.path).known_since == AUTHOR.at


def test_a_known_file_does_not_take_back_what_was_changed_since(send, tmp_path):
    first = as_workbook(tmp_path / "1.xlsx", {"offers": lines([row("offers", ref="O1")])})
    send.file(first)
    send(offers=[row("offers", ref="O1", places=9)])
    before = everything_stored(send)
    assert (send.file(first).changed, everything_stored(send)) == (0, before)


def test_a_file_that_was_undone_comes_in_again(send):
    send(offers=[row("offers", ref="O1")])
    send.do(OFFERS.delete(), UPLOAD.update().values(undone_at=AUTHOR.at, undone_by="tester"))
    assert send.file(send.path).new == 1


def test_the_version_rises_by_one_however_much_a_file_changes(send):
    before = version(send)
    send(**EVERYTHING)
    assert version(send) == before + 1


def test_a_row_with_the_same_ref_is_changed(send):
    send(offers=[row("offers", ref="O1", places=1)])
    outcome = send(offers=[row("offers", ref="O1", places=4)])
    (stored,) = send.stored(OFFERS)
    assert (outcome.changed, stored.places, stored.version) == (1, 4, 2)


def test_a_census_of_the_same_day_and_area_is_changed(send):
    send(workforce=[row("workforce", headcount=10)])
    outcome = send(workforce=[row("workforce", headcount=11)])
    assert (outcome.changed, outcome.new) == (1, 0)


def test_rows_that_a_file_leaves_out_stay(send):
    send(offers=[row("offers", ref="O1"), row("offers", ref="O2", places=2)])
    send(offers=[row("offers", ref="O1", places=9)])
    assert [offer.places for offer in send.stored(OFFERS)] == [9, 2]


def test_a_column_that_a_file_leaves_out_keeps_its_values(send):
    send(offers=[row("offers", ref="O1", team="Duty")])
    shorter = row("offers", ref="O1", places=9)
    del shorter["team"]
    send(offers=[shorter])
    assert [(offer.team, offer.places) for offer in send.stored(OFFERS)] == [("Duty", 9)]


def test_a_row_without_a_ref_is_given_a_readable_one(send):
    send(offers=[row("offers", ref="offers-000001"), row("offers", places=2)])
    assert [offer.ref for offer in send.stored(OFFERS)] == ["offers-000001", "offers-000002"]


def test_a_row_without_a_ref_that_differs_is_a_new_one(send):
    send(offers=[row("offers", places=1)])
    assert send(offers=[row("offers", places=2)]).new == 1


def test_two_owners_may_use_the_same_ref(send):
    send.do(factories.council("lakeside"), factories.membership("lakeside"))
    send(offers=[row("offers", ref="O1"), row("offers", ref="O1", owner="lakeside")])
    assert len(send.stored(OFFERS)) == 2


def test_not_applicable_is_kept_apart_from_blank(send):
    send(
        activities=[row("activities", people="n/a"), row("activities", people=0), row("activities")]
    )
    found = [(activity.people, activity.people_na) for activity in send.stored(FACTS["activities"])]
    assert found == [(None, True), (0, False), (None, False)]


def test_money_is_kept_in_pence(send):
    send(finance=[row("finance", planned="£1,200.50", actual=0)])
    assert [(line.planned, line.actual) for line in send.stored(FACTS["finance"])] == [(120050, 0)]


def test_a_voided_row_is_not_brought_back(send):
    send(offers=[row("offers", ref="O1")])
    send.do(OFFERS.update().values(voided_at=AUTHOR.at, voided_reason="entered twice"))
    (problem,) = send(offers=[row("offers", ref="O1", places=3)]).errors
    assert problem.problem == "This row was voided on 2026-02-01."


def test_a_dry_run_says_what_would_happen_and_writes_nothing(send):
    before = everything_stored(send)
    outcome = send(dry_run=True, demand=[row("demand", days=90)])
    assert (outcome.new, len(outcome.queries)) == (1, 1)
    assert everything_stored(send) == before


def test_a_refused_file_leaves_everything_as_it_was(send):
    before = everything_stored(send)
    outcome = send(offers=[row("offers"), row("offers", places="some")])
    assert (outcome.accepted, len(outcome.errors)) == (0, 1)
    assert everything_stored(send) == before


def test_a_rule_also_binds_what_stays_stored_in_a_column_that_is_left_out(send):
    send(placements=[row("placements", ref="P1", planned_end="2026-01-31")])
    shorter = row("placements", ref="P1", planned_start="2026-02-01")
    del shorter["planned_end"]
    (problem,) = send(placements=[shorter]).errors
    assert (problem.column, problem.cell, problem.value) == ("planned_end", "", "2026-01-31")
    assert problem.problem == "This is before planned_start."


def test_what_stays_stored_in_a_column_that_is_left_out_meets_a_rule(send):
    ended = {"actual_start": "2025-09-22", "actual_end": "2026-01-30", "status": "completed"}
    send(placements=[row("placements", ref="P1", **ended)])
    shorter = row("placements", ref="P1", **ended, concern="yes")
    del shorter["actual_end"]
    outcome = send(placements=[shorter])
    assert (outcome.errors, outcome.changed) == ((), 1)


def test_a_reference_that_stays_stored_must_still_lead_somewhere(send):
    send.do(factories.council("lakeside"), factories.membership("lakeside"))
    send(
        placements=[row("placements", ref="P1", offer_ref="O1")],
        offers=[row("offers", ref="O1")],
    )
    shorter = row("placements", ref="P1", employer="lakeside")
    del shorter["offer_ref"]
    (problem,) = send(placements=[shorter]).errors
    assert (problem.column, problem.value) == ("offer_ref", "O1")


def test_what_only_the_database_refuses_ends_in_words(send, monkeypatch):
    monkeypatch.setattr("data.returns.rules.broken", lambda _row: ())
    (problem,) = send(placements=[row("placements", planned_end="2025-01-31")]).errors
    assert problem.problem.startswith("The database refused a row")


def test_a_new_row_is_audited_whole(send):
    send(offers=[row("offers", ref="O1", places=4)])
    (entry,) = send.stored(AUDIT)
    assert (entry.table, entry.row, entry.before) == ("offers", "north/riverside/O1", None)
    assert (entry.after["places"], entry.after["window_start"]) == (4, "2025-09-22")


def test_a_change_is_audited_by_what_differs(send):
    send(offers=[row("offers", ref="O1", places=1)])
    send(offers=[row("offers", ref="O1", places=4)])
    entry = send.stored(AUDIT)[-1]
    assert (entry.before, entry.after) == ({"places": 1}, {"places": 4})


def test_the_history_says_who_and_through_which_door(send):
    send(offers=[row("offers")])
    (entry,) = send.stored(AUDIT)
    assert (entry.who, entry.door, entry.when) == (AUTHOR.who, AUTHOR.door, AUTHOR.at)


def test_files_that_come_at_the_same_moment_wait_for_each_other(send, tmp_path):
    send(offers=[row("offers", ref="O1", places=0)])
    paths = [
        as_csv(tmp_path / f"{n}.csv", lines([row("offers", ref="O1", places=n)]))
        for n in range(1, 7)
    ]
    with ThreadPoolExecutor(len(paths)) as pool:
        list(pool.map(lambda path: send.file(path, sheet="offers"), paths))
    changes = [entry for entry in send.stored(AUDIT) if entry.before]
    assert len(changes) == len(paths)
    # Each took over exactly what the one before it left: none overwrote another unseen.
    left = [0, *(entry.after["places"] for entry in changes)]
    assert [entry.before["places"] for entry in changes] == left[:-1]


def test_an_upload_is_remembered_with_its_counts(send):
    send(offers=[row("offers")])
    (upload,) = send.stored(UPLOAD)
    assert (upload.file_name, upload.counts["new"]) == ("return.xlsx", 1)


def test_an_unchanged_file_leaves_its_queries(send):
    send(demand=[row("demand", ref="D1", days=90)])
    before = version(send)
    send(demand=[row("demand", ref="D1", days=90)])
    assert (len(send.stored(ROW_QUERY)), version(send)) == (1, before)
