-- What an administrator sees of accounts beside their columns, and does with them: failed tries, locks and sessions.
-- The door reads of the ledger only the failed tries, which name the account and never what was typed.
GRANT SELECT (action, entity_id, at) ON audit.outbox TO prosync_auth;
CREATE POLICY failed_tries ON audit.outbox FOR SELECT TO prosync_auth USING (action = 'LOGIN_FAILED');
CREATE INDEX outbox_failed_idx ON audit.outbox (entity_id, at) WHERE action = 'LOGIN_FAILED';
SET LOCAL ROLE prosync_auth;

-- The buckets that stand for a name: the name everywhere, and at each workstation's login.
CREATE FUNCTION auth.name_buckets(p_username text) RETURNS TABLE (kind smallint, bucket integer)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 3::smallint, auth.bucket('name', lower(p_username))
    UNION ALL
    SELECT 1::smallint, auth.bucket('name@workstation', lower(p_username) || '@' || w.rolname)
    FROM pg_roles w
    WHERE w.rolcanlogin AND pg_has_role(w.oid, 'prosync_client', 'MEMBER')
$$;

-- A page of accounts by user name; failed tries are those since the last sign-in.
CREATE FUNCTION auth.account_list(p_search text, p_active boolean, p_role integer, p_after text, p_limit integer)
RETURNS TABLE (
    user_id uuid, username text, email text, first_name text, last_name text, role_id integer, phone_number text,
    department text, profile_image_url text, is_active boolean, last_login timestamp, row_version integer,
    failed_tries integer, locked_until timestamptz, live_sessions integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    wanted text := lower(btrim(coalesce(p_search, '')));
BEGIN
    PERFORM auth.require('user:read');
    RETURN QUERY
        WITH page AS MATERIALIZED (
            SELECT u.*
            FROM app.users u
            WHERE u.username > coalesce(p_after, '')
              AND (p_active IS NULL OR u.is_active = p_active)
              AND (p_role IS NULL OR u.role_id = p_role)
              AND (wanted = '' OR strpos(lower(concat_ws(' ', u.first_name, u.last_name, u.username, u.email,
                   u.department)), wanted) > 0)
            ORDER BY u.username
            LIMIT least(greatest(p_limit, 1), 1001))
        SELECT u.user_id, u.username::text, u.email::text, u.first_name::text, u.last_name::text, u.role_id,
               u.phone_number::text, u.department::text, u.profile_image_url::text, u.is_active,
               u.last_login::timestamp, u.row_version,
               (SELECT count(*)::integer FROM audit.outbox o
                WHERE o.action = 'LOGIN_FAILED' AND o.entity_id = u.user_id
                  AND o.at > coalesce(u.last_login AT TIME ZONE 'UTC', '-infinity')),
               (SELECT max(t.locked_until) FROM auth.name_buckets(u.username) b JOIN auth.throttle t USING (kind, bucket)
                WHERE t.locked_until > clock_timestamp()),
               (SELECT count(*)::integer FROM auth.session s
                WHERE s.user_id = u.user_id AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
                  AND s.last_seen + s.idle_limit > clock_timestamp())
        FROM page u
        ORDER BY u.username;
END $$;

-- Who may act on an account: the permission, one transaction, and nobody above the own rank.
CREATE FUNCTION auth.require_over(p_user_id uuid) RETURNS auth.session
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('user:update');
    role integer;
BEGIN
    SELECT u.role_id INTO role FROM app.users u WHERE u.user_id = p_user_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such user.' USING ERRCODE = 'P0002';
    END IF;
    PERFORM auth.enlist(s);
    PERFORM auth.require_rank(s, role, false);
    RETURN s;
END $$;

-- Forgets the tries against a name; those against a workstation stay, they are not about the person.
CREATE FUNCTION auth.unlock_account(p_user_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require_over(p_user_id);
BEGIN
    UPDATE auth.throttle t SET tries = 0, strikes = 0, locked_until = NULL
    FROM app.users u, auth.name_buckets(u.username) b
    WHERE u.user_id = p_user_id AND t.kind = b.kind AND t.bucket = b.bucket;
    PERFORM auth.record(s, 'UNLOCKED', 'USER', p_user_id, p_user_id::text, NULL, NULL);
END $$;

CREATE FUNCTION auth.account_sessions(p_user_id uuid)
RETURNS TABLE (session_id uuid, workstation text, ip text, agent text, created_at timestamptz, last_seen timestamptz,
               is_own boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    own auth.session := auth.require('user:read');
BEGIN
    RETURN QUERY
        SELECT s.session_id, s.db_role::text, s.ip, s.agent, s.created_at, s.last_seen, s.session_id = own.session_id
        FROM auth.session s
        WHERE s.user_id = p_user_id AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
          AND s.last_seen + s.idle_limit > clock_timestamp()
        ORDER BY s.created_at DESC
        LIMIT 100;
END $$;

-- Ends a person's sessions but the caller's own, for which there is signing out; answers how many.
CREATE FUNCTION auth.end_sessions(p_user_id uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require_over(p_user_id);
    ended integer;
BEGIN
    UPDATE auth.session SET revoked_at = clock_timestamp(), revoked_why = 'ENDED'
    WHERE user_id = p_user_id AND session_id <> s.session_id AND revoked_at IS NULL;
    GET DIAGNOSTICS ended = ROW_COUNT;
    PERFORM auth.record(s, 'SESSIONS_ENDED', 'USER', p_user_id, p_user_id::text, NULL,
        jsonb_build_object('sessions', ended));
    RETURN ended;
END $$;

GRANT EXECUTE ON FUNCTION
    auth.account_list(text, boolean, integer, text, integer),
    auth.unlock_account(uuid),
    auth.account_sessions(uuid),
    auth.end_sessions(uuid)
    TO prosync_client;
SET LOCAL ROLE prosync_owner;
