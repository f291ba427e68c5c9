ALTER TABLE audit ADD COLUMN upload INTEGER;
CREATE INDEX ix_audit_upload ON audit (upload);
CREATE TABLE done (
    "key" TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    answer TEXT NOT NULL,
    CONSTRAINT pk_done PRIMARY KEY ("key", who),
    CONSTRAINT ck_done_key_length CHECK (length("key") BETWEEN 1 AND 100),
    CONSTRAINT ck_done_at_real CHECK ("at" IS NULL OR substr("at", 1, 10) IS date(substr("at", 1, 10), '+0 days') AND datetime("at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_done_at ON done (at);
CREATE TABLE sheet_confirmed (
    partnership TEXT NOT NULL,
    organisation TEXT NOT NULL,
    period TEXT NOT NULL,
    sheet TEXT NOT NULL,
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_sheet_confirmed PRIMARY KEY (partnership, organisation, period, sheet),
    CONSTRAINT fk_sheet_confirmed_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_sheet_confirmed_organisation FOREIGN KEY(organisation) REFERENCES organisation (code),
    CONSTRAINT fk_sheet_confirmed_period FOREIGN KEY(period) REFERENCES return_period (quarter),
    CONSTRAINT ck_sheet_confirmed_at_real CHECK ("at" IS NULL OR substr("at", 1, 10) IS date(substr("at", 1, 10), '+0 days') AND datetime("at") IS NOT NULL)
)
 STRICT;
CREATE TABLE signed_row (
    id INTEGER NOT NULL,
    partnership TEXT NOT NULL,
    organisation TEXT NOT NULL,
    period TEXT NOT NULL,
    sheet TEXT NOT NULL,
    "row" TEXT NOT NULL,
    held TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    released_at TEXT,
    CONSTRAINT pk_signed_row PRIMARY KEY (id),
    CONSTRAINT fk_signed_row_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_signed_row_organisation FOREIGN KEY(organisation) REFERENCES organisation (code),
    CONSTRAINT fk_signed_row_period FOREIGN KEY(period) REFERENCES return_period (quarter),
    CONSTRAINT ck_signed_row_signed_at_real CHECK ("signed_at" IS NULL OR substr("signed_at", 1, 10) IS date(substr("signed_at", 1, 10), '+0 days') AND datetime("signed_at") IS NOT NULL),
    CONSTRAINT ck_signed_row_released_at_real CHECK ("released_at" IS NULL OR substr("released_at", 1, 10) IS date(substr("released_at", 1, 10), '+0 days') AND datetime("released_at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_signed_row_owner_sheet ON signed_row (partnership, organisation, sheet, "row");
CREATE TABLE waiting_file (
    id INTEGER NOT NULL,
    token_hash TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    partnership TEXT NOT NULL,
    organisation TEXT NOT NULL,
    sheet TEXT,
    door TEXT NOT NULL,
    file_name TEXT NOT NULL,
    contents BLOB NOT NULL,
    data_version INTEGER NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_waiting_file PRIMARY KEY (id),
    CONSTRAINT uq_waiting_file_token_hash UNIQUE (token_hash),
    CONSTRAINT ck_waiting_file_door_code CHECK ("door" IN ('paste', 'file')),
    CONSTRAINT fk_waiting_file_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT fk_waiting_file_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_waiting_file_organisation FOREIGN KEY(organisation) REFERENCES organisation (code),
    CONSTRAINT ck_waiting_file_at_real CHECK ("at" IS NULL OR substr("at", 1, 10) IS date(substr("at", 1, 10), '+0 days') AND datetime("at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_waiting_file_at ON waiting_file (at);
CREATE INDEX ix_waiting_file_user_id ON waiting_file (user_id);
