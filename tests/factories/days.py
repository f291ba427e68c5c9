"""The days around which rows of tests lie."""

from datetime import UTC, date, datetime

NOW = datetime(2026, 2, 1, 9, tzinfo=UTC)
AUTUMN = date(2025, 9, 22)
