CREATE TABLE app_user (
    id INTEGER NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT,
    totp_secret TEXT,
    totp_step INTEGER,
    created_at TEXT NOT NULL,
    disabled_at TEXT,
    CONSTRAINT pk_app_user PRIMARY KEY (id),
    CONSTRAINT ck_app_user_role_code CHECK ("role" IN ('viewer', 'funder', 'coordinator', 'approver', 'manager', 'administrator')),
    CONSTRAINT ck_app_user_name_length CHECK (length("name") BETWEEN 1 AND 200),
    CONSTRAINT ck_app_user_email_form CHECK (email = lower(email) AND email LIKE '_%@_%'),
    CONSTRAINT ck_app_user_totp_whole CHECK (totp_step IS NULL OR totp_secret IS NOT NULL),
    CONSTRAINT uq_app_user_email UNIQUE (email),
    CONSTRAINT ck_app_user_created_at_real CHECK ("created_at" IS NULL OR substr("created_at", 1, 10) IS date(substr("created_at", 1, 10), '+0 days') AND datetime("created_at") IS NOT NULL),
    CONSTRAINT ck_app_user_disabled_at_real CHECK ("disabled_at" IS NULL OR substr("disabled_at", 1, 10) IS date(substr("disabled_at", 1, 10), '+0 days') AND datetime("disabled_at") IS NOT NULL)
)
 STRICT;
CREATE TABLE mail (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    sent_by TEXT NOT NULL,
    failure TEXT,
    CONSTRAINT pk_mail PRIMARY KEY (id),
    CONSTRAINT ck_mail_kind_code CHECK ("kind" IN ('invitation', 'reset', 'reminder', 'notice')),
    CONSTRAINT ck_mail_at_real CHECK ("at" IS NULL OR substr("at", 1, 10) IS date(substr("at", 1, 10), '+0 days') AND datetime("at") IS NOT NULL)
)
 STRICT;
CREATE TABLE sign_in_try (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    account TEXT NOT NULL,
    address TEXT NOT NULL,
    CONSTRAINT pk_sign_in_try PRIMARY KEY (id),
    CONSTRAINT ck_sign_in_try_at_real CHECK ("at" IS NULL OR substr("at", 1, 10) IS date(substr("at", 1, 10), '+0 days') AND datetime("at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_sign_in_try_account_at ON sign_in_try (account, at);
CREATE INDEX ix_sign_in_try_address_at ON sign_in_try (address, at);
CREATE TABLE app_identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    linked_at TEXT NOT NULL,
    CONSTRAINT pk_app_identity PRIMARY KEY (issuer, subject),
    CONSTRAINT fk_app_identity_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT ck_app_identity_linked_at_real CHECK ("linked_at" IS NULL OR substr("linked_at", 1, 10) IS date(substr("linked_at", 1, 10), '+0 days') AND datetime("linked_at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_app_identity_user_id ON app_identity (user_id);
CREATE TABLE app_session (
    id TEXT NOT NULL,
    user_id INTEGER,
    data TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    CONSTRAINT pk_app_session PRIMARY KEY (id),
    CONSTRAINT ck_app_session_id_length CHECK (length(id) = 64),
    CONSTRAINT fk_app_session_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT ck_app_session_expires_at_real CHECK ("expires_at" IS NULL OR substr("expires_at", 1, 10) IS date(substr("expires_at", 1, 10), '+0 days') AND datetime("expires_at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_app_session_expires_at ON app_session (expires_at);
CREATE INDEX ix_app_session_user_id ON app_session (user_id);
CREATE TABLE one_time_link (
    token_hash TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    CONSTRAINT pk_one_time_link PRIMARY KEY (token_hash),
    CONSTRAINT ck_one_time_link_purpose_code CHECK ("purpose" IN ('invitation', 'reset')),
    CONSTRAINT ck_one_time_link_token_hash_length CHECK (length(token_hash) = 64),
    CONSTRAINT fk_one_time_link_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT ck_one_time_link_expires_at_real CHECK ("expires_at" IS NULL OR substr("expires_at", 1, 10) IS date(substr("expires_at", 1, 10), '+0 days') AND datetime("expires_at") IS NOT NULL),
    CONSTRAINT ck_one_time_link_used_at_real CHECK ("used_at" IS NULL OR substr("used_at", 1, 10) IS date(substr("used_at", 1, 10), '+0 days') AND datetime("used_at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_one_time_link_user_id ON one_time_link (user_id);
CREATE TABLE user_scope (
    user_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    CONSTRAINT pk_user_scope PRIMARY KEY (user_id, kind, code),
    CONSTRAINT ck_user_scope_kind_code CHECK ("kind" IN ('organisation', 'partnership', 'region')),
    CONSTRAINT fk_user_scope_user_id FOREIGN KEY(user_id) REFERENCES app_user (id)
)
 STRICT;
