"""One published partnership that starts to use the service, and the people who do.

Its organisations come in by `partnership import-reference`, as those of any partnership do; its
rows by the doors of `tests.support.doors`. Nothing of it is written past them.
"""

import csv
import shutil

import pytest

from app import create_app
from dashboard.settings import Settings
from data.changes import people
from data.engine import make_engine
from data.returns.sheets import SHEETS
from data.samples.published_examples import FOLDER
from tests.support import doors, drawn
from tests.support.application import KEY
from tests.support.files import as_csv, lines
from tests.support.people import AUTHOR, Browser

# These doors take several rows at once.
SEVERAL = (doors.by_paste, doors.by_file, doors.by_template, doors.by_command)


class Partnership:
    """A partnership of the published ones, in a database of its own."""

    def __init__(self, code, folder):
        self.code = code
        self.folder = folder
        self.database = f"sqlite:///{folder / 'test.db'}"
        self.engine = make_engine(self.database)
        settings = Settings(self.database, production=True, secret_key=KEY)
        self.application = create_app(settings)
        self.browsers = {}

    def command(self, *arguments):
        """Run a command, which must succeed; gives what it prints."""
        came = doors.command(self.database, *arguments)
        assert came.taken, came.said
        return came.said

    def begin(self, **beside):
        """Take in what the documents say of who there is, and rows of reference tables beside."""
        found = {table: [*rows] for table, rows in of_documents(self.code).items()}
        for table, rows in beside.items():
            found.setdefault(table, []).extend(rows)
        reference = self.folder / "reference"
        reference.mkdir()
        for table, rows in found.items():
            as_csv(reference / f"{table}.csv", lines(rows))
        self.command("import-reference", str(reference))
        for organisation in found["organisation"]:
            self.command("accept-terms", organisation["code"])

    def amend(self, organisation, **cells):
        """Have an administrator change what is known of an organisation."""
        known = of_documents(self.code)["organisation"]
        row = next(row for row in known if row["code"] == organisation)
        answer = self.browser("administrator").post("/admin/organisation", row | cells)
        assert answer.status_code == 303, answer.text

    def stated(self, sheet):
        """Return what the documents state for a sheet: each row to type in, with its owner."""
        columns = [column.name for column in SHEETS[sheet].columns]
        return [
            (row["owner"], only(row, *(name for name in columns if name in row)))
            for row in published(sheet)
            if row["partnership"] == self.code
        ]

    def enter(self, door, organisation, sheet, *rows):
        """Have an organisation's coordinator bring in rows by a door, which must take them."""
        desk = self.desk(organisation)
        for batch in [rows] if door in SEVERAL else [(row,) for row in rows]:
            came = door(desk, sheet, *batch)
            assert came.taken, came.said

    def enter_stated(self, door, sheet, **changes):
        """Have each owner bring in what the documents state for a sheet."""
        stated = self.stated(sheet)
        for owner in dict.fromkeys(owner for owner, _ in stated):
            rows = [row | changes for whose, row in stated if whose == owner]
            self.enter(door, owner, sheet, *rows)

    def hold(self, door, ref, *days, **cells):
        """Bring in an activity of the documents as held on some days, which they do not say."""
        ((owner, stated),) = (
            (owner, row) for owner, row in self.stated("activities") if row["ref"] == ref
        )
        held = {**stated, "status": "held", **cells}
        rows = [held | {"ref": f"{ref}-{day}", "held_on": day} for day in days]
        self.enter(door, owner, "activities", *rows)

    def desk(self, organisation):
        """Return the desk of an organisation, with its coordinator at it."""
        browser = self.browser("coordinator", f"organisation:{organisation}")
        return doors.Desk(self.code, organisation, browser, self.database, self.folder)

    def look(self, path, search="", role="viewer"):
        """Return a page as somebody of the partnership is shown it."""
        return drawn.look(self.browser(role, f"partnership:{self.code}"), path, search)

    def claim(self, ref):
        """Return what the page of evidence says of a published figure, by column."""
        page = self.look("/evidence")
        heading = next(row for row in page.table("claims") if row.startswith(f"{ref},"))
        return page.cells("claims", heading)

    def browser(self, role, *scopes):
        """Return the browser of somebody with a role, signed in."""
        if (role, scopes) not in self.browsers:
            email = f"{role}{len(self.browsers)}@example.org"
            pairs = [tuple(scope.split(":")) for scope in scopes]
            browser = Browser(self.application)
            new = people.New(email, role.capitalize(), role, pairs)
            browser.come_in(people.add(self.engine, AUTHOR, new))
            self.browsers[role, scopes] = browser
        return self.browsers[role, scopes]


@pytest.fixture(scope="module")
def partnership(sqlite_template, tmp_path_factory):
    """Begins one in a database of its own: `partnership("kent", programme=[...])`."""
    begun = []

    def begin(code, **beside):
        folder = tmp_path_factory.mktemp(code)
        shutil.copyfile(sqlite_template, folder / "test.db")
        found = Partnership(code, folder)
        begun.append(found)
        found.begin(**beside)
        return found

    yield begin
    for found in begun:
        found.engine.dispose()


def of_documents(code):
    """Return the reference tables that the documents fill for a partnership."""
    members = [row for row in published("membership") if row["partnership_code"] == code]
    theirs = {row["organisation_code"] for row in members}
    return {
        "organisation": [
            only(row, "code", "name", "kind", "region_code", "services")
            for row in published("organisation")
            if row["code"] in theirs
        ],
        "partnership": [
            only(row, "code", "name", "funded_from", "funded_to")
            for row in published("partnership")
            if row["code"] == code
        ],
        "membership": [
            only(row, "partnership_code", "organisation_code", "role") for row in members
        ],
    }


def published(table):
    """Return the rows of one of the published files."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def only(row, *names):
    """Return some cells of a row."""
    return {name: row[name] for name in names}
