-- The ledger's hash chain and its reading. The relay seals committed rows, so that writers never wait for the chain; each
-- seal covers the one before it, and the head remembers where the chain ends. Seal numbers carry no unique index on
-- purpose: a forged one must be found by the check, not stop the sealing of what comes after it.
ALTER TABLE audit.outbox
    ADD COLUMN reason text,
    ADD COLUMN seal_no bigint,
    ADD COLUMN prev_hash bytea,
    ADD COLUMN hash bytea;
CREATE INDEX outbox_unsealed_idx ON audit.outbox (seq) WHERE seal_no IS NULL;
CREATE INDEX outbox_seal_idx ON audit.outbox (seal_no) WHERE seal_no IS NOT NULL;
CREATE INDEX outbox_at_idx ON audit.outbox (at, seq);
CREATE INDEX outbox_user_idx ON audit.outbox (user_id, at, seq) WHERE user_id IS NOT NULL;
CREATE INDEX outbox_entity_idx ON audit.outbox (entity_key, at, seq);

CREATE TABLE audit.chain_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    seal_no bigint NOT NULL DEFAULT 0,
    hash bytea NOT NULL DEFAULT sha256('prosynchub audit ledger')
);
ALTER TABLE audit.chain_head ENABLE ROW LEVEL SECURITY;
INSERT INTO audit.chain_head DEFAULT VALUES;

-- What a seal covers: all that was recorded, nothing that delivery changes (so that an event which the document store
-- refused can be offered again), and no form that a setting of the session could change.
CREATE FUNCTION audit.sealed(p_previous bytea, r audit.outbox) RETURNS bytea
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN sha256(p_previous || convert_to(jsonb_build_array(
        r.seq, r.event_id, r.txid::text, r.user_id, r.session_id, r.action, r.entity_type, r.entity_id, r.entity_key,
        r.previous_state, r.new_state, r.ip, r.agent, r.reason, extract(epoch FROM r.at))::text, 'UTF8'));
END $$;

-- Seals what is committed, in the order of its numbers, and answers how many. Rows being delivered just now are left for
-- the next time; a second sealer has nothing to do.
CREATE FUNCTION audit.seal(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head audit.chain_head;
    r audit.outbox;
    before bytea;
    sealed integer := 0;
BEGIN
    SELECT * INTO head FROM audit.chain_head FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    FOR r IN
        SELECT * FROM audit.outbox WHERE seal_no IS NULL ORDER BY seq LIMIT p_limit FOR UPDATE SKIP LOCKED
    LOOP
        before := head.hash;
        head.hash := audit.sealed(before, r);
        head.seal_no := head.seal_no + 1;
        UPDATE audit.outbox SET seal_no = head.seal_no, prev_hash = before, hash = head.hash WHERE seq = r.seq;
        sealed := sealed + 1;
    END LOOP;
    IF sealed > 0 THEN
        UPDATE audit.chain_head SET seal_no = head.seal_no, hash = head.hash;
    END IF;
    RETURN sealed;
END $$;

-- Why an entry is not as it was sealed, null when it is: `before` is the hash of the entry with the number before it.
CREATE FUNCTION audit.problem_of(r audit.outbox, p_expected bigint, p_before bytea, head audit.chain_head) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CASE
        WHEN r.seal_no > head.seal_no THEN 'added'
        WHEN r.seal_no > p_expected THEN 'missing'
        WHEN (SELECT count(*) FROM audit.outbox o WHERE o.seal_no = r.seal_no) > 1 THEN 'added'
        WHEN r.hash IS NULL OR r.hash IS DISTINCT FROM audit.sealed(r.prev_hash, r) THEN 'altered'
        WHEN r.prev_hash IS DISTINCT FROM p_before THEN
            -- The entry is whole but does not follow the one before it. Its true predecessor stands elsewhere, or is gone:
            -- then the entry before was written anew with a hash to match, or one between was taken out.
            CASE WHEN EXISTS (SELECT FROM audit.outbox o WHERE o.seal_no IS NOT NULL AND o.hash = r.prev_hash)
                THEN 'reordered' ELSE 'rewritten' END
        WHEN r.seal_no = head.seal_no AND r.hash IS DISTINCT FROM head.hash THEN 'altered'
    END;
END $$;

-- Checks up to p_limit seals after p_after. `broken` is the number of the first entry that is not as it was sealed, null
-- when all are; `upto` is where the next call goes on, `ending` the chain's last number, `fingerprint` the hash there, and
-- `unsealed` how many entries wait for their seal.
CREATE FUNCTION app.verify_ledger(
    p_after bigint, p_limit integer,
    OUT upto bigint, OUT ending bigint, OUT broken bigint, OUT problem text, OUT fingerprint text, OUT unsealed bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head audit.chain_head;
    r audit.outbox;
    before bytea := sha256('prosynchub audit ledger');
BEGIN
    IF NOT app.can('audit:read') THEN
        RAISE EXCEPTION 'This needs the permission audit:read.' USING ERRCODE = '42501', HINT = 'audit:read';
    END IF;
    upto := greatest(p_after, 0);
    SELECT * INTO head FROM audit.chain_head;
    IF NOT FOUND THEN
        ending := upto;
        unsealed := 0;
        broken := 0;
        problem := 'head';
        RETURN;
    END IF;
    ending := head.seal_no;
    fingerprint := encode(head.hash, 'hex');
    SELECT count(*) INTO unsealed FROM audit.outbox WHERE seal_no IS NULL;
    IF upto > 0 THEN
        SELECT o.hash INTO before FROM audit.outbox o WHERE o.seal_no = upto;
    ELSE
        SELECT min(o.seal_no), 'added' INTO broken, problem FROM audit.outbox o WHERE o.seal_no < 1;
        IF broken IS NOT NULL THEN
            RETURN;
        END IF;
        problem := NULL;
    END IF;
    FOR r IN
        SELECT * FROM audit.outbox o
        WHERE o.seal_no > upto ORDER BY o.seal_no, o.seq LIMIT least(greatest(p_limit, 1), 10000)
    LOOP
        problem := audit.problem_of(r, upto + 1, before, head);
        IF problem IS NOT NULL THEN
            broken := CASE problem
                WHEN 'missing' THEN upto + 1
                WHEN 'rewritten' THEN upto
                -- Above the head something was added; below it something may be missing before that.
                WHEN 'added' THEN CASE WHEN upto < least(ending, r.seal_no - 1) THEN upto + 1 ELSE r.seal_no END
                ELSE r.seal_no
            END;
            IF problem = 'added' AND broken < r.seal_no THEN
                problem := 'missing';
            ELSIF problem = 'rewritten' AND upto = 0 THEN
                broken := 1;
                problem := 'missing';
            END IF;
            RETURN;
        END IF;
        before := r.hash;
        upto := r.seal_no;
    END LOOP;
    IF upto = p_after AND upto < ending THEN
        broken := upto + 1;
        problem := 'missing';
    END IF;
END $$;

-- Everything that reads the ledger for a person reads it here, so this is the one place for conditions on what may be
-- seen of it: costs only with purchase:read. An entry's asset is given where it has one.
CREATE VIEW audit.entries AS
    SELECT o.seq, o.seal_no, o.event_id, o.at, o.user_id, u.username::text AS username,
           coalesce(nullif(btrim(concat_ws(' ', u.first_name, u.last_name)), ''), u.username)::text AS person,
           o.action, o.entity_type, o.entity_id, o.entity_key,
           CASE WHEN o.entity_type = 'ASSET' THEN o.entity_key
                ELSE coalesce(o.new_state ->> 'asset_id', o.previous_state ->> 'asset_id') END AS asset_key,
           CASE WHEN (SELECT app.can('purchase:read')) THEN o.previous_state
                ELSE o.previous_state - '{purchase_cost,cost,supplier}'::text[] END AS previous_state,
           CASE WHEN (SELECT app.can('purchase:read')) THEN o.new_state
                ELSE o.new_state - '{purchase_cost,cost,supplier}'::text[] END AS new_state,
           o.ip, o.agent, o.reason, encode(o.hash, 'hex') AS fingerprint
    FROM audit.outbox o LEFT JOIN app.users u ON u.user_id = o.user_id
    WHERE (SELECT app.signed_in());

-- A page of the ledger, newest first. The key of a page's last row is its time and number. Planned anew at each call,
-- because what is asked for decides the index.
CREATE FUNCTION app.ledger_search(
    p_user uuid, p_entity_type text, p_entity_key text, p_action text, p_text text,
    p_from timestamptz, p_until timestamptz, p_before_at timestamptz, p_before_seq bigint, p_limit integer)
RETURNS SETOF audit.entries
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    wanted text := lower(btrim(coalesce(p_text, '')));
BEGIN
    IF NOT app.can('audit:read') THEN
        RAISE EXCEPTION 'This needs the permission audit:read.' USING ERRCODE = '42501', HINT = 'audit:read';
    END IF;
    RETURN QUERY
        SELECT e.*
        FROM audit.entries e
        WHERE (p_user IS NULL OR e.user_id = p_user)
          AND (p_entity_type IS NULL OR e.entity_type = p_entity_type)
          AND (p_entity_key IS NULL OR e.entity_key = p_entity_key)
          AND (p_action IS NULL OR e.action = p_action)
          AND (p_from IS NULL OR e.at >= p_from)
          AND (p_until IS NULL OR e.at < p_until)
          AND (p_before_at IS NULL OR (e.at, e.seq) < (p_before_at, p_before_seq))
          AND (wanted = '' OR strpos(lower(concat_ws(' ', e.entity_key, e.reason, e.person, e.username,
                   e.new_state ->> 'name', e.new_state ->> 'title', e.new_state ->> 'username', e.new_state ->> 'task',
                   e.new_state ->> 'metric_name', e.previous_state ->> 'name', e.previous_state ->> 'title',
                   e.previous_state ->> 'username', e.previous_state ->> 'task')), wanted) > 0)
        ORDER BY e.at DESC, e.seq DESC
        LIMIT least(greatest(p_limit, 1), 1001);
END $$;

REVOKE ALL ON FUNCTION audit.sealed(bytea, audit.outbox), audit.seal(integer),
    audit.problem_of(audit.outbox, bigint, bytea, audit.chain_head),
    app.verify_ledger(bigint, integer),
    app.ledger_search(uuid, text, text, text, text, timestamptz, timestamptz, timestamptz, bigint, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.seal(integer) TO prosync_relay;
GRANT EXECUTE ON FUNCTION app.verify_ledger(bigint, integer),
    app.ledger_search(uuid, text, text, text, text, timestamptz, timestamptz, timestamptz, bigint, integer)
    TO prosync_client;

-- The person's reason for a write, given like the token by the connection; it is recorded with every line of the
-- transaction. Anything else about a line stays the database's own.
GRANT INSERT (reason) ON audit.outbox TO prosync_auth;
SET LOCAL ROLE prosync_auth;
CREATE OR REPLACE FUNCTION auth.record(
    s auth.session, p_action text, p_type text, p_id uuid, p_key text, p_before jsonb, p_after jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO audit.outbox (
        user_id, session_id, action, entity_type, entity_id, entity_key, previous_state, new_state, ip, agent, reason)
    VALUES (
        s.user_id, s.session_id, p_action, p_type, p_id, p_key, p_before, p_after,
        coalesce(nullif(s.ip, ''), host(inet_client_addr()), 'local'),
        coalesce(nullif(s.agent, ''), session_user::text),
        nullif(left(btrim(current_setting('prosync.reason', true)), 500), ''));
    PERFORM pg_notify('prosync_outbox', '');
END $$;
SET LOCAL ROLE prosync_owner;
