"""What people do who read the dashboard: the questions that its pages ask for them."""

from collections.abc import Sequence
from random import Random
from typing import Final

from dashboard import ids
from layouts.pages import PAGES
from tests.bench.filters import Choices, Chosen
from tests.support.application import explanation, question
from tests.support.user import User

READ, CHANGE, PAGE, EXPLAIN, FILE, GLANCE = (
    "open",
    "filter",
    "page",
    "explain",
    "file",
    "glance",
)
ANEW = "drawn anew"
# What people wait for; a glance is the page's own.
ASKED: Final = (READ, CHANGE, PAGE, EXPLAIN, FILE, ANEW)
# Of a hundred things that somebody does, so many are of each kind; the rest change a filter.
OF_A_HUNDRED: Final = {READ: 5, PAGE: 25, EXPLAIN: 8, FILE: 4}
# One choice in so many is one that nobody made before.
SELDOM: Final = 10
PATHS: Final = tuple(page.path for page in PAGES)
EXPLAINED: Final = ("/placements", "net_supply")
OK: Final = 200
FILES: Final = ("/download/placements/by-level.csv",)


class Viewer:
    """Somebody who looks at pages, filters them and asks where a figure comes from."""

    def __init__(self, user: User, known: Choices, number: int) -> None:
        """Begin on the page of placements, which most open first.

        Args:
            user: Who it is, signed in.
            known: What there is to choose from.
            number: Tells viewers apart: each does other things, the same in each run.
        """
        self._user = user
        self._often: Sequence[Chosen] = known.cycle()
        self._seldom: Sequence[Chosen] = known.others()
        self._chance = Random(number)  # noqa: S311 - it need only be the same each time
        self._path, self._search, self._mounted, self._tag = "/placements", "", "", ""

    def act(self) -> None:
        """Do the next thing."""
        kinds = (*OF_A_HUNDRED, CHANGE)
        weights = (*OF_A_HUNDRED.values(), 100 - sum(OF_A_HUNDRED.values()))
        (kind,) = self._chance.choices(kinds, weights)
        {
            READ: self._open,
            PAGE: self._turn,
            EXPLAIN: self._explain,
            FILE: self._take,
            CHANGE: self._filter,
        }[kind]()

    def glance(self) -> None:
        """Ask whether anything changed, as an open page does, and draw it anew if so."""
        known = {"If-None-Match": self._tag} if self._tag else {}
        answer = self._user.get(GLANCE, "/data-version", known)
        tag = answer.headers.get("ETag", "")
        if answer.status == OK and self._tag and tag != self._tag:
            self._draw(ANEW)
        self._tag = tag or self._tag

    def _open(self) -> None:
        self._user.get(READ, self._path + self._search)
        self._mounted = ""
        self._draw(READ)

    def _turn(self) -> None:
        self._path = self._chance.choice(PATHS)
        self._mounted = ""
        self._draw(PAGE)

    def _filter(self) -> None:
        seldom = self._chance.randrange(SELDOM) == 0
        self._search = self._chance.choice(self._seldom if seldom else self._often).search
        self._draw(CHANGE)

    def _explain(self) -> None:
        self._user.callback(EXPLAIN, explanation(*EXPLAINED, self._search))

    def _take(self) -> None:
        self._user.get(FILE, self._chance.choice(FILES) + self._search)

    def _draw(self, what: str) -> None:
        body = question(self._path, self._search, self._mounted)
        answer = self._user.callback(what, body)
        if answer.status == OK and not self._mounted:
            slots = answer.json()["response"][ids.ANSWER]["data"]["slots"]
            self._mounted = slots[ids.MOUNTED]["data"]
