"""A council's offer: sent to a machine, and as a machine shows it."""

import re

from tests.support.application import question

DESK = "/update/north/riverside"
UPDATE = "/_dash-update-component"
HEADINGS = "ref,sector,level,service_area,statutory,window_start,places,status"


def offers(places):
    """A file in which the council's offer has so many places."""
    row = f"O1,local_authority,final,adults,yes,2025-09-22,{places},offered"
    return {"file": ("offers.csv", f"{HEADINGS}\n{row}\n")}


def look_at(somebody, places, **by):
    """Send a file, and return what confirms it."""
    answer = somebody.send(f"{DESK}/file", {"sheet": "offers"}, files=offers(places), **by)
    assert answer.status_code == 200
    return {"token": re.search(r'name="token" value="([^"]+)"', answer.text)[1], "door": "file"}


def places(somebody, **by):
    """How many places a machine says are offered."""
    answer = somebody.send(UPDATE, json=question("/placements"), **by)
    assert answer.status_code == 200, answer.text
    return re.search(r'"net_supply".*?"data-value": ?"(\d+)"', answer.text)[1]
