"""B10: the unmatched shortfall, by a process that knows nothing yet.

`python -m tests.bench.shortfall DATABASE [YEAR]` works it out once and prints the milliseconds.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.engine import make_engine
from data.reader import Reader
from data.selection import Selection
from data.workbench import Workbench
from tests.bench import raw, targets
from tests.bench.databases import connection, url
from tests.bench.filters import Chosen, choices
from tests.bench.targets import Result, result
from tests.bench.turns import OURS, SQL, in_turn, timed

SIZES = targets.EVERY
ROUNDS = 7
SECONDS = 40
LONGEST = 300


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size: one year, and everything."""
    # The second is over, so that nothing of it is still to come.
    year = choices(path).years[1]
    for target, chosen in ((targets.SHORTFALL_YEAR, year), (targets.SHORTFALL_ALL, "")):
        with connection(path) as floor:
            jobs = {
                OURS: lambda _number, chosen=chosen: _cold(path, chosen),
                SQL: lambda _number, chosen=chosen, floor=floor: raw.classes(
                    floor, Chosen(year=chosen)
                ),
            }
            yield result(target, size, in_turn(jobs, ROUNDS, SECONDS))


def once(path: Path, year: str) -> float:
    """Return the milliseconds from an engine that has not been used to the figure."""
    reader = Reader(make_engine(url(path)))
    selection = Selection(as_at=date.today()).only(years=(year,) if year else ())

    def work_out() -> None:
        ask = Ask(INDICATORS["unmatched_shortfall"], selection)
        with reader.snapshot() as snapshot:
            ((figure,),) = evaluate(Workbench(snapshot), [ask]).values()
        if figure.value is None:
            raise RuntimeError(f"the shortfall is {figure.status}")

    return timed(work_out)


def _cold(path: Path, year: str) -> float:
    command = (sys.executable, "-m", "tests.bench.shortfall", str(path), year)
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, check=True)
    return float(done.stdout)


if __name__ == "__main__":
    print(once(Path(sys.argv[1]), sys.argv[2]))
