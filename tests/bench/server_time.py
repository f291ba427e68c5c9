"""B3: what a filter change costs the server, over HTTP with one worker, as a reader meets it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench import raw, targets, tutorial_asking
from tests.bench.asking import SETTLED, Asker, asker
from tests.bench.databases import connection
from tests.bench.filters import choices
from tests.bench.targets import Result, result
from tests.bench.turns import SQL, TUTORIAL, in_turn
from tests.bench.writing import Writer

SIZES = targets.EVERY
WRITTEN, WARM, NEW = "first after a write", "asked before", "never asked before"
ROWS = {
    WARM: targets.SERVER_WARM,
    WRITTEN: targets.SERVER_WRITTEN,
    NEW: targets.SERVER_NEW,
}
ROUNDS = 60
# What is slow is measured fewer times.
SECONDS = 25


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give a row for each thing that may have gone before a filter change."""
    known = choices(path)
    others = iter(known.others())
    writer = Writer(path)
    with ExitStack() as opened:
        reader = opened.enter_context(asker(SETTLED.on(path)))
        floor = opened.enter_context(connection(path))
        again = reader.visit(known.cycle())

        def after_a_write(number: int) -> float:
            writer.change()
            return reader.change(again[number % len(again)])

        def once_more(number: int) -> float:
            reader.change(again[number % len(again)])
            return reader.change(again[number % len(again)])

        jobs = {
            WRITTEN: after_a_write,
            WARM: once_more,
            NEW: lambda _number: reader.change(next(others)),
            SQL: lambda number: raw.page(floor, again[number % len(again)]),
        }
        if size in tutorial_asking.SIZES:
            peer = Asker(opened.enter_context(tutorial_asking.tutorial(path)).port)
            asked = known.simple()
            jobs[TUTORIAL] = lambda number: tutorial_asking.change(peer, asked[number % len(asked)])
        said = in_turn(jobs, ROUNDS, SECONDS)
    for name, target in ROWS.items():
        yield result(target, size, said, name)
