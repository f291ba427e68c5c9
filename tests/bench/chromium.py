"""Headless Chromium, as each measurement needs it: a new profile, its traffic, its frames."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from selenium.common.exceptions import TimeoutException
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from tests.bench import reading
from tests.support.browser import options, where

LONGEST = 120
# Runs in every page before its own scripts, and notes when all its charts have been drawn.
WATCH = (Path(__file__).parent / "watch.js").read_text(encoding="utf-8")


@contextmanager
def browser() -> Iterator[Chrome]:
    """Give a browser with a new profile, which keeps nothing and notes what it fetches."""
    found = where()
    if "CHROMIUM" not in found:
        raise RuntimeError(f"no browser ({found.get('REASON', '`make test` looks for one')})")
    settings = options(found["CHROMIUM"])
    settings.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    driver = Chrome(service=Service(found["CHROMEDRIVER"]), options=settings)
    try:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        yield driver
    finally:
        driver.quit()


def sign_in(driver: Chrome, address: str) -> None:
    """Give a browser a session at a service, without opening any page of it."""
    name, _, value = reading.cookie(urlsplit(address).port).partition("=")
    driver.execute_cdp_cmd("Network.setCookie", {"url": address, "name": name, "value": value})


def opened(driver: Chrome, address: str) -> float:
    """Open a page; return the milliseconds until every chart of it has been drawn."""
    driver.get(address)
    return waited(driver, "return window.bench.drawn")


def waited(driver: Chrome, script: str) -> Any:
    """Return what a script says, once it says anything.

    Raises:
        RuntimeError: It never does.
    """
    patience = WebDriverWait(driver, LONGEST, poll_frequency=0.05)
    try:
        return patience.until(lambda asked: asked.execute_script(script))
    except TimeoutException as late:
        said = driver.execute_script("return document.body.innerText.slice(0, 200)")
        raise RuntimeError(f"{driver.current_url} shows {said!r} only") from late


def fetched(driver: Chrome) -> list[int]:
    """Return the bytes of each request since the last call; what a page holds itself needs none."""
    messages = (json.loads(entry["message"])["message"] for entry in driver.get_log("performance"))
    sizes = (
        message["params"]["encodedDataLength"]
        for message in messages
        if message["method"] == "Network.loadingFinished"
    )
    return [size for size in sizes if size]
