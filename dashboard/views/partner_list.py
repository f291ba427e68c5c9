"""The partners on view: what they are, where they belong, and whether their returns are in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.custom import Custom
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure, Parts
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, captions, partner_words
from dashboard.views.measures import measure
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.members import Member, chosen
from data.options import Options
from data.partners import Partner
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench

NAME: Final = "partners"
COLUMNS: Final = (
    "Partner",
    "Kind",
    "Region",
    "Partnerships",
    "Services",
    "Returns",
    "On time",
    "Last confirmed",
)
ON_TIME: Final = "returns_on_time"
FRESHNESS: Final = "freshness_days"
PARTNERS: Final = Noun("partner", "partners")
NOTES: Final = (
    ("In", "Every return that was due has arrived."),
    ("Late", "A return was due and has not arrived; the day is that of the first such."),
    ("Not asked", "No return was due: the partner joined later, or is known from documents alone."),
)
OWES: Final = Claim("owes a return", "owe a return", "owes no return")
NOT_ASKED: Final = "not asked"
IN: Final = "in"
SEARCH: Final = "Search by any name, kind or region"


def _work(bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
    """Return for how many days each partner owes a return, nought for none, of how many due."""
    bench.context(selection)
    found: dict[str, list[Member]] = {}
    for member in chosen(bench.members(selection.as_at), selection):
        found.setdefault(member.organisation, []).append(member)
    return {(code,): _owed(those, selection) for code, those in found.items()} if by else {}


def _owed(those: list[Member], selection: Selection) -> Parts:
    asked = sum(len(member.due) for member in those if member.sends_returns)
    if not asked:
        return Parts(None, n=0)
    missing = [each.due for member in those for each in member.missing_in(selection.years)]
    late = (selection.as_at - min(missing)).days if missing else 0
    return Parts(late, n=asked)


# Whoever is on view is a group of it, also who was never asked.
LATE: Final = measure(
    NAME,
    "Days since the first missing return was due",
    "Supply and demand",
    Custom(over=(), work=_work, empty=Parts(None)),
    "days",
)


def view(known: Options) -> View:
    """Return the list of the partners that somebody may know of."""

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        late = _groups(answers, LATE, selection)
        beside = [_groups(answers, INDICATORS[key], selection) for key in (ON_TIME, FRESHNESS)]
        there = [each for each in known.partners.values() if each.code in late]
        words = captions.subtitle("Members and their returns", selection, names)
        table = Table(
            COLUMNS,
            tuple(
                (
                    *_row(each, names, selection),
                    Cell(_state(late[each.code], selection)),
                    *_told(*(those.get(each.code) for those in beside)),
                )
                for each in there
            ),
        )
        title = _title(there, late)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined("Table of partners", title),
            table=table,
        )

    return View(
        NAME,
        "Partners",
        (ON_TIME, FRESHNESS),
        _asks,
        draw,
        search=SEARCH,
        note=captions.explained(NOTES),
    )


def _asks(selection: Selection) -> tuple[Ask, ...]:
    asked = (LATE, INDICATORS[ON_TIME], INDICATORS[FRESHNESS])
    return tuple(Ask(each, selection, ("organisation",)) for each in asked)


def _groups(answers: Answers, indicator: Indicator, selection: Selection) -> dict[str, Figure]:
    ask = Ask(indicator, selection, ("organisation",))
    return {str(figure.key[0]): figure for figure in answers[ask]}


def _title(there: list[Partner], late: Mapping[str, Figure]) -> str:
    days = {each.name: late[each.code].value for each in there}
    asked = {name: value for name, value in days.items() if value is not None}
    owing = {name: value for name, value in asked.items() if value}
    finding = sentences.how_many(list(owing), list(asked), PARTNERS, OWES)
    if not finding:
        return f"No return was due from {_counted(there)}" if there else "No partner is on view"
    return sentences.with_most(
        finding, owing, len(asked), lambda value: f"{formatting.count(value)} days late"
    )


def _counted(there: list[Partner]) -> str:
    return formatting.quantity(len(there), PARTNERS.one, PARTNERS.many)


def _row(partner: Partner, names: Names, selection: Selection) -> tuple[Cell, ...]:
    others = f"also {sentences.listed(partner.other_names)}" if partner.other_names else ""
    lineage = partner_words.lineage(partner, names.organisations)
    return (
        Cell(
            partner.name,
            aside="; ".join(part for part in (lineage, others) if part),
            to=partner_words.path_of(partner.code),
        ),
        Cell(wording.KINDS[partner.kind]),
        Cell(names.regions.get(partner.region or "", wording.NOT_KNOWN)),
        Cell(_stays(partner, names, selection)),
        Cell(_serves(partner)),
    )


def _told(on_time: Figure | None, fresh: Figure | None) -> tuple[Cell, Cell]:
    days = answering.cell(fresh, "days") if fresh else Cell(wording.NOT_APPLICABLE)
    if fresh and fresh.value is not None:
        days = replace(days, text=f"{days.text} ago")
    share = answering.cell(on_time, "share", base=True) if on_time else Cell(wording.NOT_APPLICABLE)
    return share, days


def _stays(partner: Partner, names: Names, selection: Selection) -> str:
    wanted = selection.partnerships
    return "; ".join(
        partner_words.stay(each, names.partnerships)
        for each in partner.stays
        if not wanted or each.partnership in wanted
    )


def _serves(partner: Partner) -> str:
    if partner.kind == "hei":
        return wording.NOT_APPLICABLE
    return wording.SERVES.get(partner.services or "", wording.NOT_REPORTED)


def _state(late: Figure, selection: Selection) -> str:
    if late.value is None:
        return NOT_ASKED
    if not late.value:
        return IN
    since = selection.as_at - timedelta(days=int(late.value))
    return f"late since {formatting.day(since)}"
