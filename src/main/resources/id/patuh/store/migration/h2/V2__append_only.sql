-- H2 has one user, the owner of the file: rights would bind nobody.
CREATE TRIGGER rule_file_append_only BEFORE UPDATE, DELETE ON rule_file FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER rule_set_append_only BEFORE UPDATE, DELETE ON rule_set FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER rule_set_file_append_only BEFORE UPDATE, DELETE ON rule_set_file FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER rule_version_append_only BEFORE UPDATE, DELETE ON rule_version FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER rule_report_append_only BEFORE UPDATE, DELETE ON rule_report FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER rule_event_append_only BEFORE UPDATE, DELETE ON rule_event FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
