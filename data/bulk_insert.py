"""Write very many rows of one table, as quickly as its database takes them."""

from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Table, insert

Rows = list[tuple[Any, ...]]


def write(connection: Connection, table: Table, names: list[str], rows: Rows) -> None:
    """Add rows to a table.

    Args:
        connection: Of the transaction.
        table: Where they belong.
        names: The columns that they fill.
        rows: Their values in the order of the columns; days, moments and documents as text.
    """
    if rows:
        add = _copy if connection.dialect.name == "postgresql" else _insert
        add(connection, table, names, rows)


def _insert(connection: Connection, table: Table, names: list[str], rows: Rows) -> None:
    statement = str(insert(table).compile(dialect=connection.dialect, column_keys=names))
    connection.exec_driver_sql(statement, rows)


def _copy(connection: Connection, table: Table, names: list[str], rows: Rows) -> None:
    columns = sql.SQL(", ").join(map(sql.Identifier, names))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    driver: Any = connection.connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
