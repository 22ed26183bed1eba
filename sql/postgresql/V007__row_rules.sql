-- The trigger functions that stand at every table. Those of the client variant run for workstation logins, those of the
-- trusted one for the door's own functions, migrations and superusers; the trigger's WHEN clause tells them apart by
-- current_user, which no client can choose (see V008).
SET LOCAL ROLE prosync_auth;

-- BEFORE STATEMENT: without it, row security would turn a forbidden change into "0 rows". Arguments: permissions, any of
-- which will do; none where rows decide (users edit their own profile).
CREATE FUNCTION auth.gate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session;
BEGIN
    IF TG_NARGS = 0 THEN
        s := auth.live();
        IF s.session_id IS NULL OR s.must_change THEN
            s := auth.require('user:update');
        END IF;
    ELSE
        s := auth.require(VARIADIC TG_ARGV);
    END IF;
    PERFORM auth.enlist(s);
    RETURN NULL;
END $$;

-- The session that passed the gate, still the one asking and still allowed. Asked again for every row, because an
-- expression of the statement may have changed the token since.
CREATE FUNCTION auth.still(VARIADIC p_permissions text[]) RETURNS auth.session
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF s.session_id IS NULL OR s.must_change OR NOT auth.is_writer(s)
        OR (cardinality(p_permissions) > 0 AND NOT s.perms && p_permissions) THEN
        RAISE EXCEPTION 'The session changed while a statement ran.' USING ERRCODE = '42501', HINT = 'session';
    END IF;
    RETURN s;
END $$;

CREATE FUNCTION auth.refuse_stale(p_table text, p_key text, p_stored integer, p_sent integer) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% % was changed in the meantime: version % is stored, version % was edited.',
        p_table, p_key, p_stored, p_sent - 1
        USING ERRCODE = '40001', SCHEMA = 'app', TABLE = p_table, CONSTRAINT = 'row_version', HINT = p_key;
END $$;

CREATE FUNCTION auth.key_of(p_row jsonb, p_columns text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF position(',' IN p_columns) = 0 THEN
        RETURN p_row ->> p_columns;
    END IF;
    RETURN (
        SELECT string_agg(p_row ->> c, '/' ORDER BY i)
        FROM unnest(string_to_array(p_columns, ',')) WITH ORDINALITY AS k (c, i));
END $$;

-- Stamps: one function for each set of stamped columns. Arguments: key columns, then the permissions.
CREATE FUNCTION auth.stamp_people() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.still(VARIADIC coalesce(TG_ARGV[1:], '{}'));
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.row_version := 0;
        NEW.created_at := app.utc_now();
        NEW.created_by := s.user_id;
    ELSE
        IF NEW.row_version IS DISTINCT FROM OLD.row_version + 1 THEN
            PERFORM auth.refuse_stale(TG_TABLE_NAME, auth.key_of(to_jsonb(OLD), TG_ARGV[0]), OLD.row_version, NEW.row_version);
        END IF;
    END IF;
    NEW.updated_at := app.utc_now();
    NEW.updated_by := s.user_id;
    RETURN NEW;
END $$;

CREATE FUNCTION auth.stamp_times() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.still(VARIADIC coalesce(TG_ARGV[1:], '{}'));
    IF TG_OP = 'INSERT' THEN
        NEW.row_version := 0;
        NEW.created_at := app.utc_now();
    ELSIF NEW.row_version IS DISTINCT FROM OLD.row_version + 1 THEN
        PERFORM auth.refuse_stale(TG_TABLE_NAME, auth.key_of(to_jsonb(OLD), TG_ARGV[0]), OLD.row_version, NEW.row_version);
    END IF;
    NEW.updated_at := app.utc_now();
    RETURN NEW;
END $$;

-- Tables without update stamps of their own: metrics (whose updated_at is the value's), the site.
CREATE FUNCTION auth.stamp_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.still(VARIADIC coalesce(TG_ARGV[1:], '{}'));
    IF TG_OP = 'INSERT' THEN
        NEW.row_version := 0;
    ELSIF NEW.row_version IS DISTINCT FROM OLD.row_version + 1 THEN
        PERFORM auth.refuse_stale(TG_TABLE_NAME, auth.key_of(to_jsonb(OLD), TG_ARGV[0]), OLD.row_version, NEW.row_version);
    END IF;
    RETURN NEW;
END $$;

-- Junction rows are only made and deleted.
CREATE FUNCTION auth.stamp_created() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM auth.still(VARIADIC coalesce(TG_ARGV[1:], '{}'));
    NEW.created_at := app.utc_now();
    RETURN NEW;
END $$;

-- The same for trusted writers: no permission asked, versions counted on, stamps filled from the session where one
-- stands behind the call. Given creation stamps are kept, so that demo plants and restores can have a past.
CREATE FUNCTION auth.stamp_trusted_people() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.created_by := coalesce(s.user_id, NEW.created_by);
        NEW.updated_by := coalesce(s.user_id, NEW.updated_by);
    ELSE
        NEW.row_version := OLD.row_version + 1;
        NEW.updated_at := app.utc_now();
        NEW.updated_by := coalesce(s.user_id, NEW.updated_by);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION auth.stamp_trusted_times() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.row_version := OLD.row_version + 1;
        NEW.updated_at := app.utc_now();
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION auth.stamp_trusted_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.row_version := OLD.row_version + 1;
    END IF;
    RETURN NEW;
END $$;

-- AFTER ROW: the ledger line. RETURNING is evaluated after the stamp and before this, so the identity is compared once
-- more with the one under which the transaction writes. Arguments: variant, entity type, key columns.
CREATE FUNCTION auth.audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s auth.session := auth.live();
    before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'password' END;
    after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'password' END;
    key text := auth.key_of(coalesce(after, before), TG_ARGV[2]);
BEGIN
    IF TG_ARGV[0] = 'client' AND (s.session_id IS NULL OR NOT auth.is_writer(s)) THEN
        RAISE EXCEPTION 'The session changed while a statement ran.' USING ERRCODE = '28000';
    END IF;
    PERFORM auth.record(
        s, CASE TG_OP WHEN 'INSERT' THEN 'CREATE' ELSE TG_OP END, TG_ARGV[1],
        CASE WHEN key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN key::uuid END, key, before, after);
    RETURN NULL;
END $$;

-- AFTER STATEMENT: the hint to other clients, `table|I, U or D|ids`, `*` for more than 50 rows. Arguments: kind, key
-- columns.
CREATE FUNCTION auth.announce() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ids text[];
BEGIN
    SELECT array_agg(auth.key_of(to_jsonb(c), TG_ARGV[1])) INTO ids FROM (SELECT * FROM changed LIMIT 51) AS c;
    IF ids IS NOT NULL THEN
        PERFORM pg_notify('prosync', concat_ws('|', TG_TABLE_NAME, TG_ARGV[0],
            CASE WHEN cardinality(ids) > 50 THEN '*' ELSE array_to_string(ids, ',') END));
    END IF;
    RETURN NULL;
END $$;

GRANT EXECUTE ON FUNCTION
    auth.gate(), auth.stamp_people(), auth.stamp_times(), auth.stamp_version(), auth.stamp_created(),
    auth.stamp_trusted_people(), auth.stamp_trusted_times(), auth.stamp_trusted_version(), auth.audit(),
    auth.announce()
    TO prosync_owner;
SET LOCAL ROLE prosync_owner;
