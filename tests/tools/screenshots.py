"""Draws the pictures under docs/pictures: each page on the samples, wide, narrow and as printed.

Run it with `make screenshots`, or `python -m tests.tools.screenshots`.
"""

import base64
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from selenium.webdriver import Chrome
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait
from werkzeug.serving import make_server

from app import create_app
from dashboard.settings import Settings
from data import migrate
from data.engine import make_engine
from data.samples.illustrative.cast import DRAWN_UP
from data.samples.illustrative.partnerships import PARTNERSHIPS
from data.samples.load import load
from layouts.pages import PAGES
from tests.support.browser import options, where

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WIDE, NARROW = 1400, 320
# A sheet of A4 without its margins is that wide at 96 dots an inch.
PRINTED = 718
FIRST_SCREEN = 1000
# The help page goes on in the same way for long.
TALLEST = 10_000
# Whatever day it is, the pictures show the samples as they were on one day.
ADDRESS = f"?as_at={DRAWN_UP}&year=2025%2F26" + "".join(
    f"&partnership={partnership.code}" for partnership in PARTNERSHIPS
)
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
            for page in PAGES:
                for name, picture in pictures(driver, server + page.path + ADDRESS):
                    path = FOLDER / f"{page.slug}-{name}.png"
                    path.write_bytes(picture)
                    print(f"{path.relative_to(FOLDER.parents[1])}: {len(picture) // 1024} KB")
    finally:
        driver.quit()


@contextmanager
def samples_served() -> Iterator[str]:
    """Give the address of the application on a database of samples."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/samples.db"
        migrate.upgrade(url)
        engine = make_engine(url)
        load(engine)
        engine.dispose()
        app = create_app(Settings(database_url=url))
        server = make_server("127.0.0.1", 0, app.server, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def pictures(driver: Chrome, address: str) -> Iterator[tuple[str, bytes]]:
    """Give the pictures of one page, each with its name."""
    yield "top", _picture(driver, address, WIDE, whole=False)
    yield "wide", _picture(driver, address, WIDE)
    yield "narrow", _picture(driver, address, NARROW)
    yield "print", _picture(driver, address, PRINTED, media="print")


def _picture(
    driver: Chrome, address: str, width: int, *, media: str = "", whole: bool = True
) -> bytes:
    size = {"width": width, "height": FIRST_SCREEN, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media})
    driver.get(address)
    WebDriverWait(driver, 30).until(lambda opened: opened.execute_script(DRAWN))
    WebDriverWait(driver, 30).until(lambda opened: opened.execute_script(SETTLED))
    asked: dict[str, Any] = {"format": "png", "captureBeyondViewport": whole}
    if whole:
        # The height is known only after the page was drawn at that width.
        height = driver.execute_script("return document.documentElement.scrollHeight")
        asked["clip"] = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST), "scale": 1}
    return base64.b64decode(driver.execute_cdp_cmd("Page.captureScreenshot", asked)["data"])


if __name__ == "__main__":
    main()
