"""Whether returns come in by their due date, and how long ago partners confirmed what they sent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dashboard.indicators.custom import Custom
from dashboard.indicators.everybody import SPLIT_BY_NO_OTHER, by_group
from dashboard.indicators.parts import Parts, ratio
from data.members import Member
from data.returns.return_key import ReturnKey
from data.selection import Selection
from data.workbench import Workbench

Partner = tuple[str, str]


def _on_time(bench: Workbench, selection: Selection, those: Sequence[Member]) -> Parts:
    due = {
        ReturnKey(member.partnership, member.organisation, each.period): each.due
        for member in those
        for each in member.due_in(selection.years)
    }
    arrivals = bench.arrivals()
    days = {which: arrivals[which].submitted for which in due if which in arrivals}
    came = {which: day for which, day in days.items() if day is not None}
    in_time = sum(day <= due[which] for which, day in came.items())
    counts = {"late": len(came) - in_time, "missing": len(due) - len(came)}
    note = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    concerned = len({(each.partnership, each.organisation) for each in due})
    return replace(ratio(in_time, len(due)), note=note, partners=(concerned, concerned))


def _freshness(bench: Workbench, selection: Selection, those: Sequence[Member]) -> Parts:
    day = selection.stock_date
    confirmed = bench.settled("confirmed", lambda: _confirmed(bench))
    last: dict[Partner, date] = {}
    never: set[Partner] = set()
    for member in those:
        partner = (member.partnership, member.organisation)
        days = [each for each in confirmed.get(partner, ()) if each <= day]
        if days:
            last[partner] = max(days)
        elif any(each.due <= day for each in member.due):
            never.add(partner)
    if not last:
        return Parts(None, unknown=bool(never), partners=(0, len(never)))
    stalest = max((day - each).days for each in last.values())
    words = ["the longest of them"] if len(last) > 1 else []
    words += [f"{len(never)} never confirmed"] if never else []
    counts = (len(last), len(last) + len(never))
    return Parts(stalest, n=len(last), note=", ".join(words), partners=counts)


def _confirmed(bench: Workbench) -> Mapping[Partner, Iterable[date]]:
    found: dict[Partner, list[date]] = defaultdict(list)
    for which, arrival in bench.arrivals().items():
        found[which.partnership, which.organisation] += arrival.confirmed
    return found


ON_TIME = Custom(
    over=(),
    work=by_group(_on_time),
    cannot_split=SPLIT_BY_NO_OTHER,
    of_returns=True,
    on_a_day=False,
    empty=ratio(0, 0),
)
FRESHNESS = Custom(
    over=(),
    work=by_group(_freshness),
    cannot_split=SPLIT_BY_NO_OTHER,
    of_returns=True,
    empty=Parts(None),
)
