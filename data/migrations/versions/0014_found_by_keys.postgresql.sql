CREATE INDEX ix_activities_held_on ON activities (held_on);

CREATE INDEX ix_placements_employer_offer_ref ON placements (employer, offer_ref);

CREATE INDEX ix_placements_owner_employer_start ON placements (owner, employer, coalesce(actual_start, planned_start));
