CREATE TRIGGER handling_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON handling EXECUTE FUNCTION refuse_change();
CREATE TRIGGER followup_document_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON followup_document EXECUTE FUNCTION refuse_change();
