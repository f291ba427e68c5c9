"""Let values of the history be replaced, for the while of an erasure that is itself recorded.

Who asks to be forgotten is forgotten in the history, too. What an entry says of when, by which
door and of which table something changed can't be replaced, and no entry can go.
"""

from datetime import date

from alembic import op
from sqlalchemy import column, table

from data.migrations import frozen
from data.types import Day

revision = "0011"
down_revision = "0010"

SETTING = table("setting", *map(column, ("key", "value", "country")), column("valid_from", Day))
MONTHS = "account_retention_months"
STAYS = ("sequence", '"when"', "door", '"table"', "upload")
OPEN = "EXISTS (SELECT 1 FROM erasure WHERE finished_at IS NULL)"

SQLITE = (
    "DROP TRIGGER audit_no_UPDATE",
    f"CREATE TRIGGER audit_no_UPDATE BEFORE UPDATE ON audit WHEN NOT {OPEN} OR "
    + " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in STAYS)
    + " BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END",
    "CREATE TRIGGER erasure_no_DELETE BEFORE DELETE ON erasure BEGIN "
    "SELECT RAISE(ABORT, 'Erasures are append-only.'); END",
    "CREATE TRIGGER erasure_no_UPDATE BEFORE UPDATE ON erasure "
    "WHEN OLD.finished_at IS NOT NULL OR NEW.finished_at IS NULL BEGIN "
    "SELECT RAISE(ABORT, 'Erasures are append-only.'); END",
)
SQLITE_BACK = (
    "DROP TRIGGER audit_no_UPDATE",
    "CREATE TRIGGER audit_no_UPDATE BEFORE UPDATE ON audit BEGIN "
    "SELECT RAISE(ABORT, 'The audit is append-only.'); END",
)
REFUSE = "RAISE EXCEPTION 'The audit is append-only.';"
FUNCTION = (
    "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN {} END $$"
)
SAME = " AND ".join(f"NEW.{name} IS NOT DISTINCT FROM OLD.{name}" for name in STAYS)
POSTGRESQL = (
    FUNCTION.format(
        f"IF TG_OP = 'UPDATE' THEN IF {OPEN} AND {SAME} THEN RETURN NEW; END IF; END IF; {REFUSE}"
    ),
    "CREATE FUNCTION erasure_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'Erasures are append-only.'; END $$",
    "CREATE TRIGGER erasure_not_removed BEFORE DELETE ON erasure "
    "FOR EACH ROW EXECUTE FUNCTION erasure_refuse()",
    "CREATE TRIGGER erasure_not_changed BEFORE UPDATE ON erasure FOR EACH ROW "
    "WHEN (OLD.finished_at IS NOT NULL OR NEW.finished_at IS NULL) "
    "EXECUTE FUNCTION erasure_refuse()",
    "CREATE TRIGGER erasure_not_emptied BEFORE TRUNCATE ON erasure "
    "FOR EACH STATEMENT EXECUTE FUNCTION erasure_refuse()",
)
POSTGRESQL_BACK = (FUNCTION.format(REFUSE),)
FORWARD = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
BACK = {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}


def upgrade() -> None:
    """Create the tables, open the history that far, and set how long accounts are known."""
    frozen.run(__file__)
    connection = op.get_bind()
    for statement in FORWARD[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    first = {"key": MONTHS, "value": "24", "country": "any", "valid_from": date(1900, 1, 1)}
    connection.execute(SETTING.insert(), first)


def downgrade() -> None:
    """Close the history again, and drop the tables and the rule."""
    connection = op.get_bind()
    for statement in BACK[connection.dialect.name]:
        connection.exec_driver_sql(statement)
    op.drop_table("terms_accepted")
    op.drop_table("export")
    op.drop_table("erasure")
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP FUNCTION erasure_refuse()")
    connection.execute(SETTING.delete().where(column("key") == MONTHS))
