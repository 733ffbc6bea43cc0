CREATE TRIGGER audit_entry_append_only BEFORE UPDATE, DELETE ON audit_entry FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_not_truncated
    FOREIGN KEY (id) REFERENCES audit_entry;
