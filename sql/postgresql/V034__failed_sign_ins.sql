-- Refused tries to sign in one by one, for whoever reads users, and the end of one session of a person. Of a try the ledger
-- keeps whose account it was about, or nobody when there is none of that name: never what was typed.
GRANT SELECT (seq, new_state, ip) ON audit.outbox TO prosync_auth;
ALTER POLICY failed_tries ON audit.outbox USING (action IN ('LOGIN_FAILED', 'CODE_REFUSED'));
CREATE INDEX outbox_refused_idx ON audit.outbox (seq) WHERE action IN ('LOGIN_FAILED', 'CODE_REFUSED');
CREATE INDEX outbox_refused_entity_idx ON audit.outbox (entity_id, seq) WHERE action IN ('LOGIN_FAILED', 'CODE_REFUSED');

-- What a search of accounts looks through, as one text.
CREATE INDEX users_words_trgm_idx ON app.users USING gin ((
    lower(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || username || ' ' || email || ' '
    || coalesce(department, ''))) ext.gin_trgm_ops);
SET LOCAL ROLE prosync_auth;

-- As before, but a search goes by that index: planned for what is searched, not once for whatever comes.
CREATE OR REPLACE FUNCTION auth.account_list(p_search text, p_active boolean, p_role integer, p_after text, p_limit integer)
RETURNS TABLE (
    user_id uuid, username text, email text, first_name text, last_name text, role_id integer, phone_number text,
    department text, profile_image_url text, is_active boolean, last_login timestamp, row_version integer,
    failed_tries integer, locked_until timestamptz, live_sessions integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
    wanted text := lower(btrim(coalesce(p_search, '')));
BEGIN
    PERFORM auth.require('user:read');
    IF wanted <> '' THEN
        wanted := '%' || regexp_replace(wanted, '([\\%_])', '\\\1', 'g') || '%';
    END IF;
    RETURN QUERY
        WITH page AS MATERIALIZED (
            SELECT u.*
            FROM app.users u
            WHERE u.username > coalesce(p_after, '')
              AND (p_active IS NULL OR u.is_active = p_active)
              AND (p_role IS NULL OR u.role_id = p_role)
              AND (wanted = '' OR lower(coalesce(u.first_name, '') || ' ' || coalesce(u.last_name, '') || ' '
                   || u.username || ' ' || u.email || ' ' || coalesce(u.department, '')) LIKE wanted)
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

-- Newest first, of one person or of all; p_before is the number of the last one that was read.
CREATE FUNCTION auth.failed_sign_ins(p_user_id uuid, p_before bigint, p_limit integer)
RETURNS TABLE (seq bigint, at timestamptz, user_id uuid, username text, workstation text, ip text, outcome text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM auth.require('user:read');
    RETURN QUERY
        SELECT o.seq, coalesce((o.new_state ->> 'attempted_at')::timestamptz, o.at), o.entity_id, u.username::text,
               o.new_state ->> 'workstation', o.ip,
               CASE o.action WHEN 'CODE_REFUSED' THEN 'code' ELSE o.new_state ->> 'outcome' END
        FROM audit.outbox o LEFT JOIN app.users u ON u.user_id = o.entity_id
        WHERE o.action IN ('LOGIN_FAILED', 'CODE_REFUSED')
          AND (p_user_id IS NULL OR o.entity_id = p_user_id)
          AND o.seq < coalesce(p_before, 9223372036854775807)
        ORDER BY o.seq DESC
        LIMIT least(greatest(p_limit, 1), 1001);
END $$;

-- Ends one session, but not the caller's own; answers whether it was open.
CREATE FUNCTION auth.end_session(p_session_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('user:update');
    target auth.session;
BEGIN
    SELECT x.* INTO target FROM auth.session x WHERE x.session_id = p_session_id;
    IF NOT FOUND OR target.session_id = s.session_id THEN
        RETURN false;
    END IF;
    s := auth.require_over(target.user_id);
    UPDATE auth.session SET revoked_at = clock_timestamp(), revoked_why = 'ENDED'
    WHERE session_id = p_session_id AND revoked_at IS NULL;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM auth.record(s, 'SESSIONS_ENDED', 'USER', target.user_id, target.user_id::text, NULL,
        jsonb_build_object('sessions', 1, 'workstation', target.db_role));
    RETURN true;
END $$;

GRANT EXECUTE ON FUNCTION auth.failed_sign_ins(uuid, bigint, integer), auth.end_session(uuid) TO prosync_client;
SET LOCAL ROLE prosync_owner;
