"""Everything that somebody can fetch, as text, by the address that it came from."""

import re
from io import BytesIO
from itertools import product
from zipfile import ZipFile, is_zipfile

from dashboard.indicators import INDICATORS
from dashboard.reports.forms import FORMS
from data.returns.sheets import SHEETS
from layouts.pages import PAGES
from tests.reports import paper
from tests.support.application import explanation, question
from tests.support.people import said

UPDATE = "/_dash-update-component"
# What the service is made of, and what is one's own there: nothing of the data.
ASIDE = ("/static", "/assets", "/_", "/sign-", "/account", "/healthz", "/metrics", "/forgot")
# What stands for each part of an address; a new one must be thought about.
PARTS = {
    "code": ["funder", "steering-group"],
    "email": ["manager@example.org"],
    "file": [form.file for form in FORMS.values()],
    "indicator": list(INDICATORS),
    "number": ["1", "2", "3"],
    "organisation": ["riverside"],
    "page": [page.slug for page in PAGES],
    "partnership": ["north"],
    "path": [],
    "secret": ["secret"],
    "sheet": list(SHEETS),
    "table": ["organisation", "target"],
}
PLAIN = re.compile(r'href\W{1,3}(/[^"\\<>]*)')
# What is another each time that a page is opened.
ONCE = re.compile(r"\b[0-9a-f]{32}\b|nonce=\W*[\w-]+")
BY = ((), ("academic_year",), ("academic_year", "level"))


def gathered(application, browser, searches=("",)):
    """What somebody's browser gets of every page and door, with each of some queries."""
    found = _drawn(browser, searches)
    waiting = [*_doors(application, searches), *_of_programs(searches)]
    waiting += {way for text in found.values() for way in PLAIN.findall(text)}
    paths = {page.path for page in PAGES}
    for address in dict.fromkeys(way.replace("&amp;", "&").partition("#")[0] for way in waiting):
        if not (address.startswith(ASIDE) or address.partition("?")[0] in paths):
            found[address] = text_of(browser.get(address))
    return found


def _drawn(browser, searches):
    """Every page, and where its headlines came from."""
    found = {}
    paths = [*(page.path for page in PAGES), "/partners/riverside", "/partners/northern"]
    for path, search in product(paths, searches):
        found[path, search] = _answered(browser, question(path, search))
    for page, search in product(PAGES, searches):
        for key in page.headlines:
            body = explanation(page.path, key, search)
            found[page.path, search, key] = _answered(browser, body)
    return {" ".join(key): text for key, text in found.items()}


def _answered(browser, body):
    return text_of(browser.send(UPDATE, body))


def _doors(application, searches):
    """Addresses of every route that is opened with a browser."""
    for rule in application.server.url_map.iter_rules():
        if "GET" not in rule.methods or rule.rule.startswith((*ASIDE, "/api")):
            continue
        names = sorted(rule.arguments)
        known = PARTS | {"name": list(INDICATORS), "view": ["by-term", "claims"], "key": ["key"]}
        for values in product(*(known[name] for name in names)):
            address = rule.rule
            for name, value in zip(names, values, strict=True):
                address = re.sub(rf"<(\w+:)?{name}>", value, address)
            of_figures = rule.rule.startswith(("/download", "/figure"))
            yield from (address + search for search in (searches if of_figures else [""]))
    yield from ("/actions/1?partnership=north", "/comments/placements/by-term?partnership=north")


def _of_programs(searches):
    """Addresses at which programs ask."""
    yield "/api/v1/indicators"
    yield from (f"/api/v1/tables/{sheet}" for sheet in SHEETS)
    for indicator, by, search in product(INDICATORS, BY, searches):
        query = "&".join([search.removeprefix("?"), *(f"by={name}" for name in by)])
        yield f"/api/v1/indicators/{indicator}?{query}"


def text_of(answer):
    """What an answer says, whatever kind of file it is; nothing of what is another each time."""
    if answer.mimetype.startswith("text/") or answer.mimetype.endswith("json"):
        return f"{answer.status_code} {ONCE.sub('', said(answer))}"
    return f"{answer.status_code} {_words(answer.data)}"


def _words(content):
    if content.startswith(b"%PDF"):
        return paper.words(content)
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            return "\n".join(f"{name}: {_words(archive.read(name))}" for name in archive.namelist())
    return content.decode("utf-8", "replace")
