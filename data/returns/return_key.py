"""Which return: whose, in which partnership, for which quarter."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ReturnKey:
    """One organisation's return of one quarter in one partnership.

    Attributes:
        partnership: Code of the partnership.
        organisation: Code of the organisation.
        period: The quarter, written ``2025/26 Q1``.
    """

    partnership: str
    organisation: str
    period: str

    def key(self) -> dict[str, str]:
        """Return what tells it apart, by column."""
        return {
            "partnership": self.partnership,
            "organisation": self.organisation,
            "period": self.period,
        }

    def written(self) -> str:
        """Return what the history calls it."""
        return f"{self.partnership}/{self.organisation}/{self.period}"
