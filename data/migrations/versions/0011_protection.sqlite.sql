CREATE TABLE erasure (
    id INTEGER NOT NULL,
    begun_at TEXT NOT NULL,
    finished_at TEXT,
    "by" TEXT NOT NULL,
    subject TEXT NOT NULL,
    organisation TEXT,
    pseudonym TEXT NOT NULL,
    reason TEXT NOT NULL,
    counts TEXT,
    CONSTRAINT pk_erasure PRIMARY KEY (id),
    CONSTRAINT ck_erasure_subject_code CHECK ("subject" IN ('student', 'practice-educator', 'account')),
    CONSTRAINT ck_erasure_reason_length CHECK (length("reason") BETWEEN 1 AND 2000),
    CONSTRAINT ck_erasure_finished_whole CHECK ((finished_at IS NULL) = (counts IS NULL)),
    CONSTRAINT fk_erasure_organisation FOREIGN KEY(organisation) REFERENCES organisation (code),
    CONSTRAINT ck_erasure_begun_at_real CHECK ("begun_at" IS NULL OR substr("begun_at", 1, 10) IS date(substr("begun_at", 1, 10), '+0 days') AND datetime("begun_at") IS NOT NULL),
    CONSTRAINT ck_erasure_finished_at_real CHECK ("finished_at" IS NULL OR substr("finished_at", 1, 10) IS date(substr("finished_at", 1, 10), '+0 days') AND datetime("finished_at") IS NOT NULL)
)
 STRICT;

CREATE TABLE export (
    id INTEGER NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    address TEXT NOT NULL,
    data_version INTEGER NOT NULL,
    bytes INTEGER,
    CONSTRAINT pk_export PRIMARY KEY (id),
    CONSTRAINT ck_export_address_length CHECK (length("address") BETWEEN 1 AND 2000),
    CONSTRAINT ck_export_at_real CHECK ("at" IS NULL OR substr("at", 1, 10) IS date(substr("at", 1, 10), '+0 days') AND datetime("at") IS NOT NULL)
)
 STRICT;

CREATE INDEX ix_export_at ON export (at);

CREATE INDEX ix_export_who ON export (who);

CREATE TABLE terms_accepted (
    organisation TEXT NOT NULL,
    wording TEXT NOT NULL,
    at TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT pk_terms_accepted PRIMARY KEY (organisation, wording),
    CONSTRAINT fk_terms_accepted_organisation FOREIGN KEY(organisation) REFERENCES organisation (code),
    CONSTRAINT ck_terms_accepted_at_real CHECK ("at" IS NULL OR substr("at", 1, 10) IS date(substr("at", 1, 10), '+0 days') AND datetime("at") IS NOT NULL)
)
 STRICT;
