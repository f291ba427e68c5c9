"""Each of the twelve sheets through each door: a row comes in as it is typed, a wrong one not."""

import pytest

from data.returns.sheets import SHEETS
from data.returns.texts import texts
from tests import factories
from tests.support.doors import DOORS, Desk
from tests.updating.whole_rows import WRONG, referred_to, whole

EACH = pytest.mark.parametrize(
    ("sheet", "door"), [(sheet, door) for sheet in SHEETS for door in DOORS]
)


@pytest.fixture
def desk(person, holding, sqlite_url, tmp_path):
    """The desk of whoever fills a sheet: `desk("offers")` is the council's."""
    holding(*referred_to())

    def of(sheet):
        owner = factories.DEFAULTS[sheet]["owner"]
        browser = person(scope=f"organisation:{owner}")
        return Desk("north", owner, browser, sqlite_url, tmp_path)

    return of


@pytest.fixture
def came_in(desk, stored):
    """The rows of a sheet that came in during the test, as the form would show them."""
    before = {sheet: len(stored(sheet)) for sheet in SHEETS}
    return lambda sheet: [texts(SHEETS[sheet], row) for row in stored(sheet)[before[sheet] :]]


@EACH
def test_a_row_of_every_sheet_comes_in_by_every_door(desk, came_in, sheet, door):
    came = DOORS[door](desk(sheet), sheet, whole(sheet))
    assert (came.taken, came_in(sheet)) == (True, [whole(sheet)]), came.said


@EACH
def test_a_wrong_row_of_every_sheet_is_refused_at_every_door(desk, came_in, sheet, door):
    change, problem = WRONG[sheet]
    came = DOORS[door](desk(sheet), sheet, whole(sheet) | change)
    assert (came.taken, came_in(sheet), problem in came.said) == (False, [], True), came.said
