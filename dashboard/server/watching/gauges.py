"""How the shared database stands, asked whenever metrics are read."""

from collections.abc import Callable, Iterable
from typing import Final

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from data.health import DatabaseError
from data.service_status import ServiceStatus

READY: Final = "Whether the database can be used, and is of this version."


class Gauges(Collector):
    """Tells it to Prometheus, or else that the database can't be used."""

    def __init__(self, problem: Callable[[], str], status: Callable[[], ServiceStatus]) -> None:
        """Keep what to ask.

        Args:
            problem: Says what keeps the service from working; nothing if all is well.
            status: Returns how it stands.
        """
        self._problem = problem
        self._status = status

    def collect(self) -> Iterable[Metric]:
        """Return what there is to tell."""
        try:
            found = None if self._problem() else self._status()
        except DatabaseError:
            found = None
        yield GaugeMetricFamily("partnership_ready", READY, value=float(found is not None))
        if found is not None:
            yield from _told(found)


def _told(found: ServiceStatus) -> Iterable[Metric]:
    words = "The version of the data, which rises with each change."
    yield GaugeMetricFamily("partnership_data_version", words, value=found.version)
    returns = GaugeMetricFamily(
        "partnership_returns", "Returns that are open or were, by state.", labels=["state"]
    )
    for state, number in found.returns.items():
        returns.add_metric([state], number)
    yield returns
    words = "Returns that were due before today and have not arrived."
    yield GaugeMetricFamily("partnership_returns_late", words, value=found.late)
    uploads = GaugeMetricFamily(
        "partnership_uploads", "Files taken in, by whether they stand.", labels=["outcome"]
    )
    for outcome, number in found.uploads.items():
        uploads.add_metric([outcome], number)
    yield uploads
    words = "Tries to sign in within the last five minutes that did not succeed."
    yield GaugeMetricFamily("partnership_wrong_sign_ins", words, value=found.tries)
