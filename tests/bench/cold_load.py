"""B1: the page in a browser that has never seen it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench import targets, tutorial_asking
from tests.bench.asking import PAGE, SETTLED
from tests.bench.chromium import browser, fetched, opened, sign_in
from tests.bench.targets import Result, result
from tests.bench.turns import MILLISECONDS, OURS, TUTORIAL, in_turn

SIZES = targets.EVERY
ROUNDS = 7
SECONDS = 60
MEGABYTE = 1_000_000
TRAFFIC = {
    targets.COLD_BYTES: lambda sizes: sum(sizes) / MEGABYTE,
    targets.COLD_REQUESTS: len,
}


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size: bytes, requests, and the time to the last chart."""
    traffic: dict[str, list[list[int]]] = {OURS: [], TUTORIAL: []}

    def load(name: str, address: str) -> float:
        with browser() as driver:
            if name == OURS:
                sign_in(driver, address)
            drawn = opened(driver, address) / MILLISECONDS
            traffic[name].append(fetched(driver))
        return drawn

    with ExitStack() as served:
        service = SETTLED.on(path)
        addresses = {OURS: f"http://127.0.0.1:{service.port}{PAGE}"}
        if size in tutorial_asking.SIZES:
            port = served.enter_context(tutorial_asking.tutorial(path)).port
            addresses[TUTORIAL] = f"http://127.0.0.1:{port}/"
        jobs = {
            name: lambda _number, name=name, address=address: load(name, address)
            for name, address in addresses.items()
        }
        drawn = in_turn(jobs, ROUNDS, SECONDS)
    for target, count in TRAFFIC.items():
        said = {name: [count(sizes) for sizes in loads] for name, loads in traffic.items()}
        yield result(target, size, said)
    yield result(targets.COLD_DRAWN, size, drawn)
