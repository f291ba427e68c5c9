"""What is installed is locked by digests, and what is wrong with it is told."""

import json
import subprocess
import tomllib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.tools import supply

LOCKED = tomllib.loads((supply.ROOT / "uv.lock").read_text())["package"]
WEAKNESS = "GHSA-0000-0000-0000"


def test_every_locked_package_is_locked_by_digests():
    from_elsewhere = [each for each in LOCKED if "registry" in each["source"]]
    files = [(each["name"], file) for each in from_elsewhere for file in each.get("wheels", [])] + [
        (each["name"], each["sdist"]) for each in from_elsewhere if "sdist" in each
    ]
    assert len(files) > len(from_elsewhere)
    assert [name for name, file in files if not file["hash"].startswith("sha256:")] == []


class Advisories(BaseHTTPRequestHandler):
    """Knows of one weakness, in Flask."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        known = [{"vulns": [{"id": WEAKNESS, "modified": "2026-01-01T00:00:00Z"}]}, {}]
        self._answer({"results": [known[each["package"]["name"] != "flask"] for each in asked]})

    def do_GET(self):
        self._answer(
            {
                "id": WEAKNESS,
                "modified": "2026-01-01T00:00:00Z",
                "summary": "Invented",
                "affected": [],
            }
        )

    def _answer(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def advisories(monkeypatch):
    with ThreadingHTTPServer(("127.0.0.1", 0), Advisories) as server:
        Thread(target=server.serve_forever).start()
        monkeypatch.setattr(supply, "ASKED", f"http://127.0.0.1:{server.server_port}/")
        yield
        server.shutdown()


def test_r4_a_package_with_a_known_weakness_is_named(advisories):
    (fault,) = supply.weaknesses()
    assert WEAKNESS in fault
    assert "flask" in fault


def test_without_a_network_it_says_that_nobody_was_asked(monkeypatch, capsys):
    monkeypatch.setattr(supply, "ASKED", "http://127.0.0.1:1/")
    assert supply.weaknesses() == []
    assert "were not asked for" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["GPL-2.0-only", "AGPL-3.0", "Commercial", "UNKNOWN"])
def test_a_licence_that_asks_too_much_is_not_allowed(words):
    assert not supply.allowed(words)


@pytest.mark.parametrize("words", ["MIT License", "BSD-3-Clause", "LGPL-3.0-only", "MPL-2.0"])
def test_a_licence_that_was_allowed_is(words):
    assert supply.allowed(words)


def test_r4_a_bill_of_materials_names_what_serves(tmp_path):
    out = tmp_path / "sbom.json"
    subprocess.run(["make", "sbom", f"SBOM={out}"], cwd=supply.ROOT, check=True)
    bill = json.loads(out.read_text())
    names = {each["name"] for each in bill["components"]}
    assert (bill["bomFormat"], {"dash", "sqlalchemy"} <= names) == ("CycloneDX", True)
    assert "pytest" not in names
