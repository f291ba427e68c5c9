"""What docs/operations.md says of settings, metrics and alerts is so."""

import re

import pytest
import yaml

from app import create_app
from dashboard.settings import Settings
from tests.docs.conftest import ROOT
from tests.support.application import question
from tests.tools import pango

PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "docs" / "example" / "prometheus"
ITS_OWN = {"PROMETHEUS_MULTIPROC_DIR"}


def section(title):
    """What stands under a heading, without what stands under others."""
    return re.split(r"^#+ .*$", PAGE.partition(f"# {title}\n")[2], maxsplit=1, flags=re.M)[0]


def first_cells(text):
    """What is named in the first column of a table."""
    rows = re.findall(r"^\| (`[^|]*)\|", text, re.M)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


@pytest.fixture(scope="module")
def rules():
    (group,) = yaml.safe_load((EXAMPLE / "alerts.yaml").read_text())["groups"]
    return {rule["alert"]: rule["expr"] for rule in group["rules"]}


@pytest.fixture
def metrics(sqlite_url):
    """The names of all that is told."""
    service = create_app(Settings(sqlite_url, open_access=True, metrics_token="of the tests"))
    client = service.server.test_client()
    client.post(
        "/_dash-update-component", json=question("/"), headers={"Origin": "http://localhost"}
    )
    text = client.get("/metrics", headers={"Authorization": "Bearer of the tests"}).text
    return set(re.findall(r"^# HELP (\w+)", text, re.M))


def test_every_setting_is_named():
    source = (ROOT / "dashboard" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'environment(?:\.get\(|, )"([A-Z_]+)"', source))
    assert read - ITS_OWN == first_cells(section("Settings"))


def test_every_metric_is_named(metrics):
    named = first_cells(section("Metrics"))
    created = {name for name in metrics if name.endswith("_created")}
    assert metrics - created == named


def test_every_alert_is_explained(rules):
    assert set(rules) == first_cells(section("What each alert means"))


def test_every_alert_asks_for_what_is_told(rules, metrics):
    asked = set(re.findall(r"partnership_\w+", " ".join(rules.values())))
    assert {name.removesuffix("_bucket") for name in asked} <= metrics


def test_what_is_to_be_scraped_is_where_it_is_told():
    (job,) = yaml.safe_load((EXAMPLE / "scrape.yaml").read_text())["scrape_configs"]
    assert (job["metrics_path"], job["job_name"]) == ("/metrics", "partnership")


def test_providers_are_written_as_the_page_has_them():
    written = re.findall(r"^OIDC_PROVIDERS=(.+)$", PAGE, re.M)
    found = [Settings.from_environment({"OIDC_PROVIDERS": text}).providers for text in written]
    assert [provider.name for (provider,) in found] == ["Northern University", "Riverside Council"]


def test_the_page_names_what_pdf_files_are_drawn_with():
    assert " ".join(pango.PACKAGES) in PAGE
    containers = (ROOT / "docs" / "example" / "container" / "Containerfile").read_text()
    assert " ".join(pango.PACKAGES) in containers
