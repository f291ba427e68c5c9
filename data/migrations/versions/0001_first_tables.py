"""The first tables, the regions, and an audit that nobody can rewrite.

The statements stand in files beside this one, as they were on the day: a migration
must not change when the schema does.
"""

from datetime import UTC, datetime

from alembic import op
from sqlalchemy import column, table

from data.migrations import frozen
from data.migrations.seeds import REGIONS, SETTINGS
from data.types import Day, Stamp

revision = "0001"
down_revision = None

# The columns that the first rows fill, as they were on the day too.
REGION = table("region", *map(column, ("code", "name", "nation", "part_of")))
SETTING = table("setting", *map(column, ("key", "value", "country")), column("valid_from", Day))
DATA_VERSION = table(
    "data_version", *map(column, ("id", "number", "updated_by")), column("updated_at", Stamp)
)
REFUSE = {
    "sqlite": tuple(
        f"CREATE TRIGGER audit_no_{event} BEFORE {event} ON audit BEGIN "
        "SELECT RAISE(ABORT, 'The audit is append-only.'); END"
        for event in ("UPDATE", "DELETE")
    ),
    "postgresql": (
        """CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'The audit is append-only.'; END $$""",
        """CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    ),
}


def upgrade() -> None:
    """Create every table, refuse changes to the audit, and add the first rows."""
    frozen.run(__file__)
    connection = op.get_bind()
    for statement in REFUSE[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    connection.execute(REGION.insert(), REGIONS)
    connection.execute(SETTING.insert(), SETTINGS)
    start = {
        "id": 1,
        "number": 0,
        "updated_at": datetime.now(UTC),
        "updated_by": "system",
    }
    connection.execute(DATA_VERSION.insert(), start)


def downgrade() -> None:
    """There is no step back from the first tables: a backup is the way back."""
    raise NotImplementedError("The first migration can't be undone; restore a backup instead.")
