"""Addresses to lead to, made from the one at hand: what is kept of it, and what is changed."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlencode

from dashboard.addresses import AS_AT, BASIS, EDITION, FILTERS, PARTNERSHIP
from data.editions.edition import Edition


def link(path: str, query: str, anchor: str = "") -> str:
    """Return the address of a page for a query, at an anchor of it."""
    return path + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def to_keep(address: str) -> str:
    """Return where an address can be kept as a view of one's own."""
    return link("/views/new", urlencode({"address": address}, safe="/"))


def joined(query: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Return a query with parameters of a page's own behind the filters."""
    return "&".join(part for part in (query, urlencode([*pairs], safe="/")) if part)


def narrowed(query: str, value: str, parameter: str = PARTNERSHIP) -> str:
    """Return a query with one value of a filter in place of those it names, all else kept."""
    kept = [pair for pair in parse_qsl(query) if pair[0] != parameter]
    return urlencode([(parameter, value), *kept], safe="/")


def of_one(search: str, organisation: str) -> str:
    """Return a query string for one organisation alone, whatever region it lies in."""
    query = narrowed(search.removeprefix("?"), organisation, "organisation")
    return urlencode([pair for pair in parse_qsl(query) if pair[0] != "region"], safe="/")


def kept(query: str) -> str:
    """Return a query with what pages know alone: filters, basis, the day and the edition."""
    known = {*(item.parameter for item in FILTERS), BASIS, AS_AT, EDITION}
    return urlencode([pair for pair in parse_qsl(query) if pair[0] in known], safe="/")


def cleared(query: str) -> str:
    """Return a query without its filters; the day and the edition are none of them, and stay."""
    return urlencode([pair for pair in parse_qsl(query) if pair[0] in (AS_AT, EDITION)], safe="/")


def kept_in(address: str, edition: Edition | None) -> str:
    """Return an address as it is asked of an edition; as it is, where there is none."""
    if edition is None:
        return address
    path, _, query = address.partition("?")
    return link(path, joined(query, [(EDITION, str(edition.number))]))


def live(query: str) -> str:
    """Return a query for the data as they are at present, in place of an edition's."""
    return urlencode([pair for pair in parse_qsl(query) if pair[0] != EDITION], safe="/")
