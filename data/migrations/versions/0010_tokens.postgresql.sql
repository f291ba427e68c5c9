CREATE TABLE api_token (
    id SERIAL NOT NULL,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    reads_rows INTEGER NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_api_token PRIMARY KEY (id),
    CONSTRAINT ck_api_token_name_length CHECK (length("name") BETWEEN 1 AND 100),
    CONSTRAINT ck_api_token_token_hash_length CHECK (length(token_hash) = 64),
    CONSTRAINT ck_api_token_expires_at_order CHECK (expires_at > made_at),
    CONSTRAINT fk_api_token_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT uq_api_token_token_hash UNIQUE (token_hash),
    CONSTRAINT ck_api_token_reads_rows_flag CHECK ("reads_rows" IN (0, 1))
);

CREATE INDEX ix_api_token_user_id ON api_token (user_id);

CREATE TABLE api_token_scope (
    token_id INTEGER NOT NULL,
    partnership TEXT NOT NULL,
    CONSTRAINT pk_api_token_scope PRIMARY KEY (token_id, partnership),
    CONSTRAINT fk_api_token_scope_token_id FOREIGN KEY(token_id) REFERENCES api_token (id),
    CONSTRAINT fk_api_token_scope_partnership FOREIGN KEY(partnership) REFERENCES partnership (code)
);
