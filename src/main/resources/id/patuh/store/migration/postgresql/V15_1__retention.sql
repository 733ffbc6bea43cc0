-- H2 has one for the reference.
CREATE INDEX fact_case_version_file ON fact_case_version (file_id);
