"""Files and pasted rows: looked at before and after, confirmed, and once."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from app import create_app
from dashboard.settings import Settings
from tests.support.application import KEY
from tests.support.people import Browser
from tests.updating.conftest import HOME

HEADINGS = "ref\tsector\tlevel\tservice_area\tstatutory\twindow_start\tplaces\tstatus"
ROW = "local_authority\tfinal\tadults\tyes\t2026-01-12"
NEW = f"{HEADINGS}\n\t{ROW}\t3\toffered"
CHANGED = f"{HEADINGS}\nO1\tlocal_authority\tfinal\tadults\tyes\t2025-09-22\t9\toffered"


@pytest.fixture
def paste(person):
    """Pastes rows as a coordinator: gives the browser and the answer."""
    browser = person()

    def send(rows, sheet="offers"):
        return browser, browser.post(f"{HOME}/file", {"rows": rows, "sheet": sheet})

    return send


def token(answer):
    return re.search(r'name="token" value="([^"]+)"', answer.text)[1]


def confirm(browser, answer):
    return browser.post(f"{HOME}/file/confirm", {"token": token(answer), "door": "paste"})


def test_nothing_is_stored_before_it_is_confirmed(paste, stored):
    _, answer = paste(NEW)
    assert (answer.status_code, "1 new, 0 changed, 0 unchanged" in answer.text) == (200, True)
    assert len(stored("offers")) == 1


def test_a_change_is_shown_before_and_after(paste):
    _, answer = paste(CHANGED)
    assert re.findall(r"<td>Places</td><td>(\d)</td><td>(\d)</td>", answer.text) == [("4", "9")]


def test_confirmed_it_is_stored_by_its_door(paste, stored):
    browser, answer = paste(CHANGED)
    assert confirm(browser, answer).status_code == 303
    assert stored("offers")[0]["places"] == 9
    (line,) = [line for line in stored("audit") if line["table"] == "offers"]
    assert (line["door"], line["upload"]) == ("paste", stored("upload")[0]["id"])


def test_cells_without_a_heading_are_taken_in_the_order_of_the_template(paste):
    cells = "\t\tlocal_authority\tfinal\tadults\tyes\t\t\t\t\t2026-01-12\t3\t\t\toffered"
    assert "1 new" in paste(cells)[1].text


def test_the_same_rows_again_are_known(paste):
    browser, answer = paste(CHANGED)
    confirm(browser, answer)
    assert "already uploaded on" in paste(CHANGED)[1].text


def test_a_confirmation_is_taken_once(paste, stored):
    browser, answer = paste(NEW)
    assert [confirm(browser, answer).status_code for _ in range(2)] == [303, 403]
    assert len(stored("offers")) == 2


def test_a_preview_that_somebody_made_stale_is_shown_again(paste, person, stored):
    browser, answer = paste(CHANGED)
    other = person("manager", "partnership:north")
    confirm_other = other.post(f"{HOME}/file", {"rows": NEW, "sheet": "offers"})
    confirm(other, confirm_other)
    again = confirm(browser, answer)
    assert (again.status_code, "Somebody changed the data since you looked" in again.text) == (
        409,
        True,
    )
    assert stored("offers")[0]["places"] == 4
    assert confirm(browser, again).status_code == 303


def test_every_problem_is_named_by_cell_and_nothing_is_kept(paste, stored):
    bad = f"{HEADINGS}\n\tlocal_authority\tmiddle\tadults\tyes\tsoon\t-3\toffered"
    _, answer = paste(bad)
    assert (answer.status_code, "3 problems; nothing was stored" in answer.text) == (422, True)
    assert [cell in answer.text for cell in ("C2", "F2", "G2")] == [True] * 3
    assert stored("waiting_file") == []


def test_nothing_sent_is_asked_for_in_words(person):
    answer = person().post(f"{HOME}/file", {"rows": "", "sheet": "offers"})
    assert (answer.status_code, "Choose a file, or paste rows." in answer.text) == (422, True)


def file_of(text, name="offers.csv"):
    return {"file": (BytesIO(text.encode()), name), "sheet": "offers"}


def test_a_file_is_taken_in(person, stored):
    browser = person()
    answer = browser.post(f"{HOME}/file", file_of(CHANGED.replace("\t", ",")))
    browser.post(f"{HOME}/file/confirm", {"token": token(answer), "door": "file"})
    assert (stored("offers")[0]["places"], stored("upload")[0]["file_name"]) == (9, "offers.csv")


def test_a_template_goes_back_in_and_changes_nothing(person, business):
    browser, before = person(), business()
    template = browser.get(f"{HOME}/template.xlsx").data
    answer = browser.post(f"{HOME}/file", {"file": (BytesIO(template), "riverside.xlsx")})
    assert "0 new, 0 changed, 1 unchanged" in answer.text
    after = business()
    assert {name for name in before if before[name] != after[name]} <= {"export", "waiting_file"}


@pytest.mark.parametrize("name", ["../../etc/passwd.csv", "a\0b.csv", "x" * 300 + ".csv", "offers"])
def test_a_name_that_tries_tricks_does_no_harm(person, name):
    answer = person().post(f"{HOME}/file", file_of(NEW.replace("\t", ","), name))
    assert answer.status_code in (200, 422)


def test_a_file_that_is_too_large_is_refused_in_words(person):
    form = "multipart/form-data; boundary=x"
    answer = person().post(f"{HOME}/file", b"x" * 8_000_000, content_type=form)
    assert (answer.status_code, "up to 5 MB" in answer.text) == (413, True)


def test_how_large_a_file_may_be_is_a_setting(world, account, sqlite_url):
    settings = Settings(sqlite_url, production=True, secret_key=KEY, upload_megabytes=1)
    browser = Browser(create_app(settings))
    browser.come_in(account("coordinator", "organisation:riverside"))
    form = "multipart/form-data; boundary=x"
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    too_large, far_too_large = (
        browser.post(f"{HOME}/file", head + b"x" * size + b"\r\n--x--\r\n", content_type=form)
        for size in (1_100_000, 1_600_000)
    )
    assert "Up to 1 MB" in browser.get(f"{HOME}/file").text
    assert (far_too_large.status_code, "up to 1 MB" in far_too_large.text) == (413, True)
    assert (too_large.status_code, "larger than 1 MB" in too_large.text) == (422, True)


def test_rows_with_problems_are_left_out_by_choice(person, stored):
    rows = f"{CHANGED}\nO2\t{ROW}\tmany\toffered".replace("\t", ",")
    browser = person()
    refused = browser.post(f"{HOME}/file", file_of(rows))
    assert (refused.status_code, "1 other row has no problem" in refused.text) == (422, True)
    without = browser.post(f"{HOME}/file/match", {"token": token(refused), "leave_out": "1"})
    assert (without.status_code, "not stored" in without.text) == (200, True)
    browser.post(f"{HOME}/file/confirm", {"token": token(without), "leave_out": "1"})
    assert [(offer["ref"], offer["places"]) for offer in stored("offers")] == [("O1", 9)]


def test_without_that_choice_nothing_of_such_a_file_is_stored(person, stored):
    rows = f"{CHANGED}\nO2\t{ROW}\tmany\toffered".replace("\t", ",")
    browser = person()
    refused = browser.post(f"{HOME}/file", file_of(rows))
    again = browser.post(f"{HOME}/file/confirm", {"token": token(refused)})
    assert (again.status_code, stored("offers")[0]["places"]) == (422, 4)


def test_a_file_of_bad_rows_alone_offers_no_choice(person):
    bad = CHANGED.replace("\t9\t", "\tmany\t").replace("\t", ",")
    page = person().post(f"{HOME}/file", file_of(bad)).text
    assert "Leave out the rows" not in page


def test_a_file_comes_back_with_its_problems_marked(person):
    bad = CHANGED.replace("\t9\t", "\tmany\t").replace("\t", ",")
    answer = person().post(f"{HOME}/file", file_of(bad) | {"marked": "1"})
    page = load_workbook(BytesIO(answer.data))["offers"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0][-2:] == ["Problem", "How to fix"]
    assert rows[1][-2].startswith("places: ")
    assert rows[1][6] == "many"


def test_a_formula_in_a_cell_comes_back_as_text(person):
    bad = CHANGED.replace("\t9\t", "\t=1+1\t").replace("\t", ",")
    answer = person().post(f"{HOME}/file", file_of(bad) | {"marked": "1"})
    cell = load_workbook(BytesIO(answer.data))["offers"]["G2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_all_of_a_file_is_undone_from_the_desk(paste, stored):
    browser, answer = paste(CHANGED)
    confirm(browser, answer)
    upload = re.search(r'name="upload" value="(\d+)"', browser.get(HOME).text)[1]
    browser.post(f"{HOME}/undo", {"upload": upload})
    assert stored("offers")[0]["places"] == 4
