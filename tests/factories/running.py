"""Settings, targets, files that came in, and versions of the data."""

from datetime import date

from data.schema import (
    DATA_VERSION,
    SETTING,
    TARGET,
    TOUCHED,
    UPLOAD,
)
from tests.factories.days import NOW


def setting(key, value, valid_from=date(2000, 1, 1), country="any"):
    values = {"key": key, "value": str(value), "valid_from": valid_from, "country": country}
    return SETTING.insert().values(values)


def target(indicator, value, year="2025/26", scope="partnership:north"):
    """What was agreed for an indicator."""
    row = {"indicator": indicator, "scope": scope, "academic_year": year, "value": value}
    return TARGET.insert().values(row | {"owner": "riverside"})


def data_version(number):
    """Raise the data version, as each committed change does."""
    return DATA_VERSION.update().values(number=number, updated_at=NOW, updated_by="test")


def touched(number, **changes):
    """Say that any figure may have changed with a version of the data, unless said otherwise."""
    return TOUCHED.insert().values(data_version=number, **changes)


def upload(**changes):
    values = {
        "who": "Sam",
        "when": NOW,
        "file_hash": "0" * 64,
        "file_name": "return.xlsx",
        "scope": "north",
        "counts": {},
    }
    return UPLOAD.insert().values(values | changes)
