-- What the door remembers, and the ledger of who did what. Row security is forced on the tables of `auth` so that an
-- error inside one of the door's own functions prints no row to a client.

-- The ledger --------------------------------------------------------------------------------------------------------
CREATE TABLE audit.outbox (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT outbox_event_key UNIQUE,
    txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    user_id uuid,
    session_id uuid,
    action text NOT NULL,
    entity_type text NOT NULL,
    entity_id uuid,
    entity_key text,
    previous_state jsonb,
    new_state jsonb,
    ip text,
    agent text,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    relayed_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    parked_reason text
);
CREATE INDEX outbox_waiting_idx ON audit.outbox (seq) WHERE relayed_at IS NULL;
ALTER TABLE audit.outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY write_ledger ON audit.outbox FOR INSERT TO prosync_auth WITH CHECK (true);
CREATE POLICY relay_read ON audit.outbox FOR SELECT TO prosync_relay USING (true);
CREATE POLICY relay_mark ON audit.outbox FOR UPDATE TO prosync_relay USING (true) WITH CHECK (true);
GRANT USAGE ON SCHEMA audit TO prosync_auth, prosync_relay;
GRANT INSERT ON audit.outbox TO prosync_auth;
GRANT SELECT, UPDATE (relayed_at, attempts, parked_reason) ON audit.outbox TO prosync_relay;

-- What the door may reach of the twelve tables; deletes and the few columns it writes are granted where they are used.
GRANT USAGE ON SCHEMA app TO prosync_auth, prosync_client, prosync_site;
GRANT EXECUTE ON FUNCTION app.utc_now() TO prosync_client, prosync_auth;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO prosync_auth;

SET LOCAL ROLE prosync_auth;

-- Sessions ----------------------------------------------------------------------------------------------------------
-- The server keeps only the hash of a token; the permission list is a copy that triggers keep true.
CREATE TABLE auth.session (
    session_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    token_hash bytea NOT NULL CONSTRAINT session_token_key UNIQUE,
    user_id uuid NOT NULL,
    role_id integer NOT NULL,
    perms text[] NOT NULL,
    own_only text[] NOT NULL,
    must_change boolean NOT NULL,
    db_role name NOT NULL,
    ip text,
    agent text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    last_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
    idle_limit interval NOT NULL DEFAULT '30 minutes',
    revoked_at timestamptz,
    revoked_why text
) WITH (fillfactor = 80);
CREATE INDEX session_user_idx ON auth.session (user_id) WHERE revoked_at IS NULL;
CREATE INDEX session_role_idx ON auth.session (role_id) WHERE revoked_at IS NULL;
CREATE INDEX session_expiry_idx ON auth.session (expires_at);

-- What the door knows of an account beside the schema's columns.
CREATE TABLE auth.account (
    user_id uuid PRIMARY KEY,
    must_change boolean NOT NULL DEFAULT false,
    password_changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Resources of which a role sees only its own records, such as a technician's work orders.
CREATE TABLE auth.role_scope (
    role_id integer NOT NULL,
    resource text NOT NULL,
    PRIMARY KEY (role_id, resource)
);

-- One transaction, one person: the session under which a transaction first wrote. Rows are keyed by server process, so
-- the table stays as small as the number of connections; it needs no crash safety.
CREATE UNLOGGED TABLE auth.writer (
    pid integer PRIMARY KEY,
    xid xid8 NOT NULL,
    session_id uuid NOT NULL
) WITH (fillfactor = 50);

-- Whoever takes something away from an administrator updates this row first (see auth.keep_an_administrator).
CREATE TABLE auth.admin_guard (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    changes bigint NOT NULL DEFAULT 0
);
INSERT INTO auth.admin_guard DEFAULT VALUES;

-- Sign-in throttling: keys are hashed into 65,536 buckets a kind, so that made-up names can not grow the table.
CREATE TABLE auth.throttle (
    kind smallint NOT NULL,
    bucket integer NOT NULL CHECK (bucket BETWEEN 0 AND 65535),
    tries integer NOT NULL DEFAULT 0,
    strikes integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    last_try timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (kind, bucket)
) WITH (fillfactor = 80);

-- A try that was charged and not yet judged; one that is never judged is written down as failed.
CREATE TABLE auth.attempt (
    attempt_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    workstation text NOT NULL,
    keys integer[] NOT NULL,
    ip text,
    agent text
);

ALTER TABLE auth.secret
    ADD COLUMN bucket_salt bytea NOT NULL DEFAULT ext.gen_random_bytes(32),
    ADD COLUMN dummy_hash text NOT NULL
        DEFAULT ext.crypt(encode(ext.gen_random_bytes(32), 'hex'), ext.gen_salt('bf', 11));

DO $$
DECLARE
    t regclass;
BEGIN
    FOR t IN SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'auth'::regnamespace AND c.relkind = 'r' LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY door ON %s TO prosync_auth USING (true) WITH CHECK (true)', t);
    END LOOP;
END $$;

GRANT USAGE ON SCHEMA auth TO prosync_client, prosync_site, prosync_throttle, prosync_owner;
SET LOCAL ROLE prosync_owner;
