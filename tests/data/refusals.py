"""How a case is written down: what is wrong, in which table, and what the databases say of it."""

import pytest

NOW = "2026-02-01 09:00:00+00:00"
UNKNOWN_KEY = "FOREIGN KEY constraint failed"
# What SQLite and PostgreSQL say of a value that a column can't hold.
WRONG_TYPE = ("cannot store", "invalid input syntax")
NOT_A_DAY = ("_real", "out of range")


def check(table, name):
    return (f"ck_{table}_{name}",) * 2


def link(table, columns):
    return (UNKNOWN_KEY, f"fk_{table}_{columns}")


def twice(table, columns):
    return ("UNIQUE constraint failed", f"uq_{table}_{columns}")


def blank(table, column):
    return (f"NOT NULL constraint failed: {table}.{column}", f'null value in column "{column}"')


def case(reason, table, refusal, /, **changes):
    return pytest.param(table, changes, refusal, id=reason)


def rule(reason, table, name, /, **changes):
    return case(reason, table, check(table, name), **changes)
