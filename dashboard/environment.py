"""What the texts of the environment stand for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

NUMBER = re.compile(r"[1-9][0-9]{0,5}")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")


class SettingsError(ValueError):
    """The environment asks for something that can't be; the message says what to change."""


@dataclass(frozen=True)
class Provider:
    """A service that people sign on with: their university's or council's own.

    Attributes:
        name: What people call it.
        issuer: Its address, under which it describes itself.
        client_id: What it calls this service.
        client_secret: What it knows this service by.
        domains: Whose e-mail addresses it may vouch for; any, where none is named.
    """

    name: str
    issuer: str
    client_id: str
    client_secret: str
    domains: tuple[str, ...] = ()


def level(text: str | None, default: str) -> str:
    """Return what is logged: this kind and whatever is worse.

    Raises:
        SettingsError: It is no such kind.
    """
    found = (text or default).upper()
    if found not in LEVELS:
        raise SettingsError(f"LOG_LEVEL is {text!r}: use one of {', '.join(LEVELS).lower()}.")
    return found


def number(environment: Mapping[str, str], name: str, default: int, most: int) -> int:
    """Return a whole number of the environment.

    Raises:
        SettingsError: It is none, or too large.
    """
    text = environment.get(name) or str(default)
    if not NUMBER.fullmatch(text) or int(text) > most:
        raise SettingsError(f"{name} is {text!r}: use a whole number from 1 to {most}.")
    return int(text)


def providers(text: str) -> tuple[Provider, ...]:
    """Return services to sign on with, from a list of them in JSON.

    Raises:
        SettingsError: It is no such list.
    """
    try:
        found = json.loads(text)
        return tuple(
            Provider(**{**each, "domains": tuple(each.get("domains", ()))}) for each in found
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise SettingsError(
            "OIDC_PROVIDERS is no list that can be used. Write it like "
            '[{"name": "…", "issuer": "https://…", "client_id": "…", "client_secret": "…"}].'
        ) from error
