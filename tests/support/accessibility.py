"""What axe-core finds wrong with the page that is open."""

from pathlib import Path

import pytest

from tests.support.left_out import give_up

SCRIPT = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]}}).then(
    (result) => done(result.violations.map((violation) => ({
        rule: violation.id,
        impact: violation.impact,
        help: violation.help,
        where: violation.nodes.map((node) => node.target.join(" ") + " " + node.html.slice(0, 120)),
    }))),
    (error) => done([{rule: "axe", impact: "failed", help: String(error), where: []}]),
);
"""


@pytest.fixture(scope="session")
def axe():
    """A function browser -> violations of the open page; an empty list is what one hopes for."""
    if not SCRIPT.exists():
        give_up("no axe-core (`make test` installs it)")
    script = SCRIPT.read_text(encoding="utf-8")

    def violations(browser):
        driver = browser.driver
        driver.set_script_timeout(60)
        if not driver.execute_script("return typeof window.axe === 'object'"):
            driver.execute_script(script)
        return driver.execute_async_script(RUN, TAGS)

    return violations
