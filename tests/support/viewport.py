"""The size and the medium a page is drawn for."""

import pytest


@pytest.fixture
def viewport(browser):
    """Draw for another size or medium: `viewport(320)`, `viewport(700, media="print")`.

    A window can't be narrower than the browser's own frame, so the page is told a size instead.
    """

    def draw_for(width, height=1000, media=""):
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media})

    yield draw_for
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
