-- What a password must be, said by the rule that it breaks.
SET LOCAL ROLE prosync_auth;
DROP FUNCTION auth.check_password_rules(text, text);

-- Raises PSH04 with a sentence for people and the rule's key as hint. The words are those of the person and the site that
-- somebody who knows them would try first.
CREATE FUNCTION auth.check_password_rules(p_password text, p_username text, VARIADIC p_words text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    plain text := lower(p_password);
    word text;
BEGIN
    IF length(coalesce(p_password, '')) < 12 THEN
        RAISE EXCEPTION 'A password needs at least 12 characters.' USING ERRCODE = 'PSH04', HINT = 'tooShort';
    ELSIF octet_length(p_password) > 72 THEN
        RAISE EXCEPTION 'A password may have at most 72 bytes.' USING ERRCODE = 'PSH04', HINT = 'tooLong';
    ELSIF (SELECT count(DISTINCT c) FROM regexp_split_to_table(p_password, '') AS c) < 5 THEN
        RAISE EXCEPTION 'A password needs at least five different characters.'
            USING ERRCODE = 'PSH04', HINT = 'tooSimple';
    ELSIF length(p_username) >= 3 AND position(lower(p_username) IN plain) > 0 THEN
        RAISE EXCEPTION 'A password must not contain the user name.' USING ERRCODE = 'PSH04', HINT = 'containsName';
    END IF;
    FOREACH word IN ARRAY p_words LOOP
        word := lower(btrim(split_part(coalesce(word, ''), '@', 1)));
        IF length(word) >= 4 AND position(word IN plain) > 0 THEN
            RAISE EXCEPTION 'A password must not contain your name, your address or the name of the site.'
                USING ERRCODE = 'PSH04', HINT = 'containsPerson';
        END IF;
    END LOOP;
    -- What is left when the words and runs that everybody tries first are taken out.
    IF length(regexp_replace(plain,
        'p[a@4][s$5]{2}w[o0]r[dt]|qwert[yz](uiop)?|asdf(ghjkl?)?|letmein|welcome|willkommen|admin(istrator)?|secret'
        || '|1234567890|[0-9]?12345?6?7?8?9?|abcd(efgh)?(ijkl)?(mnop)?|(19|20)[0-9]{2}', '', 'g')) < 6 THEN
        RAISE EXCEPTION 'A password must be more than a well-known one.' USING ERRCODE = 'PSH04', HINT = 'wellKnown';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION auth.change_password(p_old text, p_new text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live_or_raise();
    u record;
    v record;
BEGIN
    SELECT a.username, a.email, a.first_name, a.last_name, t.name AS site INTO u
    FROM app.users a, app.site t WHERE a.user_id = s.user_id;
    PERFORM auth.check_password_rules(p_new, u.username, u.email, u.first_name, u.last_name, u.site);
    -- The old password is charged like a sign-in: a stolen session must not become a place to guess at.
    SELECT * INTO v FROM auth.judge_password(s, p_old);
    IF v.status = 'THROTTLED' THEN
        RAISE EXCEPTION 'Too many tries. Wait % seconds.', v.wait USING ERRCODE = 'PSH04', HINT = 'throttled';
    ELSIF v.status <> 'OK' THEN
        RAISE EXCEPTION 'The old password is not right.' USING ERRCODE = 'PSH04', HINT = 'oldWrong';
    ELSIF p_old = p_new THEN
        RAISE EXCEPTION 'The new password must differ from the old one.' USING ERRCODE = 'PSH04', HINT = 'same';
    END IF;
    PERFORM auth.set_password(s.user_id, p_new, false);
    UPDATE auth.session SET revoked_at = clock_timestamp(), revoked_why = 'PASSWORD_CHANGED'
    WHERE user_id = s.user_id AND session_id <> s.session_id AND revoked_at IS NULL;
    UPDATE auth.session SET must_change = must_enrol WHERE session_id = s.session_id;
    PERFORM auth.record(s, 'PASSWORD_CHANGED', 'USER', s.user_id, s.user_id::text, NULL, NULL);
END $$;

CREATE OR REPLACE FUNCTION auth.create_first_administrator(
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
    PERFORM auth.check_password_rules(
        p_password, btrim(p_username), p_email, p_first_name, p_last_name, p_site_name);
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
SET LOCAL ROLE prosync_owner;
