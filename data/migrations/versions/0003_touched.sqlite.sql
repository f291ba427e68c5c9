CREATE TABLE touched (
    id INTEGER NOT NULL,
    data_version INTEGER NOT NULL,
    sheet TEXT,
    owner TEXT,
    employer TEXT,
    day TEXT,
    academic_year TEXT,
    term TEXT,
    CONSTRAINT pk_touched PRIMARY KEY (id),
    CONSTRAINT ck_touched_whose CHECK ((sheet IS NULL) = (owner IS NULL)),
    CONSTRAINT ck_touched_when CHECK ((day IS NULL) = (academic_year IS NULL) AND (day IS NULL) = (term IS NULL))
)
 STRICT;

CREATE INDEX ix_touched_data_version ON touched (data_version);

CREATE INDEX ix_demand_owner_window_start ON demand (owner, window_start);

CREATE INDEX ix_requests_owner_window_start ON requests (owner, window_start);

CREATE INDEX ix_offers_owner_window_start ON offers (owner, window_start);

CREATE INDEX ix_placements_owner_planned_start ON placements (owner, planned_start);

CREATE INDEX ix_placements_owner_actual_end ON placements (owner, actual_end);

CREATE INDEX ix_pe_training_owner_started_on ON pe_training (owner, started_on);

CREATE INDEX ix_pe_training_owner_outcome_on ON pe_training (owner, outcome_on);
