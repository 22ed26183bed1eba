-- Rules that must hold in every database, whatever a migration or a hurried hand did to it. One row for each breach,
-- none expected. Run with search_path = pg_catalog, so that names are printed with their schemas.
WITH ours AS (
    SELECT c.oid, c.relname, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
           c.relispartition, n.nspname, n.nspname || '.' || c.relname AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('app', 'auth', 'audit', 'migration') AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
),
-- Everybody who is not the house itself: PUBLIC (0), the client group and its members, the site service.
strangers AS (
    SELECT 0::oid AS oid, 'PUBLIC' AS name
    UNION ALL
    SELECT r.oid, r.rolname
    FROM pg_roles r
    WHERE r.rolname IN ('prosync_client', 'prosync_site', 'prosync_throttle', 'prosync_relay')
       OR (r.rolname LIKE 'ws\_%' AND NOT r.rolsuper)
),
functions AS (
    SELECT p.oid, p.oid::regprocedure::text AS name, p.proname, p.prosecdef, p.proconfig, p.proowner, n.nspname,
           coalesce(p.proacl, acldefault('f', p.proowner)) AS acl
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ('app', 'auth', 'audit', 'migration', 'ext')
),
grants AS (
    SELECT o.oid, o.name, o.nspname, o.relkind, s.name AS grantee, a.privilege_type
    FROM ours o, aclexplode(coalesce(o.relacl, acldefault('r', o.relowner))) a JOIN strangers s ON s.oid = a.grantee
),
column_grants AS (
    SELECT o.oid, o.name, o.nspname, a.attname, s.name AS grantee, x.privilege_type
    FROM ours o
    JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attacl IS NOT NULL,
    aclexplode(a.attacl) x JOIN strangers s ON s.oid = x.grantee
),
-- Tables whose rows stand somewhere in the plant, themselves or by what they belong to.
placed AS (
    SELECT o.oid, o.name
    FROM ours o
    WHERE o.nspname = 'app' AND o.relkind IN ('r', 'p') AND o.name <> 'app.user_locations'
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = o.oid AND NOT a.attisdropped
                  AND a.attname IN ('location_id', 'asset_id', 'work_order_id', 'part_id'))
),
findings AS (
    SELECT '01 table without row security' AS rule, name AS object, 'row level security is off' AS problem
    FROM ours WHERE nspname IN ('app', 'auth', 'audit') AND relkind IN ('r', 'p') AND NOT relrowsecurity

    UNION ALL
    SELECT '02 granted table without policy', g.name, g.privilege_type || ' is granted but no policy says for which rows'
    FROM (SELECT DISTINCT oid, name, privilege_type FROM column_grants WHERE grantee = 'prosync_client') g
    WHERE EXISTS (SELECT FROM ours o WHERE o.oid = g.oid AND o.relkind IN ('r', 'p'))
      AND NOT EXISTS (
        SELECT FROM pg_policy p
        WHERE p.polrelid = g.oid
          AND p.polpermissive AND p.polcmd = CASE g.privilege_type WHEN 'SELECT' THEN 'r' WHEN 'INSERT' THEN 'a' WHEN 'UPDATE' THEN 'w' END::"char")

    UNION ALL
    SELECT '03 table-level grant', name, privilege_type || ' is granted to ' || grantee || ' on the whole table'
    FROM grants
    WHERE relkind IN ('r', 'p', 'f') AND NOT (name = 'audit.outbox' AND grantee = 'prosync_relay' AND privilege_type = 'SELECT')
    UNION ALL
    SELECT '03 table-level grant', name, privilege_type || ' is granted to ' || grantee || ' on a view'
    FROM grants WHERE relkind IN ('v', 'm') AND privilege_type <> 'SELECT'

    UNION ALL
    SELECT '04 owner-run view', o.name, 'shows its owner''s rows to everybody: set security_invoker or list it here'
    FROM ours o
    WHERE o.relkind = 'm' AND EXISTS (SELECT FROM grants g WHERE g.oid = o.oid)
       OR o.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (o.reloptions), false)
          AND o.name NOT IN ('app.search_assets', 'app.search_locations', 'app.search_asset_types', 'app.search_parts',
                             'app.search_work_orders', 'app.user_names', 'audit.entries')
    UNION ALL
    SELECT '04 owner-run view', o.name, 'a listed view must ask for a permission'
    FROM ours o
    WHERE o.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (o.reloptions), false)
      AND pg_get_viewdef(o.oid) !~ '\( SELECT \(?app\.(can|can_all|signed_in)\('
    UNION ALL
    SELECT '04 owner-run view', o.name, 'can be merged into a join that sees its rows before the permission: begin it WITH apart AS (SELECT)'
    FROM ours o
    WHERE o.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (o.reloptions), false)
      AND EXISTS (SELECT FROM grants g WHERE g.oid = o.oid)
      AND pg_get_viewdef(o.oid) !~ '^\s*WITH apart AS \(\s*SELECT\s*\)\s*SELECT'

    UNION ALL
    SELECT '05 search path not pinned', name, 'runs with the caller''s search_path'
    FROM functions f
    WHERE f.nspname <> 'ext' AND NOT EXISTS (
        SELECT FROM unnest(f.proconfig) AS c WHERE c ~ '^search_path=.*pg_temp"?$')

    UNION ALL
    SELECT '06 function open to PUBLIC', f.name, 'everybody may call it'
    FROM functions f, aclexplode(f.acl) a WHERE a.grantee = 0

    UNION ALL
    SELECT '07 policy asks per row', p.polrelid::regclass::text, 'policy ' || p.polname || ' calls a function outside (SELECT …)'
    FROM pg_policy p JOIN ours o ON o.oid = p.polrelid
    WHERE regexp_replace(
        concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)),
        '\( SELECT app\.\w+\(', '', 'g') ~ '(app|auth)\.\w+\('

    UNION ALL
    SELECT '08 secret readable', name || '.' || attname, privilege_type || ' is granted to ' || grantee
    FROM column_grants WHERE name = 'app.users' AND attname = 'password' OR nspname = 'auth'
    UNION ALL
    SELECT '08 secret readable', c.name || '.' || c.attname, 'SELECT is granted to ' || c.grantee || ': costs go through functions'
    FROM column_grants c
    WHERE c.privilege_type = 'SELECT' AND c.name || '.' || c.attname IN (
        'app.assets.purchase_cost', 'app.parts.cost', 'app.parts.supplier', 'app.work_order_parts.cost')
    UNION ALL
    SELECT '08 secret readable', name || '.' || attname, privilege_type || ' is granted to ' || grantee
    FROM column_grants WHERE nspname = 'audit' AND NOT (grantee = 'prosync_relay'
        AND (privilege_type = 'SELECT' OR attname IN ('relayed_at', 'attempts', 'parked_reason')))

    UNION ALL
    SELECT '09 stamp writable', name || '.' || attname, privilege_type || ' is granted to ' || grantee
    FROM column_grants
    WHERE nspname = 'app' AND privilege_type <> 'SELECT' AND attname IN ('created_at', 'created_by', 'updated_at', 'updated_by')

    UNION ALL
    SELECT '10 schema or database open', 'schema ' || n.nspname, a.privilege_type || ' is granted to ' || s.name
    FROM pg_namespace n, aclexplode(n.nspacl) a JOIN strangers s ON s.oid = a.grantee
    WHERE n.nspname IN ('public', 'app', 'auth', 'audit', 'migration', 'ext')
      AND (a.privilege_type = 'CREATE' OR a.grantee = 0 OR n.nspname IN ('migration', 'ext'))
    UNION ALL
    SELECT '10 schema or database open', 'database ' || d.datname, a.privilege_type || ' is granted to ' || s.name
    FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a JOIN strangers s ON s.oid = a.grantee
    WHERE d.datname = current_database() AND (a.grantee = 0 OR a.privilege_type <> 'CONNECT')
    UNION ALL
    SELECT '10 schema or database open', 'language ' || l.lanname, 'USAGE is granted to ' || s.name
    FROM pg_language l, aclexplode(coalesce(l.lanacl, acldefault('l', l.lanowner))) a JOIN strangers s ON s.oid = a.grantee
    WHERE l.lanpltrusted

    UNION ALL
    SELECT '11 dangerous function open', p.oid::regprocedure::text, 'EXECUTE is granted to ' || s.name
    FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a JOIN strangers s ON s.oid = a.grantee
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
      AND (p.proname LIKE 'pg\_advisory\_%' OR p.proname LIKE 'pg\_try\_advisory\_%' OR p.proname LIKE 'lo\_%'
        OR p.proname IN ('loread', 'lowrite', 'pg_stat_get_activity', 'pg_stat_get_backend_activity', 'pg_terminate_backend',
                         'pg_cancel_backend', 'pg_notify'))

    UNION ALL
    SELECT '12 client too strong', r.rolname, 'has an attribute that no client may have'
    FROM pg_roles r
    WHERE (r.rolname IN ('prosync_client', 'prosync_site', 'prosync_throttle', 'prosync_relay', 'prosync_owner', 'prosync_auth',
                         'prosync_migrator') OR pg_has_role(r.oid, 'prosync_client', 'MEMBER'))
      AND NOT (r.rolsuper AND r.rolname NOT LIKE 'ws\_%' AND r.rolname NOT LIKE 'prosync\_%')
      AND (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolbypassrls OR r.rolreplication)
    UNION ALL
    SELECT '12 client too strong', m.member::regrole::text, 'is a member of ' || m.roleid::regrole::text
    FROM pg_auth_members m JOIN strangers s ON s.oid = m.member
    WHERE m.roleid <> 'prosync_client'::regrole OR s.name NOT LIKE 'ws\_%'
    UNION ALL
    SELECT '12 client too strong', r.rolname, 'has no connection limit'
    FROM pg_roles r JOIN strangers s ON s.oid = r.oid WHERE r.rolcanlogin AND r.rolconnlimit < 0

    UNION ALL
    SELECT '13 guard missing', g.name, 'no enabled trigger ' || t.wanted || ' although ' || g.privilege_type || ' is granted'
    FROM (SELECT DISTINCT oid, name, privilege_type FROM column_grants WHERE grantee = 'prosync_client' AND nspname = 'app') g
    JOIN (VALUES ('INSERT', 't00_gate_insert'), ('INSERT', 't10_stamp_insert'), ('INSERT', 't80_audit_client'),
                 ('INSERT', 't90_announce_insert'), ('UPDATE', 't00_gate_update'), ('UPDATE', 't10_stamp_update'),
                 ('UPDATE', 't81_audit_client'), ('UPDATE', 't90_announce_update')) AS t (privilege, wanted)
        ON t.privilege = g.privilege_type
    WHERE NOT EXISTS (
        SELECT FROM pg_trigger x WHERE x.tgrelid = g.oid AND x.tgname = t.wanted AND x.tgenabled IN ('O', 'A'))
    UNION ALL
    SELECT '13 guard missing', t.tgrelid::regclass::text, 'trigger ' || t.tgname || ' is disabled'
    FROM pg_trigger t JOIN ours o ON o.oid = t.tgrelid WHERE t.tgenabled NOT IN ('O', 'A')

    UNION ALL
    SELECT '14 deferred trigger', t.tgrelid::regclass::text, t.tgname || ' runs at commit, when the identity may be another''s'
    FROM pg_trigger t JOIN ours o ON o.oid = t.tgrelid
    WHERE t.tgdeferrable AND NOT t.tgisinternal AND o.nspname = 'app'

    UNION ALL
    SELECT '15 row security not forced', name, 'errors inside the door could print its rows'
    FROM ours WHERE nspname = 'auth' AND relkind IN ('r', 'p') AND NOT relforcerowsecurity

    UNION ALL
    SELECT '16 wrong owner', o.name, 'belongs to ' || pg_get_userbyid(o.relowner)
    FROM ours o
    WHERE o.relowner <> CASE o.nspname WHEN 'auth' THEN 'prosync_auth' ELSE 'prosync_owner' END::regrole
    UNION ALL
    SELECT '16 wrong owner', f.name, 'belongs to ' || pg_get_userbyid(f.proowner)
    FROM functions f
    WHERE f.nspname <> 'ext' AND f.proowner NOT IN ('prosync_auth'::regrole, 'prosync_owner'::regrole)

    UNION ALL
    SELECT '17 schema unlocked', 'prosync_refuse_ddl', 'the event trigger that refuses stray DDL is missing or off'
    WHERE NOT EXISTS (SELECT FROM pg_event_trigger WHERE evtname = 'prosync_refuse_ddl' AND evtenabled IN ('O', 'A'))

    UNION ALL
    SELECT '18 invalid index', i.indexrelid::regclass::text, 'was left behind half-built'
    FROM pg_index i JOIN ours o ON o.oid = i.indrelid WHERE NOT i.indisvalid OR NOT i.indisready

    UNION ALL
    SELECT '19 foreign key without index', o.name, c.conname || ' has no index behind it'
    FROM pg_constraint c JOIN ours o ON o.oid = c.conrelid
    WHERE c.contype = 'f' AND NOT EXISTS (
        SELECT FROM pg_index i
        WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
          AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)

    UNION ALL
    SELECT '20 partition granted', g.name, 'a parent''s policy does not hold on a partition'
    FROM column_grants g JOIN ours o ON o.oid = g.oid WHERE o.relispartition

    UNION ALL
    SELECT '21 passwords in the log', r.rolname, 'log_parameter_max_length is not 0'
    FROM pg_roles r JOIN strangers s ON s.oid = r.oid
    WHERE r.rolname LIKE 'ws\_%' AND r.rolcanlogin AND NOT EXISTS (
        SELECT FROM pg_db_role_setting d
        WHERE d.setrole = r.oid AND d.setdatabase = 0 AND 'log_parameter_max_length=0' = ANY (d.setconfig))

    UNION ALL
    SELECT '22 place not asked', o.name, t.wanted || ' is missing: people limited to other places would reach its rows'
    FROM placed o, (VALUES ('place_insert'), ('place_update'), ('t30_stay_inside')) AS t (wanted)
    WHERE NOT EXISTS (
        SELECT FROM pg_policy p
        WHERE p.polrelid = o.oid AND p.polname = t.wanted AND NOT p.polpermissive
          AND concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ 'app\.limited\(')
      AND NOT EXISTS (SELECT FROM pg_trigger x WHERE x.tgrelid = o.oid AND x.tgname = t.wanted)
    UNION ALL
    -- Any one permissive policy is enough to see a row, so each has to ask.
    SELECT '22 place not asked', o.name, p.polname || ' shows rows to people limited to other places'
    FROM placed o JOIN pg_policy p ON p.polrelid = o.oid
    WHERE p.polpermissive AND p.polcmd IN ('r', '*') AND p.polroles && ARRAY(SELECT oid FROM strangers WHERE name <> 'prosync_site')
      AND pg_get_expr(p.polqual, p.polrelid) !~ 'app\.limited\('
      AND NOT EXISTS (
        SELECT FROM pg_policy r
        WHERE r.polrelid = o.oid AND r.polcmd = 'r' AND NOT r.polpermissive
          AND pg_get_expr(r.polqual, r.polrelid) ~ 'app\.limited\(')
)
SELECT rule, object, problem FROM findings ORDER BY rule, object, problem
