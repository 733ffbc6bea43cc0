CREATE TRIGGER handling_append_only BEFORE UPDATE, DELETE ON handling FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE handling ADD CONSTRAINT handling_not_truncated FOREIGN KEY (id) REFERENCES handling;
CREATE TRIGGER followup_document_append_only BEFORE UPDATE, DELETE ON followup_document FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE followup_document ADD CONSTRAINT followup_document_not_truncated
    FOREIGN KEY (id) REFERENCES followup_document;
