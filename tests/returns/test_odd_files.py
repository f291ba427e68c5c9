"""A file that looks odd and says just one thing is taken in, to the letter."""

import shutil

import pytest

from data.engine import make_engine
from data.returns.limits import UPLOAD
from data.schema import FACTS
from tests import factories
from tests.returns.corpus import odd_csv, odd_pages, odd_values, odd_workbooks
from tests.returns.corpus.case import HEADER, STORED, csv_bytes, line, stored
from tests.returns.corpus.parts import workbook
from tests.support.files import Sender

OFFERS = FACTS["offers"]
GOOD = [*odd_csv.GOOD, *odd_workbooks.GOOD, *odd_pages.GOOD]
CSV = odd_values.TEXTS
WORKBOOK = [*odd_values.TEXTS, *odd_values.ONLY_WORKBOOK]
OWNERS = {"na-trust": "NA", "null-trust": "NULL"}


def found(sender):
    """What is stored, but for what the system itself keeps of each row."""
    return [{name: getattr(row, name) for name in STORED} for row in sender.stored(OFFERS)]


@pytest.mark.parametrize("good", GOOD, ids=lambda good: good.what)
def test_an_odd_file_is_stored_to_the_letter(sqlite_send, tmp_path, good):
    path = tmp_path / good.file
    path.write_bytes(good.content)
    outcome = sqlite_send.file(path, limits=UPLOAD, sheet="offers")
    assert outcome.errors == ()
    assert found(sqlite_send) == good.rows


def taken(sqlite_template, folder, name, content):
    """What is stored of a file whose rows are plain but for one cell each, by their refs."""
    shutil.copyfile(sqlite_template, folder / "test.db")
    engine = make_engine(f"sqlite:///{folder / 'test.db'}")
    sender = Sender(engine, folder)
    sender.do(*factories.reference())
    for code, alias in OWNERS.items():
        sender.do(factories.organisation(code, "nhs", name=alias), factories.membership(code))
    path = folder / name
    path.write_bytes(content)
    assert sender.file(path, limits=UPLOAD).errors == ()
    rows = {row.ref: row._mapping for row in sender.stored(OFFERS)}
    engine.dispose()
    return rows


def rows(cases):
    return [line(**{"ref": f"O{at}", column: value}) for at, (column, value, _) in enumerate(cases)]


@pytest.fixture(scope="module")
def of_csv(sqlite_template, tmp_path_factory):
    content = csv_bytes([HEADER, *rows(CSV)])
    return taken(sqlite_template, tmp_path_factory.mktemp("odd"), "offers.csv", content)


@pytest.fixture(scope="module")
def of_workbook(sqlite_template, tmp_path_factory):
    content = workbook(*rows(WORKBOOK))
    return taken(sqlite_template, tmp_path_factory.mktemp("odd"), "offers.xlsx", content)


def check(case, at, taken):
    """Look at the one cell that is odd, and that all others are as they were."""
    column, _, expected = case
    row = taken[f"O{at}"]
    assert row[column] == expected
    whose = {"partnership": "north", "owner": "riverside"}
    others = stored(ref=f"O{at}") | whose
    others.pop(column)
    assert {name: row[name] for name in others} == others


def named(case):
    return f"{case[0]}={case[1][-40:]!a}"


@pytest.mark.parametrize("at", range(len(CSV)), ids=map(named, CSV))
def test_an_odd_cell_of_csv_is_stored_to_the_letter(of_csv, at):
    check(CSV[at], at, of_csv)


@pytest.mark.parametrize("at", range(len(WORKBOOK)), ids=map(named, WORKBOOK))
def test_an_odd_cell_of_a_workbook_is_stored_to_the_letter(of_workbook, at):
    check(WORKBOOK[at], at, of_workbook)
