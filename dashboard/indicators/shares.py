"""The adults' share of something, and where it has no meaning."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.indicators.formulas import Ratio
from dashboard.indicators.parts import Parts
from data.queries import demand, supply
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench

# A share of areas, or a figure of one area, cannot be told apart by area again.
BY_AREA = frozenset({"service_area"})
ONE_SIDED = {"adults": "adults' only", "children": "children's only"}
NO_GAP = Parts(value=None)


@dataclass(frozen=True)
class AdultShare(Ratio):
    """Adults over adults and children's; of no meaning where only one of them is served.

    Attributes:
        part: Counts adults'.
        whole: Counts adults' and children's.
    """

    cannot_split = BY_AREA

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the share of each group that has rows; its note says who serves one side only."""
        return without_one_sided(super().work_out(bench, selection, by), bench, selection, by)


class AreaSufficiency(Ratio):
    """The sufficiency of one service area."""

    cannot_split = BY_AREA


SUPPLY_SHARE = AdultShare(supply.net_in("adults"), supply.net_in("adults", "children"))
DEMAND_SHARE = AdultShare(demand.students_in("adults"), demand.students_in("adults", "children"))
GAP_NEEDS = tuple((share, ()) for side in (SUPPLY_SHARE, DEMAND_SHARE) for share in side.measures())


def split_gap(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return by how many percentage points adults' share of places is above that of demand."""
    places = SUPPLY_SHARE.work_out(bench, selection, by)
    students = DEMAND_SHARE.work_out(bench, selection, by)
    return {
        key: _gap(places.get(key, NO_GAP), students.get(key, NO_GAP))
        for key in places.keys() | students.keys()
    }


def _gap(places: Parts, students: Parts) -> Parts:
    if places.value is None or students.value is None:
        return Parts(value=None, note=places.note or students.note)
    # A gap stands on no firmer ground than the smaller of the two counts.
    base = min(places.n or 0, students.n or 0)
    return Parts(value=(places.value - students.value) * 100, n=base)


def without_one_sided(
    found: Mapping[Key, Parts], bench: Workbench, selection: Selection, by: By
) -> dict[Key, Parts]:
    """Return shares with those of an organisation that serves one side only taken out.

    That is every share when such an organisation alone is chosen, with or without rows.
    """
    services = {
        member.organisation: ONE_SIDED.get(member.services or "", "")
        for member in bench.members(selection.as_at)
    }
    keys = set(found) | ({()} if not by else set())
    notes = {key: services.get(_organisation(key, selection, by) or "", "") for key in keys}
    return {
        key: Parts(value=None, note=note) if note else found[key]
        for key, note in notes.items()
        if note or key in found
    }


def _organisation(key: Key, selection: Selection, by: By) -> str | None:
    if len(selection.organisations) == 1:
        return selection.organisations[0]
    return key[by.index("organisation")] if "organisation" in by else None
