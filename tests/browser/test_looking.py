"""Comments, saved views, changes and the look back, as people use them."""

from datetime import UTC, datetime, timedelta

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from data.changes import audit, saved_views
from data.changes.author import Author
from data.changes.commentary import Remark, write
from data.engine import make_engine, writing
from data.people import accounts, person
from data.schema import LAST_LOOK
from tests.browser.conftest import WIDTH, drawn
from tests.browser.test_plain_pages import PAPER, PRESSED

HERE = "sample-northmere"
COUNCIL = f"{HERE}/sample-northmere-council"
CHARTS = f"/placements?partnership={HERE}"
SECTION = f"/comments/placements/by-term?partnership={HERE}"
WIDE, NARROW = 1400, 320
# Nowhere to break it, as in an address.
LONG = "north" * 16
STATES = {
    "comments": ("council", SECTION),
    "comments-of-viewer": ("viewer", SECTION),
    "no-comments": ("viewer", f"/comments/placements/by-level?partnership={HERE}"),
    "comment": ("manager", SECTION.replace("?", "/change?comment=1&")),
    "views": ("council", "/views"),
    "no-views": ("viewer", "/views"),
    "new-view": ("council", "/views/new?address=/placements"),
    "no-view": ("council", "/views/new?address=/nothing"),
    "changes": ("council", "/changes"),
    "changes-of-viewer": ("viewer", "/changes?since=2999-01-01"),
    "no-changes": ("viewer", "/changes?organisation=sample-university-of-northmere"),
}
FIGURES = {"overview": "/", "comments": CHARTS}


@pytest.fixture(scope="module", autouse=True)
def lived(written_url):
    """The council has said, kept and corrected something, and looked an hour ago."""
    engine = make_engine(written_url)
    account = accounts.by_email(engine, "council@northmere.example")
    author = Author.by(person.find(engine, account.id), "form")
    for once, words in enumerate((f"Two teams, see https://{LONG}", "Now they can.")):
        write(engine, author, Remark(HERE, "placements/by-term", "2025/26", words), f"once-{once}")
    for name in ("Short of places", LONG):
        saved_views.save(engine, author, name, f"/placements?year=2025/26&q={name}", begin=False)
    looked = {"seen_at": datetime.now(UTC) - timedelta(hours=1), "seen_sequence": 1}
    shortfall = {"unmatched_shortfall": {"value": 1, "status": "ok", "note": ""}}
    with writing(engine) as connection:
        entry = audit.Entry("offers", f"{COUNCIL}/O1", {"places": 4}, {"places": 3}, "Miscounted")
        audit.record(connection, author, [entry])
        look = LAST_LOOK.insert().values(user_id=account.id, address="/", **looked)
        connection.execute(look.values(seen_figures=shortfall))
    engine.dispose()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(("who", "path"), STATES.values(), ids=STATES)
def test_no_rule_is_broken_and_nothing_sticks_out(as_somebody, viewport, axe, who, path, width):
    viewport(width)
    browser = as_somebody(who, path)
    assert browser.find_element("h1").text != "You may not do that"
    browser.driver.execute_script(
        "document.querySelectorAll('main details').forEach((d) => d.open = 1)"
    )
    assert axe(browser) == []
    assert browser.driver.execute_script(WIDTH) == width


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", FIGURES.values(), ids=FIGURES)
def test_no_rule_is_broken_on_a_page_with_what_is_one_s_own(
    as_somebody, viewport, axe, path, width
):
    viewport(width)
    browser = as_somebody("council", path)
    drawn(browser)
    assert axe(browser) == []
    WebDriverWait(browser.driver, 10).until(lambda d: d.execute_script(WIDTH) == width)


def test_the_overview_looks_back(as_somebody):
    browser = as_somebody("council", "/")
    browser.wait_for_contains_text("#since", "Unmatched shortfall: from 1 to ")
    assert "Northmere City Council: 1 row changed (offers)" in browser.find_element("#since").text


def test_a_comment_is_written_from_the_keyboard_and_stands_beside_its_section(as_somebody):
    browser = as_somebody("council", CHARTS)
    drawn(browser)
    press(browser, "#view-by-level-comment a", Keys.ENTER)
    browser.wait_for_contains_text("h1", "Comments on Supply and demand by level")
    press(browser, "#words", "Final placements were hard to find.", Keys.TAB, Keys.ENTER)
    browser.wait_for_contains_text(".done", "stands beside the section now")
    press(browser, ".lead a", Keys.ENTER)
    browser.wait_for_contains_text("#view-by-level-comments", "Final placements were hard to find.")


def press(browser, selector, *keys):
    browser.wait_for_element(selector)
    browser.driver.execute_script("arguments[0].focus()", browser.find_element(selector))
    for key in keys:
        browser.driver.switch_to.active_element.send_keys(key)


def test_on_paper_the_latest_comment_stands_under_its_section(as_somebody):
    browser = as_somebody("viewer", CHARTS)
    drawn(browser)
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    comments = browser.find_element("#view-by-term-comments")
    assert "Now they can." in comments.text
    assert "Show 1 earlier comment" not in comments.text
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.parametrize(("who", "path"), STATES.values(), ids=STATES)
def test_on_paper_nothing_is_cut_off_or_waits_for_an_answer(as_somebody, viewport, who, path):
    browser = as_somebody(who, path)
    viewport(PAPER, media="print")
    assert browser.driver.execute_script(PRESSED) == []
    assert browser.driver.execute_script(WIDTH) == PAPER


@pytest.mark.parametrize("path", ["/changes", SECTION], ids=["changes", "comments"])
def test_on_paper_there_is_nothing_to_fill_in_beside_what_was_done(as_somebody, viewport, path):
    browser = as_somebody("council", path)
    viewport(PAPER, media="print")
    fields = browser.driver.find_elements("css selector", "main :is(input, select, textarea)")
    assert fields
    assert not any(field.is_displayed() for field in fields)


def test_a_view_is_saved_with_its_filters_and_opened_again(as_somebody):
    browser = as_somebody("viewer", "/placements?year=2024/25")
    drawn(browser)
    press(browser, "#save-view", Keys.ENTER)
    press(browser, "#name", "Last year", Keys.TAB, Keys.TAB, Keys.ENTER)
    browser.wait_for_contains_text(".done", "Saved.")
    browser.find_element("main .queries a").click()
    drawn(browser)
    assert browser.driver.current_url.endswith("/placements?year=2024/25")


def test_a_name_that_is_taken_takes_the_focus_to_the_problem(as_somebody, axe):
    browser = as_somebody("council", "/views/new?address=/")
    press(browser, "#name", "Short of places", Keys.ENTER)
    browser.wait_for_contains_text(".error-summary", "You have a view called")
    assert browser.find_element("#name").get_attribute("value") == "Short of places"
    assert axe(browser) == []
