-- A session whose rights or places shrink goes on, but not its transactions: one at REPEATABLE READ that was open before
-- would go on reading and writing by the old ones. Connections without a transaction stay, so open windows hardly notice.
SET LOCAL ROLE prosync_auth;

-- Who is in a transaction is read from the locks: every transaction holds the one on its own virtual number, and that view,
-- unlike the one of activities, shows all of them to everybody. Deferred, because a termination can not be rolled back.
CREATE FUNCTION auth.end_transactions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_terminate_backend(a.pid)
    FROM pg_stat_get_activity(NULL) a
    JOIN pg_roles r ON r.oid = a.usesysid
    WHERE r.rolname = NEW.db_role AND NOT r.rolsuper AND a.pid <> pg_backend_pid()
      AND a.datid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
      AND EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND l.locktype = 'virtualxid' AND l.granted);
    RETURN NULL;
END $$;

-- Beginning and ending to look at another role is the person's own wish.
CREATE CONSTRAINT TRIGGER end_transactions AFTER UPDATE OF perms, own_only, places ON auth.session
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.revoked_at IS NULL AND OLD.view_role IS NOT DISTINCT FROM NEW.view_role
          AND NOT (OLD.perms <@ NEW.perms AND NEW.own_only <@ OLD.own_only
                   AND (NEW.places IS NULL OR coalesce(OLD.places <@ NEW.places, false)))
          AND OLD.expires_at > clock_timestamp() AND OLD.last_seen + OLD.idle_limit > clock_timestamp())
    EXECUTE FUNCTION auth.end_transactions();
SET LOCAL ROLE prosync_owner;
