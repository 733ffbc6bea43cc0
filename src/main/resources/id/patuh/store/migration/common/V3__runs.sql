-- Checks that were kept, with all that is needed to repeat them. Rows are only ever added.

-- Each run carries the hash of the one before, as events of the rulebook do.
CREATE TABLE run (
    id BIGINT PRIMARY KEY CHECK (id > 0),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- To the nanosecond, as it was asked for.
    as_of VARCHAR(40) NOT NULL,
    zone VARCHAR(100) NOT NULL,
    kind VARCHAR(40),
    sop TEXT,
    mapping TEXT,
    -- Of the mapping's file; none where the rule set has it.
    mapping_sha256 VARCHAR(64),
    language VARCHAR(10) NOT NULL,
    fail_on VARCHAR(20),
    set_sha256 VARCHAR(64) NOT NULL REFERENCES rule_set,
    program VARCHAR(200) NOT NULL,
    cases BIGINT NOT NULL,
    activities BIGINT NOT NULL,
    surveys BIGINT NOT NULL,
    critical BIGINT NOT NULL,
    major BIGINT NOT NULL,
    minor BIGINT NOT NULL,
    info BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    result_sha256 VARCHAR(64) NOT NULL,
    prev_hash VARCHAR(64) UNIQUE,
    hash VARCHAR(64) NOT NULL UNIQUE,
    FOREIGN KEY (prev_hash) REFERENCES run (hash),
    CONSTRAINT first_run_has_no_previous CHECK ((id = 1) = (prev_hash IS NULL))
);

-- What the run's paths came to, in order.
CREATE TABLE run_input (
    run_id BIGINT NOT NULL REFERENCES run,
    place INT NOT NULL CHECK (place > 0),
    outcome VARCHAR(20) NOT NULL,
    name TEXT NOT NULL,
    sha256 VARCHAR(64),
    size BIGINT NOT NULL,
    reason VARCHAR(100),
    details TEXT NOT NULL,
    PRIMARY KEY (run_id, place),
    CONSTRAINT files_have_a_hash CHECK ((outcome = 'file') = (sha256 IS NOT NULL))
);

-- The bytes of inputs, compressed, in pieces, where they are not in a folder. They may be removed: they name persons, who
-- may have a right to that. A run whose input is gone says so.
CREATE TABLE run_content (
    sha256 VARCHAR(64) NOT NULL,
    piece INT NOT NULL CHECK (piece > 0),
    content ${bytes} NOT NULL,
    PRIMARY KEY (sha256, piece)
);

-- A proposal carries what it would have changed in the runs that were kept.
ALTER TABLE rule_event DROP CONSTRAINT testing_has_a_report;
ALTER TABLE rule_event ADD CONSTRAINT testing_has_a_report CHECK
    (CASE WHEN action IN ('tested', 'failed') THEN report_sha256 IS NOT NULL
          ELSE action = 'proposed' OR report_sha256 IS NULL END);
