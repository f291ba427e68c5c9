"""B7: a cell that somebody saves, at the server, and until another browser shows it."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from dashboard.grid_rows import shown
from data import rows
from data.changes.rows import Place
from data.engine import make_engine
from data.people.person import OPERATOR
from data.returns.sheets import SHEETS
from tests.bench import databases, reading, targets
from tests.bench.accounts import COORDINATOR, reach
from tests.bench.asking import PAGE, SETTLED, Asker, settled
from tests.bench.chromium import browser, opened, sign_in, waited
from tests.bench.databases import connection, partnership, url
from tests.bench.filter_change import ANSWER
from tests.bench.targets import Result, result
from tests.bench.turns import MILLISECONDS, OURS, SQL, in_turn, timed
from tests.bench.writing import OTHER, SHEET
from tests.support.application import on_the_grid
from tests.support.service import Service

SIZES = targets.EVERY
ROUNDS, SEEN = 40, 5
SECONDS = 60
# A save of the largest database is compared with one of this.
SMALLER, LARGEST = "M", "L"
KEEPS = f"""
SELECT partnership, owner FROM {SHEET} WHERE voided_at IS NULL
GROUP BY partnership, owner ORDER BY count(*) DESC, owner
"""
UPDATE = f"UPDATE {SHEET} SET concern = concern WHERE id = ?"
SAVED = "Saved."


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size, of the university that has most placements."""
    place = _kept(path)
    service = SETTLED.on(path)
    with connection(path) as floor:
        grid = Grid(service, path, place)
        jobs = {
            OURS: grid.save,
            SQL: lambda number: timed(lambda: floor.execute(UPDATE, (grid.id_of(number),))),
        }
        yield result(targets.SAVE, size, in_turn(jobs, ROUNDS, SECONDS))
        address = f"http://127.0.0.1:{service.port}{PAGE}"
        with browser() as driver:
            sign_in(driver, address)
            opened(driver, address)
            seen = []
            for number in range(SEEN):
                driver.execute_script("window.bench.change(() => {})")
                grid.save(number)
                seen.append(waited(driver, ANSWER)["painted"] / MILLISECONDS)
        yield result(targets.SAVE_SEEN, size, {OURS: seen})
    if size == LARGEST:
        yield _growth(grid, databases.made(SMALLER))


def _growth(grid: "Grid", smaller: Path) -> Result:
    """Return how many times as long a save takes, in turn with one of a smaller database."""
    place = _kept(smaller)
    with settled(smaller) as service:
        other = Grid(service, smaller, place)
        said = in_turn({LARGEST: grid.save, SMALLER: other.save}, ROUNDS, SECONDS)
    times = median(said[LARGEST]) / median(said[SMALLER])
    return Result(targets.GROWTH_SAVED, LARGEST, times, runs=len(said[LARGEST]))


class Grid:
    """The grid of a university's placements, as a browser uses it."""

    def __init__(self, service: Service, path: Path, place: Place) -> None:
        """Begin with the rows as the grid shows them."""
        self._asker = Asker(service.port, reading.cookie(service.port, COORDINATOR))
        self._address = f"/update/{place.partnership}/{place.owner}/{place.sheet}/grid"
        engine = make_engine(url(path))
        found = rows.every(engine, OPERATOR, place, ROUNDS * 10)
        engine.dispose()
        self._rows = [shown(SHEETS[SHEET], row) for row in found if row["concern"]][:ROUNDS]

    def id_of(self, number: int) -> int:
        """Return the id of a row."""
        return int(self._rows[number % len(self._rows)]["id"])

    def save(self, number: int) -> float:
        """Change a cell of a row, keep what comes back; return the milliseconds it took."""
        row = self._rows[number % len(self._rows)]
        sent = {**row, "concern": OTHER[row["concern"]], "once": f"{row['id']} {row['version']}"}
        took, answer = self._asker.send(on_the_grid(self._address, row=sent))
        (part,) = answer["response"].values()
        if part["data"]["words"] != SAVED:
            raise RuntimeError(f"not saved: {part['data']['words']}")
        self._rows[number % len(self._rows)] = part["data"]["rows"][0]
        return took


def _kept(path: Path) -> Place:
    """Return where most placements are, with somebody who looks after them."""
    with connection(path) as database:
        where, owner = database.execute(KEEPS).fetchone()
    partnership(path, "accept-terms", owner)
    reach(path, COORDINATOR, f"organisation:{owner}")
    return Place(SHEET, where, owner)
