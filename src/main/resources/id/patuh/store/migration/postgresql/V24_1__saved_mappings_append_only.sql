-- That each file is taken once, however it is read.
ALTER TABLE fact_file DROP CONSTRAINT fact_file_scope_id_sha256_key;

CREATE TRIGGER saved_mapping_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON saved_mapping EXECUTE FUNCTION refuse_change();
