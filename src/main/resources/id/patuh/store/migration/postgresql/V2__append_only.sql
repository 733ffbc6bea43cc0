-- Holds for the owner, too, who has all rights; an account that only selects and inserts is better still.
CREATE FUNCTION refuse_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed nor removed', TG_TABLE_NAME USING ERRCODE = '23000';
END
$$;

CREATE TRIGGER rule_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_file EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_set_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_set EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_set_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_set_file EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_version EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_report_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_report EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rule_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rule_event EXECUTE FUNCTION refuse_change();
