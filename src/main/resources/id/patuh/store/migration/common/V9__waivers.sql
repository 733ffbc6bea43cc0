-- What people decided about violations. Rows are only ever added.

-- Violations that are excused for a time, as they were asked for.
CREATE TABLE waiver (
    id BIGINT PRIMARY KEY CHECK (id > 0),
    scope_id BIGINT NOT NULL REFERENCES scope,
    -- One violation, or all of a case, of a rule in a case, of a rule in a unit.
    fingerprint VARCHAR(32),
    case_id VARCHAR,
    unit VARCHAR,
    rule VARCHAR,
    valid_from TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- The first moment at which it is over.
    valid_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    -- In which both were given.
    zone VARCHAR(100) NOT NULL,
    reason VARCHAR NOT NULL CHECK (reason <> ''),
    basis VARCHAR NOT NULL CHECK (basis <> ''),
    CONSTRAINT covers_one_thing CHECK
        (CASE WHEN fingerprint IS NOT NULL THEN case_id IS NULL AND unit IS NULL AND rule IS NULL
              WHEN case_id IS NOT NULL THEN unit IS NULL
              ELSE unit IS NOT NULL AND rule IS NOT NULL END),
    CONSTRAINT ends_after_it_begins CHECK (valid_from < valid_until)
);
CREATE INDEX waiver_scope ON waiver (scope_id);

-- What became of it.
CREATE TABLE waiver_step (
    waiver_id BIGINT NOT NULL REFERENCES waiver,
    place INT NOT NULL CHECK (place BETWEEN 1 AND 3),
    action VARCHAR(20) NOT NULL CHECK (action IN ('requested', 'approved', 'rejected', 'withdrawn')),
    actor VARCHAR(200) NOT NULL CHECK (actor <> ''),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    comment VARCHAR NOT NULL,
    PRIMARY KEY (waiver_id, place),
    CONSTRAINT begins_with_a_request CHECK ((place = 1) = (action = 'requested'))
);
