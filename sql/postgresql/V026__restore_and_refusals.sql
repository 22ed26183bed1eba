-- Taking one field back to what the ledger says it was, and writing down what was refused.

-- What an entry says a field was, and where it belongs. Stamps are no fields, and costs are none for whoever may not see
-- them.
CREATE FUNCTION app.ledger_former(
    p_event uuid, p_field text, OUT tab text, OUT key_column text, OUT key_value text, OUT former text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e audit.entries;
BEGIN
    IF NOT app.can('audit:restore') THEN
        RAISE EXCEPTION 'This needs the permission audit:restore.' USING ERRCODE = '42501', HINT = 'audit:restore';
    END IF;
    SELECT x.* INTO e FROM audit.entries x WHERE x.event_id = p_event;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such entry.' USING ERRCODE = 'P0002';
    END IF;
    SELECT t.name, t.key, e.entity_key INTO tab, key_column, key_value
    FROM (VALUES ('USER', 'users', 'user_id'), ('ROLE', 'roles', 'role_id'), ('LOCATION', 'locations', 'location_id'),
                 ('ASSET_TYPE', 'asset_types', 'asset_type_id'), ('ASSET', 'assets', 'asset_id'),
                 ('ASSET_METRIC', 'asset_metrics', 'metric_id'), ('WORK_ORDER', 'work_orders', 'work_order_id'),
                 ('WORK_ORDER_CHECKLIST', 'work_order_checklist', 'checklist_item_id'), ('PART', 'parts', 'part_id'),
                 ('SITE', 'site', 'only_row')) AS t (entity, name, key)
    WHERE t.entity = e.entity_type;
    IF e.action <> 'UPDATE' OR tab IS NULL OR NOT coalesce(e.previous_state ? p_field, false)
        OR p_field IN ('row_version', 'created_at', 'created_by', 'updated_at', 'updated_by', key_column) THEN
        RAISE EXCEPTION 'The field % can not be taken back from this entry.', left(p_field, 63)
            USING ERRCODE = '22023', HINT = 'notRestorable';
    END IF;
    former := e.previous_state ->> p_field;
END $$;

-- The two below run as the person who calls them: what may be read and written is decided by the table's own rules.
CREATE FUNCTION app.restorable(p_event uuid, p_field text, OUT former text, OUT present text, OUT version integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    w record;
BEGIN
    SELECT * INTO w FROM app.ledger_former(p_event, p_field);
    former := w.former;
    EXECUTE format('SELECT %I::text, row_version FROM app.%I WHERE %I = %L', p_field, w.tab, w.key_column, w.key_value)
        INTO present, version;
    IF version IS NULL THEN
        RAISE EXCEPTION 'The record is gone.' USING ERRCODE = 'P0002';
    END IF;
END $$;

CREATE FUNCTION app.restore_field(p_event uuid, p_field text, p_version integer, p_reason text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    w record;
    touched integer;
BEGIN
    IF btrim(coalesce(p_reason, '')) = '' THEN
        RAISE EXCEPTION 'Taking a field back needs a reason.' USING ERRCODE = '22023', HINT = 'reason';
    END IF;
    SELECT * INTO w FROM app.ledger_former(p_event, p_field);
    PERFORM set_config('prosync.reason', p_reason, true);
    EXECUTE format('UPDATE app.%I SET %I = %L, row_version = %s WHERE %I = %L',
        w.tab, p_field, w.former, p_version + 1, w.key_column, w.key_value);
    GET DIAGNOSTICS touched = ROW_COUNT;
    PERFORM set_config('prosync.reason', '', true);
    IF touched = 0 THEN
        RAISE EXCEPTION 'The record is gone.' USING ERRCODE = 'P0002';
    END IF;
END $$;

REVOKE ALL ON FUNCTION app.ledger_former(uuid, text), app.restorable(uuid, text),
    app.restore_field(uuid, text, integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ledger_former(uuid, text), app.restorable(uuid, text),
    app.restore_field(uuid, text, integer, text) TO prosync_client;

-- Refusals ------------------------------------------------------------------------------------------------------------
-- A refused statement takes its own ledger line back with it, so the client says afterwards, in a transaction of its own,
-- what was refused. Twenty lines in ten minutes for each workstation; the next line counts those left out.
SET LOCAL ROLE prosync_auth;
CREATE TABLE auth.refusal (
    db_role name PRIMARY KEY,
    since timestamptz NOT NULL,
    noted integer NOT NULL,
    left_out integer NOT NULL
) WITH (fillfactor = 50);
ALTER TABLE auth.refusal ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY door ON auth.refusal TO prosync_auth USING (true) WITH CHECK (true);

-- Only the word of a permission that exists is written down, so nothing typed can get into the ledger this way.
CREATE FUNCTION auth.note_refusal(p_permission text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
    r auth.refusal;
    word text := coalesce((SELECT p.name::text FROM app.permissions p WHERE p.name = p_permission), 'row');
BEGIN
    IF s.session_id IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO auth.refusal AS x (db_role, since, noted, left_out)
    VALUES (session_user, clock_timestamp(), 0, 0)
    ON CONFLICT (db_role) DO UPDATE SET
        since = CASE WHEN x.since < clock_timestamp() - interval '10 minutes' THEN clock_timestamp() ELSE x.since END,
        noted = CASE WHEN x.since < clock_timestamp() - interval '10 minutes' THEN 0 ELSE x.noted END
    RETURNING * INTO r;
    IF r.noted >= 20 THEN
        UPDATE auth.refusal SET left_out = left_out + 1 WHERE db_role = session_user;
        RETURN false;
    END IF;
    PERFORM auth.record(s, 'REFUSED', 'PERMISSION', NULL, word, NULL,
        jsonb_build_object('permission', word, 'left_out', r.left_out));
    UPDATE auth.refusal SET noted = noted + 1, left_out = 0 WHERE db_role = session_user;
    RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION auth.note_refusal(text) TO prosync_client;
SET LOCAL ROLE prosync_owner;
