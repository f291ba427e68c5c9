CREATE TABLE erasure (
    id SERIAL NOT NULL,
    begun_at TIMESTAMP WITH TIME ZONE NOT NULL,
    finished_at TIMESTAMP WITH TIME ZONE,
    by TEXT NOT NULL,
    subject TEXT NOT NULL,
    organisation TEXT,
    pseudonym TEXT NOT NULL,
    reason TEXT NOT NULL,
    counts JSONB,
    CONSTRAINT pk_erasure PRIMARY KEY (id),
    CONSTRAINT ck_erasure_subject_code CHECK ("subject" IN ('student', 'practice-educator', 'account')),
    CONSTRAINT ck_erasure_reason_length CHECK (length("reason") BETWEEN 1 AND 2000),
    CONSTRAINT ck_erasure_finished_whole CHECK ((finished_at IS NULL) = (counts IS NULL)),
    CONSTRAINT fk_erasure_organisation FOREIGN KEY(organisation) REFERENCES organisation (code)
);

CREATE TABLE export (
    id SERIAL NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    who TEXT NOT NULL,
    address TEXT NOT NULL,
    data_version INTEGER NOT NULL,
    bytes INTEGER,
    CONSTRAINT pk_export PRIMARY KEY (id),
    CONSTRAINT ck_export_address_length CHECK (length("address") BETWEEN 1 AND 2000)
);

CREATE INDEX ix_export_at ON export (at);

CREATE INDEX ix_export_who ON export (who);

CREATE TABLE terms_accepted (
    organisation TEXT NOT NULL,
    wording TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    by TEXT NOT NULL,
    CONSTRAINT pk_terms_accepted PRIMARY KEY (organisation, wording),
    CONSTRAINT fk_terms_accepted_organisation FOREIGN KEY(organisation) REFERENCES organisation (code)
);
