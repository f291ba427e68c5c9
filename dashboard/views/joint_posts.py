"""Posts that employers hold together with universities, by employer."""

from typing import Final

from dashboard import sentences
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

POSTS, FTE = "joint_posts", "joint_post_fte"
SHOWN: Final = (POSTS, FTE)
EMPLOYERS: Final = Noun("employer", "employers")
HOLDS: Final = Claim("has a joint post", "have a joint post", "has no joint post")
COLUMNS: Final = ("Employer", "Joint posts", "Full-time equivalents")


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[key] for key in SHOWN], selection, "organisation")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    posts, part = (
        answering.found(answers, INDICATORS[key], selection, "organisation") for key in SHOWN
    )
    words = captions.subtitle(
        "Joint posts in force",
        captions.of_agreements(selection),
        names,
        [posts.total],
        period=captions.on_the_day(selection),
    )
    if posts.refusal or not posts.total.value:
        return captions.nothing("Joint posts", words, [posts.refusal or posts.total], chart=False)
    codes = sorted((key[0] for key in posts.known()), key=lambda code: _order(posts, code, names))
    title = _title(posts, codes, names)
    silent = [
        names.organisations.get(code, code)
        for code in codes
        if posts.at(code).status == "not_reported"
    ]
    kind = "Table of joint posts by employer"
    total = (answering.cell(posts.total, "count"), answering.cell(part.total, "fte"))
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(kind, title, sentences.not_reported(silent)),
        table=Table(
            COLUMNS,
            tuple(_row(code, posts, part, names) for code in codes if posts.at(code).value),
            (Cell("All", "All"), *total),
        ),
    )


def _order(posts: Found, code: str, names: Names) -> tuple[float, str]:
    return (-(posts.at(code).value or 0), names.organisations.get(code, code))


def _title(posts: Found, codes: list[str], names: Names) -> str:
    known = {
        names.organisations.get(code, code): posts.at(code).value
        for code in codes
        if posts.at(code).value is not None
    }
    return sentences.how_many(
        [name for name, value in known.items() if value], list(known), EMPLOYERS, HOLDS
    )


def _row(code: str, posts: Found, part: Found, names: Names) -> tuple[Cell, ...]:
    name = names.organisations.get(code, code)
    numbers = (answering.cell(posts.at(code), "count"), answering.cell(part.at(code), "fte"))
    return (Cell(name, name), *numbers)


VIEW: Final = View("joint-posts", "Joint posts", SHOWN, _asks, _draw)
