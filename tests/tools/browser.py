"""Finds or installs Chromium, its driver and axe-core, and writes down where the browser is.

It looks on the PATH, then asks apt where it may, then the package indexes. It never fails: what it
could not have is written down too, and the tests say it at their end.
Run it with `python -m tests.tools.browser`.
"""

import re
import shutil
import subprocess
from collections.abc import Callable

from tests.tools import debian, node, packed_browser

ANSWER = node.ROOT / ".tools" / "browser.env"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

Pair = tuple[str, str]
FAILURES = (OSError, subprocess.SubprocessError)


def main() -> None:
    """Write the paths of a browser and a driver that fit each other, or the reason for none."""
    try:
        node.install()
    except FAILURES as error:
        print(f"axe-core could not be installed: {error}")
    reasons = []
    for source in (on_path, from_apt, packed_browser.install):
        pair, reason = _attempt(source)
        if pair:
            _write(CHROMIUM=pair[0], CHROMEDRIVER=pair[1])
            return
        reasons.append(reason)
    _write(REASON="; ".join(reasons))


def on_path() -> Pair:
    """Return the browser and the driver that the machine has."""
    browser = next(filter(None, map(shutil.which, NAMES)), None)
    driver = shutil.which("chromedriver")
    if not (browser and driver):
        raise FileNotFoundError("no Chromium with its driver on the PATH")
    return browser, driver


def from_apt() -> Pair:
    """Install both with the machine's package manager, where we may; return them."""
    debian.install("chromium", "chromium-driver", "fonts-dejavu-core")
    return on_path()


def _attempt(source: Callable[[], Pair]) -> tuple[Pair | None, str]:
    try:
        browser, driver = source()
        if _major(browser) == _major(driver):
            return (browser, driver), ""
        return None, f"{browser} and {driver} are of different versions"
    except subprocess.CalledProcessError as error:
        return None, (error.stderr or str(error)).strip()
    except FAILURES as error:
        return None, str(error)


def _major(program: str) -> str:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    found = re.search(r"(\d+)\.\d+\.\d+", said.stdout)
    if not found:
        raise FileNotFoundError(f"{program} does not say its version")
    return found.group(1)


def _write(**values: str) -> None:
    ANSWER.parent.mkdir(exist_ok=True)
    ANSWER.write_text("".join(f"{name}={value}\n" for name, value in values.items()))
    print("; ".join(f"{name.lower()}: {value}" for name, value in values.items()))


if __name__ == "__main__":
    main()
