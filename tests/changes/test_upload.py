"""A file comes in whole or not at all, and once."""

from concurrent.futures import ThreadPoolExecutor

from data.returns.sheets import SHEETS
from data.schema import AUDIT, UPLOAD
from tests.changes.upload_state import EVERYTHING, OFFERS, everything_stored, version
from tests.support.files import AUTHOR, as_csv, as_workbook, lines, row


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
