"""Ten coordinators who save a cell of the grid every few seconds, and count what they are told."""

from collections.abc import Iterator
from itertools import count
from typing import Any, Final

from sqlalchemy import func, select

from dashboard.grid_rows import shown
from data import rows
from data.changes.rows import Place
from data.engine import reading
from data.people.person import OPERATOR
from data.returns.sheets import SHEETS
from data.schema import AUDIT, FACTS
from tests.soak.figures import Figure, Heard, failed, percentile, show
from tests.soak.world import SHEET, World
from tests.support.application import on_the_grid
from tests.support.crowd import Crowd
from tests.support.user import User

THINK: Final = 5
SAVE: Final = "save"
ROWS: Final = 20
SAVED: Final = "Saved."


class Writer:
    """A coordinator at the grid, who changes the number of places of one row after the other.

    Attributes:
        saved: How many changes they were told are saved.
        refused: What they were told else.
    """

    def __init__(self, user: User, place: Place, held: list[dict[str, Any]]) -> None:
        """Begin with the rows as the grid showed them."""
        self.saved = 0
        self.refused: list[str] = []
        self._user = user
        self._path = f"/update/{place.partnership}/{place.owner}/{place.sheet}/grid"
        self._rows = held
        self._numbers = count()

    def act(self) -> None:
        """Change a cell, and put what comes back in its place."""
        number = next(self._numbers)
        row = self._rows[number % len(self._rows)]
        sent = {**row, "places": 1 + (row["places"] % 9), "once": f"{self._user.email} {number}"}
        answer = self._user.callback(SAVE, on_the_grid(self._path, row=sent))
        if answer.status != 200:
            self.refused.append(f"status {answer.status}")
            return
        (part,) = answer.json()["response"].values()
        told = part["data"]
        if told["words"] == SAVED:
            self.saved += 1
            self._rows[number % len(self._rows)] = told["rows"][0]
        else:
            self.refused.append(told["words"])


class Writers:
    """All of them, and what the database holds of their work."""

    def __init__(self, world: World, told: Heard) -> None:
        """Have everybody sign in and open their grid."""
        self._world = world
        self._told = told
        self._everybody = [
            Writer(world.coordinator(told, number), place, _held(world, place))
            for number, place in enumerate(world.places)
        ]
        self._before = self._stored()

    def at_work(self) -> Crowd:
        """Return them at work, for as long as a block lasts."""
        return Crowd([one.act for one in self._everybody], THINK)

    def figures(self) -> Iterator[Figure]:
        """Give how long saving took, and whether all that was said to be saved is there."""
        kind, asked = self._world.kind, self._told.of((SAVE,))
        within = percentile(asked, 95)
        yield Figure("L2", "19 of 20 saves within", kind, within, 1.5, "s", len(asked))
        refused = [words for one in self._everybody for words in one.refused]
        show(refused)
        wrong = len(refused) + len(failed(asked))
        yield Figure("L2", "saves refused or locked out", kind, wrong, 0, runs=len(asked))
        said = sum(one.saved for one in self._everybody)
        entries, versions = (
            now - then for now, then in zip(self._stored(), self._before, strict=True)
        )
        apart = abs(entries - said) + abs(versions - said)
        what = "saves that history or versions do not have, or have besides"
        yield Figure("L2", what, kind, apart, 0, runs=said)

    def _stored(self) -> tuple[int, int]:
        """Entries of the history on the sheet, and the sum of the versions of its rows."""
        table = FACTS[SHEET]
        with reading(self._world.engine) as connection:
            entries = select(func.count()).where(AUDIT.c.table == SHEET)
            versions = select(func.sum(table.c.version))
            return connection.scalar(entries) or 0, connection.scalar(versions) or 0


def _held(world: World, place: Place) -> list[dict[str, Any]]:
    found = rows.every(world.engine, OPERATOR, place, ROWS * 10)
    kept = [shown(SHEETS[SHEET], row) for row in found if row["places"]]
    return kept[:ROWS]
