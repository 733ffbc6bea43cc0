CREATE TRIGGER life_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON life_event EXECUTE FUNCTION refuse_change();
