-- How long raw facts are kept: names of persons first, then the rest.

-- Since when its rows name no persons any more; null while they may.
ALTER TABLE fact_case_version ADD COLUMN nameless_at TIMESTAMP(6) WITH TIME ZONE;

-- Whether any version of a case that is of this log may still name persons, or have rows.
ALTER TABLE fact_log ADD COLUMN names_left BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE fact_log ADD COLUMN rows_left BOOLEAN DEFAULT TRUE NOT NULL;

-- The last day that a survey or report covers; null where it tells none.
ALTER TABLE fact_survey_part ADD COLUMN last_day DATE;

-- Whether the bytes of a file that was removed may still be there.
ALTER TABLE fact_survey_file ADD COLUMN bytes_left BOOLEAN DEFAULT TRUE NOT NULL;

-- What covers earlier days only is judged for good, as of when it was last judged; null where nothing is.
ALTER TABLE fact_survey_state ADD COLUMN settled_before DATE;

-- What ended undelivered keeps its words for a time.
ALTER TABLE notice DROP CONSTRAINT notice_content;
ALTER TABLE notice ADD CONSTRAINT notice_content CHECK
    (CASE WHEN state = 'sent' THEN plain IS NULL WHEN due IS NOT NULL THEN plain IS NOT NULL ELSE TRUE END);

-- Violations that were resolved up to this run of the scope say no longer what was found.
CREATE TABLE life_forgotten (
    scope_id BIGINT PRIMARY KEY REFERENCES scope,
    run BIGINT NOT NULL CHECK (run > 0)
);
CREATE INDEX life_violation_resolved ON life_violation (scope_id, resolved);

-- Its only row is changed by whoever takes a file with surveys or follow-up reports, or removes the bytes of some: the same
-- bytes may be of several scopes.
CREATE TABLE fact_content_use (
    id INT PRIMARY KEY CHECK (id = 1),
    uses BIGINT NOT NULL
);
INSERT INTO fact_content_use (id, uses) VALUES (1, 0);

-- The moment that the age of what is kept was counted to; null for nights of before.
ALTER TABLE night ADD COLUMN kept_to TIMESTAMP(6) WITH TIME ZONE;
-- What was removed, counted by names; and why not all was, as for its problem.
ALTER TABLE night ADD COLUMN erased VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE night ADD COLUMN erase_problem VARCHAR(100);
ALTER TABLE night ADD COLUMN erase_details VARCHAR DEFAULT '' NOT NULL;
