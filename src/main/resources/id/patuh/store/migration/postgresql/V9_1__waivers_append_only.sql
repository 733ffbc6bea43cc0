CREATE TRIGGER waiver_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON waiver EXECUTE FUNCTION refuse_change();
CREATE TRIGGER waiver_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON waiver_step EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outcome_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON outcome EXECUTE FUNCTION refuse_change();
CREATE TRIGGER outcome_withdrawal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON outcome_withdrawal EXECUTE FUNCTION refuse_change();
