CREATE TABLE report (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    audience TEXT NOT NULL,
    funder TEXT,
    title TEXT NOT NULL,
    partnership_code TEXT,
    CONSTRAINT pk_report PRIMARY KEY (code),
    CONSTRAINT ck_report_audience_code CHECK ("audience" IN ('steering_group', 'funder')),
    CONSTRAINT ck_report_code_length CHECK (length("code") BETWEEN 1 AND 100),
    CONSTRAINT ck_report_name_length CHECK (length("name") BETWEEN 1 AND 200),
    CONSTRAINT ck_report_funder_length CHECK (length("funder") BETWEEN 1 AND 200),
    CONSTRAINT ck_report_title_length CHECK (length("title") BETWEEN 1 AND 200),
    CONSTRAINT ck_report_funder_fits CHECK (funder IS NULL OR audience = 'funder'),
    CONSTRAINT fk_report_partnership_code FOREIGN KEY(partnership_code) REFERENCES partnership (code)
);

CREATE TABLE report_section (
    report_code TEXT NOT NULL,
    section TEXT NOT NULL,
    place INTEGER,
    heading TEXT,
    CONSTRAINT pk_report_section PRIMARY KEY (report_code, section),
    CONSTRAINT ck_report_section_section_length CHECK (length("section") BETWEEN 1 AND 200),
    CONSTRAINT ck_report_section_heading_length CHECK (length("heading") BETWEEN 1 AND 60),
    CONSTRAINT ck_report_section_place_low CHECK ("place" >= 1),
    CONSTRAINT ck_report_section_place_high CHECK ("place" <= 99),
    CONSTRAINT fk_report_section_report_code FOREIGN KEY(report_code) REFERENCES report (code)
);

CREATE TABLE report_indicator (
    report_code TEXT NOT NULL,
    indicator TEXT NOT NULL,
    place INTEGER,
    CONSTRAINT pk_report_indicator PRIMARY KEY (report_code, indicator),
    CONSTRAINT ck_report_indicator_indicator_length CHECK (length("indicator") BETWEEN 1 AND 100),
    CONSTRAINT ck_report_indicator_place_low CHECK ("place" >= 1),
    CONSTRAINT ck_report_indicator_place_high CHECK ("place" <= 99),
    CONSTRAINT fk_report_indicator_report_code FOREIGN KEY(report_code) REFERENCES report (code)
);

CREATE TABLE commentary_figures (
    commentary INTEGER NOT NULL,
    figures JSONB NOT NULL,
    confirmed_at TIMESTAMP WITH TIME ZONE,
    confirmed_by TEXT,
    CONSTRAINT pk_commentary_figures PRIMARY KEY (commentary),
    CONSTRAINT ck_commentary_figures_confirmed_whole CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CONSTRAINT ck_commentary_figures_confirmed_by_length CHECK (length("confirmed_by") BETWEEN 1 AND 200),
    CONSTRAINT fk_commentary_figures_commentary FOREIGN KEY(commentary) REFERENCES commentary (id)
);
