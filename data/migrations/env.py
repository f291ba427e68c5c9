"""Run migrations in one transaction, one process at a time."""

from alembic import context
from sqlalchemy import func, select

from data.schema import METADATA

# Any number will do, so long as every process asks for the same one.
POSTGRESQL_LOCK = 7_203_126


def run() -> None:
    """Bring the database of the given connection to the wanted revision."""
    connection = context.config.attributes["connection"]
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(POSTGRESQL_LOCK)))
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
