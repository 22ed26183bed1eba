-- Accounts and passwords: the only ways in which a password is ever written.
GRANT INSERT ON app.users TO prosync_auth;
GRANT UPDATE (password) ON app.users TO prosync_auth;
GRANT UPDATE (name, time_zone) ON app.site TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- A definer's function, because the owner, who fills demo plants, may not call the extension itself.
CREATE FUNCTION auth.hash_password(p_password text) RETURNS text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT ext.crypt(p_password, ext.gen_salt('bf', 11))
$$;

-- Raises PSH04 with a sentence for people and the rule's key as hint.
CREATE FUNCTION auth.check_password_rules(p_password text, p_username text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF length(coalesce(p_password, '')) < 12 THEN
        RAISE EXCEPTION 'A password needs at least 12 characters.' USING ERRCODE = 'PSH04', HINT = 'tooShort';
    ELSIF octet_length(p_password) > 72 THEN
        RAISE EXCEPTION 'A password may have at most 72 bytes.' USING ERRCODE = 'PSH04', HINT = 'tooLong';
    ELSIF (SELECT count(DISTINCT c) FROM regexp_split_to_table(p_password, '') AS c) < 5 THEN
        RAISE EXCEPTION 'A password needs at least five different characters.'
            USING ERRCODE = 'PSH04', HINT = 'tooSimple';
    ELSIF length(p_username) >= 3 AND position(lower(p_username) IN lower(p_password)) > 0 THEN
        RAISE EXCEPTION 'A password must not contain the user name.' USING ERRCODE = 'PSH04', HINT = 'containsName';
    END IF;
END $$;

-- Sixteen characters of an alphabet without look-alikes: 80 random bits, in groups that can be read out.
CREATE FUNCTION auth.temporary_password() RETURNS text
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(
        CASE WHEN i IN (4, 8, 12) THEN '-' ELSE '' END
            || substr('abcdefghjkmnpqrstuvwxyz23456789A', (get_byte(r.b, i) & 31) + 1, 1), '' ORDER BY i)
    FROM (SELECT ext.gen_random_bytes(16) AS b) AS r, generate_series(0, 15) AS i
$$;

CREATE FUNCTION auth.set_password(p_user uuid, p_password text, p_must_change boolean) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE app.users SET password = auth.hash_password(p_password) WHERE user_id = p_user;
    INSERT INTO auth.account (user_id, must_change) VALUES (p_user, p_must_change)
    ON CONFLICT (user_id) DO UPDATE
        SET must_change = excluded.must_change, password_changed_at = clock_timestamp();
END $$;

-- The old password is charged like a sign-in: a stolen session must not become a place to guess at.
CREATE FUNCTION auth.change_password(p_old text, p_new text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
    u record;
    attempt text;
    wait text;
    accepted boolean;
BEGIN
    IF s.session_id IS NULL THEN
        RAISE EXCEPTION 'The session has ended. Sign in again.' USING ERRCODE = '28000';
    END IF;
    SELECT a.username, a.password INTO u FROM app.users a WHERE a.user_id = s.user_id;
    PERFORM auth.check_password_rules(p_new, u.username);
    SELECT l.first, l.second INTO attempt, wait FROM auth.loopback(format(
        'SELECT attempt_id::text, retry_after::text FROM auth.charge(%L, %L, %L, %L)',
        lower(u.username), session_user, s.ip, s.agent)) AS l;
    IF attempt IS NULL THEN
        RAISE EXCEPTION 'Too many tries. Wait % seconds.', wait USING ERRCODE = 'PSH04', HINT = 'throttled';
    END IF;
    accepted := auth.matches(p_old, u.password);
    PERFORM l.first FROM auth.loopback(format(
        'SELECT auth.settle(%L, %L, %L)::text, NULL::text', attempt, accepted, s.user_id)) AS l;
    IF NOT accepted THEN
        RAISE EXCEPTION 'The old password is not right.' USING ERRCODE = 'PSH04', HINT = 'oldWrong';
    ELSIF p_old = p_new THEN
        RAISE EXCEPTION 'The new password must differ from the old one.' USING ERRCODE = 'PSH04', HINT = 'same';
    END IF;
    PERFORM auth.set_password(s.user_id, p_new, false);
    UPDATE auth.session SET revoked_at = clock_timestamp(), revoked_why = 'PASSWORD_CHANGED'
    WHERE user_id = s.user_id AND session_id <> s.session_id AND revoked_at IS NULL;
    UPDATE auth.session SET must_change = false WHERE session_id = s.session_id;
    PERFORM auth.record(s, 'PASSWORD_CHANGED', 'USER', s.user_id, s.user_id::text, NULL, NULL);
END $$;

-- Rank ----------------------------------------------------------------------------------------------------------------
-- An administrator decides who may do what; having both permissions is what the word means here. Everybody else may
-- only give, edit or reset what does not go beyond the own permissions, and nobody raises himself or herself.
CREATE FUNCTION auth.is_administrator(s auth.session) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT s.perms @> ARRAY['user:update', 'role:update']
$$;

CREATE FUNCTION auth.require_rank(s auth.session, p_role integer, p_for_oneself boolean) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF auth.role_perms(p_role) <@ s.perms OR (auth.is_administrator(s) AND NOT p_for_oneself) THEN
        RETURN;
    END IF;
    RAISE EXCEPTION 'This role holds permissions that you do not hold yourself.'
        USING ERRCODE = '42501', HINT = 'rank';
END $$;

CREATE FUNCTION auth.create_user(
    p_user_id uuid, p_username text, p_email text, p_first_name text, p_last_name text, p_role_id integer,
    p_phone_number text DEFAULT NULL, p_department text DEFAULT NULL, p_profile_image_url text DEFAULT NULL)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('user:create');
    fresh text := auth.temporary_password();
    id uuid := coalesce(p_user_id, gen_random_uuid());
BEGIN
    PERFORM auth.enlist(s);
    PERFORM auth.require_rank(s, p_role_id, false);
    INSERT INTO app.users (
        user_id, username, email, password, first_name, last_name, role_id, phone_number, department,
        profile_image_url)
    VALUES (
        id, btrim(p_username), btrim(p_email), auth.hash_password(fresh), coalesce(p_first_name, ''),
        coalesce(p_last_name, ''), p_role_id, p_phone_number, p_department, p_profile_image_url);
    INSERT INTO auth.account (user_id, must_change) VALUES (id, true);
    RETURN fresh;
END $$;

CREATE FUNCTION auth.reset_password(p_user_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.require('user:update');
    fresh text := auth.temporary_password();
    role integer;
BEGIN
    SELECT u.role_id INTO role FROM app.users u WHERE u.user_id = p_user_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'There is no such user.' USING ERRCODE = 'P0002';
    END IF;
    PERFORM auth.enlist(s);
    PERFORM auth.require_rank(s, role, false);
    PERFORM auth.set_password(p_user_id, fresh, true);
    UPDATE auth.session SET revoked_at = clock_timestamp(), revoked_why = 'PASSWORD_RESET'
    WHERE user_id = p_user_id AND revoked_at IS NULL;
    PERFORM auth.record(s, 'PASSWORD_RESET', 'USER', p_user_id, p_user_id::text, NULL, NULL);
    RETURN fresh;
END $$;

-- The first start of an empty site. Two first starts at once: the second waits, then finds somebody.
CREATE FUNCTION auth.create_first_administrator(
    p_site_name text, p_username text, p_email text, p_password text, p_first_name text, p_last_name text,
    p_time_zone text DEFAULT NULL)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    id uuid := gen_random_uuid();
BEGIN
    UPDATE auth.admin_guard SET changes = changes + 1;
    IF EXISTS (SELECT FROM app.users) THEN
        RAISE EXCEPTION 'This site has users already.' USING ERRCODE = '42501', HINT = 'notEmpty';
    END IF;
    PERFORM auth.check_password_rules(p_password, btrim(p_username));
    IF p_time_zone IS NOT NULL AND NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = p_time_zone) THEN
        RAISE EXCEPTION 'The time zone % is not known.', left(p_time_zone, 64) USING ERRCODE = 'PSH05', HINT = 'timeZone';
    END IF;
    INSERT INTO app.users (user_id, username, email, password, first_name, last_name, role_id)
    SELECT id, btrim(p_username), btrim(p_email), auth.hash_password(p_password), coalesce(p_first_name, ''),
           coalesce(p_last_name, ''), r.role_id
    FROM app.roles r WHERE r.name = 'Administrator';
    INSERT INTO auth.account (user_id) VALUES (id);
    UPDATE app.site
    SET name = coalesce(nullif(btrim(p_site_name), ''), name), time_zone = coalesce(p_time_zone, time_zone);
    RETURN id;
END $$;

GRANT EXECUTE ON FUNCTION
    auth.change_password(text, text),
    auth.create_user(uuid, text, text, text, text, integer, text, text, text),
    auth.reset_password(uuid),
    auth.create_first_administrator(text, text, text, text, text, text, text)
    TO prosync_client;
-- Demo plants are filled by the owner.
GRANT EXECUTE ON FUNCTION auth.hash_password(text) TO prosync_owner;
SET LOCAL ROLE prosync_owner;
