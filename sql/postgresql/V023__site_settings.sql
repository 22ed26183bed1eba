-- What an administrator decides for the whole site: working days, shifts, holidays, the words of free columns, and how
-- records are numbered. One row, so that a save is judged and audited as a whole; every client may read it.
CREATE TABLE app.site_settings (
    only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT site_settings_one_row CHECK (only_row),
    working_days smallint[] NOT NULL DEFAULT '{1,2,3,4,5}' CONSTRAINT site_settings_days
        CHECK (working_days <@ '{1,2,3,4,5,6,7}' AND cardinality(working_days) BETWEEN 1 AND 7),
    shifts jsonb NOT NULL DEFAULT '[]',
    holidays jsonb NOT NULL DEFAULT '[]',
    codes jsonb NOT NULL DEFAULT '{}',
    numbering jsonb NOT NULL DEFAULT '{}',
    row_version integer NOT NULL DEFAULT 0
);
INSERT INTO app.site_settings (codes) VALUES (
    '{"work_order_type": ["Corrective", "Preventive", "Inspection", "Improvement"], "part_category": [], "department": []}');

CALL migration.guard('site_settings', 'SITE_SETTINGS', '{only_row}', 'version', '{*}', '{}', '{settings:update}');
GRANT SELECT (only_row, working_days, shifts, holidays, codes, numbering, row_version) ON app.site_settings TO prosync_client;
GRANT UPDATE (working_days, shifts, holidays, codes, numbering, row_version) ON app.site_settings TO prosync_client;

-- Raises PSH05 with a sentence for people and the rule's key as hint.
CREATE FUNCTION app.site_settings_check() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    part text;
    words jsonb;
    number jsonb;
BEGIN
    IF (SELECT count(*) <> count(DISTINCT d) FROM unnest(NEW.working_days) AS d) THEN
        RAISE EXCEPTION 'A working day is named twice.' USING ERRCODE = 'PSH05', HINT = 'duplicate';
    END IF;
    IF jsonb_typeof(NEW.shifts) <> 'array' OR jsonb_array_length(NEW.shifts) > 12 OR EXISTS (
        SELECT FROM jsonb_array_elements(NEW.shifts) AS s
        WHERE coalesce(length(btrim(s ->> 'name')), 0) NOT BETWEEN 1 AND 50
           OR coalesce(s ->> 'from', '') !~ '^([01]\d|2[0-3]):[0-5]\d$' OR coalesce(s ->> 'to', '') !~ '^([01]\d|2[0-3]):[0-5]\d$'
           OR s ->> 'from' = s ->> 'to') THEN
        RAISE EXCEPTION 'A shift needs a name and two different times of day; there are 12 at most.'
            USING ERRCODE = 'PSH05', HINT = 'pattern';
    END IF;
    IF jsonb_typeof(NEW.holidays) <> 'array' OR jsonb_array_length(NEW.holidays) > 500 OR EXISTS (
        SELECT FROM jsonb_array_elements(NEW.holidays) AS h
        WHERE coalesce(length(btrim(h ->> 'name')), 0) NOT BETWEEN 1 AND 100
           OR NOT CASE
               WHEN h ->> 'day' ~ '^[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$' THEN
                   -- Not beyond the month's last day; PostgreSQL 15 has no pg_input_is_valid.
                   substr(h ->> 'day', 9)::integer <= extract(day FROM make_date(
                       substr(h ->> 'day', 1, 4)::integer, substr(h ->> 'day', 6, 2)::integer, 1)
                       + interval '1 month' - interval '1 day')
               ELSE false END) THEN
        RAISE EXCEPTION 'A holiday needs a day and a name; there are 500 at most.' USING ERRCODE = 'PSH05', HINT = 'pattern';
    END IF;
    IF (SELECT count(*) <> count(DISTINCT lower(s ->> 'name')) FROM jsonb_array_elements(NEW.shifts) AS s)
        OR (SELECT count(*) <> count(DISTINCT h ->> 'day') FROM jsonb_array_elements(NEW.holidays) AS h) THEN
        RAISE EXCEPTION 'Two shifts have one name, or two holidays one day.' USING ERRCODE = 'PSH05', HINT = 'duplicate';
    END IF;
    IF jsonb_typeof(NEW.codes) <> 'object' OR jsonb_typeof(NEW.numbering) <> 'object' THEN
        RAISE EXCEPTION 'Codes and numbering are objects.' USING ERRCODE = 'PSH05', HINT = 'pattern';
    END IF;
    FOR part, words IN SELECT * FROM jsonb_each(NEW.codes) LOOP
        IF part <> ALL ('{work_order_type,part_category,department}') OR jsonb_typeof(words) <> 'array'
            OR jsonb_array_length(words) > 200 OR EXISTS (
                SELECT FROM jsonb_array_elements_text(words) AS w
                WHERE coalesce(length(btrim(w)), 0) NOT BETWEEN 1 AND CASE part WHEN 'department' THEN 100 ELSE 50 END)
            OR (SELECT count(*) <> count(DISTINCT lower(w)) FROM jsonb_array_elements_text(words) AS w) THEN
            RAISE EXCEPTION 'The words of a code are short, different, and 200 at most.' USING ERRCODE = 'PSH05', HINT = 'pattern';
        END IF;
    END LOOP;
    FOR part, number IN SELECT * FROM jsonb_each(NEW.numbering) LOOP
        IF part <> ALL ('{work_order,asset,part}') OR coalesce(number ->> 'prefix', '?') !~ '^[A-Za-z0-9./_-]{0,10}$'
            OR coalesce(number ->> 'digits', '') !~ '^([1-9]|10)$' OR coalesce(number ->> 'next', '') !~ '^[1-9]\d{0,9}$' THEN
            RAISE EXCEPTION 'A numbering has a short prefix, 1 to 10 digits and a next number.'
                USING ERRCODE = 'PSH05', HINT = 'pattern';
        ELSIF number ->> 'prefix' = OLD.numbering -> part ->> 'prefix'
            AND (number ->> 'next')::bigint < (OLD.numbering -> part ->> 'next')::bigint THEN
            RAISE EXCEPTION 'The next number can not go back: numbers below it may have been given out.'
                USING ERRCODE = 'PSH05', HINT = 'numberBack';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
CREATE TRIGGER t50_check BEFORE UPDATE ON app.site_settings
    FOR EACH ROW EXECUTE FUNCTION app.site_settings_check();
