"""Put the samples into a database."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, func, select

from data.changes import audit, row_queries, signing, touched, version
from data.changes.author import Author
from data.engine import reading, writing
from data.returns.return_key import ReturnKey
from data.samples import illustrative, published_examples
from data.samples.illustrative.partnerships import PARTNERSHIPS
from data.samples.rows import insert_missing
from data.schema import METADATA, PARTNERSHIP, RETURN_STATUS, SIGNED_ROW


@dataclass(frozen=True)
class Loaded:
    """What was put in: rows by table, those of the tables that gained none left out."""

    counts: dict[str, int]

    @property
    def rows(self) -> int:
        """Return the number of rows."""
        return sum(self.counts.values())


def is_empty(engine: Engine) -> bool:
    """Return whether the database holds no partnership at all."""
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(PARTNERSHIP)).scalar_one() == 0


def load(engine: Engine) -> Loaded:
    """Insert the sample rows that are not there yet; a second time, that is none.

    However many rows it is, it is one change: one transaction, one entry in the history, one step
    of the data version, and none of them where nothing was missing.
    """
    author = Author("samples load", "command")
    counts: Counter[str] = Counter()
    invented = [partnership.code for partnership in PARTNERSHIPS]
    with writing(engine) as connection:
        version.claim(connection)
        for rows in (illustrative.rows(), published_examples.rows()):
            for table, found in rows.items():
                stamp = {"updated_at": author.at, "updated_by": author.who}
                is_stamped = "updated_at" in METADATA.tables[table].c
                stamped = [row | stamp for row in found] if is_stamped else found
                counts[table] += insert_missing(connection, table, stamped)
        loaded = Loaded({table: count for table, count in counts.items() if count})
        if loaded.rows:
            _sign(connection, author)
            row_queries.review(connection, invented, author)
            entry = audit.Entry("samples", "all", None, loaded.counts, "Samples loaded")
            audit.record(connection, author, [entry])
            touched.everything(connection)
            version.bump(connection, author)
    return loaded


def _sign(connection: Connection, author: Author) -> None:
    """Keep the rows of each partner's latest return that is signed off, as signing it off does."""
    signed = connection.execute(
        select(
            RETURN_STATUS.c.partnership,
            RETURN_STATUS.c.organisation,
            func.max(RETURN_STATUS.c.period),
        )
        .where(RETURN_STATUS.c.state == "signed_off")
        .group_by(RETURN_STATUS.c.partnership, RETURN_STATUS.c.organisation)
    ).all()
    kept = set(connection.execute(select(SIGNED_ROW.c.partnership, SIGNED_ROW.c.organisation)))
    for partnership, organisation, period in signed:
        if (partnership, organisation) not in kept:
            signing.keep(connection, ReturnKey(partnership, organisation, period), author)
