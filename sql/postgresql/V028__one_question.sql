-- Whoever may see everything is asked one question a statement, and each question costs one look at the session.
GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- The two that nearly every statement asks read what they need instead of fetching the whole session through another
-- function; the conditions are those of auth.live(). Without a token nothing is found.
CREATE OR REPLACE FUNCTION app.can_all(p_resource text, VARIADIC p_permissions text[]) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT NOT s.must_change AND s.perms && p_permissions AND p_resource <> ALL (s.own_only) AND s.places IS NULL
        FROM auth.session s
        WHERE s.token_hash = sha256(convert_to(current_setting('prosync.token', true), 'UTF8'))
          AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
          AND s.last_seen + s.idle_limit > clock_timestamp()
          AND s.db_role = session_user), false);
END $$;

CREATE OR REPLACE FUNCTION app.limited() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((
        SELECT s.places IS NOT NULL
        FROM auth.session s
        WHERE s.token_hash = sha256(convert_to(current_setting('prosync.token', true), 'UTF8'))
          AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
          AND s.last_seen + s.idle_limit > clock_timestamp()
          AND s.db_role = session_user), true);
END $$;

SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;

-- What a person limited to places may read moves into the table's one reading policy, behind the short question: as a
-- restrictive policy of its own it was asked of everybody. Rule 22 of the lint sees that no second reading policy comes to
-- stand beside it, by which rows from outside could be seen.
CREATE PROCEDURE migration.read_inside(p_table text, p_resource text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab regclass := format('app.%I', p_table)::regclass;
    allowed text;
    inside text;
BEGIN
    SELECT pg_get_expr(polqual, polrelid) INTO STRICT allowed
    FROM pg_policy WHERE polrelid = tab AND polname = 'client_read';
    SELECT pg_get_expr(polqual, polrelid) INTO STRICT inside
    FROM pg_policy WHERE polrelid = tab AND polname = 'place_read';
    EXECUTE format('ALTER POLICY client_read ON %s USING ((SELECT app.can_all(%L, %L)) OR (%s AND %s))',
                   tab, p_resource, p_resource || ':read', allowed, inside);
    EXECUTE format('DROP POLICY place_read ON %s', tab);
END $$;

-- Orders had the short question already; it is taken out first.
ALTER POLICY client_read ON app.work_orders USING (
    (SELECT app.can('work_order:read'))
    AND (NOT (SELECT app.own_only('work_order'))
        OR (SELECT app.current_user_id()) IN (assigned_to_id, created_by)));
CALL migration.read_inside('work_orders', 'work_order');
CALL migration.read_inside('work_order_checklist', 'work_order');
CALL migration.read_inside('work_order_parts', 'work_order');
CALL migration.read_inside('assets', 'asset');
CALL migration.read_inside('asset_metrics', 'metric');
CALL migration.read_inside('parts', 'part');
CALL migration.read_inside('locations', 'location');

-- The search views are for those who see everything. The others are answered by the functions that the views called as
-- well, which made every search plan and ask for both.
CREATE OR REPLACE VIEW app.search_assets AS
    WITH apart AS (SELECT)
    SELECT asset_id, name, description, asset_type_id, status, health_score, location_id, manufacturer, model,
           serial_number, parent_asset_id, qr_code, row_version
    FROM app.assets
    WHERE (SELECT app.can_all('asset', 'asset:read'));

CREATE OR REPLACE VIEW app.search_locations AS
    WITH apart AS (SELECT)
    SELECT location_id, name, description, city, country, parent_location_id, row_version
    FROM app.locations
    WHERE (SELECT app.can_all('location', 'location:read'));

CREATE OR REPLACE VIEW app.search_parts AS
    WITH apart AS (SELECT)
    SELECT part_id, name, description, sku, category, quantity_in_stock, reorder_point, reorder_quantity, location_id,
           image_url, row_version
    FROM app.parts
    WHERE (SELECT app.can_all('part', 'part:read'));

CREATE OR REPLACE VIEW app.search_work_orders AS
    WITH apart AS (SELECT)
    SELECT work_order_id, title, description, asset_id, status, priority, type, assigned_to_id, created_by, due_date,
           row_version
    FROM app.work_orders
    WHERE (SELECT app.can_all('work_order', 'work_order:read'));
