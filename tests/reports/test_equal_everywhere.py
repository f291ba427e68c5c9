"""A figure of an edition is the same in every form that shows it, and is what `evaluate` gives."""

from datetime import date

import pytest

from app import create_app
from dashboard.editions import samples
from dashboard.editions.making import make
from dashboard.editions.request import EditionRequest
from dashboard.indicators import INDICATORS
from dashboard.server.limits import Limits
from dashboard.settings import Settings
from data.changes.author import Author
from data.editions.wanted import Wanted
from data.samples.load import load
from data.samples.people import WHERE
from tests.reports.conftest import files_of
from tests.reports.one_edition import World, same
from tests.reports.shown import READERS

pytestmark = pytest.mark.timeout(900)
DAY = date(2026, 2, 1)
# Files of all figures, the interface in two forms, and the command line.
FEWEST = 5
EDITIONS = {"exact": 1, "rounded": 2, "suppressed": 3}


@pytest.fixture(scope="module")
def sampled(sqlite_template, tmp_path_factory):
    """Files of the samples: an exact edition, a rounded one and one that hides small counts."""
    with files_of(sqlite_template, tmp_path_factory.mktemp("equal")) as files:
        load(files.engine)
        samples.add_missing(files.engine, DAY)
        author = Author("tests", "command", shown="Tests")
        hidden = Wanted("Small counts hidden", "funder", "suppressed", DAY, (WHERE,))
        make(files.engine, author, hidden, EditionRequest("hidden"))
        yield files


@pytest.fixture(scope="module")
def client(sampled):
    application = create_app(Settings(str(sampled.engine.url), open_access=True))
    with pytest.MonkeyPatch.context() as patch:
        # It asks more often than any program may.
        patch.setattr(Limits, "wait", lambda *_: 0)
        yield application.server.test_client()


@pytest.fixture(scope="module")
def shown(sampled, client):
    """What a form shows of an edition, beside what it must show; read once."""
    found = {}

    def read(form, number):
        if (form, number) not in found:
            reader, _ = READERS[form]
            found[form, number] = list(reader(World(sampled, number, client)))
        return found[form, number]

    return read


@pytest.mark.parametrize("number", EDITIONS.values(), ids=EDITIONS)
@pytest.mark.parametrize("form", READERS)
def test_a_form_shows_what_evaluate_gives(shown, form, number):
    read = shown(form, number)
    assert [each for each in read if not same(each[1], each[2])] == []
    assert len(read) >= READERS[form][1]


@pytest.mark.parametrize("number", EDITIONS.values(), ids=EDITIONS)
def test_every_indicator_is_in_several_forms(shown, number):
    forms = {
        key: {form for form in READERS if key in of(shown(form, number))} for key in INDICATORS
    }
    assert {key for key, there in forms.items() if len(there) < 5} == set()


def of(read):
    """Ids of the indicators of which a form shows a figure."""
    return {place[0] for place, _, _ in read}
