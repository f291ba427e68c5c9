"""Who reads what is measured: somebody signed in, who may read every partnership."""

from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.accounts import READER, Account, reach
from tests.bench.databases import connection

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SCOPES = "SELECT 'partnership:' || code FROM partnership ORDER BY code"
# What the service is told, so that nobody reads without signing in.
CLOSED = {"OPEN_ACCESS": ""}


def add(path: Path) -> None:
    """Have a database know the reader."""
    with connection(path) as opened:
        scopes = [scope for (scope,) in opened.execute(SCOPES)]
    reach(path, READER, *scopes)


def cookie(port: int, who: Account = READER) -> str:
    """Sign in at a service; return the cookie of the session, as a browser sends it."""
    opened = HTTPConnection("127.0.0.1", port, timeout=60)
    origin = {"Origin": f"http://127.0.0.1:{port}", "Sec-Fetch-Site": "same-origin"}
    opened.request("POST", "/sign-in/demo", urlencode({"email": who.email}), FORM | origin)
    answer = opened.getresponse()
    answer.read()
    opened.close()
    given = (line.split(";", 1)[0] for line in answer.headers.get_all("Set-Cookie") or ())
    found = next((pair for pair in given if "session=" in pair), None)
    if found is None:
        raise RuntimeError(f"{who.email} was not let in: {answer.status}")
    return found
