"""How much of what is said of each partnership its records evidence: a row a partnership."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dashboard import formatting, sentences
from dashboard.evidence.records import Claims
from dashboard.evidence.verdicts import Held
from dashboard.views import captions
from dashboard.views import claims as one_by_one
from dashboard.views.claims import ABOUT, SHEET, VERDICTS
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.options import Options
from data.selection import Selection

NAME: Final = "evidence"
HOME: Final = "/evidence"
COLUMNS: Final = ("Partnership", ABOUT, *(words for words, _ in VERDICTS.values()))
NOTE: Final = (
    "How many figures documents give of each partnership, and how many of them the records here "
    "bear out. It counts the figures and never adds them up."
)


def view(known: Options) -> View:
    """Return the table over the claims that somebody may read."""
    claims = Claims(known.claims)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        found = claims.held(answers, selection)
        words = captions.subtitle(ABOUT, selection.only(levels=(), areas=(), routes=()), names)
        if not found:
            return one_by_one.none(known, words)
        title = _title(found)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined("Table of partnerships and their published figures", title),
            table=_table(found, names),
            points=tuple(_points(found)),
        )

    return View(
        NAME,
        "Claimed and evidenced",
        (),
        claims.asks,
        draw,
        leads_to=HOME,
        note=NOTE,
        pointed=True,
        sheets=(SHEET,),
    )


def _title(found: Sequence[Held]) -> str:
    evidenced = sum(each.verdict == "evidenced" for each in found)
    if len(found) == 1:
        return f"The one published figure is {'' if evidenced else 'not '}evidenced by records here"
    count = f"Of {formatting.count(len(found))} published figures, "
    if not evidenced:
        return f"{count}none is evidenced by records here"
    if evidenced == len(found):
        return f"All {formatting.count(evidenced)} published figures are evidenced by records here"
    verb = "is" if evidenced == 1 else "are"
    return f"{count}{formatting.count(evidenced)} {verb} evidenced by records here"


def _points(found: Sequence[Held]) -> list[str]:
    """Return why claims are not evidenced, the commonest reason first."""
    reasons = Counter(each.reason for each in found if each.verdict == "claimed")
    differing = sum(each.verdict == "differs" for each in found)
    points = [
        f"Not evidenced, as {reason}: {formatting.quantity(count, 'claim', 'claims')}"
        for reason, count in reasons.most_common()
    ]
    if differing:
        claims = formatting.quantity(differing, "claim", "claims")
        points.insert(0, f"Records differ: {claims}")
    return points


def _table(found: Sequence[Held], names: Names) -> Table:
    of_each: dict[str, list[Held]] = {}
    for each in found:
        of_each.setdefault(each.claim.partnership, []).append(each)
    ordered = sorted(of_each, key=lambda code: names.partnerships.get(code, code))
    return Table(
        COLUMNS,
        tuple(_row(names.partnerships.get(code, code), of_each[code]) for code in ordered),
        _row("All", found) if len(ordered) > 1 else (),
    )


def _row(name: str, those: Sequence[Held]) -> tuple[Cell, ...]:
    counts = Counter(each.verdict for each in those)
    numbers = (len(those), *(counts[verdict] for verdict in VERDICTS))
    return (Cell(name, name), *(Cell(formatting.count(each), each) for each in numbers))
