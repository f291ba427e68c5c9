"""A11: nothing of what people typed is in what services said, counted or showed of a fault."""

import json
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from tests.soak.canaries import FORGED, REFERENCE, SECRETS
from tests.soak.figures import Figure, Heard, show
from tests.soak.world import WATCHES, World
from tests.support.service import Service
from tests.support.user import HERE, JSON, UPDATE, User

# What it says of itself before anybody asks.
FIRST: Final = "Serving on"
TYPED: Final = quote(f"{REFERENCE}{FORGED}")


def measure(world: World, seconds: float) -> Iterator[Figure]:
    """Give how often a secret was found, in all that was said of the world until now."""
    del seconds
    pages = list(_errors(world.service, world.coordinator(Heard(), 0)))
    watching = User(world.service.port, "", HERE)
    counted = watching.get("metrics", "/metrics", {"Authorization": f"Bearer {WATCHES}"})
    secrets = [*SECRETS, *world.cookies, *(cookie.split("=", 1)[1] for cookie in cookies(world))]
    lines = world.service.said.splitlines()
    places = {
        "lines of the log": lines,
        "lines of metrics": counted.text.decode().splitlines(),
        "error pages": pages,
    }
    for place, texts in places.items():
        found = [text for text in texts if any(secret in text for secret in secrets)]
        show(found)
        yield Figure("A11", f"{place} with a secret", world.kind, len(found), 0, runs=len(texts))
    forged = [line for line in lines if not line.startswith(FIRST) and not _is_json(line)]
    show(forged)
    yield Figure("A11", "lines that are none of ours", world.kind, len(forged), 0, runs=len(lines))


def cookies(world: World) -> Sequence[str]:
    """Return the cookies of everybody who is signed in."""
    return tuple(world.cookies.values())


def _errors(service: Service, somebody: User) -> Iterator[str]:
    """Give what is answered to requests that are wrong, each of which holds what was typed."""
    stranger = User(service.port, "", "192.0.2.1", Heard())
    large = {"Content-Type": "multipart/form-data; boundary=x", "Accept": "text/html"}
    answers = [
        stranger.get("401", f"/download/placements/{TYPED}.csv", {}),
        somebody.get("404", f"/{TYPED}"),
        somebody.get("403", f"/update/{TYPED}/{TYPED}"),
        somebody.ask("415", "POST", UPDATE, REFERENCE.encode(), {"Content-Type": "text/plain"}),
        somebody.ask("400", "POST", UPDATE, json.dumps({"output": TYPED}).encode(), JSON),
        somebody.ask("413", "POST", f"/update/{TYPED}/x/file", b"x" * 8_000_000, large),
        stranger.get("410", f"/welcome/{TYPED}"),
    ]
    return (one.text.decode() for one in answers if one.status >= 400)


def _is_json(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
