-- The way in of measured values: what the limits say of each metric, what follows for the asset, what each source brought
-- and what was refused of it.

-- What the limits say of a metric; a line stands here as soon as it was once anything but normal. The three times are when
-- a level above the severity was reached, or one at or below it was left, while that waits for its delay.
CREATE TABLE app.metric_states (
    metric_id uuid PRIMARY KEY CONSTRAINT metric_states_metric_fk REFERENCES app.asset_metrics ON DELETE CASCADE,
    severity varchar(20) NOT NULL DEFAULT 'NORMAL'
        CONSTRAINT metric_states_severity_known CHECK (severity IN ('NORMAL', 'MEDIUM', 'HIGH', 'CRITICAL')),
    since timestamp,
    medium_waits timestamp,
    high_waits timestamp,
    critical_waits timestamp,
    -- When it was noticed that nothing had come for twice the expected interval; the severity stays as it was.
    silent_since timestamp,
    state_version integer NOT NULL DEFAULT 0
);
CREATE INDEX metric_states_silent_idx ON app.metric_states (metric_id) WHERE silent_since IS NOT NULL;
ALTER TABLE app.metric_states ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON app.metric_states TO prosync_auth USING (true) WITH CHECK (true);
CREATE POLICY client_read ON app.metric_states FOR SELECT TO prosync_client USING (
    (SELECT app.can_all('metric', 'metric:read'))
    OR ((SELECT app.can('metric:read'))
        AND (NOT (SELECT app.limited())
            OR metric_id IN (
                SELECT m.metric_id FROM app.asset_metrics m WHERE m.asset_id IN (SELECT app.own_assets())))));
GRANT SELECT (metric_id, severity, since, medium_waits, high_waits, critical_waits, silent_since, state_version)
    ON app.metric_states TO prosync_client;
GRANT SELECT, INSERT, UPDATE ON app.metric_states TO prosync_auth;

-- Where an asset's health comes from: the inputs as they were, so that the number can be computed again. Assets without a
-- line here keep the status and the score that people give them.
CREATE TABLE app.asset_health (
    asset_id uuid PRIMARY KEY CONSTRAINT asset_health_asset_fk REFERENCES app.assets ON DELETE CASCADE,
    score integer NOT NULL CONSTRAINT asset_health_score_range CHECK (score BETWEEN 0 AND 100),
    critical integer NOT NULL,
    high integer NOT NULL,
    medium integer NOT NULL,
    silent integer NOT NULL,
    measured integer NOT NULL,
    overdue_days integer NOT NULL,
    failures integer NOT NULL,
    months_past_life integer NOT NULL,
    computed_at timestamp NOT NULL
);
ALTER TABLE app.asset_health ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON app.asset_health TO prosync_auth USING (true) WITH CHECK (true);
CREATE POLICY client_read ON app.asset_health FOR SELECT TO prosync_client USING ((SELECT app.can('asset:read')));
CALL migration.keep_inside('asset_health', 'asset_id IN (SELECT app.own_assets())', 'assets', 'asset_id');
CALL migration.read_inside('asset_health', 'asset');
GRANT SELECT (asset_id, score, critical, high, medium, silent, measured, overdue_days, failures, months_past_life,
    computed_at) ON app.asset_health TO prosync_client;
GRANT SELECT, INSERT, UPDATE ON app.asset_health TO prosync_auth;

-- What each source brought. The rate is that of whole minutes: what came in the last one before the current one.
CREATE TABLE app.ingest_sources (
    source varchar(60) PRIMARY KEY CONSTRAINT ingest_sources_name_filled CHECK (btrim(source) <> ''),
    accepted bigint NOT NULL DEFAULT 0,
    late bigint NOT NULL DEFAULT 0,
    duplicates bigint NOT NULL DEFAULT 0,
    refused bigint NOT NULL DEFAULT 0,
    lost bigint NOT NULL DEFAULT 0,
    newest timestamp,
    heard_at timestamp NOT NULL DEFAULT app.utc_now(),
    minute timestamp NOT NULL DEFAULT date_trunc('minute', app.utc_now()),
    this_minute bigint NOT NULL DEFAULT 0,
    last_minute bigint NOT NULL DEFAULT 0
);
ALTER TABLE app.ingest_sources ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON app.ingest_sources TO prosync_auth USING (true) WITH CHECK (true);
CREATE POLICY client_read ON app.ingest_sources FOR SELECT TO prosync_client USING ((SELECT app.can('integration:read')));
GRANT SELECT (source, accepted, late, duplicates, refused, lost, newest, heard_at, minute, this_minute, last_minute)
    ON app.ingest_sources TO prosync_client;
GRANT SELECT, INSERT, UPDATE ON app.ingest_sources TO prosync_auth;

-- Values that were not taken, the newest 10,000 of them. The asset is no reference: it may be what is wrong. They may be of
-- any place, so people who are limited to places see none.
CREATE TABLE app.dead_letters (
    letter_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source varchar(60) NOT NULL,
    asset_key uuid,
    metric_name varchar(100) NOT NULL,
    value double precision NOT NULL,
    unit varchar(50),
    measured_at timestamptz,
    reason varchar(30) NOT NULL,
    detail varchar(300) NOT NULL DEFAULT '',
    refused_at timestamp NOT NULL DEFAULT app.utc_now()
);
ALTER TABLE app.dead_letters ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON app.dead_letters TO prosync_auth USING (true) WITH CHECK (true);
CREATE POLICY client_read ON app.dead_letters FOR SELECT TO prosync_client
    USING ((SELECT app.can('integration:read')) AND NOT (SELECT app.limited()));
GRANT SELECT (letter_id, source, asset_key, metric_name, value, unit, measured_at, reason, detail, refused_at)
    ON app.dead_letters TO prosync_client;
GRANT SELECT, INSERT, UPDATE, DELETE ON app.dead_letters TO prosync_auth;

GRANT UPDATE (health_score) ON app.assets TO prosync_auth;
DROP FUNCTION app.record_metrics(jsonb);
GRANT CREATE ON SCHEMA app TO prosync_auth;
SET LOCAL ROLE prosync_auth;

-- Who may bring values in: the site service, and people who measure or import.
CREATE FUNCTION auth.measuring() RETURNS auth.session
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF session_user = 'prosync_site' THEN
        RETURN NULL;
    END IF;
    RETURN auth.require('metric:update', 'import:create');
END $$;

-- The metrics of assets with all that judging their values needs; an asset without metrics has one line without a metric.
-- What is outside the caller's places is not there. `revision` moves with the limits and with the settings.
CREATE FUNCTION app.ingest_metrics(p_assets uuid[])
RETURNS TABLE (
    asset_id uuid, assessed boolean, metric_id uuid, metric_name text, unit text, min_threshold numeric,
    max_threshold numeric, warning_threshold numeric, critical_threshold numeric, deadband numeric, on_delay_s numeric,
    off_delay_s numeric, expected_interval_s numeric, revision integer, newest timestamp, severity text, since timestamp,
    medium_waits timestamp, high_waits timestamp, critical_waits timestamp, state_version integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    s auth.session := auth.measuring();
BEGIN
    RETURN QUERY
        SELECT a.asset_id, EXISTS (SELECT FROM app.asset_health h WHERE h.asset_id = a.asset_id), m.metric_id,
               m.metric_name::text, m.unit::text, m.min_threshold, m.max_threshold, m.warning_threshold,
               m.critical_threshold, x.deadband, x.on_delay_s, x.off_delay_s, x.expected_interval_s,
               m.row_version + coalesce(x.row_version + 1, 0), m.updated_at, t.severity::text, t.since, t.medium_waits,
               t.high_waits, t.critical_waits, coalesce(t.state_version, 0)
        FROM app.assets a
        LEFT JOIN app.asset_metrics m USING (asset_id)
        LEFT JOIN app.metric_settings x USING (metric_id)
        LEFT JOIN app.metric_states t USING (metric_id)
        WHERE a.asset_id = ANY (p_assets)
          AND (s.places IS NULL OR a.asset_id IN (SELECT auth.assets_below(s.places)));
END $$;

-- Counts of a source, and what was refused of it. The sum of all cuts is told by `refused`.
CREATE FUNCTION auth.note_ingest(p_told jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    most constant integer := 10000;
    told record;
    newest_letter bigint;
BEGIN
    SELECT * INTO told
    FROM jsonb_to_record(p_told) AS t (
        source text, accepted bigint, late bigint, duplicates bigint, refused bigint, lost bigint, newest timestamptz,
        letters jsonb);
    INSERT INTO app.ingest_sources AS i (source, accepted, late, duplicates, refused, lost, newest, this_minute)
    VALUES (left(told.source, 60), told.accepted, told.late, told.duplicates, told.refused, told.lost,
            told.newest AT TIME ZONE 'UTC', told.accepted)
    ON CONFLICT (source) DO UPDATE
    SET accepted = i.accepted + excluded.accepted, late = i.late + excluded.late,
        duplicates = i.duplicates + excluded.duplicates, refused = i.refused + excluded.refused,
        lost = i.lost + excluded.lost, newest = greatest(i.newest, excluded.newest), heard_at = excluded.heard_at,
        minute = excluded.minute,
        this_minute = CASE WHEN i.minute = excluded.minute THEN i.this_minute ELSE 0 END + excluded.this_minute,
        last_minute = CASE excluded.minute WHEN i.minute THEN i.last_minute
            WHEN i.minute + interval '1 minute' THEN i.this_minute ELSE 0 END;
    IF jsonb_array_length(told.letters) > 0 THEN
        INSERT INTO app.dead_letters (source, asset_key, metric_name, value, unit, measured_at, reason, detail)
        SELECT left(told.source, 60), l.asset, left(l.metric, 100), l.value::double precision, left(l.unit, 50), l.at,
               left(l.reason, 30), left(coalesce(l.detail, ''), 300)
        FROM jsonb_to_recordset(told.letters) AS l (
            asset uuid, metric text, value text, unit text, at timestamptz, reason text, detail text);
        SELECT max(d.letter_id) INTO newest_letter FROM app.dead_letters d;
        DELETE FROM app.dead_letters d WHERE d.letter_id <= newest_letter - most;
    END IF;
END $$;

-- Takes over newer values. Each is the newest of its metric in a batch; p_first is the time of the oldest sample that was
-- judged, p_revisions and p_state_versions what it was judged by. Where one of these no longer holds, nothing of the metric
-- is taken and it is named as stale. p_states: the states that changed, [{"metric_id", "severity", "since", …}, …].
-- `heard`: assets of metrics that were silent until now. p_told: see auth.note_ingest. At most 50,000 values a call.
CREATE FUNCTION app.record_metrics(
    p_metrics uuid[], p_values double precision[], p_at timestamptz[], p_first timestamptz[], p_revisions integer[],
    p_state_versions integer[], p_states jsonb DEFAULT '[]', p_told jsonb DEFAULT NULL)
RETURNS TABLE (accepted integer, older integer, stale uuid[], heard uuid[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    total integer := coalesce(cardinality(p_metrics), 0);
BEGIN
    PERFORM auth.measuring();
    IF total > 50000 OR (total, total, total, total, total) IS DISTINCT FROM (
        coalesce(cardinality(p_values), 0), coalesce(cardinality(p_at), 0), coalesce(cardinality(p_first), 0),
        coalesce(cardinality(p_revisions), 0), coalesce(cardinality(p_state_versions), 0)) THEN
        RAISE EXCEPTION 'A batch is of at most 50000 values, each with all that belongs to it.'
            USING ERRCODE = 'PSH05', HINT = 'batch';
    END IF;
    accepted := 0;
    older := 0;
    stale := '{}';
    heard := '{}';
    IF total > 0 THEN
        -- Locked in key order, so that two batches can not deadlock, and in a statement of its own: what the next one
        -- reads is what the holder before left behind.
        PERFORM FROM app.asset_metrics m WHERE m.metric_id = ANY (p_metrics) ORDER BY m.metric_id FOR UPDATE;
        WITH sent AS (
            SELECT DISTINCT ON (x.metric_id)
                   x.metric_id, round(x.value::numeric, 4) AS value, x.at AT TIME ZONE 'UTC' AS at,
                   x.first AT TIME ZONE 'UTC' AS first, x.revision, x.state_version
            FROM unnest(p_metrics, p_values, p_at, p_first, p_revisions, p_state_versions)
                AS x (metric_id, value, at, first, revision, state_version)
            WHERE abs(x.value) < 99999999.99995 AND x.at IS NOT NULL
            ORDER BY x.metric_id, x.at DESC
        ), known AS MATERIALIZED (
            SELECT s.metric_id, s.value, s.at, m.asset_id, m.critical_threshold,
                   coalesce(m.min_threshold, m.max_threshold, m.warning_threshold, m.critical_threshold) IS NOT NULL
                       AS limited,
                   m.metric_id IS NOT NULL AND m.updated_at >= s.at AS older,
                   m.row_version + coalesce(x.row_version + 1, 0) = s.revision
                       AND coalesce(t.state_version, 0) = s.state_version
                       AND (m.updated_at IS NULL OR m.updated_at < s.first AND m.updated_at < s.at) AS sound
            FROM sent s
            LEFT JOIN app.asset_metrics m USING (metric_id)
            LEFT JOIN app.metric_settings x USING (metric_id)
            LEFT JOIN app.metric_states t USING (metric_id)
        ), taken AS (
            UPDATE app.asset_metrics m
            SET metric_value = k.value, updated_at = k.at
            FROM known k
            WHERE m.metric_id = k.metric_id AND k.sound
            RETURNING m.metric_id
        ), states AS (
            SELECT p.metric_id, p.severity, p.since AT TIME ZONE 'UTC' AS since,
                   p.medium_waits AT TIME ZONE 'UTC' AS medium_waits, p.high_waits AT TIME ZONE 'UTC' AS high_waits,
                   p.critical_waits AT TIME ZONE 'UTC' AS critical_waits, k.at, k.limited, k.critical_threshold
            FROM jsonb_to_recordset(p_states) AS p (
                metric_id uuid, severity text, since timestamptz, medium_waits timestamptz, high_waits timestamptz,
                critical_waits timestamptz)
            JOIN known k USING (metric_id)
            WHERE k.sound
        ), written AS (
            INSERT INTO app.metric_states AS t (
                metric_id, severity, since, medium_waits, high_waits, critical_waits, state_version)
            SELECT s.metric_id,
                   -- What no limit of the metric can have said is refused by the table's own rule.
                   CASE WHEN s.severity <> 'NORMAL' AND NOT s.limited
                        OR s.severity = 'CRITICAL' AND s.critical_threshold IS NULL
                        OR greatest(s.since, s.medium_waits, s.high_waits, s.critical_waits) > s.at
                       THEN 'impossible' ELSE s.severity END,
                   s.since, s.medium_waits, s.high_waits, s.critical_waits, 1
            FROM states s
            ON CONFLICT (metric_id) DO UPDATE
            SET severity = excluded.severity, since = excluded.since, medium_waits = excluded.medium_waits,
                high_waits = excluded.high_waits, critical_waits = excluded.critical_waits,
                state_version = t.state_version + 1
        )
        SELECT (SELECT count(*) FROM taken), count(*) FILTER (WHERE k.older),
               coalesce(array_agg(k.metric_id) FILTER (WHERE k.older IS NOT TRUE AND k.sound IS NOT TRUE), '{}')
        INTO accepted, older, stale
        FROM known k;
        WITH again AS (
            UPDATE app.metric_states t SET silent_since = NULL
            FROM app.asset_metrics m
            WHERE t.silent_since IS NOT NULL AND t.metric_id = ANY (p_metrics) AND m.metric_id = t.metric_id
              AND m.updated_at > t.silent_since
            RETURNING m.asset_id
        )
        SELECT coalesce(array_agg(DISTINCT a.asset_id), '{}') INTO heard FROM again a;
    END IF;
    IF p_told IS NOT NULL THEN
        PERFORM auth.note_ingest(p_told);
    END IF;
    RETURN NEXT;
END $$;

-- What the health of assets is computed from, now. Only assets with limits somewhere have their status and health kept;
-- their rows stay locked until the transaction ends, so that two batches do not count past each other.
CREATE FUNCTION app.health_inputs(p_assets uuid[])
RETURNS TABLE (
    asset_id uuid, critical integer, high integer, medium integer, silent integer, measured integer, overdue_days integer,
    failures integer, months_past_life integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    today date := (app.utc_now() AT TIME ZONE 'UTC' AT TIME ZONE (SELECT s.time_zone FROM app.site s))::date;
    s auth.session := auth.measuring();
BEGIN
    PERFORM FROM app.assets a WHERE a.asset_id = ANY (p_assets) ORDER BY a.asset_id FOR NO KEY UPDATE;
    RETURN QUERY
        SELECT a.asset_id, c.critical, c.high, c.medium, c.silent, c.measured,
               greatest(today - a.next_maintenance_date, 0),
               (SELECT count(*)::integer FROM app.work_orders w
                WHERE w.asset_id = a.asset_id AND w.type = 'Corrective' AND w.status <> 'Cancelled'
                  AND w.created_at > app.utc_now() - interval '12 months'),
               greatest(floor(extract(epoch FROM today - (a.installation_date
                   + make_interval(months => a.expected_lifetime))) / 2629746)::integer, 0)
        FROM app.assets a
        CROSS JOIN LATERAL (
            SELECT count(*) FILTER (WHERE t.severity = 'CRITICAL')::integer AS critical,
                   count(*) FILTER (WHERE t.severity = 'HIGH')::integer AS high,
                   count(*) FILTER (WHERE t.severity = 'MEDIUM')::integer AS medium,
                   count(t.silent_since)::integer AS silent,
                   count(m.metric_value)::integer AS measured,
                   bool_or(coalesce(m.min_threshold, m.max_threshold, m.warning_threshold, m.critical_threshold)
                       IS NOT NULL) AS limited
            FROM app.asset_metrics m LEFT JOIN app.metric_states t USING (metric_id)
            WHERE m.asset_id = a.asset_id) c
        WHERE a.asset_id = ANY (p_assets) AND c.limited
          AND (s.places IS NULL OR a.asset_id IN (SELECT auth.assets_below(s.places)))
        ORDER BY a.asset_id;
END $$;

-- Writes health and status of assets. The score comes from the program, which has the formula; what it was computed from,
-- and the status, the database sees for itself. A status that a person set, Offline or Under Maintenance, stays.
CREATE FUNCTION app.record_health(p_assets uuid[], p_scores integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    PERFORM auth.measuring();
    IF coalesce(cardinality(p_assets), 0) > 50000
        OR coalesce(cardinality(p_assets), 0) <> coalesce(cardinality(p_scores), 0) THEN
        RAISE EXCEPTION 'Each of at most 50000 assets has one score.' USING ERRCODE = 'PSH05', HINT = 'batch';
    END IF;
    WITH sent AS (
        SELECT i.*, x.score, app.utc_now() AS at,
               CASE WHEN i.critical > 0 THEN 'Critical' WHEN i.high + i.medium > 0 THEN 'Warning' ELSE 'Operational' END
                   AS status
        FROM unnest(p_assets, p_scores) AS x (asset_id, score) JOIN app.health_inputs(p_assets) i USING (asset_id)
    ), kept AS (
        INSERT INTO app.asset_health AS h (
            asset_id, score, critical, high, medium, silent, measured, overdue_days, failures, months_past_life,
            computed_at)
        SELECT s.asset_id, s.score, s.critical, s.high, s.medium, s.silent, s.measured, s.overdue_days, s.failures,
               s.months_past_life, s.at
        FROM sent s
        ON CONFLICT (asset_id) DO UPDATE
        SET score = excluded.score, critical = excluded.critical, high = excluded.high, medium = excluded.medium,
            silent = excluded.silent, measured = excluded.measured, overdue_days = excluded.overdue_days,
            failures = excluded.failures, months_past_life = excluded.months_past_life, computed_at = excluded.computed_at
    )
    UPDATE app.assets a
    SET health_score = s.score,
        status = CASE WHEN a.status IN ('Offline', 'Under Maintenance') THEN a.status ELSE s.status END
    FROM sent s
    WHERE a.asset_id = s.asset_id
      AND (a.health_score IS DISTINCT FROM s.score
          OR a.status NOT IN ('Offline', 'Under Maintenance') AND a.status <> s.status);
END $$;

-- Marks metrics from which nothing came for twice the expected interval, and answers whose they are; those of assets that
-- are stated to be off are not expected to say anything. The next value takes the mark away.
CREATE FUNCTION app.note_silence() RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    fallen uuid[];
BEGIN
    WITH quiet AS (
        SELECT m.metric_id, m.asset_id
        FROM app.metric_settings x
        JOIN app.asset_metrics m USING (metric_id)
        JOIN app.assets a ON a.asset_id = m.asset_id AND a.status <> 'Offline'
        WHERE m.updated_at < app.utc_now() - make_interval(secs => 2 * x.expected_interval_s::double precision)
          AND NOT EXISTS (
            SELECT FROM app.metric_states t WHERE t.metric_id = m.metric_id AND t.silent_since IS NOT NULL)
        ORDER BY m.metric_id
        FOR UPDATE OF m
    ), marked AS (
        INSERT INTO app.metric_states AS t (metric_id, silent_since)
        SELECT q.metric_id, app.utc_now() FROM quiet q
        ON CONFLICT (metric_id) DO UPDATE SET silent_since = excluded.silent_since
    )
    SELECT coalesce(array_agg(DISTINCT q.asset_id), '{}') INTO fallen FROM quiet q;
    RETURN fallen;
END $$;

-- A computed health is not a person's to state: an edit of the asset leaves it as it is.
CREATE FUNCTION auth.keep_health() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM app.asset_health h WHERE h.asset_id = OLD.asset_id) THEN
        NEW.health_score := OLD.health_score;
    END IF;
    RETURN NEW;
END $$;

-- What was tried again: letters that are done with go, the others keep their place with the reason of today.
CREATE FUNCTION app.settle_dead_letters(p_done bigint[], p_again bigint[], p_reasons text[], p_details text[])
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    s auth.session := auth.require('integration:configure');
    gone integer;
BEGIN
    DELETE FROM app.dead_letters d WHERE d.letter_id = ANY (p_done);
    GET DIAGNOSTICS gone = ROW_COUNT;
    UPDATE app.dead_letters d
    SET reason = left(x.reason, 30), detail = left(x.detail, 300), refused_at = app.utc_now()
    FROM unnest(p_again, p_reasons, p_details) AS x (letter_id, reason, detail)
    WHERE d.letter_id = x.letter_id;
    IF gone > 0 THEN
        PERFORM auth.record(s, 'DELETE', 'DEAD_LETTERS', NULL, NULL, jsonb_build_object('values', gone), NULL);
    END IF;
    RETURN gone;
END $$;

GRANT EXECUTE ON FUNCTION
    app.ingest_metrics(uuid[]), app.health_inputs(uuid[]), app.record_health(uuid[], integer[]),
    app.record_metrics(uuid[], double precision[], timestamptz[], timestamptz[], integer[], integer[], jsonb, jsonb)
    TO prosync_site, prosync_client;
GRANT EXECUTE ON FUNCTION app.note_silence() TO prosync_site;
GRANT EXECUTE ON FUNCTION app.settle_dead_letters(bigint[], bigint[], text[], text[]) TO prosync_client;
GRANT EXECUTE ON FUNCTION auth.keep_health() TO prosync_owner;
SET LOCAL ROLE prosync_owner;
REVOKE CREATE ON SCHEMA app FROM prosync_auth;

CREATE TRIGGER t40_keep_health BEFORE UPDATE ON app.assets FOR EACH ROW
    WHEN (NOT auth.trusted_writer() AND NEW.health_score IS DISTINCT FROM OLD.health_score)
    EXECUTE FUNCTION auth.keep_health();

-- A computed score is no edit: it moves no version and writes no ledger line. A status that follows does both.
DO $$
DECLARE
    loud text;
BEGIN
    SELECT format('(ROW(%s) IS DISTINCT FROM ROW(%s))',
                  string_agg('OLD.' || quote_ident(attname), ', ' ORDER BY attnum),
                  string_agg('NEW.' || quote_ident(attname), ', ' ORDER BY attnum))
    INTO loud
    FROM pg_attribute
    WHERE attrelid = 'app.assets'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'health_score';
    DROP TRIGGER t11_stamp_trusted_update ON app.assets;
    DROP TRIGGER t81_audit_trusted ON app.assets;
    EXECUTE format('CREATE TRIGGER t11_stamp_trusted_update BEFORE UPDATE ON app.assets FOR EACH ROW '
                   'WHEN (auth.trusted_writer() AND %s) EXECUTE FUNCTION auth.stamp_trusted_people()', loud);
    EXECUTE format('CREATE TRIGGER t81_audit_trusted AFTER UPDATE ON app.assets FOR EACH ROW '
                   'WHEN (auth.trusted_writer() AND %s) EXECUTE FUNCTION auth.audit(''trusted'', ''ASSET'', ''asset_id'')',
                   loud);
END $$;
