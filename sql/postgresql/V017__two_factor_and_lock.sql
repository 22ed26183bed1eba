-- The second factor of a sign-in (TOTP, RFC 6238), the locked window, and who takes it over. Codes are judged here, so the
-- secret leaves the database once, at enrolment. Nobody but the door reads these tables, and the lint refuses a grant.
SET LOCAL ROLE prosync_auth;

CREATE TABLE auth.second_factor (
    user_id uuid PRIMARY KEY,
    secret bytea NOT NULL CHECK (octet_length(secret) = 20),
    enrolled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_at timestamptz,
    -- The newest step whose code was taken: it and every earlier one are used up.
    last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE auth.recovery_code (
    user_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, code_hash)
);

-- Roles whose people must have a second factor.
CREATE TABLE auth.second_factor_demand (
    role_id integer PRIMARY KEY
);

-- The password was right, the code is still asked for.
CREATE TABLE auth.pending_sign_in (
    ticket_hash bytea PRIMARY KEY,
    user_id uuid NOT NULL,
    db_role name NOT NULL,
    agent text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE auth.sign_in_rules (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    idle_lock_minutes integer NOT NULL DEFAULT 10 CHECK (idle_lock_minutes BETWEEN 1 AND 240)
);
INSERT INTO auth.sign_in_rules DEFAULT VALUES;

-- Such a session may do nothing but enrol; `must_change` is true with it, which shuts everything else.
ALTER TABLE auth.session ADD COLUMN must_enrol boolean NOT NULL DEFAULT false;

DO $$
DECLARE
    t text;
BEGIN
    FOREACH t IN ARRAY
        '{second_factor,recovery_code,second_factor_demand,pending_sign_in,sign_in_rules}'::text[] LOOP
        EXECUTE format('ALTER TABLE auth.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY door ON auth.%I TO prosync_auth USING (true) WITH CHECK (true)', t);
    END LOOP;
END $$;

-- Codes ---------------------------------------------------------------------------------------------------------------
-- Of whole groups of five bytes only, which is all that is ever encoded here; so no padding.
CREATE FUNCTION auth.base32(p_bytes bytea) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(substr('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 1 + v.five, 1), '' ORDER BY v.i)
    FROM (
        SELECT b.bit / 5 AS i,
               sum(get_bit(p_bytes, b.bit / 8 * 8 + 7 - b.bit % 8) << (4 - b.bit % 5))::integer AS five
        FROM generate_series(0, octet_length(p_bytes) * 8 - 1) AS b (bit)
        GROUP BY b.bit / 5) AS v
$$;

-- RFC 4226 with SHA-1.
CREATE FUNCTION auth.one_time_code(p_key bytea, p_counter bigint, p_digits integer) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mac bytea := ext.hmac(int8send(p_counter), p_key, 'sha1');
    at_byte integer := get_byte(mac, 19) & 15;
    n bigint := ((get_byte(mac, at_byte) & 127)::bigint << 24) + (get_byte(mac, at_byte + 1) << 16)
        + (get_byte(mac, at_byte + 2) << 8) + get_byte(mac, at_byte + 3);
BEGIN
    RETURN lpad((n % (10 ^ p_digits)::bigint)::text, p_digits, '0');
END $$;

CREATE FUNCTION auth.recovery_hash(p_user uuid, p_code text) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT sha256(convert_to(p_user::text || ':' || p_code, 'UTF8'))
$$;

-- Takes a code of the step before, this or the next one, or a recovery code; each of them once. The row is locked, so of two
-- sign-ins with one code the second finds it used.
CREATE FUNCTION auth.accept_code(p_user uuid, p_code text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    f auth.second_factor;
    typed text := upper(regexp_replace(left(coalesce(p_code, ''), 40), '[\s-]', '', 'g'));
    step bigint := floor(extract(epoch FROM p_at) / 30);
BEGIN
    SELECT * INTO f FROM auth.second_factor WHERE user_id = p_user FOR UPDATE;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF typed ~ '^[0-9]{6}$' THEN
        FOR s IN step - 1..step + 1 LOOP
            IF s > f.last_step AND auth.one_time_code(f.secret, s, 6) = typed THEN
                UPDATE auth.second_factor SET last_step = s WHERE user_id = p_user;
                RETURN true;
            END IF;
        END LOOP;
        RETURN false;
    END IF;
    UPDATE auth.recovery_code SET used_at = clock_timestamp()
    WHERE user_id = p_user AND code_hash = auth.recovery_hash(p_user, typed) AND used_at IS NULL;
    RETURN FOUND AND f.confirmed_at IS NOT NULL;
END $$;

-- Ten codes of 60 random bits instead of those that were; told once.
CREATE FUNCTION auth.fresh_recovery_codes(p_user uuid) RETURNS text[]
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    codes text[] := '{}';
    code text;
BEGIN
    DELETE FROM auth.recovery_code WHERE user_id = p_user;
    FOR i IN 1..10 LOOP
        code := left(auth.base32(ext.gen_random_bytes(10)), 12);
        INSERT INTO auth.recovery_code (user_id, code_hash) VALUES (p_user, auth.recovery_hash(p_user, code));
        codes := codes || regexp_replace(code, '(.{4})(.{4})(.{4})', '\1-\2-\3');
    END LOOP;
    RETURN codes;
END $$;

-- Counting ------------------------------------------------------------------------------------------------------------
-- Codes are counted like passwords, under a key of their own: a right password gives nothing back to guesses at the code.
CREATE FUNCTION auth.code_key(p_username text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT lower(p_username) || E'\x1f' || 'code'
$$;

CREATE OR REPLACE FUNCTION auth.name_buckets(p_username text) RETURNS TABLE (kind smallint, bucket integer)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT b.kind, b.bucket
    FROM unnest(ARRAY[lower(p_username), auth.code_key(p_username)]) AS n (key),
    LATERAL (
        SELECT 3::smallint AS kind, auth.bucket('name', n.key) AS bucket
        UNION ALL
        SELECT 1::smallint, auth.bucket('name@workstation', n.key || '@' || w.rolname)
        FROM pg_roles w
        WHERE w.rolcanlogin AND pg_has_role(w.oid, 'prosync_client', 'MEMBER')) AS b
$$;

-- Runs as the throttle login; as auth.settle, but a wrong code is written down as such.
CREATE FUNCTION auth.settle_code(p_attempt uuid, p_accepted boolean, p_user uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    a auth.attempt;
    s auth.session;
BEGIN
    IF p_accepted THEN
        PERFORM auth.settle(p_attempt, true, p_user);
        RETURN;
    END IF;
    DELETE FROM auth.attempt WHERE attempt_id = p_attempt RETURNING * INTO a;
    IF FOUND THEN
        s.ip := a.ip;
        s.agent := a.agent;
        PERFORM auth.record(s, 'CODE_REFUSED', 'SESSION', p_user, NULL, NULL,
            jsonb_build_object('workstation', a.workstation, 'attempted_at', a.at));
    END IF;
END $$;

-- Counts a try against a key; seconds to wait, or 0 and the try to be judged.
CREATE FUNCTION auth.begin_try(p_key text, p_agent text) RETURNS TABLE (attempt uuid, wait integer)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT l.first::uuid, l.second::integer FROM auth.loopback(format(
        'SELECT attempt_id::text, retry_after::text FROM auth.charge(%L, %L, %L, %L)',
        p_key, session_user, coalesce(host(inet_client_addr()), 'local'), coalesce(p_agent, ''))) AS l;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Sign-in is not available just now.' USING ERRCODE = '58000';
    END IF;
END $$;

-- The session of somebody who proves by a code to be its owner; raises PSH04. For a code that is about to be confirmed too.
CREATE FUNCTION auth.demand_code(s auth.session, p_code text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    t record;
    accepted boolean;
BEGIN
    SELECT * INTO t FROM auth.begin_try(
        auth.code_key((SELECT u.username FROM app.users u WHERE u.user_id = s.user_id)), s.agent);
    IF t.wait > 0 THEN
        RAISE EXCEPTION 'Too many tries. Wait % seconds.', t.wait USING ERRCODE = 'PSH04', HINT = 'throttled';
    END IF;
    accepted := auth.accept_code(s.user_id, p_code, clock_timestamp());
    PERFORM l.first FROM auth.loopback(format(
        'SELECT auth.settle_code(%L, %L, %L)::text, NULL::text', t.attempt, accepted, s.user_id)) AS l;
    IF NOT accepted THEN
        RAISE EXCEPTION 'This code is not right, or was used already.' USING ERRCODE = 'PSH04', HINT = 'codeWrong';
    END IF;
END $$;

-- `OK`, `DENIED` or `THROTTLED` with the seconds to wait; charged like a sign-in.
CREATE FUNCTION auth.judge_password(s auth.session, p_password text) RETURNS TABLE (status text, wait integer)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    u record;
    t record;
    accepted boolean;
BEGIN
    SELECT a.username, a.password INTO u FROM app.users a WHERE a.user_id = s.user_id;
    SELECT * INTO t FROM auth.begin_try(lower(u.username), s.agent);
    IF t.wait > 0 THEN
        RETURN QUERY SELECT 'THROTTLED', t.wait;
        RETURN;
    END IF;
    accepted := auth.matches(p_password, u.password);
    PERFORM l.first FROM auth.loopback(format(
        'SELECT auth.settle(%L, %L, %L)::text, NULL::text', t.attempt, accepted, s.user_id)) AS l;
    RETURN QUERY SELECT CASE WHEN accepted THEN 'OK' ELSE 'DENIED' END, 0;
END $$;

CREATE FUNCTION auth.demand_password(s auth.session, p_password text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v record;
BEGIN
    SELECT * INTO v FROM auth.judge_password(s, p_password);
    IF v.status = 'THROTTLED' THEN
        RAISE EXCEPTION 'Too many tries. Wait % seconds.', v.wait USING ERRCODE = 'PSH04', HINT = 'throttled';
    ELSIF v.status <> 'OK' THEN
        RAISE EXCEPTION 'The password is not right.' USING ERRCODE = 'PSH04', HINT = 'passwordWrong';
    END IF;
END $$;

-- Sign-in in one step or two -------------------------------------------------------------------------------------------
CREATE FUNCTION auth.has_second_factor(p_user uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM auth.second_factor f WHERE f.user_id = p_user AND f.confirmed_at IS NOT NULL)
$$;

-- Opens a session for a person who was found to be who he or she says. `ENROL`: it may do nothing but enrol.
CREATE FUNCTION auth.open_session(p_user uuid, p_agent text)
RETURNS TABLE (status text, token text, user_id uuid, username text, display_name text, role_name text,
               permissions text[], must_change boolean, expires_at timestamptz, retry_after_seconds integer)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    fresh_token text := encode(ext.gen_random_bytes(32), 'hex');
    u record;
    s auth.session;
BEGIN
    SELECT a.user_id, a.username::text AS username, btrim(a.first_name || ' ' || a.last_name) AS display_name,
           a.role_id, r.name::text AS role_name, coalesce(c.must_change, false) AS must_change,
           d.role_id IS NOT NULL AND NOT auth.has_second_factor(a.user_id) AS must_enrol
    INTO STRICT u
    FROM app.users a JOIN app.roles r USING (role_id) LEFT JOIN auth.account c USING (user_id)
    LEFT JOIN auth.second_factor_demand d USING (role_id)
    WHERE a.user_id = p_user;
    INSERT INTO auth.session (
        token_hash, user_id, role_id, perms, own_only, must_change, must_enrol, db_role, ip, agent, expires_at)
    VALUES (
        sha256(convert_to(fresh_token, 'UTF8')), u.user_id, u.role_id, auth.role_perms(u.role_id),
        coalesce((SELECT array_agg(x.resource) FROM auth.role_scope x WHERE x.role_id = u.role_id), '{}'),
        u.must_change OR u.must_enrol, u.must_enrol, session_user, coalesce(host(inet_client_addr()), 'local'),
        left(p_agent, 200), clock_timestamp() + interval '12 hours')
    RETURNING * INTO s;
    UPDATE app.users a SET last_login = app.utc_now() WHERE a.user_id = u.user_id;
    PERFORM auth.record(s, 'LOGIN', 'SESSION', u.user_id, s.session_id::text, NULL,
        jsonb_build_object('workstation', session_user));
    -- Sessions are kept a week for questions, the ledger for ever.
    DELETE FROM auth.session x WHERE x.expires_at < clock_timestamp() - interval '7 days';
    RETURN QUERY SELECT CASE WHEN s.must_enrol THEN 'ENROL' ELSE 'OK' END, fresh_token, u.user_id, u.username,
        u.display_name, u.role_name, CASE WHEN s.must_change THEN '{}' ELSE s.perms END, u.must_change, s.expires_at, 0;
END $$;

-- As before; where a second factor is on, the answer is `CODE` with a ticket of five minutes in the place of the token.
CREATE OR REPLACE FUNCTION auth.login(p_username text, p_password text, p_agent text)
RETURNS TABLE (status text, token text, user_id uuid, username text, display_name text, role_name text,
               permissions text[], must_change boolean, expires_at timestamptz, retry_after_seconds integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    wanted text := lower(left(btrim(coalesce(p_username, '')), 200));
    t record;
    u record;
    accepted boolean;
    ticket text;
BEGIN
    SELECT * INTO t FROM auth.begin_try(wanted, p_agent);
    IF t.wait > 0 THEN
        RETURN QUERY SELECT 'THROTTLED', NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::text[],
            NULL::boolean, NULL::timestamptz, t.wait;
        RETURN;
    END IF;
    SELECT a.user_id, a.password, a.is_active INTO u FROM app.users a WHERE lower(a.username) = wanted;
    accepted := auth.matches(p_password, CASE WHEN u.is_active THEN u.password END);
    PERFORM l.first FROM auth.loopback(format(
        'SELECT auth.settle(%L, %L, %L)::text, NULL::text', t.attempt, accepted, u.user_id)) AS l;
    IF NOT accepted THEN
        RETURN QUERY SELECT 'DENIED', NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::text[],
            NULL::boolean, NULL::timestamptz, 0;
        RETURN;
    END IF;
    IF NOT auth.has_second_factor(u.user_id) THEN
        RETURN QUERY SELECT * FROM auth.open_session(u.user_id, p_agent);
        RETURN;
    END IF;
    ticket := encode(ext.gen_random_bytes(32), 'hex');
    DELETE FROM auth.pending_sign_in x
    WHERE x.user_id = u.user_id AND x.db_role = session_user OR x.created_at < clock_timestamp() - interval '5 minutes';
    INSERT INTO auth.pending_sign_in (ticket_hash, user_id, db_role, agent)
    VALUES (sha256(convert_to(ticket, 'UTF8')), u.user_id, session_user, left(p_agent, 200));
    RETURN QUERY SELECT 'CODE', ticket, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::text[],
        NULL::boolean, NULL::timestamptz, 0;
END $$;

-- The second step. `EXPIRED`: the ticket is unknown, too old or of another workstation, or the account changed meanwhile.
CREATE FUNCTION auth.login_code(p_ticket text, p_code text)
RETURNS TABLE (status text, token text, user_id uuid, username text, display_name text, role_name text,
               permissions text[], must_change boolean, expires_at timestamptz, retry_after_seconds integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    p record;
    t record;
    wait integer := 0;
    accepted boolean;
    answer text;
BEGIN
    SELECT x.ticket_hash, x.user_id, x.agent, u.username INTO p
    FROM auth.pending_sign_in x JOIN app.users u USING (user_id) LEFT JOIN auth.account c USING (user_id)
    WHERE x.ticket_hash = sha256(convert_to(coalesce(p_ticket, ''), 'UTF8')) AND x.db_role = session_user
      AND x.created_at > clock_timestamp() - interval '5 minutes'
      AND u.is_active AND coalesce(c.password_changed_at, '-infinity') < x.created_at;
    IF FOUND THEN
        SELECT * INTO t FROM auth.begin_try(auth.code_key(p.username), p.agent);
        wait := t.wait;
        IF wait = 0 THEN
            accepted := auth.accept_code(p.user_id, p_code, clock_timestamp());
            PERFORM l.first FROM auth.loopback(format(
                'SELECT auth.settle_code(%L, %L, %L)::text, NULL::text', t.attempt, accepted, p.user_id)) AS l;
        END IF;
        answer := CASE WHEN wait > 0 THEN 'THROTTLED' WHEN NOT accepted THEN 'DENIED' END;
    ELSE
        answer := 'EXPIRED';
    END IF;
    IF answer IS NOT NULL THEN
        RETURN QUERY SELECT answer, NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text, NULL::text[],
            NULL::boolean, NULL::timestamptz, wait;
        RETURN;
    END IF;
    DELETE FROM auth.pending_sign_in x WHERE x.ticket_hash = p.ticket_hash;
    RETURN QUERY SELECT * FROM auth.open_session(p.user_id, p.agent);
END $$;

-- The own second factor ------------------------------------------------------------------------------------------------
CREATE FUNCTION auth.live_or_raise() RETURNS auth.session
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.session_id IS NULL THEN
        RAISE EXCEPTION 'The session has ended. Sign in again.' USING ERRCODE = '28000';
    END IF;
    RETURN s;
END $$;

CREATE FUNCTION auth.second_factor_state()
RETURNS TABLE (is_on boolean, since timestamptz, recovery_left integer, is_demanded boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
BEGIN
    RETURN QUERY
        SELECT auth.has_second_factor(s.user_id),
               (SELECT f.confirmed_at FROM auth.second_factor f WHERE f.user_id = s.user_id),
               (SELECT count(*)::integer FROM auth.recovery_code c WHERE c.user_id = s.user_id AND c.used_at IS NULL),
               EXISTS (SELECT FROM auth.second_factor_demand d WHERE d.role_id = s.role_id);
END $$;

-- A fresh secret, told this once; nothing is on before a code of it was confirmed. The password, because an open window
-- must not be enough to shut its owner out.
CREATE FUNCTION auth.enrol_second_factor(p_password text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
    fresh bytea := ext.gen_random_bytes(20);
BEGIN
    IF s.must_change AND NOT s.must_enrol THEN
        RAISE EXCEPTION 'The password must be changed before anything else.'
            USING ERRCODE = '42501', HINT = 'must_change';
    ELSIF auth.has_second_factor(s.user_id) THEN
        RAISE EXCEPTION 'Two-factor sign-in is on already.' USING ERRCODE = 'PSH04', HINT = 'alreadyOn';
    END IF;
    PERFORM auth.demand_password(s, p_password);
    INSERT INTO auth.second_factor (user_id, secret) VALUES (s.user_id, fresh)
    ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, enrolled_at = clock_timestamp(), last_step = 0;
    RETURN auth.base32(fresh);
END $$;

CREATE FUNCTION auth.confirm_second_factor(p_code text) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
    codes text[];
BEGIN
    IF NOT EXISTS (SELECT FROM auth.second_factor f WHERE f.user_id = s.user_id AND f.confirmed_at IS NULL) THEN
        RAISE EXCEPTION 'There is nothing to confirm.' USING ERRCODE = 'PSH04', HINT = 'nothingToConfirm';
    END IF;
    PERFORM auth.demand_code(s, p_code);
    UPDATE auth.second_factor SET confirmed_at = clock_timestamp() WHERE user_id = s.user_id;
    codes := auth.fresh_recovery_codes(s.user_id);
    UPDATE auth.session x
    SET must_enrol = false,
        must_change = coalesce((SELECT c.must_change FROM auth.account c WHERE c.user_id = x.user_id), false)
    WHERE x.session_id = s.session_id AND x.must_enrol;
    PERFORM auth.record(s, 'SECOND_FACTOR_ON', 'USER', s.user_id, s.user_id::text, NULL, NULL);
    RETURN codes;
END $$;

CREATE FUNCTION auth.renew_recovery_codes(p_code text) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
    codes text[];
BEGIN
    IF NOT auth.has_second_factor(s.user_id) THEN
        RAISE EXCEPTION 'Two-factor sign-in is off.' USING ERRCODE = 'PSH04', HINT = 'isOff';
    END IF;
    PERFORM auth.demand_code(s, p_code);
    codes := auth.fresh_recovery_codes(s.user_id);
    PERFORM auth.record(s, 'RECOVERY_CODES_RENEWED', 'USER', s.user_id, s.user_id::text, NULL, NULL);
    RETURN codes;
END $$;

CREATE FUNCTION auth.remove_second_factor(p_password text, p_code text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
BEGIN
    IF NOT auth.has_second_factor(s.user_id) THEN
        RAISE EXCEPTION 'Two-factor sign-in is off.' USING ERRCODE = 'PSH04', HINT = 'isOff';
    ELSIF EXISTS (SELECT FROM auth.second_factor_demand d WHERE d.role_id = s.role_id) THEN
        RAISE EXCEPTION 'Your role demands two-factor sign-in.' USING ERRCODE = 'PSH04', HINT = 'demanded';
    END IF;
    PERFORM auth.demand_password(s, p_password);
    PERFORM auth.demand_code(s, p_code);
    DELETE FROM auth.recovery_code WHERE user_id = s.user_id;
    DELETE FROM auth.second_factor WHERE user_id = s.user_id;
    PERFORM auth.record(s, 'SECOND_FACTOR_OFF', 'USER', s.user_id, s.user_id::text, NULL, NULL);
END $$;

-- For others -----------------------------------------------------------------------------------------------------------
-- For somebody who lost the telephone. Not for oneself: that takes the password and a code. Answers whether it was on.
CREATE FUNCTION auth.reset_second_factor(p_user_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require_over(p_user_id);
    was_on boolean := auth.has_second_factor(p_user_id);
BEGIN
    IF s.user_id = p_user_id THEN
        RAISE EXCEPTION 'The own second factor is switched off with password and code.'
            USING ERRCODE = '42501', HINT = 'self';
    END IF;
    DELETE FROM auth.recovery_code WHERE user_id = p_user_id;
    DELETE FROM auth.second_factor WHERE user_id = p_user_id;
    IF was_on THEN
        PERFORM auth.record(s, 'SECOND_FACTOR_RESET', 'USER', p_user_id, p_user_id::text, NULL, NULL);
    END IF;
    RETURN was_on;
END $$;

-- What the window asks for when it opens: minutes without a key or a mouse before it locks.
CREATE FUNCTION auth.idle_lock_minutes() RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.live_or_raise();
    RETURN (SELECT r.idle_lock_minutes FROM auth.sign_in_rules r);
END $$;

CREATE FUNCTION auth.second_factor_demands() RETURNS TABLE (role_id integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM auth.require('settings:read');
    RETURN QUERY SELECT d.role_id FROM auth.second_factor_demand d ORDER BY d.role_id;
END $$;

-- Who has no second factor yet is asked to enrol at the next sign-in; open sessions go on.
CREATE FUNCTION auth.set_sign_in_rules(p_idle_minutes integer, p_demanding_roles integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('settings:update');
    idle_before integer;
    roles_before integer[];
    wanted integer[];
BEGIN
    PERFORM auth.enlist(s);
    SELECT coalesce(array_agg(r.role_id ORDER BY r.role_id), '{}') INTO wanted
    FROM app.roles r WHERE r.role_id = ANY (p_demanding_roles);
    IF p_idle_minutes IS NULL OR p_idle_minutes NOT BETWEEN 1 AND 240 THEN
        RAISE EXCEPTION 'The window may lock after 1 to 240 minutes.' USING ERRCODE = 'PSH05', HINT = 'idleMinutes';
    END IF;
    SELECT r.idle_lock_minutes INTO idle_before FROM auth.sign_in_rules r FOR UPDATE;
    SELECT coalesce(array_agg(d.role_id ORDER BY d.role_id), '{}') INTO roles_before FROM auth.second_factor_demand d;
    UPDATE auth.sign_in_rules SET idle_lock_minutes = p_idle_minutes;
    DELETE FROM auth.second_factor_demand d WHERE d.role_id <> ALL (wanted);
    INSERT INTO auth.second_factor_demand SELECT unnest(wanted) ON CONFLICT DO NOTHING;
    PERFORM auth.record(s, 'SIGN_IN_RULES_CHANGED', 'SITE', NULL, 'sign-in',
        jsonb_build_object('idle_lock_minutes', idle_before, 'two_factor_roles', to_jsonb(roles_before)),
        jsonb_build_object('idle_lock_minutes', p_idle_minutes, 'two_factor_roles', to_jsonb(wanted)));
END $$;

-- The locked window ----------------------------------------------------------------------------------------------------
CREATE FUNCTION auth.lock_window(p_by_idleness boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
BEGIN
    PERFORM auth.record(s, 'WINDOW_LOCKED', 'SESSION', s.user_id, s.session_id::text, NULL,
        jsonb_build_object('by', CASE WHEN p_by_idleness THEN 'idleness' ELSE 'person' END));
END $$;

CREATE FUNCTION auth.unlock_window(p_password text) RETURNS TABLE (status text, retry_after_seconds integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
    v record;
BEGIN
    SELECT * INTO v FROM auth.judge_password(s, p_password);
    IF v.status = 'OK' THEN
        PERFORM auth.record(s, 'WINDOW_UNLOCKED', 'SESSION', s.user_id, s.session_id::text, NULL, NULL);
    END IF;
    RETURN QUERY SELECT v.status, v.wait;
END $$;

-- Signs out in favour of somebody who has just signed in at the same workstation; anybody else's name is ignored.
CREATE FUNCTION auth.hand_over(p_next_user uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.session_id IS NOT NULL AND EXISTS (
        SELECT FROM auth.session n
        WHERE n.user_id = p_next_user AND n.db_role = session_user AND n.session_id <> s.session_id
          AND n.revoked_at IS NULL AND n.created_at > clock_timestamp() - interval '2 minutes') THEN
        PERFORM auth.record(s, 'WINDOW_HANDED_OVER', 'SESSION', s.user_id, s.session_id::text, NULL,
            jsonb_build_object('to', p_next_user));
    END IF;
    PERFORM auth.logout();
END $$;

GRANT EXECUTE ON FUNCTION auth.settle_code(uuid, boolean, uuid) TO prosync_throttle;
GRANT EXECUTE ON FUNCTION
    auth.login_code(text, text),
    auth.second_factor_state(),
    auth.enrol_second_factor(text),
    auth.confirm_second_factor(text),
    auth.renew_recovery_codes(text),
    auth.remove_second_factor(text, text),
    auth.reset_second_factor(uuid),
    auth.idle_lock_minutes(),
    auth.second_factor_demands(),
    auth.set_sign_in_rules(integer, integer[]),
    auth.lock_window(boolean),
    auth.unlock_window(text),
    auth.hand_over(uuid)
    TO prosync_client;
SET LOCAL ROLE prosync_owner;
