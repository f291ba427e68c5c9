CREATE INDEX ix_activities_held_on ON activities (held_on);

CREATE INDEX ix_placements_employer_offer_ref ON placements (employer, offer_ref);

CREATE INDEX ix_placements_owner_employer_actual_start ON placements (owner, employer, actual_start);
