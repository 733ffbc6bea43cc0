CREATE TRIGGER waiver_append_only BEFORE UPDATE, DELETE ON waiver FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER waiver_step_append_only BEFORE UPDATE, DELETE ON waiver_step FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE waiver_step ADD CONSTRAINT waiver_step_not_truncated
    FOREIGN KEY (waiver_id, place) REFERENCES waiver_step;
