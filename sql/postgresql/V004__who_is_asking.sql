-- Who is asking: the random token in `prosync.token`, looked up by its hash. Everything else builds on these functions.
GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- The live session of this connection's token, all columns null when there is none.
CREATE FUNCTION auth.live() RETURNS auth.session
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    token text := current_setting('prosync.token', true);
    found_session auth.session;
BEGIN
    IF token IS NULL OR length(token) <> 64 THEN
        RETURN NULL;
    END IF;
    SELECT s.* INTO found_session
    FROM auth.session s
    WHERE s.token_hash = sha256(convert_to(token, 'UTF8'))
      AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
      AND s.last_seen + s.idle_limit > clock_timestamp()
      AND s.db_role = session_user;
    RETURN found_session;
END $$;

-- Written in plpgsql on purpose: a SQL-language function would be planned anew in every statement.
CREATE FUNCTION app.can(p_permission text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    token text := current_setting('prosync.token', true);
    allowed boolean;
BEGIN
    IF token IS NULL OR length(token) <> 64 THEN
        RETURN false;
    END IF;
    SELECT p_permission = ANY (s.perms) INTO allowed
    FROM auth.session s
    WHERE s.token_hash = sha256(convert_to(token, 'UTF8'))
      AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
      AND s.last_seen + s.idle_limit > clock_timestamp()
      AND s.db_role = session_user AND NOT s.must_change;
    RETURN coalesce(allowed, false);
END $$;

-- Whether the person asking sees only own records of a resource; true as well for nobody.
CREATE FUNCTION app.own_only(p_resource text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN s.session_id IS NULL OR p_resource = ANY (s.own_only);
END $$;

CREATE FUNCTION app.signed_in() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN s.session_id IS NOT NULL AND NOT s.must_change;
END $$;

CREATE FUNCTION app.current_user_id() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    RETURN s.user_id;
END $$;

-- The permissions of a role now, as sessions copy them.
CREATE FUNCTION auth.role_perms(p_role integer) RETURNS text[]
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(array_agg(p.name::text ORDER BY p.name), '{}')
    FROM app.role_permissions rp JOIN app.permissions p USING (permission_id)
    WHERE rp.role_id = p_role
$$;

-- Raises 42501 in a sentence unless the session holds one of the permissions. The hint is for programs: the missing
-- permission, `session` or `must_change`.
CREATE FUNCTION auth.require(VARIADIC p_permissions text[]) RETURNS auth.session
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
    END IF;
    RETURN s;
END $$;

-- Binds this transaction to the session that first writes in it. A token swapped half-way (in an expression, in
-- RETURNING, between statements) then stands out, and can not put another name on a change.
CREATE FUNCTION auth.enlist(s auth.session) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    w auth.writer;
BEGIN
    SELECT * INTO w FROM auth.writer WHERE pid = pg_backend_pid();
    IF w.xid IS NOT DISTINCT FROM pg_current_xact_id() THEN
        IF w.session_id <> s.session_id THEN
            RAISE EXCEPTION 'A transaction can not change hands.' USING ERRCODE = '28000';
        END IF;
        RETURN;
    END IF;
    INSERT INTO auth.writer (pid, xid, session_id)
    VALUES (pg_backend_pid(), pg_current_xact_id(), s.session_id)
    ON CONFLICT (pid) DO UPDATE SET xid = excluded.xid, session_id = excluded.session_id;
END $$;

-- Whether the transaction writes under this very session.
CREATE FUNCTION auth.is_writer(s auth.session) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM auth.writer w
        WHERE w.pid = pg_backend_pid() AND w.xid = pg_current_xact_id_if_assigned() AND w.session_id = s.session_id);
END $$;

-- One line of the ledger. The announcement wakes the relay; identical ones of a transaction collapse into one.
CREATE FUNCTION auth.record(
    s auth.session, p_action text, p_type text, p_id uuid, p_key text, p_before jsonb, p_after jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO audit.outbox (
        user_id, session_id, action, entity_type, entity_id, entity_key, previous_state, new_state, ip, agent)
    VALUES (
        s.user_id, s.session_id, p_action, p_type, p_id, p_key, p_before, p_after,
        coalesce(nullif(s.ip, ''), host(inet_client_addr()), 'local'),
        coalesce(nullif(s.agent, ''), session_user::text));
    PERFORM pg_notify('prosync_outbox', '');
END $$;

GRANT EXECUTE ON FUNCTION app.can(text), app.own_only(text), app.signed_in(), app.current_user_id()
    TO prosync_client, prosync_site, prosync_owner;
SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;
