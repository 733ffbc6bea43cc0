CREATE TRIGGER run_append_only BEFORE UPDATE, DELETE ON run FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER run_input_append_only BEFORE UPDATE, DELETE ON run_input FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
