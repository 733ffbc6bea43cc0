-- What was collected, by scope, so that rules can be applied to it again.

-- Rule sets that cases were evaluated under, by number: a hash in each case, and in an index of them, would be most of it.
CREATE TABLE fact_rule_set (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sha256 VARCHAR(64) NOT NULL UNIQUE
);

-- Files that were taken, each once in a scope.
CREATE TABLE fact_file (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope_id BIGINT NOT NULL REFERENCES scope,
    sha256 VARCHAR(64) NOT NULL,
    name TEXT NOT NULL,
    -- What was found in it, as the words of the command line, between commas.
    kinds VARCHAR(100) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    activities BIGINT NOT NULL,
    UNIQUE (scope_id, sha256)
);

-- What the cases of a log share: tables, kinds of activities, texts, and lost rows that may be of any of them. None where
-- no version of a case is of this log.
CREATE TABLE fact_log (
    file_id BIGINT PRIMARY KEY REFERENCES fact_file,
    content ${bytes} NOT NULL
);

-- The rows of a case number that one log had, whichever of them counts.
CREATE TABLE fact_case_version (
    scope_id BIGINT NOT NULL,
    -- Or what stands for it where it is long, or no text that every database takes.
    case_no VARCHAR(200) ${exact} NOT NULL,
    version INT NOT NULL CHECK (version > 0),
    file_id BIGINT NOT NULL REFERENCES fact_file,
    activities INT NOT NULL CHECK (activities > 0),
    -- The latest of its moments that had come when the log was taken; null where none had.
    latest_at TIMESTAMP(6) WITH TIME ZONE,
    -- Of what checks see of it, wherever it stands; equal facts have equal hashes.
    hash VARCHAR(64) NOT NULL,
    content ${bytes} NOT NULL,
    PRIMARY KEY (scope_id, case_no, version)
);

-- Which version counts, and when it is to be evaluated. Refers to no other table: each reference is one more index.
CREATE TABLE fact_case (
    scope_id BIGINT NOT NULL,
    case_no VARCHAR(200) ${exact} NOT NULL,
    version INT NOT NULL,
    -- Whether it is known by now that it is to be evaluated: its facts changed, its next moment came, the rules changed.
    due BOOLEAN NOT NULL,
    -- When its result can change by time alone; null for never, or before it was evaluated.
    next_at TIMESTAMP(6) WITH TIME ZONE,
    -- That it was last evaluated under; null before.
    rule_set_id BIGINT,
    -- That evaluated it last, by the number of tables; null before.
    run_id BIGINT,
    PRIMARY KEY (scope_id, case_no)
);

CREATE INDEX fact_case_due ON fact_case (scope_id, due, case_no);
CREATE INDEX fact_case_next ON fact_case (scope_id, due, next_at);
CREATE INDEX fact_case_rules ON fact_case (scope_id, due, rule_set_id);
