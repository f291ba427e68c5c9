"""An edition on its way: asked for, told how far it is, and gone on with once it is there."""

from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Final

from flask import redirect
from werkzeug.wrappers import Response

from dashboard.editions import words
from dashboard.server import plain
from dashboard.server.reporting import background
from dashboard.server.reporting.forms import again
from dashboard.server.sign_in import current
from data.changes import orders as placing
from data.changes.author import Author
from data.editions import orders
from data.editions.orders import Order
from data.editions.wanted import Wanted
from data.engine import Engine
from data.people.rights import DeniedError, may
from data.schema.editions import STEPS

FILES: Final = STEPS[-1]
# So long, what became of no edition is told among the reports.
TOLD: Final = timedelta(days=7)


def place(engine: Engine, author: Author, wanted: Wanted, seen: int, once: str) -> Response:
    """Have an edition made, and return the way to how far it is.

    Raises:
        DeniedError: The author may not make it.
        RefusedError: Something is missing, too long or at odds; or too many are being made.
    """
    name = placing.place(engine, author, wanted, seen, once)
    order = orders.find(engine, name)
    # The same request, sent twice, is begun once.
    if order and order.asked_at == author.at:
        background.start(engine, name)
    return redirect(f"/reports/orders/{name}", HTTPStatus.SEE_OTHER)


def one(engine: Engine, name: str) -> Response:
    """Return how far an order is; the way to its edition, once only its files are to be tried."""
    here, order = current.person_here(), orders.find(engine, name)
    if order is None or not (order.user_id == here.id or may(here, "administer")):
        raise DeniedError("read an order")
    go_on(engine, order)
    if order.edition and (order.ended_at or order.step == FILES):
        return redirect(f"/reports/{order.edition}?done=made", HTTPStatus.SEE_OTHER)
    return plain.page(
        "reports/order.html",
        status=HTTPStatus.OK,
        problem=f"{order.problem} {order.fix}" if order.problem else "",
        order=order,
        steps=words.steps(order),
        again=again(order.wanted),
    )


def on_their_way(engine: Engine) -> list[Order]:
    """Return the orders of whoever is here that are no edition, or not yet; the latest first."""
    since = datetime.now(UTC) - TOLD
    return orders.without_edition(engine, current.person_here().id, since)


def go_on(engine: Engine, order: Order) -> None:
    """Have an order begun again that was interrupted, and that nobody is at."""
    if order.is_forgotten(datetime.now(UTC)) and placing.ask_again(engine, order.id):
        background.start(engine, order.id)
