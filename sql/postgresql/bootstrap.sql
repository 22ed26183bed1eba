-- Run once per database by a superuser, and again after every restore (a restored database lets PUBLIC connect and
-- create temporary tables again). Idempotent. Roles belong to the whole cluster, everything else to this database.
--
-- Passwords never stand in this file. The caller sets, in the same transaction, prosync_bootstrap.migrator, .relay,
-- .throttle and .site to a SCRAM verifier (or leaves them empty: such a role keeps what it had), and
-- prosync_bootstrap.throttle_plain to the throttle login's password, which the sign-in function needs for its
-- loopback connection and which the migration's owner can not read back.

-- One bootstrap at a time in the whole cluster: advisory locks would only hold within one database.
LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE;

-- Roles ---------------------------------------------------------------------------------------------------------
DO $$
DECLARE
    wanted record;
    verifier text;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('prosync_owner',    'NOLOGIN',                              NULL),
            ('prosync_auth',     'NOLOGIN',                              NULL),
            ('prosync_client',   'NOLOGIN',                              NULL),
            ('prosync_migrator', 'LOGIN NOINHERIT CONNECTION LIMIT 10',  'migrator'),
            ('prosync_relay',    'LOGIN CONNECTION LIMIT 10',            'relay'),
            ('prosync_throttle', 'LOGIN CONNECTION LIMIT 50',            'throttle'),
            ('prosync_site',     'LOGIN CONNECTION LIMIT 20',            'site')
        ) AS r (name, attributes, secret)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.name) THEN
            EXECUTE format('CREATE ROLE %I', wanted.name);
        END IF;
        EXECUTE format(
            'ALTER ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS %s',
            wanted.name, wanted.attributes);
        verifier := nullif(current_setting('prosync_bootstrap.' || coalesce(wanted.secret, 'none'), true), '');
        IF verifier IS NOT NULL THEN
            EXECUTE format('ALTER ROLE %I PASSWORD %L', wanted.name, verifier);
        END IF;
    END LOOP;
END $$;

-- The migrator inherits nothing: each migration says whose objects it makes.
GRANT prosync_owner, prosync_auth TO prosync_migrator;
-- Revocation ends the other connections of the workstation (see auth.end_connections).
GRANT pg_signal_backend TO prosync_auth;
-- A slow statement's log line must never show a bound password; only a superuser may set this.
ALTER ROLE prosync_throttle SET log_parameter_max_length = 0;
ALTER ROLE prosync_throttle SET statement_timeout = '5s';
ALTER ROLE prosync_site SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE prosync_relay SET idle_in_transaction_session_timeout = '60s';

-- The database --------------------------------------------------------------------------------------------------
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO prosync_migrator, prosync_client, prosync_relay, prosync_throttle, prosync_site',
        current_database());
END $$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA IF NOT EXISTS app;
CREATE SCHEMA IF NOT EXISTS audit;
CREATE SCHEMA IF NOT EXISTS migration;
CREATE SCHEMA IF NOT EXISTS auth;
CREATE SCHEMA IF NOT EXISTS ext;
ALTER SCHEMA app OWNER TO prosync_owner;
ALTER SCHEMA audit OWNER TO prosync_owner;
ALTER SCHEMA migration OWNER TO prosync_owner;
ALTER SCHEMA auth OWNER TO prosync_auth;

-- Extensions live where no client can name them.
CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS dblink SCHEMA ext;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ext FROM PUBLIC;
REVOKE ALL ON SCHEMA ext FROM PUBLIC;
GRANT USAGE ON SCHEMA ext TO prosync_owner, prosync_auth;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ext TO prosync_auth;
DO $$
DECLARE
    f regprocedure;
BEGIN
    -- The owner only builds trigram indexes; hashing and loopback connections stay with the door.
    FOR f IN
        SELECT d.objid::regprocedure
        FROM pg_catalog.pg_depend d
        JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid AND e.extname = 'pg_trgm'
        WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.refclassid = 'pg_catalog.pg_extension'::regclass
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO prosync_owner', f);
    END LOOP;
END $$;

-- What PUBLIC may do by default and a workstation must not -------------------------------------------------------
DO $$
DECLARE
    f regprocedure;
BEGIN
    FOR f IN
        SELECT p.oid::regprocedure
        FROM pg_catalog.pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname LIKE 'pg\_advisory\_%' OR p.proname LIKE 'pg\_try\_advisory\_%'
            OR p.proname LIKE 'lo\_%' OR p.proname IN ('loread', 'lowrite')
            OR p.proname IN ('pg_stat_get_activity', 'pg_stat_get_backend_activity', 'pg_terminate_backend',
                             'pg_cancel_backend', 'pg_notify'))
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO prosync_auth', f);
        -- Migrations are serialised by an advisory lock of their own.
        IF f::text LIKE '%advisory%' THEN
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO prosync_owner, prosync_migrator', f);
        END IF;
    END LOOP;
END $$;
REVOKE USAGE ON LANGUAGE plpgsql, sql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql, sql TO prosync_owner, prosync_auth;

-- New functions are nobody's until granted.
ALTER DEFAULT PRIVILEGES FOR ROLE prosync_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE prosync_auth REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE prosync_owner REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE prosync_auth REVOKE USAGE ON TYPES FROM PUBLIC;

-- Only migrations and superusers change the schema; this also stops DROP OWNED and stray COMMENTs.
CREATE OR REPLACE FUNCTION ext.refuse_ddl() RETURNS event_trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF session_user <> 'prosync_migrator'
        AND NOT (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = session_user) THEN
        RAISE EXCEPTION 'Only a migration may change the schema (%).', tg_tag USING ERRCODE = '42501';
    END IF;
END $$;
REVOKE ALL ON FUNCTION ext.refuse_ddl() FROM PUBLIC;
DROP EVENT TRIGGER IF EXISTS prosync_refuse_ddl;
CREATE EVENT TRIGGER prosync_refuse_ddl ON ddl_command_start EXECUTE FUNCTION ext.refuse_ddl();

-- How sign-in reaches its own server to count a try before it judges it -------------------------------------------
CREATE TABLE IF NOT EXISTS auth.secret (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    loopback_host text NOT NULL DEFAULT '127.0.0.1',
    loopback_password text
);
ALTER TABLE auth.secret OWNER TO prosync_auth;
REVOKE ALL ON auth.secret FROM PUBLIC;
INSERT INTO auth.secret (only_row) VALUES (true) ON CONFLICT DO NOTHING;
UPDATE auth.secret
SET loopback_password = current_setting('prosync_bootstrap.throttle_plain', true)
WHERE nullif(current_setting('prosync_bootstrap.throttle_plain', true), '') IS NOT NULL;
