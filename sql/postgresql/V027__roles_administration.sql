-- What an administrator does with roles: editing one as a whole, merging one into another, and looking at the window as a
-- role would. Nobody changes the own role, whatever else that person may do.
GRANT CREATE ON SCHEMA app TO prosync_auth;
GRANT INSERT (name, description), UPDATE (name, description) ON app.roles TO prosync_auth;
GRANT INSERT (role_id, permission_id) ON app.role_permissions TO prosync_auth;
GRANT UPDATE (role_id) ON app.users TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- The role whose window a session looks at; its own rights wait in the tables until that ends.
ALTER TABLE auth.session ADD COLUMN view_role integer;

-- Reading is what a look consists of; to take a list along is reading too.
CREATE FUNCTION auth.only_reads(p_permission text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT split_part(p_permission, ':', 2) IN ('read', 'export')
$$;

-- What a session holds by the tables. A look shows what the role holds, but nothing that the looker could not see anyway.
CREATE FUNCTION auth.session_perms(s auth.session) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN s.view_role IS NULL THEN auth.role_perms(s.role_id) ELSE (
        SELECT coalesce(array_agg(p ORDER BY p), '{}')
        FROM unnest(auth.role_perms(s.view_role)) AS p
        WHERE NOT auth.only_reads(p) OR p = ANY (auth.role_perms(
            (SELECT u.role_id FROM app.users u WHERE u.user_id = s.user_id)))) END
$$;

CREATE FUNCTION auth.scope_of(p_role integer) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(x.resource ORDER BY x.resource), '{}') FROM auth.role_scope x WHERE x.role_id = p_role
$$;

CREATE FUNCTION auth.refuse_viewing(s auth.session) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF s.view_role IS NOT NULL THEN
        RAISE EXCEPTION 'You look at the window of another role: nothing can be changed.'
            USING ERRCODE = '42501', HINT = 'viewing';
    END IF;
END $$;

-- As before, and no permission that changes something holds while looking.
CREATE OR REPLACE FUNCTION auth.require(VARIADIC p_permissions text[]) RETURNS auth.session
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.session_id IS NULL THEN
        RAISE EXCEPTION 'Nobody is signed in on this connection.' USING ERRCODE = '42501', HINT = 'session';
    ELSIF s.must_change THEN
        RAISE EXCEPTION 'The password must be changed before anything else.'
            USING ERRCODE = '42501', HINT = 'must_change';
    ELSIF NOT s.perms && p_permissions THEN
        RAISE EXCEPTION 'This needs the permission %.', array_to_string(p_permissions, ' or ')
            USING ERRCODE = '42501', HINT = p_permissions[array_lower(p_permissions, 1)];
    ELSIF s.view_role IS NOT NULL AND NOT auth.only_reads(p_permissions[array_lower(p_permissions, 1)]) THEN
        PERFORM auth.refuse_viewing(s);
    END IF;
    RETURN s;
END $$;

-- As before; every way of writing for a person comes through here.
CREATE OR REPLACE FUNCTION auth.enlist(s auth.session) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    writer uuid;
BEGIN
    IF s.view_role IS NOT NULL THEN
        PERFORM auth.refuse_viewing(s);
    END IF;
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

-- The own password and second factor are changed without a permission, so what holds them says no by itself.
CREATE FUNCTION auth.keep_account_while_viewing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.refuse_viewing(auth.live());
    RETURN NULL;
END $$;
CREATE TRIGGER keep_while_viewing BEFORE INSERT OR UPDATE ON auth.account
    FOR EACH STATEMENT EXECUTE FUNCTION auth.keep_account_while_viewing();
CREATE TRIGGER keep_while_viewing BEFORE INSERT OR UPDATE OR DELETE ON auth.second_factor
    FOR EACH STATEMENT EXECUTE FUNCTION auth.keep_account_while_viewing();
CREATE TRIGGER keep_while_viewing BEFORE INSERT OR UPDATE OR DELETE ON auth.recovery_code
    FOR EACH STATEMENT EXECUTE FUNCTION auth.keep_account_while_viewing();

-- A role's permissions changed: sessions that have it or look at it carry the new list from the next statement on, and
-- the looks of those who have it end, since they may no longer be allowed to look.
CREATE OR REPLACE FUNCTION auth.follow_role_permissions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE auth.session s
    SET view_role = NULL, role_id = u.role_id, perms = auth.role_perms(u.role_id), own_only = auth.scope_of(u.role_id)
    FROM app.users u
    WHERE s.view_role IS NOT NULL AND u.user_id = s.user_id AND s.revoked_at IS NULL
      AND u.role_id IN (SELECT role_id FROM changed);
    UPDATE auth.session s
    SET perms = auth.session_perms(s)
    WHERE s.role_id IN (SELECT role_id FROM changed) AND s.revoked_at IS NULL;
    RETURN NULL;
END $$;

-- What the session may do just now, and under which role's name.
CREATE FUNCTION auth.own_rights() RETURNS TABLE (role_name text, permissions text[], viewing boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.session_id IS NULL THEN
        RAISE EXCEPTION 'The session has ended. Sign in again.' USING ERRCODE = '28000';
    END IF;
    RETURN QUERY
        SELECT r.name::text, CASE WHEN s.must_change THEN '{}' ELSE s.perms END, s.view_role IS NOT NULL
        FROM app.roles r WHERE r.role_id = s.role_id;
END $$;

-- Looking ---------------------------------------------------------------------------------------------------------------
CREATE FUNCTION auth.view_as(p_role integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('role:read');
    role_name text;
BEGIN
    PERFORM auth.refuse_viewing(s);
    IF NOT auth.is_administrator(s) THEN
        PERFORM auth.require('role:update');
        PERFORM auth.require('user:update');
    END IF;
    SELECT r.name INTO role_name FROM app.roles r WHERE r.role_id = p_role;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The role is gone already.' USING ERRCODE = 'P0002', TABLE = 'roles';
    END IF;
    s.view_role := p_role;
    UPDATE auth.session t
    SET view_role = p_role, role_id = p_role, perms = auth.session_perms(s), own_only = auth.scope_of(p_role)
    WHERE t.session_id = s.session_id;
    PERFORM auth.record(s, 'VIEW_STARTED', 'ROLE', NULL, p_role::text, NULL, jsonb_build_object('name', role_name));
    PERFORM pg_notify('prosync', 'roles|U|' || p_role);
END $$;

-- Ends a look; nothing when there is none.
CREATE FUNCTION auth.view_end() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.view_role IS NULL THEN
        RETURN;
    END IF;
    UPDATE auth.session t
    SET view_role = NULL, role_id = u.role_id, perms = auth.role_perms(u.role_id), own_only = auth.scope_of(u.role_id)
    FROM app.users u
    WHERE t.session_id = s.session_id AND u.user_id = s.user_id;
    PERFORM auth.record(s, 'VIEW_ENDED', 'ROLE', NULL, s.view_role::text, NULL, jsonb_build_object(
        'name', (SELECT r.name FROM app.roles r WHERE r.role_id = s.view_role)));
    PERFORM pg_notify('prosync', 'roles|U|' || s.view_role);
END $$;

-- The own role --------------------------------------------------------------------------------------------------------
CREATE FUNCTION auth.refuse_own_role(s auth.session, p_role integer) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_role = s.role_id THEN
        RAISE EXCEPTION 'Nobody changes the own role: somebody with another one has to do this.'
            USING ERRCODE = '42501', HINT = 'ownRole';
    END IF;
END $$;

CREATE FUNCTION auth.rule_own_grants() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.refuse_own_role(auth.live(), NEW.role_id);
    RETURN NEW;
END $$;

CREATE FUNCTION auth.rule_own_membership() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF OLD.user_id = s.user_id THEN
        PERFORM auth.refuse_own_role(s, OLD.role_id);
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE PROCEDURE app.role_permission_delete(p_role_id integer, p_permission_id integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('role:update');
BEGIN
    PERFORM auth.enlist(s);
    PERFORM auth.refuse_own_role(s, p_role_id);
    PERFORM auth.require_rank(s, p_role_id, false);
    -- Whoever saves the role as a whole holds this row; so does whoever adds a grant, by its foreign key.
    PERFORM FROM app.roles r WHERE r.role_id = p_role_id FOR KEY SHARE;
    PERFORM auth.delete_row('role_permissions', 'The grant', '{role_id,permission_id}',
        ARRAY[p_role_id::text, p_permission_id::text], NULL);
END $$;

-- Roles as a whole ------------------------------------------------------------------------------------------------------
CREATE FUNCTION auth.role_state(p_role integer) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object('role_id', r.role_id, 'name', r.name, 'description', r.description,
        'permissions', to_jsonb(auth.role_perms(p_role)))
    FROM app.roles r WHERE r.role_id = p_role
$$;

-- People by role, and those of them who are signed in just now.
CREATE FUNCTION auth.role_people() RETURNS TABLE (role_id integer, people integer, signed_in integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM auth.require('role:read');
    RETURN QUERY
        SELECT u.role_id, count(*)::integer,
               count(*) FILTER (WHERE EXISTS (
                   SELECT FROM auth.session s
                   WHERE s.user_id = u.user_id AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
                     AND s.last_seen + s.idle_limit > clock_timestamp()))::integer
        FROM app.users u
        WHERE u.is_active
        GROUP BY u.role_id;
END $$;

-- Makes a role (no id) or saves one. `known` are the words the editor showed, `before` those of them the role held then;
-- words that the editor does not know stay as they are. Answers the role's id. A new one may be like another, of which it
-- takes the scope too.
CREATE FUNCTION auth.role_save(
    p_id integer, p_version integer, p_name text, p_description text, p_known text[], p_before text[], p_after text[],
    p_like integer DEFAULT NULL)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require(CASE WHEN p_id IS NULL THEN 'role:create' ELSE 'role:update' END);
    id integer := p_id;
    r app.roles;
    before jsonb;
    held text[] := '{}';
    missing text;
BEGIN
    PERFORM auth.enlist(s);
    IF p_id IS NOT NULL THEN
        PERFORM auth.require_rank(s, p_id, false);
        SELECT * INTO r FROM app.roles t WHERE t.role_id = p_id FOR UPDATE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'The role is gone already.' USING ERRCODE = 'P0002', TABLE = 'roles';
        END IF;
        before := auth.role_state(p_id);
        held := auth.role_perms(p_id);
        IF r.row_version IS DISTINCT FROM p_version OR EXISTS (
            SELECT FROM unnest(p_known) AS w WHERE (w = ANY (held)) IS DISTINCT FROM (w = ANY (p_before))) THEN
            PERFORM auth.refuse_stale('roles', p_id::text, r.row_version, p_version + 1);
        END IF;
    END IF;
    -- Who sees only the own records of something stays so in the copy of the role.
    IF p_like IS NOT NULL THEN
        PERFORM auth.require_rank(s, p_like, false);
    END IF;
    SELECT w INTO missing FROM unnest(p_after) AS w
    WHERE w <> ALL (held) AND NOT EXISTS (SELECT FROM app.permissions p WHERE p.name = w) LIMIT 1;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'There is no permission %.', left(missing, 60) USING ERRCODE = 'PSH05', HINT = 'unknown';
    END IF;
    IF p_id IS NOT NULL AND EXISTS (
        SELECT FROM unnest(p_known) AS w WHERE (w = ANY (held)) IS DISTINCT FROM (w = ANY (p_after))) THEN
        PERFORM auth.refuse_own_role(s, p_id);
    END IF;
    SELECT w INTO missing FROM unnest(p_after) AS w
    WHERE w <> ALL (held) AND w <> ALL (s.perms) AND NOT auth.is_administrator(s) LIMIT 1;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'Nobody can grant a permission that the own role does not hold (%).', missing
            USING ERRCODE = '42501', HINT = 'rank';
    END IF;

    IF p_id IS NULL THEN
        INSERT INTO app.roles (name, description) VALUES (btrim(p_name), p_description) RETURNING role_id INTO id;
        INSERT INTO auth.role_scope (role_id, resource) SELECT id, x.resource FROM auth.role_scope x WHERE x.role_id = p_like;
        INSERT INTO auth.second_factor_demand (role_id) SELECT id FROM auth.second_factor_demand d WHERE d.role_id = p_like;
        before := auth.role_state(id);
    ELSE
        UPDATE app.roles t SET name = btrim(p_name), description = p_description
        WHERE t.role_id = p_id AND (t.name, t.description) IS DISTINCT FROM (btrim(p_name), p_description);
        DELETE FROM app.role_permissions rp USING app.permissions p
        WHERE rp.role_id = p_id AND p.permission_id = rp.permission_id
          AND p.name = ANY (p_known) AND p.name <> ALL (p_after);
    END IF;
    INSERT INTO app.role_permissions (role_id, permission_id)
    SELECT id, p.permission_id FROM app.permissions p WHERE p.name = ANY (p_after)
    ON CONFLICT DO NOTHING;
    -- One line with the whole role before and after, beside those of the rows.
    IF before IS DISTINCT FROM auth.role_state(id) THEN
        PERFORM auth.record(s, 'UPDATE', 'ROLE', NULL, id::text, before, auth.role_state(id));
    END IF;
    RETURN id;
END $$;

-- People of one role get another, then the first is deleted. Answers how many moved; their sessions end.
CREATE FUNCTION auth.role_merge(p_from integer, p_from_version integer, p_into integer, p_into_version integer)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('role:delete');
    r app.roles;
    found_roles integer := 0;
    sent integer;
    moved integer;
BEGIN
    PERFORM auth.require('user:update');
    PERFORM auth.enlist(s);
    PERFORM auth.refuse_own_role(s, p_from);
    PERFORM auth.require_rank(s, p_from, false);
    PERFORM auth.require_rank(s, p_into, false);
    IF p_from = p_into THEN
        RAISE EXCEPTION 'A role can not be merged into itself.' USING ERRCODE = 'PSH05', HINT = 'same';
    END IF;
    FOR r IN SELECT * FROM app.roles t WHERE t.role_id IN (p_from, p_into) ORDER BY t.role_id FOR UPDATE LOOP
        found_roles := found_roles + 1;
        sent := CASE r.role_id WHEN p_from THEN p_from_version ELSE p_into_version END;
        IF r.row_version IS DISTINCT FROM sent THEN
            PERFORM auth.refuse_stale('roles', r.role_id::text, r.row_version, sent + 1);
        END IF;
    END LOOP;
    IF found_roles < 2 THEN
        RAISE EXCEPTION 'The role is gone already.' USING ERRCODE = 'P0002', TABLE = 'roles';
    END IF;
    PERFORM auth.record(s, 'UPDATE', 'ROLE', NULL, p_from::text, auth.role_state(p_from), auth.role_state(p_into));
    UPDATE app.users u SET role_id = p_into WHERE u.role_id = p_from;
    GET DIAGNOSTICS moved = ROW_COUNT;
    DELETE FROM app.role_permissions rp WHERE rp.role_id = p_from;
    DELETE FROM auth.role_scope x WHERE x.role_id = p_from;
    DELETE FROM auth.second_factor_demand d WHERE d.role_id = p_from;
    PERFORM auth.delete_row('roles', 'The role', '{role_id}', ARRAY[p_from::text], p_from_version);
    RETURN moved;
END $$;

GRANT EXECUTE ON FUNCTION
    auth.own_rights(), auth.view_as(integer), auth.view_end(), auth.role_people(),
    auth.role_save(integer, integer, text, text, text[], text[], text[], integer),
    auth.role_merge(integer, integer, integer, integer)
    TO prosync_client;
GRANT EXECUTE ON FUNCTION auth.rule_own_grants(), auth.rule_own_membership() TO prosync_owner;
SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;

CREATE TRIGGER t21_rule_own BEFORE INSERT ON app.role_permissions FOR EACH ROW
    WHEN (NOT auth.trusted_writer())
    EXECUTE FUNCTION auth.rule_own_grants();
CREATE TRIGGER t21_rule_own BEFORE UPDATE ON app.users FOR EACH ROW
    WHEN (NEW.role_id IS DISTINCT FROM OLD.role_id AND NOT auth.trusted_writer())
    EXECUTE FUNCTION auth.rule_own_membership();
