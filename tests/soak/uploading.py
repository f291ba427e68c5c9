"""L3 and L4: a file of 5,000 rows is looked at and taken in while people read."""

import re
from collections.abc import Iterator
from csv import DictWriter
from io import StringIO
from time import perf_counter, sleep
from typing import Final

import psutil

from dashboard.grid_rows import shown
from data import rows
from data.changes.rows import Place
from data.people.person import OPERATOR
from data.returns.sheets import SHEETS
from tests.soak.beside import Readers
from tests.soak.canaries import REFERENCE
from tests.soak.figures import Figure, Heard
from tests.soak.watching import Watch
from tests.soak.world import SHEET, World
from tests.support.service import Service
from tests.support.user import HERE, User

ROWS: Final = 5_000
TOKEN: Final = re.compile(rb'name="token" value="([^"]+)"')
BOUNDARY: Final = "of-the-soak"
PART: Final = "--{}\r\nContent-Disposition: form-data; name={}\r\n\r\n{}\r\n"
HEALTH: Final = "/healthz/ready"
MEGABYTE: Final = 1024 * 1024
# How often it is looked how large the process is that reads the file, and how the service is.
OFTEN: Final = 0.1


def measure(world: World, seconds: float) -> Iterator[Figure]:
    """Give how long a file takes, and how those who read and who watches fare meanwhile."""
    heard, service = Heard(), world.service
    readers = Readers(world)
    sender = world.coordinator(heard, 0)
    whoever_watches = User(service.port, "", HERE, heard)
    contents = _file(world, world.places[0])
    with readers.reading(seconds):
        usual = {one.pid for one in service.processes()}
        health = Watch(lambda: whoever_watches.get("health", HEALTH), OFTEN)
        importer = Watch(lambda: _largest(service, usual), OFTEN / 2)
        with health, importer:
            looked, taken = _send(sender, world.places[0], contents)
    yield from readers.figures("L3", 2)
    slowest = max(one.seconds for one in heard.of(("health",)))
    checks = len(heard.of(("health",)))
    yield Figure("L3", "slowest answer about its health", world.kind, slowest, 0.2, "s", checks)
    yield Figure("L4", "5,000 rows looked at", world.kind, looked, 10, "s")
    yield Figure("L4", "5,000 rows taken in", world.kind, taken, 5, "s")
    yield Figure("L4", "memory of what reads the file", world.kind, max(importer.found), 512, "MB")


def _send(sender: User, place: Place, contents: str) -> tuple[float, float]:
    """Return the seconds that looking at a file takes, and taking it in."""
    home = f"/update/{place.partnership}/{place.owner}"
    began = perf_counter()
    body = _multipart({"sheet": SHEET}, contents)
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Accept": "text/html"}
    answer = sender.ask("look", "POST", f"{home}/file", body, headers)
    looked = perf_counter() - began
    token = TOKEN.search(answer.text)
    if token is None:
        raise RuntimeError(f"the file was not taken: {answer.status} {answer.text[-2000:]!r}")
    sleep(1)
    began = perf_counter()
    form = {"token": token[1].decode(), "door": "file"}
    confirmed = sender.form("take in", f"{home}/file/confirm", form)
    if confirmed.status != 303:
        raise RuntimeError(f"the file was not taken in: {confirmed.status}")
    return looked, perf_counter() - began


def _file(world: World, place: Place) -> str:
    """Return a file of new rows like those that somebody keeps already."""
    sheet = SHEETS[place.sheet]
    names = [column.name for column in sheet.columns]
    held = [shown(sheet, row) for row in rows.every(world.engine, OPERATOR, place, 1000)]
    live = [row for row in held if row["places"]]
    text = StringIO()
    writer = DictWriter(text, names, extrasaction="ignore")
    writer.writeheader()
    for number in range(ROWS):
        # The number of the team makes each row one of its own.
        own = {"ref": f"{REFERENCE}-{number}", "team": f"{REFERENCE} team {number}"}
        writer.writerow(live[number % len(live)] | own)
    return text.getvalue()


def _multipart(fields: dict[str, str], contents: str) -> bytes:
    parts = [PART.format(BOUNDARY, f'"{name}"', value) for name, value in fields.items()]
    file = PART.format(BOUNDARY, '"file"; filename="offers.csv"', contents)
    return "".join([*parts, file, f"--{BOUNDARY}--\r\n"]).encode()


def _largest(service: Service, usual: set[int]) -> float:
    """Return the megabytes of the largest process that was started for a file."""
    held = [0.0]
    for one in service.processes():
        try:
            held.append(one.memory_info().rss / MEGABYTE if one.pid not in usual else 0)
        except psutil.NoSuchProcess:
            continue
    return max(held)
