"""Pictures of the pages on which coordinators keep their rows up to date."""

from collections.abc import Iterator

from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import Select, WebDriverWait

HOME = "/update/sample-northmere/sample-northmere-council"
WIDTH, HEIGHT = 1200, 760
ROWS = (
    "sector,level,service_area,statutory,window_start,places,status\n"
    "local_authority,final,adults,yes,2027-01-11,3,offered"
)


def of_updating(driver: Chrome, server: str) -> Iterator[tuple[str, bytes]]:
    """Give a picture of each way to update, as a coordinator of the samples sees it."""
    size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    driver.get(f"{server}/sign-in")
    yield "sign-in", driver.get_screenshot_as_png()
    field = "input[value='council@northmere.example'] ~ button"
    driver.find_element("css selector", field).click()
    WebDriverWait(driver, 30).until(lambda d: "/sign-in" not in d.current_url)
    driver.get(f"{server}{HOME}")
    yield "desk", driver.get_screenshot_as_png()
    driver.get(f"{server}{HOME}/offers/row?row=1")
    driver.execute_script("document.getElementById('places').value = '-3'")
    _send(driver, "form.stacked button.btn-primary", ".error-summary")
    yield "row", driver.get_screenshot_as_png()
    driver.get(f"{server}{HOME}/file")
    Select(driver.find_element("id", "paste-sheet")).select_by_value("offers")
    driver.find_element("id", "rows").send_keys(ROWS)
    _send(driver, "#rows ~ button, .panel:nth-of-type(2) button.btn-primary", "form.bar button")
    yield "preview", driver.get_screenshot_as_png()
    driver.get(f"{server}{HOME}/file")
    Select(driver.find_element("id", "paste-sheet")).select_by_value("offers")
    driver.find_element("id", "rows").send_keys(ROWS.replace("places", "nr of places"))
    _send(
        driver, "#rows ~ button, .panel:nth-of-type(2) button.btn-primary", "form[action$='/match']"
    )
    yield "match", driver.get_screenshot_as_png()
    driver.get(f"{server}{HOME}/offers/grid")
    _wait(driver, ".ag-row")
    yield "grid", driver.get_screenshot_as_png()
    driver.delete_all_cookies()


def _send(driver: Chrome, button: str, comes: str) -> None:
    driver.find_element("css selector", button).click()
    _wait(driver, comes)


def _wait(driver: Chrome, comes: str) -> None:
    WebDriverWait(driver, 30).until(lambda d: d.find_elements("css selector", comes))
