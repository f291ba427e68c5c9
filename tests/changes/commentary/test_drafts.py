"""Words that rest on figures are drafted, and confirmed by somebody."""

from dataclasses import replace

import pytest

from data.changes.commentary import change
from data.changes.drafts import Draft, confirm, draft
from data.changes.meetings import ChangedError
from data.people.rights import DeniedError
from data.returns.problems import RefusedError
from tests.changes.commentary.conftest import REMARK, standing
from tests.changes.conftest import by, person

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
