CREATE TABLE action (
    id INTEGER NOT NULL,
    partnership TEXT NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    indicator TEXT,
    scope TEXT NOT NULL,
    rule TEXT,
    owner TEXT,
    due TEXT,
    agreed_on TEXT NOT NULL,
    state TEXT NOT NULL,
    closed_on TEXT,
    outcome TEXT,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    CONSTRAINT pk_action PRIMARY KEY (id),
    CONSTRAINT ck_action_kind_code CHECK ("kind" IN ('action', 'decision')),
    CONSTRAINT ck_action_state_code CHECK ("state" IN ('open', 'done', 'dropped')),
    CONSTRAINT ck_action_words_length CHECK (length("words") BETWEEN 1 AND 2000),
    CONSTRAINT ck_action_outcome_length CHECK (length("outcome") BETWEEN 1 AND 2000),
    CONSTRAINT ck_action_owner_length CHECK (length("owner") BETWEEN 1 AND 200),
    CONSTRAINT ck_action_scope_form CHECK (scope = 'all' OR scope LIKE '_%:_%'),
    CONSTRAINT ck_action_owner_and_due CHECK (kind = 'decision' OR owner IS NOT NULL AND due IS NOT NULL),
    CONSTRAINT ck_action_closed_on_whole CHECK ((state = 'open') = (closed_on IS NULL)),
    CONSTRAINT ck_action_outcome_needed CHECK (state <> 'dropped' OR outcome IS NOT NULL),
    CONSTRAINT ck_action_version_low CHECK (version >= 1),
    CONSTRAINT fk_action_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT ck_action_due_real CHECK ("due" IS date("due", '+0 days')),
    CONSTRAINT ck_action_agreed_on_real CHECK ("agreed_on" IS date("agreed_on", '+0 days')),
    CONSTRAINT ck_action_closed_on_real CHECK ("closed_on" IS date("closed_on", '+0 days')),
    CONSTRAINT ck_action_updated_at_real CHECK ("updated_at" IS NULL OR substr("updated_at", 1, 10) IS date(substr("updated_at", 1, 10), '+0 days') AND datetime("updated_at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_action_partnership_state ON action (partnership, state);
CREATE TABLE commentary (
    id INTEGER NOT NULL,
    partnership TEXT NOT NULL,
    section TEXT NOT NULL,
    academic_year TEXT,
    words TEXT NOT NULL,
    author TEXT NOT NULL,
    voided_at TEXT,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    updated_by TEXT NOT NULL,
    CONSTRAINT pk_commentary PRIMARY KEY (id),
    CONSTRAINT ck_commentary_section_length CHECK (length("section") BETWEEN 1 AND 200),
    CONSTRAINT ck_commentary_words_length CHECK (length("words") BETWEEN 1 AND 2000),
    CONSTRAINT ck_commentary_author_length CHECK (length("author") BETWEEN 1 AND 200),
    CONSTRAINT ck_commentary_academic_year_form CHECK (academic_year LIKE '____/__'),
    CONSTRAINT ck_commentary_version_low CHECK (version >= 1),
    CONSTRAINT fk_commentary_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT ck_commentary_voided_at_real CHECK ("voided_at" IS NULL OR substr("voided_at", 1, 10) IS date(substr("voided_at", 1, 10), '+0 days') AND datetime("voided_at") IS NOT NULL),
    CONSTRAINT ck_commentary_updated_at_real CHECK ("updated_at" IS NULL OR substr("updated_at", 1, 10) IS date(substr("updated_at", 1, 10), '+0 days') AND datetime("updated_at") IS NOT NULL)
)
 STRICT;
CREATE INDEX ix_commentary_partnership_section ON commentary (partnership, section);
CREATE TABLE saved_view (
    id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (id),
    CONSTRAINT uq_saved_view_user_id_name UNIQUE (user_id, name),
    CONSTRAINT ck_saved_view_name_length CHECK (length("name") BETWEEN 1 AND 100),
    CONSTRAINT ck_saved_view_address_length CHECK (length("address") BETWEEN 1 AND 2000),
    CONSTRAINT ck_saved_view_address_form CHECK (address LIKE '/%'),
    CONSTRAINT fk_saved_view_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT ck_saved_view_is_default_flag CHECK ("is_default" IN (0, 1)),
    CONSTRAINT ck_saved_view_saved_at_real CHECK ("saved_at" IS NULL OR substr("saved_at", 1, 10) IS date(substr("saved_at", 1, 10), '+0 days') AND datetime("saved_at") IS NOT NULL)
)
 STRICT;
CREATE UNIQUE INDEX ix_saved_view_default ON saved_view (user_id) WHERE is_default = 1;
CREATE TABLE last_look (
    user_id INTEGER NOT NULL,
    address TEXT NOT NULL,
    then_at TEXT,
    then_sequence INTEGER,
    then_figures TEXT,
    seen_at TEXT NOT NULL,
    seen_sequence INTEGER NOT NULL,
    seen_figures TEXT NOT NULL,
    CONSTRAINT pk_last_look PRIMARY KEY (user_id, address),
    CONSTRAINT ck_last_look_address_length CHECK (length("address") BETWEEN 1 AND 2000),
    CONSTRAINT ck_last_look_then_whole CHECK ((then_at IS NULL) = (then_figures IS NULL)),
    CONSTRAINT fk_last_look_user_id FOREIGN KEY(user_id) REFERENCES app_user (id),
    CONSTRAINT ck_last_look_then_at_real CHECK ("then_at" IS NULL OR substr("then_at", 1, 10) IS date(substr("then_at", 1, 10), '+0 days') AND datetime("then_at") IS NOT NULL),
    CONSTRAINT ck_last_look_seen_at_real CHECK ("seen_at" IS NULL OR substr("seen_at", 1, 10) IS date(substr("seen_at", 1, 10), '+0 days') AND datetime("seen_at") IS NOT NULL)
)
 STRICT;
