-- Pages of charts that people keep, for themselves or for a role, and what they note at a stretch of time of an asset or of
-- one of its metrics. Both are read as row rules allow and written through the door's functions alone, which know whose
-- they are.
CREATE TABLE app.trend_views (
    view_id uuid PRIMARY KEY,
    owner_id uuid NOT NULL CONSTRAINT trend_views_owner_fk REFERENCES app.users,
    -- Null: the owner's alone. When its role goes, a view is its owner's again.
    role_id integer CONSTRAINT trend_views_role_fk REFERENCES app.roles ON DELETE SET NULL,
    name varchar(100) NOT NULL CONSTRAINT trend_views_name_filled CHECK (btrim(name) <> ''),
    page jsonb NOT NULL CONSTRAINT trend_views_small_object
        CHECK (jsonb_typeof(page) = 'object' AND octet_length(page::text) <= 32768),
    created_at timestamp NOT NULL DEFAULT app.utc_now(),
    updated_at timestamp NOT NULL DEFAULT app.utc_now(),
    row_version integer NOT NULL DEFAULT 0
);
CREATE INDEX trend_views_owner_idx ON app.trend_views (owner_id);
CREATE INDEX trend_views_role_idx ON app.trend_views (role_id);

CREATE TABLE app.metric_notes (
    note_id uuid PRIMARY KEY,
    asset_id uuid NOT NULL CONSTRAINT metric_notes_asset_fk REFERENCES app.assets ON DELETE CASCADE,
    -- Null: about the asset as a whole. A name and no reference: a note outlives its metric, as the history does.
    metric_name varchar(50),
    begins_at timestamptz NOT NULL,
    ends_at timestamptz CONSTRAINT metric_notes_end_after_beginning CHECK (ends_at > begins_at),
    note varchar(2000) NOT NULL CONSTRAINT metric_notes_note_filled CHECK (btrim(note) <> ''),
    author_id uuid NOT NULL CONSTRAINT metric_notes_author_fk REFERENCES app.users,
    created_at timestamp NOT NULL DEFAULT app.utc_now(),
    updated_at timestamp NOT NULL DEFAULT app.utc_now(),
    row_version integer NOT NULL DEFAULT 0
);
CREATE INDEX metric_notes_asset_idx ON app.metric_notes (asset_id, begins_at);
CREATE INDEX metric_notes_author_idx ON app.metric_notes (author_id);

GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;
-- For policies: the role with whose rights the session works, which is another one while its window is only looked at.
CREATE FUNCTION app.current_role_id() RETURNS integer
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN s.role_id;
END $$;
GRANT EXECUTE ON FUNCTION app.current_role_id() TO prosync_client, prosync_owner;
SET LOCAL ROLE prosync_owner;

-- Whoever decides about a role's views sees those of every role.
CALL migration.guard('trend_views', 'TREND_VIEW', '{view_id}', 'times', '{metric:read}', '{}', '{}', '{}',
    'owner_id = (SELECT app.current_user_id()) OR role_id = (SELECT app.current_role_id())'
    ' OR role_id IS NOT NULL AND (SELECT app.can(''metric:configure''))');
GRANT SELECT (view_id, owner_id, role_id, name, page, row_version) ON app.trend_views TO prosync_client;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.trend_views TO prosync_auth;

CALL migration.guard('metric_notes', 'METRIC_NOTE', '{note_id}', 'times', '{metric:read}', '{}', '{}');
CALL migration.keep_inside('metric_notes', 'asset_id IN (SELECT app.own_assets())', 'assets', 'asset_id');
CALL migration.read_inside('metric_notes', 'metric');
GRANT SELECT (note_id, asset_id, metric_name, begins_at, ends_at, note, author_id, created_at, row_version)
    ON app.metric_notes TO prosync_client;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.metric_notes TO prosync_auth;

SET LOCAL ROLE prosync_auth;
-- What a view belongs to decides who changes it: the owner the own one; one of a role whoever may configure metrics, since
-- many rely on it. A view that the person does not see is not there.
CREATE FUNCTION auth.require_view(s auth.session, p_view uuid) RETURNS app.trend_views
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    stored app.trend_views;
BEGIN
    SELECT * INTO stored FROM app.trend_views v WHERE v.view_id = p_view FOR UPDATE;
    IF NOT FOUND OR stored.role_id IS NULL AND stored.owner_id <> s.user_id THEN
        RAISE EXCEPTION 'The view is gone.' USING ERRCODE = 'P0002', TABLE = 'trend_views';
    END IF;
    IF stored.role_id IS NOT NULL THEN
        PERFORM auth.require('metric:configure');
    END IF;
    RETURN stored;
END $$;

-- p_version: the one that was read; null for a new view, which is made once however often it is sent.
CREATE FUNCTION auth.save_trend_view(p_view uuid, p_name text, p_role integer, p_page jsonb, p_version integer)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('metric:read');
    stored app.trend_views;
BEGIN
    IF p_role IS NOT NULL THEN
        PERFORM auth.require('metric:configure');
    END IF;
    PERFORM auth.enlist(s);
    IF p_version IS NULL THEN
        IF (SELECT count(*) FROM app.trend_views v WHERE v.owner_id = s.user_id) >= 200 THEN
            RAISE EXCEPTION 'There are 200 views already.' USING ERRCODE = 'PSH06', COLUMN = 'name', HINT = 'tooManyViews';
        END IF;
        INSERT INTO app.trend_views (view_id, owner_id, role_id, name, page)
        VALUES (p_view, s.user_id, p_role, btrim(p_name), p_page)
        ON CONFLICT DO NOTHING;
        RETURN;
    END IF;
    stored := auth.require_view(s, p_view);
    IF p_role IS NULL AND stored.owner_id <> s.user_id THEN
        RAISE EXCEPTION 'A view of a role becomes nobody else''s than its owner''s.'
            USING ERRCODE = '42501', HINT = 'metric:configure';
    END IF;
    IF stored.row_version <> p_version THEN
        RAISE EXCEPTION 'The view was changed in the meantime.'
            USING ERRCODE = '40001', SCHEMA = 'app', TABLE = 'trend_views', HINT = p_view::text;
    END IF;
    UPDATE app.trend_views v SET name = btrim(p_name), role_id = p_role, page = p_page WHERE v.view_id = p_view;
END $$;

-- Whom a view can be given to: names alone, since who shares views may not look into the roles themselves.
CREATE FUNCTION auth.view_roles() RETURNS TABLE (role_id integer, role_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM auth.require('metric:configure');
    RETURN QUERY SELECT r.role_id, r.name::text FROM app.roles r ORDER BY lower(r.name), r.role_id;
END $$;

CREATE PROCEDURE app.trend_view_delete(p_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('metric:read');
BEGIN
    PERFORM auth.require_view(s, p_id);
    PERFORM auth.enlist(s);
    PERFORM auth.delete_row('trend_views', 'The view', '{view_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

-- Whoever answers for the plant's state notes what happened: planners and operators. Only the author changes a note.
CREATE FUNCTION auth.require_note(s auth.session, p_note uuid) RETURNS app.metric_notes
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    stored app.metric_notes;
BEGIN
    SELECT * INTO stored FROM app.metric_notes n WHERE n.note_id = p_note FOR UPDATE;
    IF NOT FOUND OR NOT auth.inside(s, 'assets', stored.asset_id::text) THEN
        RAISE EXCEPTION 'The note is gone.' USING ERRCODE = 'P0002', TABLE = 'metric_notes';
    END IF;
    IF stored.author_id <> s.user_id THEN
        RAISE EXCEPTION 'Only its author changes a note.' USING ERRCODE = '42501', HINT = 'author';
    END IF;
    RETURN stored;
END $$;

-- p_version as for views. Where a note stands is decided once; later its words and its time change.
CREATE FUNCTION auth.save_metric_note(
    p_note uuid, p_asset uuid, p_metric text, p_begins timestamptz, p_ends timestamptz, p_text text, p_version integer)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('metric:configure', 'asset:acknowledge');
    stored app.metric_notes;
BEGIN
    PERFORM auth.require('metric:read');
    PERFORM auth.enlist(s);
    IF p_version IS NULL THEN
        IF NOT auth.inside(s, 'assets', p_asset::text) THEN
            PERFORM auth.refuse_outside();
        END IF;
        INSERT INTO app.metric_notes (note_id, asset_id, metric_name, begins_at, ends_at, note, author_id)
        VALUES (p_note, p_asset, p_metric, p_begins, p_ends, btrim(p_text), s.user_id)
        ON CONFLICT DO NOTHING;
        RETURN;
    END IF;
    stored := auth.require_note(s, p_note);
    IF stored.row_version <> p_version THEN
        RAISE EXCEPTION 'The note was changed in the meantime.'
            USING ERRCODE = '40001', SCHEMA = 'app', TABLE = 'metric_notes', HINT = p_note::text;
    END IF;
    UPDATE app.metric_notes n SET begins_at = p_begins, ends_at = p_ends, note = btrim(p_text) WHERE n.note_id = p_note;
END $$;

CREATE PROCEDURE app.metric_note_delete(p_id uuid, p_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('metric:configure', 'asset:acknowledge');
BEGIN
    PERFORM auth.require_note(s, p_id);
    PERFORM auth.enlist(s);
    PERFORM auth.delete_row('metric_notes', 'The note', '{note_id}', ARRAY[p_id::text], coalesce(p_version, -1));
END $$;

REVOKE ALL ON FUNCTION
    app.current_role_id(), auth.view_roles(), auth.require_view(auth.session, uuid), auth.require_note(auth.session, uuid),
    auth.save_trend_view(uuid, text, integer, jsonb, integer),
    auth.save_metric_note(uuid, uuid, text, timestamptz, timestamptz, text, integer)
    FROM PUBLIC;
REVOKE ALL ON PROCEDURE app.trend_view_delete(uuid, integer), app.metric_note_delete(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    auth.view_roles(), auth.save_trend_view(uuid, text, integer, jsonb, integer),
    auth.save_metric_note(uuid, uuid, text, timestamptz, timestamptz, text, integer)
    TO prosync_client;
GRANT EXECUTE ON PROCEDURE app.trend_view_delete(uuid, integer), app.metric_note_delete(uuid, integer)
    TO prosync_client;
SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;

-- Entries about notes are limited to places as those about the metrics are.
CREATE OR REPLACE VIEW audit.entries AS
    WITH apart AS (SELECT)
    SELECT o.seq, o.seal_no, o.event_id, o.at, o.user_id, u.username::text AS username,
           coalesce(nullif(btrim(concat_ws(' ', u.first_name, u.last_name)), ''), u.username)::text AS person,
           o.action, o.entity_type, o.entity_id, o.entity_key,
           CASE WHEN o.entity_type = 'ASSET' THEN o.entity_key
                ELSE coalesce(o.new_state ->> 'asset_id', o.previous_state ->> 'asset_id') END AS asset_key,
           CASE WHEN (SELECT app.can('purchase:read')) THEN o.previous_state
                ELSE o.previous_state - '{purchase_cost,cost,supplier}'::text[] END AS previous_state,
           CASE WHEN (SELECT app.can('purchase:read')) THEN o.new_state
                ELSE o.new_state - '{purchase_cost,cost,supplier}'::text[] END AS new_state,
           o.ip, o.agent, o.reason, encode(o.hash, 'hex') AS fingerprint
    FROM audit.outbox o LEFT JOIN app.users u ON u.user_id = o.user_id
    WHERE (SELECT app.signed_in())
      AND ((SELECT NOT app.limited()) OR CASE
          WHEN o.entity_type = 'ASSET' THEN o.entity_key IN (SELECT a::text FROM app.own_assets() AS a)
          WHEN o.entity_type IN ('ASSET_METRIC', 'METRIC_NOTE', 'METRIC_SETTINGS', 'WORK_ORDER') THEN
              coalesce(o.new_state ->> 'asset_id', o.previous_state ->> 'asset_id') IN (
                  SELECT a::text FROM app.own_assets() AS a)
          WHEN o.entity_type IN ('WORK_ORDER_CHECKLIST', 'WORK_ORDER_PART') THEN
              coalesce(o.new_state ->> 'work_order_id', o.previous_state ->> 'work_order_id') IN (
                  SELECT w.work_order_id::text FROM app.limited_work_orders() AS w)
          WHEN o.entity_type = 'PART' THEN
              coalesce(coalesce(o.new_state, o.previous_state) ->> 'location_id' IN (
                  SELECT p::text FROM app.own_places() AS p), true)
          WHEN o.entity_type = 'LOCATION' THEN o.entity_key IN (SELECT p::text FROM app.own_places() AS p)
          ELSE true END);
