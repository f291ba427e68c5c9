"""Draws the pictures under docs/pictures: each page on the samples, wide, narrow and as printed.

Run it with `make screenshots`, or `python -m tests.tools.screenshots`.
"""

import base64
import io
import logging
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait
from werkzeug.serving import make_server

from app import create_app
from dashboard.settings import Settings
from data import migrate
from data.engine import make_engine
from data.samples import people
from data.samples.illustrative.cast import DRAWN_UP
from data.samples.illustrative.partnerships import PARTNERSHIPS
from data.samples.load import load
from data.samples.open_return import open_return
from layouts.pages import PAGES
from tests.support.browser import options, where
from tests.tools.deciding import of_deciding
from tests.tools.updating import of_updating

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WIDE, NARROW = 1400, 320
# A sheet of A4 without its margins is that wide at 96 dots an inch.
PRINTED = 688
FIRST_SCREEN = 1500
# Pages go on in the same way for long.
TALLEST = 2_400
# The README shows the first screens small, and screens are finer than they were.
FINE = 2
COLOURS = 128
# Whatever day it is, the pictures show the samples as they were on one day.
ADDRESS = f"?as_at={DRAWN_UP}&year=2025%2F26" + "".join(
    f"&partnership={partnership.code}" for partnership in PARTNERSHIPS
)
PARTNER = "/partners/sample-northmere-council"
DRAWN = "return Boolean(document.querySelector('main')?.dataset.dataVersion)"
SETTLED = """
const graphs = [...document.querySelectorAll('.js-plotly-plot')];
return graphs.every((graph) => graph.querySelector('.main-svg'));
"""


def main() -> None:
    """Write the pictures of every page."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    found = where()
    FOLDER.mkdir(parents=True, exist_ok=True)
    driver = Chrome(service=Service(found["CHROMEDRIVER"]), options=options(found["CHROMIUM"]))
    try:
        with samples_served() as server:
            _write("update", of_updating(driver, server))
            _write("meeting", of_deciding(driver, server))
            for page in PAGES:
                _write(page.slug, pictures(driver, server + page.path + ADDRESS))
            _write("partner", pictures(driver, server + PARTNER + ADDRESS))
    finally:
        driver.quit()


def _write(of: str, taken: Iterable[tuple[str, bytes]]) -> None:
    for name, picture in taken:
        path = FOLDER / f"{of}-{name}.png"
        path.write_bytes(picture)
        print(f"{path.relative_to(FOLDER.parents[1])}: {len(picture) // 1024} KB")


@contextmanager
def samples_served() -> Iterator[str]:
    """Give the address of the application on a database of samples."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/samples.db"
        migrate.upgrade(url)
        engine = make_engine(url)
        load(engine)
        people.add_missing(engine)
        open_return(engine, date.today())
        engine.dispose()
        app = create_app(Settings(database_url=url, open_access=True))
        server = make_server("127.0.0.1", 0, app.server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def pictures(driver: Chrome, address: str) -> Iterator[tuple[str, bytes]]:
    """Give the pictures of one page, each with the name of its file."""
    _open(driver, address, WIDE, FINE)
    yield "top", _picture(driver, WIDE, FIRST_SCREEN)
    _open(driver, address, WIDE)
    yield "wide", _picture(driver, WIDE, TALLEST)
    _open(driver, address, NARROW)
    yield "narrow", _picture(driver, NARROW, TALLEST)
    _open(driver, address, PRINTED)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    driver.execute_script("window.dispatchEvent(new Event('beforeprint'))")
    yield "print", _picture(driver, PRINTED, TALLEST)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def _open(driver: Chrome, address: str, width: int, scale: int = 1) -> None:
    size = {"width": width, "height": FIRST_SCREEN, "deviceScaleFactor": scale, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get(address)
    WebDriverWait(driver, 30).until(lambda opened: opened.execute_script(DRAWN))
    WebDriverWait(driver, 30).until(lambda opened: opened.execute_script(SETTLED))


def _picture(driver: Chrome, width: int, tallest: int) -> bytes:
    height = driver.execute_script("return document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, tallest), "scale": 1}
    asked = {"captureBeyondViewport": True, "clip": clip}
    taken = base64.b64decode(driver.execute_cdp_cmd("Page.captureScreenshot", asked)["data"])
    # Few colours are in use, and a picture that counts them is a quarter of the size.
    with Image.open(io.BytesIO(taken)) as full, io.BytesIO() as small:
        few = full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(small, "png", optimize=True)
        return small.getvalue()


if __name__ == "__main__":
    main()
