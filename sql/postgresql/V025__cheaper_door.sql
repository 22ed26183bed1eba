-- The same rules for less: fewer look-ups of the session in a statement, and shorter conditions of triggers.
GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- Whether the session holds one of the permissions for every record of a resource. False as well for those who are
-- limited to their own records or to places; they get the longer question. A later kind of limit belongs in here.
CREATE FUNCTION app.can_all(p_resource text, VARIADIC p_permissions text[]) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN coalesce(NOT s.must_change AND s.perms && p_permissions AND p_resource <> ALL (s.own_only)
        AND s.places IS NULL, false);
END $$;

-- Whether the statement is the door's own, a migration's or a superuser's. Not SECURITY DEFINER: the caller's name is the
-- question. A function, because a trigger's WHEN is read from text in every statement, and the names spelled out there
-- were the larger part of a small change's time.
CREATE FUNCTION auth.trusted_writer() RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN current_user = 'prosync_auth' OR current_user = 'prosync_owner' OR current_setting('is_superuser') = 'on';
END $$;

GRANT EXECUTE ON FUNCTION auth.trusted_writer() TO prosync_client, prosync_owner;
GRANT EXECUTE ON FUNCTION app.can_all(text, text[]) TO prosync_client, prosync_owner;

-- Looks and marks in one statement; only a transaction's first write changes the row.
CREATE OR REPLACE FUNCTION auth.enlist(s auth.session) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    writer uuid;
BEGIN
    UPDATE auth.writer SET xid = pg_current_xact_id(), session_id = s.session_id
    WHERE pid = pg_backend_pid() AND xid <> pg_current_xact_id();
    IF FOUND THEN
        RETURN;
    END IF;
    SELECT w.session_id INTO writer FROM auth.writer w WHERE w.pid = pg_backend_pid();
    IF NOT FOUND THEN
        INSERT INTO auth.writer (pid, xid, session_id) VALUES (pg_backend_pid(), pg_current_xact_id(), s.session_id);
    ELSIF writer <> s.session_id THEN
        RAISE EXCEPTION 'A transaction can not change hands.' USING ERRCODE = '28000';
    END IF;
END $$;

-- The live session, if this transaction writes under it.
CREATE FUNCTION auth.live_writer() RETURNS auth.session
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF EXISTS (
        SELECT FROM auth.writer w
        WHERE w.pid = pg_backend_pid() AND w.xid = pg_current_xact_id_if_assigned() AND w.session_id = s.session_id) THEN
        RETURN s;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION auth.still(VARIADIC p_permissions text[]) RETURNS auth.session
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_writer();
BEGIN
    IF s.session_id IS NULL OR s.must_change OR (cardinality(p_permissions) > 0 AND NOT s.perms && p_permissions) THEN
        RAISE EXCEPTION 'The session changed while a statement ran.' USING ERRCODE = '42501', HINT = 'session';
    END IF;
    RETURN s;
END $$;
DROP FUNCTION auth.is_writer(auth.session);

CREATE OR REPLACE FUNCTION auth.stamp_people() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.still(VARIADIC coalesce(TG_ARGV[1:], '{}'));
BEGIN
    NEW.updated_at := app.utc_now();
    NEW.updated_by := s.user_id;
    IF TG_OP = 'INSERT' THEN
        NEW.row_version := 0;
        NEW.created_at := NEW.updated_at;
        NEW.created_by := s.user_id;
    ELSIF NEW.row_version IS DISTINCT FROM OLD.row_version + 1 THEN
        PERFORM auth.refuse_stale(TG_TABLE_NAME, auth.key_of(to_jsonb(OLD), TG_ARGV[0]), OLD.row_version, NEW.row_version);
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION auth.audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    by_client constant boolean := TG_ARGV[0] = 'client';
    s auth.session := CASE WHEN by_client THEN auth.live_writer() ELSE auth.live() END;
    before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END;
    after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END;
    key text := auth.key_of(coalesce(after, before), TG_ARGV[2]);
BEGIN
    IF by_client AND s.session_id IS NULL THEN
        RAISE EXCEPTION 'The session changed while a statement ran.' USING ERRCODE = '28000';
    END IF;
    PERFORM auth.record(
        s, CASE TG_OP WHEN 'INSERT' THEN 'CREATE' ELSE TG_OP END, TG_ARGV[1],
        CASE WHEN key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN key::uuid END, key, before, after);
    RETURN NULL;
END $$;

-- The common key is one column; it is read without a call for each row.
CREATE OR REPLACE FUNCTION auth.announce() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ids text[];
BEGIN
    IF position(',' IN TG_ARGV[1]) = 0 THEN
        SELECT array_agg(to_jsonb(c) ->> TG_ARGV[1]) INTO ids FROM (SELECT * FROM changed LIMIT 51) AS c;
    ELSE
        SELECT array_agg(auth.key_of(to_jsonb(c), TG_ARGV[1])) INTO ids FROM (SELECT * FROM changed LIMIT 51) AS c;
    END IF;
    IF ids IS NOT NULL THEN
        PERFORM pg_notify('prosync', concat_ws('|', TG_TABLE_NAME, TG_ARGV[0],
            CASE WHEN cardinality(ids) > 50 THEN '*' ELSE array_to_string(ids, ',') END));
    END IF;
    RETURN NULL;
END $$;

-- What was changed is compared only for those who may not change everything.
CREATE OR REPLACE FUNCTION auth.rule_work_orders() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    progress constant text[] := '{status,actual_hours,completion_date,row_version,updated_at,updated_by}';
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.assigned_to_id IS NOT NULL AND NEW.assigned_to_id IS DISTINCT FROM NEW.created_by THEN
            PERFORM auth.require('work_order:assign');
        END IF;
        IF NEW.status = 'Completed' OR NEW.completion_date IS NOT NULL THEN
            PERFORM auth.require('work_order:complete');
        END IF;
        IF NEW.status <> 'Open' OR NEW.completion_date IS NOT NULL THEN
            RAISE EXCEPTION 'A new work order is Open.'
                USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'status', HINT = 'move';
        END IF;
        RETURN NEW;
    END IF;
    IF NOT app.can('work_order:update')
        AND to_jsonb(NEW) - progress - 'assigned_to_id' <> to_jsonb(OLD) - progress - 'assigned_to_id' THEN
        PERFORM auth.require('work_order:update');
    END IF;
    IF NEW.assigned_to_id IS DISTINCT FROM OLD.assigned_to_id THEN
        PERFORM auth.require('work_order:assign');
    END IF;
    IF NEW.completion_date IS DISTINCT FROM OLD.completion_date
        OR (NEW.status IS DISTINCT FROM OLD.status AND 'Completed' IN (NEW.status, OLD.status)) THEN
        PERFORM auth.require('work_order:complete');
    END IF;
    IF NEW.status <> OLD.status THEN
        NEW := auth.move_work_order(OLD, NEW);
    ELSIF NEW.status <> 'Completed' AND NEW.completion_date IS NOT NULL THEN
        RAISE EXCEPTION 'A completion date needs a completed work order.'
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'completion_date', HINT = 'notCompleted';
    END IF;
    IF NEW.status = 'Completed' AND NEW.completion_date IS NULL THEN
        RAISE EXCEPTION 'A completed work order has a completion date.'
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'completion_date', HINT = 'required';
    END IF;
    IF NEW.status = 'Completed' AND NEW.actual_hours IS NULL THEN
        RAISE EXCEPTION 'State the hours worked, or zero.'
            USING ERRCODE = 'PSH06', SCHEMA = 'app', TABLE = 'work_orders', COLUMN = 'actual_hours', HINT = 'hours';
    END IF;
    RETURN NEW;
END $$;

SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;

-- One question for those who see every order; only the others are asked for their reach. Changing needs no second look at
-- the permission in WITH CHECK: the stamp asks for it again at every row.
ALTER POLICY client_read ON app.work_orders USING (
    (SELECT app.can_all('work_order', 'work_order:read'))
    OR ((SELECT app.can('work_order:read'))
        AND (NOT (SELECT app.own_only('work_order'))
            OR (SELECT app.current_user_id()) IN (assigned_to_id, created_by))));
ALTER POLICY client_update ON app.work_orders USING (
    (SELECT app.can_all('work_order', 'work_order:update', 'work_order:complete'))
    OR (((SELECT app.can('work_order:update')) OR (SELECT app.can('work_order:complete')))
        AND (NOT (SELECT app.own_only('work_order'))
            OR (SELECT app.current_user_id()) IN (assigned_to_id, created_by))))
    WITH CHECK (true);

-- The same view with one question where there were three.
CREATE OR REPLACE VIEW app.search_work_orders AS
    SELECT work_order_id, title, description, asset_id, status, priority, type, assigned_to_id, created_by, due_date,
           row_version
    FROM app.work_orders
    WHERE (SELECT app.can_all('work_order', 'work_order:read'))
    UNION ALL
    SELECT work_order_id, title::varchar(100), description, asset_id, status::varchar(50), priority::varchar(20),
           type::varchar(50), assigned_to_id, created_by, due_date, row_version
    FROM app.limited_work_orders();

-- A planner that merges an owner-run view into an outer join may ask for the permission after the join's own conditions,
-- and those then meet rows of strangers. A view with a WITH of its own is planned apart: the permission stands above
-- everything that is read, and a search still reaches the index.
DO $$
DECLARE
    v regclass;
BEGIN
    FOR v IN
        SELECT oid FROM pg_class
        WHERE relnamespace = 'app'::regnamespace AND relkind = 'v'
          AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)
    LOOP
        EXECUTE format('CREATE OR REPLACE VIEW %s AS WITH apart AS (SELECT) %s', v, pg_get_viewdef(v));
    END LOOP;
END $$;

-- Every table's guards, as in V008, with the shorter conditions. Whole rows are compared where no column is quiet, which
-- also takes in columns that are added later.
-- p_stamp: people (who and when), times (when), version, created. p_read, p_insert, p_update: permissions, any of which
-- will do; an empty list means that the statement is not open to clients at all, NULL for p_update that the rows decide.
-- p_quiet: columns whose change alone is neither an edit nor worth a ledger line. p_scope: a further condition on rows.
CREATE OR REPLACE PROCEDURE migration.guard(
    p_table text, p_entity text, p_keys text[], p_stamp text, p_read text[], p_insert text[], p_update text[],
    p_quiet text[] DEFAULT '{}', p_scope text DEFAULT NULL)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab text := format('app.%I', p_table);
    keys text := array_to_string(p_keys, ',');
    trusted constant text := 'auth.trusted_writer()';
    loud text;
    kind text;
    scope text := coalesce(' AND (' || p_scope || ')', '');
    wants text;
BEGIN
    IF p_quiet = '{}' THEN
        loud := 'OLD.* IS DISTINCT FROM NEW.*';
    ELSE
        SELECT format('(ROW(%s) IS DISTINCT FROM ROW(%s))',
                      string_agg('OLD.' || quote_ident(attname), ', ' ORDER BY attnum),
                      string_agg('NEW.' || quote_ident(attname), ', ' ORDER BY attnum))
        INTO loud
        FROM pg_attribute
        WHERE attrelid = tab::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (p_quiet);
    END IF;

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
        wants := CASE kind WHEN 'client' THEN 'NOT ' ELSE '' END || trusted;
        EXECUTE format('CREATE TRIGGER t80_audit_%s AFTER INSERT OR DELETE ON %s FOR EACH ROW WHEN (%s) '
                       'EXECUTE FUNCTION auth.audit(%1$L, %4$L, %5$L)', kind, tab, wants, p_entity, keys);
        -- A client's change moves the version, so it is never quiet.
        EXECUTE format('CREATE TRIGGER t81_audit_%s AFTER UPDATE ON %s FOR EACH ROW WHEN (%s) '
                       'EXECUTE FUNCTION auth.audit(%1$L, %4$L, %5$L)',
                       kind, tab, wants || CASE kind WHEN 'client' THEN '' ELSE ' AND ' || loud END, p_entity, keys);
    END LOOP;

    -- Hints
    EXECUTE format('CREATE TRIGGER t90_announce_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION auth.announce(''I'', %L)', tab, keys);
    EXECUTE format('CREATE TRIGGER t90_announce_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION auth.announce(''U'', %L)', tab, keys);
    EXECUTE format('CREATE TRIGGER t90_announce_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS changed '
                   'FOR EACH STATEMENT EXECUTE FUNCTION auth.announce(''D'', %L)', tab, keys);
END $$;

DO $$
DECLARE
    spelled constant text := '((CURRENT_USER = ANY (ARRAY[''prosync_auth''::name, ''prosync_owner''::name])) OR '
        '(current_setting(''is_superuser''::text) = ''on''::text))';
    t record;
    definition text;
BEGIN
    FOR t IN
        SELECT oid, tgname, tgrelid::regclass::text AS tab FROM pg_trigger
        WHERE NOT tgisinternal AND tgqual IS NOT NULL AND position(spelled IN pg_get_triggerdef(oid)) > 0
    LOOP
        definition := replace(pg_get_triggerdef(t.oid), spelled, 'auth.trusted_writer()');
        IF t.tgname = 't81_audit_client' THEN
            definition := regexp_replace(definition, ' WHEN .* EXECUTE ', ' WHEN (NOT auth.trusted_writer()) EXECUTE ');
        ELSIF t.tgname IN ('t81_audit_trusted', 't11_stamp_trusted_update')
            AND t.tab NOT IN ('app.users', 'app.asset_metrics', 'app.user_preferences') THEN
            definition := regexp_replace(definition, ' WHEN .* EXECUTE ',
                ' WHEN (auth.trusted_writer() AND OLD.* IS DISTINCT FROM NEW.*) EXECUTE ');
        END IF;
        EXECUTE regexp_replace(definition, '^CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    END LOOP;
    IF EXISTS (SELECT FROM pg_trigger WHERE NOT tgisinternal AND pg_get_triggerdef(oid) LIKE '%is_superuser%') THEN
        RAISE EXCEPTION 'a trigger kept its long condition';
    END IF;
END $$;
