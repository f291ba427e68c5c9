"""`partnership user`: who may come in."""

from collections.abc import Iterable

import click

from dashboard.commands.ready import configured_settings, ready_engine
from dashboard.commands.tables import as_table
from dashboard.invitations import Invitations
from dashboard.server import passwords
from dashboard.wording import SERVICE
from data.changes import credentials, people
from data.changes.author import Author
from data.engine import Engine
from data.people import account_values, accounts
from data.returns.problems import RefusedError
from data.schema.people import ROLES

EMAIL = click.argument("email")
ROLE = click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
SCOPES = click.option(
    "--scope",
    "scopes",
    multiple=True,
    help="How far they reach, such as organisation:salford-city-council; repeatable.",
)


def author() -> Author:
    """Return whoever runs the command as the author of what it changes."""
    return Author("command line", "command")


@click.group()
def user() -> None:
    """Look after the accounts of the people who use the service."""


@user.command()
@EMAIL
@click.option("--name", required=True, help="What the history calls them.")
@ROLE
@SCOPES
def add(email: str, name: str, role: str, scopes: tuple[str, ...]) -> None:
    """Add an account, and send its owner a link to choose a password."""
    pairs = _pairs(scopes)
    with ready_engine() as engine:
        number = people.add(engine, author(), people.New(email, name, role, pairs))
        address = account_values.email(email)
        link, failure = _invitations(engine).send(number, "invitation", address, author().who)
    click.echo(f"Added {address}.")
    click.echo(
        f"{failure} Give them this link; it works once, for 7 days:\n{link}"
        if failure
        else "An invitation is on its way."
    )


@user.command("list")
def list_() -> None:
    """List every account."""
    with ready_engine() as engine:
        rows = accounts.every(engine)
    headings = ("E-mail", "Name", "Role", "Scopes", "Signs in with", "State")
    click.echo(as_table(headings, map(_row, rows)))


@user.command()
@EMAIL
def disable(email: str) -> None:
    """Shut an account out, at once and everywhere."""
    with ready_engine() as engine:
        people.disable(engine, author(), email)
    click.echo(f"{account_values.email(email)} can no longer sign in.")


@user.command()
@EMAIL
def enable(email: str) -> None:
    """Let a disabled account in again."""
    with ready_engine() as engine:
        people.enable(engine, author(), email)
    click.echo(f"{account_values.email(email)} can sign in again.")


@user.command("set-role")
@EMAIL
@click.argument("role", type=click.Choice(ROLES))
def set_role(email: str, role: str) -> None:
    """Give an account another role."""
    with ready_engine() as engine:
        people.set_role(engine, author(), email, role)
    click.echo(f"{account_values.email(email)} is now {role}.")


@user.command("set-scope")
@EMAIL
@click.argument("scopes", nargs=-1)
def set_scope(email: str, scopes: tuple[str, ...]) -> None:
    """Say anew how far an account reaches; without a scope it reaches nothing."""
    with ready_engine() as engine:
        people.set_scopes(engine, author(), email, _pairs(scopes))
    click.echo(f"{account_values.email(email)} reaches {', '.join(scopes) or 'nothing'}.")


@user.command("set-password")
@EMAIL
@click.password_option(help="Asked for, where it is left out.")
def set_password(email: str, password: str) -> None:
    """Set an account's password, and end every session it has."""
    with ready_engine() as engine:
        found = accounts.by_email(engine, account_values.email(email))
        if found is None:
            raise RefusedError(
                f"There is no account of {account_values.email(email)}.",
                "List those that there are.",
            )
        if fault := passwords.fault(password, (found.name, found.email, SERVICE)):
            raise RefusedError("That password won't do.", fault)
        credentials.set_password(engine, author(), found.id, passwords.hashed(password))
    click.echo(f"{account_values.email(email)} has a new password.")


@user.command("remove-second-factor")
@EMAIL
def remove_second_factor(email: str) -> None:
    """Forget an account's authenticator app, so that its owner sets up another."""
    with ready_engine() as engine:
        found = accounts.by_email(engine, account_values.email(email))
        if found is None:
            raise RefusedError(
                f"There is no account of {account_values.email(email)}.",
                "List those that there are.",
            )
        credentials.set_second_factor(engine, author(), found.id, None)
    click.echo(f"{account_values.email(email)} sets up a second factor at the next sign-in.")


def _invitations(engine: Engine) -> Invitations:
    return Invitations(engine, configured_settings())


def _pairs(scopes: Iterable[str]) -> list[people.Scope]:
    pairs = [scope.partition(":") for scope in scopes]
    return [(kind, code) for kind, _, code in pairs]


def _row(account: dict[str, object]) -> tuple[str, ...]:
    ways = ["password"] if account["has_password"] else []
    ways += ["code"] if account["has_code"] else []
    return (
        str(account["email"]),
        str(account["name"]),
        str(account["role"]),
        " ".join(account["scopes"]),  # type: ignore[arg-type]  # A list of text.
        " and ".join(ways) or "link or sign-on",
        "disabled" if account["disabled_at"] else "",
    )
