"""Carry out an order: make its edition, then try each file that can be taken away of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from logging import getLogger
from threading import Event, Thread
from time import monotonic
from typing import Any, Final

from dashboard.editions.cache import EditionCache
from dashboard.editions.making import make
from dashboard.editions.request import EditionRequest
from dashboard.editions.standpoint import At
from dashboard.indicators import INDICATORS
from dashboard.indicators.measured import measured
from dashboard.reports.cells_at_risk import of_edition
from dashboard.reports.forms import FORMS, Form
from data.calendar import today
from data.changes import orders
from data.changes.author import Author
from data.changes.meetings import ChangedError
from data.editions.orders import Order
from data.engine import Engine
from data.health import DatabaseError
from data.people.person import Person, find
from data.people.rights import DeniedError
from data.reader import Reader
from data.returns.problems import RefusedError

LOG: Final = getLogger(__name__)
# Seconds between two signs of life, and between two words about how far it is.
PULSE: Final = 5
OFTEN: Final = 0.5
MOVED: Final = RefusedError(
    "Somebody changed the data since you looked; no edition was made.",
    "Look at what it would be now, and make it then.",
)
NO_RIGHT: Final = RefusedError(
    "You may not make editions of these partnerships any more; none was made.",
    "Ask who looks after the partnership.",
)
FAULT: Final = RefusedError(
    "Something went wrong on the server; no edition was made.",
    "Try again. Whoever runs the service finds the reason in its log.",
)


def carry_out(engine: Engine, name: str) -> None:
    """Carry out an order, unless it has ended or somebody is at it already.

    Whatever becomes of it is kept with the order.

    Args:
        engine: Of the database.
        name: What the order is called.
    """
    order = orders.take_up(engine, name)
    if order is None:
        return
    with _alive(engine, name):
        try:
            person = _person(engine, order)
            edition = order.edition or _made(engine, order, person)
            _look_through(engine, order, person, edition)
        except RefusedError as refused:
            orders.fail(engine, name, refused)
        except ChangedError:
            orders.fail(engine, name, MOVED)
        except DeniedError:
            orders.fail(engine, name, NO_RIGHT)
        except DatabaseError:
            # It may be back soon, and then the order is taken up again.
            raise
        except Exception:
            LOG.exception("An edition could not be made: order %s", name)
            orders.fail(engine, name, FAULT)


def cache_of(engine: Engine) -> EditionCache:
    """Return what finds the editions of a database."""
    return EditionCache(Reader(engine), measured(INDICATORS.values()), today)


def _person(engine: Engine, order: Order) -> Person:
    """Return who asked, with the rights that they have by now."""
    person = find(engine, order.user_id)
    if person is None:
        raise DeniedError("make editions")
    return person


def _made(engine: Engine, order: Order, person: Person) -> int:
    author = Author.by(person, "form")
    request = EditionRequest(f"order {order.id}", order.seen, _Telling(engine, order.id))
    edition = make(engine, author, order.wanted, request)
    orders.kept(engine, order.id, edition)
    return edition


def _look_through(engine: Engine, order: Order, person: Person, edition: int) -> None:
    """Keep which cells of an edition tell of few people, and what became of each of its files."""
    edition_cache = cache_of(engine)
    at: At = lambda query: edition_cache.at(query, person)  # noqa: E731 - as reports take it
    if order.wanted.disclosure == "exact":
        orders.tell(engine, order.id, "risks")
        risks = {each.name: each.cells for each in of_edition(at, edition)}
        orders.looked_for_risks(engine, order.id, risks)
    tried = {}
    for done, (name, form) in enumerate(FORMS.items()):
        orders.tell(engine, order.id, "files", done, len(FORMS))
        tried[name] = _file(form, at, edition, person)
    orders.end(engine, order.id, tried)


def _file(form: Form, at: At, edition: int, person: Person) -> dict[str, Any]:
    """Return how large a file of an edition is, and what of it could not be made."""
    try:
        taken = form.make(at, edition, person)
    except RefusedError as refused:
        return {"refused": refused.words}
    except Exception:
        # The edition is there, and so are its other files.
        LOG.exception("A file could not be made of edition %s: %s", edition, form.file)
        return {"failed": [form.called]}
    return {"bytes": len(taken.file), "failed": list(taken.failed)}


class _Telling:
    """Says how far an order is, though not each time that it is told."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name
        self._told = ("", 0.0)

    def __call__(self, step: str, done: int, whole: int) -> None:
        """Say that so much of a step is done."""
        before, at = self._told
        if step != before or monotonic() - at > OFTEN:
            orders.tell(self._engine, self._name, step, done, whole)
            self._told = (step, monotonic())


@contextmanager
def _alive(engine: Engine, name: str) -> Iterator[None]:
    """Have an order hear every few seconds that somebody is at it."""
    over = Event()

    def beat() -> None:
        while not over.wait(PULSE):
            try:
                orders.hear(engine, name)
            except DatabaseError:
                # Somebody else writes for long; the next sign will do.
                LOG.warning("Order %s could not be told that somebody is at it", name)

    pulse = Thread(target=beat, daemon=True)
    pulse.start()
    try:
        yield
    finally:
        over.set()
        pulse.join()
