-- Surveys and follow-up reports that were collected. They are judged as a whole from the bytes of their files.

-- Files that hold any, and how they are read.
CREATE TABLE fact_survey_file (
    file_id BIGINT PRIMARY KEY REFERENCES fact_file,
    zone VARCHAR(100) NOT NULL,
    -- That of rows that name none; null for none.
    sop TEXT,
    -- Id of the mapping of the rule set by which all its tables are read; null where they are recognised.
    mapping TEXT,
    -- Since when its bytes are removed, or are to be; null while they are kept.
    purged_at TIMESTAMP(6) WITH TIME ZONE
);

-- What of a file stands or falls as a whole: the responses to a survey, its published result, a report.
CREATE TABLE fact_survey_part (
    scope_id BIGINT NOT NULL REFERENCES scope,
    kind VARCHAR(20) NOT NULL,
    -- A hash of which survey or report it is.
    part VARCHAR(64) NOT NULL,
    file_id BIGINT NOT NULL REFERENCES fact_survey_file,
    -- As they are written; null where nothing is.
    survey TEXT,
    unit TEXT,
    service TEXT,
    -- Of a report: 1 for a plan, 2 for realisations, 4 for what is unfinished, added up.
    lists INT NOT NULL,
    items BIGINT NOT NULL,
    -- The file of the same survey or report that came later; null while this one counts.
    replaced_by BIGINT REFERENCES fact_file,
    PRIMARY KEY (scope_id, kind, part, file_id)
);

-- When the surveys and reports of a scope are to be judged. A row where there are any.
CREATE TABLE fact_survey_state (
    scope_id BIGINT PRIMARY KEY REFERENCES scope,
    -- Grows with each file that is added.
    changes BIGINT NOT NULL,
    -- How many of these were judged; when, by time alone, the result can change; null for never, or before.
    judged BIGINT NOT NULL,
    next_at TIMESTAMP(6) WITH TIME ZONE,
    rule_set_id BIGINT,
    run_id BIGINT
);

-- The bytes of these files, compressed, in pieces, where they are not in a folder.
CREATE TABLE fact_content (
    sha256 VARCHAR(64) NOT NULL,
    piece INT NOT NULL CHECK (piece > 0),
    content ${bytes} NOT NULL,
    PRIMARY KEY (sha256, piece)
);
