"""B2: from a filter that a reader changes to the last frame of the answer."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from selenium.webdriver import Chrome

from tests.bench import targets, tutorial_asking
from tests.bench.asking import PAGE, SETTLED
from tests.bench.chromium import browser, opened, sign_in, waited
from tests.bench.filters import Choices, choices
from tests.bench.targets import Result, result
from tests.bench.turns import OURS, TUTORIAL, in_turn

SIZES = targets.EVERY
ROUNDS = 48
SECONDS = 45
KILOBYTE = 1000
# A click on a box, as a reader's, and a choice in one of the tutorial's lists.
TICK = """
const [css] = arguments;
window.bench.change(() => document.querySelector(css).click());
"""
CHOOSE = """
const [id, value] = arguments;
window.bench.change(() => window.dash_clientside.set_props(id, { value: value }));
"""
ANSWER = "return window.bench.painted && window.bench"
ROWS = {
    targets.CHANGE_SEEN: lambda seen: seen["seen"],
    targets.CHANGE_PAINTED: lambda seen: seen["painted"],
    targets.CHANGE_REQUESTS: lambda seen: seen["requests"],
    targets.CHANGE_BYTES: lambda seen: seen["bytes"] / KILOBYTE,
}

Steps = Sequence[tuple[str, ...]]


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size: time, requests and bytes of a change."""
    known = choices(path)
    seen: dict[str, list[dict[str, float]]] = {}
    with ExitStack() as stack:
        ours = SETTLED.on(path).port
        pages = {OURS: (f"http://127.0.0.1:{ours}{PAGE}", TICK, boxes(known))}
        if size in tutorial_asking.SIZES:
            peer = stack.enter_context(tutorial_asking.tutorial(path)).port
            pages[TUTORIAL] = (f"http://127.0.0.1:{peer}/", CHOOSE, _values(known))
        jobs = {}
        for name, (address, script, steps) in pages.items():
            driver = stack.enter_context(browser())
            if name == OURS:
                sign_in(driver, address)
            opened(driver, address)
            seen[name] = []
            jobs[name] = changes(driver, script, steps, seen[name])
        in_turn(jobs, ROUNDS, SECONDS)
    for target, figure in ROWS.items():
        yield result(target, size, {name: list(map(figure, all_)) for name, all_ in seen.items()})


def changes(
    driver: Chrome, script: str, steps: Steps, seen: list[dict[str, float]]
) -> Callable[[int], float]:
    """Return what does a step of a cycle, notes what a browser saw, and returns when it ended."""

    def change(number: int) -> float:
        driver.execute_script(script, *steps[number % len(steps)])
        seen.append(waited(driver, ANSWER))
        return seen[-1]["painted"]

    return change


def boxes(known: Choices) -> Steps:
    """Return the boxes to tick and untick, each of them twice, so that none is left ticked."""
    years = [f"#filter-year input[value='{year}']" for year in known.years[:3]]
    regions = [f"#filter-region input[value='{region}']" for region in known.regions[:3]]
    order = [*years[:1], *regions[:1], *years[:2], *regions, *years[1:], *regions[1:], *years[2:]]
    return [(box,) for box in order]


def _values(known: Choices) -> Steps:
    """Return what to choose from the two lists, one after the other, and at last nothing."""
    years = [("year", year) for year in known.years[:5]]
    regions = [("region", region) for region in known.regions[:5]]
    return [*years, *regions, ("year", None), ("region", None)]
