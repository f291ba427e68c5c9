"""What people say of figures is kept, with its history, and changed by whoever may."""

from dataclasses import replace

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from data import commentary
from data.changes.commentary import change, said, withdraw, write
from data.changes.meetings import ChangedError
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from data.schema.meetings import LONGEST
from tests.changes.commentary.conftest import REMARK, SECTION, standing
from tests.changes.conftest import by, person


def test_a_comment_is_kept_with_author_day_and_year(comment):
    assert (comment.words, comment.academic_year) == (REMARK.words, "2025/26")
    assert (comment.by, comment.editor, comment.version) == ("coordinator@example.org", "", 1)


def test_a_comment_and_each_change_of_it_is_in_the_history(engine, comment, stored):
    change(engine, by("manager"), comment.id, 1, "One team could not.")
    lines = [line for line in stored("audit") if line["table"] == "commentary"]
    assert [line["row"] for line in lines] == [f"{SECTION}/{comment.id}"] * 2
    assert [line["before"] for line in lines] == [None, {"words": REMARK.words}]
    assert lines[1]["after"] == {"words": "One team could not."}


def test_open_pages_hear_of_a_comment(engine, comment, stored):
    before = stored("data_version")[0]["number"]
    change(engine, by(), comment.id, 1, "One team could not.")
    assert stored("data_version")[0]["number"] == before + 1


def test_the_same_wish_sent_twice_is_granted_once(engine, comment):
    write(engine, by(), REMARK, "first")
    assert len(standing(engine)) == 1


def test_whoever_changes_another_s_comment_is_named(engine, comment):
    change(engine, by("manager"), comment.id, 1, "One team could not.")
    (found,) = standing(engine)
    assert (found.by, found.editor) == ("coordinator@example.org", "manager@example.org")


def test_a_withdrawn_comment_is_gone_from_the_page_and_stays_in_the_history(
    engine, comment, stored
):
    withdraw(engine, by(), comment.id, 1, "It was about another term.")
    assert standing(engine) == []
    assert stored("commentary")[0]["words"] == REMARK.words
    assert stored("audit")[-1]["reason"] == "It was about another term."


@pytest.mark.parametrize("reason", ["", " ", "\0", "\n\t"])
def test_nothing_is_withdrawn_without_a_reason(engine, comment, everything, reason):
    before = everything()
    with pytest.raises(RefusedError):
        withdraw(engine, by(), comment.id, 1, reason)
    assert everything() == before


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(engine, comment, everything):
    change(engine, by("manager"), comment.id, 1, "One team could not.")
    before = everything()
    for act in (change, withdraw):
        with pytest.raises(ChangedError):
            act(engine, by(), comment.id, 1, "Two teams.")
    assert everything() == before


@pytest.mark.parametrize("words", ["", "  \n ", "\0", "x" * (LONGEST + 1)])
def test_what_can_t_be_kept_is_refused_and_nothing_is_written(engine, world, everything, words):
    before = everything()
    with pytest.raises(RefusedError):
        write(engine, by(), replace(REMARK, words=words), "first")
    assert everything() == before


@pytest.mark.parametrize("role", ["viewer", "funder"])
def test_who_only_reads_may_not_comment(engine, world, everything, role):
    before = everything()
    with pytest.raises(DeniedError):
        write(engine, by(role), REMARK, "first")
    assert everything() == before


@pytest.mark.parametrize("partnership", ["south", "nowhere", ""])
@pytest.mark.parametrize("role", ["coordinator", "manager", "administrator"])
def test_nobody_comments_on_a_partnership_that_is_not_theirs(engine, world, role, partnership):
    with pytest.raises(DeniedError):
        write(engine, by(role), replace(REMARK, partnership=partnership), "first")


def test_a_coordinator_may_not_change_another_s_comment(engine, comment, everything):
    approver, before = by("approver"), everything()
    for act in (change, withdraw):
        with pytest.raises(DeniedError):
            act(engine, approver, comment.id, 1, "Two teams.")
    assert everything() == before


def test_a_comment_that_is_not_there_is_refused_like_one_of_somebody_else(engine, comment):
    with pytest.raises(DeniedError):
        change(engine, by("manager"), comment.id + 1, 1, "Two teams.")


def test_who_does_not_read_the_figures_does_not_read_what_is_said_of_them(engine, comment):
    with pytest.raises(DeniedError):
        commentary.on_section(engine, person(partnerships=("south",)), "north", SECTION)


@whatever(st.text())
def test_what_is_kept_can_be_seen_and_says_the_same_once_more(text):
    try:
        words = said(text)
    except RefusedError:
        return
    assert 0 < len(words) <= LONGEST
    assert all(letter.isprintable() or letter == "\n" for letter in words)
    assert said(words) == words
