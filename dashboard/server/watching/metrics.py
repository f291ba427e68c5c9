"""What is counted while the service runs, in the form that Prometheus reads."""

from typing import Final, Literal

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

SECONDS: Final = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
OF_A_STATEMENT: Final = (0.001, 0.005, 0.025, 0.1, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """Counts for one process; whoever reads it sees all processes of the service together."""

    def __init__(self, folder: str = "") -> None:
        """Begin to count.

        Args:
            folder: Where the processes of a service keep their counts; blank for one alone.
        """
        self._folder = folder
        self._registry = registry = CollectorRegistry()
        self._requests = Counter(
            "partnership_requests",
            "Requests answered, by route.",
            ("method", "route", "status"),
            registry=registry,
        )
        self._seconds = Histogram(
            "partnership_request_seconds",
            "How long requests took, by route.",
            ("route",),
            buckets=SECONDS,
            registry=registry,
        )
        self._callbacks = Histogram(
            "partnership_callback_seconds",
            "How long what pages ask took, by page.",
            ("page",),
            buckets=SECONDS,
            registry=registry,
        )
        self._statements = Histogram(
            "partnership_statement_seconds",
            "How long statements to the database took.",
            ("kind",),
            buckets=OF_A_STATEMENT,
            registry=registry,
        )
        self._looks = Counter(
            "partnership_page_cache_looks",
            "Pages asked for, by whether they had been drawn from the same data already.",
            ("outcome",),
            registry=registry,
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def asked(self, page: str, seconds: float) -> None:
        """Count what a page asked."""
        self._callbacks.labels(page).observe(seconds)

    def stated(self, kind: Literal["read", "write"], seconds: float) -> None:
        """Count a statement to the database."""
        self._statements.labels(kind).observe(seconds)

    def looked_up(self, found: bool) -> None:
        """Count a page that was asked for."""
        self._looks.labels("found" if found else "drawn").inc()

    def text(self, *more: Collector) -> bytes:
        """Return all that was counted, and what more there is to tell, as Prometheus reads it."""
        registry = self._registry
        if self._folder:
            registry = CollectorRegistry()
            MultiProcessCollector(registry, self._folder)  # type: ignore[no-untyped-call]
        told = CollectorRegistry()
        for each in more:
            told.register(each)
        return generate_latest(registry) + generate_latest(told)
