"""Files of editions on their page and on the command line: who gets which."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from sqlalchemy import select

from dashboard.cli import main
from dashboard.reports.forms import FORMS
from data.engine import reading
from data.schema import EXPORT
from tests.support.people import said

WITHOUT = """
import cffi
def lacking(*_):
    raise OSError("no such library")
cffi.FFI.dlopen = lacking
from dashboard.cli import main
"""
HAS_ROWS = {
    "viewer": False,
    "coordinator": True,
    "approver": True,
    "manager": True,
    "administrator": True,
}


@pytest.fixture
def sqlite_url(prepared, tmp_path):
    """The address of a database with an edition for the steering group and one for funders."""
    path = tmp_path / "doors.db"
    shutil.copyfile(prepared, path)
    return f"sqlite:///{path}"


@pytest.fixture
def person(account, browser_of):
    def sign_in(role, *scopes):
        usual = {"administrator": (), "coordinator": ("organisation:riverside",)}
        usual["approver"] = usual["coordinator"]
        return browser_of(account(role, *(scopes or usual.get(role, ("partnership:north",)))))

    return sign_in


def files_on(page):
    return dict(re.findall(r'<a href="([^"]+)" data-download="([\w-]+)"', page.text))


@pytest.mark.parametrize(("role", "number"), [("manager", 1), ("funder", 2)])
def test_the_page_of_an_edition_leads_to_each_of_its_files(person, role, number):
    browser = person(role)
    found = files_on(browser.get(f"/reports/{number}"))
    assert set(found.values()) >= set(FORMS)
    for address, form in found.items():
        answer = browser.get(address)
        assert (answer.status_code, answer.mimetype) == (200, FORMS[form].mimetype)
        name = f"edition-{number}-{FORMS[form].file}"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'


@pytest.mark.parametrize(("role", "expected"), HAS_ROWS.items(), ids=HAS_ROWS)
def test_rows_come_with_the_figures_for_those_who_read_them(person, role, expected):
    answer = person(role).get("/reports/1/bundle.zip")
    with ZipFile(BytesIO(answer.data)) as archive:
        names = archive.namelist()
    assert any(name.startswith("returns/") for name in names) is expected


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(
    ("role", "scope", "number"),
    [("funder", "partnership:north", 1), ("manager", "partnership:west", 1)],
)
def test_no_file_of_what_is_not_theirs(person, form, role, scope, number):
    browser = person(role, scope)
    refused, unknown = (browser.get(f"/reports/{each}/{form.file}") for each in (number, 99))
    assert (refused.status_code, said(refused)) == (403, said(unknown))


@pytest.fixture
def without_pango(monkeypatch):
    """Have the library be missing, as where Debian's packages are not installed."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)


@pytest.mark.usefixtures("without_pango")
@pytest.mark.parametrize("form", ["printed", "profiles", "profile-files"])
def test_where_pango_is_missing_the_page_says_so_and_offers_its_figures(person, form):
    browser = person("manager")
    answer = browser.get(f"/reports/1/{FORMS[form].file}")
    assert answer.status_code == 501
    assert "PDF files can&#39;t be made on this machine" in answer.text
    assert "print them with the browser" in answer.text
    assert '<a href="/?edition=1">' in answer.text
    assert browser.get("/reports/1/slides.pptx").status_code == 200


@pytest.mark.usefixtures("pango")
def test_a_pdf_file_is_in_the_record_of_what_was_taken_away(person, sqlite_engine):
    answer = person("manager").get("/reports/1/pack.pdf")
    with reading(sqlite_engine) as connection:
        (record,) = connection.execute(select(EXPORT)).all()
    assert (record.address, record.bytes) == ("/reports/1/pack.pdf", len(answer.data))


def test_a_form_that_is_none_is_not_found(person):
    assert person("manager").get("/reports/1/workbook.pdf").status_code == 404


@pytest.fixture
def run(sqlite_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return lambda *words: CliRunner().invoke(main, ["report", *map(str, words)])


def test_the_command_writes_a_workbook(run, tmp_path):
    path = tmp_path / "edition.xlsx"
    result = run("workbook", "--edition", 1, path)
    assert (result.exit_code, result.output) == (0, f"Wrote {path}.\n")
    assert load_workbook(path)["Cover"]["A1"].value == "Steering group"


def test_the_command_writes_a_bundle(run, tmp_path):
    path = tmp_path / "edition.zip"
    result = run("bundle", "--edition", 1, path)
    assert (result.exit_code, result.output) == (0, f"Wrote {path}.\n")
    with ZipFile(path) as archive:
        assert archive.testzip() is None


@pytest.mark.usefixtures("pango")
def test_the_command_writes_a_pdf_file(run, tmp_path):
    path = tmp_path / "edition.pdf"
    result = run("printed", "--edition", 1, path)
    assert (result.exit_code, result.output) == (0, f"Wrote {path}.\n")
    assert path.read_bytes().startswith(b"%PDF-1.7")


def test_a_command_without_pango_says_so_and_writes_nothing(sqlite_url, tmp_path):
    # A process of its own, in which no library can be opened, as WeasyPrint would open it.
    words = ["report", "printed", "--edition", "1", str(tmp_path / "x.pdf")]
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", WITHOUT + f"main({words})"],
        env=os.environ | {"DATABASE_URL": sqlite_url},  # noqa: TID251 - as whoever starts it has it
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, list(tmp_path.glob("x*"))) == (1, "", [])
    assert "the library Pango is missing" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", FORMS)
def test_the_command_says_that_there_is_no_such_edition(run, tmp_path, form):
    result = run(form, "--edition", 9, tmp_path / "x")
    assert (result.exit_code, list(tmp_path.glob("x"))) == (1, [])
    assert "There is no edition 9." in result.output


def test_the_command_says_where_it_can_t_write(run, tmp_path):
    result = run("bundle", "--edition", 1, tmp_path / "nowhere" / "x.zip")
    assert result.exit_code == 1
    assert "can't be written" in result.output
