-- Every table gets the same guards from one procedure; a later migration that adds a table calls it too, and the lint
-- finds a table that was forgotten.

-- p_stamp: people (who and when), times (when), version, created. p_read, p_insert, p_update: permissions, any of which
-- will do; an empty list means that the statement is not open to clients at all, NULL for p_update that the rows decide.
-- p_quiet: columns whose change alone is neither an edit nor worth a ledger line. p_scope: a further condition on rows.
CREATE PROCEDURE migration.guard(
    p_table text, p_entity text, p_keys text[], p_stamp text, p_read text[], p_insert text[], p_update text[],
    p_quiet text[] DEFAULT '{}', p_scope text DEFAULT NULL)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab text := format('app.%I', p_table);
    keys text := array_to_string(p_keys, ',');
    trusted constant text :=
        '(current_user IN (''prosync_auth'', ''prosync_owner'') OR current_setting(''is_superuser'') = ''on'')';
    loud text;
    kind text;
    scope text := coalesce(' AND (' || p_scope || ')', '');
    wants text;
BEGIN
    SELECT format('(ROW(%s) IS DISTINCT FROM ROW(%s))',
                  string_agg('OLD.' || quote_ident(attname), ', ' ORDER BY attnum),
                  string_agg('NEW.' || quote_ident(attname), ', ' ORDER BY attnum))
    INTO loud
    FROM pg_attribute
    WHERE attrelid = tab::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (p_quiet);

    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tab);
    EXECUTE format('CREATE POLICY door ON %s TO prosync_auth USING (true) WITH CHECK (true)', tab);
    EXECUTE format('CREATE POLICY client_read ON %s FOR SELECT TO prosync_client USING (%s%s)',
                   tab, migration.any_of(p_read), scope);

    -- Statement gate and stamps
    FOREACH kind IN ARRAY ARRAY['insert', 'update'] LOOP
        IF kind = 'insert' AND p_insert <> '{}' THEN
            EXECUTE format('CREATE POLICY client_insert ON %s FOR INSERT TO prosync_client WITH CHECK (%s)',
                           tab, migration.any_of(p_insert));
            wants := migration.quoted(p_insert);
        ELSIF kind = 'update' AND p_update IS NULL THEN
            wants := '';
        ELSIF kind = 'update' AND p_update <> '{}' THEN
            EXECUTE format('CREATE POLICY client_update ON %s FOR UPDATE TO prosync_client USING (%s%s) WITH CHECK (%2$s)',
                           tab, migration.any_of(p_update), scope);
            wants := migration.quoted(p_update);
        ELSE
            CONTINUE;
        END IF;
        EXECUTE format('CREATE TRIGGER t00_gate_%s BEFORE %1$s ON %s FOR EACH STATEMENT WHEN (NOT %s) '
                       'EXECUTE FUNCTION auth.gate(%s)', kind, tab, trusted, wants);
        EXECUTE format('CREATE TRIGGER t10_stamp_%s BEFORE %1$s ON %s FOR EACH ROW WHEN (NOT %s) '
                       'EXECUTE FUNCTION auth.stamp_%s(%s)', kind, tab, trusted, p_stamp,
                       concat_ws(', ', quote_literal(keys), nullif(wants, '')));
    END LOOP;
    IF p_stamp <> 'created' THEN
        EXECUTE format('CREATE TRIGGER t11_stamp_trusted_insert BEFORE INSERT ON %s FOR EACH ROW WHEN (%s) '
                       'EXECUTE FUNCTION auth.stamp_trusted_%s()', tab, trusted, p_stamp);
        EXECUTE format('CREATE TRIGGER t11_stamp_trusted_update BEFORE UPDATE ON %s FOR EACH ROW WHEN (%s AND %s) '
                       'EXECUTE FUNCTION auth.stamp_trusted_%s()', tab, trusted, loud, p_stamp);
    END IF;

    -- Ledger
    FOREACH kind IN ARRAY ARRAY['client', 'trusted'] LOOP
        EXECUTE format('CREATE TRIGGER t80_audit_%s AFTER INSERT OR DELETE ON %s FOR EACH ROW WHEN (%s) '
                       'EXECUTE FUNCTION auth.audit(%1$L, %4$L, %5$L)',
                       kind, tab, CASE kind WHEN 'client' THEN 'NOT ' ELSE '' END || trusted, p_entity, keys);
        EXECUTE format('CREATE TRIGGER t81_audit_%s AFTER UPDATE ON %s FOR EACH ROW WHEN (%s AND %s) '
                       'EXECUTE FUNCTION auth.audit(%1$L, %5$L, %6$L)',
                       kind, tab, CASE kind WHEN 'client' THEN 'NOT ' ELSE '' END || trusted, loud, p_entity, keys);
    END LOOP;

    -- Hints
    EXECUTE format('CREATE TRIGGER t90_announce_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION auth.announce(''I'', %L)', tab, keys);
    EXECUTE format('CREATE TRIGGER t90_announce_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION auth.announce(''U'', %L)', tab, keys);
    EXECUTE format('CREATE TRIGGER t90_announce_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION auth.announce(''D'', %L)', tab, keys);
END $$;

-- `(SELECT app.can('a')) OR (SELECT app.can('b'))`: inside a sub-select the check runs once a statement, not once a row.
CREATE FUNCTION migration.any_of(p_permissions text[]) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT '(' || string_agg(
        CASE p WHEN '*' THEN '(SELECT app.signed_in())' ELSE format('(SELECT app.can(%L))', p) END, ' OR ') || ')'
    FROM unnest(p_permissions) AS p
$$;

CREATE FUNCTION migration.quoted(p_permissions text[]) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(quote_literal(p), ', ') FROM unnest(p_permissions) AS p
$$;

-- People
CALL migration.guard('users', 'USER', '{user_id}', 'people', '{user:read}', '{}', NULL, '{last_login,password}');
CREATE POLICY client_read_self ON app.users FOR SELECT TO prosync_client
    USING (user_id = (SELECT app.current_user_id()));
CREATE POLICY client_update ON app.users FOR UPDATE TO prosync_client
    USING ((SELECT app.can('user:update')) OR user_id = (SELECT app.current_user_id()))
    WITH CHECK ((SELECT app.can('user:update')) OR user_id = (SELECT app.current_user_id()));
CALL migration.guard('roles', 'ROLE', '{role_id}', 'times', '{role:read}', '{role:create}', '{role:update}');
CALL migration.guard('permissions', 'PERMISSION', '{permission_id}', 'created', '{role:read}', '{}', '{}');
CALL migration.guard('role_permissions', 'ROLE_PERMISSION', '{role_id,permission_id}', 'created', '{role:read}',
    '{role:update}', '{}');

-- Places and things
CALL migration.guard('locations', 'LOCATION', '{location_id}', 'times', '{location:read}', '{location:create}',
    '{location:update}');
CALL migration.guard('asset_types', 'ASSET_TYPE', '{asset_type_id}', 'times', '{asset_type:read}',
    '{asset_type:create}', '{asset_type:update}');
CALL migration.guard('assets', 'ASSET', '{asset_id}', 'people', '{asset:read}', '{asset:create}', '{asset:update}');
CALL migration.guard('asset_metrics', 'ASSET_METRIC', '{metric_id}', 'version', '{metric:read}', '{metric:create}',
    '{metric:configure}', '{metric_value,updated_at}');

-- Work: a role that is scoped to its own records sees the orders assigned to the person, and those reported by it.
CALL migration.guard('work_orders', 'WORK_ORDER', '{work_order_id}', 'people', '{work_order:read}',
    '{work_order:create}', '{work_order:update,work_order:complete}', '{}',
    'NOT (SELECT app.own_only(''work_order'')) OR assigned_to_id = (SELECT app.current_user_id())'
    ' OR created_by = (SELECT app.current_user_id())');
CALL migration.guard('work_order_checklist', 'WORK_ORDER_CHECKLIST', '{checklist_item_id}', 'times',
    '{work_order:read}', '{work_order:update}', '{work_order:update,work_order:complete}', '{}',
    'NOT (SELECT app.own_only(''work_order'')) OR work_order_id IN (SELECT w.work_order_id FROM app.work_orders w)');
CALL migration.guard('work_order_parts', 'WORK_ORDER_PART', '{work_order_id,part_id}', 'times', '{work_order:read}',
    '{stock:issue}', '{stock:issue}', '{}',
    'NOT (SELECT app.own_only(''work_order'')) OR work_order_id IN (SELECT w.work_order_id FROM app.work_orders w)');

-- Stock
CALL migration.guard('parts', 'PART', '{part_id}', 'times', '{part:read}', '{part:create}', '{part:update}');

-- Beside the twelve
CALL migration.guard('site', 'SITE', '{only_row}', 'version', '{*}', '{}', '{settings:update}');
ALTER TABLE app.schema_info ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON app.schema_info FOR SELECT TO prosync_auth USING (true);
CREATE POLICY client_read ON app.schema_info FOR SELECT TO prosync_client USING ((SELECT app.signed_in()));
ALTER TABLE app.tree_guard ENABLE ROW LEVEL SECURITY;

-- Column grants: everything is readable but passwords and costs (see V011); stamps are the database's.
DO $$
DECLARE
    hidden constant text[] := '{users.password,assets.purchase_cost,parts.cost,parts.supplier,work_order_parts.cost}';
    stamps constant text[] := '{created_at,created_by,updated_at,updated_by}';
    -- Keys never change; these are kept by the database or by functions.
    fixed constant text[] := '{asset_metrics.metric_value,asset_metrics.asset_id,asset_metrics.metric_name,'
        'parts.quantity_in_stock,work_order_checklist.work_order_id,site.is_demo}';
    t record;
    readable text;
    insertable text;
    changeable text;
BEGIN
    FOR t IN
        SELECT c.oid, c.relname,
               (SELECT array_agg(a.attname) FROM pg_index i JOIN pg_attribute a
                ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS keys
        FROM pg_class c
        WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'r' AND c.relname <> 'tree_guard'
    LOOP
        SELECT string_agg(quote_ident(attname), ', ') FILTER (WHERE full_name <> ALL (hidden)),
               string_agg(quote_ident(attname), ', ') FILTER (WHERE attname <> ALL (stamps)
                   AND full_name <> ALL ('{work_order_checklist.completed_by,work_order_checklist.completed_at}')),
               string_agg(quote_ident(attname), ', ') FILTER (WHERE attname <> ALL (stamps)
                   AND attname <> ALL (t.keys) AND full_name <> ALL (fixed)
                   AND full_name <> ALL ('{users.password,users.last_login,'
                       'work_order_checklist.completed_by,work_order_checklist.completed_at}'))
        INTO readable, insertable, changeable
        FROM (SELECT attname, t.relname || '.' || attname AS full_name FROM pg_attribute
              WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped) AS a;
        EXECUTE format('GRANT SELECT (%s) ON app.%I TO prosync_client', readable, t.relname);
        IF t.relname <> ALL ('{users,permissions,site,schema_info}') THEN
            EXECUTE format('GRANT INSERT (%s) ON app.%I TO prosync_client', insertable, t.relname);
        END IF;
        IF t.relname <> ALL ('{permissions,role_permissions,schema_info}') THEN
            EXECUTE format('GRANT UPDATE (%s) ON app.%I TO prosync_client', changeable, t.relname);
        END IF;
    END LOOP;
END $$;
