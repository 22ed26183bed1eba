-- What the twelve tables have no column for: how a metric's limits are judged, and how they were before. A line of
-- `metric_settings` stands beside its metric as soon as somebody states one of these; what is not stated has a default:
-- deadband 1 % of the band, no delay before an alarm, 5 s after it, no expected interval, the priority of the limit
-- that is crossed, no guidance.
CREATE TABLE app.metric_settings (
    metric_id uuid PRIMARY KEY CONSTRAINT metric_settings_metric_fk REFERENCES app.asset_metrics ON DELETE CASCADE,
    -- The metric's own, which never change: by them the ledger's lines are found and limited to places.
    asset_id uuid NOT NULL,
    metric_name varchar(50) NOT NULL,
    deadband numeric(12, 4) CONSTRAINT metric_settings_deadband_not_negative CHECK (deadband >= 0),
    on_delay_s numeric(9, 3) CONSTRAINT metric_settings_on_delay_range CHECK (on_delay_s BETWEEN 0 AND 86400),
    off_delay_s numeric(9, 3) CONSTRAINT metric_settings_off_delay_range CHECK (off_delay_s BETWEEN 0 AND 86400),
    expected_interval_s numeric(9, 3)
        CONSTRAINT metric_settings_interval_range CHECK (expected_interval_s > 0 AND expected_interval_s <= 604800),
    priority varchar(20)
        CONSTRAINT metric_settings_priority_known CHECK (priority IN ('Low', 'Medium', 'High', 'Critical')),
    guidance text CONSTRAINT metric_settings_guidance_length CHECK (length(guidance) <= 2000),
    row_version integer NOT NULL DEFAULT 0
);
CREATE INDEX metric_settings_asset_idx ON app.metric_settings (asset_id);
CALL migration.guard('metric_settings', 'METRIC_SETTINGS', '{metric_id}', 'version', '{metric:read}', '{metric:configure}',
    '{metric:configure}');
CALL migration.keep_inside('metric_settings', 'asset_id IN (SELECT app.own_assets())', 'assets', 'asset_id');
CALL migration.read_inside('metric_settings', 'metric');
GRANT SELECT (metric_id, asset_id, metric_name, deadband, on_delay_s, off_delay_s, expected_interval_s, priority, guidance,
    row_version) ON app.metric_settings TO prosync_client;
GRANT INSERT (metric_id, deadband, on_delay_s, off_delay_s, expected_interval_s, priority, guidance, row_version)
    ON app.metric_settings TO prosync_client;
GRANT UPDATE (deadband, on_delay_s, off_delay_s, expected_interval_s, priority, guidance, row_version)
    ON app.metric_settings TO prosync_client;
GRANT SELECT ON app.metric_settings TO prosync_auth;

-- How a metric was to be judged, from when on, by whom and why; until the next version begins. Written by triggers alone
-- and never changed: no login has a right to, and a trigger refuses even the house. A metric that is deleted takes its
-- versions along; the ledger keeps the last word on both.
CREATE TABLE app.metric_limit_versions (
    metric_id uuid NOT NULL CONSTRAINT metric_limit_versions_metric_fk REFERENCES app.asset_metrics ON DELETE CASCADE,
    version_no integer NOT NULL,
    valid_from timestamptz NOT NULL,
    unit varchar(20),
    min_threshold numeric(12, 4),
    max_threshold numeric(12, 4),
    warning_threshold numeric(12, 4),
    critical_threshold numeric(12, 4),
    deadband numeric(12, 4),
    on_delay_s numeric(9, 3),
    off_delay_s numeric(9, 3),
    expected_interval_s numeric(9, 3),
    priority varchar(20),
    guidance text,
    changed_by uuid,
    reason text,
    -- The transaction that wrote it: what one transaction changes of a metric is one version.
    written_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    PRIMARY KEY (metric_id, version_no)
);
INSERT INTO app.metric_limit_versions (
    metric_id, version_no, valid_from, unit, min_threshold, max_threshold, warning_threshold, critical_threshold)
SELECT m.metric_id, 1, clock_timestamp(), m.unit, m.min_threshold, m.max_threshold, m.warning_threshold,
       m.critical_threshold
FROM app.asset_metrics m;

ALTER TABLE app.metric_limit_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON app.metric_limit_versions TO prosync_auth USING (true) WITH CHECK (true);
CREATE POLICY client_read ON app.metric_limit_versions FOR SELECT TO prosync_client USING (
    (SELECT app.can_all('metric', 'metric:read'))
    OR ((SELECT app.can('metric:read'))
        AND (NOT (SELECT app.limited())
            OR metric_id IN (
                SELECT m.metric_id FROM app.asset_metrics m WHERE m.asset_id IN (SELECT app.own_assets())))));
GRANT SELECT (metric_id, version_no, valid_from, unit, min_threshold, max_threshold, warning_threshold, critical_threshold,
    deadband, on_delay_s, off_delay_s, expected_interval_s, priority, guidance, changed_by, reason)
    ON app.metric_limit_versions TO prosync_client;
GRANT SELECT, INSERT, UPDATE ON app.metric_limit_versions TO prosync_auth;

SET LOCAL ROLE prosync_auth;

-- Settings belong to the asset and bear the name of their metric, whatever was sent.
CREATE FUNCTION auth.rule_metric_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT m.asset_id, m.metric_name INTO NEW.asset_id, NEW.metric_name
    FROM app.asset_metrics m WHERE m.metric_id = NEW.metric_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'The metric is gone.' USING ERRCODE = 'P0002', TABLE = 'asset_metrics';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION auth.reason() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT nullif(left(btrim(current_setting('prosync.reason', true)), 500), '')
$$;

-- New metrics begin with their first version.
CREATE FUNCTION auth.version_new_metrics() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    INSERT INTO app.metric_limit_versions (
        metric_id, version_no, valid_from, unit, min_threshold, max_threshold, warning_threshold, critical_threshold,
        changed_by, reason)
    SELECT c.metric_id, 1, clock_timestamp(), c.unit, c.min_threshold, c.max_threshold, c.warning_threshold,
           c.critical_threshold, s.user_id, auth.reason()
    FROM changed c;
    RETURN NULL;
END $$;

-- The limits or the settings of a metric changed. The metric is locked first, so that versions follow each other in the
-- order in which they came to hold. What the same transaction wrote is no history yet: it is made anew.
CREATE FUNCTION auth.version_metric() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
    last app.metric_limit_versions;
    now_valid app.metric_limit_versions;
BEGIN
    PERFORM FROM app.asset_metrics m WHERE m.metric_id = NEW.metric_id FOR NO KEY UPDATE;
    SELECT v.* INTO last FROM app.metric_limit_versions v
    WHERE v.metric_id = NEW.metric_id ORDER BY v.version_no DESC LIMIT 1;
    SELECT m.metric_id, coalesce(last.version_no, 0) + 1,
           greatest(clock_timestamp(), last.valid_from + interval '1 millisecond'), m.unit,
           m.min_threshold, m.max_threshold, m.warning_threshold, m.critical_threshold,
           x.deadband, x.on_delay_s, x.off_delay_s, x.expected_interval_s, x.priority, x.guidance,
           s.user_id, auth.reason(), pg_current_xact_id()
    INTO now_valid
    FROM app.asset_metrics m LEFT JOIN app.metric_settings x ON x.metric_id = m.metric_id
    WHERE m.metric_id = NEW.metric_id;
    IF last.written_in = pg_current_xact_id() AND last.valid_from >= now() THEN
        UPDATE app.metric_limit_versions v
        SET unit = now_valid.unit, min_threshold = now_valid.min_threshold, max_threshold = now_valid.max_threshold,
            warning_threshold = now_valid.warning_threshold, critical_threshold = now_valid.critical_threshold,
            deadband = now_valid.deadband, on_delay_s = now_valid.on_delay_s, off_delay_s = now_valid.off_delay_s,
            expected_interval_s = now_valid.expected_interval_s, priority = now_valid.priority,
            guidance = now_valid.guidance, reason = now_valid.reason
        WHERE v.metric_id = last.metric_id AND v.version_no = last.version_no;
    ELSIF (now_valid.unit, now_valid.min_threshold, now_valid.max_threshold, now_valid.warning_threshold,
           now_valid.critical_threshold, now_valid.deadband, now_valid.on_delay_s, now_valid.off_delay_s,
           now_valid.expected_interval_s, now_valid.priority, now_valid.guidance)
        IS DISTINCT FROM
          (last.unit, last.min_threshold, last.max_threshold, last.warning_threshold, last.critical_threshold,
           last.deadband, last.on_delay_s, last.off_delay_s, last.expected_interval_s, last.priority, last.guidance) THEN
        INSERT INTO app.metric_limit_versions VALUES (now_valid.*);
    END IF;
    RETURN NULL;
END $$;

-- For everybody, the house included.
CREATE FUNCTION auth.keep_limit_versions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.written_in = pg_current_xact_id() AND OLD.valid_from >= now() THEN
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM app.asset_metrics m WHERE m.metric_id = OLD.metric_id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'What limits were before is not changed.' USING ERRCODE = '42501', HINT = 'history';
END $$;

GRANT EXECUTE ON FUNCTION auth.rule_metric_settings(), auth.version_new_metrics(), auth.version_metric(),
    auth.keep_limit_versions() TO prosync_owner;
SET LOCAL ROLE prosync_owner;

CREATE TRIGGER t05_rule_metric BEFORE INSERT ON app.metric_settings FOR EACH ROW
    EXECUTE FUNCTION auth.rule_metric_settings();
CREATE TRIGGER t85_version AFTER INSERT OR UPDATE ON app.metric_settings FOR EACH ROW
    EXECUTE FUNCTION auth.version_metric();
CREATE TRIGGER t85_version_insert AFTER INSERT ON app.asset_metrics REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION auth.version_new_metrics();
-- Measured values pass by: they change no limit.
CREATE TRIGGER t85_version_update
    AFTER UPDATE OF unit, min_threshold, max_threshold, warning_threshold, critical_threshold ON app.asset_metrics
    FOR EACH ROW WHEN (
        (OLD.unit, OLD.min_threshold, OLD.max_threshold, OLD.warning_threshold, OLD.critical_threshold)
        IS DISTINCT FROM
        (NEW.unit, NEW.min_threshold, NEW.max_threshold, NEW.warning_threshold, NEW.critical_threshold))
    EXECUTE FUNCTION auth.version_metric();
CREATE TRIGGER t00_keep BEFORE UPDATE OR DELETE ON app.metric_limit_versions FOR EACH ROW
    EXECUTE FUNCTION auth.keep_limit_versions();

-- Entries about settings are limited to places as those about the metric itself are.
CREATE OR REPLACE VIEW audit.entries AS
    WITH apart AS (SELECT)
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
    WHERE (SELECT app.signed_in())
      AND ((SELECT NOT app.limited()) OR CASE
          WHEN o.entity_type = 'ASSET' THEN o.entity_key IN (SELECT a::text FROM app.own_assets() AS a)
          WHEN o.entity_type IN ('ASSET_METRIC', 'METRIC_SETTINGS', 'WORK_ORDER') THEN
              coalesce(o.new_state ->> 'asset_id', o.previous_state ->> 'asset_id') IN (
                  SELECT a::text FROM app.own_assets() AS a)
          WHEN o.entity_type IN ('WORK_ORDER_CHECKLIST', 'WORK_ORDER_PART') THEN
              coalesce(o.new_state ->> 'work_order_id', o.previous_state ->> 'work_order_id') IN (
                  SELECT w.work_order_id::text FROM app.limited_work_orders() AS w)
          WHEN o.entity_type = 'PART' THEN
              coalesce(coalesce(o.new_state, o.previous_state) ->> 'location_id' IN (
                  SELECT p::text FROM app.own_places() AS p), true)
          WHEN o.entity_type = 'LOCATION' THEN o.entity_key IN (SELECT p::text FROM app.own_places() AS p)
          ELSE true END);
