CREATE TABLE api_token (
    id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    reads_rows INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    last_used_at TEXT,
    revoked_at TEXT,
    CONSTRAINT pk_api_token PRIMARY KEY (id),
    CONSTRAINT ck_api_token_name_length CHECK (length("name") BETWEEN 1 AND 100),
    CONSTRAINT ck_api_token_token_hash_length CHECK (length(token_hash) = 64),
    CONSTRAINT ck_api_token_expires_at_order CHECK (expires_at > made_at),
    CONSTRAINT fk_api_token_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT uq_api_token_token_hash UNIQUE (token_hash),
    CONSTRAINT ck_api_token_made_at_real CHECK ("made_at" IS NULL OR substr("made_at", 1, 10) IS date(substr("made_at", 1, 10), '+0 days') AND datetime("made_at") IS NOT NULL),
    CONSTRAINT ck_api_token_expires_at_real CHECK ("expires_at" IS NULL OR substr("expires_at", 1, 10) IS date(substr("expires_at", 1, 10), '+0 days') AND datetime("expires_at") IS NOT NULL),
    CONSTRAINT ck_api_token_last_used_at_real CHECK ("last_used_at" IS NULL OR substr("last_used_at", 1, 10) IS date(substr("last_used_at", 1, 10), '+0 days') AND datetime("last_used_at") IS NOT NULL),
    CONSTRAINT ck_api_token_revoked_at_real CHECK ("revoked_at" IS NULL OR substr("revoked_at", 1, 10) IS date(substr("revoked_at", 1, 10), '+0 days') AND datetime("revoked_at") IS NOT NULL),
    CONSTRAINT ck_api_token_reads_rows_flag CHECK ("reads_rows" IN (0, 1))
)
 STRICT;

CREATE INDEX ix_api_token_user_id ON api_token (user_id);

CREATE TABLE api_token_scope (
    token_id INTEGER NOT NULL,
    partnership TEXT NOT NULL,
    CONSTRAINT pk_api_token_scope PRIMARY KEY (token_id, partnership),
    CONSTRAINT fk_api_token_scope_token_id FOREIGN KEY(token_id) REFERENCES api_token (id),
    CONSTRAINT fk_api_token_scope_partnership FOREIGN KEY(partnership) REFERENCES partnership (code)
)
 STRICT;
