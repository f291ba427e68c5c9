"""What people say of figures is kept, with its history, and changed by whoever may."""

from dataclasses import replace

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from data import commentary
from data.changes.commentary import Remark, change, said, withdraw, write
from data.changes.drafts import Draft, confirm, draft
from data.changes.meetings import ChangedError
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from data.schema.meetings import LONGEST
from tests.changes.conftest import by, person

SECTION = "placements/by-term"
REMARK = Remark("north", SECTION, "2025/26", "Two teams could not take students.")


@pytest.fixture
def comment(engine, world):
    """One comment, which a coordinator wrote."""
    write(engine, by(), REMARK, "first")
    (found,) = standing(engine)
    return found


def standing(engine, who="viewer"):
    return commentary.on_section(engine, person(who), "north", SECTION)


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


FIGURES = {"Places offered, Autumn": "12"}
DRAFT = Draft(REMARK, FIGURES)


@pytest.fixture
def drafted(engine, world):
    """A draft, which a manager had made."""
    draft(engine, by("manager"), [DRAFT], "drafts")
    (found,) = standing(engine)
    return found


def confirmed(engine, comment, words="Two teams could not.", figures=FIGURES, who="manager"):
    confirm(engine, by(who), (comment.id, comment.version), words, figures)
    (found,) = standing(engine)
    return found


def test_a_draft_is_kept_with_its_figures_and_marked(drafted):
    assert (drafted.words, drafted.figures) == (REMARK.words, FIGURES)
    assert (drafted.is_draft, drafted.confirmed_by, drafted.confirmed_at) == (True, "", None)


def test_an_ordinary_comment_rests_on_no_figures(comment):
    assert (comment.figures, comment.is_draft) == (None, False)


def test_of_a_section_that_has_one_no_other_is_drafted(engine, drafted):
    draft(engine, by("manager"), [DRAFT], "once more")
    assert len(standing(engine)) == 1


def test_a_comment_does_not_stand_in_the_way_of_a_draft(engine, comment):
    draft(engine, by("manager"), [DRAFT], "drafts")
    assert [each.is_draft for each in standing(engine)] == [True, False]


def test_what_is_confirmed_says_by_whom_and_when(engine, drafted):
    found = confirmed(engine, drafted)
    assert (found.words, found.is_draft, found.version) == ("Two teams could not.", False, 2)
    assert (found.confirmed_by, found.confirmed_at) == ("manager@example.org", by("manager").at)


def test_it_rests_on_the_figures_as_they_were_confirmed(engine, drafted):
    now = {"Places offered, Autumn": "11"}
    assert confirmed(engine, drafted, figures=now).figures == now


def test_a_comment_can_be_confirmed_as_well(engine, comment):
    found = confirmed(engine, comment)
    assert (found.figures, found.confirmed_by) == (FIGURES, "manager@example.org")


def test_the_history_holds_what_was_drafted_and_who_confirmed_what(engine, drafted, stored):
    confirmed(engine, drafted)
    lines = [line for line in stored("audit") if line["table"] == "commentary"]
    assert [line["after"]["words"] for line in lines] == [REMARK.words, "Two teams could not."]
    assert lines[1]["after"]["confirmed_by"] == "manager@example.org"


def test_whoever_changes_confirmed_words_makes_a_draft_of_them(engine, drafted):
    found = confirmed(engine, drafted)
    change(engine, by("manager"), found.id, found.version, "Three teams could not.")
    (changed,) = standing(engine)
    assert (changed.words, changed.is_draft) == ("Three teams could not.", True)


@pytest.mark.parametrize("role", ["viewer", "coordinator", "approver", "funder"])
def test_nobody_else_drafts_or_confirms(engine, drafted, role):
    with pytest.raises(DeniedError):
        draft(engine, by(role), [DRAFT], "theirs")
    with pytest.raises(DeniedError):
        confirmed(engine, drafted, who=role)
    assert standing(engine) == [drafted]


def test_none_of_another_partnership_is_confirmed(engine, drafted):
    elsewhere = replace(by("manager"), person=person("manager", partnerships=("south",)))
    with pytest.raises(DeniedError):
        confirm(engine, elsewhere, (drafted.id, 1), "x", FIGURES)


def test_what_somebody_changed_meanwhile_is_not_confirmed(engine, drafted):
    change(engine, by("manager"), drafted.id, 1, "Another.")
    with pytest.raises(ChangedError):
        confirmed(engine, drafted)


def test_no_blank_words_are_confirmed(engine, drafted):
    with pytest.raises(RefusedError):
        confirmed(engine, drafted, words=" ")
    assert standing(engine) == [drafted]
