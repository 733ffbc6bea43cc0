-- Accounts take turns in the queue, and trials are removed after a while.

-- When somebody last began to work on it, unless he gave it back.
ALTER TABLE submission ADD COLUMN begun_at TIMESTAMP(6) WITH TIME ZONE;
CREATE INDEX submission_turn ON submission (account, begun_at);
CREATE INDEX submission_end ON submission (ended_at);
CREATE INDEX submission_file_content ON submission_file (sha256);

-- Whoever hands files in, or removes bytes, changes its one row: nobody removes what somebody is about to rely on.
CREATE TABLE submission_content_use (
    id INT PRIMARY KEY CHECK (id = 1),
    uses BIGINT NOT NULL
);
INSERT INTO submission_content_use (id, uses) VALUES (1, 0);
