"""B1 to B3 for each page that filters say anything about, with fewer runs than for /placements."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from layouts.page import Page
from layouts.pages import PAGES
from tests.bench import reading, targets
from tests.bench.asking import SETTLED, Asker
from tests.bench.chromium import browser, fetched, opened, sign_in
from tests.bench.cold_load import TRAFFIC
from tests.bench.filter_change import ROWS, TICK, boxes, changes
from tests.bench.filters import Choices, choices
from tests.bench.targets import Result, Target, result
from tests.bench.turns import MILLISECONDS, OURS, in_turn
from tests.bench.writing import Writer

SIZES = targets.EVERY
INTERACTIVE = tuple(page for page in PAGES if page.filtered)
# Twice through the boxes, so that a script that runs for the first time is not half of them.
LOADS, TICKS, ROUNDS = 3, 24, 8
SECONDS = 15
BROWSED = "M"
WRITTEN, WARM, NEW = targets.SERVER_WRITTEN, targets.SERVER_WARM, targets.SERVER_NEW


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size; the browser is asked at one size alone."""
    known = choices(path)
    writer = Writer(path)
    service = SETTLED.on(path)
    for page in INTERACTIVE:
        reader = Asker(service.port, reading.cookie(service.port))
        charts = reader.open(page.path)
        yield from _at_the_server(reader, page, known, size, writer)
        reader.close()
        # A page without a chart has no moment at which the last is drawn.
        if charts and size == BROWSED:
            address = f"http://127.0.0.1:{service.port}{page.path}"
            yield from _cold(address, page, size)
            yield from _changed(address, page, known, size)


def _of(target: Target, page: Page) -> Target:
    return replace(target, page=page.path)


def _at_the_server(
    reader: Asker, page: Page, known: Choices, size: str, writer: Writer
) -> Iterator[Result]:
    cycle = known.cycle()[:ROUNDS]
    # Another end of the list than B3 begins at, whose answers the service may remember.
    others = reversed(known.others())
    again = reader.visit(cycle)

    def written(number: int) -> float:
        writer.change()
        return reader.change(again[number % len(again)])

    jobs: dict[str, Callable[[int], float]] = {
        WRITTEN.what: written,
        WARM.what: lambda number: reader.change(again[number % len(again)]),
        NEW.what: lambda _number: reader.change(next(others)),
    }
    said = in_turn(jobs, ROUNDS, SECONDS)
    for target in (WRITTEN, WARM, NEW):
        yield result(_of(target, page), size, said, target.what)


def _cold(address: str, page: Page, size: str) -> Iterator[Result]:
    loads: list[list[int]] = []
    drawn: list[float] = []
    for _ in range(LOADS):
        with browser() as driver:
            sign_in(driver, address)
            drawn.append(opened(driver, address) / MILLISECONDS)
            loads.append(fetched(driver))
    for target, count in TRAFFIC.items():
        yield result(_of(target, page), size, {OURS: [count(sizes) for sizes in loads]})
    yield result(_of(targets.COLD_DRAWN, page), size, {OURS: drawn})


def _changed(address: str, page: Page, known: Choices, size: str) -> Iterator[Result]:
    seen: list[dict[str, float]] = []
    with ExitStack() as stack:
        driver = stack.enter_context(browser())
        sign_in(driver, address)
        opened(driver, address)
        change = changes(driver, TICK, boxes(known), seen)
        for number in range(TICKS):
            change(number)
    for target, figure in ROWS.items():
        yield result(_of(target, page), size, {OURS: [figure(one) for one in seen]})
