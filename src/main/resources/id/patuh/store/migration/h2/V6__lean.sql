-- In KiB. By itself H2 keeps pages in memory up to a sixteenth of all there is; what the system keeps of the file is nearly as
-- fast.
SET CACHE_SIZE 32768;

-- Rule files and reports stand in their rows: each one that stands apart is copied in the file whenever it is read, and
-- remembered by the connection.
SET MAX_LENGTH_INPLACE_LOB 65536;

-- The reference of rule_set_file to rule_file. H2 makes an index of each, and three hundred hashes of a new version lie all
-- over it, so that nearly the whole index was written again with each version. What a version is made of is held to its
-- hash whenever it is read.
ALTER TABLE rule_set_file DROP CONSTRAINT constraint_89;

-- Triggers do not see TRUNCATE, but H2 truncates no table that a row refers to: here each row refers to itself.
ALTER TABLE rule_file ADD CONSTRAINT rule_file_not_truncated FOREIGN KEY (sha256) REFERENCES rule_file;
ALTER TABLE rule_set_file ADD CONSTRAINT rule_set_file_not_truncated
    FOREIGN KEY (set_sha256, path) REFERENCES rule_set_file;
ALTER TABLE run_input ADD CONSTRAINT run_input_not_truncated FOREIGN KEY (run_id, place) REFERENCES run_input;
