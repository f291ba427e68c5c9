"""Since you last looked: which headline changed, from what to what, and by whose doing."""

from datetime import UTC, datetime, timedelta

import pytest

from callbacks import looking_back
from dashboard.changed import Called
from dashboard.indicators.parts import Figure
from dashboard.looking_back import Shown, kept, since
from data.changes import last_looks
from data.changes.author import Author
from data.changes.last_looks import Seen
from data.changes.rows import Edit, Place, save
from data.news import Happening
from data.returns.sheets import SHEETS
from data.returns.texts import texts
from data.schema import LAST_LOOK
from tests import factories

pytestmark = pytest.mark.clock

PATH = "/"


@pytest.fixture
def told(slots):
    """What the overview tells somebody: `told(browser)`."""
    return lambda browser: str(slots(browser, PATH)["content"]["children"])


@pytest.fixture
def later(holding):
    """Has everybody's last look lie an hour back."""

    def go_back():
        an_hour_ago = datetime.now(UTC) - timedelta(hours=1)
        holding(LAST_LOOK.update().values(seen_at=an_hour_ago))

    return go_back


@pytest.fixture
def change(sqlite_engine, stored):
    """Changes the places of the one offer, as a form does."""

    def write(places):
        (offer,) = stored("offers")
        cells = texts(SHEETS["offers"], offer) | {"places": str(places)}
        place = Place("offers", "north", "riverside")
        edit = Edit(place, offer["id"], offer["version"], cells, f"once {places}")
        saved = save(sqlite_engine, edit, Author("coordinator@example.org", "form"))
        assert saved.outcome.errors == ()

    return write


@pytest.fixture
def looks(monkeypatch):
    """For whom the history was looked through, each time that it was."""
    whose = []
    look = looking_back.happenings

    def noted(engine, person, span):
        whose.append(person)
        return look(engine, person, span)

    monkeypatch.setattr(looking_back, "happenings", noted)
    return whose


@pytest.fixture(autouse=True)
def needed(world, holding):
    """Ten students need a placement, and four places are offered."""
    holding(factories.demand(students=10))


def test_a_first_visit_says_that_there_will_be_something_to_compare_with(person, told):
    assert "From your next visit on" in told(person("viewer", "partnership:north"))


def test_where_nothing_has_changed_it_is_said(person, told, later):
    browser = person("viewer", "partnership:north")
    told(browser)
    later()
    assert "None of these figures has changed since" in told(browser)


def test_what_changed_is_told_from_and_to_with_who_and_how_many_rows(person, told, later, change):
    browser = person("viewer", "partnership:north")
    told(browser)
    later()
    change(9)
    text = told(browser)
    assert "Unmatched shortfall" in text
    assert ": from 6 to 1." in text
    assert "Riverside: 1 row changed (offers), " in text
    assert "/changes?since=" in text


def test_it_is_told_until_the_visit_ends(person, told, later, change):
    browser = person("viewer", "partnership:north")
    told(browser)
    later()
    change(9)
    assert ["Riverside: 1 row changed" in told(browser) for _ in range(2)] == [True, True]
    later()
    assert "None of these figures has changed since" in told(browser)


def test_the_history_is_looked_through_only_where_a_figure_has_changed(
    person, told, later, change, looks
):
    browser = person("viewer", "partnership:north")
    told(browser)
    later()
    told(browser)
    assert looks == []
    change(9)
    told(browser)
    assert len(looks) == 1


def test_the_history_is_looked_through_once_for_as_long_as_the_data_stay(
    person, told, later, change, looks
):
    browser = person("viewer", "partnership:north")
    told(browser)
    later()
    for places in (9, 8):
        change(places)
        assert "Riverside: " in told(browser)
        assert told(browser) == told(browser)
    assert len(looks) == 2


def test_the_history_is_looked_through_anew_for_whoever_has_other_rights(
    person, told, later, change, looks
):
    browser = person("viewer", "partnership:north")
    another = person("manager", "partnership:north")
    told(browser), told(another)
    later()
    change(9)
    told(browser), told(another)
    assert [one.role for one in looks] == ["viewer", "manager"]


def test_each_person_is_told_their_own(person, told, later, change):
    first, second = person("viewer", "partnership:north"), person("manager", "partnership:north")
    told(first)
    later()
    change(9)
    assert "From your next visit on" in told(second)
    assert "Riverside: 1 row changed" in told(first)


def test_nothing_is_told_of_another_partnership(person, told, later, change, holding):
    holding(factories.partnership("south"))
    browser = person("viewer", "partnership:south")
    told(browser)
    later()
    change(9)
    assert "Riverside" not in told(browser)


def test_nothing_is_noted_of_who_has_no_account(draw, stored):
    draw(PATH)
    assert stored("last_look") == []


def test_another_page_notes_nothing(person, slots, stored):
    slots(person("viewer", "partnership:north"), "/placements")
    assert stored("last_look") == []


def test_a_page_is_shown_though_nothing_can_be_noted(person, told, monkeypatch):
    def refuse(*_):
        raise last_looks.DatabaseError

    monkeypatch.setattr(last_looks, "hurried", refuse)
    assert "From your next visit on" in told(person("viewer", "partnership:north"))


def figure(value, status="ok"):
    return Figure((), value, None, None, None, status, 1, 1)


def compared(was, now, *found):
    """What is told of one headline: places offered."""
    called = Called({"north": "North"}, {f"o{n}": f"Partner {n}" for n in range(9)})
    shown = Shown("/", (), 9, 9, {"net_supply": now}, called)
    before = Seen(factories.NOW, 1, kept({"net_supply": was}))
    return since(before, shown, lambda _: found).changes


def happening(number=1, **changes):
    return Happening(factories.NOW, "north", f"o{number}", **changes)


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        (figure(312), figure(305), ("312", "305")),
        (figure(None, "not_reported"), figure(12), ("not reported", "12")),
        (figure(12), figure(None, "not_reported"), ("12", "not reported")),
        (figure(0), figure(None, "not_reported"), ("0", "not reported")),
        (figure(None, "not_applicable"), figure(0), ("not applicable", "0")),
    ],
)
def test_missing_is_told_apart_from_zero(was, now, words):
    (one,) = compared(was, now)
    assert (one.name, one.was, one.now) == ("Places offered", *words)


@pytest.mark.parametrize("status", ["ok", "partial", "provisional"])
def test_the_same_number_is_no_change(status):
    assert compared(figure(312), figure(312, status)) == []


def test_causes_are_changes_of_the_sheets_that_the_figure_counts():
    found = [happening(sheet="offers", added=2, changed=1), happening(2, sheet="finance", added=1)]
    (one,) = compared(figure(312), figure(305), *found)
    assert one.causes == ["Partner 1: 2 rows added and 1 row changed (offers), 1 February 2026"]


def test_a_return_is_a_cause_where_a_number_is_missing():
    step = happening(quarter="2025/26 Q1", state="submitted")
    (one,) = compared(figure(None, "not_reported"), figure(305), step)
    assert one.causes == ["Partner 1: return of 2025/26 Q1 submitted, 1 February 2026"]
    (one,) = compared(figure(312), figure(305), step)
    assert one.causes == []


def test_a_few_partners_are_named_and_the_others_counted():
    found = [happening(number, sheet="offers", changed=1) for number in range(5)]
    (one,) = compared(figure(312), figure(305), *found)
    assert (len(one.causes), one.more) == (3, 2)


def test_a_figure_that_was_not_shown_before_is_not_compared():
    called = Called({}, {})
    shown = Shown("/", (), 9, 9, {"net_supply": figure(1)}, called)
    assert since(Seen(factories.NOW, 1, {}), shown, lambda _: ()).changes == []
