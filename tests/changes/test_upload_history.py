"""What a file leaves in the history."""

from data.schema import AUDIT, ROW_QUERY, UPLOAD
from tests.changes.upload_state import version
from tests.support.files import AUTHOR, row


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


def test_an_upload_is_remembered_with_its_counts(send):
    send(offers=[row("offers")])
    (upload,) = send.stored(UPLOAD)
    assert (upload.file_name, upload.counts["new"]) == ("return.xlsx", 1)


def test_an_unchanged_file_leaves_its_queries(send):
    send(demand=[row("demand", ref="D1", days=90)])
    before = version(send)
    send(demand=[row("demand", ref="D1", days=90)])
    assert (len(send.stored(ROW_QUERY)), version(send)) == (1, before)
