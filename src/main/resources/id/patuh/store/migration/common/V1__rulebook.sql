-- Versions of the rule set and their history. Rows are only ever added: the state of a version follows from its events.

-- Contents of files, each once.
CREATE TABLE rule_file (
    sha256 VARCHAR(64) PRIMARY KEY,
    content ${bytes} NOT NULL
);

-- A whole rule set; the hash is over paths and contents.
CREATE TABLE rule_set (
    sha256 VARCHAR(64) PRIMARY KEY
);

CREATE TABLE rule_set_file (
    set_sha256 VARCHAR(64) NOT NULL REFERENCES rule_set,
    path VARCHAR(1000) NOT NULL,
    file_sha256 VARCHAR(64) NOT NULL REFERENCES rule_file,
    PRIMARY KEY (set_sha256, path)
);

CREATE TABLE rule_version (
    id BIGINT PRIMARY KEY CHECK (id > 0),
    parent BIGINT REFERENCES rule_version CHECK (parent < id),
    set_sha256 VARCHAR(64) NOT NULL REFERENCES rule_set,
    code_sha256 VARCHAR(64) NOT NULL,
    author VARCHAR(200) NOT NULL CHECK (author <> '' AND author = LOWER(TRIM(author))),
    UNIQUE (id, author)
);

-- What the tests of a version said.
CREATE TABLE rule_report (
    sha256 VARCHAR(64) PRIMARY KEY,
    content TEXT NOT NULL
);

-- The chain: each event carries the hash of the one before. One event follows each, so that there is no fork.
CREATE TABLE rule_event (
    seq BIGINT PRIMARY KEY CHECK (seq > 0),
    version_id BIGINT,
    author VARCHAR(200),
    person VARCHAR(200) CHECK (person <> '' AND person = LOWER(TRIM(person))),
    role VARCHAR(20) CHECK (role IN ('none', 'manager', 'engineer')),
    action VARCHAR(20) NOT NULL CHECK (action IN
        ('role-given', 'drafted', 'tested', 'failed', 'proposed', 'approved', 'rejected', 'published', 'rolled-back')),
    actor VARCHAR(200) NOT NULL CHECK (actor <> '' AND actor = LOWER(TRIM(actor))),
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    effective_from TIMESTAMP(6) WITH TIME ZONE,
    report_sha256 VARCHAR(64) REFERENCES rule_report,
    comment TEXT NOT NULL,
    prev_hash VARCHAR(64) UNIQUE,
    hash VARCHAR(64) NOT NULL UNIQUE,
    FOREIGN KEY (version_id, author) REFERENCES rule_version (id, author),
    FOREIGN KEY (prev_hash) REFERENCES rule_event (hash),
    CONSTRAINT first_has_no_previous CHECK ((seq = 1) = (prev_hash IS NULL)),
    CONSTRAINT role_or_version CHECK ((action = 'role-given') = (version_id IS NULL)),
    CONSTRAINT version_has_author CHECK ((version_id IS NULL) = (author IS NULL)),
    CONSTRAINT role_has_person CHECK ((action = 'role-given') = (person IS NOT NULL)),
    CONSTRAINT person_has_role CHECK ((person IS NULL) = (role IS NULL)),
    CONSTRAINT author_drafts CHECK (action <> 'drafted' OR actor = author),
    CONSTRAINT author_does_not_approve CHECK (action <> 'approved' OR actor <> author),
    CONSTRAINT publishing_has_a_date CHECK ((action IN ('published', 'rolled-back')) = (effective_from IS NOT NULL)),
    CONSTRAINT testing_has_a_report CHECK ((action IN ('tested', 'failed')) = (report_sha256 IS NOT NULL))
);
