"""Every way in, put together: who may come, by which doors, and what is told to the others."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from flask import Flask, g

from dashboard.editions.standpoint import At
from dashboard.indicators import INDICATORS
from dashboard.invitations import Invitations
from dashboard.mail import Mailer
from dashboard.navigation import MenuEntry
from dashboard.server import plain, request_id
from dashboard.server.administration.people import administer_people
from dashboard.server.administration.tables import tables
from dashboard.server.deciding.actions import actions
from dashboard.server.deciding.forms import Look
from dashboard.server.deciding.meeting import meeting
from dashboard.server.error_pages import (
    UPLOAD_MEGABYTES,
    answer_damaged,
    answer_denied,
    answer_errors,
    answer_malformed,
    answer_unknown,
    refuse_unready,
)
from dashboard.server.exports import record_exports
from dashboard.server.gate import close
from dashboard.server.looking.changes import changes
from dashboard.server.looking.comments import comments
from dashboard.server.looking.section import FindPage
from dashboard.server.looking.views import views
from dashboard.server.reporting.commentary import commentary
from dashboard.server.reporting.definitions import definitions
from dashboard.server.reporting.editions import reports
from dashboard.server.request_origin import door_and_address
from dashboard.server.sign_in import bearer, current, proxy, sessions
from dashboard.server.sign_in.account import own_account
from dashboard.server.sign_in.one_time_links import one_time_links
from dashboard.server.sign_in.routes import Ways, sign_in
from dashboard.server.sign_in.second_factor import second_factor
from dashboard.server.sign_in.tokens import own_tokens
from dashboard.server.terms import ask_first, terms
from dashboard.server.updating.files import files
from dashboard.server.updating.partners import partners
from dashboard.server.updating.row import row_form
from dashboard.server.updating.sheets import sheets
from dashboard.server.updating.steps import steps
from dashboard.server.updating.work import your_work
from dashboard.server.watching import logs
from dashboard.settings import Settings
from data.changes import denied
from data.engine import Engine
from data.health import problem
from data.protection import exports
from data.returns.limits import MEGABYTE, upload
from data.samples.people import DEMO

LONGER: Final = 1.4
ROOM: Final = 64 * 1024


class Figures(NamedTuple):
    """How plain pages look at figures, and lead to their pages.

    Attributes:
        pages: Those of figures, in the order of the navigation.
        find: Returns the page of figures at a path, or called so in addresses of files, for whoever
            asks; nothing where there is none.
        look: Finds what needs a decision.
        at: Returns from where whoever asks looks with a query: at the data, or at an edition.
    """

    pages: Sequence[MenuEntry]
    find: FindPage
    look: Look
    at: At


def guard(server: Flask, settings: Settings, engine: Engine, figures: Figures) -> None:
    """Have a server let in nobody but those who may; call it before anything adds a route.

    Args:
        server: The server.
        settings: How it runs.
        engine: Of the database.
        figures: Which pages of figures there are.
    """
    server.config["SECRET_KEY"] = settings.secret_key
    # Dash sends a file as text, which is a third longer.
    most = int(settings.upload_megabytes * MEGABYTE * LONGER) + ROOM
    server.config.update(MAX_CONTENT_LENGTH=most, MAX_FORM_MEMORY_SIZE=most)
    server.config[UPLOAD_MEGABYTES] = settings.upload_megabytes
    proxy.believe(server, settings)
    request_id.use(server)
    logs.keep_addresses_out(server)
    sessions.use(server, settings, engine)
    current.use(server, engine)
    refuse_unready(server, partial(problem, engine))
    close(
        server, settings, partial(proxy.signed_on, engine, settings), partial(bearer.owner, engine)
    )
    answer_errors(server)
    answer_malformed(server)
    answer_damaged(server)
    ask_first(server)
    record_exports(server, partial(exports.note, engine))
    answer_denied(
        server, lambda action: denied.note(engine, g.get("person"), action, *door_and_address())
    )
    answer_unknown(server, lambda path: figures.find(path) is not None)


def open_up(
    server: Flask, settings: Settings, engine: Engine, assets: Path, figures: Figures
) -> None:
    """Add the doors and the plain pages behind them.

    Args:
        server: The server.
        settings: How it runs.
        engine: Of the database.
        assets: Where the styles are.
        figures: How they look at figures.
    """
    invitations = Invitations(engine, settings)
    demo = [] if settings.production else [(email, name, role) for email, name, role, _ in DEMO]
    providers = {str(number): each for number, each in enumerate(settings.providers, 1)}
    plain.use(server, figures.pages, assets)
    for routes in (
        sign_in(engine, Ways([(key, each.name) for key, each in providers.items()], demo)),
        second_factor(engine),
        own_account(engine),
        own_tokens(engine),
        one_time_links(engine, invitations.send),
        administer_people(engine, invitations),
        your_work(engine),
        steps(engine),
        partners(engine, Mailer(engine, settings), settings.public_url),
        files(engine, upload(settings.upload_megabytes)),
        sheets(engine),
        row_form(engine),
        tables(engine, INDICATORS),
        actions(engine, figures.look),
        meeting(engine, figures.look),
        reports(engine, figures.at),
        commentary(engine, figures.at),
        definitions(engine, figures.at),
        comments(engine, figures.find),
        views(engine, figures.pages),
        changes(engine),
        terms(engine),
    ):
        server.register_blueprint(routes)
    if providers:
        # What it takes is large, and wanted only where people sign on elsewhere.
        from dashboard.server.sign_in.openid_connect import openid_connect  # noqa: PLC0415

        server.register_blueprint(openid_connect(server, engine, providers, settings.public_url))
