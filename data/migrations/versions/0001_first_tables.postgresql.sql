CREATE TABLE audit (
    sequence SERIAL NOT NULL,
    "when" TIMESTAMP WITH TIME ZONE NOT NULL,
    who TEXT NOT NULL,
    door TEXT NOT NULL,
    "table" TEXT NOT NULL,
    row TEXT NOT NULL,
    before JSONB,
    after JSONB,
    reason TEXT,
    CONSTRAINT pk_audit PRIMARY KEY (sequence),
    CONSTRAINT ck_audit_door_code CHECK ("door" IN ('form', 'grid', 'paste', 'file', 'command', 'system')),
    CONSTRAINT ck_audit_something_changed CHECK (before IS NOT NULL OR after IS NOT NULL)
);

CREATE INDEX ix_audit_table_row ON audit ("table", row);

CREATE TABLE data_version (
    id SERIAL NOT NULL,
    number INTEGER NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    CONSTRAINT pk_data_version PRIMARY KEY (id),
    CONSTRAINT ck_data_version_one_row CHECK (id = 1),
    CONSTRAINT ck_data_version_number_low CHECK (number >= 0)
);

CREATE TABLE partnership (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    funded_from DATE,
    funded_to DATE,
    origin TEXT DEFAULT 'records' NOT NULL,
    CONSTRAINT pk_partnership PRIMARY KEY (code),
    CONSTRAINT ck_partnership_origin_code CHECK ("origin" IN ('records', 'illustrative', 'published')),
    CONSTRAINT ck_partnership_code_length CHECK (length("code") BETWEEN 1 AND 100),
    CONSTRAINT ck_partnership_name_length CHECK (length("name") BETWEEN 1 AND 200),
    CONSTRAINT ck_partnership_funded_to_order CHECK (funded_to >= funded_from)
);

CREATE TABLE region (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    nation TEXT NOT NULL,
    part_of TEXT,
    CONSTRAINT pk_region PRIMARY KEY (code),
    CONSTRAINT ck_region_nation_code CHECK ("nation" IN ('England', 'Wales', 'Scotland', 'Northern Ireland')),
    CONSTRAINT ck_region_code_length CHECK (length("code") BETWEEN 1 AND 9),
    CONSTRAINT fk_region_part_of FOREIGN KEY(part_of) REFERENCES region (code)
);

CREATE TABLE return_period (
    quarter TEXT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    opens DATE NOT NULL,
    due DATE NOT NULL,
    CONSTRAINT pk_return_period PRIMARY KEY (quarter),
    CONSTRAINT ck_return_period_quarter_form CHECK ("quarter" LIKE '____/__ Q_'),
    CONSTRAINT ck_return_period_ends_on_order CHECK (ends_on > starts_on),
    CONSTRAINT ck_return_period_due_order CHECK (due >= opens)
);

CREATE TABLE row_query (
    id SERIAL NOT NULL,
    sheet TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    rule TEXT NOT NULL,
    "column" TEXT NOT NULL,
    problem TEXT NOT NULL,
    fix TEXT NOT NULL,
    raised_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reason TEXT,
    CONSTRAINT pk_row_query PRIMARY KEY (id),
    CONSTRAINT uq_row_query_sheet_row_id_rule_column UNIQUE (sheet, row_id, rule, "column")
);

CREATE TABLE setting (
    key TEXT NOT NULL,
    valid_from DATE NOT NULL,
    country TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (key, valid_from, country),
    CONSTRAINT ck_setting_country_code CHECK ("country" IN ('any', 'England', 'Wales', 'Scotland', 'Northern Ireland'))
);

CREATE TABLE upload (
    id SERIAL NOT NULL,
    who TEXT NOT NULL,
    "when" TIMESTAMP WITH TIME ZONE NOT NULL,
    file_hash TEXT NOT NULL,
    file_name TEXT NOT NULL,
    scope TEXT NOT NULL,
    counts JSONB NOT NULL,
    undone_at TIMESTAMP WITH TIME ZONE,
    undone_by TEXT,
    CONSTRAINT pk_upload PRIMARY KEY (id),
    CONSTRAINT ck_upload_file_hash_length CHECK (length(file_hash) = 64),
    CONSTRAINT ck_upload_undone_whole CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);

CREATE INDEX ix_upload_file_hash ON upload (file_hash);

CREATE TABLE organisation (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    region_code TEXT,
    ukprn TEXT,
    ons_code TEXT,
    services TEXT,
    valid_from DATE,
    valid_to DATE,
    successor_code TEXT,
    CONSTRAINT pk_organisation PRIMARY KEY (code),
    CONSTRAINT ck_organisation_kind_code CHECK ("kind" IN ('hei', 'local_authority', 'nhs', 'voluntary', 'private', 'education', 'police', 'prison', 'probation', 'other')),
    CONSTRAINT ck_organisation_services_code CHECK ("services" IN ('adults', 'children', 'both')),
    CONSTRAINT ck_organisation_code_length CHECK (length("code") BETWEEN 1 AND 100),
    CONSTRAINT ck_organisation_name_length CHECK (length("name") BETWEEN 1 AND 200),
    CONSTRAINT ck_organisation_valid_to_order CHECK (valid_to >= valid_from),
    CONSTRAINT ck_organisation_successor_other CHECK (successor_code <> code),
    CONSTRAINT fk_organisation_region_code FOREIGN KEY(region_code) REFERENCES region (code),
    CONSTRAINT fk_organisation_successor_code FOREIGN KEY(successor_code) REFERENCES organisation (code)
);

CREATE INDEX ix_organisation_region_code ON organisation (region_code);

CREATE TABLE activities (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    type TEXT NOT NULL,
    title TEXT,
    held_on DATE NOT NULL,
    status TEXT NOT NULL,
    role TEXT,
    people INTEGER,
    people_na INTEGER DEFAULT '0' NOT NULL,
    hours DOUBLE PRECISION,
    hours_na INTEGER DEFAULT '0' NOT NULL,
    host TEXT,
    service_area TEXT,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_activities PRIMARY KEY (id),
    CONSTRAINT uq_activities_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT ck_activities_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_activities_type_code CHECK ("type" IN ('teaching', 'admissions_interview', 'placement_panel', 'suitability_panel', 'governance_meeting', 'programme_board', 'validation_review', 'research_seminar', 'masterclass', 'cpd_course', 'conference', 'shadowing', 'academic_in_practice', 'strategic_liaison', 'lived_experience', 'other')),
    CONSTRAINT ck_activities_title_length CHECK (length("title") BETWEEN 1 AND 2000),
    CONSTRAINT ck_activities_status_code CHECK ("status" IN ('planned', 'held', 'cancelled')),
    CONSTRAINT ck_activities_role_code CHECK ("role" IN ('chair', 'member', 'contributor', 'attendee')),
    CONSTRAINT ck_activities_people_low CHECK ("people" >= 0),
    CONSTRAINT ck_activities_people_na_blank CHECK (people_na = 0 OR people IS NULL),
    CONSTRAINT ck_activities_hours_low CHECK ("hours" >= 0),
    CONSTRAINT ck_activities_hours_na_blank CHECK (hours_na = 0 OR hours IS NULL),
    CONSTRAINT ck_activities_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'not_known')),
    CONSTRAINT ck_activities_version_low CHECK (version >= 1),
    CONSTRAINT ck_activities_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_activities_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_activities_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT fk_activities_host FOREIGN KEY(host) REFERENCES organisation (code),
    CONSTRAINT ck_activities_people_na_flag CHECK ("people_na" IN (0, 1)),
    CONSTRAINT ck_activities_hours_na_flag CHECK ("hours_na" IN (0, 1))
);

CREATE INDEX ix_activities_owner ON activities (owner);

CREATE TABLE agreements (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    type TEXT NOT NULL,
    hei TEXT,
    title TEXT NOT NULL,
    starts_on DATE,
    review_due DATE,
    ends_on DATE,
    places_per_year_low INTEGER,
    places_per_year_high INTEGER,
    fte DOUBLE PRECISION,
    in_return TEXT,
    funded_by TEXT,
    status TEXT NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_agreements PRIMARY KEY (id),
    CONSTRAINT uq_agreements_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT ck_agreements_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_agreements_type_code CHECK ("type" IN ('sla', 'contract', 'scheme', 'student_unit', 'joint_post', 'consortium')),
    CONSTRAINT ck_agreements_title_length CHECK (length("title") BETWEEN 1 AND 2000),
    CONSTRAINT ck_agreements_places_per_year_low_low CHECK ("places_per_year_low" >= 0),
    CONSTRAINT ck_agreements_places_per_year_high_low CHECK ("places_per_year_high" >= 0),
    CONSTRAINT ck_agreements_fte_low CHECK ("fte" >= 0),
    CONSTRAINT ck_agreements_in_return_length CHECK (length("in_return") BETWEEN 1 AND 2000),
    CONSTRAINT ck_agreements_funded_by_length CHECK (length("funded_by") BETWEEN 1 AND 2000),
    CONSTRAINT ck_agreements_status_code CHECK ("status" IN ('planned', 'active', 'ended')),
    CONSTRAINT ck_agreements_ends_on_order CHECK (ends_on >= starts_on),
    CONSTRAINT ck_agreements_places_per_year_high_order CHECK (places_per_year_high >= places_per_year_low),
    CONSTRAINT ck_agreements_version_low CHECK (version >= 1),
    CONSTRAINT ck_agreements_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_agreements_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_agreements_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT fk_agreements_hei FOREIGN KEY(hei) REFERENCES organisation (code)
);

CREATE INDEX ix_agreements_owner ON agreements (owner);

CREATE TABLE finance (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    heading TEXT NOT NULL,
    kind TEXT NOT NULL,
    financial_year TEXT NOT NULL,
    quarter INTEGER,
    planned BIGINT,
    planned_na INTEGER DEFAULT '0' NOT NULL,
    actual BIGINT,
    actual_na INTEGER DEFAULT '0' NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_finance PRIMARY KEY (id),
    CONSTRAINT uq_finance_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT ck_finance_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_finance_heading_length CHECK (length("heading") BETWEEN 1 AND 2000),
    CONSTRAINT ck_finance_kind_code CHECK ("kind" IN ('grant', 'cash', 'in_kind', 'spend')),
    CONSTRAINT ck_finance_financial_year_form CHECK (financial_year LIKE '____-__'),
    CONSTRAINT ck_finance_quarter_low CHECK ("quarter" >= 1),
    CONSTRAINT ck_finance_quarter_high CHECK ("quarter" <= 4),
    CONSTRAINT ck_finance_planned_low CHECK ("planned" >= 0),
    CONSTRAINT ck_finance_planned_na_blank CHECK (planned_na = 0 OR planned IS NULL),
    CONSTRAINT ck_finance_actual_low CHECK ("actual" >= 0),
    CONSTRAINT ck_finance_actual_na_blank CHECK (actual_na = 0 OR actual IS NULL),
    CONSTRAINT ck_finance_version_low CHECK (version >= 1),
    CONSTRAINT ck_finance_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_finance_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_finance_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT ck_finance_planned_na_flag CHECK ("planned_na" IN (0, 1)),
    CONSTRAINT ck_finance_actual_na_flag CHECK ("actual_na" IN (0, 1))
);

CREATE INDEX ix_finance_owner ON finance (owner);

CREATE TABLE membership (
    id SERIAL NOT NULL,
    partnership_code TEXT NOT NULL,
    organisation_code TEXT NOT NULL,
    role TEXT NOT NULL,
    valid_from DATE,
    valid_to DATE,
    CONSTRAINT pk_membership PRIMARY KEY (id),
    CONSTRAINT ck_membership_role_code CHECK ("role" IN ('lead', 'member', 'associate')),
    CONSTRAINT ck_membership_valid_to_order CHECK (valid_to >= valid_from),
    CONSTRAINT fk_membership_partnership_code FOREIGN KEY(partnership_code) REFERENCES partnership (code),
    CONSTRAINT fk_membership_organisation_code FOREIGN KEY(organisation_code) REFERENCES organisation (code)
);

CREATE INDEX ix_membership_organisation_code ON membership (organisation_code);

CREATE UNIQUE INDEX uq_membership_partnership_organisation_start ON membership (partnership_code, organisation_code, coalesce(valid_from, '0001-01-01'));

CREATE TABLE newly_qualified (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    cohort TEXT NOT NULL,
    service_area TEXT NOT NULL,
    started INTEGER NOT NULL,
    placed_here_before INTEGER,
    placed_here_before_na INTEGER DEFAULT '0' NOT NULL,
    asye_passed INTEGER,
    asye_passed_na INTEGER DEFAULT '0' NOT NULL,
    asye_deferred INTEGER,
    in_post_12m INTEGER,
    in_post_24m INTEGER,
    in_post_36m INTEGER,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_newly_qualified PRIMARY KEY (id),
    CONSTRAINT uq_newly_qualified_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT ck_newly_qualified_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_newly_qualified_cohort_form CHECK (cohort LIKE '____/__'),
    CONSTRAINT ck_newly_qualified_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'not_known')),
    CONSTRAINT ck_newly_qualified_started_low CHECK ("started" >= 0),
    CONSTRAINT ck_newly_qualified_placed_here_before_low CHECK ("placed_here_before" >= 0),
    CONSTRAINT ck_newly_qualified_placed_here_before_na_blank CHECK (placed_here_before_na = 0 OR placed_here_before IS NULL),
    CONSTRAINT ck_newly_qualified_asye_passed_low CHECK ("asye_passed" >= 0),
    CONSTRAINT ck_newly_qualified_asye_passed_na_blank CHECK (asye_passed_na = 0 OR asye_passed IS NULL),
    CONSTRAINT ck_newly_qualified_asye_deferred_low CHECK ("asye_deferred" >= 0),
    CONSTRAINT ck_newly_qualified_in_post_12m_low CHECK ("in_post_12m" >= 0),
    CONSTRAINT ck_newly_qualified_in_post_24m_low CHECK ("in_post_24m" >= 0),
    CONSTRAINT ck_newly_qualified_in_post_36m_low CHECK ("in_post_36m" >= 0),
    CONSTRAINT ck_newly_qualified_started_order CHECK (started >= placed_here_before),
    CONSTRAINT ck_newly_qualified_version_low CHECK (version >= 1),
    CONSTRAINT ck_newly_qualified_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_newly_qualified_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_newly_qualified_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT ck_newly_qualified_placed_here_before_na_flag CHECK ("placed_here_before_na" IN (0, 1)),
    CONSTRAINT ck_newly_qualified_asye_passed_na_flag CHECK ("asye_passed_na" IN (0, 1))
);

CREATE INDEX ix_newly_qualified_owner ON newly_qualified (owner);

CREATE TABLE organisation_alias (
    alias TEXT NOT NULL,
    organisation_code TEXT NOT NULL,
    CONSTRAINT pk_organisation_alias PRIMARY KEY (alias),
    CONSTRAINT ck_organisation_alias_alias_length CHECK (length("alias") BETWEEN 1 AND 200),
    CONSTRAINT fk_organisation_alias_organisation_code FOREIGN KEY(organisation_code) REFERENCES organisation (code)
);

CREATE TABLE pe_training (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    pe_ref TEXT,
    provider TEXT,
    course TEXT,
    stage TEXT NOT NULL,
    category TEXT NOT NULL,
    service_area TEXT NOT NULL,
    started_on DATE NOT NULL,
    due_on DATE,
    outcome TEXT NOT NULL,
    outcome_on DATE,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_pe_training PRIMARY KEY (id),
    CONSTRAINT uq_pe_training_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT ck_pe_training_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_pe_training_pe_ref_length CHECK (length("pe_ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_pe_training_course_length CHECK (length("course") BETWEEN 1 AND 2000),
    CONSTRAINT ck_pe_training_stage_code CHECK ("stage" IN ('1', '2', 'refresher')),
    CONSTRAINT ck_pe_training_category_code CHECK ("category" IN ('new', 'topping_up', 'returning')),
    CONSTRAINT ck_pe_training_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'not_known')),
    CONSTRAINT ck_pe_training_outcome_code CHECK ("outcome" IN ('in_progress', 'passed', 'failed', 'withdrew', 'deferred')),
    CONSTRAINT ck_pe_training_outcome_on_needed CHECK (outcome_on IS NOT NULL OR outcome NOT IN ('passed', 'failed', 'withdrew', 'deferred')),
    CONSTRAINT ck_pe_training_outcome_on_order CHECK (outcome_on >= started_on),
    CONSTRAINT ck_pe_training_version_low CHECK (version >= 1),
    CONSTRAINT ck_pe_training_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_pe_training_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_pe_training_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT fk_pe_training_provider FOREIGN KEY(provider) REFERENCES organisation (code)
);

CREATE INDEX ix_pe_training_outcome_on ON pe_training (outcome_on);

CREATE INDEX ix_pe_training_owner ON pe_training (owner);

CREATE INDEX ix_pe_training_started_on ON pe_training (started_on);

CREATE TABLE practice_educators (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    service_area TEXT NOT NULL,
    independent TEXT,
    legacy_award_on DATE,
    stage1_on DATE,
    stage2_on DATE,
    registered_until DATE,
    last_student_on DATE,
    last_refresher_on DATE,
    places_per_year INTEGER,
    left_on DATE,
    left_reason TEXT,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_practice_educators PRIMARY KEY (id),
    CONSTRAINT uq_practice_educators_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT ck_practice_educators_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_practice_educators_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'not_known')),
    CONSTRAINT ck_practice_educators_independent_code CHECK ("independent" IN ('yes', 'no')),
    CONSTRAINT ck_practice_educators_places_per_year_low CHECK ("places_per_year" >= 0),
    CONSTRAINT ck_practice_educators_places_per_year_high CHECK ("places_per_year" <= 12),
    CONSTRAINT ck_practice_educators_left_reason_length CHECK (length("left_reason") BETWEEN 1 AND 2000),
    CONSTRAINT ck_practice_educators_legacy_award_on_or_another CHECK (legacy_award_on IS NOT NULL OR stage1_on IS NOT NULL OR stage2_on IS NOT NULL),
    CONSTRAINT ck_practice_educators_stage2_on_order CHECK (stage2_on >= stage1_on OR legacy_award_on IS NOT NULL),
    CONSTRAINT ck_practice_educators_version_low CHECK (version >= 1),
    CONSTRAINT ck_practice_educators_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_practice_educators_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_practice_educators_owner FOREIGN KEY(owner) REFERENCES organisation (code)
);

CREATE INDEX ix_practice_educators_owner ON practice_educators (owner);

CREATE TABLE programme (
    code TEXT NOT NULL,
    organisation_code TEXT NOT NULL,
    name TEXT NOT NULL,
    route TEXT NOT NULL,
    CONSTRAINT pk_programme PRIMARY KEY (code),
    CONSTRAINT uq_programme_organisation_code_code UNIQUE (organisation_code, code),
    CONSTRAINT ck_programme_route_code CHECK ("route" IN ('undergraduate', 'postgraduate', 'apprenticeship', 'step_up', 'fast_track', 'employment_based')),
    CONSTRAINT ck_programme_code_length CHECK (length("code") BETWEEN 1 AND 100),
    CONSTRAINT ck_programme_name_length CHECK (length("name") BETWEEN 1 AND 200),
    CONSTRAINT fk_programme_organisation_code FOREIGN KEY(organisation_code) REFERENCES organisation (code)
);

CREATE TABLE reported_figures (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    measure TEXT NOT NULL,
    period TEXT,
    value_low DOUBLE PRECISION,
    value_high DOUBLE PRECISION,
    qualifier TEXT NOT NULL,
    unit TEXT NOT NULL,
    part_of TEXT,
    source TEXT NOT NULL,
    quote TEXT,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_reported_figures PRIMARY KEY (id),
    CONSTRAINT uq_reported_figures_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT fk_reported_figures_partnership_owner_part_of FOREIGN KEY(partnership, owner, part_of) REFERENCES reported_figures (partnership, owner, ref),
    CONSTRAINT ck_reported_figures_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_reported_figures_measure_length CHECK (length("measure") BETWEEN 1 AND 2000),
    CONSTRAINT ck_reported_figures_period_length CHECK (length("period") BETWEEN 1 AND 2000),
    CONSTRAINT ck_reported_figures_value_low_low CHECK ("value_low" >= 0),
    CONSTRAINT ck_reported_figures_value_high_low CHECK ("value_high" >= 0),
    CONSTRAINT ck_reported_figures_qualifier_code CHECK ("qualifier" IN ('exact', 'approximately', 'at_least', 'over', 'up_to', 'range')),
    CONSTRAINT ck_reported_figures_unit_length CHECK (length("unit") BETWEEN 1 AND 2000),
    CONSTRAINT ck_reported_figures_part_of_length CHECK (length("part_of") BETWEEN 1 AND 100),
    CONSTRAINT ck_reported_figures_source_length CHECK (length("source") BETWEEN 1 AND 2000),
    CONSTRAINT ck_reported_figures_quote_length CHECK (length("quote") BETWEEN 1 AND 300),
    CONSTRAINT ck_reported_figures_value_low_or_another CHECK (value_low IS NOT NULL OR value_high IS NOT NULL),
    CONSTRAINT ck_reported_figures_value_high_order CHECK (value_high >= value_low),
    CONSTRAINT ck_reported_figures_part_of_other CHECK (part_of <> ref),
    CONSTRAINT ck_reported_figures_version_low CHECK (version >= 1),
    CONSTRAINT ck_reported_figures_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_reported_figures_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_reported_figures_owner FOREIGN KEY(owner) REFERENCES organisation (code)
);

CREATE INDEX ix_reported_figures_owner ON reported_figures (owner);

CREATE TABLE return_status (
    partnership TEXT NOT NULL,
    organisation TEXT NOT NULL,
    period TEXT NOT NULL,
    state TEXT NOT NULL,
    by TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    reason TEXT,
    CONSTRAINT pk_return_status PRIMARY KEY (partnership, organisation, period),
    CONSTRAINT ck_return_status_state_code CHECK ("state" IN ('not_open', 'not_started', 'in_progress', 'submitted', 'sent_back', 'signed_off', 'reopened')),
    CONSTRAINT ck_return_status_reason_needed CHECK (state NOT IN ('sent_back', 'reopened') OR reason IS NOT NULL),
    CONSTRAINT fk_return_status_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_return_status_organisation FOREIGN KEY(organisation) REFERENCES organisation (code),
    CONSTRAINT fk_return_status_period FOREIGN KEY(period) REFERENCES return_period (quarter)
);

CREATE TABLE target (
    indicator TEXT NOT NULL,
    scope TEXT NOT NULL,
    academic_year TEXT NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    baseline DOUBLE PRECISION,
    owner TEXT,
    CONSTRAINT pk_target PRIMARY KEY (indicator, scope, academic_year),
    CONSTRAINT ck_target_academic_year_form CHECK (academic_year LIKE '____/__'),
    CONSTRAINT ck_target_scope_form CHECK (scope = 'all' OR scope LIKE '_%%:_%%'),
    CONSTRAINT fk_target_owner FOREIGN KEY(owner) REFERENCES organisation (code)
);

CREATE TABLE workforce (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    census_on DATE NOT NULL,
    service_area TEXT NOT NULL,
    fte_in_post DOUBLE PRECISION,
    fte_vacancies DOUBLE PRECISION,
    fte_agency DOUBLE PRECISION,
    fte_agency_na INTEGER DEFAULT '0' NOT NULL,
    fte_agency_covering DOUBLE PRECISION,
    fte_agency_covering_na INTEGER DEFAULT '0' NOT NULL,
    fte_starters DOUBLE PRECISION,
    fte_leavers DOUBLE PRECISION,
    headcount INTEGER,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_workforce PRIMARY KEY (id),
    CONSTRAINT uq_workforce_partnership_owner_census_on_service_area UNIQUE (partnership, owner, census_on, service_area),
    CONSTRAINT ck_workforce_service_area_code CHECK ("service_area" IN ('adults', 'children', 'all_age')),
    CONSTRAINT ck_workforce_fte_in_post_low CHECK ("fte_in_post" >= 0),
    CONSTRAINT ck_workforce_fte_vacancies_low CHECK ("fte_vacancies" >= 0),
    CONSTRAINT ck_workforce_fte_agency_low CHECK ("fte_agency" >= 0),
    CONSTRAINT ck_workforce_fte_agency_na_blank CHECK (fte_agency_na = 0 OR fte_agency IS NULL),
    CONSTRAINT ck_workforce_fte_agency_covering_low CHECK ("fte_agency_covering" >= 0),
    CONSTRAINT ck_workforce_fte_agency_covering_na_blank CHECK (fte_agency_covering_na = 0 OR fte_agency_covering IS NULL),
    CONSTRAINT ck_workforce_fte_starters_low CHECK ("fte_starters" >= 0),
    CONSTRAINT ck_workforce_fte_leavers_low CHECK ("fte_leavers" >= 0),
    CONSTRAINT ck_workforce_headcount_low CHECK ("headcount" >= 0),
    CONSTRAINT ck_workforce_version_low CHECK (version >= 1),
    CONSTRAINT ck_workforce_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_workforce_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_workforce_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT ck_workforce_fte_agency_na_flag CHECK ("fte_agency_na" IN (0, 1)),
    CONSTRAINT ck_workforce_fte_agency_covering_na_flag CHECK ("fte_agency_covering_na" IN (0, 1))
);

CREATE INDEX ix_workforce_owner ON workforce (owner);

CREATE TABLE demand (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    programme TEXT NOT NULL,
    level TEXT NOT NULL,
    service_area TEXT NOT NULL,
    statutory_required TEXT NOT NULL,
    window_start DATE NOT NULL,
    window_end DATE NOT NULL,
    days INTEGER NOT NULL,
    students INTEGER NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_demand PRIMARY KEY (id),
    CONSTRAINT uq_demand_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT fk_demand_owner_programme FOREIGN KEY(owner, programme) REFERENCES programme (organisation_code, code),
    CONSTRAINT ck_demand_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_demand_level_code CHECK ("level" IN ('first', 'final')),
    CONSTRAINT ck_demand_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'either', 'not_known')),
    CONSTRAINT ck_demand_statutory_required_code CHECK ("statutory_required" IN ('yes', 'no')),
    CONSTRAINT ck_demand_days_low CHECK ("days" >= 1),
    CONSTRAINT ck_demand_days_high CHECK ("days" <= 260),
    CONSTRAINT ck_demand_students_low CHECK ("students" >= 0),
    CONSTRAINT ck_demand_window_end_order CHECK (window_end >= window_start),
    CONSTRAINT ck_demand_version_low CHECK (version >= 1),
    CONSTRAINT ck_demand_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_demand_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_demand_owner FOREIGN KEY(owner) REFERENCES organisation (code)
);

CREATE INDEX ix_demand_owner ON demand (owner);

CREATE INDEX ix_demand_window_start ON demand (window_start);

CREATE TABLE offers (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    team TEXT,
    sector TEXT NOT NULL,
    level TEXT NOT NULL,
    service_area TEXT NOT NULL,
    statutory TEXT NOT NULL,
    statutory_basis TEXT,
    statutory_days_per_week DOUBLE PRECISION,
    statutory_days_per_week_na INTEGER DEFAULT '0' NOT NULL,
    pe_mode TEXT,
    rural TEXT,
    window_start DATE NOT NULL,
    places INTEGER NOT NULL,
    reserved_for TEXT,
    agreement_ref TEXT,
    status TEXT NOT NULL,
    status_on DATE,
    status_reason TEXT,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_offers PRIMARY KEY (id),
    CONSTRAINT uq_offers_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT fk_offers_partnership_owner_agreement_ref FOREIGN KEY(partnership, owner, agreement_ref) REFERENCES agreements (partnership, owner, ref),
    CONSTRAINT ck_offers_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_offers_team_length CHECK (length("team") BETWEEN 1 AND 100),
    CONSTRAINT ck_offers_sector_code CHECK ("sector" IN ('local_authority', 'nhs', 'voluntary', 'private', 'education', 'police', 'prison', 'probation', 'other')),
    CONSTRAINT ck_offers_level_code CHECK ("level" IN ('first', 'final', 'either')),
    CONSTRAINT ck_offers_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'not_known')),
    CONSTRAINT ck_offers_statutory_code CHECK ("statutory" IN ('yes', 'no', 'not_known')),
    CONSTRAINT ck_offers_statutory_basis_code CHECK ("statutory_basis" IN ('setting', 'tasks', 'enhanced')),
    CONSTRAINT ck_offers_statutory_days_per_week_low CHECK ("statutory_days_per_week" >= 0),
    CONSTRAINT ck_offers_statutory_days_per_week_high CHECK ("statutory_days_per_week" <= 5),
    CONSTRAINT ck_offers_statutory_days_per_week_na_blank CHECK (statutory_days_per_week_na = 0 OR statutory_days_per_week IS NULL),
    CONSTRAINT ck_offers_pe_mode_code CHECK ("pe_mode" IN ('on_site', 'off_site', 'not_known')),
    CONSTRAINT ck_offers_rural_code CHECK ("rural" IN ('yes', 'no')),
    CONSTRAINT ck_offers_places_low CHECK ("places" >= 0),
    CONSTRAINT ck_offers_agreement_ref_length CHECK (length("agreement_ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_offers_status_code CHECK ("status" IN ('offered', 'confirmed', 'withdrawn', 'rejected')),
    CONSTRAINT ck_offers_status_reason_length CHECK (length("status_reason") BETWEEN 1 AND 2000),
    CONSTRAINT ck_offers_status_on_needed CHECK (status_on IS NOT NULL OR status NOT IN ('withdrawn', 'rejected')),
    CONSTRAINT ck_offers_version_low CHECK (version >= 1),
    CONSTRAINT ck_offers_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_offers_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_offers_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT fk_offers_reserved_for FOREIGN KEY(reserved_for) REFERENCES organisation (code),
    CONSTRAINT ck_offers_statutory_days_per_week_na_flag CHECK ("statutory_days_per_week_na" IN (0, 1))
);

CREATE INDEX ix_offers_owner ON offers (owner);

CREATE INDEX ix_offers_window_start ON offers (window_start);

CREATE TABLE requests (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    employer TEXT NOT NULL,
    programme TEXT NOT NULL,
    level TEXT NOT NULL,
    service_area TEXT NOT NULL,
    window_start DATE NOT NULL,
    window_end DATE,
    places INTEGER NOT NULL,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_requests PRIMARY KEY (id),
    CONSTRAINT uq_requests_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT fk_requests_owner_programme FOREIGN KEY(owner, programme) REFERENCES programme (organisation_code, code),
    CONSTRAINT ck_requests_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_requests_level_code CHECK ("level" IN ('first', 'final', 'either')),
    CONSTRAINT ck_requests_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'either', 'not_known')),
    CONSTRAINT ck_requests_places_low CHECK ("places" >= 0),
    CONSTRAINT ck_requests_window_end_order CHECK (window_end >= window_start),
    CONSTRAINT ck_requests_version_low CHECK (version >= 1),
    CONSTRAINT ck_requests_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_requests_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_requests_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT fk_requests_employer FOREIGN KEY(employer) REFERENCES organisation (code)
);

CREATE INDEX ix_requests_owner ON requests (owner);

CREATE INDEX ix_requests_window_start ON requests (window_start);

CREATE TABLE placements (
    id SERIAL NOT NULL,
    partnership TEXT NOT NULL,
    owner TEXT NOT NULL,
    ref TEXT NOT NULL,
    student_ref TEXT NOT NULL,
    programme TEXT NOT NULL,
    employer TEXT NOT NULL,
    offer_ref TEXT,
    level TEXT NOT NULL,
    service_area TEXT NOT NULL,
    sector TEXT NOT NULL,
    statutory TEXT NOT NULL,
    statutory_basis TEXT,
    planned_start DATE NOT NULL,
    planned_end DATE,
    actual_start DATE,
    actual_end DATE,
    days_required INTEGER,
    days_attended INTEGER,
    pe_ref TEXT,
    pe_mode TEXT,
    status TEXT NOT NULL,
    status_reason TEXT,
    outcome TEXT,
    qa_audited_on DATE,
    concern TEXT,
    version INTEGER DEFAULT '1' NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    updated_by TEXT NOT NULL,
    voided_at TIMESTAMP WITH TIME ZONE,
    voided_reason TEXT,
    CONSTRAINT pk_placements PRIMARY KEY (id),
    CONSTRAINT uq_placements_partnership_owner_ref UNIQUE (partnership, owner, ref),
    CONSTRAINT fk_placements_owner_programme FOREIGN KEY(owner, programme) REFERENCES programme (organisation_code, code),
    CONSTRAINT fk_placements_partnership_employer_offer_ref FOREIGN KEY(partnership, employer, offer_ref) REFERENCES offers (partnership, owner, ref),
    CONSTRAINT ck_placements_ref_length CHECK (length("ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_placements_student_ref_length CHECK (length("student_ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_placements_offer_ref_length CHECK (length("offer_ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_placements_level_code CHECK ("level" IN ('first', 'final')),
    CONSTRAINT ck_placements_service_area_code CHECK ("service_area" IN ('adults', 'children', 'mental_health', 'mixed', 'all_age', 'not_known')),
    CONSTRAINT ck_placements_sector_code CHECK ("sector" IN ('local_authority', 'nhs', 'voluntary', 'private', 'education', 'police', 'prison', 'probation', 'other')),
    CONSTRAINT ck_placements_statutory_code CHECK ("statutory" IN ('yes', 'no', 'not_known')),
    CONSTRAINT ck_placements_statutory_basis_code CHECK ("statutory_basis" IN ('setting', 'tasks', 'enhanced')),
    CONSTRAINT ck_placements_days_required_low CHECK ("days_required" >= 1),
    CONSTRAINT ck_placements_days_required_high CHECK ("days_required" <= 260),
    CONSTRAINT ck_placements_days_attended_low CHECK ("days_attended" >= 0),
    CONSTRAINT ck_placements_days_attended_high CHECK ("days_attended" <= 260),
    CONSTRAINT ck_placements_pe_ref_length CHECK (length("pe_ref") BETWEEN 1 AND 100),
    CONSTRAINT ck_placements_pe_mode_code CHECK ("pe_mode" IN ('on_site', 'off_site', 'not_known')),
    CONSTRAINT ck_placements_status_code CHECK ("status" IN ('matched', 'confirmed', 'started', 'completed', 'ended_early', 'cancelled')),
    CONSTRAINT ck_placements_status_reason_length CHECK (length("status_reason") BETWEEN 1 AND 2000),
    CONSTRAINT ck_placements_outcome_code CHECK ("outcome" IN ('pass', 'fail', 'refer', 'deferred')),
    CONSTRAINT ck_placements_concern_code CHECK ("concern" IN ('yes', 'no')),
    CONSTRAINT ck_placements_planned_end_order CHECK (planned_end >= planned_start),
    CONSTRAINT ck_placements_actual_end_order CHECK (actual_end >= actual_start),
    CONSTRAINT ck_placements_actual_start_needed CHECK (actual_start IS NOT NULL OR status NOT IN ('started', 'completed', 'ended_early')),
    CONSTRAINT ck_placements_actual_end_needed CHECK (actual_end IS NOT NULL OR status NOT IN ('completed', 'ended_early')),
    CONSTRAINT ck_placements_outcome_only CHECK (outcome IS NULL OR status IN ('completed', 'ended_early')),
    CONSTRAINT ck_placements_version_low CHECK (version >= 1),
    CONSTRAINT ck_placements_voided_whole CHECK ((voided_at IS NULL) = (voided_reason IS NULL)),
    CONSTRAINT fk_placements_partnership FOREIGN KEY(partnership) REFERENCES partnership (code),
    CONSTRAINT fk_placements_owner FOREIGN KEY(owner) REFERENCES organisation (code),
    CONSTRAINT fk_placements_employer FOREIGN KEY(employer) REFERENCES organisation (code)
);

CREATE INDEX ix_placements_actual_end ON placements (actual_end);

CREATE INDEX ix_placements_employer_pe_ref ON placements (employer, pe_ref);

CREATE INDEX ix_placements_owner ON placements (owner);

CREATE INDEX ix_placements_owner_student_ref ON placements (owner, student_ref);

CREATE INDEX ix_placements_planned_start ON placements (planned_start);
