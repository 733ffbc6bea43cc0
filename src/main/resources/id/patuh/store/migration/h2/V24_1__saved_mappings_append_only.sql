-- That each file is taken once, however it is read; H2 has named it by itself.
ALTER TABLE fact_file DROP CONSTRAINT constraint_57d6;

CREATE TRIGGER saved_mapping_append_only BEFORE UPDATE, DELETE ON saved_mapping FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE saved_mapping ADD CONSTRAINT saved_mapping_not_truncated FOREIGN KEY (id) REFERENCES saved_mapping;
