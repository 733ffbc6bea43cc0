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
    content ${bytes} NOT NULL,
    -- How often it was written anew, since some of its cases were purged.
    writings INT DEFAULT 0 NOT NULL
);

-- The rows of a case number that one log had, whichever of them counts.
CREATE TABLE fact_case_version (
    scope_id BIGINT NOT NULL,
    -- Or what stands for it where it is long, or no text that every database takes.
    case_no VARCHAR(200) ${exact} NOT NULL,
    version INT NOT NULL CHECK (version > 0),
    file_id BIGINT NOT NULL REFERENCES fact_file,
    -- None where no row could be read; such a version never counts.
    activities INT NOT NULL CHECK (activities >= 0),
    -- Of what checks see of it, wherever it stands; equal facts have equal hashes.
    hash VARCHAR(64) NOT NULL,
    content ${bytes} NOT NULL,
    -- Since when its rows are removed, and its content is empty; null while they are kept. Its hash stays, so that the same
    -- facts do not come back with the next log.
    purged_at TIMESTAMP(6) WITH TIME ZONE,
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
    -- Whether a limit of it was to be counted by a follow-up plan, when it was last evaluated.
    asks_plans BOOLEAN DEFAULT FALSE NOT NULL,
    -- A later version that does not count, of which rows could not be read: what the one that counts lacks may stand there.
    doubt_version INT,
    -- What is to be done in it, as of its last evaluation, and the first of these moments; null where nothing is.
    deadline_at TIMESTAMP(6) WITH TIME ZONE,
    deadlines ${bytes},
    PRIMARY KEY (scope_id, case_no)
);

CREATE INDEX fact_case_due ON fact_case (scope_id, due, case_no);
CREATE INDEX fact_case_next ON fact_case (scope_id, due, next_at);
CREATE INDEX fact_case_deadline ON fact_case (scope_id, deadline_at);
CREATE INDEX fact_case_rules ON fact_case (scope_id, due, rule_set_id);
