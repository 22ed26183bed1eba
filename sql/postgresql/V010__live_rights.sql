-- Rights follow the tables at once: live sessions are rewritten or revoked in the transaction that changes a right, and
-- the last active administrator can not be taken away. These triggers run for every writer.
SET LOCAL ROLE prosync_auth;

-- A role's permissions changed: its live sessions carry the new list from the next statement on.
CREATE FUNCTION auth.follow_role_permissions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE auth.session s
    SET perms = auth.role_perms(s.role_id)
    WHERE s.role_id IN (SELECT role_id FROM changed) AND s.revoked_at IS NULL;
    RETURN NULL;
END $$;

-- A person was deactivated, renamed or given another role: the sessions end; signing in again shows the new state.
CREATE FUNCTION auth.follow_users() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE auth.session
    SET revoked_at = clock_timestamp(),
        revoked_why = CASE WHEN NEW.is_active THEN 'ACCOUNT_CHANGED' ELSE 'DEACTIVATED' END
    WHERE user_id = NEW.user_id AND revoked_at IS NULL;
    RETURN NULL;
END $$;

-- Ends the workstation's other connections when a live session is revoked by somebody: a REPEATABLE READ transaction or a
-- held cursor opened before would go on reading. Deferred, because a termination can not be rolled back.
CREATE FUNCTION auth.end_connections() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM auth.session WHERE session_id = NEW.session_id AND revoked_at IS NOT NULL) THEN
        PERFORM pg_terminate_backend(a.pid)
        FROM pg_stat_get_activity(NULL) a
        JOIN pg_roles r ON r.oid = a.usesysid
        WHERE r.rolname = NEW.db_role AND NOT r.rolsuper AND a.pid <> pg_backend_pid()
          AND a.datid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER end_connections AFTER UPDATE ON auth.session
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL AND NEW.revoked_why <> 'LOGOUT'
          AND OLD.expires_at > clock_timestamp() AND OLD.last_seen + OLD.idle_limit > clock_timestamp())
    EXECUTE FUNCTION auth.end_connections();

-- Two administrators who deactivate each other would each see the other still active. The guard row makes the second
-- wait (READ COMMITTED) or fail with 40001 (stricter levels).
CREATE FUNCTION auth.keep_an_administrator() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted constant text[] := ARRAY['user:update', 'role:update'];
BEGIN
    UPDATE auth.admin_guard SET changes = changes + 1;
    -- Only taking something from an administrator can take the last one.
    IF TG_TABLE_NAME = 'users' THEN
        IF NOT auth.role_perms(OLD.role_id) @> wanted THEN
            RETURN NULL;
        END IF;
    ELSIF NOT EXISTS (
        SELECT FROM changed c JOIN app.permissions p USING (permission_id) WHERE p.name = ANY (wanted)) THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM app.users u WHERE u.is_active AND auth.role_perms(u.role_id) @> wanted)
        AND EXISTS (SELECT FROM app.users) THEN
        RAISE EXCEPTION 'The last active administrator must stay: somebody has to be able to manage users and roles.'
            USING ERRCODE = '23514', CONSTRAINT = 'last_administrator';
    END IF;
    RETURN NULL;
END $$;

GRANT EXECUTE ON FUNCTION auth.follow_role_permissions(), auth.follow_users(), auth.keep_an_administrator()
    TO prosync_owner;
SET LOCAL ROLE prosync_owner;

CREATE TRIGGER t60_follow_insert AFTER INSERT ON app.role_permissions REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION auth.follow_role_permissions();
CREATE TRIGGER t60_follow_delete AFTER DELETE ON app.role_permissions REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION auth.follow_role_permissions();
CREATE TRIGGER t70_keep_an_administrator AFTER DELETE ON app.role_permissions
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION auth.keep_an_administrator();
CREATE TRIGGER t60_follow AFTER UPDATE ON app.users FOR EACH ROW
    WHEN ((OLD.is_active AND NOT NEW.is_active) OR NEW.role_id <> OLD.role_id OR NEW.username <> OLD.username)
    EXECUTE FUNCTION auth.follow_users();
CREATE TRIGGER t70_keep_an_administrator AFTER UPDATE ON app.users FOR EACH ROW
    WHEN (OLD.is_active AND (NOT NEW.is_active OR NEW.role_id <> OLD.role_id))
    EXECUTE FUNCTION auth.keep_an_administrator();
CREATE TRIGGER t70_keep_an_administrator_delete AFTER DELETE ON app.users FOR EACH ROW
    WHEN (OLD.is_active) EXECUTE FUNCTION auth.keep_an_administrator();
