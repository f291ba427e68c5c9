"""The statements of a migration, as they stand in the file beside it for each database."""

from pathlib import Path

from alembic import op


def run(migration: str) -> None:
    """Run them, on the connection of the migration.

    Args:
        migration: Path of the migration's module.
    """
    connection = op.get_bind()
    beside = Path(migration).with_suffix(f".{connection.dialect.name}.sql")
    for statement in beside.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
