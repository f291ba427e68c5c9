CREATE TABLE edition_order (
    id TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    once TEXT NOT NULL,
    wanted TEXT NOT NULL,
    seen INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    step TEXT NOT NULL,
    done INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    begun INTEGER NOT NULL,
    heard_at TEXT NOT NULL,
    ended_at TEXT,
    edition INTEGER,
    problem TEXT,
    fix TEXT,
    risks TEXT,
    tried TEXT,
    CONSTRAINT pk_edition_order PRIMARY KEY (id),
    CONSTRAINT uq_edition_order_user_id_once UNIQUE (user_id, once),
    CONSTRAINT ck_edition_order_step_code CHECK ("step" IN ('asked', 'rows', 'figures', 'protection', 'keeping', 'risks', 'files')),
    CONSTRAINT ck_edition_order_done_fits CHECK (done BETWEEN 0 AND whole),
    CONSTRAINT ck_edition_order_begun_low CHECK (begun >= 0),
    CONSTRAINT ck_edition_order_problem_whole CHECK ((problem IS NULL) = (fix IS NULL)),
    CONSTRAINT ck_edition_order_ended_whole CHECK (ended_at IS NULL OR (edition IS NULL) = (problem IS NOT NULL)),
    CONSTRAINT fk_edition_order_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT fk_edition_order_edition FOREIGN KEY(edition) REFERENCES edition (number),
    CONSTRAINT ck_edition_order_asked_at_real CHECK ("asked_at" IS NULL OR substr("asked_at", 1, 10) IS date(substr("asked_at", 1, 10), '+0 days') AND datetime("asked_at") IS NOT NULL),
    CONSTRAINT ck_edition_order_heard_at_real CHECK ("heard_at" IS NULL OR substr("heard_at", 1, 10) IS date(substr("heard_at", 1, 10), '+0 days') AND datetime("heard_at") IS NOT NULL),
    CONSTRAINT ck_edition_order_ended_at_real CHECK ("ended_at" IS NULL OR substr("ended_at", 1, 10) IS date(substr("ended_at", 1, 10), '+0 days') AND datetime("ended_at") IS NOT NULL)
)
 STRICT;

CREATE INDEX ix_edition_order_edition ON edition_order (edition);
