"""The container's files, as far as they can be tried without an engine."""

import re
import sys
import tomllib

import pytest
import yaml

from dashboard.settings import Settings
from tests.support.application import KEY
from tests.support.container import PLACE, ROOT, copied, laid_out, of, serving_from


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((PLACE / "compose.yaml").read_text())


@pytest.fixture
def application(compose):
    """The service that runs the dashboard."""
    return compose["services"]["application"]


def versions():
    """The Pythons that the image is made with."""
    return {re.search(r"python:([\d.]+)", what)[1] for what in of("FROM")}


def test_every_path_that_is_copied_is_there():
    assert [source for source, _ in copied() if not (ROOT / source).exists()] == []


def test_it_is_the_python_that_the_project_is_written_for_and_tested_with():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    ours = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert (versions(), wanted) == ({ours}, f">={ours}")


def test_it_is_the_uv_that_the_makefile_installs():
    (version,) = re.findall(r"^UV_VERSION := (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert any(f"astral-sh/uv:{version} " in what for what in of("COPY"))


def test_it_ends_as_a_user_of_no_account():
    assert int(of("USER")[-1]) >= 1000


def test_no_secret_is_built_in():
    assert not re.search("SECRET|PASSWORD|TOKEN|DATABASE_URL", " ".join(of("ENV") + of("ARG")))


def test_its_settings_are_such_as_the_application_knows_and_takes(application, compose):
    source = (ROOT / "dashboard" / "settings.py").read_text()
    asked = application["environment"]
    assert [name for name in asked if f'"{name}"' not in source] == []
    settings = Settings.from_environment(asked | {"PARTNERSHIP_ENV": "production"})
    proxy = compose["services"]["proxy"]["networks"]["inside"]["ipv4_address"]
    assert settings.trusted_proxies == (proxy,)


def test_it_runs_without_rights_on_a_file_system_that_it_may_not_write(application):
    assert (application["read_only"], application["cap_drop"]) == (True, ["ALL"])
    assert application["security_opt"] == ["no-new-privileges:true"]


def test_every_file_that_the_proxy_is_given_is_there(compose):
    given = [each.split(":")[0] for each in compose["services"]["proxy"]["volumes"]]
    ours = [path for path in given if not path.startswith("./certificates")]
    assert [path for path in ours if not (PLACE / path).resolve().is_file()] == []


def test_whoever_is_waited_for_can_say_that_all_is_well(compose):
    services = compose["services"]
    awaited = [
        name
        for service in services.values()
        for name, asked in service.get("depends_on", {}).items()
        if asked["condition"] == "service_healthy"
    ]
    assert sorted(awaited) == ["application", "database"]
    assert all("healthcheck" in services[name] for name in awaited)


def test_the_proxy_asks_the_port_where_the_application_listens(application):
    (port,) = re.findall(r"\bPORT=(\d+)", " ".join(of("ENV")))
    assert f"server application:{port};" in (PLACE / "machines").read_text()
    assert f":{port}/healthz/ready" in application["healthcheck"]["test"][-1]


def test_what_it_holds_is_enough_and_none_of_it_need_be_written(tmp_path):
    image, temporary = tmp_path / "image", tmp_path / "tmp"
    image.mkdir()
    temporary.mkdir()
    asked = {"PARTNERSHIP_ENV": "production", "SECRET_KEY": KEY, "TMPDIR": str(temporary)}
    url = f"sqlite:///{temporary}/database.db"
    with laid_out(image), serving_from(image, url, **asked) as service:
        assert [service.get(path) for path in ("/healthz/ready", "/")] == [200, 303]
