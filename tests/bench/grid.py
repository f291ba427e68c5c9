"""B12: a coordinator's grid of five thousand rows, in a browser."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from selenium.webdriver import Chrome
from selenium.webdriver.common.keys import Keys

from tests.bench import targets
from tests.bench.accounts import COORDINATOR, reach
from tests.bench.chromium import browser, waited
from tests.bench.databases import connection, copied, partnership, url
from tests.bench.targets import Result, result
from tests.bench.turns import MILLISECONDS, OURS
from tests.bench.writing import SHEET, more, written
from tests.support.service import serving

SIZES = frozenset("S")
ROWS = 5_000
LOADS, TURNS = 5, 15
KILOBYTE = 1000
WATCH = (Path(__file__).parent / "grid.js").read_text(encoding="utf-8")
OWNER = f"""
SELECT partnership, owner, count(*) FROM {SHEET} WHERE voided_at IS NULL
GROUP BY partnership, owner ORDER BY count(*) DESC
"""
CELL = ".ag-row[row-index='0'] .ag-cell[col-id='student_ref']"
HEADING = ".ag-header-cell[col-id='{}'] .ag-header-cell-label"
FRAMES = "window.grid.scrolling = false; return window.grid.frames"
TOOK = "return window.grid.took"
MIDDLE = """
const box = document.querySelector(".ag-body-viewport").getBoundingClientRect();
return [box.left + box.width / 2, box.top + box.height / 2];
"""
BELOW = """
const view = document.querySelector(".ag-body-viewport");
return view.scrollHeight - view.clientHeight - view.scrollTop;
"""
WHEEL = 1200
FRACTION = 0.95

Seen = dict[targets.Target, list[float]]


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size, from opening the grid to scrolling through it."""
    seen: Seen = defaultdict(list)
    with ExitStack() as stack:
        copy = stack.enter_context(copied(path))
        page = _filled(copy)
        driver = stack.enter_context(_signed_in(copy))
        address = driver.current_url + page
        for _ in range(LOADS):
            _open(driver, address, seen)
        for number in range(TURNS):
            _edit(driver, number, seen)
        for number in range(TURNS):
            _find(driver, number, seen)
        for _ in range(LOADS):
            _scroll(driver, seen)
    for target, values in seen.items():
        yield result(target, size, {OURS: values})


def _filled(copy: Path) -> str:
    """Have a university hold so many rows, and somebody look after them; return their address."""
    with connection(copy) as opened:
        where, owner, held = opened.execute(OWNER).fetchone()
    file = copy.with_name("more.csv")
    written(file, more(copy, "grid", ROWS - held, owner))
    partnership(copy, "import", str(file), "--sheet", SHEET)
    partnership(copy, "accept-terms", owner)
    reach(copy, COORDINATOR, f"organisation:{owner}")
    return f"update/{where}/{owner}/{SHEET}/grid"


@contextmanager
def _signed_in(copy: Path) -> Iterator[Chrome]:
    """Give a browser in which they are signed in, at the first page."""
    with serving(url(copy), WEB_CONCURRENCY="1", OPEN_ACCESS="") as service, browser() as driver:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        driver.get(f"http://127.0.0.1:{service.port}/sign-in")
        driver.find_element("css selector", f"input[value='{COORDINATOR.email}'] ~ button").click()
        waited(driver, "return location.pathname === '/'")
        yield driver


def _open(driver: Chrome, address: str, seen: Seen) -> None:
    driver.get(address)
    seen[targets.GRID_USABLE].append(waited(driver, "return window.grid.usable") / MILLISECONDS)
    seen[targets.GRID_BYTES].append(_answer(driver)["bytes"] / KILOBYTE)


def _edit(driver: Chrome, number: int, seen: Seen) -> None:
    """Change a cell from the keyboard, and every third time take that back."""
    driver.find_element("css selector", CELL).click()
    _press(driver, Keys.ENTER)
    _press(driver, Keys.CONTROL, "a")
    seen[targets.GRID_KEY].append(_timed(driver, f"'keydown', '{number % 10}'", str(number % 10)))
    seen[targets.GRID_SAVED].append(
        _timed(driver, "'keydown', 'Enter', 'told'", f"-{number}", Keys.ENTER) / MILLISECONDS
    )
    answer = _answer(driver)
    seen[targets.GRID_ANSWER].append(answer["bytes"] / KILOBYTE)
    if number % 3 == 0:
        driver.find_element("css selector", CELL).click()
        undone = _timed(driver, "'keydown', 'z', 'told'", Keys.CONTROL, "z")
        seen[targets.GRID_UNDONE].append(undone / MILLISECONDS)


def _find(driver: Chrome, number: int, seen: Seen) -> None:
    """Sort by a column, and look for a text in another."""
    driver.execute_script("window.grid.from('click')")
    column = ("employer", "programme", "level")[number % 3]
    driver.find_element("css selector", HEADING.format(column)).click()
    seen[targets.GRID_SORTED].append(waited(driver, TOOK))
    wanted = {"type": "contains", "filterType": "text", "filter": f"{number % 10}"}
    driver.execute_script("window.grid.filter({student_ref: arguments[0]})", wanted)
    seen[targets.GRID_FILTERED].append(waited(driver, TOOK))
    driver.execute_script("window.grid.filter(null)")
    waited(driver, TOOK)


def _scroll(driver: Chrome, seen: Seen) -> None:
    """Turn the wheel from the first row to the last."""
    driver.execute_script("document.querySelector('.ag-body-viewport').scrollTop = 0")
    driver.execute_script("document.querySelector('.ag-root').scrollIntoView({block: 'center'})")
    x, y = driver.execute_script(MIDDLE)
    driver.execute_script("window.grid.scroll()")
    wheel = {"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": WHEEL}
    while driver.execute_script(BELOW) > 1:
        driver.execute_cdp_cmd("Input.dispatchMouseEvent", wheel)
    frames = sorted(driver.execute_script(FRAMES))
    seen[targets.GRID_TASK].append(driver.execute_script("return window.grid.task"))
    seen[targets.GRID_FRAME].append(frames[int(len(frames) * FRACTION)])


def _timed(driver: Chrome, what: str, *keys: str) -> float:
    """Return the milliseconds from a key to what it brings."""
    driver.execute_script(f"window.grid.from({what})")
    _press(driver, *keys)
    return waited(driver, TOOK)


def _press(driver: Chrome, *keys: str) -> None:
    driver.switch_to.active_element.send_keys(*keys)


def _answer(driver: Chrome) -> dict[str, float]:
    return driver.execute_script("return window.grid.answer()")
