"""The agreements of each partnership: of which kinds, and whether their reviews are due."""

from collections.abc import Sequence
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators.engagement import TOPIC
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.formulas import Total
from dashboard.sentences import Claim
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.measures import measure, without_people
from dashboard.views.splits import BY_PARTNERSHIP
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.queries import agreements
from data.selection import Selection

NAME: Final = "agreements"
ABOUT: Final = "Agreements in force, and their reviews"
KINDS: Final = tuple(
    without_people(measure(NAME, f"In force: {name}", TOPIC, Total(agreements.in_force(kind))))
    for kind, name in wording.AGREEMENTS.items()
)
IN_FORCE: Final = without_people(measure(NAME, "In force", TOPIC, Total(agreements.in_force())))
OVERDUE: Final = without_people(
    measure(NAME, "Reviews overdue", TOPIC, Total(agreements.REVIEWS_OVERDUE))
)
TO_COME: Final = without_people(
    measure(NAME, "Reviews to come", TOPIC, Total(agreements.REVIEWS_TO_COME))
)
SHOWN: Final = (*KINDS, IN_FORCE, OVERDUE, TO_COME)
COLUMNS: Final = (
    "Partnership",
    *map(sentences.capital, wording.AGREEMENTS.values()),
    "All in force",
    "Reviews overdue",
    "Reviews to come",
)
REVIEWS: Final = Claim(
    "has reviews of agreements overdue",
    "have reviews of agreements overdue",
    "has no review of an agreement overdue",
)
MOST_TOLD: Final = 10
NOTE: Final = (
    "In force are agreements that are active, have begun and are not over. A review is overdue "
    "where its day has passed; agreements without a day for it have neither an overdue review "
    "nor one to come. What is given in return, agreement by agreement, is in the list below, for "
    "those who may read it."
)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return (
        *answering.asks(SHOWN, selection, "partnership"),
        *answering.asks((OVERDUE,), selection, "organisation"),
    )


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = [answering.found(answers, each, selection, "partnership") for each in SHOWN]
    in_force = found[len(KINDS)]
    day = captions.on_the_day(selection)
    words = captions.subtitle(
        ABOUT, captions.of_agreements(selection), names, [in_force.total], period=day
    )
    if in_force.refusal or not in_force.total.value:
        why = in_force.refusal or in_force.total
        return captions.nothing("Agreements in force", words, [why], chart=False)
    codes = sorted(in_force.known(), key=lambda key: _order(in_force, key[0], names))
    table = Table(
        COLUMNS,
        tuple(_row(names.partnerships.get(code, code), found, code) for (code,) in codes),
        _row("All", found),
    )
    title = _title(found[len(KINDS) + 1], names)
    overdue = _overdue(answering.found(answers, OVERDUE, selection, "organisation"), names)
    silent = [
        names.partnerships.get(code, code)
        for (code,) in codes
        if in_force.at(code).status == "not_reported"
    ]
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Table of agreements by partnership and kind",
            title,
            *overdue,
            sentences.not_reported(silent),
        ),
        table=table,
        points=overdue,
    )


def _row(name: str, found: Sequence[Found], code: str | None = None) -> tuple[Cell, ...]:
    figures = (each.at(code) if code else each.total for each in found)
    return (Cell(name, name), *(answering.cell(each, "count", caution=False) for each in figures))


def _title(overdue: Found, names: Names) -> str:
    known = {
        names.partnerships.get(code, code): figure.value
        for (code,), figure in overdue.groups.items()
        if figure.value is not None
    }
    late = {name: value for name, value in known.items() if value}
    finding = sentences.how_many(list(late), list(known), BY_PARTNERSHIP.noun, REVIEWS)
    return sentences.with_most(finding, late, len(known), formatting.count)


def _overdue(found: Found, names: Names) -> tuple[str, ...]:
    """Return each employer whose agreements should have been reviewed, in words."""
    late = {
        names.organisations.get(code, code): figure.value
        for (code,), figure in found.groups.items()
        if figure.value
    }
    told = [
        f"{name}: {formatting.quantity(number, 'review is', 'reviews are')} overdue"
        for name, number in sorted(late.items(), key=lambda each: (-each[1], each[0]))
    ]
    left = len(told) - MOST_TOLD
    more = [f"So it is with {formatting.quantity(left, 'other employer', 'other employers')}"]
    return (*told[:MOST_TOLD], *(more if left > 0 else ()))


def _order(found: Found, code: str, names: Names) -> tuple[bool, float, str]:
    value = found.at(code).value
    return (value is None, -(value or 0), names.partnerships.get(code, code))


VIEW: Final = View(
    NAME, "Agreements in force", ("joint_posts",), _asks, _draw, note=NOTE, pointed=True
)
