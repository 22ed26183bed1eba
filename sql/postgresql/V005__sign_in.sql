-- Sign-in inside the database. A try is counted before it is judged, by a login of its own over a loopback connection
-- that commits by itself: a counter in the caller's transaction would be undone by the caller's ROLLBACK.
SET LOCAL ROLE prosync_auth;

-- Counting ------------------------------------------------------------------------------------------------------------
CREATE FUNCTION auth.bucket(p_kind text, p_key text) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT get_byte(h.d, 0) * 256 + get_byte(h.d, 1)
    FROM (SELECT sha256(bucket_salt || convert_to(p_kind || ':' || p_key, 'UTF8')) AS d FROM auth.secret) AS h
$$;

-- Counts one try against one key; returns the seconds to wait, 0 when the try may be judged. Beyond the limit the key
-- is locked for 30 s, doubling to 15 min; a quiet quarter of an hour clears the tries, a quiet day the strikes.
CREATE FUNCTION auth.count_try(p_kind smallint, p_bucket integer, p_limit integer) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t auth.throttle;
    now_at timestamptz := clock_timestamp();
BEGIN
    INSERT INTO auth.throttle (kind, bucket) VALUES (p_kind, p_bucket) ON CONFLICT DO NOTHING;
    SELECT * INTO t FROM auth.throttle WHERE kind = p_kind AND bucket = p_bucket FOR UPDATE;
    IF t.locked_until > now_at THEN
        RETURN ceil(extract(epoch FROM t.locked_until - now_at))::integer;
    END IF;
    IF t.last_try < now_at - interval '15 minutes' THEN
        t.tries := 0;
    END IF;
    IF t.last_try < now_at - interval '1 day' THEN
        t.strikes := 0;
    END IF;
    t.tries := t.tries + 1;
    t.locked_until := NULL;
    IF t.tries > p_limit THEN
        -- One more try is allowed when the lock ends.
        t.tries := p_limit - 1;
        t.strikes := t.strikes + 1;
        t.locked_until := now_at + least(interval '15 minutes', interval '30 seconds' * power(2, least(t.strikes, 10) - 1));
    END IF;
    UPDATE auth.throttle
    SET tries = t.tries, strikes = t.strikes, locked_until = t.locked_until, last_try = now_at
    WHERE kind = p_kind AND bucket = p_bucket;
    IF t.locked_until IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM auth.record(NULL, 'LOGIN_THROTTLED', 'SESSION', NULL, NULL, NULL,
        jsonb_build_object('kind', p_kind, 'until', t.locked_until));
    RETURN ceil(extract(epoch FROM t.locked_until - now_at))::integer;
END $$;

-- Runs as the throttle login. The narrow keys are asked first, so that guessing at one workstation is stopped there
-- before it uses up the name everywhere.
CREATE FUNCTION auth.charge(p_name text, p_workstation text, p_ip text, p_agent text)
RETURNS TABLE (attempt_id uuid, retry_after integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    buckets integer[] := ARRAY[
        auth.bucket('name@workstation', p_name || '@' || p_workstation),
        auth.bucket('workstation', p_workstation),
        auth.bucket('name', p_name)];
    limits integer[] := ARRAY[5, 30, 50];
    wait integer;
    abandoned auth.attempt;
BEGIN
    FOR abandoned IN
        DELETE FROM auth.attempt a WHERE a.at < clock_timestamp() - interval '1 minute' RETURNING a.*
    LOOP
        PERFORM auth.record_failure(abandoned, NULL, 'abandoned');
    END LOOP;
    FOR k IN 1..3 LOOP
        wait := auth.count_try(k::smallint, buckets[k], limits[k]);
        IF wait > 0 THEN
            RETURN QUERY SELECT NULL::uuid, wait;
            RETURN;
        END IF;
    END LOOP;
    RETURN QUERY
        INSERT INTO auth.attempt AS t (workstation, keys, ip, agent)
        VALUES (p_workstation, buckets, p_ip, left(p_agent, 200))
        RETURNING t.attempt_id, 0;
END $$;

-- A failed try goes to the ledger without the name that was typed: it may have been a password.
CREATE FUNCTION auth.record_failure(a auth.attempt, p_user uuid, p_how text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session;
BEGIN
    s.ip := a.ip;
    s.agent := a.agent;
    PERFORM auth.record(s, 'LOGIN_FAILED', 'SESSION', p_user, NULL, NULL,
        jsonb_build_object('workstation', a.workstation, 'outcome', p_how, 'attempted_at', a.at));
END $$;

-- Runs as the throttle login. Success gives the charge back: the name at this workstation starts afresh.
CREATE FUNCTION auth.settle(p_attempt uuid, p_accepted boolean, p_user uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    a auth.attempt;
BEGIN
    DELETE FROM auth.attempt WHERE attempt_id = p_attempt RETURNING * INTO a;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF p_accepted THEN
        UPDATE auth.throttle SET tries = 0, strikes = 0, locked_until = NULL WHERE kind = 1 AND bucket = a.keys[1];
        UPDATE auth.throttle SET tries = greatest(tries - 1, 0) WHERE kind = 2 AND bucket = a.keys[2];
        UPDATE auth.throttle SET tries = greatest(tries - 1, 0) WHERE kind = 3 AND bucket = a.keys[3];
    ELSE
        PERFORM auth.record_failure(a, p_user, 'refused');
    END IF;
END $$;

-- Asks the loopback login to run a statement that answers with one row of (text, text).
CREATE FUNCTION auth.loopback(p_statement text) RETURNS TABLE (first text, second text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    k auth.secret;
BEGIN
    SELECT * INTO k FROM auth.secret;
    IF 'prosync_charge' = ANY (coalesce(ext.dblink_get_connections(), '{}')) THEN
        PERFORM ext.dblink_disconnect('prosync_charge');
    END IF;
    -- The port is this server's own: an embedded server has another one at each start. dblink_connect_u, because
    -- dblink_connect insists on password authentication of the loopback line, which the site decides.
    PERFORM ext.dblink_connect_u('prosync_charge', format(
        'hostaddr=%s port=%s dbname=''%s'' user=prosync_throttle password=''%s'' connect_timeout=5 application_name=throttle',
        k.loopback_host, current_setting('port'), replace(replace(current_database(), '\', '\\'), '''', '\'''),
        replace(replace(coalesce(k.loopback_password, ''), '\', '\\'), '''', '\''')));
    BEGIN
        RETURN QUERY SELECT r.a, r.b FROM ext.dblink('prosync_charge', p_statement) AS r (a text, b text);
    EXCEPTION WHEN OTHERS THEN
        PERFORM ext.dblink_disconnect('prosync_charge');
        RAISE;
    END;
    PERFORM ext.dblink_disconnect('prosync_charge');
END $$;

-- Judging -------------------------------------------------------------------------------------------------------------
-- Exactly one bcrypt of the same cost on every path; only hashes of the one form that pgcrypto verifies reach crypt().
CREATE FUNCTION auth.matches(p_password text, p_hash text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    sound boolean := coalesce(p_hash ~ '^\$2a\$11\$[./A-Za-z0-9]{53}$', false)
        AND p_password IS NOT NULL AND p_password <> '' AND octet_length(p_password) <= 72;
    hash text;
BEGIN
    SELECT CASE WHEN sound THEN p_hash ELSE k.dummy_hash END INTO hash FROM auth.secret k;
    RETURN ext.crypt(CASE WHEN sound THEN p_password ELSE 'no password' END, hash) = hash AND sound;
END $$;

CREATE FUNCTION auth.login(p_username text, p_password text, p_agent text)
RETURNS TABLE (status text, token text, user_id uuid, username text, display_name text, role_name text,
               permissions text[], must_change boolean, expires_at timestamptz, retry_after_seconds integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    wanted text := lower(left(btrim(coalesce(p_username, '')), 200));
    attempt text;
    wait text;
    u record;
    accepted boolean;
    fresh_token text;
    s auth.session;
BEGIN
    SELECT l.first, l.second INTO attempt, wait FROM auth.loopback(format(
        'SELECT attempt_id::text, retry_after::text FROM auth.charge(%L, %L, %L, %L)',
        wanted, session_user, coalesce(host(inet_client_addr()), 'local'), coalesce(p_agent, ''))) AS l;
    IF wait IS NULL OR (attempt IS NULL AND wait = '0') THEN
        RAISE EXCEPTION 'Sign-in is not available just now.' USING ERRCODE = '58000';
    END IF;
    IF wait <> '0' THEN
        RETURN QUERY SELECT 'THROTTLED', NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::text[],
            NULL::boolean, NULL::timestamptz, wait::integer;
        RETURN;
    END IF;

    SELECT a.user_id, a.username::text AS username, btrim(a.first_name || ' ' || a.last_name) AS display_name,
           a.password, a.is_active, a.role_id, r.name::text AS role_name, coalesce(c.must_change, false) AS must_change
    INTO u
    FROM app.users a JOIN app.roles r USING (role_id) LEFT JOIN auth.account c USING (user_id)
    WHERE lower(a.username) = wanted;
    accepted := auth.matches(p_password, CASE WHEN u.is_active THEN u.password END);
    PERFORM l.first FROM auth.loopback(format(
        'SELECT auth.settle(%L, %L, %L)::text, NULL::text', attempt, accepted, u.user_id)) AS l;
    IF NOT accepted THEN
        RETURN QUERY SELECT 'DENIED', NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::text[],
            NULL::boolean, NULL::timestamptz, 0;
        RETURN;
    END IF;

    fresh_token := encode(ext.gen_random_bytes(32), 'hex');
    INSERT INTO auth.session (
        token_hash, user_id, role_id, perms, own_only, must_change, db_role, ip, agent, expires_at)
    VALUES (
        sha256(convert_to(fresh_token, 'UTF8')), u.user_id, u.role_id, auth.role_perms(u.role_id),
        coalesce((SELECT array_agg(x.resource) FROM auth.role_scope x WHERE x.role_id = u.role_id), '{}'),
        u.must_change, session_user, coalesce(host(inet_client_addr()), 'local'), left(p_agent, 200),
        clock_timestamp() + interval '12 hours')
    RETURNING * INTO s;
    UPDATE app.users a SET last_login = app.utc_now() WHERE a.user_id = u.user_id;
    PERFORM auth.record(s, 'LOGIN', 'SESSION', u.user_id, s.session_id::text, NULL,
        jsonb_build_object('workstation', session_user));
    -- Sessions are kept a week for questions, the ledger for ever.
    DELETE FROM auth.session x WHERE x.expires_at < clock_timestamp() - interval '7 days';
    RETURN QUERY SELECT 'OK', fresh_token, u.user_id, u.username, u.display_name, u.role_name,
        CASE WHEN s.must_change THEN '{}' ELSE s.perms END, s.must_change, s.expires_at, 0;
END $$;

-- Staying and leaving -------------------------------------------------------------------------------------------------
-- Run by the pool before it hands out a connection: an ended session is said aloud instead of shown as empty lists.
CREATE FUNCTION auth.ping() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    PERFORM auth.check_client();
    IF s.session_id IS NULL THEN
        RAISE EXCEPTION 'The session has ended. Sign in again.' USING ERRCODE = '28000';
    END IF;
    IF s.last_seen < clock_timestamp() - interval '1 minute'
        AND current_setting('transaction_read_only') = 'off' AND NOT pg_is_in_recovery() THEN
        UPDATE auth.session SET last_seen = clock_timestamp() WHERE session_id = s.session_id;
    END IF;
END $$;

-- A client says with the start-up option prosync.client which schema it was built for.
CREATE FUNCTION auth.check_client() RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    client text := nullif(current_setting('prosync.client', true), '');
    i app.schema_info;
BEGIN
    IF client IS NULL THEN
        RETURN;
    END IF;
    SELECT * INTO i FROM app.schema_info;
    IF client !~ '^\d{1,6}$' OR client::integer < i.minimum_client THEN
        RAISE EXCEPTION 'This client is too old: the database needs version % or newer, this one is %.',
            i.minimum_client, left(client, 10) USING ERRCODE = 'PSH01', HINT = 'clientTooOld';
    ELSIF client::integer > i.schema_version THEN
        RAISE EXCEPTION 'This client is newer than the database: it needs schema %, the database has %.',
            client, i.schema_version USING ERRCODE = 'PSH01', HINT = 'schemaTooOld';
    END IF;
END $$;

CREATE FUNCTION auth.logout() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.session_id IS NOT NULL THEN
        UPDATE auth.session SET revoked_at = clock_timestamp(), revoked_why = 'LOGOUT' WHERE session_id = s.session_id;
        PERFORM auth.record(s, 'LOGOUT', 'SESSION', s.user_id, s.session_id::text, NULL, NULL);
    END IF;
END $$;

-- What a sign-in screen may know before anybody signed in.
CREATE FUNCTION auth.site_info() RETURNS TABLE (
    site_name text, time_zone text, is_demo boolean, needs_first_administrator boolean, schema_version integer,
    minimum_client integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.name::text, t.time_zone::text, t.is_demo, NOT EXISTS (SELECT FROM app.users), i.schema_version,
           i.minimum_client
    FROM app.site t, app.schema_info i
$$;

GRANT EXECUTE ON FUNCTION auth.charge(text, text, text, text), auth.settle(uuid, boolean, uuid) TO prosync_throttle;
GRANT EXECUTE ON FUNCTION auth.login(text, text, text), auth.ping(), auth.logout(), auth.site_info()
    TO prosync_client;

SET LOCAL ROLE prosync_owner;
GRANT UPDATE (last_login) ON app.users TO prosync_auth;
