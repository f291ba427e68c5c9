"""The service in production, as the promises have it."""

from tests.promises.conftest import person, service, settings

__all__ = ["person", "service", "settings"]
