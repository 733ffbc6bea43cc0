CREATE TRIGGER waiver_append_only BEFORE UPDATE, DELETE ON waiver FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER waiver_step_append_only BEFORE UPDATE, DELETE ON waiver_step FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE waiver_step ADD CONSTRAINT waiver_step_not_truncated
    FOREIGN KEY (waiver_id, place) REFERENCES waiver_step;
CREATE TRIGGER outcome_append_only BEFORE UPDATE, DELETE ON outcome FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
CREATE TRIGGER outcome_withdrawal_append_only BEFORE UPDATE, DELETE ON outcome_withdrawal FOR EACH ROW CALL 'id.patuh.store.AppendOnly';
ALTER TABLE outcome_withdrawal ADD CONSTRAINT outcome_withdrawal_not_truncated
    FOREIGN KEY (outcome_id) REFERENCES outcome_withdrawal;
