CREATE TRIGGER life_event_append_only BEFORE UPDATE, DELETE ON life_event FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE life_event ADD CONSTRAINT life_event_not_truncated
    FOREIGN KEY (violation_id, run_id) REFERENCES life_event;
