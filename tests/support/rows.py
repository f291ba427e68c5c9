"""Rows that are dicts, by what they hold."""


def codes(rows, **wanted):
    return {row["code"] for row in rows if wanted.items() <= row.items()}


def having(rows, **wanted):
    return [row for row in rows if wanted.items() <= row.items()]
