-- Whoever may import may record what a file measured, without the right to feed values in otherwise: an administrator loads
-- files but is no source of live values.
GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- p_batch: [{"asset_id": uuid, "metric_name": text, "value": number, "at": ISO timestamp with zone}, …]. The newest value
-- of each metric wins; a value older than the stored one changes nothing. Metrics that no asset has are counted and
-- named (at most 20), not invented. At most 50,000 elements a call.
CREATE OR REPLACE FUNCTION app.record_metrics(p_batch jsonb)
RETURNS TABLE (accepted integer, older integer, unknown integer, unknown_metrics jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    total integer;
BEGIN
    IF session_user <> 'prosync_site' THEN
        PERFORM auth.require('metric:update', 'import:create');
    END IF;
    IF jsonb_typeof(p_batch) IS DISTINCT FROM 'array' OR jsonb_array_length(p_batch) > 50000 THEN
        RAISE EXCEPTION 'A batch is an array of at most 50000 values.' USING ERRCODE = 'PSH05', HINT = 'batch';
    END IF;
    total := jsonb_array_length(p_batch);
    RETURN QUERY
    WITH sent AS (
        SELECT DISTINCT ON (x.asset_id, x.metric_name)
               x.asset_id, x.metric_name, x.value, x.at AT TIME ZONE 'UTC' AS at,
               count(*) OVER (PARTITION BY x.asset_id, x.metric_name) AS n
        FROM jsonb_to_recordset(p_batch) AS x (asset_id uuid, metric_name text, value numeric, at timestamptz)
        WHERE x.value IS NOT NULL AND x.value::text <> 'NaN' AND abs(x.value) < 99999999.99995 AND x.at IS NOT NULL
        ORDER BY x.asset_id, x.metric_name, x.at DESC
    ), target AS (
        -- Locked in key order, so that two batches can not deadlock.
        SELECT m.metric_id, s.value, s.at
        FROM sent s JOIN app.asset_metrics m ON m.asset_id = s.asset_id AND m.metric_name = s.metric_name
        WHERE m.updated_at IS NULL OR m.updated_at < s.at
        ORDER BY m.metric_id
        FOR UPDATE OF m
    ), taken AS (
        UPDATE app.asset_metrics m
        SET metric_value = t.value, updated_at = t.at
        FROM target t
        WHERE m.metric_id = t.metric_id
        RETURNING m.metric_id
    ), missing AS (
        SELECT s.asset_id, s.metric_name, s.n
        FROM sent s
        WHERE NOT EXISTS (
            SELECT FROM app.asset_metrics m WHERE m.asset_id = s.asset_id AND m.metric_name = s.metric_name)
    )
    SELECT (SELECT count(*) FROM taken)::integer,
           total - (SELECT count(*) FROM taken)::integer - (SELECT coalesce(sum(n), 0) FROM missing)::integer,
           (SELECT coalesce(sum(n), 0) FROM missing)::integer,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('asset_id', y.asset_id, 'metric_name', y.metric_name)), '[]')
            FROM (SELECT * FROM missing LIMIT 20) AS y);
END $$;

SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;
