"""What the rules look at: one state of the data, a selection, and what was agreed."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.views.view import Names
from data.meetings import Action, actions
from data.members import Member, chosen, nation_of
from data.queries import meetings
from data.selection import Selection
from data.workbench import Workbench


@dataclass(frozen=True)
class Question:
    """One state of the data as the rules see it.

    Attributes:
        bench: Adds up figures of that state.
        selection: The filters in force.
        names: Names for codes.
    """

    bench: Workbench
    selection: Selection
    names: Names

    @cached_property
    def members(self) -> list[Member]:
        """The partners on view who send returns."""
        everyone = self.bench.members(self.selection.as_at)
        return [each for each in chosen(everyone, self.selection) if each.sends_returns]

    @cached_property
    def agreed(self) -> list[Action]:
        """What the steering groups of the partnerships on view agreed; it is nobody else's."""
        if self.bench.protection:
            return []
        self.bench.context(self.selection)
        partnerships = self.selection.partnerships or None
        return actions(self.bench.rows(meetings.actions(partnerships)))

    def partnership_of(self, organisation: str) -> str:
        """Return the first partnership on view that a partner belongs to; blank for none."""
        found = (each.partnership for each in self.members if each.organisation == organisation)
        return next(found, "")

    def nation_of(self, dimension: str, code: str) -> str:
        """Return the nation of a partner, or of the first partner of a partnership."""
        regions = (
            each.region for each in self.members if getattr(each, dimension) == code and each.region
        )
        return nation_of(next(regions, ""))
