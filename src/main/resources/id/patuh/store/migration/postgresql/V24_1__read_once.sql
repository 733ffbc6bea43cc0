-- That each file is taken once, however it is read.
ALTER TABLE fact_file DROP CONSTRAINT fact_file_scope_id_sha256_key;
