CREATE TABLE published_workforce (
    ons_code TEXT NOT NULL,
    name TEXT NOT NULL,
    geographic_level TEXT NOT NULL,
    census_on DATE NOT NULL,
    measure TEXT NOT NULL,
    value DOUBLE PRECISION,
    state TEXT NOT NULL,
    CONSTRAINT pk_published_workforce PRIMARY KEY (ons_code, census_on, measure),
    CONSTRAINT ck_published_workforce_geographic_level_code CHECK ("geographic_level" IN ('National', 'Regional', 'Local authority')),
    CONSTRAINT ck_published_workforce_state_code CHECK ("state" IN ('ok', 'not_available', 'not_applicable', 'suppressed', 'low', 'unreliable')),
    CONSTRAINT ck_published_workforce_ons_code_length CHECK (length("ons_code") BETWEEN 1 AND 100),
    CONSTRAINT ck_published_workforce_value_low CHECK (value >= 0),
    CONSTRAINT ck_published_workforce_value_or_symbol CHECK ((state = 'ok') = (value IS NOT NULL))
);

CREATE TABLE published_council (
    ons_code TEXT NOT NULL,
    published_as TEXT NOT NULL,
    dfe_code TEXT NOT NULL,
    CONSTRAINT pk_published_council PRIMARY KEY (ons_code, published_as, dfe_code),
    CONSTRAINT ck_published_council_ons_code_length CHECK (length("ons_code") BETWEEN 1 AND 9),
    CONSTRAINT ck_published_council_dfe_code_length CHECK (length("dfe_code") BETWEEN 1 AND 3)
);

CREATE INDEX ix_published_council_dfe_code ON published_council (dfe_code);

CREATE INDEX ix_published_council_published_as ON published_council (published_as);
