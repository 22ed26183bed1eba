-- The rules of sign-in as the settings screen works with them: read as a whole, saved against the version that was read, and
-- announced, so that open windows follow.
SET LOCAL ROLE prosync_auth;

ALTER TABLE auth.sign_in_rules ADD COLUMN row_version integer NOT NULL DEFAULT 0;

DROP FUNCTION auth.second_factor_demands();
DROP FUNCTION auth.set_sign_in_rules(integer, integer[]);

CREATE FUNCTION auth.sign_in_rules_now()
RETURNS TABLE (idle_lock_minutes integer, demanding_roles integer[], row_version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM auth.require('settings:read');
    RETURN QUERY
        SELECT r.idle_lock_minutes,
               ARRAY(SELECT d.role_id FROM auth.second_factor_demand d JOIN app.roles USING (role_id) ORDER BY d.role_id),
               r.row_version
        FROM auth.sign_in_rules r;
END $$;

-- Whom a demand would meet: of each role the active people, and those of them who have no second factor yet.
CREATE FUNCTION auth.second_factor_use()
RETURNS TABLE (role_id integer, role_name text, people integer, without_it integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM auth.require('settings:read');
    RETURN QUERY
        SELECT r.role_id, r.name::text, count(u.user_id)::integer,
               count(u.user_id) FILTER (WHERE NOT auth.has_second_factor(u.user_id))::integer
        FROM app.roles r LEFT JOIN app.users u ON u.role_id = r.role_id AND u.is_active
        GROUP BY r.role_id, r.name
        ORDER BY lower(r.name), r.role_id;
END $$;

-- Who has no second factor yet is asked to enrol at the next sign-in, with the password alone: a demand shuts nobody out, the
-- last administrator neither. Open sessions go on. Whether somebody above the own rank needs one is not for the lower to say.
CREATE FUNCTION auth.set_sign_in_rules(p_idle_minutes integer, p_demanding_roles integer[], p_version integer)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('settings:update');
    before auth.sign_in_rules;
    roles_before integer[];
    wanted integer[];
    role integer;
BEGIN
    PERFORM auth.enlist(s);
    IF p_idle_minutes IS NULL OR p_idle_minutes NOT BETWEEN 1 AND 240 THEN
        RAISE EXCEPTION 'The window may lock after 1 to 240 minutes.'
            USING ERRCODE = 'PSH06', COLUMN = 'idle_lock_minutes', HINT = 'idleMinutes';
    END IF;
    SELECT * INTO before FROM auth.sign_in_rules FOR UPDATE;
    IF p_version IS DISTINCT FROM before.row_version THEN
        RAISE EXCEPTION 'The rules of sign-in were changed meanwhile.' USING ERRCODE = '40001', TABLE = 'sign_in_rules';
    END IF;
    SELECT coalesce(array_agg(r.role_id ORDER BY r.role_id), '{}') INTO wanted
    FROM app.roles r WHERE r.role_id = ANY (p_demanding_roles);
    SELECT coalesce(array_agg(d.role_id ORDER BY d.role_id), '{}') INTO roles_before
    FROM auth.second_factor_demand d JOIN app.roles USING (role_id);
    FOR role IN
        SELECT a.id FROM unnest(wanted) AS a (id) WHERE a.id <> ALL (roles_before)
        UNION ALL
        SELECT b.id FROM unnest(roles_before) AS b (id) WHERE b.id <> ALL (wanted) LOOP
        PERFORM auth.require_rank(s, role, false);
    END LOOP;
    UPDATE auth.sign_in_rules SET idle_lock_minutes = p_idle_minutes, row_version = before.row_version + 1;
    DELETE FROM auth.second_factor_demand d WHERE d.role_id <> ALL (wanted);
    INSERT INTO auth.second_factor_demand SELECT unnest(wanted) ON CONFLICT DO NOTHING;
    PERFORM auth.record(s, 'SIGN_IN_RULES_CHANGED', 'SITE', NULL, 'sign-in',
        jsonb_build_object('idle_lock_minutes', before.idle_lock_minutes, 'two_factor_roles', to_jsonb(roles_before)),
        jsonb_build_object('idle_lock_minutes', p_idle_minutes, 'two_factor_roles', to_jsonb(wanted)));
    PERFORM pg_notify('prosync', 'sign_in_rules|U|*');
END $$;

GRANT EXECUTE ON FUNCTION
    auth.sign_in_rules_now(), auth.second_factor_use(), auth.set_sign_in_rules(integer, integer[], integer)
    TO prosync_client;
SET LOCAL ROLE prosync_owner;
