-- What a person prefers, wherever he or she signs in: language, keys, notifications. Small, never secret, and nobody's
-- business but the person's own. What belongs to a workstation, such as theme and scale, stays in a file there.
CREATE TABLE app.user_preferences (
    user_id uuid PRIMARY KEY REFERENCES app.users,
    preferences jsonb NOT NULL DEFAULT '{}' CONSTRAINT user_preferences_small_object
        CHECK (jsonb_typeof(preferences) = 'object' AND octet_length(preferences::text) <= 16384),
    row_version integer NOT NULL DEFAULT 0
);
CALL migration.guard('user_preferences', 'USER_PREFERENCES', '{user_id}', 'version', '{*}', '{}', '{}', '{preferences}',
    'user_id = (SELECT app.current_user_id())');
GRANT SELECT (user_id, preferences, row_version) ON app.user_preferences TO prosync_client;
GRANT SELECT, INSERT, UPDATE ON app.user_preferences TO prosync_auth;

SET LOCAL ROLE prosync_auth;
-- Merges into the own preferences; a null takes a key away. Two clients that change different keys keep both.
CREATE FUNCTION auth.save_preferences(p_changes jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.session_id IS NULL OR s.must_change THEN
        s := auth.require('user:update');
    END IF;
    PERFORM auth.enlist(s);
    INSERT INTO app.user_preferences AS p (user_id, preferences) VALUES (s.user_id, jsonb_strip_nulls(p_changes))
    ON CONFLICT (user_id) DO UPDATE SET preferences = jsonb_strip_nulls(p.preferences || p_changes);
END $$;
GRANT EXECUTE ON FUNCTION auth.save_preferences(jsonb) TO prosync_client;
SET LOCAL ROLE prosync_owner;
