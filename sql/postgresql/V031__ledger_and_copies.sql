-- The ledger's places in their order, for the comparison with the documents of the audit log: that a place is taken and
-- sealed is told to whoever may read the audit, what stands there only as far as audit.entries shows it to that person.
CREATE FUNCTION app.ledger_places(p_after bigint, p_limit integer)
RETURNS TABLE (
    seq bigint, seal_no bigint, event_id uuid, seal text, delivered boolean, shown boolean, user_id uuid, action text,
    entity_type text, entity_id uuid, previous_state jsonb, new_state jsonb, ip text, agent text, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
    IF NOT app.can('audit:read') THEN
        RAISE EXCEPTION 'This needs the permission audit:read.' USING ERRCODE = '42501', HINT = 'audit:read';
    END IF;
    RETURN QUERY
        SELECT o.seq, o.seal_no, o.event_id, encode(o.hash, 'hex'), o.relayed_at IS NOT NULL, e.seq IS NOT NULL,
               e.user_id, e.action, e.entity_type, e.entity_id, e.previous_state, e.new_state, e.ip, e.agent, e.at
        FROM (SELECT * FROM audit.outbox x WHERE x.seq > p_after
              ORDER BY x.seq LIMIT least(greatest(p_limit, 1), 1000)) o
        LEFT JOIN audit.entries e ON e.seq = o.seq
        ORDER BY o.seq;
END $$;
REVOKE ALL ON FUNCTION app.ledger_places(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ledger_places(bigint, integer) TO prosync_client;
