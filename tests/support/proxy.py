"""The nginx of docs/example, in front of machines of a test, with a certificate of its own."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from socket import create_connection
from time import monotonic, sleep

from tests.support.left_out import give_up
from tests.support.service import free_port
from tests.tools import servers

EXAMPLE = Path(__file__).parents[2] / "docs" / "example" / "nginx"
MAIN = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 2048; }}
http {{
    log_format machines '$request_id $upstream_addr $status';
    access_log {folder}/access.log machines;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site;
}}
"""


class Proxy:
    """A running nginx.

    Attributes:
        plain: Its address without TLS.
        safe: Its address with TLS.
        certificate: The file of what it proves itself by.
    """

    def __init__(self, folder, plain, safe):
        self.plain = f"http://localhost:{plain}"
        self.safe = f"https://localhost:{safe}"
        self.certificate = folder / "dashboard.pem"
        self._log = folder / "access.log"

    def served(self):
        """What it noted of each request: how it called it, who answered, and the status."""
        return [line.rsplit(" ", 1)[0].split(" ", 1) for line in self._log.read_text().splitlines()]


@contextmanager
def proxying(folder, ports):
    """A proxy before services at some ports of this machine."""
    nginx, openssl = servers.where("nginx"), shutil.which("openssl")
    if not (nginx and openssl):
        give_up("no nginx or no openssl; run `python -m tests.tools.servers`")
    _certify(openssl, folder)
    plain, safe = free_port(), free_port()
    _write(folder, ports, plain, safe)
    command = [nginx, "-c", folder / "nginx.conf", "-p", folder, "-e", folder / "error.log"]
    process = subprocess.Popen(command, env=servers.variables())
    try:
        _wait_for(safe, folder)
        yield Proxy(folder, plain, safe)
    finally:
        process.terminate()
        process.wait(timeout=10)


def _certify(openssl, folder):
    command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    names = "subjectAltName=DNS:localhost,IP:127.0.0.1"
    files = ["-out", folder / "dashboard.pem", "-keyout", folder / "dashboard.key"]
    subject = ["-subj", "/CN=localhost", "-addext", names]
    subprocess.run([openssl, *command.split(), *subject, *files], check=True, capture_output=True)


def _write(folder, ports, plain, safe):
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(MAIN.format(folder=folder, user=user))
    (line,) = [
        line
        for line in (EXAMPLE / "partnership.machines").read_text().splitlines()
        if line.startswith("server")
    ]
    machines = [line.replace("8050", str(port)) for port in ports]
    (folder / "partnership.machines").write_text("\n".join(machines))
    site = (EXAMPLE / "partnership.conf").read_text()
    for theirs, ours in {
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl;": f"listen 127.0.0.1:{safe} ssl;",
        "/etc/ssl/certs/": f"{folder}/",
        "/etc/ssl/private/": f"{folder}/",
        "/etc/nginx/": f"{folder}/",
    }.items():
        assert theirs in site, theirs
        site = site.replace(theirs, ours)
    (folder / "site").write_text(site)


def _wait_for(port, folder):
    until = monotonic() + 10
    while monotonic() < until:
        try:
            create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            sleep(0.05)
        else:
            return
    raise AssertionError((folder / "error.log").read_text())
