"""What somebody types and sends on the way to an edition."""

import re
from html import unescape

from tests.editions.conftest import DAY

FORM = {"readers": "steering_group", "as_at": DAY.isoformat(), "partnership": "north"}
COMMENTARY = "/reports/commentary/"
ASKED = {"report": "steering-group", "partnership": "north", "as_at": DAY.isoformat()}
QUERY = f"?report=steering-group&partnership=north&as_at={DAY.isoformat()}"


def boxes(page):
    """Number, version and words of each passage that can be confirmed."""
    found = re.findall(r'name="version-(\d+)" value="(\d+)"', page.text)
    words = re.findall(r'name="words-\d+"[^>]*>([^<]*)</textarea>', page.text)
    return [(*pair, unescape(text)) for pair, text in zip(found, words, strict=True)]


def form(page, typed=()):
    """The form as a browser sends it, with other words in some boxes, by their place."""
    words = {place: text for place, (_, _, text) in enumerate(boxes(page))} | dict(typed)
    found = dict(ASKED)
    for place, (number, version, _) in enumerate(boxes(page)):
        found |= {f"version-{number}": version, f"words-{number}": words[place]}
    return found


def confirm(browser, words="Autumn is two short.", others=()):
    """Confirm the first passage in some words, with other words in some other boxes."""
    page = browser.get(COMMENTARY + QUERY)
    sent = form(page, {**dict(others), 0: words}) | {"comment": boxes(page)[0][0]}
    return browser.post(f"{COMMENTARY}confirm", sent)
