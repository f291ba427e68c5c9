"""Pictures of the pages on which a steering group decides."""

from collections.abc import Iterator

from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import WebDriverWait

WIDTH, HEIGHT = 1200, 1100
PARTNERSHIP = "partnership=sample-northmere"


def of_deciding(driver: Chrome, server: str) -> Iterator[tuple[str, bytes]]:
    """Give a picture of exceptions, of a meeting and of its minutes, as a manager sees them."""
    size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get(f"{server}/sign-in")
    driver.find_element("xpath", "//button[normalize-space()='Manager']").click()
    WebDriverWait(driver, 30).until(lambda d: "/sign-in" not in d.current_url)
    for name, address in (
        ("exceptions", f"/actions/?{PARTNERSHIP}"),
        ("step", f"/actions/meeting?{PARTNERSHIP}&step=1"),
        ("minutes", f"/actions/minutes?{PARTNERSHIP}&agreed_on=2026-10-06"),
    ):
        driver.get(server + address)
        yield name, driver.get_screenshot_as_png()
    driver.delete_all_cookies()
